import { boxRound, distance, segmentHits, segmentsCross } from './geometry.ts';
import { roughly } from './core.ts';
import type { Seating } from './core.ts';
import type { Plan } from './plan.ts';
import type { Point } from '../scene.ts';
import type { Tie } from './ties.ts';

export const COST = { crossing: 110, overPerson: 260 } as const;

/** How many seatings may be weighed in all: the search is bounded by count, never by a clock, or it would not be pure. */
const MOST_WEIGHED = 1500;

/** The seating with the least length, crossings and lines over people, over every order of homes and swaps of people. */
export function bestSeating(plan: Plan, ties: readonly Tie[]): Seating {
  const wide = widestFirst(plan, ties);
  const orders = permutations(wide.slice(1)).map((rest) => [...wide.slice(0, 1), ...rest]);
  const weighed = orders.map((homes) => {
    const seating = seated(plan, homes);
    return { seating, cost: weigh(plan, seating, ties) };
  });
  weighed.sort((a, b) => a.cost - b.cost);
  const chosen = weighed.slice(0, 4);
  let best = chosen[0]!;
  for (const start of chosen) {
    const improved = improve(plan, start.seating, ties, start.cost, MOST_WEIGHED / chosen.length);
    if (improved.cost < best.cost) best = improved;
  }
  return best.seating;
}

/** The home with most contact from outside goes to the wide side of the picture; the rest by id. */
function widestFirst(plan: Plan, ties: readonly Tie[]): string[] {
  const contact = new Map<string, number>();
  for (const tie of ties) {
    const [from, to] = [homesAt(plan, tie.from), homesAt(plan, tie.to)];
    if (from.length > 0 && to.length > 0) continue;
    for (const home of [...from, ...to]) contact.set(home, (contact.get(home) ?? 0) + 1);
  }
  const homes = plan.petals.map((h) => h.id);
  return homes.sort((a, b) => (contact.get(b) ?? 0) - (contact.get(a) ?? 0) || (a < b ? -1 : 1));
}

function homesAt(plan: Plan, end: Tie['from']): string[] {
  if (end.type === 'outline' || end.type === 'house') return [end.id];
  return end.type === 'person' ? (end.id === plan.subject.id ? plan.petals.map((h) => h.id) : (plan.inside.get(end.id) ?? [])) : [];
}

function permutations(list: string[]): string[][] {
  if (list.length < 2 || list.length > 5) return [list];
  return list.flatMap((first, i) => permutations([...list.slice(0, i), ...list.slice(i + 1)]).map((rest) => [first, ...rest]));
}

/** People in order of id; whoever stays in two neighbouring homes sits between them, so that the outlines overlap there. */
function seated(plan: Plan, homes: string[]): Seating {
  const n = homes.length;
  const rows = homes.map(() => ({ children: [] as string[], adults: [] as string[] }));
  const between = homes.map(() => [] as string[]);
  const insideOf = new Map<string, string[]>();
  for (const [id, own] of plan.inside) {
    const pairs = n < 2 ? [] : homes.flatMap((h, i) => (own.includes(h) && own.includes(homes[(i + 1) % n]!) ? [i] : []));
    // Least crowded first; with two homes both bisectors join the same pair.
    pairs.sort((a, b) => between[a]!.length - between[b]!.length || a - b);
    const pair = pairs[0];
    if (pair !== undefined) {
      between[pair]!.push(id);
      insideOf.set(id, [homes[pair]!, homes[(pair + 1) % n]!]);
      continue;
    }
    const main = mainHome(plan, id, own);
    const row = rows[homes.indexOf(main)]!;
    (plan.people.get(id)!.child ? row.children : row.adults).push(id);
    insideOf.set(id, [main]);
  }
  return { homes, rows, between, insideOf };
}

function mainHome(plan: Plan, person: string, own: string[]): string {
  const lives = own.find((home) => plan.stays.some((s) => s.person === person && s.home === home && s.pattern === 'lives' && s.inForce));
  return lives ?? own[0]!;
}

function improve(plan: Plan, start: Seating, ties: readonly Tie[], startCost: number, budget: number): { seating: Seating; cost: number } {
  let cost = startCost;
  let left = budget;
  const seating: Seating = {
    ...start,
    rows: start.rows.map((r) => ({ children: [...r.children], adults: [...r.adults] })),
    between: start.between.map((b) => [...b]),
  };
  const lists = [...seating.rows.flatMap((r) => [r.children, r.adults]), ...seating.between];
  for (let better = true; better && left > 0;) {
    better = false;
    for (const list of lists)
      for (let i = 0; i < list.length && left > 0; i++)
        for (let j = i + 1; j < list.length && left > 0; j++) {
          swap(list, i, j);
          left--;
          const now = weigh(plan, seating, ties);
          if (now < cost - 1e-6) {
            cost = now;
            better = true;
          } else swap(list, i, j);
        }
  }
  return { seating, cost };
}

function swap(list: string[], i: number, j: number): void {
  [list[i], list[j]] = [list[j]!, list[i]!];
}

function weigh(plan: Plan, seating: Seating, ties: readonly Tie[]): number {
  const { houses, people } = roughly(plan, seating);
  people.set(plan.subject.id, { x: 0, y: 0 });
  const at = (end: Tie['from']): Point | undefined =>
    end.type === 'person' ? people.get(end.id) : end.type === 'house' ? houses.get(end.id) : undefined;
  const segments = ties.flatMap((tie) => {
    const a = at(tie.from),
      b = at(tie.to);
    return a && b && !tie.saidByOutline ? [{ a, b, from: tie.from.id, to: tie.to.id }] : [];
  });
  const boxes = [...people].map(([id, p]) => ({ id, box: boxRound(p, 66, 66) }));
  let cost = 0;
  segments.forEach((s, i) => {
    cost += distance(s.a, s.b);
    for (let j = 0; j < i; j++) if (segmentsCross(s.a, s.b, segments[j]!.a, segments[j]!.b)) cost += COST.crossing;
    for (const { id, box } of boxes) if (id !== s.from && id !== s.to && segmentHits(s.a, s.b, box)) cost += COST.overPerson;
  });
  // Being left out of an outline one stays in is worse than any crossing.
  for (const [id, inside] of seating.insideOf) cost += (Math.min(2, plan.inside.get(id)!.length) - inside.length) * 800;
  return cost;
}
