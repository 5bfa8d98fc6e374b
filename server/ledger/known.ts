/** What the graph holds already of the records that some rows speak of: see Known in check-records.ts. */
import type { Graph } from '../database/graph.ts';
import { inBatches, LONG } from './batches.ts';
import type { Row } from './case-file.ts';
import type { Known } from './check-records.ts';
import type { LedgerRecord, SharingRecord, StatementRecord } from './records.ts';

export const readLine = (line: string): LedgerRecord => JSON.parse(line) as LedgerRecord;

export async function readKnown(graph: Graph, rows: readonly Row[]): Promise<Known> {
  const ids = new Set(
    rows.flatMap(({ record, references }) => [record.id, ...references.map((reference) => reference.id), ...keyOf(record)]),
  );
  const found = await inBatches(ids, (batch) => graph.read('read/records-by-id', { ids: batch }, LONG));
  const records = new Map(
    found.map(({ line, hash }) => {
      const record = readLine(line);
      return [record.id, { record, hash }];
    }),
  );
  const shared = new Set(rows.flatMap(({ record }) => (record.type === 'sharing' ? record.statements : [])));
  const sharings = await inBatches(shared, (batch) => graph.read('read/sharings-of', { ids: batch }, LONG));
  return { records, sharings: sharings.map(({ line }) => readLine(line) as SharingRecord), births: await readBirths(graph, rows) };
}

function keyOf(record: LedgerRecord): string[] {
  return record.type === 'statement' && 'key' in record.claim ? [record.claim.key] : [];
}

/** Upwards from the parents that the rows name, generation by generation. */
async function readBirths(graph: Graph, rows: readonly Row[]): Promise<Known['births']> {
  const births: { statement: StatementRecord; isWithdrawn: boolean }[] = [];
  const asked = new Set<string>();
  let generation = rows.flatMap(({ record }) =>
    record.type === 'statement' && record.claim.type === 'parent' ? [record.claim.parent] : [],
  );
  while (generation.length > 0) {
    const people = [...new Set(generation)].filter((person) => !asked.has(person));
    for (const person of people) asked.add(person);
    const said = await inBatches(people, (batch) => graph.read('read/said-of-parents', { ids: batch }, LONG));
    const found = said.map(({ line, isWithdrawn }) => ({ statement: readLine(line) as StatementRecord, isWithdrawn }));
    births.push(...found);
    generation = found.flatMap(({ statement }) => (statement.claim.type === 'parent' ? [statement.claim.parent] : []));
  }
  return births;
}
