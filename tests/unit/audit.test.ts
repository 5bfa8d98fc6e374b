import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { digestOf, openAudit, type AuditEntry } from '../../server/access/audit.ts';
import { entryNamed, whatDid, whoSaw } from '../../server/access/audit/search.ts';
import { verifyLogs } from '../../server/access/audit/verify.ts';
import { readPublicKey } from '../../server/access/keys.ts';
import { cloneRoot } from '../../server/config.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'kith-audit-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const folder = (): string => path.join(home, 'audit');
const logText = (number = 1): string => readFileSync(path.join(folder(), `00000${number}.jsonl`), 'utf8');
const check = async () => verifyLogs(folder(), readPublicKey(home));
const findings = async () => (await check()).flatMap((one) => one.findings);

const looked = (over: Partial<AuditEntry> = {}): AuditEntry => ({
  user: 'amira',
  agency: 'mia/csc',
  role: 'mash',
  purpose: 'referral',
  reference: 'R-2020/117',
  question: 'people-of-concern-near',
  args: {
    child: 'mia/connor',
    asAt: '2020-04-25',
    heldBy: ['mia/csc', 'mia/probation'],
    within: 2,
    standings: ['alleged'],
    ties: ['PARENT_OF'],
  },
  decision: { outcome: 'answered', day: '2026-11-24', heldBy: ['mia/csc', 'mia/probation'], opened: ['mia/seal-1'] },
  people: ['mia/so2', 'mia/father', 'mia/so2'],
  counts: { found: 1 },
  digest: digestOf({ found: 1 }),
  revision: 4,
  duration: 12.3456,
  ...over,
});

test('what was looked at is in the log with everything but a name', async () => {
  const audit = await openAudit(home);
  expect(await audit.record(looked())).toBe('1.1');
  await audit.close();
  const written = JSON.parse(logText()) as Record<string, unknown>;
  expect(Object.keys(written)).toEqual([
    'log',
    'sequence',
    'time',
    'user',
    'agency',
    'role',
    'purpose',
    'reference',
    'question',
    'arguments',
    'decision',
    'people',
    'counts',
    'digest',
    'revision',
    'duration',
    'hash',
  ]);
  expect(written).toMatchObject({
    log: 1,
    sequence: 1,
    user: 'amira',
    agency: 'mia/csc',
    role: 'mash',
    purpose: 'referral',
    reference: 'R-2020/117',
    counts: { found: 1 },
    revision: 4,
    duration: 12.346,
  });
  expect(written['arguments']).toMatchObject({
    asAt: '2020-04-25',
    within: 2,
    standings: ['alleged'],
    ties: ['PARENT_OF'],
    child: expect.stringMatching(/^~[\w-]{22}$/),
  });
  expect(written['people']).toHaveLength(2);
  for (const id of ['mia/connor', 'mia/so2', 'mia/father', 'mia/seal-1']) expect(logText()).not.toContain(id);
});

test('a name typed into any box, or used as the name of a box, does not reach the log', async () => {
  const audit = await openAudit(home);
  await audit.record(
    looked({
      args: {
        given: 'Marmaduke',
        born: 'Marmaduke',
        asAt: 'Marmaduke',
        ties: ['MARMADUKE'],
        heldBy: ['Marmaduke'],
        first: 3,
        'of Marmaduke': true,
        within: { is: 'Marmaduke' },
      },
    }),
  );
  await audit.close();
  expect(logText().toLowerCase()).not.toContain('marmaduke');
});

