/** The reviews of seed/reviews as records with full ids, whole or with one statement taken away. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readCaseFile } from '../../server/ledger/case-file.ts';
import type { LedgerRecord } from '../../server/ledger/records.ts';
import { givenCaseFile, type Given } from './given.ts';

/** Milliseconds a review may take to load on a machine busy with other things; quiet, the largest takes a few seconds. */
export const LOADING = 240_000;

export type Review = 'mia' | 'case-a' | 'hh' | 'northants' | 'lancs' | 'showcase';

export function recordsOf(review: Review): LedgerRecord[] {
  const file = fileURLToPath(new URL(`../../seed/reviews/${review}.jsonl`, import.meta.url));
  return readCaseFile(`${review}.jsonl`, readFileSync(file, 'utf8')).records;
}

export const givenReview = (review: Review): Promise<Given> => givenCaseFile(...recordsOf(review));

/** As if these statements, contacts, sharings and decisions had never been: what repeats or withdraws a statement and what sharings say of it goes too. Throws for an id the review does not have. */
export const givenReviewWithout = (review: Review, ...ids: string[]): Promise<Given> => givenCaseFile(...takeAway(recordsOf(review), ids));

/** What can be taken away: the rest are whom and what records are about. */
const SAID_OR_DONE = new Set(['statement', 'contact', 'sharing', 'decision']);

export function takeAway(records: readonly LedgerRecord[], ids: readonly string[]): LedgerRecord[] {
  const gone = new Set(ids);
  for (const id of ids)
    if (!records.some((record) => SAID_OR_DONE.has(record.type) && record.id === id)) throw new Error(`The review has no record ${id}.`);
  for (let before = 0; before !== gone.size;) {
    before = gone.size;
    for (const record of records)
      if (record.type === 'statement' && [record.repeats, record.withdraws].some((id) => id !== undefined && gone.has(id)))
        gone.add(record.id);
  }
  return records
    .filter(({ id }) => !gone.has(id))
    .flatMap((record): LedgerRecord[] => {
      if (record.type !== 'sharing') return [record];
      const statements = record.statements.filter((id) => !gone.has(id));
      return statements.length === 0 ? [] : [{ ...record, statements }];
    });
}
