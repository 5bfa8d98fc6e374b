/**
 * Where a fold looks up what was recorded: the graph, for a load that adds to it, or the files on disk of
 * a bulk load (bulk/store.ts). Lists may be of any length; what is not there is left out.
 */
import type { Graph } from '../database/graph.ts';
import type { Row } from '../types.gen.ts';
import { inBatches, LONG } from './batches.ts';
import { readLine } from './known.ts';
import type { ClaimType, LedgerRecord, StatementRecord } from './records.ts';

export type TopicAt = Row<'read/topics-at'>;
export type Bearing = Pick<Row<'read/bearing-on'>, 'repeats' | 'withdraws' | 'repeatedBy' | 'withdrawnBy'>;

export type LedgerSource = {
  records(ids: readonly string[]): Promise<LedgerRecord[]>;
  statements(topics: readonly string[]): Promise<StatementRecord[]>;
  /** Topics with one of these people, homes or groups at an end; of these kinds of claim, or of all where none is named. */
  topicsAt(ids: Iterable<string>, claims?: readonly ClaimType[]): Promise<TopicAt[]>;
  /** What statements repeat and withdraw, and what repeats and withdraws them, one step on. */
  bearingOn(ids: readonly string[]): Promise<Bearing[]>;
  sharings(statements: Iterable<string>): Promise<LedgerRecord[]>;
  /** Contacts and decisions (`topic` null), and the topics of orders, plans, assessments and events, that name people. */
  naming(people: Iterable<string>): Promise<{ id: string; topic: string | null }[]>;
  seals(): Promise<LedgerRecord[]>;
};

export function graphSource(graph: Graph): LedgerSource {
  return {
    records: async (ids) =>
      (await inBatches(ids, (batch) => graph.read('read/records-by-id', { ids: batch }, LONG))).map(({ line }) => readLine(line)),
    statements: async (topics) =>
      (await inBatches(topics, (batch) => graph.read('read/statements-of-topics', { topics: batch }, LONG))).map(
        ({ line }) => readLine(line) as StatementRecord,
      ),
    topicsAt: async (ids, claims = []) =>
      inBatches(ids, (batch) => graph.read('read/topics-at', { ids: batch, claims: [...claims] }, LONG)),
    bearingOn: async (ids) => inBatches(ids, (batch) => graph.read('read/bearing-on', { ids: batch }, LONG)),
    sharings: async (statements) =>
      (await inBatches(statements, (batch) => graph.read('read/sharings-of', { ids: batch }, LONG))).map(({ line }) => readLine(line)),
    naming: async (people) => inBatches(people, (ids) => graph.read('read/records-naming', { ids }, LONG)),
    seals: async () => (await graph.read('read/records-of-type', { type: 'seal' }, LONG)).map(({ line }) => readLine(line)),
  };
}
