/**
 * The server is killed while many ask: no answer has left without its entry in the audit log. The short
 * form; `npm run check:kills` kills it fifty times.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { whatDid } from '../../server/access/audit/search.ts';
import { verifyLogs } from '../../server/access/audit/verify.ts';
import { addAccount } from '../../server/access/accounts.ts';
import { readPublicKey } from '../../server/access/keys.ts';
import { cloneRoot } from '../../server/config.ts';
import { dayAfter } from '../../server/ledger/dates.ts';
import { agency, givenCaseFile, person, says, type Given } from '../support/given.ts';
import { randomFrom } from '../support/random.ts';
import { PASSWORD } from '../support/serve.ts';

const kills = Number(process.env['KITH_KILLS'] ?? 3);
const atOnce = 20;

let given: Given;
beforeAll(async () => {
  given = await givenCaseFile(
    agency('csc', 'social care'), person('child', 'Child'), person('father', 'Father'),
    says('csc', '2000-01-02', { type: 'parent', parent: 'father', child: 'child', basis: 'birth' }), says('csc', '2000-01-02', { type: 'concern', person: 'father', form: 'registered' }),
  );
  await addAccount(given.home, { user: 'amira', name: 'Amira', role: 'mash', agency: 'csc' }, PASSWORD);
});
afterAll(async () => given.close());

test(`after each of ${kills} kills the log holds every answer that had left, and is sound`, { timeout: kills * 120_000 }, async () => {
  const random = randomFrom(7);
  let day = '1000-01-01';
  let all = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const left = await answersUntilKilled(100 + random.below(1_500), () => (day = dayAfter(day)));
    const entries = new Set((await whatDid(given.home, 'amira')).filter(({ decision }) => decision.outcome === 'answered').map((entry) => entry.arguments['asAt']));
    expect(left.filter((asked) => !entries.has(asked))).toEqual([]);
    expect((await verifyLogs(path.join(given.home, 'audit'), readPublicKey(given.home))).flatMap(({ findings }) => findings)).toEqual([]);
    expect(left.length).toBeGreaterThan(0);
    all += left.length;
  }
  if (kills > 3) process.stderr.write(`${kills} kills, ${all} answers had left, each with its entry.\n`);
});

/** The days asked for whose answers came whole before the server was killed. Each question is for a day of its own, by which its entry is known. */
async function answersUntilKilled(ms: number, nextDay: () => string): Promise<string[]> {
  const { uri, user, password } = inject('database');
  const { PATH, HOME, NODE_OPTIONS: _, ...rest } = process.env;
  const server = spawn(process.execPath, ['--import', 'tsx', 'tests/support/server-process.ts'], {
    cwd: cloneRoot, stdio: ['ignore', 'pipe', 'inherit'], env: { PATH, HOME, TMPDIR: rest['TMPDIR'], KITH_HOME: given.home, NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password },
  });
  const closed = new Promise((done) => server.once('close', done));
  const address = await new Promise<string>((done, failed) => {
    server.stdout.once('data', (text: Buffer) => done(text.toString().trim()));
    void closed.then(() => failed(new Error('The server ended before it listened.')));
  });
  const post = async (at: string, body: object, cookie = ''): Promise<Response> => fetch(`${address}${at}`, { method: 'POST', headers: { 'content-type': 'application/json', cookie }, body: JSON.stringify(body) });
  const cookie = (await post('/session/sign-in', { user: 'amira', password: PASSWORD })).headers.getSetCookie()[0]!.split(';')[0]!;
  await post('/session/purpose', { kind: 'contact', reference: 'R-1' }, cookie);
  const left: string[] = [];
  let first: (() => void) | undefined;
  const begun = new Promise<void>((done) => (first = done));
  const askOn = async (): Promise<void> => {
    for (;;) {
      const asAt = nextDay();
      const reply = await post('/graphql', { operationName: 'people-of-concern-near', variables: { child: 'child', asAt } }, cookie);
      const { data } = (await reply.json()) as { data?: object };
      if (data) left.push(asAt);
      first?.();
    }
  };
  // Each ends with the connection.
  const asking = Array.from({ length: atOnce }, async () => askOn().catch(() => undefined));
  await begun;
  await pause(ms);
  server.kill('SIGKILL');
  await Promise.all([closed, ...asking]);
  return left;
}
