/** What a graph holds of ties, for a server that is to hold the same. */
import path from 'node:path';
import { openGraph, type Connection } from '../../server/database/graph.ts';
import { readQueries } from '../../server/database/queries.ts';
import { NOT_REMOVED, type Kind } from '../../server/ledger/versions.ts';
import type { Tested } from './ties-in-sql.ts';

const folder = path.join(import.meta.dirname, 'county', 'cypher');

/** A graph that can be asked Kith's questions and the bench's own. */
export const benchGraph = (connection: Connection) => openGraph(connection, new Map([...readQueries(), ...readQueries(folder)]));

/** Every live version of these kinds, as a stream. */
export async function* storedVersions(graph: ReturnType<typeof benchGraph>, kinds: readonly Kind[]): AsyncGenerator<Tested> {
  const stream = graph.stream as (name: string, params: object, limits: object) => AsyncIterable<unknown>;
  for (const kind of kinds)
    for await (const row of stream('read/tested', { kind, never: NOT_REMOVED }, { timeoutMs: 3_600_000 })) yield row as Tested;
}
