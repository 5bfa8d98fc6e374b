/**
 * From day to day: which smallest sets of agencies held a whole route from one record to another, with the
 * fact of concern at its end. What was replaced since counts for the days on which it was held. Pure;
 * checked against asking for every day and every set of agencies in tests/graph/first-held-against-oracle.test.ts.
 */
import { dayAfter, dayBefore } from '../ledger/dates.ts';
import { groupBy } from '../ledger/grouping.ts';
import type { Day, Version } from '../ledger/versions.ts';
import { holdersByPerson, smallest, together, type AgencyBits, type AgencySet } from './held-between.ts';

/** Days in a row on which the smallest sets were the same; `to` null: still so at the end. No set: nobody held it any more. */
export type HeldPeriod = { from: Day; to: Day | null; sets: AgencySet[] };

export type Followed = {
  ties: readonly Version[];
  /** null: the route alone counts. */
  concerns: readonly Version[] | null;
  start: string;
  goal: string;
  within: number;
  /** The last day that counts. */
  until: Day;
};

const isHeldOn = ({ heldFrom, heldTo }: Version, day: Day): boolean => heldFrom <= day && day <= heldTo;

/** In order of days, from the first on which anybody held a whole route. */
export function heldPeriods({ ties, concerns, start, goal, within, until }: Followed, bits: AgencyBits): HeldPeriod[] {
  const setOf = new Map([...ties, ...(concerns ?? [])].map((version) => [version, bits.setOf(version.holders)]));
  const parallel = [...groupBy(ties, (tie) => (tie.start <= tie.end ? `${tie.start}\n${tie.end}` : `${tie.end}\n${tie.start}`)).values()];
  const setsOn = (day: Day): AgencySet[] => {
    const held = (versions: readonly Version[]): AgencySet[] =>
      smallest(versions.filter((version) => isHeldOn(version, day)).map((version) => setOf.get(version)!));
    const fact = concerns === null ? [0n] : held(concerns);
    if (fact.length === 0) return [];
    const steps = new Map<string, [string, AgencySet[]][]>();
    const put = (one: string, other: string, sets: AgencySet[]): void => {
      steps.set(one, [...(steps.get(one) ?? []), [other, sets]]);
    };
    for (const versions of parallel) {
      const sets = held(versions);
      if (sets.length === 0) continue;
      put(versions[0]!.start, versions[0]!.end, sets);
      put(versions[0]!.end, versions[0]!.start, sets);
    }
    const reached = holdersByPerson(start, within, (person) => steps.get(person) ?? []).get(goal) ?? [];
    return smallest(together(reached, fact)).sort((a, b) => (a < b ? -1 : 1));
  };
  const periods: HeldPeriod[] = [];
  for (const day of daysOfChange([...ties, ...(concerns ?? [])], until)) {
    const sets = setsOn(day);
    const last = periods.at(-1);
    if (last === undefined ? sets.length === 0 : isEqual(last.sets, sets)) continue;
    periods.push({ from: day, to: null, sets });
  }
  return periods.map((period, at) => ({ ...period, to: periods[at + 1] === undefined ? null : dayBefore(periods[at + 1]!.from) }));
}

/** Every day on which something began or ceased to be held. */
export function daysOfChange(versions: readonly Version[], until: Day): Day[] {
  const days = versions.flatMap(({ heldFrom, heldTo }) => [heldFrom, dayAfter(heldTo)]);
  return [...new Set(days)].filter((day) => day <= until).sort();
}

const isEqual = (a: readonly AgencySet[], b: readonly AgencySet[]): boolean => a.length === b.length && a.every((set, at) => set === b[at]);

/** Whether a version holds only while two records are taken as one person's. */
export const restsOnSame = ({ rests }: Version): boolean => rests.some((id) => id.startsWith('SAME_AS '));
