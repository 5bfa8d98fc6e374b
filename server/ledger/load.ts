/**
 * Loads case files: checked whole before the first write, then written under one revision and published
 * last (docs/model.md section 1; docs/security.md section 6). Loading again what is there changes nothing.
 */
import type { Graph } from '../database/graph.ts';
import { digestMinus, digestPlus, hashOfAll, versionHash } from './digest.ts';
import type { CaseFile, Row } from './case-file.ts';
import { checkRecords } from './check-records.ts';
import { groupBy } from './grouping.ts';
import { inBatches, LONG } from './batches.ts';
import { readKnown, readLine } from './known.ts';
import { neighbourhood } from './neighbourhood.ts';
import { CaseFileError } from './problems.ts';
import { graphSource } from './source.ts';
import { FOLD_VERSION, project } from './project.ts';
import type { LedgerRecord, SealRecord } from './records.ts';
import { emptyLedger, KINDS, publish, withLedger, type Hold, type LedgerState, type Publication } from './revision.ts';
import type { Telling } from './telling.ts';
import { kindsIn } from './units.ts';
import { NOT_REMOVED } from './versions.ts';
import { writeRecords, writeVersions, type Hashed, type Removal } from './writing.ts';

export type Loaded = {
  /** Records that were not there before. */
  records: number;
  statements: number;
  /** Versions added and removed. */
  added: number;
  removed: number;
  /** What `replace` deleted, when asked to. */
  emptied: { records: number; versions: number } | undefined;
  state: LedgerState;
};

export type LoadOptions = {
  /** Empty the graph first. */
  replace?: boolean;
  /** Check and fold nothing, write nothing: `records` says what would be new. */
  dryRun?: boolean;
  /** Milliseconds to wait for another load; without it, until it has finished. */
  patienceMs?: number;
};

/** Throws CaseFileError with every problem; the graph is then as it was. */
export async function load(
  graph: Graph,
  files: readonly CaseFile[],
  telling: Telling,
  { replace = false, dryRun = false, patienceMs }: LoadOptions = {},
): Promise<Loaded> {
  const rows = files.flatMap((file) => file.rows);
  const work = async (hold: Hold): Promise<Loaded> => {
    telling.progress('Checking', 0, rows.length);
    const isFirst = replace || hold.state.records === 0;
    const { fresh, problems } = isFirst ? checkRecords(rows) : checkRecords(rows, await readKnown(graph, rows));
    if (problems.length > 0) throw new CaseFileError(problems);
    telling.progress('Checking', rows.length, rows.length);

    const before = { records: hold.state.records, versions: hold.state.versions };
    const outcome = {
      records: fresh.length,
      statements: fresh.filter((row) => row.record.type === 'statement').length,
      added: 0,
      removed: 0,
      emptied: replace ? before : undefined,
    };
    if (dryRun) return { ...outcome, state: hold.state };
    if (replace) await emptyLedger(graph, hold);
    if (fresh.length === 0) return { ...outcome, state: hold.state };

    await writeRecords(graph, hold, fresh, telling);
    const { added, removed } = await refold(graph, hold, fresh, telling);
    await writeVersions(graph, hold, added, removed, telling);
    await publish(graph, hold, {
      ...next(hold, fresh, added, removed),
      ...(await sealedThings(
        graph,
        fresh.map((row) => row.record),
      )),
      load: {
        kind: 'load',
        titles: files.map((file) => file.title),
        hash: hashOfAll(rows.map((row) => row.hash)),
        records: fresh.length,
        added: added.length,
        removed: removed.length,
      },
    });
    return { ...outcome, added: added.length, removed: removed.length, state: hold.state };
  };
  return withLedger(graph, telling, work, patienceMs);
}

/** A load this large, against what is there, is folded with everything rather than with its neighbourhood. */
const MANY = 2_000;

