/**
 * Who is looked for: what was typed, checked and turned into words, and the text that asks the index
 * for everybody who may be meant. The index is asked widely; why-matched.ts decides. Pure.
 */
import { KithError } from '../errors.ts';
import { isGoingOn, readSpan, type Span } from '../ledger/dates.ts';
import { bornWords, soundsOf, squeezed, wordsIn } from '../ledger/search-words.ts';

export type SoughtTyped = Partial<Record<'name' | 'given' | 'family' | 'born' | 'identifier' | 'postcode' | 'area', string | null>>;

export type NamePart = { word: string; in: 'name' | 'given' | 'family' };

export type Sought = {
  names: NamePart[];
  born: Span | null;
  /** Letters and digits only, as `postcode`. */
  identifier: string | null;
  postcode: string | null;
  area: string[];
};

const MOST_LETTERS = 200;
const MOST_WORDS = 10;

/** Throws BAD_INPUT naming the argument. */
export function readSought(typed: SoughtTyped): Sought {
  const text = (argument: keyof SoughtTyped): string | null => {
    const given = typed[argument]?.trim();
    if (given === undefined || given === '') return null;
    if (given.length > MOST_LETTERS) throw bad(argument, `has at most ${MOST_LETTERS} characters`);
    if (argument !== 'born' && squeezed(given) === '') throw bad(argument, 'has at least one letter or digit');
    return given;
  };
  const names = (['name', 'given', 'family'] as const).flatMap((argument) =>
    wordsIn(text(argument) ?? '').map((word): NamePart => ({ word, in: argument })),
  );
  if (names.length > MOST_WORDS) throw bad('name', `has at most ${MOST_WORDS} words, given and family name included`);
  const squeeze = (argument: 'identifier' | 'postcode'): string | null => {
    const given = text(argument);
    return given === null ? null : squeezed(given);
  };
  const sought: Sought = {
    names,
    born: readBorn(text('born')),
    identifier: squeeze('identifier'),
    postcode: squeeze('postcode'),
    area: wordsIn(text('area') ?? ''),
  };
  if (sought.postcode !== null && sought.postcode.length < 2) throw bad('postcode', 'has at least its first two characters');
  if (names.length === 0 && !sought.born && !sought.identifier && !sought.postcode && sought.area.length === 0) {
    throw bad('name', 'or another of given, family, born, identifier, postcode and area must say who is looked for');
  }
  return sought;
}

function readBorn(text: string | null): Span | null {
  if (text === null) return null;
  try {
    if (isGoingOn(text)) throw new RangeError('a birth is a day, a month or a year');
    const { earliest, latest } = readSpan(text);
    if (bornWords({ earliest, latest }).length === 0) throw new RangeError('it spans more than 25 years');
    return { earliest, latest };
  } catch (error) {
    throw bad('born', `is written 2018-09-14, 2018-09 or 2018: ${(error as Error).message}`);
  }
}

const bad = (argument: string, rule: string): KithError => new KithError('BAD_INPUT', `${argument} ${rule}.`, { argument, rule });

/**
 * What to ask the index of names, births and numbers, in Lucene's query syntax; null: nothing there to
 * ask. A record that lacks a kind of name is not ruled out by it, so somebody held as "Mrs D" is found.
 */
export function detailText({ names, born, identifier, postcode, area }: Sought): string | null {
  const number = identifier === null ? [] : [term(`number.${identifier}`)];
  const named =
    names.length === 0
      ? []
      : [
          `(${[...names.map((part) => `+(${[...waysOf(part), ...lacking(part)].join(' ')})`), `+(${names.flatMap(waysOf).join(' ')})`].join(' ')})`,
        ];
  if (named.length > 0 || number.length > 0) return [...named, ...number].join(' ');
  return born === null || postcode !== null || area.length > 0 ? null : bornText(born);
}

/** What to ask the index of addresses; null where no place was given. */
export function placeText({ postcode, area }: Sought): string | null {
  const parts = [...(postcode === null ? [] : [`+${term(`postcode.${postcode}`)}*`]), ...area.map((word) => `+${term(`area.${word}`)}`)];
  return parts.length === 0 ? null : parts.join(' ');
}

/** What to ask the index of what people are called here; its analyzer takes plain words. */
export function calledText({ names }: Sought): string | null {
  return names.length === 0 ? null : names.map(({ word }) => `+(${term(word)} ${word.length > 1 ? `${term(word)}*` : ''})`).join(' ');
}

function waysOf(part: NamePart): string[] {
  const fields = part.in === 'name' ? ['name'] : [part.in, 'other'];
  const exact = fields.map((field) => term(`${field}.${part.word}`));
  return [
    ...exact,
    ...(part.word.length > 1 ? exact.map((word) => `${word}*`) : []),
    ...soundsOf(part.word).map((sound) => term(`sound.${sound.toLowerCase()}`)),
  ];
}

const lacking = (part: NamePart): string[] => (part.in === 'name' ? [] : [term(`lacks.${part.in}`)]);

/** A day may be held as its month or its year only; a year is any of its months. */
function bornText(born: Span): string {
  const words = bornWords(born);
  const years = words.map((word) => word.slice(0, 'born.2018'.length));
  return [
    ...new Set(words[0]!.length > 'born.2018'.length ? [...words.map(term), ...years.map(term)] : years.map((year) => `${term(year)}*`)),
  ].join(' ');
}

/** The one place where a word becomes part of a query: every sign that Lucene's syntax gives a meaning is escaped. */
export const term = (word: string): string => word.replace(/[-+&|!(){}[\]^"~*?:\\/=<>\s]/g, '\\$&');
