/** Days as whole numbers, and as they are written. The county's last day is fixed: it does not age. */
import type { Random } from '../random.ts';

/** Days since 1970. */
export type DayNumber = number;

const MS = 86_400_000;

export const day = {
  today: Date.UTC(2025, 11, 31) / MS,
  years: (count: number): number => Math.round(count * 365.25),
  written: (number: DayNumber): string => new Date(number * MS).toISOString().slice(0, 10),
};

/** The last day of the county, as it is written. */
export const LAST_COUNTY_DAY = day.written(day.today);

/** A day so many years ago. */
export const age = (chance: Random, youngest: number, oldest: number): DayNumber =>
  day.today - day.years(youngest) - chance.below(day.years(oldest - youngest + 1));
