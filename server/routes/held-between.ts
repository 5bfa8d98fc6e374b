/**
 * Between whom a route was held: the smallest sets of agencies that, put together, held all of it.
 * A layered search keeps for each person the sets of which none contains another, so shared
 * beginnings are walked once. Pure; checked against asking per set in tests/unit/held-between.test.ts.
 */

/** Agencies of one question as bits, so that sets join and compare in one step. */
export type AgencySet = bigint;
export type AgencyBits = {
  all: readonly string[];
  setOf: (agencies: readonly string[]) => AgencySet;
  agenciesOf: (set: AgencySet) => string[];
};

/** Bits in the order of the sorted ids, for every agency named in any of the lists. */
export function agencyBits(lists: Iterable<readonly string[]>): AgencyBits {
  const names = [...new Set([...lists].flat())].sort();
  const bit = new Map(names.map((name, at) => [name, 1n << BigInt(at)]));
  return {
    all: names,
    setOf: (agencies) => agencies.reduce((set, agency) => set | (bit.get(agency) ?? 0n), 0n),
    agenciesOf: (set) => names.filter((name) => (set & bit.get(name)!) !== 0n),
  };
}

const contains = (large: AgencySet, small: AgencySet): boolean => (large & small) === small;

/** The sets of which none contains another. */
export function smallest(sets: Iterable<AgencySet>): AgencySet[] {
  const kept: AgencySet[] = [];
  for (const set of new Set(sets)) {
    if (kept.some((other) => contains(set, other))) continue;
    kept.splice(0, kept.length, ...kept.filter((other) => !contains(other, set)), set);
  }
  return kept;
}

/** Every union of one set from each list, smallest only. An empty list means: by nobody. */
export function together(...parts: readonly (readonly AgencySet[])[]): AgencySet[] {
  return parts.reduce<AgencySet[]>((done, part) => smallest(done.flatMap((set) => part.map((other) => set | other))), [0n]);
}

/**
 * For everybody within so many steps of `start`: the smallest sets that held some way there.
 * `stepsFrom` gives, for a person, each neighbour with the smallest sets holding a tie to them.
 * A way that meets somebody twice contains a shorter one held by no more agencies, so walks suffice.
 */
export function holdersByPerson(
  start: string,
  within: number,
  stepsFrom: (person: string) => Iterable<readonly [string, readonly AgencySet[]]>,
): Map<string, AgencySet[]> {
  const known = new Map<string, AgencySet[]>([[start, [0n]]]);
  let layer = new Map(known);
  for (let step = 0; step < within && layer.size > 0; step++) {
    const next = new Map<string, AgencySet[]>();
    for (const [person, sets] of layer) {
      for (const [neighbour, tie] of stepsFrom(person)) next.set(neighbour, [...(next.get(neighbour) ?? []), ...together(sets, tie)]);
    }
    layer = new Map();
    for (const [person, sets] of next) {
      const before = known.get(person) ?? [];
      const fresh = smallest(sets).filter((set) => !before.some((other) => contains(set, other)));
      if (fresh.length === 0) continue;
      known.set(person, smallest([...before, ...fresh]));
      layer.set(person, fresh);
    }
  }
  return known;
}

/** At most ten, by size, then by ids. */
export function inOrder(sets: readonly AgencySet[], bits: AgencyBits): string[][] {
  const named = smallest(sets).map(bits.agenciesOf);
  return named.sort((a, b) => a.length - b.length || compareLists(a, b)).slice(0, MOST_SETS);
}

const MOST_SETS = 10;

export function compareLists(a: readonly string[], b: readonly string[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    if (a[at] !== b[at]) return a[at]! < b[at]! ? -1 : 1;
  }
  return a.length - b.length;
}
