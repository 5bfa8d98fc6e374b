/** The drill: everything is lost, and a backup brings it back: records, seals, accounts, the log of who looked. And what is refused on the way. */
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { addAccount, openAccounts } from '../../server/access/accounts.ts';
import { openAudit } from '../../server/access/audit.ts';
import { whatDid, whoSaw } from '../../server/access/audit/search.ts';
import { verifyLogs } from '../../server/access/audit/verify.ts';
import { readPublicKey } from '../../server/access/keys.ts';
import { isPassword } from '../../server/access/passwords.ts';
import type { Viewer } from '../../server/access/viewer.ts';
import { backUp } from '../../server/backup/backup.ts';
import { restore } from '../../server/backup/restore.ts';
import { cloneRoot } from '../../server/config.ts';
import { load } from '../../server/ledger/load.ts';
import { readState } from '../../server/ledger/revision.ts';
import { SILENT } from '../../server/ledger/telling.ts';
import { openOffice } from '../../server/questions/answer.ts';
import { agency, givenCaseFile, person, says, type Given } from '../support/given.ts';
import { PASSWORD } from '../support/serve.ts';

let given: Given;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'kith-backup-'));
  given = await givenCaseFile(
    agency('csc', 'social care'),
    agency('police'),
    person('child'),
    person('a/mother'),
    person('a/hidden'),
    says('csc', '2020-01-02', { type: 'parent', parent: 'a/mother', child: 'child', basis: 'birth' }),
    says('police', '2020-01-02', { type: 'partner', persons: ['a/mother', 'a/hidden'], form: 'relationship' }),
    { type: 'seal', id: 'seal-1', label: 'One', covers: { persons: ['a/hidden'] }, custodian: 'police' },
  );
  await addAccount(given.home, { user: 'amira', name: 'Amira', role: 'mash', agency: 'csc' }, PASSWORD);
});
afterEach(async () => {
  await given.close();
  rmSync(folder, { recursive: true, force: true });
});

const amira: Viewer = { user: 'amira', role: 'mash', agency: 'csc', purpose: 'contact', reference: 'R1' };
const at = (name: string): string => path.join(folder, name);
const wanted = (over: object = {}) => ({ home: given.home, folder: at('backup'), keys: at('keys'), environment: {}, ...over });
const lose = async (): Promise<void> => void (await load(given.graph, [], SILENT, { replace: true }));
const restored = async (over: object = {}) =>
  restore(given.graph, { home: at('new-home'), folder: at('backup'), keys: at('keys'), ...over }, SILENT);

