/** `kith restore DIR`: brings a backup back into a home that holds nothing yet. */
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { accountsFile } from '../access/accounts.ts';
import { byOperator } from '../access/audit/by-operator.ts';
import { auditFolder, logNumbers } from '../access/audit/log-file.ts';
import { verifyLogs } from '../access/audit/verify.ts';
import { keysFolder, openKeys } from '../access/keys.ts';
import type { Graph } from '../database/graph.ts';
import { KithError } from '../errors.ts';
import { readCaseFileAt } from '../ledger/case-file.ts';
import { load } from '../ledger/load.ts';
import { readState } from '../ledger/revision.ts';
import type { Telling } from '../ledger/telling.ts';
import { markOf, readManifest, type Manifest } from './manifest.ts';

export interface RestoreWanted {
  home: string;
  folder: string;
  /** Where the keys are, when they are not in the home already. */
  keys: string | undefined;
}

/**
 * Everything is checked before the first write; if the load fails, the home is as empty as it was.
 * Throws BAD_INPUT for a home or a ledger that is not empty, a backup that was changed, or keys that
 * are not those the log was signed with.
 */
export async function restore(graph: Graph, { home, folder, keys }: RestoreWanted, telling: Telling): Promise<Manifest> {
  const manifest = await readManifest(folder);
  const from = path.join(folder, 'audit');
  if (logNumbers(auditFolder(home)).length > 0 || existsSync(accountsFile(home)))
    throw wrong(`${home} has accounts or an audit log already: set KITH_HOME to a new folder.`);
  if ((await readState(graph)).records > 0) throw wrong('The database holds records already: restore into an empty one.');
  const placed = new Set<string>();
  const place = (what: string, to: string): void => {
    placed.add(to);
    cpSync(what, to, { recursive: true });
  };
  try {
    if (keys !== undefined) placeKeys(keys, home, place);
    await checkKeys(home, from, manifest.keys);
    mkdirSync(auditFolder(home), { recursive: true, mode: 0o700 });
    placed.add(auditFolder(home));
    for (const name of readdirSync(from)) place(path.join(from, name), path.join(auditFolder(home), name));
    const accounts = path.join(folder, 'accounts.json');
    if (existsSync(accounts)) place(accounts, accountsFile(home));
    await byOperator(home, 'ledger/restore', {}, async () => {
      const files = await Promise.all(
        readdirSync(path.join(folder, 'ledger')).map((name) => readCaseFileAt(path.join(folder, 'ledger', name))),
      );
      if (files.length === 0) return;
      const { state } = await load(graph, files, telling);
      if (state.digest !== manifest.digest)
        throw new KithError(
          'BAD_INPUT',
          'The ledger came out otherwise than it was: this Kith has other rules. Restore with the version that made the backup.',
        );
    });
    return manifest;
  } catch (error) {
    for (const one of placed) rmSync(one, { recursive: true, force: true });
    throw error;
  }
}

function placeKeys(keys: string, home: string, place: (what: string, to: string) => void): void {
  const folder = keysFolder(home);
  if (existsSync(folder) && readdirSync(folder).length > 0) throw wrong(`${folder} has keys already.`, '--keys');
  if (!existsSync(keys)) throw wrong(`${keys} is not there.`, '--keys');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(keys)) place(path.join(keys, name), path.join(folder, name));
}

/** The log goes on with these keys: they must be its own, and it must be whole. */
async function checkKeys(home: string, audit: string, mark: string): Promise<void> {
  const keys = openKeys(home, false);
  if (markOf(keys) !== mark) throw wrong('These are not the keys of this backup.', '--keys');
  const [finding] = (await verifyLogs(audit, keys.public)).flatMap((check) => check.findings);
  if (finding !== undefined) throw wrong(`The audit log of this backup is not whole: ${finding.says}`);
}

const wrong = (says: string, argument = 'DIR'): KithError => new KithError('BAD_INPUT', says, { argument });
