/** The command `kith`: what it can do, and where each part is written. */
import process from 'node:process';
import { Command } from 'commander';
import { registerAsk } from './ask.ts';
import { registerAudit } from './commands/audit.ts';
import { registerBackup } from './commands/backup.ts';
import { registerCounty } from './commands/county.ts';
import { registerExport, registerRebuild, registerVerify } from './commands/ledger-commands.ts';
import { registerLoad } from './commands/load.ts';
import { registerStart } from './commands/start.ts';
import { registerUsers } from './commands/users.ts';

const program = new Command('kith')
  .description(
    'Who is around a child: people, households, people of concern and agency contacts, and the routes between them, as held by each agency on each day.',
  )
  .showHelpAfterError('(add --help for what can be said)')
  .addHelpText(
    'after',
    `
Examples:
  $ kith start --demo
  $ kith load family.jsonl
  $ kith ask people-of-concern-near --child mia/connor --as-at 2020-04-25

A command uses the database that runs for the folder KITH_HOME (default: .kith in the clone), or starts it and
stops it again. Exit code 0: done; 1: something in what you gave, or not found; 2: something is down.`,
  );

// With a limit on the size of files, a write beyond it is refused, which is told like a full disk; without this the process would end.
process.on('SIGXFSZ', () => undefined);

registerStart(program);
registerLoad(program);
registerAsk(program);
registerVerify(program);
registerRebuild(program);
registerExport(program);
registerBackup(program);
registerUsers(program);
registerAudit(program);
registerCounty(program);

// Commander ends with 1 for what it cannot read, which is what a wrong argument is here.
await program.parseAsync(process.argv);
