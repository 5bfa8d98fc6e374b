/**
 * The folder KITH_HOME: where things are in it, and who uses it now.
 *
 *   neo4j/           data, logs, conf of the managed server
 *   neo4j-password   readable by this user only
 *   neo4j-port       chosen at the first start
 *   run/server.json  the server now running, and run/users/ one file for each process using it
 */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { KithError } from '../errors.ts';
import { makeOwnFolder, onDisk } from './disk.ts';
import { commandLine, isAlive, thisProcess, type Living } from './processes.ts';

export interface RunningServer extends Living {
  port: number;
}

export interface HomeUser extends Living {
  /** Set by the one process that serves the page of this home, e.g. `http://127.0.0.1:7780`. */
  serves?: string | undefined;
}

export interface Home {
  /** Absolute. */
  folder: string;
  neo4j: string;
}

export function openHome(folder: string): Home {
  makeOwnFolder(path.join(folder, 'run', 'users'), 'KITH_HOME');
  return { folder, neo4j: path.join(folder, 'neo4j') };
}

/** The server of this home that is alive: its number, when it began and its command line all agree. */
export function runningServer(home: Home): RunningServer | undefined {
  const server = readJson<RunningServer>(serverFile(home));
  if (server === undefined || !isAlive(server)) return undefined;
  return commandLine(server.pid)?.includes(homeArgument(home)) === true ? server : undefined;
}

export function writeRunningServer(home: Home, server: RunningServer): void {
  onDisk(home.folder, 'KITH_HOME', () => writeFileSync(serverFile(home), JSON.stringify(server)));
}

export function forgetRunningServer(home: Home): void {
  rmSync(serverFile(home), { force: true });
}

/** Part of the server's command line, and proof that a process is the server of this home. */
export function homeArgument(home: Home): string {
  return `--home-dir=${home.neo4j}`;
}

/** Processes using this home now; what dead ones left behind is removed. */
export function livingUsers(home: Home): HomeUser[] {
  const folder = path.join(home.folder, 'run', 'users');
  return readdirSync(folder).flatMap((name) => {
    const user = readJson<HomeUser>(path.join(folder, name));
    if (user !== undefined && isAlive(user)) return [user];
    rmSync(path.join(folder, name), { force: true });
    return [];
  });
}

let usesOfThisProcess = 0;

/** Counts this process among the users until the function returned is called. */
export function useHome(home: Home, serves?: string): () => void {
  const user = thisProcess();
  const file = path.join(home.folder, 'run', 'users', `${user.pid}-${++usesOfThisProcess}.json`);
  onDisk(home.folder, 'KITH_HOME', () => writeFileSync(file, JSON.stringify({ ...user, serves })));
  return () => rmSync(file, { force: true });
}

/** The file with the password of this home's server; holds one word and a line end. */
export function passwordFile(home: Home): string {
  return path.join(home.folder, 'neo4j-password');
}

/** The password of this home's server, made at first use. Throws GRAPH_UNAVAILABLE when it was lost. */
export function ownPassword(home: Home): string {
  const file = passwordFile(home);
  if (existsSync(file)) return onDisk(home.folder, 'KITH_HOME', () => readFileSync(file, 'utf8').trim());
  if (hasStore(home)) {
    throw new KithError('GRAPH_UNAVAILABLE', `The password of the database is gone: put ${file} back, or set KITH_HOME to a new folder.`);
  }
  // Hexadecimal: a word that may begin with a dash would be read as an option by Neo4j's own tool.
  const password = randomBytes(16).toString('hex');
  onDisk(home.folder, 'KITH_HOME', () => writeFileSync(file, `${password}\n`, { mode: 0o600, flag: 'wx' }));
  return password;
}

/** Whether the server has started here before: from then on the password is in its own store. */
export function hasStore(home: Home): boolean {
  return existsSync(path.join(home.neo4j, 'data', 'databases', 'system'));
}

export function keptPort(home: Home): number | undefined {
  const file = path.join(home.folder, 'neo4j-port');
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) || undefined : undefined;
}

export function keepPort(home: Home, port: number): void {
  onDisk(home.folder, 'KITH_HOME', () => writeFileSync(path.join(home.folder, 'neo4j-port'), `${port}\n`));
}

export function makeNeo4jFolders(home: Home): void {
  onDisk(home.folder, 'KITH_HOME', () => {
    for (const name of ['conf', 'data', 'logs', 'run', 'plugins', 'import'])
      mkdirSync(path.join(home.neo4j, name), { recursive: true, mode: 0o700 });
  });
}

function serverFile(home: Home): string {
  return path.join(home.folder, 'run', 'server.json');
}

/** undefined when absent or cut short by a crash: then it says nothing. */
function readJson<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    return undefined;
  }
}
