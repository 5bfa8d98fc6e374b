/**
 * Routes that lean on what was said and then taken back or denied: a step all of whose ties, or a person
 * all of whose concerns, are only denied, retracted or disproved (docs/model.md section 7). Agencies that
 * hold less may see such a step where others see a standing tie, so the sets are tried way by way. Pure.
 */
import type { Version } from '../ledger/versions.ts';
import { smallest, together, type AgencyBits, type AgencySet } from './held-between.ts';
import { fewestSteps, type Network } from './network.ts';
import { routeFacts, sequences, type Fact, type FactOf, type PersonOf, type RouteFacts, type Sequence } from './sequences.ts';

/** What is recorded of concern at the end of the route, by record. */
export type ConcernsOf = (record: string) => Version[];

export type TakenBack = {
  routes: RouteFacts[];
  /** Smallest sets of agencies that would get them in this list. */
  holders: AgencySet[];
};

type Asked = {
  network: Network;
  bits: AgencyBits;
  isTaken: (version: Version) => boolean;
  concernsOf: ConcernsOf;
  personOf: PersonOf;
  personAmong: (record: string, agencies: readonly string[]) => string;
};

export function takenBackRoutes(asked: Asked, start: string, targets: ReadonlySet<string>, within: number): TakenBack {
  const { network, bits, personOf } = asked;
  if (!mayLean(asked, start, targets, within)) return { routes: [], holders: [] };
  const all = sequences(network, start, targets, within, personOf);
  const everybody = bits.setOf(bits.all);
  const routes = all.filter(({ ways }) => ways.some((way) => leans(asked, way, everybody)));
  if (routes.length === 0) return { routes: [], holders: [] };
  const factFrom: FactOf = (record) => factOf(asked.concernsOf(record), bits);
  return {
    routes: routes.map((sequence) => ({ ...routeFacts(network, sequence, factFrom), holders: holdersOf(asked, sequence) })),
    // Whoever does not hold that two records are one person may come by both of them.
    holders: smallest(
      [...targets]
        .flatMap((target) => sequences(network, start, new Set([target]), within, (record) => record))
        .flatMap((sequence) => holdersOf(asked, sequence)),
    ),
  };
}

/** Whether anything near enough was taken back: most people have nothing such, and their routes need not be listed. */
function mayLean({ network, isTaken, concernsOf }: Asked, start: string, targets: ReadonlySet<string>, within: number): boolean {
  if ([...targets].some((target) => allTaken(concernsOf(target), isTaken))) return true;
  const out = fewestSteps(network, [start], within);
  const back = fewestSteps(network, targets, within);
  return [...out].some(([one, steps]) =>
    [...(network.get(one) ?? [])].some(
      ([other, pair]) => steps + 1 + (back.get(other) ?? Infinity) <= within && allTaken(pair.versions, isTaken),
    ),
  );
}

const allTaken = (versions: readonly Version[], isTaken: (version: Version) => boolean): boolean =>
  versions.length > 0 && versions.every(isTaken);

/**
 * Whether a way leans on something taken back in what a set of agencies holds. Ties of other records of
 * the same people need no look: as far as the set holds that they are the same, they are carried over to these.
 */
function leans({ network, bits, isTaken, concernsOf }: Asked, way: readonly string[], set: AgencySet): boolean {
  const isHeld = (version: Version): boolean => (set & bits.setOf(version.holders)) === bits.setOf(version.holders);
  const steps = way.slice(1).map((record, at) => network.get(way[at]!)!.get(record)!.versions);
  return [...steps, concernsOf(way.at(-1)!)].some((parallel) => allTaken(parallel.filter(isHeld), isTaken));
}

/** Whether the records of a way are different people in what a set of agencies holds. */
function areApart({ bits, personOf, personAmong }: Asked, way: readonly string[], set: AgencySet): boolean {
  if (new Set(way.map(personOf)).size === way.length) return true;
  const agencies = bits.agenciesOf(set);
  return new Set(way.map((record) => personAmong(record, agencies))).size === way.length;
}

/** The more a set holds, the less of it leans: a set that finds the route contains one of these. */
function holdersOf(asked: Asked, { ways }: Sequence): AgencySet[] {
  const { network, bits, concernsOf } = asked;
  return smallest(
    ways.flatMap((way) => {
      const fact = factOf(concernsOf(way.at(-1)!), bits);
      const walked = together(
        ...way.slice(1).map((record, at) => network.get(way[at]!)!.get(record)!.holders),
        ...(fact ? [fact.holders] : []),
      );
      return walked.filter((set) => areApart(asked, way, set) && leans(asked, way, set));
    }),
  );
}

/** What a person's concerns together add to a route. */
export function factOf(versions: readonly Version[], bits: AgencyBits): Fact | undefined {
  if (versions.length === 0) return undefined;
  return {
    holders: smallest(versions.map((version) => bits.setOf(version.holders))),
    heldSince: versions.map((version) => version.heldSince).reduce((a, b) => (a < b ? a : b)),
  };
}