test('who saw a person, what a worker did, and one entry by its number can be asked', async () => {
  const audit = await openAudit(home);
  await audit.record(looked());
  await audit.record(
    looked({ user: 'bela', args: { child: 'mia/father' }, people: [], decision: { outcome: 'refused', code: 'NOT_FOUND' } }),
  );
  await audit.record(looked({ user: 'cleo', people: ['mia/emma'], args: { child: 'mia/emma' } }));
  await audit.close();
  expect((await whoSaw(home, 'mia/father')).map((entry) => entry.user)).toEqual(['amira', 'bela']);
  expect((await whatDid(home, 'cleo')).map((entry) => entry.sequence)).toEqual([3]);
  expect((await entryNamed(home, '1.2')).decision.code).toBe('NOT_FOUND');
  await expect(entryNamed(home, '9')).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('fifty answers that leave together are all on the disk, in one chain, with few flushes', async () => {
  const audit = await openAudit(home, { signAfter: 20 });
  const names = await Promise.all(Array.from({ length: 50 }, (_, at) => audit.record(looked({ duration: at }))));
  expect(names).toEqual(Array.from({ length: 50 }, (_, at) => `1.${at + 1}`));
  await audit.close();
  expect(await check()).toEqual([{ log: 1, entries: 50, covered: 50, torn: 0, findings: [] }]);
});

test('the next process goes on with the chain; one beside it writes a log of its own', async () => {
  const first = await openAudit(home);
  const beside = await openAudit(home);
  expect([await first.record(looked()), await beside.record(looked())]).toEqual(['1.1', '2.1']);
  await first.close();
  await beside.close();
  const next = await openAudit(home);
  expect(await next.record(looked())).toBe('1.2');
  await next.close();
  expect(await check()).toEqual([
    { log: 1, entries: 2, covered: 2, torn: 0, findings: [] },
    { log: 2, entries: 1, covered: 1, torn: 0, findings: [] },
  ]);
});

test('a line that a crash cut short is cut off, kept as evidence and said in the log', async () => {
  const audit = await openAudit(home);
  await audit.record(looked());
  await audit.close();
  writeFileSync(path.join(folder(), '000001.jsonl'), `${logText()}{"log":1,"sequence":2,"ti`);
  expect((await check())[0]).toMatchObject({ entries: 1, torn: 25, findings: [] });
  const again = await openAudit(home);
  expect(await again.record(looked())).toBe('1.3');
  await again.close();
  expect(await findings()).toEqual([]);
  expect((await entryNamed(home, '1.2')).counts).toEqual({ tornBytes: 25 });
  const kept = readdirSync(folder()).find((name) => name.startsWith('000001.torn-at-')) ?? '';
  expect(readFileSync(path.join(folder(), kept), 'utf8')).toBe('{"log":1,"sequence":2,"ti');
});

test('a log whose last line is not one of ours is left as it is, and another is begun', async () => {
  const audit = await openAudit(home);
  await audit.record(looked());
  await audit.close();
  writeFileSync(path.join(folder(), '000001.jsonl'), `${logText()}hello\n`);
  const next = await openAudit(home);
  expect(await next.record(looked())).toBe('2.1');
  await next.close();
  expect(await findings()).toEqual([{ log: 1, from: 2, to: 2, says: expect.stringContaining('Entry 2') }]);
});

test('killed at any moment, the log holds every entry that was said to be on the disk', { timeout: 60_000 }, async () => {
  for (let kill = 0; kill < 6; kill += 1) {
    const names = await writeAndKill(400 + kill * 60);
    const checks = await check();
    expect(checks.flatMap((one) => one.findings)).toEqual([]);
    const entries = new Map(checks.map((one) => [String(one.log), one.entries]));
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(entries.get(name.split('.')[0] ?? '')).toBeGreaterThanOrEqual(Number(name.split('.')[1]));
  }
});

/** What the writer printed before it was killed so many milliseconds after its first entry. */
async function writeAndKill(ms: number): Promise<string[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/support/audit-writer.ts', home], {
    cwd: cloneRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  const closed = new Promise((done) => child.once('close', done));
  await new Promise<void>((begun) =>
    child.stdout.on('data', (text: Buffer) => {
      printed += text.toString();
      begun();
    }),
  );
  await pause(ms - 400);
  child.kill('SIGKILL');
  await closed;
  return printed.split('\n').slice(0, -1);
}

test.runIf(process.platform !== 'win32')(
  'when the disk takes no more, whoever asks is refused, and what was answered stays in a sound log',
  { timeout: 60_000 },
  async () => {
    // A file may not grow beyond 64 kB here: the write that crosses it is cut short, as on a full disk.
    const child = spawn('sh', ['-c', 'ulimit -f 128; exec "$0" --import tsx tests/support/audit-writer.ts "$1"', process.execPath, home], {
      cwd: cloneRoot,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let printed = '';
    child.stdout.on('data', (text: Buffer) => (printed += text.toString()));
    await new Promise((done) => child.once('close', done));
    const lines = printed.trim().split('\n');
    expect(lines.at(-1)).toBe('refused AUDIT_UNAVAILABLE');
    expect(lines.length).toBeGreaterThan(10);
    expect(await check()).toEqual([{ log: 1, entries: lines.length - 1, covered: lines.length - 1, torn: 0, findings: [] }]);
  },
);

test.runIf(existsSync('/dev/full'))('a full disk: no entry, no answer, and health says so', async () => {
  mkdirSync(folder());
  const first = await openAudit(home);
  await first.close();
  rmSync(path.join(folder(), '000001.jsonl'));
  symlinkSync('/dev/full', path.join(folder(), '000001.jsonl'));
  const audit = await openAudit(home);
  await audit.ready();
  await expect(audit.record(looked())).rejects.toMatchObject({
    code: 'AUDIT_UNAVAILABLE',
    message: expect.stringContaining('the disk is full'),
  });
  await expect(audit.ready()).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
  await audit.close();
});

test('a log that somebody removes or writes into while Kith runs stops every answer', async () => {
  const audit = await openAudit(home);
  await audit.record(looked());
  writeFileSync(path.join(folder(), '000001.jsonl'), `${logText()}x`);
  await expect(audit.record(looked())).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
  rmSync(path.join(folder(), '000001.jsonl'));
  await expect(audit.record(looked())).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
  await expect(audit.ready()).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
  await audit.close();
});

test.runIf(process.platform !== 'win32')('a folder that may not be written: one sentence, and no log', async () => {
  mkdirSync(folder(), { mode: 0o500 });
  chmodSync(home, 0o555);
  try {
    await asAnybody(async () =>
      expect(openAudit(home)).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE', message: expect.stringContaining('change its owner') }),
    );
  } finally {
    chmodSync(home, 0o700);
  }
});

/** Nothing is read-only for root: there the work is done as nobody. */
async function asAnybody(work: () => Promise<void>): Promise<void> {
  const root = process.geteuid?.() === 0;
  if (root) process.seteuid?.(65_534);
  try {
    await work();
  } finally {
    if (root) process.seteuid?.(0);
  }
}

test.runIf(process.platform !== 'win32')('a key that others can read, or that is gone, stops the log from being opened', async () => {
  await (await openAudit(home)).close();
  const key = path.join(home, 'keys', 'pseudonyms.key');
  chmodSync(key, 0o644);
  await expect(openAudit(home)).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE', message: expect.stringContaining('chmod 600') });
  rmSync(key);
  await expect(openAudit(home)).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE', message: expect.stringContaining('is gone') });
  expect(existsSync(key)).toBe(false);
});
