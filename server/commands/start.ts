/** `kith start`: the database, the ledger brought up to date, the demonstration cases, the page; until told to go. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type { Command } from 'commander';
import type { FastifyInstance } from 'fastify';
import { openAudit } from '../access/audit.ts';
import { mayAnybodySignIn, openAccess } from '../access/open-access.ts';
import { operator } from '../access/viewer.ts';
import { askOne } from '../ask.ts';
import { cloneRoot, readConfig, type Config } from '../config.ts';
import { openGraph } from '../database/graph.ts';
import { claimHome, openDatabase } from '../database/managed.ts';
import { freePort } from '../database/ports.ts';
import { KithError, plainError } from '../errors.ts';
import { whenLeaving } from '../leaving.ts';
import { load } from '../ledger/load.ts';
import { prepareGraph } from '../ledger/prepare.ts';
import { readState } from '../ledger/revision.ts';
import { readOperations } from '../operations.ts';
import { openOffice, type Office } from '../questions/answer.ts';
import { fieldOf, readSchema } from '../resolvers.ts';
import { answerSays } from '../words/answer-says.ts';
import { warmUp } from '../questions/warm-up.ts';
import { readAll, says } from './load.ts';
import { buildPage } from './page.ts';
import { asCommand, tellOnStderr } from './with-graph.ts';

interface Flags {
  databaseOnly?: boolean;
  demo?: boolean;
}

export function registerStart(program: Command): void {
  program
    .command('start')
    .description('Start the database and the page, and stay until Ctrl-C.')
    .option('--database-only', 'keep the database up for other commands; no page')
    .option('--demo', 'load the demonstration cases of seed/reviews if the graph is empty')
    .addHelpText(
      'after',
      `
Neo4j comes by itself into the folder KITH_HOME (default: .kith in the clone), unless NEO4J_URI names one that
runs already. Everything listens on this machine only.

Examples:
  $ kith start --demo
  $ kith start --database-only
  $ KITH_PORT=8000 kith start`,
    )
    .action((flags: Flags) => asCommand(() => start(flags)));
}

async function start({ databaseOnly = false, demo = false }: Flags): Promise<void> {
  const telling = tellOnStderr();
  const config = readConfig(process.env);
  // Whatever is opened closes in the opposite order, when told to go or when a later part fails.
  const opened: (() => Promise<unknown> | void)[] = [];
  const close = async (): Promise<void> => {
    for (let one = opened.pop(); one !== undefined; one = opened.pop()) await one();
  };
  const stayed = whenLeaving(close);
  try {
    const database = await openDatabase(config, telling.say);
    opened.push(() => database.stop());
    const graph = openGraph(database);
    opened.push(() => graph.close());
    await prepareGraph(graph, telling);
    if (demo && (await readState(graph)).records === 0) {
      telling.say('Loading the demonstration cases.');
      telling.say(says(await load(graph, await readAll(demonstrationCases(), telling), telling)));
    }
    if (databaseOnly) {
      telling.say(`The database is up at ${database.uri}. Ctrl-C stops it.`);
      opened.push(stayAlive());
      return;
    }
    await buildPage(telling.say);
    const audit = await openAudit(config.home);
    opened.push(() => audit.close());
    const office = openOffice(graph, audit, undefined, config.access);
    const access = openAccess(config, graph);
    // Only needed here, and takes as long to read as all the rest.
    const { buildApp } = await import('../app.ts');
    const app = await buildApp(config, office, { logger: loggerFor(config), access });
    opened.push(() => app.close());
    const port = config.portIsFixed ? config.port : await freePort(config.port);
    const address = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
    opened.push(await claimHome(config, address));
    await listen(app, config.host, port);
    if (demo) await answerFirst(office, telling.say);
    if (!(await mayAnybodySignIn(access))) telling.say('Nobody can sign in yet: add an account with "kith users add".');
    telling.say(`Kith is at ${address}. Ctrl-C stops it.`);
    let leaving = false;
    opened.push(() => {
      leaving = true;
    });
    void warmUp(graph, () => leaving);
  } catch (error) {
    await close();
    stayed();
    throw error;
  }
}

const FIRST = { name: 'people-of-concern-near', args: { child: 'mia/connor', asAt: '2020-04-25', heldOn: '2020-04-25' } };

/** What Kith is for, asked once of the demonstration cases; a graph that holds others has no Connor to ask about. */
async function answerFirst(office: Office, say: (line: string) => void): Promise<void> {
  const schema = readSchema();
  const data = await askOne({ office, schema, operations: readOperations(schema) }, FIRST.name, FIRST.args, operator()).catch(
    (error: unknown) => {
      if (plainError(error).code === 'NOT_FOUND') return undefined;
      throw error;
    },
  );
  if (data === undefined) return;
  say(
    `\n$ kith ask ${FIRST.name} --child ${FIRST.args.child} --as-at ${FIRST.args.asAt} --held-on ${FIRST.args.heldOn}\n${answerSays(data[fieldOf(FIRST.name)] as Record<string, unknown>)}\n`,
  );
}

/** All but the sealed ones, which are for trying seals. */
export function demonstrationCases(): string[] {
  const folder = path.join(cloneRoot, 'seed', 'reviews');
  const files = readdirSync(folder).filter((file) => file.endsWith('.jsonl') && !file.endsWith('-sealed.jsonl'));
  return files.sort().map((file) => path.join(folder, file));
}

async function listen(app: FastifyInstance, host: string, port: number): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new KithError(
        'BAD_INPUT',
        `Port ${port} on ${host} is taken by another program: stop that program or set KITH_PORT to a free port.`,
        { argument: 'KITH_PORT' },
        { cause: error },
      );
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL')
      throw new KithError(
        'BAD_INPUT',
        `Kith may not listen on ${host}, port ${port}: set KITH_HOST and KITH_PORT to others.`,
        { argument: 'KITH_HOST' },
        { cause: error },
      );
    throw error;
  }
}

function loggerFor({ logLevel }: Config): object {
  const level = { level: logLevel };
  return process.stdout.isTTY ? { ...level, transport: { target: 'pino-pretty' } } : level;
}

/** A database without a page gives the process nothing to wait for. */
function stayAlive(): () => void {
  const timer = setInterval(() => undefined, 60_000);
  return () => clearInterval(timer);
}
