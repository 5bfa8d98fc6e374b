/** Recording a decision: who may, what is kept, and that it is kept once, for good, and in the log before it is done. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCaseFileAt } from '../../server/ledger/case-file.ts';
import { exportLedger } from '../../server/ledger/export.ts';
import { load } from '../../server/ledger/load.ts';
import { rebuild } from '../../server/ledger/rebuild.ts';
import { readState } from '../../server/ledger/revision.ts';
import { SILENT } from '../../server/ledger/telling.ts';
import { openAudit } from '../../server/access/audit.ts';
import { openOffice } from '../../server/questions/answer.ts';
import { agency, person, type Answer } from '../support/given.ts';
import { PASSWORD, serve, type Browser, type Served } from '../support/serve.ts';

const records = [
  agency('csc', 'social care', 'Social care'),
  agency('police', 'police', 'Police'),
  agency('gp', 'GP', 'GP practice'),
  person('mia', 'Mia'),
  person('hidden', 'Somebody hidden'),
  { type: 'seal', id: 'seal', label: 'hidden', covers: { persons: ['hidden'] }, custodian: 'police' },
];
const form = { child: 'mia', decision: 'No further action', reason: 'Mother is protecting her.\nPolice hold nothing.', token: 'form-1' };

let served: Served;
let amira: Browser;
const asked = async (browser: Browser): Promise<Answer[]> =>
  (await browser.ask('decisions-about', { person: 'mia' })).body.data.decisionsAbout.decisions;
const logged = (): Answer[] =>
  readdirSync(path.join(served.home, 'audit'))
    .filter((file) => /^\d+\.jsonl$/.test(file))
    .flatMap((file) =>
      readFileSync(path.join(served.home, 'audit', file), 'utf8')
        .trim()
        .split('\n'),
    )
    .map((line) => JSON.parse(line) as Answer)
    .map((line) => line.entry ?? line);
beforeAll(async () => {
  served = await serve(records, { users: ['amira', 'ada', 'rosa', 'gita', 'petra'] });
  amira = served.browser();
  await amira.signIn('amira');
});
afterAll(() => served.close());

test('a MASH worker records a decision: with agency, day, who, why and the reference of the purpose', async () => {
  const { status, body } = await amira.ask('record-decision', form);
  expect(status).toBe(200);
  const { decision, grounds } = body.data.recordDecision;
  expect(decision).toMatchObject({
    agency: { id: 'csc' },
    on: { says: '1 June 2024' },
    decision: 'No further action',
    reason: form.reason,
    by: 'amira, MASH worker',
    ref: 'R-2024/17',
    about: [{ id: 'mia', name: 'Mia' }],
  });
  expect(grounds.says).toContain('A decision is recorded about Mia');
  expect(await asked(amira)).toEqual([decision]);
});

test('sent twice, at once or a day later, it is one decision; filled in anew it is another', async () => {
  const [one, two] = await Promise.all([
    amira.ask('record-decision', { ...form, token: 'form-2' }),
    amira.ask('record-decision', { ...form, token: 'form-2' }),
  ]);
  expect([one.status, two.status]).toEqual([200, 200]);
  expect(two.body.data.recordDecision.decision).toEqual(one.body.data.recordDecision.decision);
  expect(await asked(amira)).toHaveLength(2);
  const audit = await openAudit(served.home);
  const tomorrow = openOffice(served.graph, audit, () => '2024-06-02');
  const viewer = { user: 'amira', role: 'mash', agency: 'csc', purpose: 'contact', reference: 'R-2024/17' } as const;
  const again = (await tomorrow.answer('record-decision', { ...form, token: 'form-2' }, viewer)) as Answer;
  await audit.close();
  expect(again.decision.on.says).toBe('1 June 2024');
  expect(await asked(amira)).toHaveLength(2);
});

test('it has a revision, and a rebuild, an export and a load of the export keep it', async () => {
  const before = await readState(served.graph);
  await amira.ask('record-decision', { ...form, reason: 'Kept for good.', token: 'form-3' });
  const after = await readState(served.graph);
  expect([after.revision, after.records]).toEqual([before.revision + 1, before.records + 1]);
  await rebuild(served.graph, SILENT);
  expect((await readState(served.graph)).digest).toBe(after.digest);
  const folder = mkdtempSync(path.join(tmpdir(), 'kith-export-'));
  const files = await exportLedger(served.graph, path.join(folder, 'ledger'), SILENT);
  const read = await Promise.all(files.map(({ file }) => readCaseFileAt(path.join(folder, 'ledger', file))));
  rmSync(folder, { recursive: true });
  const loaded = await load(served.graph, read, SILENT, { replace: true });
  expect(loaded.state.digest).toBe(after.digest);
  expect((await asked(amira)).map(({ reason }) => reason)).toContain('Kept for good.');
});

test.each(['ada', 'rosa', 'petra'])('%s, whose role decides nothing, is refused, and nothing is recorded', async (user) => {
  const browser = served.browser();
  await browser.signIn(user);
  const { revision } = await readState(served.graph);
  const { status, body } = await browser.ask('record-decision', { ...form, token: `form of ${user}` });
  expect([status, body.errors[0].extensions.code]).toEqual([403, 'NOT_PERMITTED']);
  expect((await browser.post('/session')).body.decides).toBe(false);
  expect((await readState(served.graph)).revision).toBe(revision);
});

test('a practitioner records for their own agency, and another agency that is asked alone does not have it', async () => {
  const gita = served.browser();
  await gita.signIn('gita');
  expect((await gita.post('/session')).body.decides).toBe(true);
  const { body } = await gita.ask('record-decision', { ...form, token: 'form-4' });
  expect(body.data.recordDecision.decision.agency.id).toBe('gp');
  expect((await asked(gita)).map(({ agency: { id } }) => id)).toEqual(['gp']);
});

test('nobody signed in, no purpose, or a page elsewhere: refused before anything is done', async () => {
  const { revision } = await readState(served.graph);
  const codes: unknown[] = [(await served.browser().ask('record-decision', form)).body.errors[0].extensions.code];
  const aimless = served.browser();
  await aimless.post('/session/sign-in', { user: 'amira', password: PASSWORD });
  codes.push((await aimless.ask('record-decision', form)).body.errors[0].extensions.code);
  const elsewhere = await amira.post(
    '/graphql',
    { operationName: 'record-decision', variables: { ...form, token: 'form-5' } },
    { 'sec-fetch-site': 'cross-site' },
  );
  codes.push(elsewhere.body.errors[0].extensions.code);
  expect(codes).toEqual(['NOT_SIGNED_IN', 'REASON_REQUIRED', 'BAD_INPUT']);
  expect((await readState(served.graph)).revision).toBe(revision);
});

test.each([
  [{ decision: '  ' }, 'decision'],
  [{ reason: '' }, 'reason'],
  [{ decision: 'x'.repeat(301) }, 'decision'],
  [{ reason: 'x'.repeat(5_001) }, 'reason'],
  [{ reason: 'reads \u202E otherwise' }, 'reason'],
  [{ token: '' }, 'token'],
])('%j is refused, naming the field', async (over, argument) => {
  const { status, body } = await amira.ask('record-decision', { ...form, ...over });
  expect([status, body.errors[0].extensions.code, body.errors[0].extensions.argument]).toEqual([400, 'BAD_INPUT', argument]);
});

test('a child who is not there and one who may not be seen: the same words, and nothing recorded', async () => {
  const { revision } = await readState(served.graph);
  const replies = await Promise.all(['nobody', 'hidden'].map((child) => amira.ask('record-decision', { ...form, child })));
  expect(replies.map(({ status }) => status)).toEqual([404, 404]);
  expect(replies[0]!.text).toBe(replies[1]!.text);
  expect((await readState(served.graph)).revision).toBe(revision);
});

test('the log has it before it is done, and holds no word of it', async () => {
  await amira.ask('record-decision', { ...form, token: 'form-6', reason: 'Wilhelmina rang.' });
  const own = logged().filter(({ question }) => String(question).startsWith('record-decision'));
  const [begun, done] = own.slice(-2);
  expect([begun.question, begun.user, done.question, done.decision.outcome, done.people.length]).toEqual([
    'record-decision/begun',
    'amira',
    'record-decision',
    'answered',
    1,
  ]);
  expect(JSON.stringify(logged())).not.toMatch(/Wilhelmina|No further action|mia/);
});

test('where the log cannot be written, nothing is recorded', async () => {
  const { revision } = await readState(served.graph);
  const full = {
    home: served.home,
    record: () => Promise.reject(new Error('no space left')),
    ready: async () => undefined,
    close: async () => undefined,
  };
  const office = openOffice(served.graph, full, () => '2024-06-01');
  const viewer = { user: 'amira', role: 'mash', agency: 'csc', purpose: 'contact' } as const;
  await expect(office.answer('record-decision', { ...form, token: 'form-7' }, viewer)).rejects.toThrow('no space left');
  expect((await readState(served.graph)).revision).toBe(revision);
});

test('it is not done from the command line in the name of somebody else, and not asked again from the log', async () => {
  await expect(served.ask('record-decision', form)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
  const { office } = served.desk;
  const viewer = { user: 'amira', role: 'mash', agency: 'csc', purpose: 'contact' } as const;
  await expect(office.again('record-decision', form, viewer, { day: '2024-06-01', revision: 1 })).rejects.toMatchObject({
    code: 'BAD_INPUT',
  });
});
