/** What commands share: the database of this home, opened and left again, and how work is told on stderr. */
import process from 'node:process';
import { SingleBar } from 'cli-progress';
import { readConfig, type Config } from '../config.ts';
import { openGraph, type Graph } from '../database/graph.ts';
import { openDatabase } from '../database/managed.ts';
import { exitCodeOf, plainError } from '../errors.ts';
import { prepareGraph } from '../ledger/prepare.ts';
import type { Telling } from '../ledger/telling.ts';

/** Runs `work` on the graph of this home, brought up to date: the database that runs for it, or one started now and stopped again. */
export async function withGraph<T>(telling: Telling, work: (graph: Graph, config: Config) => Promise<T>): Promise<T> {
  const config = readConfig(process.env);
  const database = await openDatabase(config, (line) => telling.say(line));
  try {
    const graph = openGraph(database);
    try {
      await prepareGraph(graph, telling);
      return await work(graph, config);
    } finally {
      await graph.close();
    }
  } finally {
    await database.stop();
  }
}

/** Sets the exit code: 0 done, 1 bad input or not found, 2 something is down; the message goes to stderr. */
export async function asCommand(work: () => Promise<number | void>): Promise<void> {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    const { message } = plainError(error, (reference, cause) => {
      process.stderr.write(`${reference}: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}\n`);
    });
    process.stderr.write(`${message}\n`);
    process.exitCode = exitCodeOf(error);
  }
}

/** How far, how fast, and how long it will take still. */
const FORMAT = '{what} {bar} {value} of {total}{rate}, {eta_formatted} left';

/** Lines on stderr, and a bar while stderr is a terminal. Stdout is for answers. */
export function tellOnStderr(): Telling & { done(): void } {
  const isTerminal = process.stderr.isTTY === true;
  let bar: { what: string; began: number; bar: SingleBar } | undefined;
  const done = (): void => {
    bar?.bar.stop();
    bar = undefined;
  };
  return {
    done,
    say: (line) => {
      done();
      process.stderr.write(`${line}\n`);
    },
    progress: (what, at, total) => {
      if (!isTerminal || total === 0) return;
      if (bar?.what !== what) {
        done();
        bar = { what, began: Date.now(), bar: new SingleBar({ format: FORMAT, stream: process.stderr, hideCursor: true }) };
        bar.bar.start(total, 0, { what, rate: '' });
      }
      const seconds = (Date.now() - bar.began) / 1_000;
      bar.bar.update(at, { rate: seconds < 1 ? '' : `, ${Math.round(at / seconds).toLocaleString('en-GB')} a second` });
      if (at >= total) done();
    },
  };
}
