/** One run of the managed Neo4j: from the command line to the moment it answers, or why it does not. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Config } from '../config.ts';
import { KithError } from '../errors.ts';
import { freeMegabytes, onDisk } from './disk.ts';
import { hasStore, homeArgument, makeNeo4jFolders, ownPassword, passwordFile, type Home, type RunningServer } from './home.ts';
import type { Opening } from './jars.ts';
import type { Java } from './java.ts';
import { speaksBolt } from './ports.ts';
import { beganAt, endProcess, plainWords } from './processes.ts';
import { asConfFile, initialHeap, javaOptions, managedSettings } from './settings.ts';

export interface Launched {
  server: RunningServer;
  child: ChildProcess;
}

/** Starts the server; `onSpawn` is told its number at once, so that it can be found should we die. */
export async function launch(
  config: Config,
  home: Home,
  java: Java,
  jars: string,
  port: number,
  { signal }: Opening,
  onSpawn: (server: RunningServer) => void,
): Promise<Launched> {
  makeNeo4jFolders(home);
  const { managed } = config;
  const conf = path.join(home.neo4j, 'conf');
  onDisk(home.folder, 'KITH_HOME', () => writeFileSync(path.join(conf, 'neo4j.conf'), asConfFile(managedSettings(managed, port))));
  await setFirstPassword(home, java, jars, signal);

  const consoleLog = path.join(home.neo4j, 'logs', 'console.log');
  // To a file, not to us: should we be killed, the server must not trip over a closed pipe.
  const output = onDisk(home.folder, 'KITH_HOME', () => openSync(consoleLog, 'w', 0o600));
  const classPath = [path.join(home.neo4j, 'plugins', '*'), path.join(conf, '*'), path.join(jars, '*')].join(path.delimiter);
  const child = spawn(
    java.command,
    [
      `-Xms${initialHeap(managed.heap)}`,
      `-Xmx${managed.heap}`,
      ...javaOptions,
      '-cp',
      classPath,
      entryPoint,
      homeArgument(home),
      `--config-dir=${conf}`,
      '--console-mode',
    ],
    // Its own group: Ctrl-C reaches us alone, and we close the database last.
    {
      cwd: home.neo4j,
      env: neo4jEnvironment(home),
      stdio: ['ignore', output, output],
      detached: process.platform !== 'win32',
      windowsHide: true,
    },
  );
  closeSync(output);
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, by) => resolve(by ?? `exit code ${code}`));
  });
  if (child.pid === undefined) throw new KithError('GRAPH_UNAVAILABLE', `Neo4j could not be started: ${await ended}.`);
  const server = { pid: child.pid, began: beganAt(child.pid) ?? '', port };
  onSpawn(server);

  // A second Ctrl-C does not wait for the catch below.
  const atOnce = (): boolean => child.kill('SIGKILL');
  process.once('exit', atOnce);
  try {
    await untilItAnswers({ child, ended, consoleLog, home, port, seconds: managed.startSeconds, signal });
  } catch (error) {
    await endProcess(server, 5_000);
    throw error;
  } finally {
    process.off('exit', atOnce);
  }
  return { server, child };
}

/** From META-INF/services/org.neo4j.server.startup.EntryPoint of Neo4j 5.26 Community. */
const entryPoint = 'org.neo4j.server.CommunityEntryPoint';

interface Start {
  child: ChildProcess;
  ended: Promise<string>;
  consoleLog: string;
  home: Home;
  port: number;
  seconds: number;
  signal: AbortSignal;
}

