/** Signing in through a real provider (oidc-provider), from the first redirect to a session, and what may go wrong on the way. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAccounts, setDisabled } from '../../server/access/accounts.ts';
import { openAudit, type Audit } from '../../server/access/audit.ts';
import { whatDid } from '../../server/access/audit/search.ts';
import { openProvider } from '../../server/access/provider.ts';
import { registerSessions } from '../../server/access/sessions.ts';
import { httpStatusOf, plainError } from '../../server/errors.ts';
import { settings } from '../support/identity-provider.ts';

let home: string;
let audit: Audit;
let app: FastifyInstance;
let provider: Server;
let kith: string;
let issuer: string;
let isUp = true;
const roles: Record<string, string[]> = { 'amira.khan': ['CSC-MASH'], 'cleo.cleaner': ['CSC-CLEANER'], 'dan.disabled': ['CSC-MASH'] };

beforeAll(async () => {
  home = mkdtempSync(path.join(tmpdir(), 'kith-provider-'));
  audit = await openAudit(home);
  let answer: ReturnType<Provider['callback']> | undefined;
  provider = createServer((request, reply) => (isUp ? answer?.(request, reply) : reply.destroy()));
  issuer = await listening(provider);
  app = fastify();
  app.setErrorHandler((error, _, reply) => reply.code(httpStatusOf(error)).send(plainError(error)));
  const port = await freePort();
  kith = `http://127.0.0.1:${port}`;
  answer = new Provider(issuer, configuration(kith)).callback();
  await registerSessions(app, {
    audit,
    accounts: openAccounts(home),
    hasDemonstration: async () => false,
    idleMinutes: 15,
    mostHours: 10,
    provider: openProvider({ ...settings, issuer, address: kith }),
  });
  await app.listen({ host: '127.0.0.1', port });
}, 60_000);

afterAll(async () => {
  await app.close();
  await audit.close();
  provider.closeAllConnections();
  provider.close();
  rmSync(home, { recursive: true, force: true });
});

function configuration(address: string): object {
  return {
    clients: [
      {
        client_id: settings.clientId,
        client_secret: settings.clientSecret,
        redirect_uris: [`${address}/session/callback`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'client_secret_post',
        application_type: 'native',
      },
    ],
    claims: { openid: ['sub', 'roles', 'agency', 'team'], profile: ['name'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    findAccount: (_: unknown, id: string) => ({
      accountId: id,
      claims: async () => ({ sub: id, name: 'Amira Khan', roles: roles[id] ?? [], agency: 'children', team: 'Front door' }),
    }),
    cookies: { keys: ['a key of the test'] },
  };
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await listening(server);
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** A browser: follows redirects, keeps each host's cookies, and fills in the provider's two forms. */
function openBrowser() {
  const jars = new Map<string, Map<string, string>>();
  const visit = async (address: string, form?: Record<string, string>): Promise<{ address: string; reply: Response; text: string }> => {
    const { origin } = new URL(address);
    const jar = jars.get(origin) ?? new Map<string, string>();
    jars.set(origin, jar);
    const reply = await fetch(address, {
      redirect: 'manual',
      method: form === undefined ? 'GET' : 'POST',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form === undefined ? {} : { body: new URLSearchParams(form) }),
    });
    for (const set of reply.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(set)) jar.delete(name);
      else jar.set(name, value);
    }
    return { address, reply, text: await reply.text() };
  };
  const follow = async (address: string, until: (address: string) => boolean): Promise<Awaited<ReturnType<typeof visit>>> => {
    let page = await visit(address);
    for (let steps = 0; steps < 20; steps += 1) {
      const next = page.reply.headers.get('location');
      if (next !== null) {
        const to = new URL(next, page.address).href;
        if (until(to)) return { ...page, address: to };
        page = await visit(to);
      } else {
        const prompt = /name="prompt" value="(\w+)"/.exec(page.text)?.[1];
        const action = /action="([^"]+)"/.exec(page.text)?.[1];
        if (prompt === undefined || action === undefined) return page;
        page = await visit(
          new URL(action, page.address).href,
          prompt === 'login' ? { prompt, login: browser.user, password: 'x' } : { prompt },
        );
      }
    }
    throw new Error('The sign-in goes round in circles.');
  };
  const session = async (): Promise<{ signedIn: boolean; user?: string; role?: string; agency?: string }> => {
    const jar = jars.get(kith) ?? new Map<string, string>();
    const reply = await fetch(`${kith}/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      body: '{}',
    });
    return (await reply.json()) as { signedIn: boolean };
  };
  const browser = { user: 'amira.khan', visit, follow, session };
  return browser;
}

const never = (): boolean => false;
const atCallback = (address: string): boolean => address.startsWith(`${kith}/session/callback`);
const atPage = (address: string): boolean => address === `${kith}/`;

test('a worker goes to the provider, signs in there, and comes back with the role and agency it vouches for', async () => {
  const browser = openBrowser();
  const page = await browser.follow(`${kith}/session/provider`, atPage);
  expect(page.address).toBe(`${kith}/`);
  expect(await browser.session()).toMatchObject({ signedIn: true, user: 'amira.khan', role: 'MASH worker', agency: 'csc' });
  expect((await whatDid(home, 'amira.khan')).map(({ question, decision }) => [question, decision.outcome])).toEqual([
    ['session/sign-in', 'done'],
  ]);
});

test('nobody signs in by a password where there is a provider', async () => {
  const reply = await fetch(`${kith}/session/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user: 'amira', password: 'correct horse battery' }),
  });
  expect(reply.status).toBe(401);
});

test('the way back works once, and only in the browser that was sent', async () => {
  const browser = openBrowser();
  const { address } = await browser.follow(`${kith}/session/provider`, atCallback);
  const other = openBrowser();
  expect((await other.visit(address)).reply.status).toBe(401);
  expect((await other.session()).signedIn).toBe(false);
  expect((await browser.visit(address)).reply.status).toBe(303);
  expect((await browser.session()).signedIn).toBe(true);
  expect((await openBrowser().visit(address)).reply.status).toBe(401);
});

test('somebody whose role is not mapped, or who was shut out here, is told so and does not come in', async () => {
  for (const [user, says] of [
    ['cleo.cleaner', 'gives you no role in Kith'],
    ['dan.disabled', 'has been shut out'],
  ] as const) {
    if (user === 'dan.disabled') await setDisabled(home, user, true, true);
    const browser = openBrowser();
    browser.user = user;
    const page = await browser.follow(`${kith}/session/provider`, never);
    expect(page.reply.status).toBe(401);
    expect(page.text).toContain(says);
    expect((await browser.session()).signedIn).toBe(false);
  }
});

test('somebody shut out while signed in is out with the next request', async () => {
  const browser = openBrowser();
  await browser.follow(`${kith}/session/provider`, atPage);
  expect((await browser.session()).signedIn).toBe(true);
  await setDisabled(home, 'amira.khan', true, true);
  expect((await browser.session()).signedIn).toBe(false);
  await setDisabled(home, 'amira.khan', false);
});

test('while the provider is down, whoever wants to sign in is told in one sentence, and may try again', async () => {
  const fresh = openProvider({ ...settings, issuer, address: kith });
  isUp = false;
  await expect(fresh.begin()).rejects.toMatchObject({
    code: 'NOT_SIGNED_IN',
    message: "Your organisation's sign-in cannot be reached: try again in a few minutes.",
  });
  isUp = true;
  expect((await fresh.begin()).url.href).toContain(issuer);
});
