/**
 * The ties an answer may walk over, by person and neighbour, with what every search needs of each pair:
 * all parallel ties of two people are one step (docs/model.md section 7). Pure.
 */
import { STANDINGS, type Day, type Standing, type Version } from '../ledger/versions.ts';
import { groupBy } from '../ledger/grouping.ts';
import { smallest, type AgencyBits, type AgencySet } from './held-between.ts';

/** All parallel ties of two records. */
export type Pair = {
  versions: Version[];
  inForce: boolean;
  certain: boolean;
  /** The best of them. */
  standing: Standing;
  /** The day on which the first of them may have begun. */
  begins: Day;
  /** Days on which one of them may have been in force, in order, none touching another. */
  periods: Days[];
  /** First day on which all holders of one of them held it. */
  heldSince: Day;
  holders: AgencySet[];
};

export type Days = { from: Day; to: Day };
export type Network = Map<string, Map<string, Pair>>;

export function readNetwork(versions: readonly Version[], asAt: Day, bits: AgencyBits): Network {
  const network: Network = new Map();
  const put = (one: string, other: string, pair: Pair): void => {
    const neighbours = network.get(one) ?? new Map<string, Pair>();
    network.set(one, neighbours.set(other, pair));
  };
  for (const parallel of groupBy(versions, ({ start, end }) => (start <= end ? `${start}\n${end}` : `${end}\n${start}`)).values()) {
    const { start, end } = parallel[0]!;
    const pair = pairOf(parallel, asAt, bits);
    put(start, end, pair);
    put(end, start, pair);
  }
  return network;
}

export function pairOf(versions: Version[], asAt: Day, bits: AgencyBits): Pair {
  return {
    versions,
    inForce: versions.some((version) => isInForce(version, asAt)),
    certain: versions.some((version) => isCertain(version, asAt)),
    standing: best(versions.map((version) => version.standing)),
    begins: versions.reduce((day, { from }) => (day === '' || from < day ? from : day), ''),
    periods: merged(versions),
    heldSince: versions.reduce((day, { heldSince }) => (day === '' || heldSince < day ? heldSince : day), ''),
    holders: smallest(versions.map((version) => bits.setOf(version.holders))),
  };
}

/** Siblings can have hundreds of parallel versions over the same years. */
function merged(versions: readonly Version[]): Days[] {
  const periods: Days[] = [];
  for (const { from, to } of [...versions].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = periods.at(-1);
    if (last === undefined || last.to < from) periods.push({ from, to });
    else if (to > last.to) last.to = to;
  }
  return periods;
}

export const isInForce = ({ from, to }: Version, day: Day): boolean => from <= day && day <= to;
export const isCertain = ({ sureFrom, sureTo }: Version, day: Day): boolean => sureFrom <= day && day <= sureTo;

const place = (standing: Standing): number => STANDINGS.indexOf(standing);
export const best = (standings: readonly Standing[]): Standing => STANDINGS[Math.min(...standings.map(place))]!;
export const weakest = (standings: readonly Standing[]): Standing => STANDINGS[Math.max(...standings.map(place))]!;
/** Best founded first. */
export const compareStandings = (a: Standing, b: Standing): number => place(a) - place(b);

/** Fewest steps from any of `starts` to everybody, over the pairs that pass. */
export function fewestSteps(
  network: Network,
  starts: Iterable<string>,
  within: number,
  passes: (pair: Pair) => boolean = () => true,
): Map<string, number> {
  const steps = new Map([...starts].map((start) => [start, 0]));
  let layer = [...steps.keys()];
  for (let step = 1; step <= within && layer.length > 0; step++) {
    const next: string[] = [];
    for (const person of layer) {
      for (const [neighbour, pair] of network.get(person) ?? []) {
        if (steps.has(neighbour) || !passes(pair)) continue;
        steps.set(neighbour, step);
        next.push(neighbour);
      }
    }
    layer = next;
  }
  return steps;
}
