/** Folding takes longest of a bulk load: batches are folded side by side, each in a thread of its own. */
import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import type { Handed, FoldedLines } from './fold-thread.ts';
import { batchesIn, firstTime } from './fold.ts';
import type { Store } from './store.ts';

/** Each takes some 300 MB: with two a million people stay within 2 GB. */
const MOST_THREADS = 2;
/** More spends less on what batches have in common, and more memory. */
const TOPICS_AT_ONCE = 3_000;
/** Batches asked for before their turn to be written, for each thread. */
const AHEAD = 2;

/** Every version of every tie, in the order of the batches; `progress` is told how many records are done. */
export async function* foldInThreads(
  store: Store,
  revision: number,
  progress: (records: number) => void,
  topicsAtOnce = TOPICS_AT_ONCE,
): AsyncGenerator<FoldedLines> {
  const threadsAtOnce = Math.min(MOST_THREADS, availableParallelism());
  const threads = new Piscina<unknown, FoldedLines[]>({
    filename: new URL('./fold-thread.ts', import.meta.url).href,
    // Threads do not inherit what lets this one read TypeScript.
    execArgv: ['--import', import.meta.resolve('tsx')],
    workerData: { store: store.handOver(), revision } satisfies Handed,
    // Folding makes much that is soon forgotten: with the usual 16 MB a seventh of the time goes into tidying up.
    resourceLimits: { maxYoungGenerationSizeMb: 64 },
    minThreads: threadsAtOnce,
    maxThreads: threadsAtOnce,
  });
  // A unit on the border of two batches may have been folded by two threads.
  const isNew = firstTime();
  const asked: { last: number; lines: Promise<FoldedLines[]> }[] = [];
  const next = async (): Promise<FoldedLines[]> => {
    const { last, lines } = asked.shift()!;
    const folded = await lines;
    progress(last === store.toFold.length ? store.size : store.toFold.at(last));
    return folded.filter(({ unit }) => unit === null || isNew(unit));
  };
  try {
    for (const batch of batchesIn(store, topicsAtOnce)) {
      const lines = threads.run(batch);
      // That one failed is told when it is its turn.
      lines.catch(() => undefined);
      if (asked.push({ last: batch.last, lines }) > AHEAD * threadsAtOnce) yield* await next();
    }
    while (asked.length > 0) yield* await next();
  } finally {
    await threads.destroy();
  }
}
