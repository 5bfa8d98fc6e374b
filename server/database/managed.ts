/**
 * The database this home works with: somebody else's when NEO4J_URI names one, else the one that
 * runs for this home, else one started now. The last process to leave a home stops its server.
 */
import process from 'node:process';
import type { Config } from '../config.ts';
import { KithError } from '../errors.ts';
import { whenLeaving } from '../leaving.ts';
import { checkFreeSpace, makeOwnFolder } from './disk.ts';
import {
  forgetRunningServer,
  hasStore,
  keepPort,
  keptPort,
  livingUsers,
  openHome,
  ownPassword,
  runningServer,
  useHome,
  writeRunningServer,
  type Home,
  type RunningServer,
} from './home.ts';
import { getJars, type Opening } from './jars.ts';
import { findJava } from './java.ts';
import { launch } from './launch.ts';
import { freePort, isFree, speaksBolt } from './ports.ts';
import { removeLeftovers } from './replacing.ts';
import { endProcess } from './processes.ts';
import { inTurn } from './turns.ts';

export interface OpenDatabase {
  uri: string;
  user: string;
  password: string;
  database: string;
  /** True when this call started the server. */
  startedHere: boolean;
  /** Leaves the database; the last process of this home to leave stops its server and waits for that. */
  stop(): Promise<void>;
}

/** Neo4j stops in a second or two; a checkpoint of a large store may take longer. */
export const patienceMs = 60_000;

/**
 * Throws GRAPH_UNAVAILABLE with one sentence saying what to do. Ctrl-C at any moment leaves no
 * process behind. `say` is told what takes time.
 */
export async function openDatabase(config: Config, say: (line: string) => void = () => undefined): Promise<OpenDatabase> {
  if (config.elsewhere !== undefined) return { ...config.elsewhere, startedHere: false, stop: async () => undefined };

  const interrupted = new AbortController();
  let settled: Promise<unknown> = Promise.resolve();
  const stayed = whenLeaving(async () => {
    interrupted.abort(new KithError('GRAPH_UNAVAILABLE', 'Stopped before the database was ready.'));
    await settled.catch(() => undefined);
  });
  const opening = open(config, { say, signal: interrupted.signal });
  settled = opening;
  try {
    return await opening;
  } finally {
    stayed();
  }
}

/**
 * Makes this process the one that serves the page of this home at `address`. Throws BAD_INPUT when
 * another already does. The function returned gives the place up.
 */
export async function claimHome(config: Config, address: string): Promise<() => void> {
  const home = openHome(config.home);
  return inTurn(home.folder, turn({ say: () => undefined, signal: new AbortController().signal }), async () => {
    const serving = livingUsers(home).find((user) => user.serves !== undefined);
    if (serving !== undefined) {
      throw new KithError(
        'BAD_INPUT',
        `Kith already runs for ${home.folder} at ${serving.serves} (process ${serving.pid}): use that, stop it, or set KITH_HOME to another folder.`,
      );
    }
    return useHome(home, address);
  });
}

async function open(config: Config, opening: Opening): Promise<OpenDatabase> {
  const home = openHome(config.home);
  const { server, leaveHome, startedHere } = await inTurn(home.folder, turn(opening), async () => findOrStart(config, home, opening));
  let left: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    stayed();
    left ??= inTurn(home.folder, turn({ say: () => undefined, signal: new AbortController().signal }), async () => leave(home, leaveHome));
    await left;
    process.off('exit', stopAtOnce);
  };
  // Reached when nobody called stop(), or did not wait for it: process.exit, a second Ctrl-C, a crash of ours.
  const stopAtOnce = (): void => {
    leaveHome();
    const last = runningServer(home);
    if (last !== undefined && livingUsers(home).length === 0) process.kill(last.pid, left === undefined ? 'SIGTERM' : 'SIGKILL');
  };
  const stayed = whenLeaving(stop, 'last');
  process.on('exit', stopAtOnce);
  return { uri: `bolt://127.0.0.1:${server.port}`, user: 'neo4j', password: ownPassword(home), database: 'neo4j', startedHere, stop };
}

interface InUse {
  server: RunningServer;
  leaveHome: () => void;
  startedHere: boolean;
}

async function findOrStart(config: Config, home: Home, opening: Opening): Promise<InUse> {
  const others = livingUsers(home);
  const leaveHome = useHome(home);
  try {
    const running = runningServer(home);
    if (running !== undefined) {
      if (others.length > 0 && (await speaksBolt(running.port))) return { server: running, leaveHome, startedHere: false };
      opening.say('Stopping the database that an earlier run of this home left behind.');
      await endProcess(running, patienceMs);
    }
    return { server: await start(config, home, opening), leaveHome, startedHere: true };
  } catch (error) {
    leaveHome();
    throw error;
  }
}

async function start(config: Config, home: Home, opening: Opening): Promise<RunningServer> {
  forgetRunningServer(home);
  await removeLeftovers(home);
  const java = await findJava(config);
  const jars = await getJars(config, java, opening);
  makeOwnFolder(home.neo4j, 'KITH_HOME');
  await checkFreeSpace(home.neo4j, config.managed.freeMegabytes, 'KITH_HOME');
  const port = await choosePort(config, home);
  opening.say(hasStore(home) ? 'Starting Neo4j.' : 'Starting Neo4j for the first time.');
  const { server, child } = await launch(config, home, java, jars, port, opening, (spawned) => writeRunningServer(home, spawned)).catch(
    (error: unknown) => {
      forgetRunningServer(home);
      throw error;
    },
  );
  // The process may end though the server runs on: others of this home may be using it.
  child.unref();
  keepPort(home, port);
  return server;
}

/** A port somebody named is never replaced by another; one we chose ourselves is, when it is taken. */
async function choosePort(config: Config, home: Home): Promise<number> {
  const named = config.managed.port;
  if (named === undefined) return freePort(keptPort(home));
  if (await isFree(named)) return named;
  throw new KithError(
    'GRAPH_UNAVAILABLE',
    `Port ${named} on 127.0.0.1 is taken by another program: stop that program or set KITH_DATABASE_PORT to a free port.`,
  );
}

async function leave(home: Home, leaveHome: () => void): Promise<void> {
  leaveHome();
  const running = runningServer(home);
  if (running === undefined || livingUsers(home).length > 0) return;
  await endProcess(running, patienceMs);
  forgetRunningServer(home);
}

/** A turn at starting, stopping or replacing the database of a home. */
export function turn({ say, signal }: Opening) {
  return {
    signal,
    setting: 'KITH_HOME',
    waiting: () => say('Another command is starting or stopping the database of this home; waiting for it.'),
  };
}