async function kith(args: string[], env: Record<string, string>): Promise<{ code: number; out: string; err: string }> {
  const { uri, user, password, database } = inject('database');
  const whole = { ...process.env, NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database, ...env };
  return new Promise((done) => {
    execFile(process.execPath, ['bin/kith.mjs', ...args], { cwd: cloneRoot, env: whole }, (error, out, err) =>
      done({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });
}

test('the drill: after everything was lost, the same question gets the same answer, and the log goes on', async () => {
  const ask = async (): Promise<unknown> =>
    given.ask('web-of-person', { person: 'child', asAt: '2020-06-01', heldOn: '2020-06-01' }, amira);
  const before = (await ask()) as { grounds: { revision: number } };
  const { digest } = await readState(given.graph);
  expect(await kith(['backup', at('backup'), '--keys', at('keys')], { KITH_HOME: given.home, KITH_PEOPLE_A_DAY: '400' })).toEqual({
    code: 0,
    out: `Wrote 8 records and 6 files to ${at('backup')}. Digest ${digest}.\nThe keys are in ${at('keys')}: keep them in another place.\n`,
    err: '',
  });
  expect(readdirSync(at('backup')).sort()).toEqual(['accounts.json', 'audit', 'configuration.env', 'ledger', 'manifest.json']);
  const configuration = readFileSync(path.join(at('backup'), 'configuration.env'), 'utf8');
  expect(configuration).toContain('KITH_PEOPLE_A_DAY="400"\n');
  expect(configuration).toContain('# NEO4J_PASSWORD= was set, and is not kept here\n');
  expect(configuration).not.toContain(inject('database').password);
  if (process.platform !== 'win32') expect(statSync(path.join(at('backup'), 'audit', '000001.jsonl')).mode & 0o077).toBe(0);

  await lose();
  const { out, err, code } = await kith(['restore', at('backup'), '--keys', at('keys')], { KITH_HOME: at('new-home') });
  expect({ out, err, code }).toMatchObject({
    code: 0,
    out: expect.stringMatching(new RegExp(`^Restored 8 records .* Digest ${digest}\\.\n$`)),
  });
  const after = (await ask()) as { grounds: { revision: number } };
  const masked = (answer: object): string =>
    JSON.stringify(answer)
      .replace(/"revision":\d+/g, '')
      .replace(/"lastLoad":"[^"]*"/g, '');
  expect(masked(after)).toBe(masked(before));
  expect(await isPassword(openAccounts(at('new-home')).find('amira')?.password, PASSWORD)).toBe(true);
  expect((await whoSaw(at('new-home'), 'child')).map(({ user }) => user)).toEqual(['amira']);
  expect((await whatDid(at('new-home'), 'operator')).map(({ question }) => question)).toEqual(['ledger/backup', 'ledger/restore']);
  const checks = await verifyLogs(path.join(at('new-home'), 'audit'), readPublicKey(at('new-home')));
  expect(checks.flatMap(({ findings }) => findings)).toEqual([]);
  // Somebody who looks now is in the log that was brought back.
  const audit = await openAudit(at('new-home'));
  await openOffice(given.graph, audit).answer('web-of-person', { person: 'child' }, amira);
  await audit.close();
  expect(await whoSaw(at('new-home'), 'child')).toHaveLength(2);
});

test('a backup is written to a new folder alone, its keys to another, and is whole or not there', async () => {
  await expect(backUp(given.graph, wanted({ folder: cloneRoot }), SILENT)).rejects.toMatchObject({
    code: 'BAD_INPUT',
    detail: { argument: 'DIR' },
  });
  for (const keys of [cloneRoot, at('backup'), path.join(at('backup'), 'keys')])
    await expect(backUp(given.graph, wanted({ keys }), SILENT)).rejects.toMatchObject({
      code: 'BAD_INPUT',
      detail: { argument: '--keys' },
    });
  expect(readdirSync(folder)).toEqual([]);
  await backUp(given.graph, wanted({ keys: undefined }), SILENT);
  expect(readdirSync(folder)).toEqual(['backup']);
  expect(readdirSync(at('backup'), { recursive: true }).filter((name) => /key|pem/.test(String(name)))).toEqual([]);
});

test('nothing is restored over what is there, from a backup that was changed, or without the right keys; the home stays empty', async () => {
  await given.ask('web-of-person', { person: 'child' }, amira);
  await backUp(given.graph, wanted(), SILENT);
  await expect(restored()).rejects.toMatchObject({ message: expect.stringContaining('holds records already') });
  await lose();
  await expect(restored({ home: given.home })).rejects.toMatchObject({
    message: expect.stringContaining('has accounts or an audit log already'),
  });
  await expect(restored({ keys: undefined })).rejects.toMatchObject({
    code: 'AUDIT_UNAVAILABLE',
    message: expect.stringContaining('put it back'),
  });
  const other = at('other-home');
  await (await openAudit(other)).close();
  await expect(restored({ keys: path.join(other, 'keys') })).rejects.toMatchObject({
    message: expect.stringContaining('not the keys of this backup'),
  });
  await expect(restored({ folder })).rejects.toMatchObject({ message: expect.stringContaining('is no backup') });

  const manifest = JSON.parse(readFileSync(path.join(at('backup'), 'manifest.json'), 'utf8')) as { files: { name: string }[] };
  expect(manifest.files.length).toBeGreaterThan(4);
  for (const { name } of manifest.files) {
    cpSync(at('backup'), at('changed'), { recursive: true });
    writeFileSync(path.join(at('changed'), name), `${readFileSync(path.join(at('changed'), name), 'utf8')} `);
    await expect(restored({ folder: at('changed') })).rejects.toMatchObject({
      message: expect.stringContaining('is not as it was written'),
    });
    rmSync(path.join(at('changed'), name));
    await expect(restored({ folder: at('changed') })).rejects.toMatchObject({ message: expect.stringContaining('is gone') });
    rmSync(at('changed'), { recursive: true });
  }
  for (const one of ['audit/000001.jsonl', 'accounts.json', 'keys/pseudonyms.key'])
    expect(existsSync(path.join(at('new-home'), one)), one).toBe(false);
  expect((await readState(given.graph)).records).toBe(0);
  await restored();
  expect((await readState(given.graph)).records).toBe(8);
});
