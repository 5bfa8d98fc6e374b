/** Ctrl-C: what was opened is closed, in the order that lets each close in peace. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

const leaving = pathToFileURL(fileURLToPath(new URL('../../server/leaving.ts', import.meta.url))).href;

test('the page closes before the database it reads, and one that cannot close does not keep the others open', async () => {
  expect(
    await onSignal(
      'SIGTERM',
      `
      whenLeaving(() => say('accounts'));
      whenLeaving(() => say('database'), 'last');
      whenLeaving(() => { throw new Error('stuck'); });
      whenLeaving(async () => say('page'));
      whenLeaving(() => say('never'))();`,
    ),
  ).toEqual({ code: 143, said: 'page accounts database ' });
});

test('a second Ctrl-C does not wait for what will not close', async () => {
  expect(await onSignal('SIGINT', `whenLeaving(() => { process.kill(process.pid, 'SIGINT'); return new Promise(() => {}); });`)).toEqual({
    code: 130,
    said: '',
  });
});

async function onSignal(signal: NodeJS.Signals, script: string): Promise<{ code: number | null; said: string }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kith-leaving-'));
  const file = path.join(folder, 'program.mjs');
  const text = `import { whenLeaving } from ${JSON.stringify(leaving)};
    const say = (word) => { process.stdout.write(word + ' '); };
    ${script}
    setInterval(() => {}, 1000);
    process.kill(process.pid, ${JSON.stringify(signal)});`;
  writeFileSync(file, text);
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), file], { stdio: ['ignore', 'pipe', 'ignore'] });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  rmSync(folder, { recursive: true });
  return { code, said };
}
