/** Neo4j itself: the jars pom.xml names, fetched once by Maven into a cache all clones share. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Config } from '../config.ts';
import { KithError } from '../errors.ts';
import { checkFreeSpace, makeOwnFolder } from './disk.ts';
import { findMaven, type Java } from './java.ts';
import { plainWords } from './processes.ts';
import { inTurn } from './turns.ts';

const pomFile = fileURLToPath(new URL('pom.xml', import.meta.url));
const copyDependencies = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies';
/** 123 MB of jars beside Maven's own copy of them. */
const megabytesOfJars = 300;

export interface Opening {
  say(line: string): void;
  signal: AbortSignal;
}

export function neo4jVersion(): string {
  const version = /<artifactId>neo4j<\/artifactId><version>([^<]+)</.exec(readFileSync(pomFile, 'utf8'))?.[1];
  if (version === undefined) throw new KithError('BUG', 'server/database/pom.xml no longer names a version of Neo4j.');
  return version;
}

/** Folder of the complete jars; fetched when the cache has none. Throws GRAPH_UNAVAILABLE. */
export async function getJars(config: Config, java: Java, opening: Opening): Promise<string> {
  // Another pom, another folder: an older clone keeps what it was tried with.
  const name = `neo4j-${neo4jVersion()}-${createHash('sha256').update(readFileSync(pomFile)).digest('hex').slice(0, 8)}`;
  const folder = path.join(config.cache, name);
  if (await isComplete(folder)) return folder;
  makeOwnFolder(config.cache, 'KITH_CACHE');
  const turn = {
    signal: opening.signal,
    setting: 'KITH_CACHE',
    waiting: () => opening.say('Another start is fetching Neo4j; waiting for it.'),
  };
  await inTurn(config.cache, turn, async () => {
    if (!(await isComplete(folder))) await fetchJars(config, java, name, opening);
  });
  return folder;
}

async function fetchJars(config: Config, java: Java, name: string, { say, signal }: Opening): Promise<void> {
  const maven = findMaven(config);
  await checkFreeSpace(config.cache, Math.min(megabytesOfJars, config.managed.freeMegabytes), 'KITH_CACHE');
  // Only one process at a time comes here, so what a killed one left half fetched can go.
  for (const entry of await readdir(config.cache)) {
    if (entry.startsWith(`${name}.part-`)) await rm(path.join(config.cache, entry), { recursive: true, force: true });
  }
  const part = await mkdtemp(path.join(config.cache, `${name}.part-`));
  try {
    say(`Fetching Neo4j ${neo4jVersion()} with Maven (123 MB, once for all clones).`);
    await runMaven(maven, java, part, signal);
    const jars = (await readdir(part)).filter((file) => file.endsWith('.jar'));
    const sizes = await Promise.all(jars.map(async (jar) => [jar, (await stat(path.join(part, jar))).size] as const));
    await writeFile(path.join(part, 'jars.json'), JSON.stringify(Object.fromEntries(sizes)));
    const folder = path.join(config.cache, name);
    await rm(folder, { recursive: true, force: true });
    await rename(part, folder);
  } finally {
    await rm(part, { recursive: true, force: true });
  }
}

/** Every jar that was fetched is still there in full: a cache cleaner or a full disk may have cut it. */
async function isComplete(folder: string): Promise<boolean> {
  try {
    const sizes = JSON.parse(await readFile(path.join(folder, 'jars.json'), 'utf8')) as Record<string, number>;
    const found = await Promise.all(Object.entries(sizes).map(async ([jar, size]) => (await stat(path.join(folder, jar))).size === size));
    return found.length > 0 && found.every(Boolean);
  } catch {
    return false;
  }
}

async function runMaven(maven: string, java: Java, into: string, signal: AbortSignal): Promise<void> {
  const windows = process.platform === 'win32';
  const args = ['-B', '-q', '-f', pomFile, copyDependencies, `-DoutputDirectory=${into}`, '-DincludeScope=runtime', '-DexcludeTypes=pom'];
  const child = spawn(maven, args, {
    env: { ...process.env, ...plainWords, JAVA_HOME: java.home },
    stdio: ['ignore', 'pipe', 'pipe'],
    // Its own group: `mvn` is a script, and the Java it runs must end with it when we are told to stop.
    detached: !windows,
    shell: windows,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output = (output + chunk.toString()).slice(-20_000)));
  const end = (): void => {
    if (child.pid !== undefined) endGroup(child.pid);
  };
  signal.addEventListener('abort', end, { once: true });
  process.once('exit', end);
  try {
    const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
    signal.throwIfAborted();
    if (code !== 0) throw new KithError('GRAPH_UNAVAILABLE', mavenTrouble(output));
  } finally {
    signal.removeEventListener('abort', end);
    process.off('exit', end);
  }
}

function endGroup(pid: number): void {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGTERM');
  } catch {
    // Already gone.
  }
}

/** Maven says what is wrong only in words; the exit code is 1 for all of it. */
export function mavenTrouble(output: string): string {
  if (/No space left on device|not enough space on the disk/i.test(output)) {
    return 'Neo4j could not be fetched, the disk is full: free some space, or set KITH_CACHE to a folder on another disk.';
  }
  if (
    /Could not transfer|Unknown host|Connection refused|Connect(ion)? timed out|Network is unreachable|cannot access|offline mode/i.test(
      output,
    )
  ) {
    return 'Neo4j could not be fetched because its download server cannot be reached and there is no earlier copy here: connect to the network (a proxy or mirror goes into ~/.m2/settings.xml) and start again.';
  }
  const line = /^\[ERROR\] (.+)$/m.exec(output)?.[1] ?? output.trim().split('\n').at(-1) ?? '';
  return `Neo4j could not be fetched with Maven: ${line.slice(0, 300)}`;
}
