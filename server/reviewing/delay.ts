/** How long after something happened an agency came to hold it, in days. Pure. */
import type { Span } from '../ledger/dates.ts';
import { FIRST_DAY, LAST_DAY, type Day } from '../ledger/versions.ts';

/**
 * Days from what happened to the day it was held: at least `least` and at most `most`; below nought where
 * it was held before. Null: no last, or no first, day of it is stated.
 */
export type Delay = { least: number | null; most: number | null };

const MS_PER_DAY = 86_400_000;
export const daysBetween = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / MS_PER_DAY);

export function delayOf(happened: Span, heldFrom: Day): Delay {
  return {
    least: happened.latest === LAST_DAY ? null : daysBetween(happened.latest, heldFrom),
    most: happened.earliest === FIRST_DAY ? null : daysBetween(happened.earliest, heldFrom),
  };
}

/** Held on a day before any on which it may have happened: a birth that was expected, a date put in ahead. */
export const isHeldBefore = ({ most }: Delay): boolean => most !== null && most < 0;

export function delaySays({ least, most }: Delay): string {
  if (most === null) return least !== null && least > 0 ? `at least ${days(least)} later` : 'how long after is not known';
  if (most < 0) {
    const soonest = -most;
    return least === null || least === most ? `held ${days(soonest)} before` : `held ${number(soonest)} to ${days(-least)} before`;
  }
  if (least === most) return most === 0 ? 'the same day' : `${days(most)} later`;
  if (least === null || least < 0) return `${days(most)} later at most, or before it happened`;
  return least === 0 ? `up to ${days(most)} later` : `${number(least)} to ${days(most)} later`;
}

const number = (count: number): string => count.toLocaleString('en-GB');
const days = (count: number): string => (count === 1 ? '1 day' : `${number(count)} days`);
