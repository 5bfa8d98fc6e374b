/**
 * What one row cannot show by itself: ids used twice, mentions of records that are not there, and
 * statements that cannot all be so (docs/model.md sections 1, 2 and 4). Pure.
 */
import type { Reference, Row } from './case-file.ts';
import { checkBirths } from './check-births.ts';
import { checkSharings } from './check-sharings.ts';
import { shown, type Problem } from './problems.ts';
import type { LedgerRecord, RecordType, SharingRecord, StatementRecord } from './records.ts';

/** What the ledger holds already of the records that the rows speak of. */
export type Known = {
  records: ReadonlyMap<string, { record: LedgerRecord; hash: string }>;
  /** Every sharing of a statement that the rows share on. */
  sharings: readonly SharingRecord[];
  /** Statements on the birth parents of the parents named by the rows, and of theirs, and so on. */
  births: readonly { statement: StatementRecord; isWithdrawn: boolean }[];
};

export const NOTHING_KNOWN: Known = { records: new Map(), sharings: [], births: [] };

export type Found = (id: string) => LedgerRecord | undefined;

/** Rows that are new, each id once, and every problem of any row. Loading a row again changes nothing. */
export function checkRecords(rows: readonly Row[], known: Known = NOTHING_KNOWN): { fresh: Row[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const wrong = (row: Row, field: string, rule: string): void => void problems.push({ file: row.file, line: row.line, field, rule });
  const byId = new Map<string, Row>();
  const fresh: Row[] = [];
  for (const row of rows) {
    const { id } = row.record;
    const earlier = byId.get(id);
    const loaded = known.records.get(id);
    if (earlier !== undefined) {
      if (earlier.hash !== row.hash) wrong(row, 'id', otherContent(id, earlier.record.type, earlier));
      continue;
    }
    byId.set(id, row);
    if (loaded === undefined) fresh.push(row);
    else if (loaded.hash !== row.hash)
      wrong(
        row,
        'id',
        `${shown(id)} was loaded before as a ${loaded.record.type} with other content: records are never changed, say what is new in a new statement`,
      );
  }
  const find: Found = (id) => byId.get(id)?.record ?? known.records.get(id)?.record;
  for (const row of rows) checkMentions(row, find, wrong);
  if (problems.length > 0) return { fresh, problems };

  checkStatements(fresh, find, wrong);
  checkSharings(fresh, known, find, wrong);
  checkBirths(fresh, known, wrong);
  return { fresh, problems };
}

export const otherContent = (id: string, type: RecordType, { file, line }: { file: string; line: number }): string =>
  `${shown(id)} is already the id of another ${type} (${file}, line ${line}): the same id with other content`;

export type Wrong = (row: Row, field: string, rule: string) => void;

function checkMentions(row: Row, find: Found, wrong: Wrong): void {
  for (const reference of row.references) {
    const rule = mentionRule(reference, find(reference.id)?.type);
    if (rule !== undefined) wrong(row, reference.field, rule);
  }
}

/** What is wrong with a mention of a record of this type; undefined: nothing. */
export function mentionRule({ id, to }: Reference, type: RecordType | undefined): string | undefined {
  if (type === undefined) return `nothing has the id ${shown(id)}: it must be in a file of this load or loaded before`;
  return to.includes(type) ? undefined : `${shown(id)} is a ${type}, not a ${to.join(' or ')}`;
}

/** Withdrawals, keys and circles; `rows` may leave out statements that have none of them. */
export function checkStatements(rows: readonly Row[], find: Found, wrong: Wrong): void {
  for (const row of rows) checkStatement(row, find, wrong);
  checkKeys(rows, find, wrong);
  for (const field of ['repeats', 'withdraws'] as const) checkLoops(rows, field, find, wrong);
}

function checkStatement(row: Row, find: Found, wrong: Wrong): void {
  const { record } = row;
  if (record.type !== 'statement' || record.withdraws === undefined) return;
  const withdrawn = find(record.withdraws);
  if (withdrawn?.type === 'statement' && withdrawn.agency !== record.agency) {
    wrong(row, 'withdraws', `${shown(record.withdraws)} was said by ${shown(withdrawn.agency)}: only that agency can withdraw it`);
  }
}

/** Orders, plans, assessments and events share one set of nodes with contacts and decisions: a key is one thing. */
function checkKeys(rows: readonly Row[], find: Found, wrong: Wrong): void {
  const uses = new Map<string, string>();
  for (const row of rows) {
    if (row.record.type !== 'statement' || !('key' in row.record.claim)) continue;
    const { key, type } = row.record.claim;
    const other = find(key);
    if (other?.type === 'contact' || other?.type === 'decision')
      wrong(row, 'claim.key', `${shown(key)} is the id of a ${other.type}: choose another key`);
    const use = uses.get(key) ?? type;
    uses.set(key, use);
    if (use !== type) wrong(row, 'claim.key', `${shown(key)} is the key of ${use === 'plan' ? 'a' : 'an'} ${use} too: choose another key`);
  }
}

function checkLoops(rows: readonly Row[], field: 'repeats' | 'withdraws', find: Found, wrong: Wrong): void {
  const settled = new Set<string>();
  for (const row of rows) {
    const chain = new Set<string>();
    let { record }: { record: LedgerRecord | undefined } = row;
    while (record?.type === 'statement' && record[field] !== undefined && !settled.has(record.id)) {
      if (chain.has(record.id)) {
        wrong(row, field, `goes round in a circle: ${[...chain].slice(0, 5).map(shown).join(', ')}${chain.size > 5 ? ', ...' : ''}`);
        break;
      }
      chain.add(record.id);
      record = find(record[field]);
    }
    for (const id of chain) settled.add(id);
  }
}
