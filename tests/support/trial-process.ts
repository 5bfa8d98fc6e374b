/** Runs tests/support/open-database.ts as a process of its own, with an environment of its own. */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import process from 'node:process';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { openHome, runningServer, type RunningServer } from '../../server/database/home.ts';
import { isAlive } from '../../server/database/processes.ts';

const program = fileURLToPath(new URL('open-database.ts', import.meta.url));
const tsx = fileURLToPath(import.meta.resolve('tsx'));

/** Of a server that lives for seconds: compiling for a long life would cost nearly half of what it computes. */
export const SHORT_LIVED = { KITH_THROW_AWAY: 'yes', JAVA_TOOL_OPTIONS: '-XX:TieredStopAtLevel=1' };

export interface Trial {
  child: ChildProcessByStdio<null, Readable, Readable>;
  /** What it said when the database was open; rejects with its last words when it ended before. */
  opened: Promise<{ uri: string; startedHere: boolean }>;
  /** Exit code (null: killed) and all it wrote to stderr. */
  ended: Promise<{ code: number | null; says: string }>;
}

/** `env` replaces everything but what a program needs to find Java, Maven and the cache. */
export function tryToOpen(home: string, env: Record<string, string | undefined> = {}): Trial {
  const { PATH, JAVA_HOME, HOME, XDG_CACHE_HOME, LOCALAPPDATA, KITH_CACHE } = process.env;
  const child = spawn(process.execPath, ['--import', `file://${tsx}`, program], {
    env: { PATH, JAVA_HOME, HOME, XDG_CACHE_HOME, LOCALAPPDATA, KITH_CACHE, ...SHORT_LIVED, KITH_HOME: home, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let says = '';
  child.stderr.on('data', (chunk: Buffer) => (says += chunk.toString()));
  const ended = new Promise<{ code: number | null; says: string }>((resolve) => child.once('close', (code) => resolve({ code, says })));
  const opened = new Promise<{ uri: string; startedHere: boolean }>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.endsWith('\n')) resolve(JSON.parse(said) as { uri: string; startedHere: boolean });
    });
    child.once('close', () => reject(new Error(says)));
  });
  // A trial that is expected to fail never looks at `opened`.
  opened.catch(() => undefined);
  return { child, opened, ended };
}

/** The living server a home has put down as its own, as soon as there is one; an error when `trial` ends first. */
export async function serverOf(home: string, { child, ended }: Trial): Promise<RunningServer> {
  for (;;) {
    const server = runningServer(openHome(home));
    if (server !== undefined) return server;
    if (child.exitCode !== null) throw new Error((await ended).says);
    await pause(20);
  }
}

/** True when the process is gone within `ms`. */
export async function isGone(server: RunningServer, ms = 0): Promise<boolean> {
  const deadline = Date.now() + ms;
  while (isAlive(server) && Date.now() < deadline) await pause(50);
  return !isAlive(server);
}
