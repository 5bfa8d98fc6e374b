/** `kith backup DIR`: everything of this home that could not be had again, while it is in use (docs/security.md section 6). */
import {
  closeSync,
  cpSync,
  existsSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { auditFolder, lastIndexOfNewline } from '../access/audit/log-file.ts';
import { accountsFile } from '../access/accounts.ts';
import { keysFolder, openKeys } from '../access/keys.ts';
import type { Environment } from '../config.ts';
import type { Graph } from '../database/graph.ts';
import { setValues } from '../environment.ts';
import { KithError } from '../errors.ts';
import { exportLedger } from '../ledger/export.ts';
import { readState } from '../ledger/revision.ts';
import type { Telling } from '../ledger/telling.ts';
import { hashOf, MANIFEST, markOf, type Manifest } from './manifest.ts';

export interface BackupWanted {
  home: string;
  /** New or empty. */
  folder: string;
  /** Another new or empty folder, for the keys; undefined: they are not copied. */
  keys: string | undefined;
  environment: Environment;
}

/** The folder appears whole or not at all. Throws BAD_INPUT for a folder that is not empty, GRAPH_UNAVAILABLE when a load came between. */
export async function backUp(graph: Graph, { home, folder, keys, environment }: BackupWanted, telling: Telling): Promise<Manifest> {
  const whole = emptyFolder(folder, 'DIR');
  const apart = keys === undefined ? undefined : emptyFolder(keys, '--keys');
  if (apart !== undefined && (apart === whole || apart.startsWith(`${whole}${path.sep}`)))
    throw new KithError('BAD_INPUT', 'The keys belong in a folder apart from the backup.', { argument: '--keys' });
  const part = `${whole}.part-${process.pid}`;
  mkdirSync(part, { recursive: true, mode: 0o700 });
  try {
    const state = await readState(graph);
    await exportLedger(graph, path.join(part, 'ledger'), telling);
    if ((await readState(graph)).revision !== state.revision)
      throw new KithError('GRAPH_UNAVAILABLE', 'Something was loaded while the backup was written: run it again.');
    copyAudit(auditFolder(home), path.join(part, 'audit'));
    if (existsSync(accountsFile(home))) cpSync(accountsFile(home), path.join(part, 'accounts.json'));
    writeFileSync(path.join(part, 'configuration.env'), setValues(environment), { mode: 0o600 });
    const files: Manifest['files'] = [];
    for (const name of filesIn(part)) files.push({ name, sha256: await hashOf(path.join(part, name)) });
    const { records, digest, revision } = state;
    const manifest: Manifest = {
      format: 'kith/backup/1',
      made: new Date().toISOString(),
      records,
      digest,
      revision,
      keys: markOf(openKeys(home, false)),
      files,
    };
    writeFileSync(path.join(part, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
    if (apart !== undefined) cpSync(keysFolder(home), apart, { recursive: true });
    renameSync(part, whole);
    return manifest;
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
}

/** Notes first: what they speak of is then in the copy of the log, which is written on meanwhile and is cut to whole lines. */
function copyAudit(from: string, to: string): void {
  mkdirSync(to, { mode: 0o700 });
  const names = readdirSync(from).filter((name) => !name.endsWith('.writer'));
  const isNotes = (name: string): boolean => name.endsWith('.notes.jsonl');
  for (const name of [...names.filter(isNotes), ...names.filter((one) => !isNotes(one))]) {
    cpSync(path.join(from, name), path.join(to, name));
    if (name.endsWith('.jsonl')) cutToWholeLines(path.join(to, name));
  }
}

function cutToWholeLines(file: string): void {
  const fd = openSync(file, 'r+');
  try {
    ftruncateSync(fd, lastIndexOfNewline(fd, fstatSync(fd).size) + 1);
  } finally {
    closeSync(fd);
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((one) => (one.isDirectory() ? readdirSync(path.join(folder, one.name)).map((name) => `${one.name}/${name}`) : [one.name]))
    .sort();
}

function emptyFolder(folder: string, argument: string): string {
  const whole = path.resolve(folder);
  if (existsSync(whole) && readdirSync(whole).length > 0)
    throw new KithError('BAD_INPUT', `${folder} is not empty: name a new folder.`, { argument, rule: 'is not empty' });
  return whole;
}
