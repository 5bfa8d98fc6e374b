/**
 * Which process is which, by number and never by name: a number alone is reused by the system, so
 * it is always kept together with the moment the process began.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Added to the environment of every Java we start. Linux: with the plain C locale Java 17 cannot open a
 * folder whose name is not ASCII; and in another language the system's words (a full disk, a taken
 * port) could not be told apart.
 */
export const plainWords: Readonly<Record<string, string>> = process.platform === 'linux' ? { LC_ALL: 'C.UTF-8' } : {};

export interface Living {
  pid: number;
  /** Differs for another process that later gets the same number. */
  began: string;
}

export function thisProcess(): Living {
  return { pid: process.pid, began: beganAt(process.pid) ?? '' };
}

export function isAlive({ pid, began }: Living): boolean {
  return beganAt(pid) === began;
}

/** When the process began, in the system's own words; undefined when there is none (a zombie is none). */
export function beganAt(pid: number): string | undefined {
  if (process.platform === 'linux') {
    const stat = readText(`/proc/${pid}/stat`);
    // The second field is the command in brackets and may hold spaces: count from the last bracket (proc(5)).
    const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields === undefined || fields[0] === 'Z' || fields[0] === 'X') return undefined;
    return `${readText('/proc/sys/kernel/random/boot_id')?.trim()} ${fields[19]}`;
  }
  if (process.platform === 'win32') return askWindows(pid, '$_.CreationDate.Ticks');
  const line = run('ps', ['-o', 'stat=,lstart=', '-p', String(pid)]);
  return line === undefined || line.startsWith('Z') ? undefined : line.replace(/^\S+\s+/, '');
}

/** The whole command line, undefined when there is no such process or it is not ours to see. */
export function commandLine(pid: number): string | undefined {
  if (process.platform === 'linux') return readText(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ') || undefined;
  if (process.platform === 'win32') return askWindows(pid, '$_.CommandLine');
  return run('ps', ['-ww', '-o', 'command=', '-p', String(pid)]);
}

/** Asks the process to end, and makes it after `patienceMs`. Returns when it is gone. */
export async function endProcess(living: Living, patienceMs: number): Promise<void> {
  const deadline = Date.now() + patienceMs;
  for (let asked = false, made = false; isAlive(living); await pause(50)) {
    if (!asked) asked = signal(living.pid, 'SIGTERM');
    if (!made && Date.now() > deadline) made = signal(living.pid, 'SIGKILL');
  }
}

function signal(pid: number, name: 'SIGTERM' | 'SIGKILL'): true {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
  return true;
}

function askWindows(pid: number, expression: string): string | undefined {
  const query = `Get-CimInstance Win32_Process -Filter 'ProcessId=${pid}' | ForEach-Object { ${expression} }`;
  return run('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', query]);
}

function run(command: string, args: string[]): string | undefined {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() || undefined;
  } catch {
    return undefined;
  }
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
