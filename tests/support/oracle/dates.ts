/**
 * The oracle's own reading of dates (model section 3). It shares no code with the server on purpose:
 * two readings of one text are worth comparing, one reading called twice is not.
 */
export type Day = string;
export type Span = { earliest: Day; latest: Day };

export const FIRST: Day = '0001-01-01';
export const LAST: Day = '9999-12-31';
export const EVER: Span = { earliest: FIRST, latest: LAST };

export const later = (a: Day, b: Day): Day => (a > b ? a : b);
export const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
export const latestOf = (days: Day[]): Day => days.reduce(later, FIRST);
export const earliestOf = (days: Day[]): Day => days.reduce(earlier, LAST);
export const overlap = (a: Span, b: Span): boolean => a.earliest <= b.latest && b.earliest <= a.latest;
export const equalSpans = (a: Span, b: Span): boolean => a.earliest === b.earliest && a.latest === b.latest;

/** Days are kept within 0001-01-01 and 9999-12-31. */
export function plusDays(day: Day, days: number): Day {
  const moved = new Date(`${day}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  if (moved.getUTCFullYear() < 1) return FIRST;
  if (moved.getUTCFullYear() > 9999) return LAST;
  return moved.toISOString().slice(0, 10);
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

function lastOfMonth(year: number, month: number): Day {
  return plusDays(month === 12 ? `${pad(year + 1, 4)}-01-01` : `${pad(year, 4)}-${pad(month + 1, 2)}-01`, -1);
}

function readPart(text: string): Span {
  const wide = text.includes('~');
  const [year = 0, month, day] = text.replace(/[~?]/g, '').split('-').map(Number);
  if (day !== undefined && month !== undefined) {
    const exact = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
    return wide ? { earliest: plusDays(exact, -7), latest: plusDays(exact, 7) } : { earliest: exact, latest: exact };
  }
  if (month !== undefined) {
    const first = wide ? year * 12 + month - 2 : year * 12 + month - 1;
    const last = wide ? year * 12 + month : year * 12 + month - 1;
    return {
      earliest: `${pad(Math.floor(first / 12), 4)}-${pad((first % 12) + 1, 2)}-01`,
      latest: lastOfMonth(Math.floor(last / 12), (last % 12) + 1),
    };
  }
  return { earliest: `${pad(wide ? year - 1 : year, 4)}-01-01`, latest: `${pad(wide ? year + 1 : year, 4)}-12-31` };
}

/** What a written date can mean; `..` alone says nothing and is null. */
export function spanOf(text: string | undefined): Span | null {
  if (text === undefined || text === '..') return null;
  if (!text.includes('/')) return readPart(text);
  const [first = '..', last = '..'] = text.split('/');
  return { earliest: first === '..' ? FIRST : readPart(first).earliest, latest: last === '..' ? LAST : readPart(last).latest };
}

export function mustSpan(text: string): Span {
  const span = spanOf(text);
  if (!span) throw new RangeError(`not a day: ${text}`);
  return span;
}

export function eighteenYearsAfter(day: Day): Day {
  const year = Number(day.slice(0, 4)) + 18;
  if (year > 9999) return LAST;
  return day.slice(5) === '02-29' && !(year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0))
    ? `${pad(year, 4)}-03-01`
    : `${pad(year, 4)}${day.slice(4)}`;
}
