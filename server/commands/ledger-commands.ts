/** `kith rebuild`, `kith verify`, `kith export DIR`: each is one function of server/ledger/ and a sentence. */
import process from 'node:process';
import type { Command } from 'commander';
import { byOperator } from '../access/audit/by-operator.ts';
import { auditFolder, logNumbers } from '../access/audit/log-file.ts';
import { verifyLogs } from '../access/audit/verify.ts';
import { readPublicKey } from '../access/keys.ts';
import { exportLedger } from '../ledger/export.ts';
import { rebuild } from '../ledger/rebuild.ts';
import { verify } from '../ledger/verify.ts';
import { asCommand, tellOnStderr, withGraph } from './with-graph.ts';

interface Flags {
  json?: boolean;
}

export function registerRebuild(program: Command): void {
  program
    .command('rebuild')
    .description('Fold the whole ledger anew; the graph must come out the same.')
    .option('--json', 'print the outcome as one line of JSON')
    .addHelpText(
      'after',
      `
The ledger (what agencies recorded) is never changed; the ties between people are worked out from it.
A program with other rules does this by itself. Questions go on being answered meanwhile.

Example:
  $ kith rebuild`,
    )
    .action((flags: Flags) =>
      asCommand(async () => {
        const telling = tellOnStderr();
        const { added, removed, before, state } = await withGraph(telling, (graph) => rebuild(graph, telling));
        telling.done();
        const isSame = before.digest === state.digest;
        print(
          flags,
          { added, removed, same: isSame, state },
          isSame
            ? `Folded anew: the graph came out the same. Revision ${state.revision}, digest ${state.digest}.`
            : `Folded anew: ${added} versions of ties added, ${removed} removed. Revision ${state.revision}, digest ${state.digest}.`,
        );
      }),
    );
}

export function registerVerify(program: Command): void {
  program
    .command('verify')
    .description('Check that the graph is exactly what the ledger says, and print its digest.')
    .option('--json', 'print the outcome as one line of JSON')
    .addHelpText(
      'after',
      `
Every record and version is hashed again, every version's statements are looked up, the chain of loads is
followed, the whole ledger is folded and compared, and the chain of the audit log is checked. Two graphs with
one digest hold the same.

Example:
  $ kith verify`,
    )
    .action((flags: Flags) =>
      asCommand(async () => {
        const telling = tellOnStderr();
        const verified = await withGraph(telling, async (graph, { home }) => {
          const found = await verify(graph, telling);
          return { ...found, problems: [...found.problems, ...(await auditProblems(home))] };
        });
        telling.done();
        const { records, statements, versions, revision, digest, problems } = verified;
        const counts = `${records} records, ${statements} of them statements; ${versions} versions of ties. Revision ${revision}, digest ${digest}.`;
        print(flags, verified, problems.length === 0 ? `All is well: ${counts}` : counts);
        if (problems.length === 0) return 0;
        process.stderr.write(`${problems.slice(0, 100).join('\n')}\n`);
        return 2;
      }),
    );
}

export function registerExport(program: Command): void {
  program
    .command('export')
    .description('Write the whole ledger as case files that load into an empty Kith to the same digest.')
    .argument('<dir>', 'a new or empty folder')
    .option('--json', 'print what was written as one line of JSON')
    .addHelpText(
      'after',
      `
One file for each prefix, readable by this user only. Load them together, for they may name each other's records.

Examples:
  $ kith export backup
  $ kith load --replace --yes backup/*.jsonl`,
    )
    .action((folder: string, flags: Flags) =>
      asCommand(async () => {
        const telling = tellOnStderr();
        const files = await withGraph(telling, (graph, { home }) =>
          byOperator(home, 'ledger/export', {}, () => exportLedger(graph, folder, telling)),
        );
        telling.done();
        const records = files.reduce((sum, file) => sum + file.records, 0);
        print(
          flags,
          { files },
          `Wrote ${records} records to ${folder}: ${files.map((file) => file.file).join(', ') || 'no files, for the ledger is empty'}.`,
        );
      }),
    );
}

async function auditProblems(home: string): Promise<string[]> {
  const folder = auditFolder(home);
  if (logNumbers(folder).length === 0) return [];
  return (await verifyLogs(folder, readPublicKey(home))).flatMap(({ findings }) =>
    findings.map(({ log, says }) => `Audit log ${log}: ${says}`),
  );
}

function print({ json = false }: Flags, outcome: unknown, sentence: string): void {
  process.stdout.write(`${json ? JSON.stringify(outcome) : sentence}\n`);
}
