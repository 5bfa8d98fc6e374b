/** One at a time: a lock on a folder that several processes may want at once. */
import { setTimeout as pause } from 'node:timers/promises';
import lockfile from 'proper-lockfile';
import { diskTrouble } from './disk.ts';

export interface Turn {
  /** Once, when somebody else has it and we begin to wait. */
  waiting(): void;
  signal: AbortSignal;
  setting: string;
}

/**
 * Runs `work` while no other process does so for the same folder. A holder that was killed is
 * noticed after five seconds, because it no longer touches its lock.
 */
export async function inTurn<T>(folder: string, { waiting, signal, setting }: Turn, work: () => Promise<T>): Promise<T> {
  let told = false;
  for (;;) {
    signal.throwIfAborted();
    let release: (() => Promise<void>) | undefined;
    try {
      // A machine that slept may lose its lock; the checks by process number still hold then.
      release = await lockfile.lock(folder, { stale: 5_000, update: 1_000, onCompromised: () => undefined });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ELOCKED') throw diskTrouble(error, folder, setting) ?? error;
    }
    if (release === undefined) {
      if (!told) waiting();
      told = true;
      await pause(200, undefined, { signal });
      continue;
    }
    try {
      return await work();
    } finally {
      await release().catch(() => undefined);
    }
  }
}
