/**
 * Eight times as many users as Kith is made for, all at once: each gets the answer there is, or is told to come
 * again; the server stays, and is there for everybody when they have left. The short form; `npm run check:crowd`
 * is 400 users for a minute.
 */
import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addAccount } from '../../server/access/accounts.ts';
import type { Given } from '../support/given.ts';
import { givenReview, LOADING } from '../support/reviews.ts';
import { PASSWORD } from '../support/serve.ts';
import { serverElsewhere, type ServerElsewhere } from '../support/server-elsewhere.ts';

const users = Number(process.env['KITH_CROWD_USERS'] ?? 400);
const seconds = Number(process.env['KITH_CROWD_SECONDS'] ?? 5);

const near = { child: 'mia/connor', asAt: '2020-04-25', heldOn: '2020-04-25' };
const QUESTIONS: [string, object][] = [
  ['people-of-concern-near', near],
  ['people-of-concern-near', { ...near, within: 3 }],
  ['children-near', { person: 'mia/so2', asAt: '2020-04-25' }],
  ['who-holds-what', { person: 'mia/connor' }],
  ['recent-contacts', { child: 'mia/connor' }],
  ['web-of-person', { person: 'mia/so2', within: 2 }],
];

let given: Given;
let server: ServerElsewhere;
beforeAll(async () => {
  given = await givenReview('mia');
  await addAccount(given.home, { user: 'amira', name: 'Amira', role: 'mash', agency: 'mia/csc' }, PASSWORD);
  server = await serverElsewhere(given.home);
}, LOADING);
afterAll(async () => {
  server.process.kill('SIGKILL');
  await server.closed;
  await given.close();
});

type Reply = { status: number; text: string; retryAfter: string | null };
async function ask(at: number): Promise<Reply> {
  const [operationName, variables] = QUESTIONS[at % QUESTIONS.length]!;
  const reply = await server.post('/graphql', { operationName, variables });
  return { status: reply.status, text: await reply.text(), retryAfter: reply.headers.get('retry-after') };
}

const residentMegabytes = (): number => {
  const file = `/proc/${server.process.pid}/status`;
  return existsSync(file) ? Number(/VmRSS:\s+(\d+)/.exec(readFileSync(file, 'utf8'))?.[1]) / 1_024 : 0;
};

test(
  `of ${users} users for ${seconds} seconds each is answered as if alone or told to come again`,
  { timeout: (seconds + 120) * 1_000 },
  async () => {
    const alone: string[] = [];
    for (const at of QUESTIONS.keys()) {
      const { status, text } = await ask(at);
      expect(status).toBe(200);
      alone.push(text);
    }
    const told = { answered: 0, busy: 0, largest: 0 };
    const wrong: Reply[] = [];
    const until = Date.now() + seconds * 1_000;
    await Promise.all(
      Array.from({ length: users }, async (_, user) => {
        for (let at = user; Date.now() < until; at += 1) {
          const reply = await ask(at);
          if (reply.status === 200 && reply.text === alone[at % QUESTIONS.length]) told.answered += 1;
          else if (reply.status === 503 && reply.retryAfter === '2' && JSON.parse(reply.text).errors[0].extensions.code === 'BUSY') {
            told.busy += 1;
            // Every other one waits as it was told to.
            await pause(user % 2 === 0 ? 2_000 : 100);
          } else wrong.push(reply);
          if (user === 0) told.largest = Math.max(told.largest, residentMegabytes());
        }
      }),
    );
    const left = Date.now();
    for (const at of QUESTIONS.keys()) {
      let reply = await ask(at);
      while (reply.status === 503 && Date.now() < left + 10_000) {
        await pause(100);
        reply = await ask(at);
      }
      expect(reply.text).toBe(alone[at]);
    }
    const recovered = Date.now() - left;
    process.stderr.write(
      `${users} users for ${seconds} s: ${told.answered} answers, ${told.busy} told to come again, ${wrong.length} anything else; ` +
        `answers again after ${recovered} ms; at most ${Math.round(told.largest)} MB.\n`,
    );
    expect(wrong).toEqual([]);
    expect(told.answered).toBeGreaterThan(30);
    expect(told.busy).toBeGreaterThan(0);
    expect(recovered).toBeLessThan(10_000);
    expect(server.process.exitCode).toBeNull();
    expect(told.largest).toBeLessThan(1_024);
  },
);
