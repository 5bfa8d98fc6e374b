import { clip, distance, polar, TURN } from './geometry.ts';
import type { Box, Point } from '../scene.ts';

/** Convex hull, Andrew's monotone chain, in one turning direction. */
export function hullOf(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const turn = (o: Point, a: Point, b: Point) => (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
  const half = (list: readonly Point[]) => {
    const chain: Point[] = [];
    for (const p of list) {
      while (chain.length > 1 && turn(chain[chain.length - 2]!, chain[chain.length - 1]!, p) <= 0) chain.pop();
      chain.push(p);
    }
    chain.pop();
    return chain;
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

export function disc(at: Point, radius: number, points = 20): Point[] {
  return Array.from({ length: points }, (_, i) => {
    const p = polar((i * TURN) / points, radius);
    return { x: at.x + p.x, y: at.y + p.y };
  });
}

/** Corners of a box, each rounded by a disc, so that hulls over boxes stay smooth. */
export function roundedCorners(box: Box, radius: number): Point[] {
  const corners = [
    { x: box.x, y: box.y },
    { x: box.x + box.w, y: box.y },
    { x: box.x, y: box.y + box.h },
    { x: box.x + box.w, y: box.y + box.h },
  ];
  return corners.flatMap((corner) => disc(corner, radius, 12));
}

export function insideConvex(polygon: readonly Point[], p: Point): boolean {
  for (let i = 0; i < polygon.length; i++) {
    const a = polygon[i]!,
      b = polygon[(i + 1) % polygon.length]!;
    if ((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x) < 0) return false;
  }
  return polygon.length > 2;
}

/** Whether a convex polygon and a box share any point. */
export function polygonTouches(polygon: readonly Point[], box: Box): boolean {
  if (polygon.length === 0) return false;
  if (insideConvex(polygon, { x: box.x + box.w / 2, y: box.y + box.h / 2 })) return true;
  for (let i = 0; i < polygon.length; i++) if (clip(polygon[i]!, polygon[(i + 1) % polygon.length]!, box)) return true;
  return false;
}

/** Points along the edge, at most `step` px apart: where a line may end on an outline. */
export function alongEdge(polygon: readonly Point[], step = 24): Point[] {
  const points: Point[] = [];
  for (let i = 0; i < polygon.length; i++) {
    const a = polygon[i]!,
      b = polygon[(i + 1) % polygon.length]!;
    const pieces = Math.max(1, Math.ceil(distance(a, b) / step));
    for (let k = 0; k < pieces; k++) points.push({ x: a.x + ((b.x - a.x) * k) / pieces, y: a.y + ((b.y - a.y) * k) / pieces });
  }
  return points;
}
