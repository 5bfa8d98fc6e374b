/**
 * What an agency holds of a person (names, sex, birth, death, identifiers) and of where a home is.
 * Field by field: each source's newest word counts, several sources are shown side by side, and births
 * held in several details fold like dates (docs/model.md sections 2 and 3). Pure.
 */
import { dayBefore, earlier, later, readSpan, type Span } from './dates.ts';
import { arrivalDays, sealsInPlay, shortHash } from './fold.ts';
import { groupBy } from './grouping.ts';
import { isSubset, sealSets, union, type Ledger } from './holdings.ts';
import { judge } from './spell-dates.ts';
import { wordsOf, type View, type Word } from './words.ts';
import type { Claim, StatementRecord } from './records.ts';
import { FIRST_DAY, LAST_DAY, type Day, type Kind, type Standing, type Version } from './versions.ts';

const PERSON_FIELDS = ['names', 'sex', 'born', 'died', 'expected', 'identifiers'] as const;
const PLACE_FIELDS = ['lines', 'postcode', 'uprn', 'area'] as const;

/** A child's birth as an agency holds it, for whoever may open some seals. */
export type BirthsHeld = {
  heldBy(agency: string, child: string, open: readonly string[], day: Day): Span | null;
  /** Days on which what the agency holds of the birth may have changed. */
  changes(agency: string, child: string, open: readonly string[]): Day[];
  sealsInPlay(agency: string, child: string): string[][];
};

export function birthsIn(ledger: Ledger): BirthsHeld {
  const details = groupBy(
    ledger.statements.filter((s) => s.claim.type === 'detail'),
    (s) => (s.claim.type === 'detail' ? s.claim.person : ''),
  );
  const of = (child: string): StatementRecord[] => details.get(child) ?? [];
  return {
    heldBy: (agency, child, open, day) => (of(child).length === 0 ? null : bornIn(wordsOf({ ledger, agency, open, day }, of(child)))),
    changes: (agency, child, open) => arrivalDays(ledger, agency, open, of(child)),
    sealsInPlay: (agency, child) => of(child).flatMap((s) => sealsInPlay(ledger, s, agency)),
  };
}

/** The widest birth over each standing source's newest. */
const bornIn = (words: readonly Word[]): Span | null =>
  widest(newestOf(words, 'born').map((word) => fieldOf(word.claim, 'born') as string));

function widest(dates: readonly string[]): Span | null {
  if (dates.length === 0) return null;
  const spans = dates.map(readSpan);
  return { earliest: spans.map((s) => s.earliest).reduce(earlier), latest: spans.map((s) => s.latest).reduce(later) };
}

type Field = (typeof PERSON_FIELDS)[number] | (typeof PLACE_FIELDS)[number];

const fieldOf = (claim: Claim, field: Field): unknown => (claim as Record<string, unknown>)[field];

/** Words that bear on one field: those that state it, and denials of everything said. */
function wordsOn(words: readonly Word[], field: Field): Word[] {
  const silent = (claim: Claim): boolean => [...PERSON_FIELDS, ...PLACE_FIELDS].every((name) => fieldOf(claim, name) === undefined);
  return words.filter((word) => fieldOf(word.claim, field) !== undefined || (!word.isSo && silent(word.claim)));
}

/** Each standing source's newest word on a field, oldest first. */
function newestOf(words: readonly Word[], field: Field): Word[] {
  const { standingWords } = judge(wordsOn(words, field), null);
  return [...groupBy(standingWords, (word) => word.source).values()].map((own) => own.at(-1)!);
}

/** Versions of what each agency holds of one person (`detail`) or of one home's place (`address`). */
export function foldDetails(ledger: Ledger, topic: string, statements: readonly StatementRecord[]): Version[] {
  const { claim } = statements[0]!;
  const subject = claim.type === 'detail' ? claim.person : claim.type === 'address' ? claim.household : '';
  const kind: Kind = claim.type === 'detail' ? 'HAS_DETAIL' : 'HAS_ADDRESS';
  const agencies = new Set(statements.flatMap((s) => [...(ledger.arrivals.get(s.id)?.keys() ?? [])]));
  return [...agencies].sort().flatMap((agency) => {
    const kept: Version[] = [];
    for (const open of sealSets(statements.flatMap((s) => sealsInPlay(ledger, s, agency)))) {
      for (const version of detailsUnder(ledger, agency, open, statements, kind, subject, topic)) {
        if (
          !kept.some(
            (seen) =>
              isSubset(seen.seals, version.seals) &&
              seen.spell === version.spell &&
              seen.heldFrom <= version.heldFrom &&
              seen.heldTo >= version.heldTo,
          )
        )
          kept.push(version);
      }
    }
    return kept;
  });
}

function detailsUnder(
  ledger: Ledger,
  agency: string,
  open: readonly string[],
  statements: readonly StatementRecord[],
  kind: Kind,
  subject: string,
  topic: string,
): Version[] {
  const runs: Version[] = [];
  for (const day of [...new Set(arrivalDays(ledger, agency, open, statements))].sort()) {
    const view: View = { ledger, agency, open, day };
    const words = wordsOf(view, statements);
    const { more, standing, because } = kind === 'HAS_DETAIL' ? personDetails(words) : placeDetails(words);
    const before = runs.at(-1);
    const spell = shortHash(`${topic}\n${agency}\n${JSON.stringify(more)}\n${standing}\n${because.join()}`);
    if (before?.spell === spell) continue;
    if (before && before.heldTo === LAST_DAY) before.heldTo = dayBefore(day);
    if (because.length === 0) continue;
    runs.push({
      kind,
      start: subject,
      end: topic,
      tie: `${kind} ${subject}`,
      spell,
      unit: topic,
      from: FIRST_DAY,
      sureFrom: FIRST_DAY,
      sureTo: LAST_DAY,
      to: LAST_DAY,
      heldFrom: day,
      heldTo: LAST_DAY,
      heldSince: before?.heldSince ?? day,
      holders: [agency],
      seals: union(open, ledger.sealsOn(subject)),
      standing,
      disputed: false,
      form: null,
      because,
      via: null,
      rests: [subject],
      more,
    });
  }
  return runs;
}

type Merged = { more: Version['more']; standing: Standing; because: string[] };

function personDetails(words: readonly Word[]): Merged {
  const more: Record<string, unknown> = {};
  const because = new Set<string>();
  for (const field of PERSON_FIELDS) {
    const newest = newestOf(words, field);
    for (const word of newest) because.add(word.id);
    const values = newest.map((word) => fieldOf(word.claim, field));
    if (values.length === 0) continue;
    more[field] =
      field === 'names' || field === 'identifiers' ? values.flat() : field === 'sex' ? values.at(-1) : widest(values as string[]);
  }
  return {
    more,
    standing: judge(
      words.filter((word) => because.has(word.id)),
      null,
    ).standing,
    because: [...because].sort(),
  };
}

/** Every address a standing source gives, in the order they were said: a home may have moved, or the sources disagree. */
function placeDetails(words: readonly Word[]): Merged {
  const { standing, standingWords } = judge(words, null);
  const more = { addresses: standingWords.map(({ id, claim }) => ({ statement: id, ...withoutKeys(claim, 'type', 'household') })) };
  return { more, standing, because: standingWords.map((word) => word.id).sort() };
}

const withoutKeys = (claim: Claim, ...keys: string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(claim).filter(([key]) => !keys.includes(key)));
