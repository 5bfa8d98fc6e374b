import { boxesTouch, boxRound, polar, shifted, TURN } from './geometry.ts';
import { disc, hullOf, polygonTouches, roundedCorners } from './hull.ts';
import { personBlock, SIZE } from './blocks.ts';
import type { Block, Codes, Side } from './blocks.ts';
import type { Box, Point } from '../scene.ts';
import type { Plan } from './plan.ts';

/** Who sits where in the flower, as order only: homes round the subject, people in each home, people between two homes. */
export interface Seating {
  homes: string[];
  /** By home: children (inner rows) and adults (outer rows), in order along the arc. */
  rows: { children: string[]; adults: string[] }[];
  /** Between home i and home i+1: people who stay in both, from the subject outwards. */
  between: string[][];
  /** The outlines each person is meant to be inside; a stay in any other petal is a tether. */
  insideOf: Map<string, string[]>;
}

export interface Core {
  seating: Seating;
  houses: Map<string, Point>;
  people: Map<string, Point>;
  blocks: Map<string, Block>;
  outlines: Map<string, { points: Point[]; inside: string[] }>;
}

const RADIUS = { house: 150, children: 262, adults: 372, shared: 214, row: 122 } as const;
const STRETCH = { x: 1.12, y: 1 } as const;
const PAD = { focus: 60, label: 9, house: 34 } as const;

/** Half of the angle that belongs to one home. */
function halfSector(homes: number): number {
  return homes <= 1 ? (62 * Math.PI) / 180 : homes === 2 ? (58 * Math.PI) / 180 : Math.PI / homes;
}

export function bearing(index: number, homes: number): number {
  return (index * TURN) / Math.max(1, homes);
}

interface Slot {
  person: string;
  angle: number;
  radius: number;
  child: boolean;
}

/** Slots for everybody, before it is known whether they fit; `spread` widens everything until they do. */
function slotsOf(plan: Plan, seating: Seating, spread: number, size: (id: string) => { w: number; h: number }): Slot[] {
  const n = seating.homes.length;
  const half = halfSector(n);
  const slots: Slot[] = [];
  seating.rows.forEach((rows, i) => {
    const at = bearing(i, n);
    const crowded = seating.between[i]!.length + seating.between[(i + n - 1) % n]!.length > 0;
    const clear = n < 3 ? 0 : (crowded ? 112 : 70) * Math.min(spread, 1.5);
    let radius = RADIUS.children * spread;
    for (const [kind, people] of [
      ['children', rows.children],
      ['adults', rows.adults],
    ] as const) {
      if (kind === 'adults' && rows.children.length > 0) radius = Math.max(radius, RADIUS.adults * spread);
      let next = 0;
      while (next < people.length) {
        const usable = 2 * Math.max(0, half - Math.asin(Math.min(1, clear / radius)));
        const gap = gapAlong(at, people.map(size)) * Math.sqrt(spread);
        const room = Math.max(1, Math.floor((usable * radius) / gap) + 1);
        const row = people.slice(next, next + room);
        row.forEach((person, j) => {
          slots.push({ person, radius, angle: at + ((j - (row.length - 1) / 2) * gap) / radius, child: kind === 'children' });
        });
        next += row.length;
        radius += RADIUS.row * spread;
      }
    }
  });
  seating.between.forEach((people, i) => {
    const at = n === 2 ? (i === 0 ? TURN / 4 : (3 * TURN) / 4) : bearing(i, n) + Math.PI / n;
    people.forEach((person, k) => {
      slots.push({
        person,
        angle: at,
        radius: (n === 2 ? 176 : RADIUS.shared) * spread + k * 128 * spread,
        child: plan.people.get(person)!.child,
      });
    });
  });
  return slots;
}

/** How far apart two blocks must be along an arc there: boxes part sideways or upright, whichever comes first. */
function gapAlong(at: number, sizes: readonly { w: number; h: number }[]): number {
  const w = Math.max(80, ...sizes.map((s) => s.w)) + 14;
  const h = Math.max(70, ...sizes.map((s) => s.h)) + 12;
  return Math.min(w / Math.max(0.01, Math.abs(Math.sin(at))), h / Math.max(0.01, Math.abs(Math.cos(at))));
}

/** Labels of adults point away from the subject, so that lines between the rows do not run under them. */
function sideOf(slot: Slot): Side {
  if (slot.child) return 'below';
  const c = Math.cos(slot.angle);
  return c > 0.35 ? 'right' : c < -0.35 ? 'left' : 'below';
}

export function pointOf(angle: number, radius: number): Point {
  const p = polar(angle, radius);
  return { x: Math.round(p.x * STRETCH.x), y: Math.round(p.y * STRETCH.y) };
}

