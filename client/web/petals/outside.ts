import { boxOver, boxesTouch, distance, grown, segmentHits, segmentsCross, shifted } from './geometry.ts';
import { textBlock, wrapped } from './text.ts';
import { FONT } from './blocks.ts';
import { anchorOf, isFree, keyOf } from './field.ts';
import type { Field } from './field.ts';
import type { Tie } from './ties.ts';
import type { Box, Point } from '../scene.ts';

/** A free person or a card, boxes relative to its centre. */
export interface Unit {
  key: string;
  solid: Box;
  label: Box | null;
  all: Box;
  steps: number;
}

export const COST = { crossing: 110, overPerson: 260, overLabel: 60, ownLabel: 40, near: 50, short: 3, fit: 1500 } as const;
/** The shape of the paper the picture is fitted to, px. */
const PAPER = { w: 1330, h: 1040 } as const;
const ROOMY = 1.18;
const ROUNDS = 3;
/** How many free places are weighed with all lines for one person or card: bounded by count, never by a clock. */
const MOST_TRIED = 240;

interface Segment {
  a: Point;
  b: Point;
  from: string;
  to: string;
}

/**
 * Puts everybody outside the petals: nearest to the subject first, each at the best free point of a grid, then each once more
 * with the others in place. A place depends only on what comes before it, so somebody further out moves nobody on the first round.
 */
export function placeOutside(field: Field, units: readonly Unit[], ties: readonly Tie[]): void {
  const drawn = ties.filter((t) => !t.saidByOutline);
  const degree = new Map<string, number>();
  for (const t of drawn) for (const key of [keyOf(t.from), keyOf(t.to)]) degree.set(key, (degree.get(key) ?? 0) + 1);
  const order = [...units].sort(
    (a, b) => a.steps - b.steps || (degree.get(b.key) ?? 0) - (degree.get(a.key) ?? 0) || (a.key < b.key ? -1 : 1),
  );
  // A large picture needs no finer grid, and would take too long on one.
  const pitch = order.length > 12 ? 56 : 36;
  for (const unit of order) put(field, unit, bestPlace(field, unit, drawn, null, pitch));
  const rounds = order.length > 24 ? 1 : order.length > 12 ? 2 : ROUNDS;
  for (let round = 0; round < rounds; round++) {
    let moved = false;
    for (const unit of order) {
      const was = field.at.get(unit.key)!;
      take(field, unit.key);
      const now = bestPlace(field, unit, drawn, was, pitch);
      put(field, unit, now);
      moved ||= now.x !== was.x || now.y !== was.y;
    }
    if (!moved) break;
  }
}

function put(field: Field, unit: Unit, at: Point): void {
  field.at.set(unit.key, at);
  field.taken.set(unit.key, {
    key: unit.key,
    solid: shifted(unit.solid, at),
    label: unit.label && shifted(unit.label, at),
    all: shifted(unit.all, at),
  });
}

function take(field: Field, key: string): void {
  field.at.delete(key);
  field.taken.delete(key);
}

function bestPlace(field: Field, unit: Unit, ties: readonly Tie[], was: Point | null, pitch: number): Point {
  const own = ties.filter((t) => keyOf(t.from) === unit.key || keyOf(t.to) === unit.key);
  const ends = own.flatMap((t) => {
    const end = keyOf(t.from) === unit.key ? t.to : t.from;
    return field.at.has(keyOf(end)) ? [{ key: keyOf(end), anchor: anchorFrom(field, end), words: roomFor(t) }] : [];
  });
  const bounds = boxOver([field.middle, ...[...field.taken.values()].map((t) => t.all)]);
  const others = segmentsOf(field, ties);
  for (let reach = 1; ; reach++) {
    const candidates = gridRound(bounds, reach, pitch);
    if (was) candidates.push(was);
    const weighed = candidates.map((at) => ({ at, least: leastCost(unit, at, ends, bounds) }));
    weighed.sort((a, b) => a.least - b.least || a.at.x - b.at.x || a.at.y - b.at.y);
    let best: Point | null = null;
    let cost = Infinity;
    let tried = 0;
    for (const one of weighed) {
      if (one.least >= cost || tried > MOST_TRIED) break;
      if (!isFree(field, shifted(unit.all, one.at), 20, 26)) continue;
      tried++;
      const total = one.least + lineCost(field, unit, one.at, ends, others, cost - one.least);
      if (total < cost) [best, cost] = [one.at, total];
    }
    if (best) return best;
  }
}

/** Grid points over the picture so far and `reach` times 320 px beyond it. */
function gridRound(bounds: Box, reach: number, pitch: number): Point[] {
  const margin = reach * 320;
  const points: Point[] = [];
  const from = (v: number) => Math.ceil(v / pitch) * pitch;
  for (let x = from(bounds.x - margin); x <= bounds.x + bounds.w + margin; x += pitch)
    for (let y = from(bounds.y - margin); y <= bounds.y + bounds.h + margin; y += pitch) points.push({ x, y });
  return points;
}