async function refold(graph: Graph, hold: Hold, fresh: readonly Row[], telling: Telling): Promise<{ added: Hashed[]; removed: Removal[] }> {
  const records = fresh.map((row) => row.record);
  if (hold.state.records === 0) return { added: hashed(project(records)), removed: [] };
  if (records.some((record) => record.type === 'seal') || records.length > Math.max(MANY, hold.state.records / 4))
    return refoldAll(graph, hold, telling);
  const { units, records: near } = await neighbourhood(graphSource(graph), records);
  const folded = hashed(project(near)).filter(({ version }) => units.has(version.unit));
  return difference(folded, await liveOf(graph, units));
}

/** Folds the whole ledger, of this revision's records too, and compares it with all that is live. */
export async function refoldAll(graph: Graph, hold: Hold, telling: Telling): Promise<{ added: Hashed[]; removed: Removal[] }> {
  const records: LedgerRecord[] = [];
  for await (const { line } of graph.stream('read/all-records', { revision: hold.state.revision + 1 }, LONG)) records.push(readLine(line));
  telling.say('Folding the whole ledger.');
  return difference(hashed(project(records)), await liveOf(graph, undefined));
}

/** Each content once, with its hash. */
export function hashed(versions: Iterable<Parameters<typeof versionHash>[0]>): Hashed[] {
  const byHash = new Map<string, Hashed>();
  for (const version of versions) {
    const hash = versionHash(version);
    byHash.set(hash, { version, hash });
  }
  return [...byHash.values()];
}

/** Live versions of some units, or of all. */
async function liveOf(graph: Graph, units: ReadonlySet<string> | undefined): Promise<Removal[]> {
  const ofKinds = await Promise.all(
    KINDS.map(async (kind) => {
      const rows =
        units === undefined
          ? await graph.read('read/all-live-versions', { kind, never: NOT_REMOVED }, LONG)
          : await inBatches(
              [...units].filter((unit) => kindsIn(unit).includes(kind)),
              (batch) => graph.read('read/live-versions', { kind, units: batch, never: NOT_REMOVED }, LONG),
            );
      return rows.map(({ unit, hash }): Removal => ({ kind, unit, hash }));
    }),
  );
  return ofKinds.flat();
}

function difference(folded: readonly Hashed[], live: readonly Removal[]): { added: Hashed[]; removed: Removal[] } {
  const wanted = new Set(folded.map(({ hash }) => hash));
  const there = new Set(live.map(({ hash }) => hash));
  return { added: folded.filter(({ hash }) => !there.has(hash)), removed: live.filter(({ hash }) => !wanted.has(hash)) };
}

/** The counts and the digest once this is published. */
export function next(
  { state }: Hold,
  fresh: readonly Row[],
  added: readonly Hashed[],
  removed: readonly Removal[],
): Pick<Publication, 'digest' | 'foldVersion' | 'records' | 'versions'> {
  const withNew = digestPlus(
    state.digest,
    [...fresh, ...added].map(({ hash }) => hash),
  );
  return {
    digest: digestMinus(
      withNew,
      removed.map(({ hash }) => hash),
    ),
    foldVersion: FOLD_VERSION,
    records: state.records + fresh.length,
    versions: state.versions + added.length - removed.length,
  };
}

type Sealed = Pick<Publication, 'people' | 'households' | 'organisations'>;

/** The seals to put on people, homes and organisations; none where no new record is a seal. */
export async function sealedThings(graph: Graph, fresh: readonly LedgerRecord[]): Promise<Sealed> {
  if (!fresh.some((record) => record.type === 'seal')) return { people: [], households: [], organisations: [] };
  const seals = (await graph.read('read/records-of-type', { type: 'seal' }, LONG)).map(({ line }) => readLine(line) as SealRecord);
  const sealed = (of: 'persons' | 'households' | 'organisations'): Sealed['people'] =>
    [
      ...groupBy(
        seals.flatMap((seal) => (seal.covers[of] ?? []).map((id) => ({ id, seal: seal.id }))),
        ({ id }) => id,
      ),
    ].map(([id, ones]) => ({ id, seals: [...new Set(ones.map((one) => one.seal))].sort() }));
  return { people: sealed('persons'), households: sealed('households'), organisations: sealed('organisations') };
}
