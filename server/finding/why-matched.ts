/**
 * Whether somebody may be who is looked for, why, and in which order to show them. Told only from what
 * the agencies asked hold, so nothing unseen changes a word or a place in the list. Pure.
 */
import { readSpan, type Span } from '../ledger/dates.ts';
import { groupBy } from '../ledger/grouping.ts';
import type { Identifier, PersonName } from '../ledger/records.ts';
import { soundsOf, squeezed, wordsIn } from '../ledger/search-words.ts';
import { spanSays } from '../words/dates-say.ts';
import type { NamePart, Sought } from './sought.ts';

/** What one agency holds of a person. */
export type DetailHeld = { agency: string; names: PersonName[]; born: Span | null; identifiers: Identifier[] };
/** A home of the person, as one agency holds its address. */
export type PlaceHeld = { agency: string; home: string; postcode: string | null; area: string | null };

export type Candidate = { details: DetailHeld[]; places: PlaceHeld[]; /** What they are called here. */ called: string | null };

export type Matched = {
  why: string[];
  /** Compared number by number, larger first. */
  rank: number[];
};

const FIELDS = { given: 'given name', family: 'family name', alsoKnownAs: 'other name' } as const;
type Field = keyof typeof FIELDS;

/**
 * Null: not who is looked for. A name must match in every word that is held at all, or the number must;
 * without either, all that was asked for must match. What is held and differs is said.
 */
export function whyMatched(sought: Sought, candidate: Candidate): Matched | null {
  const name = matchNames(sought.names, candidate);
  const number = sought.identifier === null ? [] : numbers(sought.identifier, candidate.details);
  const born = sought.born === null ? NOT_ASKED : births(sought.born, candidate.details);
  const place = sought.postcode === null && sought.area.length === 0 ? NOT_ASKED : places(sought, candidate.places);
  const named = name !== null && name.quality > 0;
  const leads = sought.names.length > 0 || sought.identifier !== null;
  if (leads ? !named && number.length === 0 : !born.matches || !place.matches) return null;
  const asked = [sought.born === null ? 0 : born.quality, place === NOT_ASKED ? 0 : place.quality];
  return {
    why: [...new Set([...number, ...(named ? name.why : []), ...born.why, ...place.why])],
    rank: [number.length > 0 ? 1 : 0, (named ? 2 : 0) + asked.reduce((sum, quality) => sum + quality, 0), named ? name.quality : 0],
  };
}

/** Best explained first. */
export function compareRanks(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : b[at]! - a[at]!;
}

/** A reason and the agency that holds it; null where nobody does ("called"). */
type Reason = { text: string; agency: string | null };
type Part = { matches: boolean; quality: number; why: string[] };
const NOT_ASKED: Part = { matches: true, quality: 0, why: [] };

/** One way a word matched; the larger quality, the closer. */
type Way = Reason & { quality: number };
const EXACT = 4;
const BEGINS = 3;
const SOUNDS = 2;

function matchNames(parts: readonly NamePart[], { details, called }: Candidate): { quality: number; why: string[] } | null {
  let quality = 0;
  const why: Reason[] = [];
  for (const part of parts) {
    const ways = [
      ...details.flatMap((detail) => detail.names.flatMap((name) => waysIn(part, name, detail.agency))),
      ...calledWays(part, called),
    ];
    const best = Math.max(0, ...ways.map((way) => way.quality));
    if (best === 0 && isHeld(part, details)) return null;
    quality += best;
    why.push(...ways.filter((way) => way.quality === best));
  }
  return { quality, why: told(why) };
}

/** Whether anything is held that the word could have matched. */
const isHeld = ({ in: field }: NamePart, details: readonly DetailHeld[]): boolean =>
  field === 'name' || details.some(({ names }) => names.some((name) => name[field] !== undefined));

