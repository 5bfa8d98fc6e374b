/**
 * A made-up county of any size, the same for the same two numbers, as the lines of one case file
 * (`kith/1`, docs/model.md section 2). Made block by block, so that a million people need no more memory
 * than a thousand. Its shape is told in seed/population.md and counted in tests/unit/population.test.ts.
 */
import type { LedgerRecord } from '../server/ledger/records.ts';
import { AGENCIES } from './county/agencies.ts';
import { blocksOf, type Block } from './county/blocks.ts';
import { noteLives, takeNotes } from './county/holdings.ts';
import { livesIn } from './county/lives.ts';
import { noteConcerns } from './county/of-concern.ts';
import { randomFrom } from './random.ts';

export { LAST_COUNTY_DAY } from './county/days.ts';

/** The ids of the file carry this. */
export const COUNTY_PREFIX = 'county/';
export const FEWEST_PEOPLE = 20;
export const MOST_PEOPLE = 1_000_000;

export type County = {
  /** From FEWEST_PEOPLE to MOST_PEOPLE. */
  people: number;
  seed: number;
};

/** Lines without their end, the file's own first. */
export function* countyLines({ people, seed }: County): Generator<string> {
  yield JSON.stringify({
    type: 'file',
    format: 'kith/1',
    title: `A made-up county of ${people} people, seed ${seed}`,
    prefix: COUNTY_PREFIX,
  });
  for (const record of countyRecords({ people, seed })) yield JSON.stringify(record);
}

/** Records, their ids without the prefix. */
export function* countyRecords({ people, seed }: County): Generator<LedgerRecord> {
  yield* AGENCIES;
  const blocks = blocksOf(people);
  for (const block of blocks) yield* recordsOf(block, blocks, seed);
}

function recordsOf(block: Block, blocks: readonly Block[], seed: number): LedgerRecord[] {
  const chance = randomFrom(Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(block.index + 1, 0x85ebca6b));
  const notes = takeNotes(block, chance);
  noteLives(notes, livesIn(block, blocks, chance), blocks);
  noteConcerns(notes, blocks);
  return notes.records;
}
