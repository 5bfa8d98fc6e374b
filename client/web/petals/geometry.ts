import type { Box, Point } from '../scene.ts';

export const TURN = 2 * Math.PI;

export function polar(angle: number, radius: number): Point {
  return { x: Math.cos(angle) * radius, y: Math.sin(angle) * radius };
}

export function distance(a: Point, b: Point): number {
  return Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2);
}

export function middle(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

export function shifted(box: Box, by: Point): Box {
  return { x: box.x + by.x, y: box.y + by.y, w: box.w, h: box.h };
}

export function grown(box: Box, by: number): Box {
  return { x: box.x - by, y: box.y - by, w: box.w + 2 * by, h: box.h + 2 * by };
}

export function centreOf(box: Box): Point {
  return { x: box.x + box.w / 2, y: box.y + box.h / 2 };
}

export function boxRound(at: Point, w: number, h: number): Box {
  return { x: at.x - w / 2, y: at.y - h / 2, w, h };
}

export function boxesTouch(a: Box, b: Box, gap = 0): boolean {
  return a.x < b.x + b.w + gap && b.x < a.x + a.w + gap && a.y < b.y + b.h + gap && b.y < a.y + a.h + gap;
}

export function boxOver(boxes: readonly Box[]): Box {
  let left = Infinity,
    top = Infinity,
    right = -Infinity,
    bottom = -Infinity;
  for (const box of boxes) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.w);
    bottom = Math.max(bottom, box.y + box.h);
  }
  return { x: left, y: top, w: right - left, h: bottom - top };
}

export function boxOfPoints(points: readonly Point[]): Box {
  return boxOver(points.map((p) => ({ x: p.x, y: p.y, w: 0, h: 0 })));
}

function side(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/** Proper crossing only: lines that meet in a shared end do not cross. */
export function segmentsCross(a: Point, b: Point, c: Point, d: Point): boolean {
  if (a.x < c.x && a.x < d.x && b.x < c.x && b.x < d.x) return false;
  if (a.x > c.x && a.x > d.x && b.x > c.x && b.x > d.x) return false;
  if (a.y < c.y && a.y < d.y && b.y < c.y && b.y < d.y) return false;
  if (a.y > c.y && a.y > d.y && b.y > c.y && b.y > d.y) return false;
  const abc = side(a, b, c),
    abd = side(a, b, d);
  if (abc > 0 === abd > 0 || abc === 0 || abd === 0) return false;
  const cda = side(c, d, a),
    cdb = side(c, d, b);
  return cda > 0 !== cdb > 0 && cda !== 0 && cdb !== 0;
}

/** Liang and Barsky: the part of a..b inside the box, as the two parameters, or null. */
export function clip(a: Point, b: Point, box: Box): [number, number] | null {
  let enter = 0,
    leave = 1;
  const dx = b.x - a.x,
    dy = b.y - a.y;
  for (let edge = 0; edge < 4; edge++) {
    const p = edge === 0 ? -dx : edge === 1 ? dx : edge === 2 ? -dy : dy;
    const q = edge === 0 ? a.x - box.x : edge === 1 ? box.x + box.w - a.x : edge === 2 ? a.y - box.y : box.y + box.h - a.y;
    if (p === 0) {
      if (q < 0) return null;
      continue;
    }
    if (p < 0) enter = Math.max(enter, q / p);
    else leave = Math.min(leave, q / p);
    if (enter > leave) return null;
  }
  return [enter, leave];
}

/** The same test as `clip` without the answer: most lines are nowhere near most boxes, and this is asked very often. */
export function segmentHits(a: Point, b: Point, box: Box): boolean {
  if (a.x < box.x && b.x < box.x) return false;
  if (a.y < box.y && b.y < box.y) return false;
  const right = box.x + box.w,
    bottom = box.y + box.h;
  if (a.x > right && b.x > right) return false;
  if (a.y > bottom && b.y > bottom) return false;
  const dx = b.x - a.x,
    dy = b.y - a.y;
  const s1 = dx * (box.y - a.y) - dy * (box.x - a.x);
  const s2 = dx * (box.y - a.y) - dy * (right - a.x);
  const s3 = dx * (bottom - a.y) - dy * (box.x - a.x);
  const s4 = dx * (bottom - a.y) - dy * (right - a.x);
  return !((s1 > 0 && s2 > 0 && s3 > 0 && s4 > 0) || (s1 < 0 && s2 < 0 && s3 < 0 && s4 < 0));
}

/** A quadratic curve as a chain of points, both ends included. */
export function curve(start: Point, control: Point | null, end: Point, pieces = 14): Point[] {
  if (!control) return [start, end];
  const chain: Point[] = [];
  for (let i = 0; i <= pieces; i++) chain.push(onCurve(start, control, end, i / pieces));
  return chain;
}

export function onCurve(start: Point, control: Point | null, end: Point, t: number): Point {
  if (!control) return { x: start.x + (end.x - start.x) * t, y: start.y + (end.y - start.y) * t };
  const u = 1 - t;
  return {
    x: u * u * start.x + 2 * u * t * control.x + t * t * end.x,
    y: u * u * start.y + 2 * u * t * control.y + t * t * end.y,
  };
}

export function chainHits(chain: readonly Point[], box: Box): boolean {
  for (let i = 1; i < chain.length; i++) if (segmentHits(chain[i - 1]!, chain[i]!, box)) return true;
  return false;
}

export function chainsCross(one: readonly Point[], other: readonly Point[]): number {
  let count = 0;
  for (let i = 1; i < one.length; i++)
    for (let j = 1; j < other.length; j++) if (segmentsCross(one[i - 1]!, one[i]!, other[j - 1]!, other[j]!)) count++;
  return count;
}
