/** The trouble a disk makes, each in one sentence that says what to do. */
import { mkdirSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { KithError } from '../errors.ts';

/** Makes the folder, for this user only. Throws GRAPH_UNAVAILABLE when it may not or cannot. */
export function makeOwnFolder(folder: string, setting: string): void {
  onDisk(folder, setting, () => mkdirSync(folder, { recursive: true, mode: 0o700 }));
}

/** Throws GRAPH_UNAVAILABLE when fewer megabytes than `needed` are free where `folder` (which exists) is. */
export async function checkFreeSpace(folder: string, needed: number, setting: string): Promise<void> {
  const free = await freeMegabytes(folder);
  if (free >= needed) return;
  throw new KithError(
    'GRAPH_UNAVAILABLE',
    `The disk of ${folder} is full (${free} MB free, ${needed} MB needed): free some space, or set ${setting} to a folder on another disk.`,
  );
}

export async function freeMegabytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return Math.floor((bavail * bsize) / 2 ** 20);
}

/** Runs `work`, which writes under `folder`; the system's refusals become sentences. */
export function onDisk<T>(folder: string, setting: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw diskTrouble(error, folder, setting) ?? error;
  }
}

export function diskTrouble(error: unknown, folder: string, setting: string): KithError | undefined {
  const says = reasons.get((error as NodeJS.ErrnoException | undefined)?.code ?? '');
  if (says === undefined) return undefined;
  return new KithError(
    'GRAPH_UNAVAILABLE',
    `${folder} cannot be written, ${says}, or set ${setting} to another folder.`,
    {},
    { cause: error },
  );
}

const reasons = new Map([
  ['ENOSPC', 'the disk is full: free some space'],
  ['EDQUOT', 'your share of the disk is used up: free some space'],
  ['EFBIG', 'no file may grow so large: raise that limit'],
  ['EROFS', 'the disk is read-only: make it writable'],
  ['EACCES', 'it belongs to somebody else: change its owner'],
  ['EPERM', 'it belongs to somebody else: change its owner'],
  ['ENOTDIR', 'a part of its path is a file: move that file away'],
  ['EEXIST', 'there is a file of that name: move it away'],
]);
