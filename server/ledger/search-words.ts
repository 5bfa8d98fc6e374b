/**
 * The words under which what an agency holds of a person or a home can be found: one text for each
 * version, of tokens that name their field (`family.smith`, `born.201809`), for a full-text index that
 * takes words as they stand. What is typed is turned into the same tokens. Pure.
 */
import { doubleMetaphone } from 'double-metaphone';
import { addDays, type Span } from './dates.ts';
import type { Identifier, PersonName } from './records.ts';
import type { Kind, Version } from './versions.ts';

/** The property of the relationship that the index reads; null where nothing can be found by. */
export function searchWords(kind: Kind, more: Version['more']): string | null {
  const words = kind === 'HAS_DETAIL' ? personWords(more) : kind === 'HAS_ADDRESS' ? placeWords(more) : [];
  return words.length === 0 ? null : [...new Set(words)].sort().join(' ');
}

function personWords(more: Version['more']): string[] {
  const names = (more?.['names'] ?? []) as PersonName[];
  const born = more?.['born'] as Span | undefined;
  const identifiers = (more?.['identifiers'] ?? []) as Identifier[];
  const own = names.flatMap(({ given, family, alsoKnownAs }) => [
    ...fielded('given', given),
    ...fielded('family', family),
    ...fielded('other', alsoKnownAs),
  ]);
  const all = names.flatMap(({ given, family, alsoKnownAs }) => [given, family, alsoKnownAs].flatMap(wordsIn));
  const lacks = (['given', 'family'] as const)
    .filter((part) => names.every((name) => name[part] === undefined))
    .map((part) => `lacks.${part}`);
  return [
    ...own,
    ...all.map((word) => `name.${word}`),
    ...all.flatMap(soundsOf).map((sound) => `sound.${sound.toLowerCase()}`),
    ...lacks,
    ...(born ? bornWords(born) : []),
    ...identifiers.map(({ value }) => `number.${squeezed(value)}`),
  ];
}

function placeWords(more: Version['more']): string[] {
  const addresses = (more?.['addresses'] ?? []) as { postcode?: string; area?: string }[];
  return addresses.flatMap(({ postcode, area }) => [
    ...(postcode === undefined ? [] : [`postcode.${squeezed(postcode)}`]),
    ...fielded('area', area),
  ]);
}

const fielded = (field: string, text: string | undefined): string[] => wordsIn(text).map((word) => `${field}.${word}`);

/** Words of a name: small letters without accents; an apostrophe joins, anything else that is no letter or digit parts. */
export function wordsIn(text: string | undefined): string[] {
  return folded(text ?? '')
    .replace(/['’`]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** A number or postcode without the spaces and signs people put in it. */
export const squeezed = (text: string): string => folded(text).replace(/[^\p{L}\p{N}]/gu, '');

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * How a word sounds to English ears (double metaphone, L. Philips 2000), in up to two ways. A code of
 * one letter would make "Mia" sound like "May", so it does not count.
 */
export function soundsOf(word: string): string[] {
  return [...new Set(doubleMetaphone(word))].filter((code) => code.length > 1);
}

/** A birth known to about a season is found by its months, a vaguer one by its years, a very vague one not at all. */
export function bornWords({ earliest, latest }: Span): string[] {
  if (addDays(earliest, MOST_DAYS_BY_MONTH) >= latest) return monthsIn(earliest, latest).map((month) => `born.${month}`);
  const [first, last] = [Number(earliest.slice(0, 4)), Number(latest.slice(0, 4))];
  return last - first > MOST_YEARS
    ? []
    : Array.from({ length: last - first + 1 }, (_, at) => `born.${String(first + at).padStart(4, '0')}`);
}

const MOST_DAYS_BY_MONTH = 100;
const MOST_YEARS = 25;

function monthsIn(earliest: string, latest: string): string[] {
  const months: string[] = [];
  for (let [year, month] = [Number(earliest.slice(0, 4)), Number(earliest.slice(5, 7))]; ;) {
    const written = `${String(year).padStart(4, '0')}${String(month).padStart(2, '0')}`;
    if (written > latest.slice(0, 7).replace('-', '')) return months;
    months.push(written);
    if (month === 12) [year, month] = [year + 1, 1];
    else month += 1;
  }
}
