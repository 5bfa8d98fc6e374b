import { alongEdge, insideConvex, polygonTouches } from './hull.ts';
import { boxesTouch, boxOver, boxRound, centreOf, clip, shifted } from './geometry.ts';
import { SIZE } from './blocks.ts';
import type { Core } from './core.ts';
import type { Plan } from './plan.ts';
import type { Box, LineEnd, Point } from '../scene.ts';

/** Something that takes room and that lines and labels must keep clear of. */
export interface Taken {
  /** `person id`, `card id`, `house id`, or `title id`. */
  key: string;
  /** What a line must not run over: symbols, pills, whole cards. */
  solid: Box;
  /** The words beside it, if any. */
  label: Box | null;
  /** Both together. */
  all: Box;
}

export function keyOf(end: LineEnd): string {
  return `${end.type === 'outline' ? 'house' : end.type} ${end.id}`;
}

/** The paper, while the picture is being laid out. */
export interface Field {
  plan: Plan;
  core: Core;
  taken: Map<string, Taken>;
  at: Map<string, Point>;
  /** Where a line may end on an outline: its edge, where that is not also inside another home's outline. */
  edges: Map<string, Point[]>;
  /** The core's own box, outlines and titles included. */
  middle: Box;
}

export function fieldOf(plan: Plan, core: Core): Field {
  const taken = new Map<string, Taken>();
  const at = new Map<string, Point>();
  for (const [id, p] of core.people) {
    const block = core.blocks.get(id)!;
    taken.set(`person ${id}`, {
      key: `person ${id}`,
      solid: shifted(block.body, p),
      label: shifted(block.label, p),
      all: shifted(block.all, p),
    });
    at.set(`person ${id}`, p);
  }
  for (const [id, p] of core.houses) {
    const box = boxRound(p, SIZE.house, SIZE.house);
    taken.set(`house ${id}`, { key: `house ${id}`, solid: box, label: null, all: box });
    at.set(`house ${id}`, p);
  }
  const edges = new Map<string, Point[]>();
  for (const [home, outline] of core.outlines) {
    const others = [...core.outlines].filter(([id]) => id !== home).map(([, o]) => o.points);
    const own = alongEdge(outline.points).filter((p) => !others.some((o) => insideConvex(o, p)));
    edges.set(home, own.length > 0 ? own : alongEdge(outline.points));
  }
  const middle = boxOver([
    ...[...taken.values()].map((t) => t.all),
    ...[...core.outlines.values()].flatMap((o) => o.points.map((p) => ({ x: p.x, y: p.y, w: 0, h: 0 }))),
  ]);
  return { plan, core, taken, at, edges, middle };
}

/** Whether a box is clear of everything taken and of every outline, with so much air. */
export function isFree(field: Field, box: Box, air: number, airFromOutlines: number, except = ''): boolean {
  for (const t of field.taken.values()) if (t.key !== except && boxesTouch(t.all, box, air)) return false;
  return isOutside(field, box, airFromOutlines);
}

export function isOutside(field: Field, box: Box, air: number): boolean {
  const wide = { x: box.x - air, y: box.y - air, w: box.w + 2 * air, h: box.h + 2 * air };
  if (!boxesTouch(wide, field.middle)) return true;
  for (const outline of field.core.outlines.values()) if (polygonTouches(outline.points, wide)) return false;
  return true;
}

/** Where a line from `from` meets this end, before it is trimmed to a symbol; null while that end has no place. */
export function anchorOf(field: Field, end: LineEnd, from: Point): Point | null {
  if (end.type === 'outline') {
    const edge = field.edges.get(end.id);
    if (edge) return nearest(edge, from);
  }
  const at = field.at.get(keyOf(end)) ?? null;
  if (end.type === 'card' && at) return onEdge(field.taken.get(keyOf(end))!.solid, from);
  return at;
}

export function nearest(points: readonly Point[], from: Point): Point {
  let best = points[0]!;
  let least = Infinity;
  for (const p of points) {
    const square = (p.x - from.x) ** 2 + (p.y - from.y) ** 2;
    if (square < least) [best, least] = [p, square];
  }
  return best;
}

/** The point where a line from outside to the centre of a box enters it. */
export function onEdge(box: Box, from: Point): Point {
  const to = centreOf(box);
  const cut = clip(from, to, box);
  if (!cut || cut[0] <= 0) return to;
  return { x: from.x + (to.x - from.x) * cut[0], y: from.y + (to.y - from.y) * cut[0] };
}
