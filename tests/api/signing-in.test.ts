/** Who gets in, for how long, and what a worker has to say before the first question; over HTTP, on the real server. */
import { afterEach, expect, test } from 'vitest';
import { setDisabled } from '../../server/access/accounts.ts';
import { whatDid } from '../../server/access/audit/search.ts';
import { DEMONSTRATION_PASSWORD } from '../../server/access/demonstration-accounts.ts';
import { openDemonstration } from '../../server/access/demonstration.ts';
import { demonstrationCases } from '../../server/commands/start.ts';
import { readCaseFileAt } from '../../server/ledger/case-file.ts';
import { load } from '../../server/ledger/load.ts';
import { SILENT } from '../../server/ledger/telling.ts';
import { agency, person, says } from '../support/given.ts';
import { PASSWORD, serve, type Served } from '../support/serve.ts';

let served: Served;
afterEach(() => served.close());

const family = [
  agency('csc', 'social care'),
  agency('police'),
  person('connor', 'Connor'),
  person('father', 'Father'),
  says('csc', '2020-01-02', { type: 'parent', parent: 'father', child: 'connor', basis: 'birth' }),
  says('police', '2020-01-02', { type: 'concern', person: 'father', form: 'convicted', from: '2014' }),
];
const near = { child: 'connor', asAt: '2020-04-25' };
const codeOf = (reply: { body: { errors?: { extensions: { code: string } }[] } }): string | undefined =>
  reply.body.errors?.[0]?.extensions.code;

test('a worker signs in, says why, asks, and signs out; and all of it is in the log', async () => {
  served = await serve(family);
  const browser = served.browser();
  expect((await browser.post('/session')).body).toEqual({
    signedIn: false,
    purposes: [],
    idleMinutes: 15,
    identityProvider: false,
    demonstration: null,
  });
  expect(codeOf(await browser.ask('people-of-concern-near', near))).toBe('NOT_SIGNED_IN');
  const signedIn = await browser.post('/session/sign-in', { user: 'amira', password: PASSWORD });
  expect(signedIn.body).toMatchObject({
    signedIn: true,
    user: 'amira',
    name: 'amira',
    role: 'MASH worker',
    agency: 'csc',
    purpose: null,
    purposes: [{ kind: 'contact', needsReference: true }],
  });
  expect(signedIn.headers.getSetCookie()).toEqual([
    expect.stringMatching(/^__Host-kith=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/),
  ]);
  expect(codeOf(await browser.ask('people-of-concern-near', near))).toBe('REASON_REQUIRED');
  expect((await browser.post('/session/purpose', { kind: 'contact', reference: 'R-2024/17' })).body.purpose).toEqual({
    kind: 'contact',
    reference: 'R-2024/17',
    words: 'A contact or referral to decide on',
  });
  const answer = await browser.ask('people-of-concern-near', near);
  expect(answer.body.data.peopleOfConcernNear.found.map((one: { person: { id: string } }) => one.person.id)).toEqual(['father']);
  const out = await browser.post('/session/sign-out');
  expect(out.headers.get('clear-site-data')).toBe('"cache", "cookies", "storage"');
  expect(codeOf(await browser.ask('people-of-concern-near', near))).toBe('NOT_SIGNED_IN');
  const did = await whatDid(served.home, 'amira');
  expect(did.map(({ question, decision, reference }) => [question, decision.outcome, decision.code, reference])).toEqual([
    ['session/sign-in', 'done', undefined, null],
    ['people-of-concern-near', 'refused', 'REASON_REQUIRED', null],
    ['session/purpose', 'done', undefined, 'R-2024/17'],
    ['people-of-concern-near', 'answered', undefined, 'R-2024/17'],
    ['session/sign-out', 'done', undefined, 'R-2024/17'],
  ]);
  expect(did[3]?.people).toHaveLength(2);
});

test('a wrong password, an unknown user and an account that was shut out hear the same; five tries lock the name', async () => {
  served = await serve(family, { users: ['amira', 'ada'] });
  await setDisabled(served.home, 'ada', true);
  const tries = [
    { user: 'amira', password: 'wrong horse battery' },
    { user: 'nobody', password: PASSWORD },
    { user: 'ada', password: PASSWORD },
    { user: '__proto__', password: PASSWORD },
    { user: 'mash', password: DEMONSTRATION_PASSWORD },
  ];
  const replies = await Promise.all(tries.map(async (one) => served.browser().post('/session/sign-in', one)));
  expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
  expect(replies[0]?.body.errors[0]).toMatchObject({
    message: 'The user name or the password is wrong.',
    extensions: { code: 'NOT_SIGNED_IN' },
  });
  for (let more = 0; more < 4; more += 1)
    await served.browser().post('/session/sign-in', { user: 'amira', password: 'wrong horse battery' });
  const locked = await served.browser().post('/session/sign-in', { user: 'amira', password: PASSWORD });
  expect(locked.body).toEqual({
    data: null,
    errors: [
      {
        message: 'There were too many wrong passwords for this user name: try again in 15 minutes.',
        extensions: { code: 'NOT_SIGNED_IN' },
      },
    ],
  });
  served.pass(16);
  expect((await served.browser().post('/session/sign-in', { user: 'amira', password: PASSWORD })).status).toBe(200);
});

