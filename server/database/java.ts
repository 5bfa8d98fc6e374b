/** Finding a Java that Neo4j 5.26 runs on, and Maven, which fetches Neo4j. */
import { execFile } from 'node:child_process';
import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import type { Config } from '../config.ts';
import { KithError } from '../errors.ts';

/** Neo4j 5.26 supports these and no others (its operations manual, "System requirements"). */
export const javaVersions: readonly number[] = [17, 21];

export interface Java {
  command: string;
  /** Its JAVA_HOME. */
  home: string;
  version: number;
}

/**
 * JAVA_HOME first, then every `java` on PATH, then the one `npm start` once installed for us; the
 * first that is 17 or 21. Throws GRAPH_UNAVAILABLE: none at all, or only others.
 */
export async function findJava(config: Config): Promise<Java> {
  const { javaHome, searchPath } = config.managed;
  const remembered = readRemembered(config.cache);
  const candidates = [
    ...(javaHome === undefined ? [] : [path.join(javaHome, 'bin', executable('java'))]),
    ...onPath('java', searchPath),
    ...(remembered === undefined ? [] : [path.join(remembered, 'bin', executable('java'))]),
  ];
  const unsuited: string[] = [];
  for (const command of new Set(candidates)) {
    const java = await askVersion(command);
    if (java === undefined) continue;
    if (javaVersions.includes(java.version)) return java;
    unsuited.push(`Java ${java.version} (${command})`);
  }
  throw new KithError(
    'GRAPH_UNAVAILABLE',
    unsuited.length === 0
      ? 'Neo4j needs Java 17 or 21 and there is none on this machine: run "npm start", which installs it or says how, or set JAVA_HOME.'
      : `Neo4j needs Java 17 or 21 and this machine only offers ${unsuited.join(' and ')}: run "npm start", which installs one or says how, or set JAVA_HOME to one.`,
  );
}

/** Path of `mvn`. Throws GRAPH_UNAVAILABLE. */
export function findMaven(config: Config): string {
  const [maven] = onPath('mvn', config.managed.searchPath);
  if (maven !== undefined) return maven;
  throw new KithError(
    'GRAPH_UNAVAILABLE',
    'Neo4j is fetched with Maven and there is no "mvn" on this machine: run "npm start", which installs it or says how, or set NEO4J_URI to a server you already have.',
  );
}

/** File in the cache naming the Java that was installed for Kith where PATH offers another. */
export function rememberedJavaFile(cache: string): string {
  return path.join(cache, 'java-home');
}

async function askVersion(command: string): Promise<Java | undefined> {
  try {
    // Properties instead of `-version`: they tell the version and the real home in a fixed form.
    const { stderr } = await promisify(execFile)(command, ['-XshowSettings:properties', '-version'], { timeout: 20_000 });
    const version = /^\s*java\.specification\.version = (?:1\.)?(\d+)/m.exec(stderr)?.[1] ?? /version "(?:1\.)?(\d+)/.exec(stderr)?.[1];
    const home = /^\s*java\.home = (.+)$/m.exec(stderr)?.[1]?.trim() ?? path.dirname(path.dirname(command));
    return version === undefined ? undefined : { command, home, version: Number(version) };
  } catch {
    // Not a Java that runs: as good as none.
    return undefined;
  }
}

function onPath(name: string, searchPath: string): string[] {
  const names = process.platform === 'win32' ? [`${name}.exe`, `${name}.cmd`] : [name];
  const folders = searchPath.split(path.delimiter).filter((folder) => path.isAbsolute(folder));
  return folders.flatMap((folder) => names.map((one) => path.join(folder, one))).filter(isExecutable);
}

function executable(name: string): string {
  return process.platform === 'win32' ? `${name}.exe` : name;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

function readRemembered(cache: string): string | undefined {
  try {
    return readFileSync(rememberedJavaFile(cache), 'utf8').trim() || undefined;
  } catch {
    return undefined;
  }
}
