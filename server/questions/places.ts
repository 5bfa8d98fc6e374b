/**
 * How many questions are answered at once. A crowd beyond that waits its turn, and a crowd beyond that is told
 * so at once: were all let in, each would wait for the others, and none be answered in time.
 */
import { KithError } from '../errors.ts';

export interface Places {
  /** Resolves with what gives the place back. Throws BUSY when too many wait, or it took too long. */
  take(): Promise<() => void>;
}

export interface HowMany {
  /** The database has 50 connections, and a question asks it several things at a time. */
  atOnce?: number;
  waiting?: number;
  waitMs?: number;
}

/** First come, first served. */
export function openPlaces({ atOnce = 32, waiting: mostWaiting = 96, waitMs = 5_000 }: HowMany = {}): Places {
  let taken = 0;
  const waiting = new Set<() => void>();
  const giveBack = (): void => {
    const [next] = waiting;
    if (next === undefined) taken -= 1;
    else next();
  };
  const once = (): (() => void) => {
    let isBack = false;
    return () => {
      if (!isBack) giveBack();
      isBack = true;
    };
  };
  return {
    take: async () => {
      if (taken < atOnce) {
        taken += 1;
        return once();
      }
      if (waiting.size >= mostWaiting) throw crowded();
      await new Promise<void>((resolve, reject) => {
        const leave = (): void => {
          clearTimeout(timer);
          waiting.delete(enter);
        };
        const enter = (): void => {
          leave();
          resolve();
        };
        const timer = setTimeout(() => {
          leave();
          reject(crowded());
        }, waitMs);
        waiting.add(enter);
      });
      return once();
    },
  };
}

const crowded = (): KithError => new KithError('BUSY', 'More is being asked just now than can be answered: try again in a few seconds.');
