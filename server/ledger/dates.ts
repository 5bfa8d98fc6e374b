/**
 * Days as people know them: `2020-04-25`, `2020-04`, `2020`, `~` (about), `?` (doubt), `a/b` (some day
 * from a to b), `../b`, `a/..`. A written date becomes the span of days it may mean.
 * The notation is a small part of the Extended Date/Time Format (ISO 8601-2); docs/model.md section 3.
 */
import { FIRST_DAY, LAST_DAY, type Day } from './versions.ts';

/** Some day from `earliest` to `latest`, both inclusive. */
export type Span = { earliest: Day; latest: Day };
export type WrittenSpan = Span & { doubt: boolean };

const POINT = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?]{0,2})$/;
const MS_PER_DAY = 86_400_000;

/** A ledger of a million people has some ten thousand different dates, each read many times. */
const known = new Map<string, WrittenSpan>();
const MOST_KNOWN = 50_000;

/** The span a written date may mean. Throws RangeError naming the rule; `..` alone is refused (see isGoingOn). */
export function readSpan(text: string): WrittenSpan {
  let span = known.get(text);
  if (span === undefined) {
    span = Object.freeze(spanOf(text));
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(text, span);
  }
  return span;
}

function spanOf(text: string): WrittenSpan {
  const parts = text.split('/');
  if (parts.length > 2) throw new RangeError('a date has at most one "/"');
  const [first, second] = parts;
  if (second === undefined) return readPoint(first ?? '');
  if (first === '..' && second === '..') throw new RangeError('"../.." names no day');
  const start = first === '..' ? { earliest: FIRST_DAY, latest: FIRST_DAY, doubt: false } : readPoint(first ?? '');
  const end = second === '..' ? { earliest: LAST_DAY, latest: LAST_DAY, doubt: false } : readPoint(second);
  if (start.earliest > end.latest) throw new RangeError('the first day of a "/" comes after the last');
  return { earliest: start.earliest, latest: end.latest, doubt: start.doubt || end.doubt };
}

/** `..` as an end: the source said it was going on when it was recorded. */
export function isGoingOn(text: string | undefined): boolean {
  return text === '..';
}

/** Whether a written date leaves one side open (`../b`, `a/..`): refused where a day is needed. */
export function isOpenEnded(text: string): boolean {
  return text === '..' || text.startsWith('../') || text.endsWith('/..');
}

function readPoint(text: string): WrittenSpan {
  const match = POINT.exec(text);
  if (!match) throw new RangeError('a date is written 2020-04-25, 2020-04 or 2020, with ~ for about and ? for doubt');
  const [, year, month, day, marks = ''] = match;
  if (marks === '~~' || marks === '??') throw new RangeError('~ and ? may each be written once');
  if (year === '0000') throw new RangeError('there is no year 0000');
  if (month !== undefined && (month < '01' || month > '12')) throw new RangeError(`there is no month ${month}`);
  const from: Day = `${year}-${month ?? '01'}-${day ?? '01'}`;
  if (day !== undefined && !isDay(from)) throw new RangeError(`there is no day ${from}`);
  const to = day !== undefined ? from : month !== undefined ? lastDayOfMonth(from) : `${year}-12-31`;
  const doubt = marks.includes('?');
  if (!marks.includes('~')) return { earliest: from, latest: to, doubt };
  return { ...widen(from, to, day ? 'day' : month ? 'month' : 'year'), doubt };
}

/** `~`: a day by a week, a month by a month, a year by a year, each way. */
function widen(from: Day, to: Day, unit: 'day' | 'month' | 'year'): Span {
  if (unit === 'day') return { earliest: addDays(from, -7), latest: addDays(to, 7) };
  if (unit === 'month') return { earliest: `${dayBefore(from).slice(0, 7)}-01`, latest: lastDayOfMonth(dayAfter(to)) };
  return { earliest: `${dayBefore(from).slice(0, 4)}-01-01`, latest: `${dayAfter(to).slice(0, 4)}-12-31` };
}

/** Whether the text is one real calendar day written `2020-04-25`, year 0001 to 9999. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < FIRST_DAY) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

/** The day `count` days later; the first and the last day there are stand for "open" and do not move. */
export function addDays(day: Day, count: number): Day {
  if (day === FIRST_DAY || day === LAST_DAY) return day;
  const moved = new Date(Date.parse(`${day}T00:00:00Z`) + count * MS_PER_DAY);
  if (moved.getUTCFullYear() < 1) return FIRST_DAY;
  if (moved.getUTCFullYear() > 9999) return LAST_DAY;
  return moved.toISOString().slice(0, 10);
}

export const dayBefore = (day: Day): Day => addDays(day, -1);
export const dayAfter = (day: Day): Day => addDays(day, 1);

/** The same day of the month `years` later; 29 February becomes 1 March where there is none. */
export function addYears(day: Day, years: number): Day {
  const year = Number(day.slice(0, 4)) + years;
  if (year > 9999) return LAST_DAY;
  const moved = `${String(year).padStart(4, '0')}${day.slice(4)}`;
  return isDay(moved) ? moved : `${moved.slice(0, 4)}-03-01`;
}

/** Whole years from one day to a later one, as ages are counted; negative before the first. */
export function yearsBetween(from: Day, to: Day): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}

function lastDayOfMonth(day: Day): Day {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const last = month === 12 ? 31 : new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
  return `${day.slice(0, 7)}-${String(last).padStart(2, '0')}`;
}

export const earlier = (a: Day, b: Day): Day => (a <= b ? a : b);
export const later = (a: Day, b: Day): Day => (a >= b ? a : b);
