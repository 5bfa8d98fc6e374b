/** `kith users add | disable | enable | list`: local accounts. A running server takes notice with the next request. */
import process from 'node:process';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { Command } from 'commander';
import { addAccount, openAccounts, setDisabled } from '../access/accounts.ts';
import { byOperator } from '../access/audit/by-operator.ts';
import { ROLES } from '../access/viewer.ts';
import { readConfig } from '../config.ts';
import { KithError } from '../errors.ts';
import { asCommand } from './with-graph.ts';

interface Add {
  name: string;
  role: string;
  agency?: string;
  team?: string;
}

export function registerUsers(program: Command): void {
  const users = program.command('users').description('Accounts of people who may sign in.');

  users
    .command('add')
    .description('Make an account; the password is asked for, or read as the first line of the input.')
    .argument('<user>', 'the name to sign in with: small letters, digits, dots, dashes')
    .requiredOption('--name <name>', 'what to call them')
    .requiredOption('--role <role>', `one of ${Object.keys(ROLES).join(', ')}`)
    .option('--agency <id>', 'id of their agency in the ledger')
    .option('--team <team>', 'their team')
    .addHelpText(
      'after',
      `
Example:
  $ kith users add a.khan --name "Amira Khan" --role mash --agency mia/csc`,
    )
    .action((user: string, { name, role, agency, team }: Add) =>
      asCommand(async () => {
        const home = homeOf();
        await byOperator(home, 'users/add', { user }, async () =>
          addAccount(home, { user, name, role, agency, team }, await askPassword()),
        );
        process.stdout.write(`${user} may sign in.\n`);
      }),
    );

  users
    .command('disable')
    .description('Shut an account out, from its next request on.')
    .argument('<user>')
    .option('--provider', 'somebody who signs in through the identity provider and has no account here')
    .action((user: string, { provider = false }: { provider?: boolean }) =>
      asCommand(async () => {
        const home = homeOf();
        await byOperator(home, 'users/disable', { user }, async () => setDisabled(home, user, true, provider));
        process.stdout.write(`${user} is shut out.\n`);
      }),
    );

  users
    .command('enable')
    .description('Let an account in again.')
    .argument('<user>')
    .action((user: string) =>
      asCommand(async () => {
        const home = homeOf();
        await byOperator(home, 'users/enable', { user }, async () => setDisabled(home, user, false));
        process.stdout.write(`${user} may sign in again.\n`);
      }),
    );

  users
    .command('list')
    .description('Every account, with its role and agency.')
    .option('--json', 'print the accounts as one line of JSON, without their passwords')
    .action(({ json = false }: { json?: boolean }) =>
      asCommand(async () => {
        const accounts = openAccounts(homeOf())
          .all()
          .map(({ password, ...account }) => ({ ...account, signsInWith: password === undefined ? 'identity provider' : 'password' }));
        if (json) process.stdout.write(`${JSON.stringify(accounts)}\n`);
        else
          for (const { user, name, role, agency, disabled } of accounts)
            process.stdout.write(
              `${user}  ${name}  ${ROLES[role]}${agency === undefined ? '' : `, ${agency}`}${disabled === true ? '  (shut out)' : ''}\n`,
            );
        if (accounts.length === 0 && !json) process.stdout.write('There are no accounts.\n');
      }),
    );
}

async function askPassword(): Promise<string> {
  const isTerminal = process.stdin.isTTY === true;
  if (isTerminal) process.stderr.write('Password: ');
  // What is typed is not shown: readline writes its echo here.
  const nowhere = new Writable({ write: (_, __, done) => done() });
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: isTerminal });
  try {
    for await (const line of lines) return line;
  } finally {
    lines.close();
    if (isTerminal) process.stderr.write('\n');
  }
  throw new KithError('BAD_INPUT', 'A password is needed: type it, or give it as the first line of the input.', { argument: 'password' });
}

const homeOf = (): string => readConfig(process.env).home;
