/** The Neo4j that Kith runs: started, shared, stopped, killed, restarted, on a real server each time. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { openGraph, type Graph } from '../../server/database/graph.ts';
import type { PlanStep } from '../../server/database/plan.ts';
import { openHome, ownPassword, runningServer } from '../../server/database/home.ts';
import { claimHome, openDatabase } from '../../server/database/managed.ts';
import { speaksBolt } from '../../server/database/ports.ts';
import { beganAt, isAlive } from '../../server/database/processes.ts';
import { isGone, serverOf, tryToOpen, type Trial } from '../support/trial-process.ts';

/** A path a user may well have: with a space, and letters beyond ASCII. */
let folder: string;
let home: string;
const trials: Trial[] = [];

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kith-managed-'));
  home = path.join(folder, "Zoë's home");
  mkdirSync(home, { mode: 0o700 });
});
afterEach(async () => {
  // A failed test must not leave its processes to the next one.
  for (const trial of trials.splice(0)) {
    trial.child.kill('SIGTERM');
    await trial.ended;
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// Half a minute on an idle machine; a busy one may take several times as long to start a server.
describe('one home, in the order a user would meet it', { timeout: 600_000 }, () => {
  test('two commands started at once share one server, and the last to leave stops it', async () => {
    const [one, two] = [open(), open()];
    const [first, second] = await Promise.all([one.opened, two.opened]);
    expect([first.startedHere, second.startedHere].toSorted()).toEqual([false, true]);
    expect(first.uri).toBe(second.uri);
    const server = await serverOf(home, one);

    const [starter, guest] = first.startedHere ? [one, two] : [two, one];
    starter.child.kill('SIGINT');
    expect((await starter.ended).code).toBe(130);
    expect(await speaksBolt(server.port)).toBe(true);

    guest.child.kill('SIGTERM');
    expect((await guest.ended).code).toBe(143);
    expect(isAlive(server)).toBe(false);
  });

  test('all of it is in the home, and the password is for this user alone to read', () => {
    if (process.platform !== 'win32') {
      expect(statSync(path.join(home, 'neo4j-password')).mode & 0o777).toBe(0o600);
      expect(statSync(home).mode & 0o077).toBe(0);
    }
    expect(readdirSync(folder)).toEqual([path.basename(home)]);
    expect(readdirSync(path.join(home, 'neo4j', 'data', 'databases')).toSorted()).toEqual(['neo4j', 'store_lock', 'system']);
    expect(ownPassword(openHome(home))).toMatch(/^[0-9a-f]{32}$/);
  });

  test('what was written is there after a restart, at the same address; a start that finds the data held says so', async () => {
    const before = await openDatabase(readConfig({ ...process.env, NEO4J_URI: '', KITH_HOME: home, KITH_THROW_AWAY: 'yes' }));
    const graph = openGraph(before);
    expect(await findsPeopleByScan(graph)).toBe(true);
    await graph.applySchema('schema/001-identity');
    await graph.close();
    await before.stop();

    const holder = open();
    expect(await holder.opened).toEqual({ uri: before.uri, startedHere: true });
    const again = openGraph(before);
    expect(await findsPeopleByScan(again)).toBe(false);
    await again.close();

    // Without its note nobody can tell whose process holds the data; it is left alone.
    const server = await serverOf(home, holder);
    const note = path.join(home, 'run', 'server.json');
    renameSync(note, `${note}.away`);
    const refused = open();
    expect(await refused.ended).toMatchObject({
      code: 2,
      says: expect.stringMatching(
        /the data in .* is held by another process; stop that process, or set KITH_HOME to another folder\.\n$/,
      ) as string,
    });
    expect(await speaksBolt(server.port)).toBe(true);
    renameSync(`${note}.away`, note);

    holder.child.kill('SIGKILL');
    await holder.ended;
    expect(isAlive(server)).toBe(true);
  });

  test('the next start stops the server that a killed command left behind, and no other', async () => {
    const left = runningServer(openHome(home))!;
    const other = runningServer(openHome(inject('database').home));
    const next = open();
    const { startedHere } = await next.opened;
    expect(startedHere).toBe(true);
    expect(isAlive(left)).toBe(false);
    expect(other).toBeDefined();
    expect(isAlive(other!)).toBe(true);
    expect((await serverOf(home, next)).pid).not.toBe(left.pid);

    const server = await serverOf(home, next);
    next.child.kill('SIGHUP');
    expect((await next.ended).code).toBe(129);
    expect(isAlive(server)).toBe(false);
  });

  test('a server that dies while starting ends the start with a sentence', async () => {
    const trial = open();
    const server = await serverOf(home, trial);
    await pause(500);
    process.kill(server.pid, 'SIGKILL');
    expect(await trial.ended).toMatchObject({
      code: 2,
      says: expect.stringMatching(/\nNeo4j ended while starting, with SIGKILL: see .*logs, and start again\.\n$/) as string,
    });
  });

  test('Ctrl-C while the server is starting leaves none', async () => {
    const trial = open();
    const server = await serverOf(home, trial);
    await pause(1_000);
    trial.child.kill('SIGINT');
    expect((await trial.ended).code).toBe(130);
    expect(isAlive(server)).toBe(false);
  });

  test('a second Ctrl-C does not wait, and still leaves none', async () => {
    const trial = open();
    const server = await serverOf(home, trial);
    await pause(200);
    trial.child.kill('SIGINT');
    await pause(50);
    trial.child.kill('SIGINT');
    expect((await trial.ended).code).toBe(130);
    expect(await isGone(server, 2_000)).toBe(true);
  });

  test('memory this machine does not have is asked for in vain', async () => {
    const trial = tryToOpen(home, { KITH_PAGE_CACHE: '900000g' });
    trials.push(trial);
    expect(await trial.ended).toMatchObject({
      code: 2,
      says: expect.stringMatching(/too little memory for it; close something, or set KITH_HEAP and KITH_PAGE_CACHE lower\.\n$/) as string,
    });
  });
});

test('a process that merely has the number of an old server is never touched', async () => {
  const innocent = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  const other = mkdtempSync(path.join(tmpdir(), 'kith-innocent-'));
  const opened = openHome(other);
  const server = { pid: innocent.pid!, began: beganAt(innocent.pid!)!, port: 7 };
  writeFileSync(path.join(other, 'run', 'server.json'), JSON.stringify(server));
  expect(runningServer(opened)).toBeUndefined();
  innocent.kill();
  rmSync(other, { recursive: true });
});

test('a second start on the same home says where the first one answers', async () => {
  const other = mkdtempSync(path.join(tmpdir(), 'kith-second-'));
  const giveUp = await claimHome(readConfig({ KITH_HOME: other }), 'http://127.0.0.1:7780');
  await expect(claimHome(readConfig({ KITH_HOME: other }), 'http://127.0.0.1:7781')).rejects.toMatchObject({
    code: 'BAD_INPUT',
    message: `Kith already runs for ${other} at http://127.0.0.1:7780 (process ${process.pid}): use that, stop it, or set KITH_HOME to another folder.`,
  });
  giveUp();
  (await claimHome(readConfig({ KITH_HOME: other }), 'http://127.0.0.1:7781'))();
  rmSync(other, { recursive: true });
});

test('a command uses the server that already runs for its home and leaves it running', async () => {
  const shared = inject('database');
  const guest = await openDatabase(readConfig({ KITH_HOME: shared.home }));
  expect(guest).toMatchObject({ uri: shared.uri, password: shared.password, startedHere: false });
  await guest.stop();
  expect(await speaksBolt(Number(new URL(shared.uri).port))).toBe(true);
});

/** True until the unique ids of people are written into the store: from then on the server seeks. */
async function findsPeopleByScan(graph: Graph): Promise<boolean> {
  const operators = (step: PlanStep): string[] => [step.operator, ...step.children.flatMap(operators)];
  return operators(await graph.explain('read/people', { people: ['someone'] })).includes('NodeByLabelScan');
}

function open(): Trial {
  const trial = tryToOpen(home);
  trials.push(trial);
  return trial;
}
