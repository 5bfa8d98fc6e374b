/** A case file of one family, to which a test adds rows, and what is said to be wrong with them. */
import { readCaseFile } from '../../server/ledger/case-file.ts';
import { checkRecords } from '../../server/ledger/check-records.ts';
import { CaseFileError, type Problem } from '../../server/ledger/problems.ts';

export const head = { type: 'file', format: 'kith/1', title: 'A test' };
export const family = [
  { type: 'agency', id: 'csc', name: 'Social care', kind: 'social care' },
  { type: 'agency', id: 'police', name: 'Police', kind: 'police' },
  { type: 'person', id: 'mia' },
  { type: 'person', id: 'rosa' },
  { type: 'person', id: 'ada' },
  { type: 'household', id: 'h1', label: 'Household 1' },
];
export const statement = (id: string, claim: object, more: object = {}): object => ({
  type: 'statement',
  id,
  agency: 'csc',
  recorded: '2020-04-25',
  claim,
  ...more,
});
export const parent = (parent: string, child: string): object => ({ type: 'parent', parent, child, basis: 'birth' });
export const asText = (...records: (object | string)[]): string =>
  records.map((record) => (typeof record === 'string' ? record : JSON.stringify(record))).join('\n');

/** Problems of the family's file with these rows more; theirs begin at line 8. */
export function problemsOf(...more: (object | string)[]): string[] {
  return saidOf(asText(head, ...family, ...more));
}

export function saidOf(text: string): string[] {
  try {
    const { rows } = readCaseFile('family.jsonl', text);
    return checkRecords(rows).problems.map(plain);
  } catch (error) {
    if (error instanceof CaseFileError) return error.problems.map(plain);
    throw error;
  }
}

const plain = ({ line, field, rule }: Problem): string => `${line} ${field}: ${rule}`;
