/**
 * A graph made beside the one in use, which takes its place when it is complete. In a home:
 *
 *   neo4j/      the graph in use
 *   neo4j-new/  one being made; run/making.json names the process that makes it
 *   neo4j-old/  the one replaced, until it is deleted
 */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { KithError } from '../errors.ts';
import { onDisk, makeOwnFolder } from './disk.ts';
import { homeArgument, openHome, type Home, type RunningServer } from './home.ts';
import { commandLine, endProcess, isAlive, thisProcess, type Living } from './processes.ts';

const oldFolder = (home: Home): string => path.join(home.folder, 'neo4j-old');
const makingFile = (home: Home): string => path.join(home.folder, 'run', 'making.json');
const newServerFile = (home: Home): string => path.join(home.folder, 'run', 'new-server.json');

export interface Making {
  /** Its `neo4j` is the folder of the new graph. */
  home: Home;
  /** For files that are needed while it is made. */
  workFolder: string;
  /** Its server is known should we be killed. */
  onSpawn: (server: RunningServer) => void;
  /** Call while nobody uses the home (replace-graph.ts does). */
  takeItsPlace: () => void;
  /** Nothing is left of it unless it has taken its place. */
  giveUp: () => void;
}

/** Throws BAD_INPUT when another process makes one for this home. */
export async function makeBeside(folder: string): Promise<Making> {
  const home = openHome(folder);
  await removeLeftovers(home);
  if (isBeingMade(home))
    throw new KithError('BAD_INPUT', `Another bulk load is at work for ${folder}: wait until it has finished.`, {
      argument: '--bulk',
      rule: 'is at work already',
    });
  onDisk(folder, 'KITH_HOME', () => writeFileSync(makingFile(home), JSON.stringify(thisProcess())));
  const made: Home = { folder: home.folder, neo4j: path.join(home.folder, 'neo4j-new') };
  const workFolder = path.join(home.folder, 'bulk');
  makeOwnFolder(workFolder, 'KITH_HOME');
  return {
    home: made,
    workFolder,
    onSpawn: (server) => writeFileSync(newServerFile(home), JSON.stringify(server)),
    takeItsPlace: () => {
      if (existsSync(home.neo4j)) renameSync(home.neo4j, oldFolder(home));
      renameSync(made.neo4j, home.neo4j);
      rmSync(oldFolder(home), { recursive: true, force: true });
    },
    giveUp: () => {
      rmSync(workFolder, { recursive: true, force: true });
      rmSync(made.neo4j, { recursive: true, force: true });
      for (const file of [newServerFile(home), makingFile(home)]) rmSync(file, { force: true });
    },
  };
}

/** What a process that was killed left: before a server is started, and before another graph is made. */
export async function removeLeftovers(home: Home): Promise<void> {
  // Between the two renames: the old graph is still whole, and so is the new one, but nobody was told of it.
  if (!existsSync(home.neo4j) && existsSync(oldFolder(home))) renameSync(oldFolder(home), home.neo4j);
  rmSync(oldFolder(home), { recursive: true, force: true });
  if (isBeingMade(home)) return;
  const made: Home = { folder: home.folder, neo4j: path.join(home.folder, 'neo4j-new') };
  const server = readJson<RunningServer>(newServerFile(home));
  if (server !== undefined && isAlive(server) && commandLine(server.pid)?.includes(homeArgument(made)) === true)
    await endProcess(server, 10_000);
  for (const one of [made.neo4j, path.join(home.folder, 'bulk'), newServerFile(home), makingFile(home)])
    rmSync(one, { recursive: true, force: true });
}

function isBeingMade(home: Home): boolean {
  const maker = readJson<Living>(makingFile(home));
  return maker !== undefined && isAlive(maker);
}

function readJson<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    return undefined;
  }
}
