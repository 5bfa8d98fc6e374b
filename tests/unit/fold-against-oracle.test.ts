/**
 * The fold and a slow second reading of the model must say the same of invented families.
 * `npm run check:fold` (KITH_FOLD_CASES, KITH_FOLD_FROM, KITH_FOLD_SIZE) tries many more and prints the smallest case that differs.
 */
import { expect, test } from 'vitest';
import { readCaseFile } from '../../server/ledger/case-file.ts';
import { foldDifferences } from '../support/fold-differences.ts';
import { caseText, randomCase, randomRecords, recordsOf } from '../support/random-case.ts';
import { shrink } from '../support/shrink-case.ts';

const from = Number(process.env['KITH_FOLD_FROM'] ?? 1);
const cases = Number(process.env['KITH_FOLD_CASES'] ?? 150);
const size = Number(process.env['KITH_FOLD_SIZE'] ?? 10);

/** Families that the two once read differently: withdrawn disproofs, and what was passed on from under a seal. */
const ONCE_DIFFERENT = [826, 945, 946, 1215];

test.each([...Array.from({ length: cases }, (_, i) => from + i), ...ONCE_DIFFERENT])(
  'of family %i the fold holds what a second reading holds, day by day',
  (seed) => {
    const records = randomRecords(seed, size);
    const differences = foldDifferences(records);
    const smallest = differences.length > 0 ? shrink(records, (fewer) => foldDifferences(fewer).length > 0) : [];
    expect(differences.length > 0 ? { seed, case: caseText(smallest), differences: foldDifferences(smallest) } : 'the same').toBe(
      'the same',
    );
  },
);

test('invented families are case files that can be read', () => {
  for (let seed = 1; seed <= 50; seed++) {
    const text = randomCase(seed, 30);
    expect(readCaseFile(`family-${seed}.jsonl`, text).records).toHaveLength(recordsOf(text).length);
  }
});