/** Rough positions, for comparing seatings before anything is checked. */
export function roughly(plan: Plan, seating: Seating): { houses: Map<string, Point>; people: Map<string, Point> } {
  const n = seating.homes.length;
  const people = new Map(slotsOf(plan, seating, 1, () => ({ w: 90, h: 100 })).map((s) => [s.person, pointOf(s.angle, s.radius)]));
  return { people, houses: new Map(seating.homes.map((h, i) => [h, pointOf(bearing(i, n), RADIUS.house)])) };
}

export function blockMaker(plan: Plan, codes: Codes): (id: string, side: Side) => Block {
  const known = new Map<string, Block>();
  return (id, side) => {
    const key = `${side} ${id}`;
    const found = known.get(key) ?? personBlock(plan.people.get(id)!, codes, id === plan.subject.id, side);
    known.set(key, found);
    return found;
  };
}

/** Widens the flower until nobody touches anybody and every outline is true; then gives up outlines rather than truth. */
export function coreOf(plan: Plan, seating: Seating, block: (id: string, side: Side) => Block): Core {
  let fallback: Core | null = null;
  for (let step = 0; step < 40; step++) {
    const core = tried(plan, seating, block, 1 + step * 0.06);
    if (!core) continue;
    if (outlinesInto(plan, core, false)) return core;
    fallback ??= core;
    if (step > 14) break;
  }
  if (!fallback) throw new RangeError('the people of these homes do not fit');
  outlinesInto(plan, fallback, true);
  return fallback;
}

function tried(plan: Plan, seating: Seating, block: (id: string, side: Side) => Block, spread: number): Core | null {
  const n = seating.homes.length;
  const size = (id: string) => block(id, 'below').all;
  const people = new Map<string, Point>([[plan.subject.id, { x: 0, y: 0 }]]);
  const blocks = new Map<string, Block>([[plan.subject.id, block(plan.subject.id, 'below')]]);
  const houses = new Map(seating.homes.map((h, i) => [h, pointOf(bearing(i, n), RADIUS.house * spread)]));
  const taken: Box[] = [blocks.get(plan.subject.id)!.all, ...[...houses.values()].map((p) => boxRound(p, SIZE.house + 6, SIZE.house + 6))];
  for (const slot of slotsOf(plan, seating, spread, size)) {
    const at = pointOf(slot.angle, slot.radius);
    const own = block(slot.person, sideOf(slot));
    const all = shifted(own.all, at);
    if (taken.some((other) => boxesTouch(all, other, 8))) return null;
    taken.push(all);
    people.set(slot.person, at);
    blocks.set(slot.person, own);
  }
  return { seating, houses, people, blocks, outlines: new Map() };
}

/**
 * The honesty rule: no outline may touch anybody who does not stay there, label and pills included. Where one would: first
 * part-week people are left out of it (tethered by their line), then everybody who also stays elsewhere, then it is not drawn.
 * @returns whether every outline could be drawn in full. With `giveWay` false it stops at the first that could not.
 */
function outlinesInto(plan: Plan, core: Core, giveWay: boolean): boolean {
  let full = true;
  core.outlines.clear();
  for (const home of core.seating.homes) {
    const members = [...core.seating.insideOf]
      .filter(([, homes]) => homes.includes(home))
      .map(([id]) => id)
      .sort();
    const shared = (id: string) => (plan.inside.get(id) ?? []).length > 1;
    const lives = (id: string) => plan.stays.some((s) => s.person === id && s.home === home && s.pattern === 'lives' && s.inForce);
    const choices = [members, members.filter((id) => !shared(id) || lives(id)), members.filter((id) => !shared(id))];
    const kept = choices.find((inside) => truthful(plan, core, home, outlineOf(plan, core, home, inside)));
    if (kept === undefined || kept.length !== members.length) full = false;
    if (!full && !giveWay) return false;
    if (kept) core.outlines.set(home, { points: outlineOf(plan, core, home, kept), inside: [plan.subject.id, ...kept] });
  }
  return full;
}

function outlineOf(plan: Plan, core: Core, home: string, inside: readonly string[]): Point[] {
  const points = [...disc({ x: 0, y: 0 }, PAD.focus, 28), ...disc(core.houses.get(home)!, PAD.house)];
  const subject = core.blocks.get(plan.subject.id)!;
  points.push(...roundedCorners(shifted(subject.label, { x: 0, y: 0 }), 4));
  for (const id of inside) {
    const at = core.people.get(id)!;
    points.push(...disc(at, SIZE.person / 2 + 20), ...roundedCorners(shifted(core.blocks.get(id)!.all, at), PAD.label));
  }
  return hullOf(points);
}

function truthful(plan: Plan, core: Core, home: string, polygon: readonly Point[]): boolean {
  for (const [id, at] of core.people) {
    if (id === plan.subject.id || plan.inside.get(id)!.includes(home)) continue;
    if (polygonTouches(polygon, shifted(core.blocks.get(id)!.all, at))) return false;
  }
  return true;
}
