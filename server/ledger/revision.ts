/**
 * The revision protocol of docs/model.md section 1: one loader at a time under a lease; all it writes is
 * of the next revision, which nobody reads before it is published, last and alone; what a loader that
 * died left is swept by the next.
 */
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { Graph } from '../database/graph.ts';
import { isAlive, thisProcess, type Living } from '../database/processes.ts';
import { KithError } from '../errors.ts';
import type { Params } from '../types.gen.ts';
import { LONG } from './batches.ts';
import type { Digest } from './digest.ts';
import type { Telling } from './telling.ts';
import { ENDS, NOT_REMOVED, type Kind } from './versions.ts';

export type LedgerState = { revision: number; digest: Digest; foldVersion: number; records: number; versions: number };

/** The ledger while this process has its lock. */
export type Hold = {
  state: LedgerState;
  lease: string;
  /** Unique key of the next write, by which a second run of it is known. */
  nextStep(): string;
};

type Holder = Living & { host: string };

export const KINDS = Object.keys(ENDS) as Kind[];
const NODE_LABELS = ['Record', 'Person', 'Household', 'Organisation', 'Agency', 'Concern', 'Custody', 'Matter', 'Detail'] as const;
const POLL_MS = 200;
const RENEW_MS = 60_000;

/** What is published now. */
export async function readState(graph: Graph): Promise<LedgerState> {
  const [row] = await graph.read('read/ledger', {}, LONG);
  const { revision = 0, digest = '0', foldVersion = 0, records = 0, versions = 0 } = row ?? {};
  return { revision, digest, foldVersion, records, versions };
}

/**
 * Runs `work` under the ledger's lock, after sweeping what a dead loader left; waits while another
 * loader is at work, `patienceMs` at most: then GRAPH_UNAVAILABLE. If `work` throws, what it wrote is swept.
 */
export async function withLedger<T>(
  graph: Graph,
  telling: Telling,
  work: (hold: Hold) => Promise<T>,
  patienceMs: number = Infinity,
): Promise<T> {
  const lease = randomUUID();
  const state = await acquire(graph, lease, telling, patienceMs);
  const renewing = setInterval(() => void graph.write('write/renew-lease', { lease }).catch(() => undefined), RENEW_MS);
  renewing.unref();
  let steps = 0;
  const hold: Hold = { state, lease, nextStep: () => `${lease} ${(steps += 1)}` };
  try {
    hold.state = await sweep(graph, hold, telling);
    try {
      return await work(hold);
    } catch (error) {
      // Out of reach now: the next loader sweeps.
      await sweep(graph, hold, telling).catch(() => undefined);
      throw error;
    }
  } finally {
    clearInterval(renewing);
    await graph.write('write/release-lease', { lease }).catch(() => undefined);
  }
}

async function acquire(graph: Graph, lease: string, telling: Telling, patienceMs: number): Promise<LedgerState> {
  const began = performance.now();
  const holder: Holder = { ...thisProcess(), host: hostname() };
  let dead: string[] = [];
  for (let told = false; ; await pause(POLL_MS)) {
    const [row] = await graph.write('write/acquire-lease', { lease, holder: JSON.stringify(holder), dead });
    if (row === undefined) throw new Error('The ledger node is missing.');
    if (row.lease === lease)
      return { revision: row.revision, digest: row.digest, foldVersion: row.foldVersion, records: row.records, versions: row.versions };
    if (performance.now() - began > patienceMs)
      throw new KithError('GRAPH_UNAVAILABLE', 'Something else is being loaded just now. Nothing was recorded: try again in a minute.');
    dead = isDead(JSON.parse(row.holder) as Holder) ? [row.lease] : [];
    if (!told && dead.length === 0) telling.say('Another load is at work on this graph; waiting until it has finished.');
    told = true;
  }
}

/** Only a process of this machine can be known to be dead; any other is waited for until its lease runs out. */
const isDead = (holder: Holder): boolean => holder.host === hostname() && !isAlive(holder);

/** Deletes what no revision published. Returns the state that then holds. */
async function sweep(graph: Graph, hold: Hold, telling: Telling): Promise<LedgerState> {
  const [left] = await graph.read('read/steps-left', {}, LONG);
  if (left?.emptying === true) return finishEmptying(graph, hold);
  const state = await readState(graph);
  if (left === undefined || left.steps === 0) return state;
  telling.say('Sweeping what an unfinished load left.');
  for (const kind of KINDS) await graph.write('write/sweep-versions', { kind, revision: state.revision, never: NOT_REMOVED });
  for (const label of NODE_LABELS) await graph.write('write/sweep-nodes', { label, revision: state.revision });
  await graph.write('write/forget-steps', { lease: hold.lease });
  return state;
}

/** Sweeps if there is something to sweep and nobody is at work. */
export async function sweepIfLeft(graph: Graph, telling: Telling): Promise<void> {
  const [left] = await graph.read('read/steps-left', {}, LONG);
  const [row] = await graph.read('read/ledger', {}, LONG);
  if (left === undefined || (left.steps === 0 && !left.emptying)) return;
  const isAtWork = typeof row?.holder === 'string' && !isDead(JSON.parse(row.holder) as Holder);
  if (!isAtWork) await withLedger(graph, telling, async () => undefined);
}

/** Empties the whole graph. Nobody sees half of it: revision 0, at which nothing is there, is published first. */
export async function emptyLedger(graph: Graph, hold: Hold): Promise<void> {
  if (hold.state.revision === 0) return;
  await graph.write('write/empty-ledger', { lease: hold.lease });
  hold.state = await finishEmptying(graph, hold);
}

async function finishEmptying(graph: Graph, hold: Hold): Promise<LedgerState> {
  for (const label of [...NODE_LABELS, 'Load', 'LoadStep'] as const) await graph.write('write/empty-nodes', { label });
  await graph.write('write/emptied', { lease: hold.lease });
  return readState(graph);
}

export type Publication = Omit<Params<'write/publish'>, 'lease' | 'revision'>;

/** The last write of a load. Throws GRAPH_UNAVAILABLE when the lock was lost before it. */
export async function publish(graph: Graph, hold: Hold, publication: Publication): Promise<void> {
  const revision = hold.state.revision + 1;
  const [row] = await graph.write('write/publish', { ...publication, lease: hold.lease, revision });
  // No row: either an earlier try of this very write arrived and its reply was lost, or the lock was.
  if (row === undefined) {
    const now = await readState(graph);
    if (now.revision !== revision || now.digest !== publication.digest) throw lostLock();
  }
  hold.state = {
    revision,
    digest: publication.digest,
    foldVersion: publication.foldVersion,
    records: publication.records,
    versions: publication.versions,
  };
  await graph.write('write/forget-steps', { lease: hold.lease });
}

export function lostLock(): KithError {
  return new KithError(
    'GRAPH_UNAVAILABLE',
    'This load was away from the database for too long and another took its place. Nothing was loaded: load again.',
  );
}
