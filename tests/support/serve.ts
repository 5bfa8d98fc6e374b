/** The real server on a port of its own, over a given case file, and browsers that keep their cookie. */
import type { AddressInfo } from 'node:net';
import type { FastifyInstance, FastifyServerOptions } from 'fastify';
import { addAccount, openAccounts } from '../../server/access/accounts.ts';
import type { Access } from '../../server/access/open-access.ts';
import type { AccountRole } from '../../server/access/viewer.ts';
import { buildApp } from '../../server/app.ts';
import { givenCaseFile, type Answer, type Given } from './given.ts';

export interface Reply {
  status: number;
  headers: Headers;
  text: string;
  /** Of a JSON body, undefined otherwise. */
  body: Answer;
}

export interface Browser {
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>;
  get(path: string, headers?: Record<string, string>): Promise<Reply>;
  ask(operation: string, variables: Record<string, unknown>): Promise<Reply>;
  /** Signs in as an account of `PEOPLE` and states a purpose its role has. */
  signIn(user: string): Promise<void>;
  cookie: string | undefined;
}

export interface Served extends Given {
  app: FastifyInstance;
  address: string;
  browser(): Browser;
  /** Moves the clock of the sessions. */
  pass(minutes: number): void;
}

export const PASSWORD = 'correct horse battery';
/** One account for each kind of asker, with the purpose it states. */
export const PEOPLE: Record<string, { role: AccountRole; agency?: string; purpose: string }> = {
  amira: { role: 'mash', agency: 'csc', purpose: 'contact' },
  ada: { role: 'analyst', agency: 'police', purpose: 'network' },
  rosa: { role: 'reviewer', agency: 'csc', purpose: 'review' },
  gita: { role: 'practitioner', agency: 'gp', purpose: 'contact' },
  cora: { role: 'custodian', agency: 'police', purpose: 'oversight' },
  petra: { role: 'privacy officer', agency: 'csc', purpose: 'oversight' },
};

export async function serve(
  records: readonly object[],
  over: Partial<Access> & { logger?: FastifyServerOptions['logger']; users?: readonly string[]; development?: boolean } = {},
): Promise<Served> {
  const given = await givenCaseFile(...records);
  const { logger = false, users = ['amira'], development = false, ...access } = over;
  for (const user of users) {
    const { role, agency } = PEOPLE[user]!;
    await addAccount(given.home, { user, name: user, role, agency }, PASSWORD);
  }
  let passed = 0;
  const app = await buildApp({ host: '127.0.0.1', development }, given.desk.office, {
    logger,
    access: {
      accounts: openAccounts(given.home),
      hasDemonstration: async () => false,
      idleMinutes: 15,
      mostHours: 10,
      now: () => Date.now() + passed * 60_000,
      ...access,
    },
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const address = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  return {
    ...given,
    app,
    address,
    browser: () => openBrowser(address),
    pass: (minutes) => {
      passed += minutes;
    },
    close: async () => {
      await app.close();
      await given.close();
    },
  };
}

function openBrowser(address: string): Browser {
  const send = async (method: string, path: string, body: string | undefined, headers: Record<string, string>): Promise<Reply> => {
    const reply = await fetch(`${address}${path}`, {
      method,
      redirect: 'manual',
      headers: { ...(browser.cookie === undefined ? {} : { cookie: `__Host-kith=${browser.cookie}` }), ...headers },
      ...(body === undefined ? {} : { body }),
    });
    for (const one of reply.headers.getSetCookie()) {
      const [, value] = /^__Host-kith=([^;]*)/.exec(one) ?? [];
      if (value !== undefined) browser.cookie = value === '' ? undefined : value;
    }
    const text = await reply.text();
    return {
      status: reply.status,
      headers: reply.headers,
      text,
      body: reply.headers.get('content-type')?.startsWith('application/json') === true ? JSON.parse(text) : undefined,
    };
  };
  const browser: Browser = {
    cookie: undefined,
    post: (path, body = {}, headers = {}) =>
      send('POST', path, typeof body === 'string' ? body : JSON.stringify(body), { 'content-type': 'application/json', ...headers }),
    get: (path, headers = {}) => send('GET', path, undefined, headers),
    ask: (operationName, variables) => browser.post('/graphql', { operationName, variables }),
    signIn: async (user) => {
      const signedIn = await browser.post('/session/sign-in', { user, password: PASSWORD });
      if (signedIn.status !== 200) throw new Error(`${user} could not sign in: ${signedIn.text}`);
      const stated = await browser.post('/session/purpose', { kind: PEOPLE[user]!.purpose, reference: 'R-2024/17' });
      if (stated.status !== 200) throw new Error(`${user} could not state a purpose: ${stated.text}`);
    },
  };
  return browser;
}
