/**
 * The one Neo4j of a test run, in a throw-away home. Vitest calls `setup` once for each project that
 * has files to run; they all share the first one's server, and the last to finish deletes it.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type { ProvidedContext } from 'vitest';
import type { TestProject } from 'vitest/node';
import { cloneRoot, readConfig } from '../../server/config.ts';
import { livingUsers, openHome, runningServer } from '../../server/database/home.ts';
import { openDatabase, type OpenDatabase } from '../../server/database/managed.ts';
import { endProcess } from '../../server/database/processes.ts';

export interface TestDatabase {
  uri: string;
  user: string;
  password: string;
  database: string;
  /** The folder the server lives in, for tests that need a KITH_HOME of a running server. */
  home: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    database: TestDatabase;
  }
}

interface Shared {
  projects: number;
  home: string;
  opened: Promise<OpenDatabase>;
}

// Each project loads this file anew, in one process: only the global object is common to them.
const common = globalThis as { kithTestDatabase?: Shared };
const homePrefix = path.join(tmpdir(), `kith-test-${createHash('sha256').update(cloneRoot).digest('hex').slice(0, 8)}-`);

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  common.kithTestDatabase ??= { projects: 0, ...(await startOne()) };
  const shared = common.kithTestDatabase;
  shared.projects += 1;
  const { uri, user, password, database } = await shared.opened;
  const provided: ProvidedContext['database'] = { uri, user, password, database, home: shared.home };
  project.provide('database', provided);
  return async () => {
    shared.projects -= 1;
    if (shared.projects > 0) return;
    delete common.kithTestDatabase;
    await (await shared.opened).stop();
    rmSync(shared.home, { recursive: true, force: true });
  };
}

async function startOne(): Promise<Omit<Shared, 'projects'>> {
  await removeLeftovers();
  const home = mkdtempSync(homePrefix);
  // Never the server NEO4J_URI may name: the tests empty what they are given.
  const { PATH, JAVA_HOME, HOME, XDG_CACHE_HOME, LOCALAPPDATA, USERPROFILE, KITH_CACHE } = process.env;
  const kept = { PATH, JAVA_HOME, HOME, XDG_CACHE_HOME, LOCALAPPDATA, USERPROFILE, KITH_CACHE };
  const config = readConfig({ ...kept, KITH_HOME: home, KITH_THROW_AWAY: 'yes' });
  return { home, opened: openDatabase(config, (line) => process.stderr.write(`${line}\n`)) };
}

/** Homes of earlier runs in this clone that were killed before they could clean up. */
async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const folder = path.join(tmpdir(), name);
    if (!folder.startsWith(homePrefix) || !existsSync(path.join(folder, 'run', 'server.json'))) continue;
    const home = openHome(folder);
    if (livingUsers(home).length > 0) continue;
    const server = runningServer(home);
    if (server !== undefined) await endProcess(server, 10_000);
    rmSync(folder, { recursive: true, force: true });
  }
}
