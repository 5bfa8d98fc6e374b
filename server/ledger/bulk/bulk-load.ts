/**
 * `kith load --bulk`: case files of any size become a whole new graph. They are read and checked line by
 * line, folded batch by batch, written as files, and imported by Neo4j's own importer beside the graph in
 * use, which stays until the new one is complete. The outcome is that of the ordinary load, to the digest.
 */
import { statSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '../../config.ts';
import { openGraph, type Graph } from '../../database/graph.ts';
import { migrate } from '../../database/migrations.ts';
import { replaceGraph } from '../../database/replace-graph.ts';
import { KithError } from '../../errors.ts';
import { streamCaseFile } from '../case-file.ts';
import { digestPlus, hashOfAll, type Digest } from '../digest.ts';
import { CaseFileError, type Problem } from '../problems.ts';
import { FOLD_VERSION } from '../project.ts';
import type { SealRecord } from '../records.ts';
import { KINDS, readState, type LedgerState } from '../revision.ts';
import type { Telling } from '../telling.ts';
import { checkInto } from './check.ts';
import { PART } from './csv.ts';
import { graphFiles, type GraphFiles } from './graph-files.ts';
import { Store } from './store.ts';
import { foldInThreads } from './threads.ts';

export type BulkLoaded = { records: number; statements: number; added: number; removed: number; emptied: undefined; state: LedgerState };

/** An index over ten million relationships takes minutes. */
const HOUR = { timeoutMs: 3_600_000 };

/** `before`: the revision of the graph that is replaced. Throws CaseFileError with every problem; the graph is then as it was. */
export async function bulkLoad(config: Config, files: readonly string[], before: number, telling: Telling): Promise<BulkLoaded> {
  let loaded: Omit<BulkLoaded, 'state'> | undefined;
  let state: LedgerState | undefined;
  let relationships = 0;
  await replaceGraph(config, {
    write: async (folder) => {
      const made = await writeGraphFiles(files, folder, before + 1, telling);
      loaded = { records: made.records, statements: made.statements, added: made.versions, removed: 0, emptied: undefined };
      relationships = made.relationships;
      return {
        files: made.files,
        isMultiline: made.isMultiline,
        arrayDelimiter: `U+${PART.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}`,
      };
    },
    complete: async (database) => {
      const graph = openGraph(database);
      try {
        state = await finish(graph, loaded!.records, relationships, telling);
      } finally {
        await graph.close();
      }
    },
    say: (line) => telling.say(line),
    progress: (percent) => telling.progress('Importing, %', percent, 100),
  });
  return { ...loaded!, state: state! };
}

/** Counts, then makes the indexes and waits for them: half an index would answer slowly, and a wrong count would answer wrongly. */
async function finish(graph: Graph, records: number, relationships: number, telling: Telling): Promise<LedgerState> {
  const counted = new Map((await graph.read('read/counts', {}, HOUR)).map(({ what, number }) => [what, number]));
  if (counted.get('records') !== records || counted.get('relationships') !== relationships)
    throw new KithError(
      'GRAPH_UNAVAILABLE',
      `The import brought ${counted.get('records')} records and ${counted.get('relationships')} ties of ${records} and ${relationships}: the graph is as it was; load again.`,
    );
  telling.progress('Unsealed', 0, KINDS.length);
  for (const label of ['Person', 'Household', 'Organisation'] as const) await graph.write('write/things-without-seals', { label }, HOUR);
  for (const [at, kind] of KINDS.entries()) {
    await graph.write('write/without-seals', { kind }, HOUR);
    telling.progress('Unsealed', at + 1, KINDS.length);
  }
  telling.say('Making the indexes.');
  await migrate(graph, HOUR);
  await graph.read('read/await-indexes', { seconds: 3_600 }, HOUR);
  return readState(graph);
}

type Written = { records: number; statements: number; versions: number; relationships: number; files: string[]; isMultiline: boolean };

/** Throws CaseFileError. */
export async function writeGraphFiles(files: readonly string[], folder: string, revision: number, telling: Telling): Promise<Written> {
  const store = new Store(path.join(folder, 'records'));
  try {
    const out = graphFiles(folder, store, revision);
    const read = await readAll(files, folder, store, out, telling);
    let { digest } = read;
    let versions = 0;
    for await (const { digest: own, versions: folded, lines } of foldInThreads(store, revision, (done) =>
      telling.progress('Folding', done, store.size),
    )) {
      out.versions(lines);
      digest = digestPlus(digest, [own]);
      versions += folded;
    }
    out.entities(sealsOn(store), (done) => telling.progress('Writing', done, store.size));
    out.publish({ digest, foldVersion: FOLD_VERSION, records: store.size, versions, titles: read.titles, hash: read.hash });
    return { records: store.size, statements: read.statements, versions, ...out.close() };
  } finally {
    store.close();
  }
}

type Read = { digest: Digest; hash: string; statements: number; titles: string[] };

async function readAll(files: readonly string[], folder: string, store: Store, out: GraphFiles, telling: Telling): Promise<Read> {
  const names = files.map((file) => path.basename(file));
  const checked = checkInto(store, path.join(folder, 'mentions'), names);
  const problems: Problem[] = [];
  const titles: string[] = [];
  const sums = [summed(), summed()] as const;
  const [all, fresh] = sums;
  let statements = 0;
  for (const [number, file] of files.entries()) {
    try {
      const { title } = await streamCaseFile(
        file,
        (row) => {
          all.add(row.hash);
          if (!checked.take(row, number)) return;
          fresh.add(row.hash);
          if (row.record.type === 'statement') statements += 1;
          out.record(row, store.size - 1);
        },
        (bytes) => telling.progress(`Reading ${file}`, bytes, statSync(file).size),
      );
      titles.push(title);
    } catch (error) {
      if (!(error instanceof CaseFileError)) throw error;
      problems.push(...error.problems);
    }
  }
  telling.progress('Checking', 0, store.size);
  if (problems.length === 0) problems.push(...(await checked.finish()));
  if (problems.length > 0) throw new CaseFileError(problems);
  telling.progress('Checking', store.size, store.size);
  return { digest: fresh.digest(), hash: hashOfAll([all.digest()]), statements, titles };
}

/** A sum of hashes, added in thousands. */
function summed() {
  let sum: Digest = '0';
  let waiting: string[] = [];
  const settle = (): Digest => {
    sum = digestPlus(sum, waiting);
    waiting = [];
    return sum;
  };
  return {
    add: (hash: string): void => {
      if (waiting.push(hash) > 1_000) settle();
    },
    digest: settle,
  };
}

/** Seals on people, homes and organisations. */
function sealsOn(store: Store): (of: 'persons' | 'households' | 'organisations', id: string) => string[] {
  const seals = store.seals.map((number) => store.read(number) as SealRecord);
  const on = new Map<string, string[]>();
  for (const { id, covers } of seals)
    for (const of of ['persons', 'households', 'organisations'] as const)
      for (const covered of covers[of] ?? []) on.set(`${of} ${covered}`, [...new Set([...(on.get(`${of} ${covered}`) ?? []), id])].sort());
  return (of, id) => on.get(`${of} ${id}`) ?? [];
}
