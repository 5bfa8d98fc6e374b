/** Who may look into the log and at the seals, over HTTP: what each is shown, that each look is in the log first, and that nobody else finds anything there. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { whatDid } from '../../server/access/audit/search.ts';
import { agency, household, person, says, type Answer } from '../support/given.ts';
import { serve, type Browser, type Reply, type Served } from '../support/serve.ts';

let served: Served;
afterEach(() => served.close());

const tie = says('police', '2020-01-02', { type: 'partner', persons: ['mother', 'near'], form: 'relationship' }, { id: 's-tie' });
const family = [
  agency('csc', 'social care', "Children's social care"),
  agency('police', 'police', 'Police'),
  person('child', 'Child'),
  person('mother', 'Mother'),
  person('near', 'Near'),
  person('hidden', 'Hidden'),
  household('refuge', 'Refuge'),
  says('csc', '2020-01-02', { type: 'parent', parent: 'mother', child: 'child', basis: 'birth' }),
  says('police', '2020-01-02', { type: 'concern', person: 'near', form: 'convicted', from: '2014' }),
  says('police', '2020-01-02', { type: 'partner', persons: ['mother', 'hidden'], form: 'relationship' }),
  tie,
];
const seal = (over: object): object => ({ type: 'seal', id: 'seal-1', label: 'One', custodian: 'police', ...over });
const seals = [
  seal({ covers: { persons: ['hidden'], households: ['refuge'] }, opens: { roles: ['reviewer'], users: ['bob'] }, from: '2020-03' }),
  seal({ id: 'seal-2', label: 'Two', covers: { records: ['s-tie'] }, opens: { agencies: ['csc'] }, custodian: 'csc', policy: 'signal' }),
  seal({ id: 'seal-3', label: 'Three', covers: { persons: ['mother'] }, to: '2021', excludes: { users: ['cora'] } }),
];

async function open(users: readonly string[], records: readonly object[] = [...family, ...seals]): Promise<Record<string, Browser>> {
  served = await serve(records, { users });
  const browsers: Record<string, Browser> = {};
  for (const user of users) {
    browsers[user] = served.browser();
    await browsers[user].signIn(user);
  }
  return browsers;
}
const look = async (browser: Browser, name: string, body: object = {}): Promise<Reply> => browser.post(`/audit/${name}`, body);
const rowsOf = (reply: Reply): string[] =>
  reply.body.rows.map((row: Answer) => `${row.user} ${row.question} ${row.outcome} ${row.people} ${row.countLeftOut}`);

test('a MASH worker, an analyst, a reviewer and a practitioner find nothing where the log and the seals are shown', async () => {
  const browsers = await open(['amira', 'ada', 'rosa', 'gita']);
  for (const browser of Object.values(browsers)) {
    const absent = await look(browser, 'nothing');
    expect(absent.status).toBe(404);
    for (const name of ['seals', 'notices', 'who-saw', 'what-did', 'verify']) {
      const { status, text } = await look(browser, name, name === 'who-saw' ? { person: 'child' } : {});
      expect([status, text]).toEqual([404, absent.text]);
    }
  }
  const tried = (await whatDid(served.home, 'amira')).filter(({ question }) => question.startsWith('audit/'));
  expect(tried.map(({ question, decision }) => [question, decision.code])).toEqual(
    ['seals', 'notices', 'who-saw', 'what-did', 'verify'].map((name) => [`audit/${name}`, 'NOT_FOUND']),
  );
});

test('a custodian is shown the seals of their agency and no log of users', async () => {
  const { cora } = await open(['cora']);
  const { body } = await look(cora!, 'seals');
  expect(body.seals).toEqual([
    {
      id: 'seal-1',
      label: 'One',
      state: 'in force',
      covers: '1 person and 1 home',
      ids: null,
      opens: 'user bob; the role Reviewer',
      excludes: [],
      custodian: 'Police',
      period: 'from March 2020, no end given',
      policy: 'hide: whoever comes upon it is told nothing',
      added: body.revision,
    },
  ]);
  const absent = await look(cora!, 'nothing');
  for (const name of ['who-saw', 'what-did', 'verify']) expect((await look(cora!, name)).text).toBe(absent.text);
});

test('a privacy officer is shown every seal, by id only what is open to them, and none that excludes them', async () => {
  const { petra } = await open(
    ['petra'],
    [...family, ...seals, seal({ id: 'seal-4', label: 'Four', covers: { persons: ['near'] }, excludes: { users: ['petra'] } })],
  );
  const { seals: shown } = (await look(petra!, 'seals')).body;
  expect(shown.map(({ id, state, ids }: Answer) => [id, state, ids])).toEqual([
    ['seal-1', 'in force', null],
    ['seal-2', 'in force', ['s-tie']],
    ['seal-3', 'ended', ['mother']],
  ]);
});

test('what lies also under a seal one may not know of is left out of another seal, and a seal of nothing else is not there', async () => {
  const { petra } = await open(
    ['petra'],
    [
      ...family,
      seal({ id: 'seal-a', covers: { persons: ['near', 'hidden'] }, opens: { roles: ['privacy officer'] } }),
      seal({ id: 'seal-b', covers: { persons: ['hidden'] }, opens: { roles: ['privacy officer'] } }),
      seal({ id: 'seal-c', covers: { persons: ['hidden'] }, excludes: { users: ['petra'] } }),
    ],
  );
  const { seals: shown } = (await look(petra!, 'seals')).body;
  expect(shown.map(({ id, covers, ids }: Answer) => [id, covers, ids])).toEqual([['seal-a', '1 person', ['near']]]);
});

test('who saw a person: every row but no id, newest first, and the look itself is in the log before it is shown', async () => {
  const { amira, petra } = await open(['amira', 'petra'], family);
  await amira!.ask('people-of-concern-near', { child: 'child' });
  await amira!.ask('people-of-concern-near', { child: 'mother' });
  const first = await look(petra!, 'who-saw', { person: 'child' });
  expect(rowsOf(first)).toEqual(['amira people-of-concern-near answered 3 false']);
  expect(first.body.rows[0]).toMatchObject({
    role: 'MASH worker',
    agency: "Children's social care",
    purpose: 'A contact or referral to decide on',
    reference: 'R-2024/17',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    entry: expect.stringMatching(/^1\.\d+$/),
  });
  expect(first.text).not.toMatch(/~|"child"|"mother"|"near"/);
  // The look is found by the next one.
  expect(rowsOf(await look(petra!, 'who-saw', { person: 'child' }))[0]).toBe('petra audit/who-saw answered null false');
  const [kept] = (await whatDid(served.home, 'petra')).filter(({ question }) => question === 'audit/who-saw');
  expect(kept).toMatchObject({
    purpose: 'oversight',
    reference: 'R-2024/17',
    arguments: { person: expect.stringMatching(/^~/) },
    counts: { rows: 1 },
  });
});

test('somebody under a seal that is shut to the officer, and nobody at all, get the same words', async () => {
  const { petra, rosa } = await open(['petra', 'rosa']);
  expect((await rosa!.ask('web-of-person', { person: 'hidden' })).status).toBe(200);
  const [hidden, nobody] = [await look(petra!, 'who-saw', { person: 'hidden' }), await look(petra!, 'who-saw', { person: 'nobody' })];
  expect([hidden.status, hidden.text]).toEqual([404, nobody.text]);
});

test('how many people somebody was shown is left out where they could open a seal that the officer cannot', async () => {
  const { petra, amira, rosa } = await open(['petra', 'amira', 'rosa']);
  await amira!.ask('web-of-person', { person: 'child' });
  await rosa!.ask('web-of-person', { person: 'child' });
  const rows = rowsOf(await look(petra!, 'who-saw', { person: 'child' }));
  expect(rows).toEqual([expect.stringMatching(/^rosa .* null true$/), expect.stringMatching(/^amira .* \d+ false$/)]);
});

test('what a user did, refusals included; a user nobody knows did nothing', async () => {
  const { petra, amira } = await open(['petra', 'amira'], family);
  await amira!.ask('people-of-concern-near', { child: 'nobody' });
  expect(rowsOf(await look(petra!, 'what-did', { user: 'amira' }))).toEqual([
    'amira people-of-concern-near refused: NOT_FOUND 0 false',
    'amira session/purpose done null false',
    'amira session/sign-in done null false',
  ]);
  expect((await look(petra!, 'what-did', { user: 'nobody' })).body).toEqual({ total: 0, before: null, rows: [] });
});

test('a long log is shown a page at a time, every entry once', async () => {
  const { petra, amira } = await open(['petra', 'amira'], family);
  for (let asked = 0; asked < 119; asked += 1) await amira!.ask('who-holds-what', { person: 'nobody' });
  const seen: string[] = [];
  let before: string | undefined;
  const sizes: number[] = [];
  do {
    const { body } = await look(petra!, 'what-did', { user: 'amira', ...(before === undefined ? {} : { before }) });
    expect(body.total).toBe(121);
    sizes.push(body.rows.length);
    seen.push(...body.rows.map(({ entry }: Answer) => entry));
    before = body.before ?? undefined;
  } while (before !== undefined);
  expect(sizes).toEqual([50, 50, 21]);
  expect(new Set(seen).size).toBe(121);
  expect((await look(petra!, 'what-did', { user: 'amira', before: '1.17' })).body.errors[0].extensions).toMatchObject({
    code: 'BAD_INPUT',
    argument: 'before',
  });
});

test('the custodian is told that a search came upon a seal of theirs, and which; the other custodian and the worker are not', async () => {
  const { amira, cora, petra } = await open(['amira', 'cora', 'petra'], [...family, ...seals.slice(0, 2)]);
  await amira!.ask('web-of-person', { person: 'child' });
  const told = await look(cora!, 'notices');
  expect(told.body.rows).toMatchObject([{ seal: 'One', custodian: 'Police' }]);
  expect(told.text).not.toMatch(/amira|hidden|~/);
  // The second seal signals, so its custodian hears from the worker.
  expect((await look(petra!, 'notices')).body.rows).toMatchObject([{ seal: 'One', custodian: 'Police' }]);
});

test('whether the log is whole, before and after somebody changed a line of it', async () => {
  const { petra } = await open(['petra'], family);
  expect((await look(petra!, 'verify')).body).toMatchObject({ whole: true, says: 'Nothing was found changed, put in or taken out.' });
  const file = path.join(served.home, 'audit', '000001.jsonl');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"user":"petra"', '"user":"pedro"'));
  const { whole, logs } = (await look(petra!, 'verify')).body;
  expect([whole, logs[0].findings.length]).toEqual([false, 1]);
});

test('an officer without a purpose is asked for one; with a log that cannot be written nothing is shown', async () => {
  const { petra } = await open(['petra'], family);
  const fresh = served.browser();
  await fresh.post('/session/sign-in', { user: 'petra', password: 'correct horse battery' });
  expect((await look(fresh, 'seals')).body.errors[0].extensions.code).toBe('REASON_REQUIRED');
  expect((await look(served.browser(), 'seals')).body.errors[0].extensions.code).toBe('NOT_SIGNED_IN');
  // Another hand on the file: nothing may be written after it.
  const file = path.join(served.home, 'audit', '000001.jsonl');
  writeFileSync(file, `${readFileSync(file, 'utf8')}\n`);
  for (const [name, body] of [
    ['seals', {}],
    ['verify', {}],
    ['what-did', { user: 'petra' }],
  ] as const)
    expect((await look(petra!, name, body)).body).toMatchObject({ data: null, errors: [{ extensions: { code: 'AUDIT_UNAVAILABLE' } }] });
});
