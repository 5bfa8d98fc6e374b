/** `kith backup DIR` and `kith restore DIR`. */
import process from 'node:process';
import type { Command } from 'commander';
import { byOperator } from '../access/audit/by-operator.ts';
import { backUp } from '../backup/backup.ts';
import { restore } from '../backup/restore.ts';
import { asCommand, tellOnStderr, withGraph } from './with-graph.ts';

interface Flags {
  keys?: string;
}

export function registerBackup(program: Command): void {
  program
    .command('backup')
    .description('Write the ledger, accounts, audit log and configuration to a new folder, while Kith is in use.')
    .argument('<dir>', 'a new or empty folder')
    .option('--keys <dir>', 'also copy the keys of the audit log, to another new folder: keep it elsewhere')
    .addHelpText(
      'after',
      `
Without its keys the audit log can be neither read nor gone on with: copy them once, to another place than the
backups. Passwords and secrets of the configuration are not in a backup.

Examples:
  $ kith backup backup-2026-03-12
  $ kith backup backup-2026-03-12 --keys keys-for-the-safe`,
    )
    .action((folder: string, { keys }: Flags) =>
      asCommand(async () => {
        const telling = tellOnStderr();
        const { records, digest, files } = await withGraph(telling, (graph, { home }) =>
          byOperator(home, 'ledger/backup', {}, async () => backUp(graph, { home, folder, keys, environment: process.env }, telling)),
        );
        telling.done();
        process.stdout.write(`Wrote ${records} records and ${files.length} files to ${folder}. Digest ${digest}.\n`);
        if (keys !== undefined) process.stdout.write(`The keys are in ${keys}: keep them in another place.\n`);
      }),
    );

  program
    .command('restore')
    .description('Bring a backup back into a home that holds nothing yet.')
    .argument('<dir>', 'the folder of a backup')
    .option('--keys <dir>', 'the folder with its keys, unless they are in KITH_HOME/keys already')
    .addHelpText(
      'after',
      `
Every file is compared with the list of the backup first. The configuration is not put in place: it is in
configuration.env of the backup, for you to look through.

Example:
  $ KITH_HOME=/srv/kith kith restore backup-2026-03-12 --keys keys-for-the-safe`,
    )
    .action((folder: string, { keys }: Flags) =>
      asCommand(async () => {
        const telling = tellOnStderr();
        const { records, digest, made } = await withGraph(telling, (graph, { home }) => restore(graph, { home, folder, keys }, telling));
        telling.done();
        process.stdout.write(`Restored ${records} records as they were at ${made}. Digest ${digest}.\n`);
      }),
    );
}
