/**
 * What one agency holds, by which day, as somebody sees it for whom certain seals are open
 * (model sections 1, 2 and 4: holding, sharing, repeats, withdrawals, seals).
 */
import type { Claim, ContactRecord, LedgerRecord, SharingRecord, Stance, StatementRecord } from '../../../server/ledger/records.ts';
import { mustSpan, type Day, type Span } from './dates.ts';

/** A statement as it speaks to one holder: a repeat already speaks as its original's source, on its original's day. */
export type Seen = {
  id: string;
  claim: Claim;
  stance: Stance;
  source: string;
  official: boolean;
  recorded: Span;
  arrived: Day;
  /** Place in the order of a fold, as a string that sorts. */
  order: string;
  /** Where in that order it was withdrawn, or what it repeats was. */
  voidFrom: string | null;
};

export type Book = {
  records: LedgerRecord[];
  agencies: string[];
  statements: Map<string, StatementRecord>;
  sharings: SharingRecord[];
  contacts: ContactRecord[];
  /** Seal ids on a record, person, household or organisation. */
  sealsOn: Map<string, string[]>;
  /** Seals that cover statements, sharings, contacts or named sources: those that change what is folded. */
  sealsInPlay: string[];
};

export function openBook(records: LedgerRecord[]): Book {
  const statements = new Map(records.filter((r) => r.type === 'statement').map((r) => [r.id, r]));
  const sealsOn = new Map<string, string[]>();
  const inPlay = new Set<string>();
  for (const seal of records) {
    if (seal.type !== 'seal') continue;
    const { persons = [], households = [], organisations = [], records: covered = [] } = seal.covers;
    for (const id of [...persons, ...households, ...organisations, ...covered])
      sealsOn.set(id, [...(sealsOn.get(id) ?? []), seal.id].sort());
    const sources = records.map((r) => (r.type === 'statement' ? r.source?.person : undefined));
    if (covered.length > 0 || persons.some((person) => sources.includes(person))) inPlay.add(seal.id);
  }
  return {
    records,
    agencies: records
      .filter((r) => r.type === 'agency')
      .map((r) => r.id)
      .sort(),
    statements,
    sharings: records.filter((r) => r.type === 'sharing'),
    contacts: records.filter((r) => r.type === 'contact'),
    sealsOn,
    sealsInPlay: [...inPlay].sort(),
  };
}

export const isOpen = (book: Book, id: string, open: string[]): boolean =>
  (book.sealsOn.get(id) ?? []).every((seal) => open.includes(seal));

/** Day from which the agency holds the statement, or null: recorded by it, or received from one that held it, as far as open seals show. */
export function heldSince(book: Book, statement: StatementRecord, agency: string, open: string[]): Day | null {
  if (!isOpen(book, statement.id, open)) return null;
  const since = new Map([[statement.agency, mustSpan(statement.recorded).latest]]);
  const received = book.sharings.filter(
    (one) => (one.state ?? 'received') === 'received' && one.statements.includes(statement.id) && isOpen(book, one.id, open),
  );
  for (let again = true; again;) {
    again = false;
    for (const sharing of received) {
      const on = mustSpan(sharing.on).latest;
      if ((since.get(sharing.from) ?? '9999-99') > on || (since.get(sharing.to) ?? '9999-99') <= on) continue;
      since.set(sharing.to, on);
      again = true;
    }
  }
  return since.get(agency) ?? null;
}

/** A source who is a sealed person is as if not named. */
function sourceOf(book: Book, statement: StatementRecord, open: string[]): string {
  const source = statement.source ?? { kind: 'not stated' };
  if (source.kind === 'anonymous') return `anonymous ${statement.id}`;
  if (source.person !== undefined && isOpen(book, source.person, open)) return `person ${source.person}`;
  if (source.name !== undefined) return `name ${source.name}`;
  return `${statement.agency} ${source.kind}`;
}

/** What the agency holds by the end of the day, in the order of a fold: recorded day, then statement id. Repeats of a held original stand in `echoes`. */
export function seenBy(
  book: Book,
  agency: string,
  day: Day,
  open: string[],
): { seen: Seen[]; echoes: { original: string; arrived: Day }[] } {
  const held = new Map<string, Day>();
  for (const statement of book.statements.values()) {
    const since = heldSince(book, statement, agency, open);
    if (since !== null && since <= day) held.set(statement.id, since);
  }
  // A reference to a sealed record is as if absent.
  const referred = (id: string | undefined): StatementRecord | undefined =>
    id !== undefined && isOpen(book, id, open) ? book.statements.get(id) : undefined;
  const originals = (statement: StatementRecord): StatementRecord[] => {
    const original = referred(statement.repeats);
    return original ? [original, ...originals(original)] : [];
  };
  const orderOf = (statement: StatementRecord): string =>
    `${mustSpan((originals(statement).at(-1) ?? statement).recorded).latest} ${statement.id}`;
  const heldOnes = [...held.keys()].map((id) => book.statements.get(id)).filter((one) => one !== undefined);
  /** A withdrawal that was itself withdrawn takes nothing back. */
  const voidFrom = (statement: StatementRecord): string | null => {
    const gone = [statement, ...originals(statement)].map((one) => one.id);
    const withdrawals = heldOnes.filter((one) => gone.includes(referred(one.withdraws)?.id ?? '') && voidFrom(one) === null);
    return withdrawals.map(orderOf).sort()[0] ?? null;
  };

  const seen: Seen[] = [];
  const echoes: { original: string; arrived: Day }[] = [];
  for (const statement of heldOnes) {
    const { id } = statement;
    const arrived = held.get(id) ?? day;
    const voided = voidFrom(statement);
    // What was only denied and no longer is was never said: only a claim leaves a trace when it is withdrawn.
    if (voided !== null && ['denies', 'retracts', 'disproves'].includes(statement.stance ?? 'claims')) continue;
    if (statement.stance === 'retracts' && referred(statement.withdraws)) continue;
    const before = originals(statement);
    const heldOriginal = before.findLast((one) => held.has(one.id));
    if (heldOriginal) {
      echoes.push({ original: heldOriginal.id, arrived });
      continue;
    }
    const speaker = before.at(-1) ?? statement;
    seen.push({
      id,
      claim: statement.claim,
      stance: statement.stance ?? 'claims',
      source: sourceOf(book, speaker, open),
      official: (speaker.source?.kind ?? 'not stated') === 'official record',
      recorded: mustSpan(speaker.recorded),
      arrived,
      order: orderOf(statement),
      voidFrom: voided,
    });
  }
  return { seen: seen.sort((a, b) => (a.order < b.order ? -1 : 1)), echoes };
}

/** Every day on which anybody came to hold anything. */
export function arrivalDays(book: Book): Day[] {
  const days = [...book.statements.values()].map((s) => mustSpan(s.recorded).latest);
  for (const record of [...book.sharings, ...book.contacts]) days.push(mustSpan(record.on).latest);
  return [...new Set(days)].sort();
}

export function subsets<T>(items: T[]): T[][] {
  return items.reduce<T[][]>((sets, item) => [...sets, ...sets.map((set) => [...set, item])], [[]]).sort((a, b) => a.length - b.length);
}
