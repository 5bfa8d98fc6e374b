/**
 * Writes the whole ledger as case files, one for each prefix, that load together into an empty graph
 * to the same digest: the backup of the graph.
 */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync, type WriteStream } from 'node:fs';
import path from 'node:path';
import type { Graph } from '../database/graph.ts';
import { LONG } from './batches.ts';
import { KithError } from '../errors.ts';
import { readState } from './revision.ts';
import type { Telling } from './telling.ts';

export type Exported = { file: string; records: number }[];

/** The folder appears whole or not at all. Throws BAD_INPUT when it is there and not empty. */
export async function exportLedger(graph: Graph, folder: string, telling: Telling): Promise<Exported> {
  const whole = path.resolve(folder);
  if (existsSync(whole) && readdirSync(whole).length > 0)
    throw new KithError('BAD_INPUT', `${folder} is not empty: name a new folder.`, { argument: 'DIR', rule: 'is not empty' });
  const part = `${whole}.part-${process.pid}`;
  mkdirSync(part, { recursive: true, mode: 0o700 });
  try {
    const written = await writeFiles(graph, part, telling);
    renameSync(part, whole);
    return written;
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
}

async function writeFiles(graph: Graph, folder: string, telling: Telling): Promise<Exported> {
  const { revision, records } = await readState(graph);
  const files = new Map<string, { file: string; stream: WriteStream; records: number }>();
  let done = 0;
  for await (const { id, line } of graph.stream('read/all-records', { revision }, LONG)) {
    const prefix = id.includes('/') ? id.slice(0, id.indexOf('/') + 1) : '';
    let open = files.get(prefix);
    if (open === undefined) {
      const file = fileName(prefix);
      open = { file, stream: createWriteStream(path.join(folder, file), { mode: 0o600 }), records: 0 };
      files.set(prefix, open);
      // Ids are written whole, so the file names no prefix of its own.
      open.stream.write(
        `${JSON.stringify({ type: 'file', format: 'kith/1', title: prefix === '' ? 'Exported from Kith' : `Exported from Kith: ${prefix}` })}\n`,
      );
    }
    open.records += 1;
    done += 1;
    if (done % 1_000 === 0) telling.progress('Records', done, records);
    if (!open.stream.write(`${line}\n`)) await once(open.stream, 'drain');
  }
  for (const { stream } of files.values()) {
    stream.end();
    await once(stream, 'close');
  }
  return [...files.values()].map(({ file, records: count }) => ({ file, records: count })).sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** A space never comes out of encodeURIComponent, so no prefix can have the name of the file without one. */
function fileName(prefix: string): string {
  if (prefix === '') return 'no prefix.jsonl';
  const name = encodeURIComponent(prefix.slice(0, -1));
  return `${name.length > 100 ? `${name.slice(0, 60)}-${createHash('sha256').update(prefix).digest('hex').slice(0, 16)}` : name}.jsonl`;
}
