/**
 * Whether the graph is what the ledger says (docs/security.md section 6): every record and version has the
 * content its hash says, every version's reasons are in the ledger, the published digest and counts are
 * those of what is there, the digests of the loads form a chain, and a fold of everything gives exactly
 * the versions that are live. Reads only.
 */
import { createHash } from 'node:crypto';
import type { Graph } from '../database/graph.ts';
import { LONG } from './batches.ts';
import { digestPlus, versionHash, type Digest } from './digest.ts';
import { readLine } from './known.ts';
import { hashed } from './load.ts';
import { project } from './project.ts';
import type { LedgerRecord } from './records.ts';
import { KINDS, readState, type LedgerState } from './revision.ts';
import type { Telling } from './telling.ts';
import { NOT_REMOVED, type Kind, type Version } from './versions.ts';

export type Verified = LedgerState & {
  /** Of what is there; the published one is `digest`. */
  found: Digest;
  statements: number;
  /** Live versions by kind. */
  kinds: Partial<Record<Kind, number>>;
  /** One sentence each; empty: all is well. */
  problems: string[];
};

export async function verify(graph: Graph, telling: Telling): Promise<Verified> {
  const state = await readState(graph);
  const problems: string[] = [];
  const records = new Map<string, LedgerRecord>();
  let found: Digest = '0';
  for await (const { id, line, hash } of graph.stream('read/all-records', { revision: state.revision }, LONG)) {
    if (createHash('sha256').update(line).digest('hex') !== hash) problems.push(`Record ${id} has other content than its hash says.`);
    found = digestPlus(found, [hash]);
    records.set(id, readLine(line));
    if (records.size % 10_000 === 0) telling.progress('Records', records.size, state.records);
  }
  if (records.size !== state.records) problems.push(`There are ${records.size} records; ${state.records} were published.`);

  const live = new Set<string>();
  const kinds: Verified['kinds'] = {};
  for (const kind of KINDS) {
    for await (const { start, end, version } of graph.stream('read/version-contents', { kind, never: NOT_REMOVED }, LONG)) {
      const { hash, version: content } = asVersion(kind, start, end, version);
      if (versionHash(content) !== hash) problems.push(`A version of ${content.tie} has other content than its hash says.`);
      const missing = content.because.filter((id) => !records.has(id));
      if (missing.length > 0) problems.push(`A version of ${content.tie} rests on ${missing.join(', ')}, which the ledger does not hold.`);
      live.add(hash);
      kinds[kind] = (kinds[kind] ?? 0) + 1;
    }
  }
  found = digestPlus(found, live);
  if (live.size !== state.versions) problems.push(`There are ${live.size} live versions; ${state.versions} were published.`);
  if (found !== state.digest) problems.push('The digest of what is there is not the published one.');
  problems.push(...(await chainProblems(graph, state)));

  telling.say('Folding the whole ledger to compare.');
  const folded = hashed(project(records.values()));
  const lacking = folded.filter(({ hash }) => !live.has(hash));
  const wanted = new Set(folded.map(({ hash }) => hash));
  const excess = [...live].filter((hash) => !wanted.has(hash));
  if (lacking.length > 0 || excess.length > 0)
    problems.push(
      `A fold of the whole ledger gives ${lacking.length} versions that are not there, and ${excess.length} are there that it does not give: run kith rebuild.`,
    );

  const statements = [...records.values()].filter((record) => record.type === 'statement').length;
  return { ...state, found, statements, kinds, problems };
}

function asVersion(kind: Kind, start: string, end: string, stored: Record<string, unknown>): { version: Version; hash: string } {
  const { hash, added: _added, removed: _removed, search: _search, more, ...fields } = stored;
  // A property that is null is not stored.
  const version = {
    form: null,
    via: null,
    ...fields,
    kind,
    start,
    end,
    more: typeof more === 'string' ? JSON.parse(more) : null,
  } as Version;
  return { version, hash: String(hash) };
}

async function chainProblems(graph: Graph, state: LedgerState): Promise<string[]> {
  const loads = await graph.read('read/loads', {}, LONG);
  const problems: string[] = [];
  let last = { digest: '0', revision: (loads[0]?.revision ?? state.revision + 1) - 1 };
  for (const load of loads) {
    if (load.before !== last.digest || load.revision !== last.revision + 1)
      problems.push(`Revision ${load.revision} does not follow from the one before it.`);
    last = load;
  }
  if (last.digest !== state.digest || last.revision !== state.revision) problems.push('The loads do not lead to the published digest.');
  return problems;
}
