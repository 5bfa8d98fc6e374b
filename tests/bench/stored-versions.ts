/** What a graph holds of ties, for a server that is to hold the same. */
import type { Graph } from '../../server/database/graph.ts';
import { NOT_REMOVED, type Kind } from '../../server/ledger/versions.ts';
import type { Stored } from './ties-in-sql.ts';

/** Every live version of these kinds, as a stream. */
export async function* storedVersions(graph: Graph, kinds: readonly Kind[]): AsyncGenerator<Stored> {
  for (const kind of kinds) {
    const rows = graph.stream('read/version-contents', { kind, never: NOT_REMOVED }, { timeoutMs: 3_600_000 });
    for await (const { start, end, version } of rows) yield { ...version, kind, start, end } as unknown as Stored;
  }
}
