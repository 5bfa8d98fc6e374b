/**
 * Days and spans of days as people write them: 25 April 2020, April 2020, about January 2020,
 * some day up to 5 May 2019. Pure; British English.
 */
import { addDays, addYears, dayAfter, dayBefore, yearsBetween, type Span } from '../ledger/dates.ts';
import { FIRST_DAY, LAST_DAY, type Day, type Version } from '../ledger/versions.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

export function daySays(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date} ${MONTHS[month! - 1]} ${year}`;
}

/** "25 April 2020", "April 2020", "2020", "about January 2020", "some day between 3 May 2020 and 9 June 2020". */
export function spanSays({ earliest, latest }: Span): string {
  const key = `${earliest}/${latest}`;
  const known = said.get(key);
  if (known !== undefined) return known;
  if (said.size > MOST_REMEMBERED) said.clear();
  const words = wordsFor(earliest, latest);
  said.set(key, words);
  return words;
}

/** An answer says the same few spans hundreds of times, and calendars are slow. */
const said = new Map<string, string>();
const MOST_REMEMBERED = 5_000;

function wordsFor(earliest: Day, latest: Day): string {
  if (earliest === FIRST_DAY && latest === LAST_DAY) return 'not recorded';
  if (earliest === FIRST_DAY) return `some day up to ${daySays(latest)}`;
  if (latest === LAST_DAY) return `some day from ${daySays(earliest)} on`;
  if (earliest === latest) return daySays(earliest);
  return wholePeriod(earliest, latest) ?? about(earliest, latest) ?? `some day between ${daySays(earliest)} and ${daySays(latest)}`;
}

function wholePeriod(earliest: Day, latest: Day): string | null {
  if (!startsMonth(earliest) || !startsMonth(dayAfter(latest))) return null;
  if (earliest.slice(0, 7) === latest.slice(0, 7)) return monthSays(earliest);
  if (earliest.endsWith('-01-01') && latest === `${earliest.slice(0, 4)}-12-31`) return String(Number(earliest.slice(0, 4)));
  return null;
}

/** What `~` makes of a day, a month or a year (docs/model.md section 3). */
function about(earliest: Day, latest: Day): string | null {
  if (addDays(earliest, 14) === latest) return `about ${daySays(addDays(earliest, 7))}`;
  const [afterFirst, beforeLast] = [nextMonth(earliest), dayBefore(`${latest.slice(0, 7)}-01`)];
  if (startsMonth(earliest) && startsMonth(dayAfter(latest)) && afterFirst.slice(0, 7) === beforeLast.slice(0, 7))
    return `about ${monthSays(afterFirst)}`;
  const middle = Number(earliest.slice(0, 4)) + 1;
  if (earliest.endsWith('-01-01') && latest === `${String(middle + 1).padStart(4, '0')}-12-31`) return `about ${middle}`;
  return null;
}

const startsMonth = (day: Day): boolean => day.endsWith('-01');
const nextMonth = (day: Day): Day => `${addDays(`${day.slice(0, 7)}-28`, 7).slice(0, 7)}-01`;
const monthSays = (day: Day): string => `${MONTHS[Number(day.slice(5, 7)) - 1]} ${Number(day.slice(0, 4))}`;

/** A span as GraphQL's DateSpan; null where nothing is stated on that side. */
export type SpanSaid = { earliest: Day | null; latest: Day | null; says: string };

export function saySpan(span: Span): SpanSaid {
  return {
    earliest: span.earliest === FIRST_DAY ? null : span.earliest,
    latest: span.latest === LAST_DAY ? null : span.latest,
    says: spanSays(span),
  };
}

type Period = Pick<Version, 'from' | 'sureFrom' | 'sureTo' | 'to'>;

/** When it began. No start stated: the day it was first spoken of is said, and is not a start. */
export function startSays({ from, sureFrom, to }: Period): SpanSaid {
  const latest = sureFrom <= to ? sureFrom : to;
  if (from !== FIRST_DAY) return { earliest: from, latest, says: spanSays({ earliest: from, latest }) };
  return {
    earliest: null,
    latest: latest === LAST_DAY ? null : latest,
    says: latest === FIRST_DAY || latest === LAST_DAY ? 'not recorded' : `not recorded; so by ${daySays(latest)}`,
  };
}

/** When it ended. No end stated: an unknown end is not "still going", so the last day it was spoken of is said. */
export function endSays({ from, sureFrom, sureTo, to }: Period): SpanSaid {
  const earliest = sureTo >= from ? sureTo : from;
  const known = earliest === FIRST_DAY ? null : earliest;
  if (to !== LAST_DAY) return { earliest: known, latest: to, says: spanSays({ earliest, latest: to }) };
  if (sureTo === LAST_DAY) return { earliest: null, latest: null, says: 'does not end' };
  return {
    earliest: known,
    latest: null,
    says: known === null || sureTo < sureFrom ? 'not recorded' : `not recorded; last spoken of ${daySays(earliest)}`,
  };
}

/** "from October 2016 to December 2019", "on 5 May 2020", "to December 2019"; empty where neither end is stated. */
export function periodSays(period: Period): string {
  const { from, to, sureFrom, sureTo } = period;
  if (from === to) return `on ${daySays(from)}`;
  // Neither day is certain: two vague ends would read as two days.
  if (from !== FIRST_DAY && to !== LAST_DAY && sureFrom >= to && sureTo <= from)
    return `some time between ${daySays(from)} and ${daySays(to)}`;
  const start = from === FIRST_DAY ? '' : `from ${shortly(startSays(period).says) ?? `${daySays(from)} at the earliest`}`;
  const end = to === LAST_DAY ? '' : `to ${shortly(endSays(period).says) ?? `${daySays(to)} at the latest`}`;
  return [start, end].filter((part) => part !== '').join(' ');
}

/** A wide span would fill the sentence: only its outer day is said there. */
const shortly = (says: string): string | null => (says.startsWith('some day') ? null : says);

/** Age on a day, in words, from the widest birth held. */
export function ageSays(born: Span | null, day: Day): string {
  if (!born) return 'age not known';
  if (born.earliest > day) return 'unborn';
  const [least, most] = [born.latest > day ? -1 : yearsBetween(born.latest, day), yearsBetween(born.earliest, day)];
  if (born.earliest === FIRST_DAY) return least < 0 ? 'age not known' : `${yearsSay(least)} or more`;
  if (least < 0) return `unborn, or up to ${yearsSay(Math.max(most, 1))}`;
  if (least === most) return most === 0 ? monthsSay(born, day) : yearsSay(most);
  return most === least + 1 ? `${least} or ${yearsSay(most)}` : `${least} to ${yearsSay(most)}`;
}

function monthsSay({ earliest, latest }: Span, day: Day): string {
  const months = (from: Day): number =>
    (Number(day.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
    Number(day.slice(5, 7)) -
    Number(from.slice(5, 7)) -
    (day.slice(8) < from.slice(8) ? 1 : 0);
  const [least, most] = [months(latest), months(earliest)];
  if (least !== most) return 'under 1 year';
  return most === 0 ? 'under 1 month' : most === 1 ? '1 month' : `${most} months`;
}

const yearsSay = (years: number): string => (years === 1 ? '1 year' : `${years} years`);

/** Whether somebody was certainly, possibly or certainly not under 18; null where no birth is held. */
export function mayBeChild(born: Span | null, day: Day): boolean | null {
  return born === null ? null : addYears(born.latest, 18) > day;
}
