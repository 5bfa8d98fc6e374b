/** Puts a new graph in the place of a home's, once it is complete; the old one can be asked until then. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Config } from '../config.ts';
import { KithError } from '../errors.ts';
import { whenLeaving } from '../leaving.ts';
import { forgetRunningServer, livingUsers, openHome, ownPassword, runningServer } from './home.ts';
import { importGraph, type Import } from './import.ts';
import { getJars } from './jars.ts';
import { findJava } from './java.ts';
import { launch } from './launch.ts';
import { patienceMs, turn, type OpenDatabase } from './managed.ts';
import { freePort } from './ports.ts';
import { endProcess } from './processes.ts';
import { makeBeside } from './replacing.ts';
import { inTurn } from './turns.ts';

export interface Replacement {
  /** Writes the files of the import into a folder for them. */
  write: (folder: string) => Promise<Import>;
  /** What is left to do once the new graph answers; it is not in use yet. */
  complete: (database: OpenDatabase) => Promise<void>;
  say: (line: string) => void;
  progress: (percent: number) => void;
}

/**
 * Makes a new graph beside the one of this home, and puts it in its place when it is complete: whatever
 * happens before, the old one stays as it is and can be asked. Ctrl-C leaves nothing behind. Throws
 * GRAPH_UNAVAILABLE with one sentence, BAD_INPUT when another process does the same.
 */
export async function replaceGraph(config: Config, { write, complete, say, progress }: Replacement): Promise<void> {
  const interrupted = new AbortController();
  const making = await inTurn(openHome(config.home).folder, turn({ say, signal: interrupted.signal }), async () => makeBeside(config.home));
  let settled: Promise<unknown> = Promise.resolve();
  const stayed = whenLeaving(async () => {
    interrupted.abort(new KithError('GRAPH_UNAVAILABLE', 'Stopped: the graph is as it was.'));
    await settled.catch(() => undefined);
    making.giveUp();
  });
  const { signal } = interrupted;
  const work = async (): Promise<void> => {
    const java = await findJava(config);
    const jars = await getJars(config, java, { say, signal });
    const files = await write(making.workFolder);
    signal.throwIfAborted();
    await importGraph(config, making.home, java, jars, files, signal, progress);
    const port = await freePort(undefined);
    say('Starting Neo4j on the new graph.');
    const { server } = await launch(config, making.home, java, jars, port, { say, signal }, making.onSpawn);
    try {
      await complete({
        uri: `bolt://127.0.0.1:${port}`,
        user: 'neo4j',
        password: ownPassword(making.home),
        database: 'neo4j',
        startedHere: true,
        stop: async () => undefined,
      });
    } finally {
      await endProcess(server, patienceMs);
    }
    await takePlace(config, making.takeItsPlace, say, signal);
  };
  settled = work();
  try {
    await settled;
  } finally {
    stayed();
    making.giveUp();
  }
}

/** Waits until nobody uses the home. */
async function takePlace(config: Config, takeItsPlace: () => void, say: (line: string) => void, signal: AbortSignal): Promise<void> {
  const home = openHome(config.home);
  for (let told = false; ;) {
    const isDone = await inTurn(home.folder, turn({ say, signal }), async () => {
      if (livingUsers(home).length > 0) return false;
      const left = runningServer(home);
      if (left !== undefined) await endProcess(left, patienceMs);
      forgetRunningServer(home);
      takeItsPlace();
      return true;
    });
    if (isDone) return;
    if (!told) say('The new graph is complete. Another command still uses the old one: stop it, and the new one takes its place.');
    told = true;
    await pause(500, undefined, { signal });
  }
}
