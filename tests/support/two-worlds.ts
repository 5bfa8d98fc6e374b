/**
 * Two worlds (docs/security.md section 3): a random family in which something lies under a seal that is
 * shut to the asker, and the same family of which nothing under that seal was ever loaded. Random
 * sessions over HTTP must get the same replies, byte for byte, from the same statements to the database.
 * Every number comes from the seed, so that a seed plays a failure again.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { addAccount, openAccounts } from '../../server/access/accounts.ts';
import { openAudit } from '../../server/access/audit.ts';
import { buildApp } from '../../server/app.ts';
import type { Graph } from '../../server/database/graph.ts';
import { readCaseFile, type CaseFile } from '../../server/ledger/case-file.ts';
import { load } from '../../server/ledger/load.ts';
import type { LedgerRecord } from '../../server/ledger/records.ts';
import { SILENT } from '../../server/ledger/telling.ts';
import { openOffice } from '../../server/questions/answer.ts';
import { caseText } from './random-case.ts';
import { sealedFamily, type SealedFamily } from './sealed-family.ts';
import { sessionOf, VIEWERS, type Request } from './random-session.ts';
import { PASSWORD } from './serve.ts';

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
  /** For each query with a planted leak, how many sessions came out different. */
  leaks: Record<string, number>;
}

export interface Wanted {
  seed: number;
  pairs: number;
  /** Families loaded at a time. */
  families?: number;
  /** Queries that shall forget the seal, each alone. */
  leakIn?: readonly string[];
  told?: (line: string) => void;
}

const today = '2024-06-01';

export async function compareWorlds(
  graph: Graph,
  { seed, pairs, families = 15, leakIn = [], told = () => undefined }: Wanted,
): Promise<Outcome> {
  const outcome: Outcome = {
    pairs: 0,
    requests: 0,
    telling: 0,
    differences: [],
    leaks: Object.fromEntries(leakIn.map((name) => [name, 0])),
  };
  for (let first = seed; outcome.pairs < pairs; first += families) {
    const some = Array.from({ length: families }, (_, at) => sealedFamily(first + at));
    const sessions = some
      .flatMap((family) => VIEWERS.map((viewer) => ({ family, viewer, requests: sessionOf(family, viewer) })))
      .slice(0, pairs - outcome.pairs);
    await load(
      graph,
      filesOf(some, ({ sealed }) => sealed),
      SILENT,
      { replace: true },
    );
    const inSealed = await play(graph, sessions);
    // What leaks differs from what does not, which the other world confirms: a session is asked until it does.
    for (const name of leakIn) {
      const leaking = await play(forgetful(graph, name), sessions, inSealed);
      outcome.leaks[name]! += leaking.filter(
        (replies, at) => differences(replies, inSealed[at]!.slice(0, replies.length)).length > 0,
      ).length;
    }
    await load(
      graph,
      filesOf(some, ({ without }) => without),
      SILENT,
      { replace: true },
    );
    const inWithout = await play(graph, sessions);
    sessions.forEach(({ family, viewer, requests }, at) => {
      const found = differences(inSealed[at]!, inWithout[at]!);
      outcome.differences.push(
        ...found.map((request) => ({
          seed: family.seed,
          viewer,
          at: request,
          request: requests[request]!,
          sealed: shown(inSealed[at]![request]!),
          without: shown(inWithout[at]![request]!),
        })),
      );
    });
    outcome.pairs += sessions.length;
    outcome.requests += sessions.reduce((sum, { requests }) => sum + requests.length, 0);
    outcome.telling += inSealed.flat().filter(({ text }) => text.includes('"records":[')).length;
    told(`${outcome.pairs} pairs of sessions, ${outcome.requests} requests, ${outcome.differences.length} differences`);
  }
  return outcome;
}

interface Session {
  family: SealedFamily;
  viewer: string;
  requests: Request[];
}

interface Reply {
  status: number;
  text: string;
  /** Names and texts of the statements to the database, in order of both. */
  statements: string[];
}

function differences(one: readonly Reply[], other: readonly Reply[]): number[] {
  return one.flatMap((reply, at) => (JSON.stringify(reply) === JSON.stringify(other[at]) ? [] : [at]));
}

const shown = ({ status, text, statements }: Reply): string =>
  `${status} ${text}\n${statements.map((statement) => statement.split('\n')[0]).join(', ')}`;

/** Agencies are shared by all families, so that few are named in each answer. */
function filesOf(families: readonly SealedFamily[], world: (family: SealedFamily) => readonly LedgerRecord[]): CaseFile[] {
  const agencies = new Map(families.flatMap((family) => world(family).filter(({ type }) => type === 'agency')).map((one) => [one.id, one]));
  return [
    fileOf('a', [...agencies.values()]),
    ...families.map((family) =>
      fileOf(
        `f${family.seed}`,
        world(family).filter(({ type }) => type !== 'agency'),
      ),
    ),
  ];
}

function fileOf(name: string, records: LedgerRecord[]): CaseFile {
  const [, ...lines] = caseText(records).split('\n');
  return readCaseFile(
    `${name}.jsonl`,
    [JSON.stringify({ type: 'file', format: 'kith/1', title: 'Invented', prefix: `${name}/` }), ...lines].join('\n'),
  );
}

