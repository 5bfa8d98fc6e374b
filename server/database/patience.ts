/** How long a statement is tried again and waited for, so that a slow server is not taken for one that is gone. */
import { setTimeout as pause } from 'node:timers/promises';
import { asKithError, isRetryable, unavailable } from './graph-errors.ts';

/** How long a statement is tried again after a lost connection. */
const patienceMs = 3_000;
/** A server that is stopped but not gone keeps its sockets open: one that is silent for so long is asked whether it is there. */
export const askAfterMs = 3_000;
/** With the wait before it, within the 5 s a caller is promised. */
export const replyMs = 1_200;
/**
 * Work nobody waits for at a screen, a load, goes on while the machine is too busy to say so: an hour's import
 * must not be lost to it. A server that has ended closes its connections and is known at once.
 */
export const workReplyMs = 300_000;

/** Tries again what may be tried again; throws a KithError where the error is one of the database's. */
export async function again<T>(work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + patienceMs;
  for (let wait = 50; ; wait = Math.min(wait * 2, 800)) {
    try {
      return await work();
    } catch (error) {
      if (!isRetryable(error) || Date.now() + wait > deadline) throw asKithError(error);
      await pause(wait);
    }
  }
}

/** Throws GRAPH_UNAVAILABLE when `work` takes longer. */
export async function inTime<T>(work: PromiseLike<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    // After a turn for what has arrived: it may be we who were busy, and not the server that is silent.
    timer = setTimeout(() => setImmediate(() => reject(unavailable())), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Waits as long as the server, asked beside, says it is there; its own time limit ends the statement. */
export async function whileThere<T>(work: PromiseLike<T>, askServer: () => Promise<unknown>, replyWithinMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  let isDone = false;
  const silent = new Promise<never>((_, reject) => {
    const watch = (): void => {
      if (isDone) return;
      timer = setTimeout(() => void inTime(askServer(), replyWithinMs).then(watch, reject), askAfterMs).unref();
    };
    watch();
  });
  try {
    return await Promise.race([work, silent]);
  } finally {
    isDone = true;
    clearTimeout(timer);
  }
}
