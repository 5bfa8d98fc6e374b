/**
 * Sessions asked of the app, over HTTP in its own process, as each of their viewers; of each reply also the
 * statements to the database that made it.
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
import { openOffice, type Office } from '../../server/questions/answer.ts';
import { VIEWERS, type Request } from './random-session.ts';
import { PASSWORD } from './serve.ts';

export interface Session {
  viewer: string;
  requests: readonly Request[];
}

export interface Reply {
  status: number;
  /** Without what is new each time: the revision, which counts the loads of this graph, and the reference of an error. */
  text: string;
  /** Names and texts of the statements to the database, in order of both; not what questions of anybody that come together share, the reading of the revision. */
  statements: string[];
}

export interface Server {
  /** From now on it asks this graph, and remembers for every viewer what it asks of a graph only once, such as its agencies. */
  over: (graph: Graph) => Promise<void>;
  ask: (viewer: string, request: Request) => Promise<Reply>;
}

const today = '2024-06-01';

/** Requests that are under way at once: as many as keep this machine and the database busy. */
const LANES = 4;

/** Every session, in whatever order they come; the replies of each, in its order. */
export async function play({ over, ask }: Server, graph: Graph, sessions: readonly Session[]): Promise<Reply[][]> {
  await over(graph);
  const replies: Reply[][] = sessions.map(() => []);
  await inLanes([...sessions.entries()], async ([at, { viewer, requests }]) => {
    for (const request of requests) replies[at]!.push(await ask(viewer, request));
  });
  return replies;
}

/** One list that all lanes take from. */
export async function inLanes<T>(list: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const rest = list.values();
  await Promise.all(
    Array.from({ length: LANES }, async () => {
      for (const one of rest) await work(one);
    }),
  );
}

/** A server for `work`, which every viewer has signed in to. */
export async function withServer<T>(work: (server: Server) => Promise<T>): Promise<T> {
  const home = mkdtempSync(path.join(tmpdir(), 'kith-worlds-'));
  const audit = await openAudit(home);
  const asked = new AsyncLocalStorage<string[]>();
  const officeOver = (graph: Graph): Office => openOffice(noting(graph, asked), audit, () => today, { peopleADay: 1e9 });
  let office: Office | undefined;
  for (const viewer of VIEWERS)
    await addAccount(home, { user: viewer, name: viewer, role: ROLE_OF[viewer]!, agency: AGENCY_OF[viewer] }, PASSWORD);
  const app = await buildApp(
    { host: '127.0.0.1', development: false },
    { audit, answer: async (...asking: Parameters<Office['answer']>) => office!.answer(...asking) } as Office,
    {
      access: { accounts: openAccounts(home), hasDemonstration: async () => false, idleMinutes: 15, mostHours: 10 },
      mostAMinute: 1e9,
    },
  );
  try {
    const cookies = new Map<string, string>();
    for (const viewer of VIEWERS) cookies.set(viewer, await signIn(app, viewer));
    const ask: Server['ask'] = async (viewer, payload) => {
      const statements: string[] = [];
      const headers = { cookie: cookies.get(viewer)!, 'content-type': 'application/json' };
      const { statusCode, body } = await asked.run(statements, async () =>
        app.inject({ method: 'POST', url: '/graphql', headers, payload }),
      );
      return {
        status: statusCode,
        text: masked(body),
        statements: statements.filter((statement) => !statement.startsWith('read/ledger\n')).sort(),
      };
    };
    const over: Server['over'] = async (graph) => {
      office = officeOver(graph);
      for (const viewer of VIEWERS) await ask(viewer, { operationName: 'find-person', variables: { name: 'nobody' } });
    };
    return await work({ over, ask });
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

const masked = (body: string): string => body.replace(/"revision":\d+/g, '"revision":0').replace(/reference: [0-9a-f-]{36}/g, 'reference');

const noting = (graph: Graph, asked: AsyncLocalStorage<string[]>): Graph =>
  reading(graph, (name, params) => {
    asked.getStore()?.push(`${name}\n${graph.queries.get(name)?.textFor(params) ?? ''}`);
    return params;
  });

type Params = Record<string, unknown>;

/** A graph that passes on each read to another, with what `before` makes of its parameters. */
export function reading(graph: Graph, before: (name: string, params: Params) => Params | Promise<Params>): Graph {
  return {
    ...graph,
    read: async (name: string, params: Params, limits?: { timeoutMs?: number }) =>
      graph.read<unknown>(name, await before(name, params), limits),
    async *stream(name: string, params: Params, limits?: { timeoutMs?: number }) {
      yield* graph.stream(name as 'read/county-sweep', (await before(name, params)) as never, limits);
    },
  } as Graph;
}
