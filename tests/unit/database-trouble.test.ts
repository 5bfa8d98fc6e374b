/** Everything that may go wrong before Neo4j even runs: one plain sentence, exit code 2, nothing left behind. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { mavenTrouble } from '../../server/database/jars.ts';
import { findJava } from '../../server/database/java.ts';
import { openDatabase } from '../../server/database/managed.ts';
import { beganAt, isAlive } from '../../server/database/processes.ts';
import { tryToOpen, type Trial } from '../support/trial-process.ts';

let folder: string;
let home: string;
let bin: string;
let noCache: Record<string, string>;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kith-trouble-'));
  home = path.join(folder, 'home');
  bin = path.join(folder, 'bin');
  mkdirSync(bin);
  noCache = { KITH_CACHE: path.join(folder, 'cache') };
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a machine without Java is told to install one', async () => {
  const sentence = await oneSentence(tryToOpen(home, { PATH: bin, JAVA_HOME: undefined }));
  expect(sentence).toMatch(/^Neo4j needs Java 17 or 21 and there is none on this machine: run "npm start"/);
});

test.each([8, 11, 25])('a machine that only has Java %i is told which it needs', async (version) => {
  putProgram('java', `echo '    java.specification.version = ${version === 8 ? '1.8' : version}' >&2`);
  const sentence = await oneSentence(tryToOpen(home, { PATH: bin, JAVA_HOME: undefined }));
  expect(sentence).toContain(`Neo4j needs Java 17 or 21 and this machine only offers Java ${version} (${path.join(bin, 'java')})`);
});

test('a Java that does not fit in JAVA_HOME gives way to one on PATH that does', async () => {
  const own = path.join(folder, 'own', 'bin');
  mkdirSync(own, { recursive: true });
  putProgram('java', `echo '    java.specification.version = 25' >&2`, own);
  putProgram('java', `echo '    java.specification.version = 21' >&2`);
  const java = await findJava(readConfig({ PATH: bin, JAVA_HOME: path.dirname(own), ...noCache }));
  expect(java).toMatchObject({ command: path.join(bin, 'java'), version: 21 });
});

test('a machine without Maven and without the jars is told to install it', async () => {
  await putRealJava();
  const sentence = await oneSentence(tryToOpen(home, { PATH: bin, JAVA_HOME: undefined, ...noCache }));
  expect(sentence).toMatch(/there is no "mvn" on this machine: run "npm start"/);
});

test('without network and without the jars we say to connect, and leave no half-fetched folder', async () => {
  // Maven's own copy of the jars is out of reach as well: another home, and a proxy nobody runs.
  const away = ['http', 'https'].map((one) => `-D${one}.proxyHost=127.0.0.1 -D${one}.proxyPort=1`).join(' ');
  const trial = tryToOpen(home, { ...noCache, MAVEN_OPTS: `-Duser.home=${folder} ${away}` });
  const sentence = await oneSentence(trial);
  expect(sentence).toMatch(/download server cannot be reached and there is no earlier copy here: connect to the network/);
  expect(readdirSync(noCache['KITH_CACHE']!)).toEqual([]);
});

test('a disk that fills up while fetching, and any other word of Maven, become a sentence', () => {
  expect(mavenTrouble('[ERROR] Error copying artifact: No space left on device')).toMatch(
    /^Neo4j could not be fetched, the disk is full: free some space/,
  );
  expect(mavenTrouble('noise\n[ERROR] Unknown lifecycle phase "x".\n')).toBe(
    'Neo4j could not be fetched with Maven: Unknown lifecycle phase "x".',
  );
});

test('Ctrl-C while Neo4j is being fetched ends Maven and whatever Maven started', async () => {
  await putRealJava();
  const note = path.join(folder, 'pid');
  // As the real mvn does it: a script, with the work in a process of its own.
  putProgram('mvn', `/bin/sleep 60 & echo $! > ${note}; wait`);
  const trial = tryToOpen(home, { PATH: bin, JAVA_HOME: undefined, ...noCache });
  while (!existsSync(note) || readFileSync(note, 'utf8') === '') await pause(20);
  const pid = Number(readFileSync(note, 'utf8'));
  const began = beganAt(pid);
  expect(began).toBeDefined();
  trial.child.kill('SIGINT');
  expect((await trial.ended).code).toBe(130);
  expect(isAlive({ pid, began: began! })).toBe(false);
  expect(readdirSync(noCache['KITH_CACHE']!)).toEqual([]);
});

test('a port somebody named and another program holds is not replaced', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  putJars();
  await putRealJava();
  const sentence = await oneSentence(tryToOpen(home, { PATH: bin, ...noCache, KITH_DATABASE_PORT: String(port) }));
  expect(sentence).toBe(
    `Port ${port} on 127.0.0.1 is taken by another program: stop that program or set KITH_DATABASE_PORT to a free port.`,
  );
  server.close();
});

test('a full disk is noticed before Neo4j is started', async () => {
  putJars();
  await putRealJava();
  const sentence = await oneSentence(tryToOpen(home, { PATH: bin, ...noCache, KITH_FREE_MEGABYTES: '900000000000' }));
  expect(sentence).toMatch(/^The disk of .*home.neo4j is full \(\d+ MB free, 900000000000 MB needed\): free some space, or set KITH_HOME/);
});

test('a home that cannot be made says which folder and why', async () => {
  writeFileSync(path.join(folder, 'file'), '');
  const sentence = await oneSentence(tryToOpen(path.join(folder, 'file', 'home')));
  expect(sentence).toMatch(/cannot be written, a part of its path is a file: move that file away, or set KITH_HOME to another folder\.$/);
});

test('a lost password is asked for rather than replaced', async () => {
  putJars();
  await putRealJava();
  mkdirSync(path.join(home, 'neo4j', 'data', 'databases', 'system'), { recursive: true });
  const sentence = await oneSentence(tryToOpen(home, { PATH: bin, ...noCache }));
  expect(sentence).toMatch(/^The password of the database is gone: put .*neo4j-password back, or set KITH_HOME to a new folder\.$/);
});

test("somebody else's Neo4j is used as it is: no process, no home", async () => {
  const named = { NEO4J_URI: 'neo4j+s://graph.example', NEO4J_USER: 'kith', NEO4J_PASSWORD: 'p', NEO4J_DATABASE: 'children' };
  const database = await openDatabase(readConfig({ KITH_HOME: home, ...named }));
  expect(database).toMatchObject({ uri: 'neo4j+s://graph.example', user: 'kith', password: 'p', database: 'children', startedHere: false });
  await database.stop();
  expect(existsSync(home)).toBe(false);
});

/** The last line of a process that failed with exit code 2; the lines before only say what it was doing. */
async function oneSentence(trial: Trial): Promise<string> {
  const { code, says } = await trial.ended;
  const lines = says.trim().split('\n');
  expect(code, says).toBe(2);
  expect(says).not.toMatch(/^\s+at /m);
  return lines.at(-1)!;
}

function putProgram(name: string, script: string, into = bin): void {
  const file = path.join(into, name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
}

/** PATH then holds the Java of this machine and nothing else. */
async function putRealJava(): Promise<void> {
  const java = await findJava(readConfig(process.env));
  symlinkSync(path.join(java.home, 'bin', 'java'), path.join(bin, 'java'));
}

/** Enough of a cache to come past the fetching; these trials end before a jar is opened. */
function putJars(): void {
  putProgram(
    'mvn',
    'for one in "$@"; do case "$one" in -DoutputDirectory=*) echo jar > "${one#-DoutputDirectory=}/neo4j.jar";; esac; done',
  );
}
