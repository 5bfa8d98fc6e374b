/**
 * `kith ask NAME ...`: the questions of the page on the command line, by the same operations and with
 * the same answers (docs/questions.md, "The command line").
 */
import { createReadStream, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Option, type Command } from 'commander';
import { execute, type GraphQLSchema } from 'graphql';
import { openAudit } from './access/audit.ts';
import type { Viewer } from './access/viewer.ts';
import { viewerAs } from './access/viewer-as.ts';
import { readConfig } from './config.ts';
import { openGraph } from './database/graph.ts';
import { openDatabase } from './database/managed.ts';
import { exitCodeOf, KithError, plainError } from './errors.ts';
import { checkExport, fileOf } from './export/exports.ts';
import { firstErrorOf } from './graphql-errors.ts';
import { prepareGraph } from './ledger/prepare.ts';
import { SILENT } from './ledger/telling.ts';
import { readOperations, type Operation } from './operations.ts';
import { openOffice, type Office } from './questions/answer.ts';
import { fieldOf, readSchema } from './resolvers.ts';
import { answerSays } from './words/answer-says.ts';

type Given = Record<string, unknown>;
type Flags = { as?: string; reference?: string; purpose: string; json?: boolean; batch?: string; docx?: string; csv?: string } & Given;

export type Desk = { office: Office; schema: GraphQLSchema; operations: ReadonlyMap<string, Operation> };

/** Flags whose value is a list, `a,b`, and those that are numbers; every other is text. */
const LISTS = ['heldBy', 'ties', 'standings', 'without', 'from', 'to', 'people', 'kinds', 'beforeHeldBy'];
const NUMBERS = ['within', 'first', 'skip'];
const FLAGS: readonly (readonly [string, string])[] = [
  ['--child <id>', 'the child, or anybody else, the question is about'],
  ['--person <id>', 'the person the question is about'],
  ['--household <id>', 'the home the question is about'],
  ['--from <ids>', 'people to start from'],
  ['--to <ids>', 'people to arrive at'],
  ['--people <ids>', 'people a chronology is about'],
  ['--kinds <kinds>', 'kinds of entry: statement,contact,event,sharing,plan,order,assessment,decision (all)'],
  ['--as-held-by <agency>', 'a chronology in the order in which this agency came to hold it (as it happened)'],
  ['--skip <rows>', 'rows shown on the pages before (0)'],
  ['--name <text>', 'a name, in full or in part'],
  ['--given <text>', 'a given name'],
  ['--family <text>', 'a family name'],
  ['--born <date>', 'a birth date, month or year'],
  ['--identifier <text>', 'a number somebody holds'],
  ['--postcode <text>', 'a postcode'],
  ['--area <text>', 'an area'],
  ['--as-at <day>', 'the day the answer is about (today)'],
  ['--since <day>', 'follow ties in force at some time since (ever)'],
  ['--held-on <day>', 'what was held by the end of this day (today)'],
  ['--held-by <ids>', 'agencies whose holdings are pooled (all)'],
  ['--before-as-at <day>', 'compare-days: the day of the first setting (as --as-at)'],
  ['--before-held-on <day>', 'compare-days: what was held by this day in the first setting (as --held-on)'],
  ['--before-held-by <ids>', 'compare-days: agencies of the first setting (as --held-by)'],
  ['--statement <id>', 'rests-on: a statement, as if it had never been made'],
  ['--source <id>', 'rests-on: a source, by the id of a person or by name, as if it had never spoken'],
  ['--within <steps>', 'steps, 1 to 4 (2)'],
  ['--ties <kinds>', 'kinds of tie to follow (all)'],
  ['--standings <standings>', 'standings for the main list (alleged,observed,confirmed)'],
  ['--without <ids>', 'people, homes or ties to leave out: a what-if'],
  ['--first <rows>', 'rows (100)'],
];

export function registerAsk(program: Command): void {
  const command = program
    .command('ask')
    .argument('[name]', 'the question, such as people-of-concern-near')
    .description('Ask a question, in the words of docs/questions.md.');
  for (const [flags, says] of FLAGS) command.addOption(new Option(flags, says));
  command
    .addOption(new Option('--json', 'print the GraphQL data as it is'))
    .addOption(new Option('--batch <file>', 'one question a line, {"ask": "people-of-concern-near", "child": "..."}; one answer a line'))
    .addOption(new Option('--docx <file>', 'write the answer as a Word document too (chronology, first-held)'))
    .addOption(new Option('--csv <file>', 'write the answer as a table too (chronology, first-held)'))
    .addOption(new Option('--purpose <purpose>', 'why you ask, for the audit log').default('operator'))
    .addOption(new Option('--reference <number>', 'of the case, contact or authority the purpose names'))
    .addOption(new Option('--as <user>', 'see what this user would see, with --purpose one of their role'))
    .addHelpText(
      'after',
      `
Examples:
  $ kith ask people-of-concern-near --child mia/connor --as-at 2020-04-25 --held-on 2020-04-25
  $ kith ask people-of-concern-near --child mia/connor --as-at 2020-04-25 --held-by mia/csc,mia/probation --json
  $ kith ask find-person --name connor
  $ kith ask first-held --child mia/connor --person mia/so2 --as-at 2020-04-25 --held-on 2020-12-31 --docx first-held.docx --csv first-held.csv
  $ kith ask --batch questions.jsonl --json`,
    )
    .action(async (name: string | undefined, flags: Flags) => {
      process.exitCode = await ask(name, flags);
    });
}

