/** Days as the reader writes and reads them. A day travels as 2020-04-25 and is shown as 25 April 2020. */
import { isDay } from './fragment.ts';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

export function sayDay(day: string): string {
  const [year, month, date] = day.split('-');
  return `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`;
}

/** A month travels as 2020-04. */
export function sayMonth(month: string): string {
  const [year, number] = month.split('-');
  return `${MONTHS[Number(number) - 1]} ${year}`;
}

export interface DayParts {
  day: string;
  month: string;
  year: string;
}

export function partsOf(day: string | null): DayParts {
  const [year = '', month = '', date = ''] = day?.split('-') ?? [];
  return { day: date.replace(/^0/, ''), month: month.replace(/^0/, ''), year };
}

export const isEmpty = (parts: DayParts): boolean => Object.values(parts).every((part: string) => part.trim() === '');

/** The day typed; null for three empty fields. @throws RangeError with the sentence for the reader */
export function dayOf(parts: DayParts, what: string): string | null {
  const day = parts.day.trim();
  const year = parts.year.trim();
  const month = monthOf(parts.month.trim());
  if (isEmpty(parts)) return null;
  const missing = [day === '' && 'a day', parts.month.trim() === '' && 'a month', year === '' && 'a year'].filter(Boolean);
  if (missing.length > 0) throw new RangeError(`${what} must include ${missing.join(' and ')}`);
  const text = `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isDay(text)) throw new RangeError(`${what} must be a real day, such as 25 4 2020`);
  return text;
}

/** A day, a month (2020-04) or a year (2020), as the search takes a birth date. @throws RangeError with the sentence for the reader */
export function birthOf(parts: DayParts): string | null {
  if (parts.day.trim() !== '' || parts.year.trim() === '') return dayOf(parts, 'Date of birth');
  const month = parts.month.trim() === '' ? '' : monthOf(parts.month.trim()).padStart(2, '0');
  const year = parts.year.trim();
  if (!isDay(`${year}-${month === '' ? '01' : month}-01`)) throw new RangeError('Date of birth must be a real day, month or year');
  return month === '' ? year : `${year}-${month}`;
}

/** GOV.UK's date input takes "4", "April" and "apr". */
function monthOf(text: string): string {
  const named = MONTHS.findIndex((month) => text.length >= 3 && month.toLowerCase().startsWith(text.toLowerCase()));
  return named >= 0 ? String(named + 1) : text;
}

/** The day `by` days after (before, if negative). */
export function dayFrom(day: string, by: number): string {
  const time = new Date(`${day}T00:00:00Z`);
  time.setUTCDate(time.getUTCDate() + by);
  return time.toISOString().slice(0, 10);
}
