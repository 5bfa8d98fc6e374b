/** The npm packages of this clone, brought to what package-lock.json says. Runs before there are any. */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const lock = `${root}.kith-installing`;

/** Runs `npm ci` unless node_modules already holds what the lock file names. Ends the process when that fails. */
export async function getPackages() {
  if (arePackagesThere()) {
    linkKith();
    return;
  }
  const giveUp = await takeTurn();
  try {
    // Another start may have done it while this one waited.
    if (arePackagesThere()) return;
    console.log('Installing the npm packages (npm ci) …');
    const code = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
    if (code !== 0) {
      console.error(
        'The npm packages could not be installed: see above; check the network and the free space on the disk, then start again.',
      );
      giveUp();
      process.exit(2);
    }
    linkKith();
  } finally {
    giveUp();
  }
}

/** Without it `npx kith` installs a link of its own somewhere else at every first use: two seconds more. */
function linkKith() {
  try {
    symlinkSync('../../bin/kith.mjs', `${root}node_modules/.bin/kith`);
  } catch {
    // There already, or a system that would rather not: npx then goes the longer way.
  }
}

function arePackagesThere() {
  const wanted = readPackages(`${root}package-lock.json`);
  // npm writes this file last, so it is also the proof that an installation was not cut short.
  const found = readPackages(`${root}node_modules/.package-lock.json`);
  if (found === undefined || wanted === undefined) return false;
  return Object.entries(wanted).every(([place, { version, optional }]) => place === '' || optional || found[place]?.version === version);
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** Two starts at once in one clone must not install into the same folder. */
async function takeTurn() {
  for (let told = false; ; await pause(500)) {
    try {
      mkdirSync(lock);
      const giveUp = () => rmSync(lock, { recursive: true, force: true });
      process.once('exit', giveUp);
      return giveUp;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (Date.now() - modified(lock) > 10 * 60_000) rmSync(lock, { recursive: true, force: true });
      if (!told) console.log('Another start is installing the npm packages; waiting for it.');
      told = true;
    }
  }
}

function modified(folder) {
  try {
    return statSync(folder).mtimeMs;
  } catch {
    return Date.now();
  }
}

/** Runs a program with our terminal; its exit code, 127 when there is no such program. */
export async function run(command, args, options = {}) {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32', ...options });
  const pass = (signal) => child.kill(signal);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, pass);
  const code = await new Promise((resolve) => {
    child.once('error', () => resolve(127));
    child.once('close', (exit, signal) => resolve(signal === null ? exit : 130));
  });
  for (const signal of signals) process.off(signal, pass);
  return code;
}
