/** `kith users` and `kith audit` as they are typed: nothing here needs the database. */
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addAccount, openAccounts } from '../../server/access/accounts.ts';
import { openAudit } from '../../server/access/audit.ts';
import { isPassword } from '../../server/access/passwords.ts';
import { cloneRoot } from '../../server/config.ts';

let home: string;
beforeAll(() => {
  home = mkdtempSync(path.join(tmpdir(), 'kith-users-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

interface Ran {
  code: number | null;
  out: string;
  err: string;
}

async function kith(args: readonly string[], input = '', folder = home): Promise<Ran> {
  const child = spawn(process.execPath, ['bin/kith.mjs', ...args], {
    cwd: cloneRoot,
    env: { ...process.env, KITH_HOME: folder },
    stdio: 'pipe',
  });
  const ran: Ran = { code: null, out: '', err: '' };
  child.stdout.on('data', (text: Buffer) => (ran.out += text.toString()));
  child.stderr.on('data', (text: Buffer) => (ran.err += text.toString()));
  child.stdin.end(input);
  ran.code = await new Promise((done) => child.once('close', done));
  return ran;
}

const password = 'correct horse battery';

test('an account is made, listed, shut out and let in again, and all of it is in the log', { timeout: 120_000 }, async () => {
  expect(await kith(['users', 'add', 'a.khan', '--name', 'Amira Khan', '--role', 'mash', '--agency', 'mia/csc'], `${password}\n`)).toEqual({
    code: 0,
    out: 'a.khan may sign in.\n',
    err: '',
  });
  const file = path.join(home, 'accounts.json');
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(file, 'utf8')).not.toContain(password);
  const account = openAccounts(home).find('a.khan');
  expect(account?.password).toMatchObject({ kind: 'scrypt', cost: 32_768, block: 8, parallel: 3 });
  expect(await isPassword(account?.password, password)).toBe(true);
  expect(await isPassword(account?.password, `${password} `)).toBe(false);
  expect((await kith(['users', 'disable', 'a.khan'])).out).toBe('a.khan is shut out.\n');
  expect((await kith(['users', 'list'])).out).toBe('a.khan  Amira Khan  MASH worker, mia/csc  (shut out)\n');
  expect((await kith(['users', 'enable', 'a.khan'])).code).toBe(0);
  const did = await kith(['audit', 'what-did', 'operator']);
  expect(did.out.match(/users\/\w+/g)).toEqual(['users/add', 'users/disable', 'users/enable']);
  expect((await kith(['audit', 'verify'])).out).toMatch(/^Log 1: 4 entries, 4 of them covered by a signed note\.\nAll is well\.\n$/);
});

test.each([
  [{ user: 'a.khan' }, password, 'user is taken.'],
  [{ user: 'operator' }, password, 'user is a name Kith keeps for itself.'],
  [{ user: 'mash' }, password, 'user is a name Kith keeps for itself.'],
  [{ user: 'B Khan' }, password, 'user must be 2 to 40 small letters'],
  [{ name: ' ' }, password, 'name must have 1 to 100 characters.'],
  [{ role: 'operator' }, password, 'role must be one of mash, analyst, reviewer, practitioner, privacy officer, custodian.'],
  [{ role: '__proto__' }, password, 'role must be one of'],
  [{}, 'short', 'The password must have 12 to 256 characters.'],
  [{}, 'a'.repeat(257), 'The password must have 12 to 256 characters.'],
  [{}, 'b.khan1234567', 'The password must not contain the user name.'],
  [{}, 'aaaaaaaaaaaaaaaa', 'The password must have at least five different characters.'],
])('an account %j is refused in one sentence', async (over, typed, says) => {
  await expect(addAccount(home, { user: 'b.khan', name: 'Bela Khan', role: 'mash', ...over }, typed)).rejects.toMatchObject({
    code: 'BAD_INPUT',
    message: expect.stringContaining(says),
  });
  expect(openAccounts(home).find('b.khan')).toBeUndefined();
});

test('a refusal on the command line is one sentence and exit code 1', { timeout: 60_000 }, async () => {
  expect(await kith(['users', 'disable', 'nobody'])).toEqual({ code: 1, out: '', err: 'There is no account nobody.\n' });
});

test(
  'a changed log is said to be changed, and where; with a note that was copied, also one cut back together with its notes',
  { timeout: 120_000 },
  async () => {
    const audit = await openAudit(home);
    for (let at = 0; at < 3; at += 1)
      await audit.record({ user: 'amira', question: 'household', decision: { outcome: 'answered' }, duration: 1 });
    await audit.close();
    const [log, notes] = ['000001.jsonl', '000001.notes.jsonl'].map((name) => path.join(home, 'audit', name)) as [string, string];
    const [whole, signed] = [readFileSync(log, 'utf8'), readFileSync(notes, 'utf8')];
    writeFileSync(log, whole.replace('"user":"amira"', '"user":"anita"'));
    const changed = await kith(['audit', 'verify']);
    const place = whole.split('\n').findIndex((line) => line.includes('"user":"amira"')) + 1;
    expect(changed.code).toBe(2);
    expect(changed.err).toContain(`Entry ${place} does not hang on the one before it`);
    const copied = path.join(home, 'copied.jsonl');
    writeFileSync(copied, signed);
    const earlier = signed.split('\n').slice(0, 1).join('\n');
    const { sequence } = JSON.parse(earlier) as { sequence: number };
    writeFileSync(
      log,
      whole
        .split('\n')
        .slice(0, sequence)
        .map((line) => `${line}\n`)
        .join(''),
    );
    writeFileSync(notes, `${earlier}\n`);
    expect((await kith(['audit', 'verify'])).code).toBe(0);
    const cut = await kith(['audit', 'verify', '--note', copied]);
    expect(cut.code).toBe(2);
    expect(cut.err).toContain(`Entries ${sequence + 1} to`);
  },
);

test.runIf(process.platform !== 'win32')('accounts that others can read are not trusted', () => {
  const file = path.join(home, 'accounts.json');
  chmodSync(file, 0o644);
  expect(() => openAccounts(home)).toThrow(expect.objectContaining({ code: 'BAD_INPUT', message: expect.stringContaining('chmod 600') }));
});

test.runIf(process.platform !== 'win32')(
  'with a key that others can read, with one that is gone, and with a log that cannot be written, nothing is done: one sentence',
  { timeout: 120_000 },
  async () => {
    const own = mkdtempSync(path.join(tmpdir(), 'kith-keys-'));
    const refused = async (): Promise<Ran> => kith(['users', 'disable', 'nobody'], '', own);
    try {
      await (await openAudit(own)).close();
      const key = path.join(own, 'keys', 'audit-signing.pem');
      chmodSync(key, 0o644);
      expect(await refused()).toEqual({
        code: 2,
        out: '',
        err: `${key} can be read by others: run "chmod 600 ${key}", then start again.\n`,
      });
      rmSync(key);
      const gone = await refused();
      expect([gone.code, gone.out, gone.err.split('\n').length]).toEqual([2, '', 2]);
      expect(gone.err).toContain('is gone, and the audit log cannot be kept without it');
      rmSync(path.join(own, 'audit'), { recursive: true });
      writeFileSync(path.join(own, 'audit'), '');
      const blocked = await refused();
      expect([blocked.code, blocked.out, blocked.err.split('\n').length]).toEqual([2, '', 2]);
      expect(blocked.err).toContain('The audit log cannot be written, so nothing is answered');
    } finally {
      rmSync(own, { recursive: true, force: true });
    }
  },
);