/** Sessions that are asked beside each other, each on its own in order: as many as keep this machine and the database busy. */
const LANES = 4;

/**
 * Every session, on a server that has remembered nothing yet. The first of each viewer comes alone, for what
 * it makes the server remember is then no longer asked of the database. `until`: a session ends with the
 * first reply that is another than here.
 */
async function play(graph: Graph, sessions: readonly Session[], until?: readonly Reply[][]): Promise<Reply[][]> {
  const home = mkdtempSync(path.join(tmpdir(), 'kith-worlds-'));
  const audit = await openAudit(home);
  const asked = new AsyncLocalStorage<string[]>();
  const office = openOffice(noting(graph, asked), audit, () => today, { peopleADay: 1e9 });
  for (const viewer of VIEWERS)
    await addAccount(home, { user: viewer, name: viewer, role: ROLE_OF[viewer]!, agency: AGENCY_OF[viewer] }, PASSWORD);
  const app = await buildApp({ host: '127.0.0.1', development: false }, office, {
    access: { accounts: openAccounts(home), hasDemonstration: async () => false, idleMinutes: 15, mostHours: 10 },
    mostAMinute: 1e9,
  });
  const cookies = new Map<string, string>();
  const reply = async (viewer: string, payload: Request): Promise<Reply> => {
    const statements: string[] = [];
    const headers = { cookie: cookies.get(viewer)!, 'content-type': 'application/json' };
    const { statusCode, body } = await asked.run(statements, async () => app.inject({ method: 'POST', url: '/graphql', headers, payload }));
    return { status: statusCode, text: masked(body), statements: statements.sort() };
  };
  const replies: Reply[][] = [];
  const playOne = async (at: number): Promise<void> => {
    const { viewer, requests } = sessions[at]!;
    const session: Reply[] = (replies[at] = []);
    for (const request of requests) {
      session.push(await reply(viewer, request));
      if (until !== undefined && JSON.stringify(session.at(-1)) !== JSON.stringify(until[at]![session.length - 1])) return;
    }
  };
  try {
    for (const viewer of VIEWERS) cookies.set(viewer, await signIn(app, viewer));
    const firsts = VIEWERS.map((viewer) => sessions.findIndex((session) => session.viewer === viewer)).filter((at) => at >= 0);
    for (const at of firsts) await playOne(at);
    // One list that all lanes take from.
    const rest = sessions.flatMap((_, at) => (firsts.includes(at) ? [] : [at])).values();
    await Promise.all(
      Array.from({ length: LANES }, async () => {
        for (const at of rest) await playOne(at);
      }),
    );
    return replies;
  } finally {
    await app.close();
    await audit.close();
    rmSync(home, { recursive: true, force: true });
  }
}

const ROLE_OF: Record<string, string> = { amira: 'mash', ada: 'analyst', rosa: 'reviewer', gita: 'practitioner' };
const AGENCY_OF: Record<string, string> = { amira: 'a/agency-1', ada: 'a/agency-2', rosa: 'a/agency-3', gita: 'a/agency-1' };
const PURPOSE_OF: Record<string, string> = { amira: 'contact', ada: 'network', rosa: 'review', gita: 'contact' };

async function signIn(app: FastifyInstance, user: string): Promise<string> {
  const post = async (url: string, payload: object, cookie = '') =>
    app.inject({ method: 'POST', url, headers: { cookie, 'content-type': 'application/json' }, payload });
  const { headers } = await post('/session/sign-in', { user, password: PASSWORD });
  const cookie = String(headers['set-cookie']).split(';')[0]!;
  await post('/session/purpose', { kind: PURPOSE_OF[user], reference: 'R-1' }, cookie);
  return cookie;
}

/** The revision counts loads of this test's graph, which was loaded for one world before the other; a reference is new each time. */
const masked = (body: string): string => body.replace(/"revision":\d+/g, '"revision":0').replace(/reference: [0-9a-f-]{36}/g, 'reference');

function noting(graph: Graph, asked: AsyncLocalStorage<string[]>): Graph {
  return {
    ...graph,
    read: async (name: string, params: Record<string, unknown>, limits?: { timeoutMs?: number }) => {
      asked.getStore()?.push(`${name}\n${graph.queries.get(name)?.textFor(params) ?? ''}`);
      return graph.read(name, params, limits);
    },
  } as Graph;
}

/** A graph in which one query has forgotten the seals: the leak that must be found. */
function forgetful(graph: Graph, leaking: string): Graph {
  return {
    ...graph,
    read: async (name: string, params: Record<string, unknown>, limits?: { timeoutMs?: number }) => {
      if (name !== leaking) return graph.read(name, params, limits);
      const rows = await graph.read<{ line: string }>('read/seals', { revision: Number.MAX_SAFE_INTEGER });
      return graph.read(name, { ...params, opened: rows.map(({ line }) => (JSON.parse(line) as { id: string }).id) }, limits);
    },
  } as Graph;
}
