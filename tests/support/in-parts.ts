/** Cuts a case into files that can be loaded one after another, and says what they must come to. */
import { readCaseFile, type CaseFile } from '../../server/ledger/case-file.ts';
import { digestPlus } from '../../server/ledger/digest.ts';
import { hashed } from '../../server/ledger/load.ts';
import { project } from '../../server/ledger/project.ts';
import type { LedgerRecord } from '../../server/ledger/records.ts';
import { caseText } from './random-case.ts';

/**
 * Records in an order in which each comes after what it speaks of, contacts, sharings and seals somewhere
 * among the statements; `chance` gives numbers from 0 to 1.
 */
export function interleaved(records: readonly LedgerRecord[], chance: () => number): LedgerRecord[] {
  const ofType = (...types: LedgerRecord['type'][]): LedgerRecord[] => records.filter((record) => types.includes(record.type));
  const rest = ofType('statement');
  const putAfter = (record: LedgerRecord, least: number): number => {
    const at = least + Math.floor(chance() * (rest.length - least + 1));
    rest.splice(at, 0, record);
    return at + 1;
  };
  const after = (ids: readonly string[]): number => Math.max(0, ...ids.map((id) => rest.findIndex((record) => record.id === id) + 1));
  for (const record of ofType('contact', 'decision')) putAfter(record, 0);
  let least = 0;
  // One sharing may pass on what an earlier one brought.
  for (const record of ofType('sharing'))
    least = putAfter(record, Math.max(least, after(record.type === 'sharing' ? record.statements : [])));
  for (const record of ofType('seal')) putAfter(record, after(record.type === 'seal' ? (record.covers.records ?? []) : []));
  return [...ofType('agency', 'person', 'household', 'organisation'), ...rest];
}

/** `count` files: the first with all people and homes, the others of about as many records each. */
export function inParts(records: readonly LedgerRecord[], count: number): CaseFile[] {
  const things = records.findIndex((record) => !['agency', 'person', 'household', 'organisation'].includes(record.type));
  const start = things === -1 ? records.length : things;
  const cut = (part: number): number => (part === 0 ? 0 : start + Math.floor(((records.length - start) * part) / count));
  return Array.from({ length: count }, (_, part) => asFile(records.slice(cut(part), cut(part + 1)), `part-${part + 1}.jsonl`));
}

export const asFile = (records: readonly LedgerRecord[], name = 'whole.jsonl'): CaseFile => readCaseFile(name, caseText([...records]));

/** The digest a graph must have that holds these files and nothing else. */
export function digestOf(files: readonly CaseFile[]): string {
  const rows = files.flatMap((file) => file.rows);
  return digestPlus('0', [...rows.map((row) => row.hash), ...hashed(project(rows.map((row) => row.record))).map(({ hash }) => hash)]);
}
