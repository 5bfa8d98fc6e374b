/**
 * Demonstration accounts exist only while Kith listens on a loopback address, no identity provider is
 * set, and the graph holds nothing but the demonstration cases: every record is compared, by its hash,
 * with the files of seed/reviews, but for decisions, which whoever tries Kith may record about the people of
 * these cases. With the first record of anybody else they are gone, from the next request.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { cloneRoot, isLoopback } from '../config.ts';
import type { Graph } from '../database/graph.ts';
import { readCaseFileAt } from '../ledger/case-file.ts';

/** `host`: the address listened on. */
export function openDemonstration(graph: Graph, host: string): () => Promise<boolean> {
  let known: { revision: number; holdsNothingElse: Promise<boolean> } | undefined;
  let hashes: Promise<ReadonlySet<string>> | undefined;
  return async () => {
    if (!isLoopback(host)) return false;
    const [ledger] = await graph.read('read/ledger', {});
    const { revision = 0, records = 0 } = ledger ?? {};
    if (records === 0) return false;
    if (known?.revision !== revision) {
      hashes ??= demonstrationHashes();
      const reading = { revision, holdsNothingElse: holdsOnly(graph, revision, hashes) };
      reading.holdsNothingElse.catch(() => (known = known === reading ? undefined : known));
      known = reading;
    }
    return known.holdsNothingElse;
  };
}

async function holdsOnly(graph: Graph, revision: number, demonstration: Promise<ReadonlySet<string>>): Promise<boolean> {
  const hashes = await demonstration;
  // A county is not read through to find out that it is none of the six files.
  const rows = await graph.read('read/record-hashes', { revision, most: hashes.size + 1 });
  return rows.every(({ hash }) => hashes.has(hash));
}

async function demonstrationHashes(): Promise<ReadonlySet<string>> {
  const folder = path.join(cloneRoot, 'seed', 'reviews');
  const files = await Promise.all(
    readdirSync(folder)
      .filter((file) => file.endsWith('.jsonl'))
      .map((file) => readCaseFileAt(path.join(folder, file))),
  );
  return new Set(files.flatMap(({ rows }) => rows.map(({ hash }) => hash)));
}
