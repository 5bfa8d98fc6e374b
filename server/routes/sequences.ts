/**
 * Routes as sequences of different people: found over records, then told over people, because records
 * joined by a visible `same` count as one (docs/model.md section 7). Pure.
 */
import { KithError } from '../errors.ts';
import type { Day, Standing, Version } from '../ledger/versions.ts';
import { compareLists, smallest, together, type AgencyBits, type AgencySet } from './held-between.ts';
import { compareStandings, fewestSteps, best, weakest, type Days, type Network, type Pair } from './network.ts';

/** Person (smallest id of their records) of a record. */
export type PersonOf = (record: string) => string;

/** People in order, and each way over records that tells this sequence. */
export type Sequence = { people: string[]; ways: string[][] };

/** A web denser than this cannot be listed; nobody would read it. */
const MOST_WAYS = 200_000;

/** Every route from one record to any of `targets` (the records of one person), by people. Throws TOO_MUCH. */
export function sequences(network: Network, start: string, targets: ReadonlySet<string>, within: number, personOf: PersonOf): Sequence[] {
  const left = fewestSteps(network, targets, within);
  const goal = personOf([...targets][0] ?? start);
  const found = new Map<string, Sequence>();
  let ways = 0;
  const walk = (way: string[], people: string[]): void => {
    for (const neighbour of network.get(way.at(-1)!)?.keys() ?? []) {
      if (way.length + (left.get(neighbour) ?? Infinity) > within) continue;
      const person = personOf(neighbour);
      if (people.includes(person)) continue;
      if (targets.has(neighbour)) {
        if (++ways > MOST_WAYS)
          throw new KithError(
            'TOO_MUCH',
            'There are too many routes to list. Ask with fewer steps, fewer kinds of tie or a later "since".',
            { argument: 'within' },
          );
        const told = [...people, goal];
        const key = told.join('\n');
        const sequence = found.get(key) ?? { people: told, ways: [] };
        sequence.ways.push([...way, neighbour]);
        found.set(key, sequence);
      } else if (person !== goal) {
        walk([...way, neighbour], [...people, person]);
      }
    }
  };
  walk([start], [personOf(start)]);
  return [...found.values()];
}

const pairsOf = (network: Network, way: readonly string[]): Pair[] => way.slice(1).map((record, at) => network.get(way[at]!)!.get(record)!);

/** What a fact at the end of a route (a concern) adds to it; by record, as each record carries its own. */
export type Fact = { holders: AgencySet[]; heldSince: Day };
export type FactOf = (record: string) => Fact | undefined;
export const NO_FACT: FactOf = () => undefined;

export type RouteFacts = {
  sequence: Sequence;
  /** Ties between the people of each step, whichever of their records they are between. */
  steps: Version[][];
  inForce: boolean;
  certain: boolean;
  together: boolean;
  /** The weakest of its steps', each as good as its best tie; a concern at its end has a standing of its own. */
  standing: Standing;
  /** The day on which the last of its steps may have begun. */
  begins: Day;
  holders: AgencySet[];
  heldSince: Day;
};

/** What is so of a route: of the best of its ways, where there are several. `factOf` looks at the last record. */
export function routeFacts(network: Network, sequence: Sequence, factOf: FactOf): RouteFacts {
  const ways = sequence.ways.map((way) => ({ pairs: pairsOf(network, way), fact: factOf(way.at(-1)!) }));
  return {
    sequence,
    steps: sequence.people
      .slice(1)
      .map((_, at) => [...new Set(sequence.ways.flatMap((way) => network.get(way[at]!)!.get(way[at + 1]!)!.versions))]),
    inForce: ways.some(({ pairs }) => pairs.every((pair) => pair.inForce)),
    certain: ways.some(({ pairs }) => pairs.every((pair) => pair.certain)),
    together: ways.some(({ pairs }) => everTogether(pairs)),
    standing: best(ways.map(({ pairs }) => weakest(pairs.map((pair) => pair.standing)))),
    begins: ways.map(({ pairs }) => pairs.map((pair) => pair.begins).reduce((a, b) => (a > b ? a : b))).reduce((a, b) => (a < b ? a : b)),
    holders: smallest(ways.flatMap(({ pairs, fact }) => together(...pairs.map((pair) => pair.holders), ...(fact ? [fact.holders] : [])))),
    heldSince: ways
      .map(({ pairs, fact }) => [...pairs, ...(fact ? [fact] : [])].map((part) => part.heldSince).reduce((a, b) => (a > b ? a : b), ''))
      .reduce((a, b) => (a < b ? a : b)),
  };
}

/** Whether there was a day on which every step had a tie possibly in force. */
function everTogether(pairs: readonly Pair[]): boolean {
  const [first, ...others] = pairs.map((pair) => pair.periods);
  const common = others.reduce(
    (days, step) => days.flatMap((a) => step.map((b) => overlap(a, b)).filter(({ from, to }) => from <= to)),
    first ?? [],
  );
  return common.length > 0;
}

const overlap = (a: Days, b: Days): Days => ({ from: a.from > b.from ? a.from : b.from, to: a.to < b.to ? a.to : b.to });

/** Shortest first, then best founded, then newest (whose last step began latest), then by ids. */
export function compareRoutes(a: RouteFacts, b: RouteFacts): number {
  return (
    a.sequence.people.length - b.sequence.people.length ||
    compareStandings(a.standing, b.standing) ||
    (a.begins === b.begins ? 0 : a.begins > b.begins ? -1 : 1) ||
    compareLists(a.sequence.people, b.sequence.people)
  );
}

/** By length, then ids. */
export const compareByLength = (a: RouteFacts, b: RouteFacts): number =>
  a.sequence.people.length - b.sequence.people.length || compareLists(a.sequence.people, b.sequence.people);

export const isAssembled = (sets: readonly AgencySet[], bits: AgencyBits): boolean => sets.every((set) => bits.agenciesOf(set).length > 1);