function waysIn(part: NamePart, name: PersonName, agency: string): Way[] {
  const fields: Field[] = part.in === 'name' ? ['given', 'family', 'alsoKnownAs'] : [part.in, 'alsoKnownAs'];
  return fields.flatMap((field) => (name[field] === undefined ? [] : closest(part.word, name[field], FIELDS[field], agency)));
}

const calledWays = (part: NamePart, called: string | null): Way[] =>
  called === null ? [] : closest(part.word, called, 'called here', null).filter((way) => way.quality > SOUNDS);

function closest(word: string, text: string, field: string, agency: string | null): Way[] {
  const quality = Math.max(0, ...wordsIn(text).map((held) => closeness(word, held)));
  const how =
    quality === EXACT
      ? `${field}: ${text}`
      : quality === BEGINS
        ? `${field} begins with “${word}”: ${text}`
        : `${field} sounds like “${word}”: ${text}`;
  return quality === 0 ? [] : [{ quality, text: how, agency }];
}

function closeness(word: string, held: string): number {
  if (held === word) return EXACT;
  if (word.length > 1 && held.startsWith(word)) return BEGINS;
  const sounds = soundsOf(held);
  return soundsOf(word).some((sound) => sounds.includes(sound)) ? SOUNDS : 0;
}

function numbers(sought: string, details: readonly DetailHeld[]): string[] {
  return told(
    details.flatMap(({ agency, identifiers }) =>
      identifiers.filter(({ value }) => squeezed(value) === sought).map(({ scheme, value }) => ({ text: `${scheme} ${value}`, agency })),
    ),
  );
}

function births(sought: Span, details: readonly DetailHeld[]): Part {
  const held = details.flatMap(({ agency, born }) => (born ? [{ agency, born }] : []));
  const [same, other] = [held.filter(({ born }) => meets(born, sought)), held.filter(({ born }) => !meets(born, sought))];
  const surely = same.some(({ born }) => within(born, sought));
  return {
    matches: same.length > 0,
    quality: surely ? 2 : same.length > 0 ? 1 : held.length > 0 ? -1 : 0,
    why: told([
      ...same.map(({ agency, born }) => ({ text: `${within(born, sought) ? 'born' : 'may match: born'} ${spanSays(born)}`, agency })),
      ...other.map(({ agency, born }) => ({ text: `differs: born ${spanSays(born)}`, agency })),
    ]),
  };
}

const meets = (a: Span, b: Span): boolean => a.earliest <= b.latest && b.earliest <= a.latest;
const within = (inner: Span, outer: Span): boolean => outer.earliest <= inner.earliest && inner.latest <= outer.latest;

function places({ postcode, area }: Sought, held: readonly PlaceHeld[]): Part {
  const found = held.filter(
    (place) =>
      (postcode === null || (place.postcode !== null && squeezed(place.postcode).startsWith(postcode))) &&
      area.every((word) => wordsIn(place.area ?? '').includes(word)),
  );
  const reasons = found.map(({ agency, home, postcode: code, area: authority }) => {
    const what = [postcode === null ? null : `postcode ${code}`, area.length === 0 ? null : `area ${authority}`]
      .filter((part) => part !== null)
      .join(', ');
    return { text: `${what}: ${home}`, agency };
  });
  return { matches: found.length > 0, quality: found.length > 0 ? 2 : 0, why: told(reasons) };
}

/** Each reason once, with all who hold it: "given name: Mia (police, school)". */
function told(reasons: readonly Reason[]): string[] {
  return [...groupBy(reasons, ({ text }) => text)].map(([text, same]) => {
    const agencies = [...new Set(same.flatMap(({ agency }) => agency ?? []))];
    return agencies.length === 0 ? text : `${text} (${agencies.join(', ')})`;
  });
}

/** A birth as an answer of the graph has it: a span, or as it was written. */
export const bornSpan = (born: unknown): Span | null =>
  typeof born === 'string' ? spanOf(born) : typeof born === 'object' && born !== null ? (born as Span) : null;

function spanOf(text: string): Span {
  const { earliest, latest } = readSpan(text);
  return { earliest, latest };
}