async function untilItAnswers({ child, ended, consoleLog, home, port, seconds, signal }: Start): Promise<void> {
  const deadline = Date.now() + seconds * 1_000;
  for (;;) {
    signal.throwIfAborted();
    const log = readFileSync(consoleLog, 'utf8');
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new KithError('GRAPH_UNAVAILABLE', startTrouble(readFileSync(consoleLog, 'utf8'), await ended, home, port));
    }
    // Bolt opens a moment before the databases do; the server says when both are there.
    if (/\bStarted\.\s*$/m.test(log) && (await speaksBolt(port))) return;
    // On a full disk the server often neither starts nor ends, and has no room left to say why.
    if (diskFull.test(log) || (await freeMegabytes(home.neo4j)) < 1) throw new KithError('GRAPH_UNAVAILABLE', diskFullSentence(home));
    if (Date.now() > deadline) {
      throw new KithError(
        'GRAPH_UNAVAILABLE',
        `Neo4j did not start within ${seconds} seconds: see ${consoleLog}, or raise KITH_DATABASE_START_SECONDS.`,
      );
    }
    await pause(100, undefined, { signal });
  }
}

export const diskFull = /No space left on device|not enough space on the disk|Disk quota exceeded/i;

export function diskFullSentence(home: Home): string {
  return `Neo4j could not start: the disk of ${home.neo4j} is full; free some space, or set KITH_HOME to a folder on another disk.`;
}

/** Why the server ended while starting. It tells in words only; exit 1 is start, 2 store, 3 configuration. */
export function startTrouble(log: string, ended: string, home: Home, port: number): string {
  if (/Address already in use|BindException/.test(log)) {
    return `Neo4j could not start: port ${port} on 127.0.0.1 is taken by another program; stop that program or set KITH_DATABASE_PORT to a free port.`;
  }
  if (/FileLockException|StoreLockException|Lock file has been locked|Unable to obtain lock on store/.test(log)) {
    return `Neo4j could not start: the data in ${home.neo4j} is held by another process; stop that process, or set KITH_HOME to another folder.`;
  }
  if (diskFull.test(log)) return diskFullSentence(home);
  if (
    /Could not reserve enough space|OutOfMemoryError|insufficient memory|exceeds (the maximum|physical memory)|Invalid (initial|maximum) heap size/i.test(
      log,
    )
  ) {
    return 'Neo4j could not start: this machine has too little memory for it; close something, or set KITH_HEAP and KITH_PAGE_CACHE lower.';
  }
  const said = /(?:ERROR|Error:?|Caused by:)\s+(.+)/.exec(log)?.[1]?.slice(0, 200);
  const why = said === undefined ? '' : ` (${said.trim()})`;
  return `Neo4j ended while starting, with ${ended}${why}: see ${path.join(home.neo4j, 'logs')}, and start again.`;
}

/** Before its first start the server is told our password; its own file then keeps only a hash. */
async function setFirstPassword(home: Home, java: Java, jars: string, signal: AbortSignal): Promise<void> {
  ownPassword(home);
  if (hasStore(home)) return;
  try {
    // By file (`@`), not by word: the list of processes is open to everybody on this machine.
    await promisify(execFile)(
      java.command,
      ['-cp', path.join(jars, '*'), 'org.neo4j.cli.AdminTool', 'dbms', 'set-initial-password', `@${passwordFile(home)}`],
      { env: neo4jEnvironment(home), signal },
    );
  } catch (error) {
    signal.throwIfAborted();
    const { stderr = '', code } = error as { stderr?: string; code?: unknown };
    const told = `Error: the password could not be set: ${stderr.trim().split('\n')[0] ?? ''}`;
    throw new KithError(
      'GRAPH_UNAVAILABLE',
      startTrouble(`${told}\n${stderr}`, `exit code ${String(code)}`, home, 0),
      {},
      { cause: error },
    );
  }
}

/** Nothing of ours or of anybody else's Neo4j reaches the server by way of the environment. */
export function neo4jEnvironment(home: Home): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(NEO4J_|KITH_)/.test(name));
  return { ...Object.fromEntries(inherited), ...plainWords, NEO4J_HOME: home.neo4j, NEO4J_CONF: path.join(home.neo4j, 'conf') };
}
