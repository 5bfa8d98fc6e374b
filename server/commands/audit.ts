/** `kith audit verify | who-saw PERSON | what-did USER | replay ENTRY | notices AGENCY`: reading the log, which is itself in the log. */
import { readFileSync } from 'node:fs';
import process from 'node:process';
import type { Command } from 'commander';
import { byOperator } from '../access/audit/by-operator.ts';
import type { WrittenEntry } from '../access/audit/entry.ts';
import { auditFolder } from '../access/audit/log-file.ts';
import { signedNote, type Note } from '../access/audit/notes.ts';
import { replay } from '../access/audit/replay.ts';
import { entryNamed, noticesTo, whatDid, whoSaw } from '../access/audit/search.ts';
import { verifyLogs } from '../access/audit/verify.ts';
import { readPublicKey } from '../access/keys.ts';
import { readConfig } from '../config.ts';
import { KithError } from '../errors.ts';
import { openOffice } from '../questions/answer.ts';
import { logSays, outcomeSays } from '../words/audit-says.ts';
import { asCommand, tellOnStderr, withGraph } from './with-graph.ts';

interface Flags {
  json?: boolean;
}

export function registerAudit(program: Command): void {
  const audit = program.command('audit').description('The log of who asked what, when and why, and what they were shown.');

  audit
    .command('verify')
    .description('Check that the log is whole, and say where it is not.')
    .option('--note <file>', 'a note of the log that was copied elsewhere: one line of a .notes.jsonl file, or several')
    .option('--json', 'print the outcome as one line of JSON')
    .addHelpText(
      'after',
      `
A log that was cut back to an earlier signed note, together with its notes, is only found with a note that was
copied elsewhere: copy KITH_HOME/audit/*.notes.jsonl to another machine every day, and check with --note.

Examples:
  $ kith audit verify
  $ kith audit verify --note copied/000001.notes.jsonl`,
    )
    .action((flags: Flags & { note?: string }) => asCommand(() => verify(flags)));

  audit
    .command('who-saw')
    .description('Who was shown a person, or asked about them.')
    .argument('<person>', 'id of the person')
    .option('--json', 'print each entry as one line of JSON')
    .action((person: string, flags: Flags) =>
      asCommand(async () => list(flags, 'audit/who-saw', { person }, await whoSaw(homeOf(), person))),
    );

  audit
    .command('what-did')
    .description('What a user asked and was shown.')
    .argument('<user>', 'name of the user')
    .option('--json', 'print each entry as one line of JSON')
    .action((user: string, flags: Flags) => asCommand(async () => list(flags, 'audit/what-did', { user }, await whatDid(homeOf(), user))));

  audit
    .command('notices')
    .description('When a search touched something under a seal that an agency keeps.')
    .argument('<agency>', 'id of the agency that is the custodian of the seal')
    .option('--json', 'print each entry as one line of JSON')
    .action((agency: string, flags: Flags) =>
      asCommand(async () => list(flags, 'audit/notices', { agency }, await noticesTo(homeOf(), agency))),
    );

  audit
    .command('replay')
    .description('Ask the question of an entry again, as it was then: the answer must be the same.')
    .argument('<entry>', 'name of the entry: 1.17, or 17 for the first log')
    .option('--typed <words...>', 'words that were typed then, such as a name that was searched for')
    .action((name: string, { typed = [] }: { typed?: string[] }) =>
      asCommand(async () => {
        const telling = tellOnStderr();
        const entry = await entryNamed(homeOf(), name);
        const { same, says } = await withGraph(telling, async (graph, { home }) =>
          byOperator(home, 'audit/replay', { entry: name }, async (log) => replay(openOffice(graph, log), home, entry, typed)),
        );
        telling.done();
        process.stdout.write(`${says}\n`);
        return same ? 0 : 2;
      }),
    );
}

async function verify({ note, json = false }: Flags & { note?: string }): Promise<number> {
  const home = homeOf();
  const key = readPublicKey(home);
  const checks = await verifyLogs(auditFolder(home), key, note === undefined ? [] : copiedNotes(note, key));
  const findings = checks.flatMap((check) => check.findings);
  if (json) process.stdout.write(`${JSON.stringify({ logs: checks })}\n`);
  else {
    for (const check of checks) process.stdout.write(`${logSays(check)}\n`);
    if (findings.length === 0) process.stdout.write('All is well.\n');
  }
  for (const { log, says } of findings) process.stderr.write(`Log ${log}: ${says}\n`);
  return findings.length === 0 ? 0 : 2;
}

function copiedNotes(file: string, key: Parameters<typeof signedNote>[1]): Note[] {
  const lines = readFileSync(file, 'latin1')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line, at) => {
    const note = signedNote(line, key);
    if (note === undefined)
      throw new KithError('BAD_INPUT', `Line ${at + 1} of ${file} is no note signed by this home.`, { argument: '--note', line: at + 1 });
    return note;
  });
}

async function list({ json = false }: Flags, question: string, args: Record<string, string>, entries: WrittenEntry[]): Promise<void> {
  // Looking at the log is in the log, before anything is shown.
  await byOperator(homeOf(), question, args, async () => {
    for (const entry of entries) process.stdout.write(`${json ? JSON.stringify(entry) : says(entry)}\n`);
    if (entries.length === 0 && !json) process.stdout.write('The log has no such entry.\n');
  });
}

function says(entry: WrittenEntry): string {
  const { log, sequence, time, user, role, agency, purpose, reference, question, decision, counts } = entry;
  const who = user === null ? 'nobody signed in' : `${user} (${[role, agency].filter((one) => one !== null).join(', ')})`;
  const why = purpose === null ? 'no purpose stated' : `${purpose}${reference === null ? '' : ` ${reference}`}`;
  const { people, rows = 0 } = counts;
  const shown = people === undefined ? `${rows} rows shown` : `${people} people shown`;
  return `${log}.${sequence}  ${time}  ${who}  ${why}  ${question}  ${decision.outcome === 'answered' ? shown : outcomeSays(entry)}`;
}

const homeOf = (): string => readConfig(process.env).home;