/** The box its words need on a line. */
function roomFor(tie: Tie): { w: number; h: number } {
  return tie.words === '' ? { w: 0, h: 0 } : textBlock(wrapped(tie.words, FONT.line, 120), FONT.line);
}

/** What is tied to the unit and has a place: where a line from a point would meet it, and the room its words need. */
type Ends = readonly { key: string; anchor: (from: Point) => Point; words: { w: number; h: number } }[];

function anchorFrom(field: Field, end: Tie['from']): (from: Point) => Point {
  const at = field.at.get(keyOf(end))!;
  if (end.type === 'person' || end.type === 'house') return () => at;
  return (from) => anchorOf(field, end, from) ?? at;
}

/** What a place costs whatever the lines run over: their length, room for their words, and how much smaller all must be drawn. */
function leastCost(unit: Unit, at: Point, ends: Ends, bounds: Box): number {
  let cost = 0;
  const all = shifted(unit.all, at);
  for (const { anchor: anchorAt, words } of ends) {
    const anchor = anchorAt(at);
    const whole = Math.max(1, distance(anchor, at));
    const seen = whole - reachWithin(all, at, anchor, whole);
    const needed = (Math.abs(anchor.x - at.x) * words.w + Math.abs(anchor.y - at.y) * words.h) / whole + (words.w > 0 ? 70 : 30);
    cost += seen + Math.max(0, needed - seen) * COST.short;
  }
  const left = Math.min(bounds.x, all.x),
    top = Math.min(bounds.y, all.y);
  const w = Math.max(bounds.x + bounds.w, all.x + all.w) - left,
    h = Math.max(bounds.y + bounds.h, all.y + all.h) - top;
  return cost + (fit(w, h) - fit(bounds.w, bounds.h)) * COST.fit + (w * h - bounds.w * bounds.h) / 20000;
}

/** How much of the line from the unit's centre is hidden by the unit's own box, px. */
function reachWithin(all: Box, at: Point, towards: Point, whole: number): number {
  const dx = towards.x - at.x,
    dy = towards.y - at.y;
  const across = dx > 0 ? (all.x + all.w - at.x) / dx : dx < 0 ? (all.x - at.x) / dx : Infinity;
  const down = dy > 0 ? (all.y + all.h - at.y) / dy : dy < 0 ? (all.y - at.y) / dy : Infinity;
  return Math.min(1, across, down) * whole;
}

/** How much smaller the picture must be drawn to fit; up to `ROOMY` it costs nothing to spread out. */
function fit(w: number, h: number): number {
  return Math.max(ROOMY, w / PAPER.w, h / PAPER.h);
}

function segmentsOf(field: Field, ties: readonly Tie[]): Segment[] {
  return ties.flatMap((t) => {
    const from = field.at.get(keyOf(t.from)),
      to = field.at.get(keyOf(t.to));
    if (!from || !to) return [];
    return [{ a: from, b: anchorOf(field, t.to, from) ?? to, from: keyOf(t.from), to: keyOf(t.to) }];
  });
}

/** What its lines run over, and what lines it stands on; stops as soon as it is more than `most`. */
function lineCost(field: Field, unit: Unit, at: Point, ends: Ends, others: readonly Segment[], most: number): number {
  let cost = 0;
  const solid = grown(shifted(unit.solid, at), 8),
    all = shifted(unit.all, at);
  const label = unit.label && shifted(unit.label, at);
  for (const s of others) {
    if (!segmentHits(s.a, s.b, all) && !segmentHits(s.a, s.b, solid)) continue;
    cost += segmentHits(s.a, s.b, solid) ? COST.overPerson : COST.overLabel;
    if (cost > most) return cost;
  }
  for (const { key: other, anchor: anchorAt } of ends) {
    const anchor = anchorAt(at);
    if (label && segmentHits(at, anchor, label)) cost += COST.ownLabel;
    for (const s of others) if (s.from !== other && s.to !== other && segmentsCross(at, anchor, s.a, s.b)) cost += COST.crossing;
    for (const t of field.taken.values()) {
      if (t.key === other) cost += t.label && segmentHits(at, anchor, t.label) ? COST.ownLabel : 0;
      else if (segmentHits(at, anchor, t.all)) cost += segmentHits(at, anchor, t.solid) ? COST.overPerson : COST.overLabel;
    }
    if (cost > most) return cost;
  }
  for (const t of field.taken.values()) if (boxesTouch(t.all, all, 34)) cost += COST.near;
  return cost;
}
