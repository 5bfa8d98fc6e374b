/**
 * How several versions make one: holders, seals and reasons together, periods where they overlap, the
 * weaker standing; and which of several made so says nothing more. docs/model.md section 6. Pure.
 */
import { earlier, later } from './dates.ts';
import { groupBy } from './grouping.ts';
import { isSubset, union } from './holdings.ts';
import { FIRST_DAY, LAST_DAY, STANDINGS, type Kind, type Standing, type Version } from './versions.ts';

/** What a derived tie takes from its parts. Null where they were never held, or never so, at one time. */
export function joint(
  parts: readonly Version[],
): Omit<Version, 'kind' | 'start' | 'end' | 'tie' | 'unit' | 'via' | 'form' | 'more'> | null {
  const [first, ...others] = parts;
  const merged = others.reduce(
    (a, b) => ({
      ...a,
      from: later(a.from, b.from),
      sureFrom: later(a.sureFrom, b.sureFrom),
      sureTo: earlier(a.sureTo, b.sureTo),
      to: earlier(a.to, b.to),
      heldFrom: later(a.heldFrom, b.heldFrom),
      heldTo: earlier(a.heldTo, b.heldTo),
      heldSince: later(a.heldSince, b.heldSince),
      holders: union(a.holders, b.holders),
      seals: union(a.seals, b.seals),
      because: union(a.because, b.because),
      rests: union(a.rests, b.rests),
      standing: weaker(a.standing, b.standing),
      disputed: a.disputed || b.disputed,
      spell: `${a.spell}+${b.spell}`,
    }),
    first!,
  );
  return merged.from > merged.to || merged.heldFrom > merged.heldTo ? null : merged;
}

export const weaker = (a: Standing, b: Standing): Standing => STANDINGS[Math.max(STANDINGS.indexOf(a), STANDINGS.indexOf(b))]!;

type Derived = { kind: Kind; start: string; end: string; via: string; unit: string; form?: string | null; more?: Version['more'] };

/** A derived version over its parts; what it rests on is their ties, their ends and what it runs through. */
export function derived(
  { kind, start, end, via, unit, form = null, more = null }: Derived,
  parts: readonly Version[],
  period: Partial<Version> = {},
): Version[] {
  const shared = joint(parts);
  if (!shared) return [];
  const version: Version = { ...shared, ...period, kind, start, end, tie: `${kind} ${start} ${end} via ${via}`, unit, via, form, more };
  version.rests = union(shared.rests, [start, end, version.tie]);
  return version.from > version.to ? [] : [version];
}

/** For each tie carried over `same`: the records of one person it was carried along, at either end. */
export type CarriedAlong = ReadonlyMap<Version, { start: readonly string[]; end: readonly string[] }>;

/** Two records joined by what carried their ties are one person, who does not share a home with themselves. */
export function isOneself(a: Version, b: Version, person: 'start' | 'end', along: CarriedAlong): boolean {
  const records = [a, b].map((version) => [version[person], ...(along.get(version)?.[person] ?? [])]);
  // Nor is a parent's record that is the child's own record a parent of two.
  const passedThrough = [a, b].flatMap((version) => along.get(version)?.[person === 'start' ? 'end' : 'start'] ?? []);
  return (
    records[0]!.some((record) => records[1]!.includes(record)) || passedThrough.includes(a[person]) || passedThrough.includes(b[person])
  );
}

/** A part that lends its holders and its standing, not its dates: what joins two guests, or makes two records one. */
export const asHolder = (tie: Version): Version => ({ ...tie, from: FIRST_DAY, sureFrom: FIRST_DAY, sureTo: LAST_DAY, to: LAST_DAY });

/**
 * Of versions of one derived tie over the same `via` and from the same spells, one is dropped when another
 * has fewer holders and seals, rests on nothing else, has longer periods, and the same standing, dispute and
 * form: it says nothing more.
 */
export function prune(versions: readonly Version[]): Version[] {
  const groups = groupBy(versions, (v) => `${v.tie}\n${v.spell}\n${v.standing}\n${v.disputed}\n${v.form}`);
  return [...groups.values()].flatMap((alike) =>
    alike.filter((x, index) => !alike.some((y, other) => other !== index && covers(y, x) && !(covers(x, y) && index < other))),
  );
}

function covers(y: Version, x: Version): boolean {
  return (
    isSubset(y.holders, x.holders) &&
    isSubset(y.seals, x.seals) &&
    isSubset(y.rests, x.rests) &&
    y.from <= x.from &&
    y.to >= x.to &&
    y.sureFrom <= x.sureFrom &&
    y.sureTo >= x.sureTo &&
    y.heldFrom <= x.heldFrom &&
    y.heldTo >= x.heldTo &&
    y.heldSince <= x.heldSince
  );
}
