/**
 * Every record about some people that agencies asked held by the day: statements with who held them and
 * since when, contacts, decisions, and the sharings that passed statements on.
 */
import { openStatement } from '../access/left-out.ts';
import { KithError } from '../errors.ts';
import type { ContactRecord, DecisionRecord, SharingRecord, StatementRecord } from '../ledger/records.ts';
import type { Day } from '../ledger/versions.ts';
import { tests, type Asking } from './asking.ts';

export type Holder = { agency: string; since: Day };
export type StatementHeld = { record: StatementRecord; topic: string; held: Holder[] };
export type ActHeld = { record: ContactRecord | DecisionRecord; about: string[]; met: string[] };
/** `statements`: only those that are open to the asker. */
export type SharingHeld = { record: SharingRecord; statements: string[] };

/** More records about the people of one question than this are not looked through. */
const MOST_RECORDS = 20_000;

/** `people`: ids of records. Records that differ in a later sort come by id. Throws TOO_MUCH. */
export async function statementsAbout(asking: Asking, people: readonly string[]): Promise<StatementHeld[]> {
  const rows = await asking.graph.read('read/chronology', { ...tests(asking), people: [...people], most: MOST_RECORDS + 1 });
  notTooMany(rows.length);
  return rows.map(({ line, topic, held }) => ({ record: openStatement(JSON.parse(line) as StatementRecord, asking.shows), topic, held }));
}

/** Contacts and decisions about some people, or, contacts, with them. */
export async function actsAbout(asking: Asking, people: readonly string[]): Promise<ActHeld[]> {
  const rows = await asking.graph.read('read/acts-about', { ...tests(asking), people: [...people], most: MOST_RECORDS + 1 });
  notTooMany(rows.length);
  return rows.map(({ line, people: named }) => {
    const record = openAct(JSON.parse(line) as ContactRecord | DecisionRecord, asking);
    const parts = named.map(({ person, more }) => ({ person, part: JSON.parse(more ?? '{}') as { about?: boolean; met?: boolean } }));
    const those = (which: 'about' | 'met'): string[] => [
      ...new Set(parts.filter(({ part }) => part[which] === true).map(({ person }) => person)),
    ];
    return { record, about: those('about'), met: those('met') };
  });
}

export async function sharingsOf(asking: Asking, statements: readonly StatementHeld[]): Promise<SharingHeld[]> {
  const ids = statements.map(({ record }) => record.id);
  const rows = await asking.graph.read('read/passed-on', { ...tests(asking), statements: ids });
  return rows.map(({ line, statements: those }) => {
    const { note, ...record } = JSON.parse(line) as SharingRecord;
    return { record: note !== undefined && asking.shows.has('free text') ? { ...record, note } : record, statements: those };
  });
}

/** What was decided or came of it, and notes, go with `free text`. */
function openAct<T extends ContactRecord | DecisionRecord>(record: T, { shows }: Asking): T {
  if (shows.has('free text')) return record;
  const { note: _note, outcome: _outcome, ...rest } = record as T & { note?: string; outcome?: string };
  return (record.type === 'decision' ? { ...rest, decision: '', reason: '' } : rest) as T;
}

function notTooMany(count: number): void {
  if (count > MOST_RECORDS)
    throw new KithError(
      'TOO_MUCH',
      `There are more than ${MOST_RECORDS.toLocaleString('en-GB')} records of one sort about these people: choose fewer of them, fewer agencies, or an earlier day by which they were held.`,
    );
}
