/**
 * The files of cypher/schema/ are numbered: a store keeps the number of the last one applied, so that
 * an older store is brought up to date and a newer one is refused.
 */
import { KithError } from '../errors.ts';
import type { Graph, Limits } from './graph.ts';

/** Throws GRAPH_UNAVAILABLE for a store of a newer program. `limits`: for each statement. */
export async function migrate(graph: Graph, limits: Limits = {}): Promise<void> {
  const files = [...graph.queries.values()]
    .filter((query) => query.mode === 'schema')
    .map(({ name }) => ({ name, number: numberOf(name) }));
  const twice = files.find(({ name, number }) => files.some((other) => other.number === number && other.name !== name));
  if (twice)
    throw new Error(`cypher/${twice.name}.cypher: another schema file has this number, and a store of today would miss one of them.`);
  const newest = Math.max(0, ...files.map((file) => file.number));
  const [ledger] = await graph.read('read/ledger', {}, { timeoutMs: 120_000 });
  const applied = ledger?.schema ?? 0;
  if (applied > newest) {
    throw new KithError(
      'GRAPH_UNAVAILABLE',
      `This graph was made by a newer Kith (its schema is ${applied}, this one knows ${newest}): use that version, or set KITH_HOME to another folder.`,
    );
  }
  for (const { name, number } of files.sort((a, b) => a.number - b.number)) {
    if (number <= applied) continue;
    await graph.applySchema(name, limits);
    await graph.write('write/keep-schema', { schema: number });
  }
}

/** `schema/001-identity` -> 1. */
function numberOf(name: string): number {
  const number = Number(/^schema\/(\d{3})-/.exec(name)?.[1] ?? Number.NaN);
  if (Number.isNaN(number)) throw new Error(`cypher/${name}.cypher: a schema file begins with three digits.`);
  return number;
}
