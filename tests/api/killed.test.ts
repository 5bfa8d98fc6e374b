/**
 * The server is killed while many ask: no answer has left without its entry in the audit log. The short
 * form; `npm run check:kills` kills it fifty times.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { whatDid } from '../../server/access/audit/search.ts';
import { verifyLogs } from '../../server/access/audit/verify.ts';
import { addAccount } from '../../server/access/accounts.ts';
import { readPublicKey } from '../../server/access/keys.ts';
import { dayAfter } from '../../server/ledger/dates.ts';
import { agency, givenCaseFile, person, says, type Given } from '../support/given.ts';
import { randomFrom } from '../../seed/random.ts';
import { PASSWORD } from '../support/serve.ts';
import { serverElsewhere } from '../support/server-elsewhere.ts';

const kills = Number(process.env['KITH_KILLS'] ?? 3);
const atOnce = 20;

let given: Given;
/** Another home over the same database, whose disk will be full. */
const full = { home: mkdtempSync(path.join(tmpdir(), 'kith-full-')) };
beforeAll(async () => {
  given = await givenCaseFile(
    agency('csc', 'social care'),
    person('child', 'Child'),
    person('father', 'Father'),
    says('csc', '2000-01-02', { type: 'parent', parent: 'father', child: 'child', basis: 'birth' }),
    says('csc', '2000-01-02', { type: 'concern', person: 'father', form: 'registered' }),
  );
  await addAccount(given.home, { user: 'amira', name: 'Amira', role: 'mash', agency: 'csc' }, PASSWORD);
  await addAccount(full.home, { user: 'amira', name: 'Amira', role: 'mash', agency: 'csc' }, PASSWORD);
});
afterAll(async () => {
  await given.close();
  rmSync(full.home, { recursive: true, force: true });
});

test(`after each of ${kills} kills the log holds every answer that had left, and is sound`, { timeout: kills * 120_000 }, async () => {
  const random = randomFrom(7);
  let day = '1000-01-01';
  let all = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const left = await answersUntilKilled(100 + random.below(1_500), () => (day = dayAfter(day)));
    const entries = new Set(
      (await whatDid(given.home, 'amira'))
        .filter(({ decision }) => decision.outcome === 'answered')
        .map((entry) => entry.arguments['asAt']),
    );
    expect(left.filter((asked) => !entries.has(asked))).toEqual([]);
    expect((await verifyLogs(path.join(given.home, 'audit'), readPublicKey(given.home))).flatMap(({ findings }) => findings)).toEqual([]);
    expect(left.length).toBeGreaterThan(0);
    all += left.length;
  }
  if (kills > 3) process.stderr.write(`${kills} kills, ${all} answers had left, each with its entry.\n`);
});

test.runIf(process.platform !== 'win32')(
  'when the disk takes no more, no answer leaves, nobody signs in, and health says so',
  { timeout: 180_000 },
  async () => {
    const server = await serverElsewhere(full.home, { blocks: 64 });
    const ask = async (): Promise<Response> =>
      server.post('/graphql', { operationName: 'people-of-concern-near', variables: { child: 'child' } });
    let answered = 0;
    let reply = await ask();
    for (; reply.status === 200 && answered < 500; reply = await ask()) answered += 1;
    expect(answered).toBeGreaterThan(3);
    // The shorter entry of signing in may still find room, and is then in the log.
    const signIn = async (): Promise<Response> => server.post('/session/sign-in', { user: 'amira', password: PASSWORD });
    let signedIn = await signIn();
    for (let tries = 0; signedIn.status === 200 && tries < 20; tries += 1) signedIn = await signIn();
    for (const refused of [reply, signedIn, await fetch(`${server.address}/health/ready`)]) {
      const text = await refused.text();
      expect(refused.status).toBe(503);
      expect(JSON.parse(text)).toMatchObject({ data: null, errors: [{ extensions: { code: 'AUDIT_UNAVAILABLE' } }] });
      expect(text).not.toContain('Father');
    }
    server.process.kill('SIGKILL');
    await server.closed;
    const [log] = await verifyLogs(path.join(full.home, 'audit'), readPublicKey(full.home));
    expect(log?.findings).toEqual([]);
    expect((await whatDid(full.home, 'amira')).filter(({ decision }) => decision.outcome === 'answered')).toHaveLength(answered);
  },
);

/** The days asked for whose answers came whole before the server was killed. Each question is for a day of its own, by which its entry is known. */
async function answersUntilKilled(ms: number, nextDay: () => string): Promise<string[]> {
  const { process: server, closed, post } = await serverElsewhere(given.home);
  const left: string[] = [];
  let first: (() => void) | undefined;
  const begun = new Promise<void>((done) => (first = done));
  const askOn = async (): Promise<void> => {
    for (;;) {
      const asAt = nextDay();
      const reply = await post('/graphql', { operationName: 'people-of-concern-near', variables: { child: 'child', asAt } });
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
