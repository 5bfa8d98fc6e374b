/** One chain of entries, over many at once, from process to process, and after a crash. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openAudit } from '../../server/access/audit.ts';
import { entryNamed } from '../../server/access/audit/search.ts';
import { cloneRoot } from '../../server/config.ts';
import { auditHome, looked } from '../support/audit-home.ts';

const at = auditHome();

test('fifty answers that leave together are all on the disk, in one chain, with few flushes', async () => {
  const audit = await openAudit(at.home, { signAfter: 20 });
  const names = await Promise.all(Array.from({ length: 50 }, (_, which) => audit.record(looked({ duration: which }))));
  expect(names).toEqual(Array.from({ length: 50 }, (_, which) => `1.${which + 1}`));
  await audit.close();
  expect(await at.check()).toEqual([{ log: 1, entries: 50, covered: 50, torn: 0, findings: [] }]);
});

test('the next process goes on with the chain; one beside it writes a log of its own', async () => {
  const first = await openAudit(at.home);
  const beside = await openAudit(at.home);
  expect([await first.record(looked()), await beside.record(looked())]).toEqual(['1.1', '2.1']);
  await first.close();
  await beside.close();
  const next = await openAudit(at.home);
  expect(await next.record(looked())).toBe('1.2');
  await next.close();
  expect(await at.check()).toEqual([
    { log: 1, entries: 2, covered: 2, torn: 0, findings: [] },
    { log: 2, entries: 1, covered: 1, torn: 0, findings: [] },
  ]);
});

test('a line that a crash cut short is cut off, kept as evidence and said in the log', async () => {
  const audit = await openAudit(at.home);
  await audit.record(looked());
  await audit.close();
  writeFileSync(at.logFile, `${at.logText()}{"log":1,"sequence":2,"ti`);
  expect((await at.check())[0]).toMatchObject({ entries: 1, torn: 25, findings: [] });
  const again = await openAudit(at.home);
  expect(await again.record(looked())).toBe('1.3');
  await again.close();
  expect((await at.check()).flatMap((one) => one.findings)).toEqual([]);
  expect((await entryNamed(at.home, '1.2')).counts).toEqual({ tornBytes: 25 });
  const kept = readdirSync(at.folder).find((name) => name.startsWith('000001.torn-at-')) ?? '';
  expect(readFileSync(path.join(at.folder, kept), 'utf8')).toBe('{"log":1,"sequence":2,"ti');
});

test('a log whose last line is not one of ours is left as it is, and another is begun', async () => {
  const audit = await openAudit(at.home);
  await audit.record(looked());
  await audit.close();
  writeFileSync(at.logFile, `${at.logText()}hello\n`);
  const next = await openAudit(at.home);
  expect(await next.record(looked())).toBe('2.1');
  await next.close();
  expect((await at.check()).flatMap((one) => one.findings)).toEqual([{ log: 1, from: 2, to: 2, says: expect.stringContaining('Entry 2') }]);
});

test('killed at any moment, the log holds every entry that was said to be on the disk', { timeout: 60_000 }, async () => {
  for (let kill = 0; kill < 6; kill += 1) {
    const names = await writeAndKill(400 + kill * 60);
    const checks = await at.check();
    expect(checks.flatMap((one) => one.findings)).toEqual([]);
    const entries = new Map(checks.map((one) => [String(one.log), one.entries]));
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(entries.get(name.split('.')[0] ?? '')).toBeGreaterThanOrEqual(Number(name.split('.')[1]));
  }
});

/** What the writer printed before it was killed so many milliseconds after its first entry. */
async function writeAndKill(ms: number): Promise<string[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/support/audit-writer.ts', at.home], {
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
