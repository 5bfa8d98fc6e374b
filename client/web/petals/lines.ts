import { boxesTouch, boxOfPoints, boxOver, chainHits, chainsCross, curve, distance, grown, onCurve } from './geometry.ts';
import { anchorOf, keyOf } from './field.ts';
import type { Field } from './field.ts';
import type { Tie } from './ties.ts';
import type { Box, LineEnd, Point } from '../scene.ts';

export interface Path {
  start: Point;
  control: Point | null;
  end: Point;
}
export interface Routed {
  tie: Tie;
  path: Path;
  chain: Point[];
  box: Box;
}

/** How far a line may bow to keep off people, px at its middle. */
const BOWS = [0, 24, -24, 48, -48, 80, -80, 120, -120, 160, -160, 205, -205, 260, -260, 340, -340];
const COST = {
  crossing: 100,
  overSolid: 900,
  close: 50,
  beyond: 0.3,
  overLabel: 90,
  ownLabel: 20,
  perBow: 0.55,
  sameWay: 300,
  length: 0.25,
} as const;

/**
 * Straight where it can be, bowed round people where it must: each line in turn, then each again among the others.
 * With `ownLabels` false a line may run under the words of its own ends: labels are turned afterwards.
 */
export function routeAll(field: Field, ties: readonly Tie[], ownLabels: boolean): Routed[] {
  const order = [...ties].sort((a, b) => Number(!tether(a)) - Number(!tether(b)) || (a.id < b.id ? -1 : 1));
  const bounds = boxOver([...field.taken.values()].map((t) => t.all));
  const routed = new Map<string, Routed>();
  const rounds = ties.length > 90 ? 1 : 2;
  for (let round = 0; round <= rounds; round++)
    for (const tie of order) {
      routed.delete(tie.id);
      const best = bestPath(field, tie, [...routed.values()], ownLabels && !tether(tie), bounds);
      if (best) routed.set(tie.id, best);
    }
  return [...routed.values()].sort((a, b) => (a.tie.id < b.tie.id ? -1 : 1));
}

function tether(tie: Tie): boolean {
  return tie.kind === 'lives' || tie.kind === 'stays';
}

function bestPath(field: Field, tie: Tie, others: readonly Routed[], ownLabels: boolean, bounds: Box): Routed | null {
  const from = field.at.get(keyOf(tie.from));
  if (!from) return null;
  const ends = endsOf(field, tie, from);
  let best: Routed | null = null;
  let cost = Infinity;
  for (const end of ends)
    for (const bow of BOWS) {
      const straight = distance(from, end);
      if (Math.abs(bow) > straight * 0.75) continue;
      const least = Math.abs(bow) * COST.perBow * (tether(tie) ? 2 : 1) + straight * (ends.length > 1 ? 1 : COST.length);
      if (least >= cost) continue;
      const one = pathBetween(field, tie, from, end, bow);
      if (!one) continue;
      const total = least + beyond(one.box, bounds) * COST.beyond + weigh(field, one, others, cost - least, ownLabels);
      if (total < cost) [best, cost] = [one, total];
    }
  return best;
}

/** A contact line may end anywhere on the outline: the nearest points of its edge are tried. */
function endsOf(field: Field, tie: Tie, from: Point): Point[] {
  const edge = tie.to.type === 'outline' ? field.edges.get(tie.to.id) : undefined;
  if (edge) {
    const near = [...edge].sort((a, b) => distance(a, from) - distance(b, from) || a.x - b.x || a.y - b.y);
    return near.slice(0, 24).filter((_, i) => i % 3 === 0);
  }
  const at = anchorOf(field, tie.to, from);
  return at ? [tie.to.type === 'card' ? field.at.get(keyOf(tie.to))! : at] : [];
}

function pathBetween(field: Field, tie: Tie, from: Point, to: Point, bow: number): Routed | null {
  const long = distance(from, to);
  if (long < 1) return null;
  const control =
    bow === 0
      ? null
      : {
          x: (from.x + to.x) / 2 - ((to.y - from.y) / long) * bow * 2,
          y: (from.y + to.y) / 2 + ((to.x - from.x) / long) * bow * 2,
        };
  const start = trimmed(field, tie.from, from, control ?? to);
  const end = tie.to.type === 'outline' && field.edges.has(tie.to.id) ? to : trimmed(field, tie.to, to, control ?? from);
  if (distance(start, end) < 4) return null;
  const chain = curve(start, control, end);
  return { tie, path: { start, control, end }, chain, box: boxOfPoints(chain) };
}

/** Where a line leaves the edge of what it starts from. */
function trimmed(field: Field, end: LineEnd, at: Point, towards: Point): Point {
  const long = Math.max(1, distance(at, towards));
  const unit = { x: (towards.x - at.x) / long, y: (towards.y - at.y) / long };
  const out = reachOf(field, end, unit);
  return { x: at.x + unit.x * out, y: at.y + unit.y * out };
}

function reachOf(field: Field, end: LineEnd, unit: Point): number {
  const square = (w: number, h: number) => Math.min(w / 2 / Math.max(1e-9, Math.abs(unit.x)), h / 2 / Math.max(1e-9, Math.abs(unit.y)));
  if (end.type === 'card') {
    const box = field.taken.get(keyOf(end))!.solid;
    return square(box.w, box.h) + 2;
  }
  if (end.type !== 'person') return 24;
  const person = field.plan.people.get(end.id)!;
  const size = end.id === field.plan.subject.id ? 86 : 58;
  if (person.unborn) return size * 0.42;
  if (person.sex === 'female') return size / 2;
  if (person.sex === 'male') return square(size, size);
  return size / 2 / (Math.abs(unit.x) + Math.abs(unit.y));
}

/** How far a bow reaches out of the picture so far: it makes everything else smaller. */
function beyond(box: Box, bounds: Box): number {
  return (
    Math.max(0, bounds.x - box.x) +
    Math.max(0, bounds.y - box.y) +
    Math.max(0, box.x + box.w - bounds.x - bounds.w) +
    Math.max(0, box.y + box.h - bounds.y - bounds.h)
  );
}

/** Cost of crossings and of running over people; stops as soon as it is more than `most`. */
function weigh(field: Field, one: Routed, others: readonly Routed[], most: number, ownLabels: boolean): number {
  let cost = 0;
  const own = new Set([keyOf(one.tie.from), keyOf(one.tie.to)]);
  for (const t of field.taken.values()) {
    if (!boxesTouch(one.box, t.all)) continue;
    if (own.has(t.key) && !t.key.startsWith('house')) cost += ownLabels && t.label && chainHits(one.chain, t.label) ? COST.ownLabel : 0;
    else if (!own.has(t.key)) {
      if (chainHits(one.chain, t.solid)) cost += COST.overSolid;
      else if (chainHits(one.chain, grown(t.solid, 7))) cost += COST.close;
      else if (chainHits(one.chain, t.all)) cost += COST.overLabel;
    }
    if (cost > most) return cost;
  }
  for (const other of others) {
    const same = own.has(keyOf(other.tie.from)) && own.has(keyOf(other.tie.to));
    if (same && middleApart(one, other) < 30) cost += COST.sameWay;
    if (!boxesTouch(one.box, other.box)) continue;
    cost += chainsCross(one.chain, other.chain) * COST.crossing;
    if (cost > most) return cost;
  }
  return cost;
}

function middleApart(one: Routed, other: Routed): number {
  return distance(
    onCurve(one.path.start, one.path.control, one.path.end, 0.5),
    onCurve(other.path.start, other.path.control, other.path.end, 0.5),
  );
}
