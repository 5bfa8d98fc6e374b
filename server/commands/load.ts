/** `kith load FILE...` */
import process from 'node:process';
import type { Command } from 'commander';
import { byOperator } from '../access/audit/by-operator.ts';
import { readConfig, type Config } from '../config.ts';
import { KithError } from '../errors.ts';
import { bulkLoad } from '../ledger/bulk/bulk-load.ts';
import { readCaseFileAt, type CaseFile } from '../ledger/case-file.ts';
import { load, type Loaded } from '../ledger/load.ts';
import { CaseFileError, type Problem } from '../ledger/problems.ts';
import { readState } from '../ledger/revision.ts';
import type { Telling } from '../ledger/telling.ts';
import { statSync } from 'node:fs';
import { asCommand, tellOnStderr, withGraph } from './with-graph.ts';

interface Flags {
  replace?: boolean;
  yes?: boolean;
  dryRun?: boolean;
  bulk?: boolean;
  json?: boolean;
}

export function registerLoad(program: Command): void {
  program
    .command('load')
    .description('Load case files (kith/1, see docs/model.md section 2) into the graph.')
    .argument('<files...>', 'case files: JSON Lines, one record a line')
    .option('--dry-run', 'check the files against the graph and load nothing')
    .option('--replace', 'empty the graph of this home first; needs --yes')
    .option('--yes', 'yes, everything that is in the graph may be deleted')
    .option('--bulk', "make a whole new graph by the database's own importer: for a county")
    .option('--json', 'print what was loaded as one line of JSON')
    .addHelpText(
      'after',
      `
All files are loaded together, wholly or not at all: if any row is wrong, each wrong row is named with its
file, line, field and rule, and the graph stays as it was. Loading the same files again changes nothing.

--bulk is for files of a million records: minutes where the ordinary load takes hours, in less than 2 GB. It
needs an empty graph or --replace --yes, since it makes a new one beside the old. The old graph stays as it is,
and can be asked, until the new one is complete; Ctrl-C before that leaves nothing behind. For a server named by
NEO4J_URI, whose files cannot be written from here, it says so and loads as usual.

Examples:
  $ kith load family.jsonl
  $ kith load seed/reviews/mia.jsonl seed/reviews/hh.jsonl
  $ kith load --dry-run family.jsonl
  $ kith load --replace --yes backup/*.jsonl
  $ kith load --bulk county.jsonl`,
    )
    .action((files: string[], flags: Flags) => asCommand(() => run(files, flags)));
}

async function run(
  files: readonly string[],
  { replace = false, yes = false, dryRun = false, bulk = false, json = false }: Flags,
): Promise<void> {
  if (replace && !yes && !dryRun)
    throw new KithError('BAD_INPUT', '--replace deletes everything in the graph of this home: say --yes too.', {
      argument: '--replace',
      rule: 'needs --yes',
    });
  const telling = tellOnStderr();
  const config = readConfig(process.env);
  if (bulk && !dryRun && config.elsewhere === undefined) {
    const loaded = await inBulk(config, files, replace, telling);
    telling.done();
    process.stdout.write(json ? `${JSON.stringify(loaded)}\n` : `${says(loaded)}\n`);
    return;
  }
  if (bulk && !dryRun)
    telling.say('NEO4J_URI names a server whose files cannot be written from here: loading over Bolt, as without --bulk.');
  const read = await readAll(files, telling);
  const loaded = await withGraph(telling, (graph, { home }) =>
    byOperator(home, replace && !dryRun ? 'ledger/replace' : 'ledger/load', {}, () => load(graph, read, telling, { replace, dryRun })),
  );
  telling.done();
  process.stdout.write(json ? `${JSON.stringify(loaded)}\n` : `${says(loaded, dryRun)}\n`);
}

async function inBulk(config: Config, files: readonly string[], replace: boolean, telling: Telling): Promise<Loaded> {
  const { revision, records, versions } = await withGraph(telling, readState);
  if (records > 0 && !replace)
    throw new KithError(
      'BAD_INPUT',
      `--bulk makes a whole new graph and this home has one of ${records} records: load without --bulk, or say --replace --yes.`,
      { argument: '--bulk', rule: 'needs an empty graph, or --replace --yes' },
    );
  const loaded = await byOperator(config.home, replace ? 'ledger/replace' : 'ledger/load', {}, () =>
    bulkLoad(config, files, revision, telling),
  );
  return { ...loaded, emptied: replace ? { records, versions } : undefined };
}

/** Every file is read before the database is touched, and the problems of all are told together. */
export async function readAll(files: readonly string[], telling: Telling): Promise<CaseFile[]> {
  const read: CaseFile[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    try {
      read.push(await readCaseFileAt(file, (bytes) => telling.progress(`Reading ${file}`, bytes, statSync(file).size)));
    } catch (error) {
      if (!(error instanceof CaseFileError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new CaseFileError(problems);
  return read;
}

export function says({ records, statements, added, removed, emptied, state }: Loaded, dryRun = false): string {
  const gone =
    emptied === undefined
      ? ''
      : `${dryRun ? 'Would remove' : 'Removed'} what was there: ${emptied.records} records, ${emptied.versions} versions of ties.\n`;
  if (dryRun) return `${gone}The files are good: ${records} records would be new, ${statements} of them statements. Nothing was loaded.`;
  if (records === 0) return `${gone}Nothing is new: the graph is as it was (revision ${state.revision}).`;
  return `${gone}Loaded ${records} records, ${statements} of them statements; ${added} versions of ties added, ${removed} replaced. Revision ${state.revision}, digest ${state.digest}.`;
}
