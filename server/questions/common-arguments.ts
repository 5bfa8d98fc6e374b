/**
 * The arguments every question has (docs/questions.md, "Common arguments"), checked in one place.
 * Every refusal is BAD_INPUT naming the argument and the rule.
 */
import { KithError } from '../errors.ts';
import { isDay } from '../ledger/dates.ts';
import { FIRST_DAY, STANDINGS, STANDING_WORDS, TIE_KINDS, type Day, type Standing, type TieKind } from '../ledger/versions.ts';

export type CommonArguments = {
  asAt: Day;
  /** null: ever. */
  since: Day | null;
  heldOn: Day;
  heldBy: string[];
  within: 1 | 2 | 3 | 4;
  ties: TieKind[];
  standings: Standing[];
  without: string[];
  first: number;
};

export type Given = Readonly<Record<string, unknown>>;

export const MOST_ROWS = 500;
const MOST_STEPS = 4;
const COMMON = ['asAt', 'since', 'heldOn', 'heldBy', 'within', 'ties', 'standings', 'without', 'first'];

/**
 * `known`: every agency there is; `allowed`: those the asker may ask for, which are also the default.
 * `own`: names of the question's own arguments. null counts as left out.
 */
export function readCommonArguments(
  given: Given,
  own: readonly string[],
  { known, allowed, today }: { known: ReadonlySet<string>; allowed: readonly string[]; today: Day },
): CommonArguments {
  for (const name of Object.keys(given)) {
    if (!COMMON.includes(name) && !own.includes(name)) throw wrong(name, 'is not an argument of this question');
  }
  const asAt = day(given, 'asAt') ?? today;
  const since = day(given, 'since');
  if (since !== null && since > asAt) throw wrong('since', 'must not be after asAt');
  const heldBy = ownAgencies(given, 'heldBy', known, allowed);
  return {
    asAt,
    since,
    heldOn: day(given, 'heldOn') ?? today,
    heldBy: heldBy ?? [...allowed],
    within: wholeNumber(given, 'within', 1, MOST_STEPS, 2) as CommonArguments['within'],
    ties: someOf(given, 'ties', TIE_KINDS) ?? [...TIE_KINDS],
    standings: someOf(given, 'standings', STANDINGS) ?? [...STANDING_WORDS],
    without: [...new Set(list(given, 'without') ?? [])].sort(),
    first: wholeNumber(given, 'first', 1, MOST_ROWS, 100),
  };
}

/** An id the question cannot do without. */
export function requiredId(given: Given, name: string): string {
  const value = given[name];
  if (typeof value !== 'string' || value === '') throw wrong(name, 'must be an id');
  return value;
}

export function requiredIds(given: Given, name: string, most: number): string[] {
  const ids = [...new Set(list(given, name) ?? [])].sort();
  if (ids.length < 1 || ids.length > most) throw wrong(name, `must be 1 to ${most} ids`);
  return ids;
}

/** Agencies of the question's own argument: known, and cut to those the asker may ask for; null: left out. */
export function ownAgencies(given: Given, name: string, known: ReadonlySet<string>, allowed: readonly string[]): string[] | null {
  const ids = list(given, name);
  for (const agency of ids ?? []) if (!known.has(agency)) throw wrong(name, `names an unknown agency: ${agency}`);
  return ids === null ? null : [...new Set(ids)].filter((agency) => allowed.includes(agency)).sort();
}

/** Null: left out. The rule is in words a caller can act on. */
export function day(given: Given, name: string): Day | null {
  const value = given[name] ?? null;
  if (value === null) return null;
  if (typeof value !== 'string' || !isDay(value) || value < FIRST_DAY) throw wrong(name, 'must be a day, as 2020-04-25');
  return value;
}

function list(given: Given, name: string): string[] | null {
  const value = given[name] ?? null;
  if (value === null) return null;
  const items: unknown[] = Array.isArray(value) ? value : [value];
  if (!items.every((item) => typeof item === 'string')) throw wrong(name, 'must be a list of ids');
  return items;
}

export function someOf<T extends string>(given: Given, name: string, allowed: readonly T[]): T[] | null {
  const values = list(given, name);
  if (values === null) return null;
  if (!values.every((value): value is T => (allowed as readonly string[]).includes(value)))
    throw wrong(name, `must be some of ${allowed.join(', ')}`);
  return [...new Set(values)];
}

export function wholeNumber(given: Given, name: string, least: number, most: number, otherwise: number): number {
  const value = given[name] ?? otherwise;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most)
    throw wrong(name, `must be a whole number from ${least} to ${most}`);
  return value;
}

export function wrong(argument: string, rule: string): KithError {
  return new KithError('BAD_INPUT', `${argument} ${rule}.`, { argument, rule });
}
