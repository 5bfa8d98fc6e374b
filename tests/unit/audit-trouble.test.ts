/** Where the log cannot be kept, nothing is answered. */
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { openAudit } from '../../server/access/audit.ts';
import { cloneRoot } from '../../server/config.ts';
import { auditHome, looked } from '../support/audit-home.ts';

const at = auditHome();

test.runIf(process.platform !== 'win32')(
  'when the disk takes no more, whoever asks is refused, and what was answered stays in a sound log',
  { timeout: 60_000 },
  async () => {
    // A file may not grow beyond 64 kB here: the write that crosses it is cut short, as on a full disk.
    const child = spawn(
      'sh',
      ['-c', 'ulimit -f 128; exec "$0" --import tsx tests/support/audit-writer.ts "$1"', process.execPath, at.home],
      {
        cwd: cloneRoot,
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    let printed = '';
    child.stdout.on('data', (text: Buffer) => (printed += text.toString()));
    await new Promise((done) => child.once('close', done));
    const lines = printed.trim().split('\n');
    expect(lines.at(-1)).toBe('refused AUDIT_UNAVAILABLE');
    expect(lines.length).toBeGreaterThan(10);
    expect(await at.check()).toEqual([{ log: 1, entries: lines.length - 1, covered: lines.length - 1, torn: 0, findings: [] }]);
  },
);

test.runIf(existsSync('/dev/full'))('a full disk: no entry, no answer, and health says so', async () => {
  mkdirSync(at.folder);
  const first = await openAudit(at.home);
  await first.close();
  rmSync(at.logFile);
  symlinkSync('/dev/full', at.logFile);
  const audit = await openAudit(at.home);
  await audit.ready();
  await expect(audit.record(looked())).rejects.toMatchObject({
    code: 'AUDIT_UNAVAILABLE',
    message: expect.stringContaining('the disk is full'),
  });
  await expect(audit.ready()).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
  await audit.close();
});

test('a log that somebody removes or writes into while Kith runs stops every answer', async () => {
  const audit = await openAudit(at.home);
  await audit.record(looked());
  writeFileSync(at.logFile, `${at.logText()}x`);
  await expect(audit.record(looked())).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
  rmSync(at.logFile);
  await expect(audit.record(looked())).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
  await expect(audit.ready()).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
  await audit.close();
});

test.runIf(process.platform !== 'win32')('a folder that may not be written: one sentence, and no log', async () => {
  mkdirSync(at.folder, { mode: 0o500 });
  chmodSync(at.home, 0o555);
  try {
    await asAnybody(async () =>
      expect(openAudit(at.home)).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE', message: expect.stringContaining('change its owner') }),
    );
  } finally {
    chmodSync(at.home, 0o700);
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
  await (await openAudit(at.home)).close();
  const key = path.join(at.home, 'keys', 'pseudonyms.key');
  chmodSync(key, 0o644);
  await expect(openAudit(at.home)).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE', message: expect.stringContaining('chmod 600') });
  rmSync(key);
  await expect(openAudit(at.home)).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE', message: expect.stringContaining('is gone') });
  expect(existsSync(key)).toBe(false);
});