test('a session ends after a quarter of an hour unused, after ten hours whatever happens, and when the clock is moved by an hour', async () => {
  served = await serve(family);
  const browser = served.browser();
  await browser.signIn('amira');
  served.pass(14);
  expect((await browser.ask('people-of-concern-near', near)).status).toBe(200);
  served.pass(15);
  expect(codeOf(await browser.ask('people-of-concern-near', near))).toBe('NOT_SIGNED_IN');
  await browser.signIn('amira');
  for (let minutes = 0; minutes < 590; minutes += 10) {
    served.pass(10);
    expect((await browser.post('/session')).body.signedIn).toBe(true);
  }
  served.pass(10);
  expect((await browser.post('/session')).body.signedIn).toBe(false);
  // A clock that is moved by an hour, either way, signs everybody out: one sentence, and no data.
  for (const minutes of [-60, 60]) {
    await browser.signIn('amira');
    served.pass(minutes);
    const { body } = await browser.ask('people-of-concern-near', near);
    expect(body).toEqual({
      data: null,
      errors: [{ message: 'You are not signed in, or your session has ended.', extensions: { code: 'NOT_SIGNED_IN' } }],
    });
    await browser.signIn('amira');
    expect((await browser.ask('people-of-concern-near', near)).status).toBe(200);
  }
});

test('an account that is shut out is out with its next request; let in again, it has to sign in again', async () => {
  served = await serve(family);
  const browser = served.browser();
  await browser.signIn('amira');
  await setDisabled(served.home, 'amira', true);
  expect(codeOf(await browser.ask('people-of-concern-near', near))).toBe('NOT_SIGNED_IN');
  expect((await browser.post('/session/sign-in', { user: 'amira', password: PASSWORD })).status).toBe(401);
});

test('a purpose must be one of the role, and its reference a number and not a sentence', async () => {
  served = await serve(family);
  const browser = served.browser();
  await browser.post('/session/sign-in', { user: 'amira', password: PASSWORD });
  for (const wrong of [
    { kind: 'training' },
    { kind: 'review', reference: 'R1' },
    { kind: 'operator' },
    { kind: '__proto__' },
    { kind: 'contact' },
    { kind: 'contact', reference: 'Connor' },
    { kind: 'contact', reference: 'Connor Smith 7' },
    { kind: 'contact', reference: 7 },
    { kind: 'contact', reference: 'R1', more: 'x' },
    [],
  ]) {
    expect(codeOf(await browser.post('/session/purpose', wrong))).toBe('BAD_INPUT');
  }
  expect((await browser.post('/session')).body.purpose).toBeNull();
});

test('demonstration accounts are there while nothing but the demonstration is loaded, and gone with the first other record', async () => {
  served = await serve([]);
  const { graph } = served;
  await served.app.close();
  // One of the six files is enough: what is loaded must be among them, not all of them.
  const file = demonstrationCases().find((one) => one.endsWith('hh.jsonl')) ?? '';
  await load(graph, [await readCaseFileAt(file)], SILENT, { replace: true });
  const hasDemonstration = openDemonstration(graph, '127.0.0.1');
  expect(await hasDemonstration()).toBe(true);
  expect(await openDemonstration(graph, '192.0.2.1')()).toBe(false);
  await served.andThen(person('stranger', 'Stranger'));
  expect(await hasDemonstration()).toBe(false);
});

test('somebody who tries the demonstration states training, and is out when the demonstration is over', async () => {
  let isDemonstration = true;
  served = await serve(family, { hasDemonstration: async () => isDemonstration });
  const browser = served.browser();
  const offered = await browser.post('/session');
  expect(offered.body.demonstration.map(({ user }: { user: string }) => user)).toEqual(['mash', 'analyst', 'reviewer']);
  expect(
    (await browser.post('/session/sign-in', { user: 'mash', password: DEMONSTRATION_PASSWORD })).body.purposes.map(
      ({ kind }: { kind: string }) => kind,
    ),
  ).toEqual(['training']);
  await browser.post('/session/purpose', { kind: 'training' });
  expect((await browser.ask('people-of-concern-near', near)).status).toBe(200);
  isDemonstration = false;
  expect(codeOf(await browser.ask('people-of-concern-near', near))).toBe('NOT_SIGNED_IN');
});

test('each signs in with a token of their own, and an old one, a made-up one or two at once let nobody in', async () => {
  served = await serve(family);
  const browser = served.browser();
  await browser.signIn('amira');
  const old = browser.cookie!;
  await browser.post('/session/sign-in', { user: 'amira', password: PASSWORD });
  expect(browser.cookie).not.toBe(old);
  for (const cookie of [
    `__Host-kith=${old}`,
    '__Host-kith=',
    `__Host-kith=${'A'.repeat(43)}`,
    `__Host-kith=${browser.cookie}; __Host-kith=${browser.cookie}`,
    `kith=${browser.cookie}`,
    `__Host-kith=${browser.cookie}x`,
  ]) {
    expect((await served.browser().post('/session', {}, { cookie })).body.signedIn).toBe(false);
  }
});

test('whoever tries to sign in more than thirty times a minute has to wait, whatever they try', async () => {
  served = await serve([], { users: [] });
  const statuses: number[] = [];
  for (let tries = 0; tries < 31; tries += 1)
    statuses.push((await served.browser().post('/session/sign-in', { user: `user${tries}` })).status);
  expect(statuses.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 400));
  const refused = await served.browser().post('/session/sign-in', { user: 'amira', password: PASSWORD });
  expect([statuses[30], refused.status, codeOf(refused)]).toEqual([429, 429, 'TOO_MUCH']);
});