/** 0 answered, 1 bad input or not found, 2 something is down. */
async function ask(
  name: string | undefined,
  { json = false, batch, docx, csv, as: user, purpose, reference, ...flags }: Flags,
): Promise<number> {
  try {
    if ((name === undefined) === (batch === undefined))
      throw new KithError('BAD_INPUT', 'Name one question, or give a file with --batch.', { argument: 'name' });
    const files = [...(docx === undefined ? [] : [['docx', docx] as const]), ...(csv === undefined ? [] : [['csv', csv] as const])];
    for (const [format] of files) checkExport(name ?? 'a batch', format);
    return await atDesk(async (desk) => {
      const viewer = viewerAs(readConfig(process.env).home, { user, purpose, reference });
      if (batch !== undefined) return askBatch(desk, batch, viewer);
      const data = await askOne(desk, name!, readFlags(flags), viewer);
      for (const [format, file] of files) write(format, file, await fileOf(name!, data, viewer, format));
      process.stdout.write(json ? `${JSON.stringify(data)}\n` : `${answerSays(data[fieldOf(name!)] as Given)}\n`);
      return 0;
    });
  } catch (error) {
    process.stderr.write(`${reported(error).message}\n`);
    return exitCodeOf(error);
  }
}

function write(flag: string, file: string, bytes: Uint8Array): void {
  try {
    writeFileSync(file, bytes);
  } catch (error) {
    throw new KithError(
      'BAD_INPUT',
      `--${flag} ${file} cannot be written (${(error as NodeJS.ErrnoException).code ?? 'no reason given'}).`,
      {
        argument: flag,
      },
    );
  }
}

/** An error of ours in one sentence; a fault of the program with its cause, for it is on this machine. */
function reported(error: unknown): { code: string; message: string } {
  return plainError(error, (reference, cause) =>
    process.stderr.write(`${reference}: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}\n`),
  );
}

async function atDesk(work: (desk: Desk) => Promise<number>): Promise<number> {
  const config = readConfig(process.env);
  const schema = readSchema();
  const operations = readOperations(schema);
  const database = await openDatabase(config, (line) => process.stderr.write(`${line}\n`));
  try {
    const graph = openGraph(database);
    try {
      await prepareGraph(graph, { ...SILENT, say: (line) => process.stderr.write(`${line}\n`) });
      const audit = await openAudit(config.home);
      try {
        return await work({ office: openOffice(graph, audit), schema, operations });
      } finally {
        await audit.close();
      }
    } finally {
      await graph.close();
    }
  } finally {
    await database.stop();
  }
}

/** The data of one question, as GraphQL has it: `{"peopleOfConcernNear": {...}}`. Throws KithError. */
export async function askOne({ office, schema, operations }: Desk, name: string, given: Given, viewer: Viewer): Promise<Given> {
  const operation = operations.get(name);
  if (!operation) {
    // Refused where every question is: the refusal is in the audit log too.
    await office.answer(name, {}, viewer);
    throw new KithError('UNKNOWN_QUESTION', 'There is no question of that name.');
  }
  if (operation.changes) {
    const refusal = new KithError('NOT_PERMITTED', `${name} is done on the page, by whoever is signed in there.`);
    await office.refuse(name, viewer, refusal);
    throw refusal;
  }
  for (const argument of Object.keys(given)) {
    if (!operation.variables.has(argument))
      throw new KithError('BAD_INPUT', `${argument} is not an argument of ${name}.`, { argument, rule: `is not an argument of ${name}` });
  }
  const { data, errors } = await execute({ schema, document: operation.document, contextValue: { office, viewer }, variableValues: given });
  if (errors) throw firstErrorOf({ errors });
  return data as Given;
}

async function askBatch(desk: Desk, file: string, viewer: Viewer): Promise<number> {
  let line = 0;
  for await (const text of createInterface({ input: file === '-' ? process.stdin : createReadStream(file), crlfDelay: Infinity })) {
    line += 1;
    if (text.trim() === '') continue;
    const answer = await batchLine(desk, text, line, viewer);
    process.stdout.write(`${JSON.stringify(answer)}\n`);
  }
  return 0;
}

async function batchLine(desk: Desk, text: string, line: number, viewer: Viewer): Promise<unknown> {
  try {
    const { ask: name, ...given } = readLine(text, line);
    if (typeof name !== 'string') throw new KithError('BAD_INPUT', `Line ${line} has no "ask".`, { line, argument: 'ask' });
    return await askOne(desk, name, given, viewer);
  } catch (error) {
    const { code, message } = reported(error);
    return { error: { code, message } };
  }
}

function readLine(text: string, line: number): Given {
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read === 'object' && read !== null && !Array.isArray(read)) return read as Given;
  } catch {
    // Said below, for both.
  }
  throw new KithError('BAD_INPUT', `Line ${line} is not one JSON object.`, { line });
}

function readFlags(flags: Given): Given {
  return Object.fromEntries(
    Object.entries(flags)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => {
        if (LISTS.includes(name))
          return [
            name,
            String(value)
              .split(',')
              .map((part) => part.trim())
              .filter((part) => part !== ''),
          ];
        if (NUMBERS.includes(name)) return [name, /^\d+$/.test(String(value)) ? Number(value) : String(value)];
        return [name, value];
      }),
  );
}
