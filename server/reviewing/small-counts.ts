/**
 * Counts for a table or a plot. A small one could tell of somebody, so it is not given: only that there are
 * some (Office for National Statistics, disclosure control: counts under 5). Pure.
 */
import type { Day } from '../ledger/versions.ts';

/** The smallest count that is given. */
export const SMALLEST_COUNT = 5;

export type CountTold = {
  name: string;
  /** Null: some, fewer than SMALLEST_COUNT. */
  count: number | null;
  says: string;
};

/** For each name how many of the things carry it, by name; a thing may carry several, and each once. */
export function countsOf(names: Iterable<readonly string[]>): CountTold[] {
  const counts = new Map<string, number>();
  for (const own of names) for (const name of new Set(own)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, count]) => ({
      name,
      count: count < SMALLEST_COUNT ? null : count,
      says: `${name}: ${count < SMALLEST_COUNT ? `fewer than ${SMALLEST_COUNT}` : count}`,
    }));
}

/** `2020-04`. */
export const monthOf = (day: Day): string => day.slice(0, 7);
