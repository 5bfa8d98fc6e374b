/**
 * Two worlds (docs/security.md section 3): a random family in which something lies under a seal that is
 * shut to the asker, and the same family of which nothing under that seal was ever loaded. Random
 * sessions over HTTP must get the same replies, byte for byte, from the same statements to the database.
 * Every number comes from the seed, so that a seed plays a failure again.
 */
import type { Graph } from '../../server/database/graph.ts';
import { readCaseFile, type CaseFile } from '../../server/ledger/case-file.ts';
import { load } from '../../server/ledger/load.ts';
import type { LedgerRecord } from '../../server/ledger/records.ts';
import { SILENT } from '../../server/ledger/telling.ts';
import { inLanes, play, reading, withServer, type Reply, type Server, type Session } from './asked-sessions.ts';
import { caseText } from './random-case.ts';
import { sessionOf, VIEWERS, type Request } from './random-session.ts';
import { sealedFamily, type SealedFamily } from './sealed-family.ts';

export interface Difference {
  seed: number;
  viewer: string;
  /** Which request of the session, from 0. */
  at: number;
  request: Request;
  sealed: string;
  without: string;
}

export interface Outcome {
  pairs: number;
  requests: number;
  /** Replies that told of somebody: a check of empty answers would check nothing. */
  telling: number;
  differences: Difference[];
  /** Those of the queries with a planted leak that were found out. */
  noticed: string[];
}

/** Families loaded at a time. */
const TOGETHER = 15;

export interface Wanted {
  seed: number;
  pairs: number;
  /** Queries of which each alone shall forget the seals once, on the same sessions. */
  leakIn?: readonly string[];
  told?: (line: string) => void;
}

/** `pairs` sessions, each asked in both worlds, of families from `seed` on. */
export async function compareWorlds(graph: Graph, { seed, pairs, leakIn = [], told = () => undefined }: Wanted): Promise<Outcome> {
  const outcome: Outcome = { pairs: 0, requests: 0, telling: 0, differences: [], noticed: [] };
  await withServer(async (server) => {
    for (let first = seed; outcome.pairs < pairs; first += TOGETHER) {
      const count = Math.min(TOGETHER, Math.ceil((pairs - outcome.pairs) / VIEWERS.length));
      const families = Array.from({ length: count }, (_, at) => sealedFamily(first + at));
      const sessions = families
        .flatMap((family) => VIEWERS.map((viewer) => ({ seed: family.seed, viewer, requests: sessionOf(family, viewer) })))
        .slice(0, pairs - outcome.pairs);
      await loadWorld(graph, families, 'sealed');
      const inSealed = await play(server, graph, sessions);
      for (const leaking of leakIn.filter((name) => !outcome.noticed.includes(name)))
        if (await isLeakNoticed(server, graph, leaking, sessions, inSealed)) outcome.noticed.push(leaking);
      await loadWorld(graph, families, 'without');
      const inWithout = await play(server, graph, sessions);
      sessions.forEach(({ seed: family, viewer, requests }, session) => {
        for (const [at, request] of requests.entries()) {
          const [sealed, without] = [inSealed[session]![at]!, inWithout[session]![at]!];
          if (JSON.stringify(sealed) === JSON.stringify(without)) continue;
          outcome.differences.push({ seed: family, viewer, at, request, sealed: shown(sealed), without: shown(without) });
        }
      });
      outcome.pairs += sessions.length;
      outcome.requests += inSealed.flat().length;
      outcome.telling += inSealed.flat().filter(({ text }) => text.includes('"records":[')).length;
      told(`${outcome.pairs} pairs of sessions, ${outcome.requests} requests, ${outcome.differences.length} differences`);
    }
  });
  return outcome;
}

/** Whether anybody is answered otherwise where one query forgets the seals. Only replies that it had a part in can tell; of what is remembered, all. */
async function isLeakNoticed(
  { over, ask }: Server,
  graph: Graph,
  leaking: string,
  sessions: readonly Session[],
  honest: readonly Reply[][],
): Promise<boolean> {
  const all = sessions.flatMap(({ viewer, requests }, session) =>
    requests.map((request, at) => ({ viewer, request, reply: honest[session]![at]! })),
  );
  const suspects = all.filter(({ reply }) => reply.statements.some((statement) => statement.startsWith(`${leaking}\n`)));
  await over(forgetful(graph, leaking));
  let isNoticed = false;
  await inLanes(suspects.length > 0 ? suspects : all, async ({ viewer, request, reply }) => {
    if (isNoticed) return;
    const { status, text } = await ask(viewer, request);
    if (status !== reply.status || text !== reply.text) isNoticed = true;
  });
  return isNoticed;
}

const shown = ({ status, text, statements }: Reply): string =>
  `${status} ${text}\n${statements.map((statement) => statement.split('\n')[0]).join(', ')}`;

/** Agencies are shared by all families, so that few are named in each answer. */
async function loadWorld(graph: Graph, families: readonly SealedFamily[], world: 'sealed' | 'without'): Promise<void> {
  const agencies = new Map(families.flatMap((family) => family[world].filter(({ type }) => type === 'agency')).map((one) => [one.id, one]));
  const files = families.map((family) =>
    fileOf(
      `f${family.seed}`,
      family[world].filter(({ type }) => type !== 'agency'),
    ),
  );
  await load(graph, [fileOf('a', [...agencies.values()]), ...files], SILENT, { replace: true });
}

function fileOf(name: string, records: LedgerRecord[]): CaseFile {
  const [, ...lines] = caseText(records).split('\n');
  return readCaseFile(
    `${name}.jsonl`,
    [JSON.stringify({ type: 'file', format: 'kith/1', title: 'Invented', prefix: `${name}/` }), ...lines].join('\n'),
  );
}

/** A graph in which one query has forgotten the seals: the leak that must be found. */
const forgetful = (graph: Graph, leaking: string): Graph =>
  reading(graph, async (name, params) => {
    if (name !== leaking) return params;
    const rows = await graph.read<{ line: string }>('read/seals', { revision: Number.MAX_SAFE_INTEGER });
    return { ...params, opened: rows.map(({ line }) => (JSON.parse(line) as { id: string }).id) };
  });
