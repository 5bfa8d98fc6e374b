/**
 * What a backup is: a folder with the ledger as case files, the accounts, the audit log and the
 * configuration, and a list of all of it with a hash for each file.
 *
 *   manifest.json        what is there, and the digest the ledger must come to
 *   ledger/*.jsonl       kith/1 case files
 *   accounts.json        where there are accounts
 *   audit/               the log and its signed notes
 *   configuration.env    what was set, without passwords and secrets
 */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pseudonymOf, type Keys } from '../access/keys.ts';
import { KithError } from '../errors.ts';
import type { Digest } from '../ledger/digest.ts';

export interface Manifest {
  format: 'kith/backup/1';
  /** ISO time. */
  made: string;
  records: number;
  digest: Digest;
  revision: number;
  /** Says which keys belong to the log, and nothing about them. */
  keys: string;
  files: { name: string; sha256: string }[];
}

export const MANIFEST = 'manifest.json';

/** Both keys are in it: the one is used on the public half of the other. */
export function markOf({ pseudonyms, public: signing }: Keys): string {
  return pseudonymOf(pseudonyms, String(signing.export({ type: 'spki', format: 'pem' })));
}

export async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** Throws BAD_INPUT naming the first file that is gone or is not as it was written. */
export async function readManifest(folder: string): Promise<Manifest> {
  const file = path.join(folder, MANIFEST);
  const wrong = (says: string): KithError => new KithError('BAD_INPUT', says, { argument: 'DIR' });
  if (!existsSync(file)) throw wrong(`${folder} is no backup: it has no ${MANIFEST}.`);
  let manifest: Manifest;
  try {
    manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
    if (manifest.format !== 'kith/backup/1' || !manifest.files.every(({ name }) => isPlainName(name))) throw new SyntaxError('no manifest');
  } catch {
    throw wrong(`${file} cannot be read as the list of a backup.`);
  }
  for (const { name, sha256 } of manifest.files) {
    const one = path.join(folder, name);
    if (!existsSync(one)) throw wrong(`${one} is gone from this backup.`);
    if ((await hashOf(one)) !== sha256) throw wrong(`${one} is not as it was written.`);
  }
  return manifest;
}

/** One file, or one in a folder; never out of the backup. */
const isPlainName = (name: unknown): boolean => typeof name === 'string' && /^(?:[^/\\]+\/)?[^/\\]+$/.test(name) && !name.includes('..');
