/**
 * One file of the audit log, KITH_HOME/audit/000001.jsonl. A file has one living writer: the server,
 * or a command. A process takes the lowest file that no living process writes, and goes on with its
 * chain; while the server runs, a command therefore writes 000002.jsonl. Each file is a chain of its
 * own, and an entry is known by file and number (`1.17`).
 */
import {
  constants,
  existsSync,
  fdatasyncSync,
  fsyncSync,
  closeSync,
  ftruncateSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { inTurn } from '../../database/turns.ts';
import { isAlive, thisProcess, type Living } from '../../database/processes.ts';
import { openKeys, type Keys } from '../keys.ts';
import { claimedHash, firstHash } from './chain.ts';

export interface LogFile {
  number: number;
  keys: Keys;
  /** Of the last line: 0 and the first hash for a new file. */
  sequence: number;
  hash: string;
  /** Bytes of a half-written line that a crash had left; they are kept beside the log. */
  torn: number;
  /** Adds whole lines and returns when the disk has them. After a refusal the file is as it was. */
  append(lines: string): Promise<void>;
  close(): Promise<void>;
}

export const auditFolder = (home: string): string => path.join(home, 'audit');
export const logName = (number: number): string => `${String(number).padStart(6, '0')}.jsonl`;

/** Numbers of the files there are, in order. */
export function logNumbers(folder: string): number[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => (/^\d{6}\.jsonl$/.test(name) ? [Number(name.slice(0, 6))] : []))
    .sort((a, b) => a - b);
}

/** Takes a file for this process. Any error: the log cannot be kept. */
export async function takeLogFile(home: string): Promise<LogFile> {
  const folder = auditFolder(home);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const turn = { waiting: () => undefined, signal: AbortSignal.timeout(30_000), setting: 'KITH_HOME' };
  return inTurn(folder, turn, async () => {
    const numbers = logNumbers(folder);
    const keys = openKeys(home, numbers.length === 0);
    for (const number of numbers) {
      const end = isWritten(folder, number) ? undefined : endOf(folder, number);
      if (end !== undefined) return take(folder, number, keys, end);
    }
    const number = (numbers.at(-1) ?? 0) + 1;
    return take(folder, number, keys, { sequence: 0, hash: firstHash(number), torn: 0 });
  });
}

interface End {
  sequence: number;
  hash: string;
  torn: number;
}

async function take(folder: string, number: number, keys: Keys, end: End): Promise<LogFile> {
  const file = path.join(folder, logName(number));
  writeFileSync(ownerFile(folder, number), JSON.stringify(thisProcess()), { mode: 0o600 });
  const handle = await open(file, constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT, 0o600);
  syncFolder(folder);
  const { ino } = await handle.stat();
  let size = (await handle.stat()).size;
  const append = async (lines: string): Promise<void> => {
    const bytes = Buffer.from(lines);
    await sameFile(file, ino, size);
    try {
      for (let written = 0; written < bytes.length;) written += (await handle.write(bytes, written)).bytesWritten;
    } catch (error) {
      // Half a batch may be in the file; it must not stay, for the next batch hangs on what was before it.
      await handle.truncate(size).catch(() => undefined);
      throw error;
    }
    await sync(handle);
    size += bytes.length;
  };
  const close = async (): Promise<void> => {
    await handle.close();
    rmSync(ownerFile(folder, number), { force: true });
  };
  return { number, keys, ...end, append, close };
}

/** After a failed flush nobody can say what the disk holds, so this file is not written again by this process. */
export class FlushFailed extends Error {}

async function sync(handle: FileHandle): Promise<void> {
  try {
    await handle.datasync();
  } catch (error) {
    throw new FlushFailed('The audit log could not be flushed.', { cause: error });
  }
}

/** A log that was removed, replaced or written by somebody else is no log: better to stop than to write into nothing. */
async function sameFile(file: string, ino: number, size: number): Promise<void> {
  const now = await stat(file);
  if (now.ino !== ino || now.size !== size) throw new Error('The audit log was changed by somebody else.');
}

/**
 * Where a file ends, after a crash: a torn last line is copied beside the log and cut off. Undefined
 * when the last line is not one of ours: such a file is left as evidence, and another is begun.
 */
function endOf(folder: string, number: number): End | undefined {
  const file = path.join(folder, logName(number));
  const fd = openSync(file, 'r+');
  try {
    const { size } = fstatSync(fd);
    const lastEnd = lastIndexOfNewline(fd, size);
    const torn = size - (lastEnd + 1);
    if (torn > 0) {
      const rest = Buffer.alloc(torn);
      readSync(fd, rest, 0, torn, lastEnd + 1);
      writeFileSync(path.join(folder, `${String(number).padStart(6, '0')}.torn-at-${lastEnd + 1}-${Date.now()}`), rest, { mode: 0o600 });
      ftruncateSync(fd, lastEnd + 1);
      fdatasyncSync(fd);
    }
    if (lastEnd < 0) return { sequence: 0, hash: firstHash(number), torn };
    const begin = lastIndexOfNewline(fd, lastEnd) + 1;
    const line = Buffer.alloc(lastEnd - begin);
    readSync(fd, line, 0, line.length, begin);
    const hash = claimedHash(line);
    const sequence = hash === undefined ? undefined : sequenceOf(line);
    return hash === undefined || sequence === undefined ? undefined : { sequence, hash, torn };
  } finally {
    closeSync(fd);
  }
}

function sequenceOf(line: Buffer): number | undefined {
  try {
    const { sequence } = JSON.parse(line.toString()) as { sequence?: unknown };
    return typeof sequence === 'number' ? sequence : undefined;
  } catch {
    return undefined;
  }
}

/** Position of the last end of line before `size`, -1 when there is none. */
export function lastIndexOfNewline(fd: number, size: number): number {
  const step = 65_536;
  for (let end = size; end > 0; end -= step) {
    const begin = Math.max(0, end - step);
    const bytes = Buffer.alloc(end - begin);
    readSync(fd, bytes, 0, bytes.length, begin);
    const at = bytes.lastIndexOf(10);
    if (at >= 0) return begin + at;
  }
  return -1;
}

const ownerFile = (folder: string, number: number): string => path.join(folder, `${String(number).padStart(6, '0')}.writer`);

function isWritten(folder: string, number: number): boolean {
  try {
    return isAlive(JSON.parse(readFileSync(ownerFile(folder, number), 'utf8')) as Living);
  } catch {
    return false;
  }
}

/** A new file is only there after a crash when its folder was flushed too. Windows knows no such thing. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const fd = openSync(folder, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
