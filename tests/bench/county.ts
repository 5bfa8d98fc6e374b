/**
 * `npm run bench:county -- --people 10000`: a made-up county loaded in bulk into a throw-away Kith and, with the
 * same versions of ties, into a throw-away PostgreSQL; the same questions of both in one run, taking turns,
 * every answer compared. The machine is never quiet: only ratios within the run count. Prints a table and
 * writes it, with a plot, to --out.
 *
 *   --people N  --seed S  --children C (asked about)  --users U  --seconds N (of the crowd)  --out FOLDER
 *   --no-sql: Kith alone    --install-sql: get PostgreSQL from the packages of this system first
 */
import { createWriteStream, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { countyLines, countyRecords, LAST_COUNTY_DAY } from '../../seed/population.ts';
import { childIn, blocksOf } from '../../seed/county/blocks.ts';
import { randomFrom } from '../../seed/random.ts';
import { openAudit } from '../../server/access/audit.ts';
import { operator } from '../../server/access/viewer.ts';
import { readConfig } from '../../server/config.ts';
import { openGraph } from '../../server/database/graph.ts';
import { openHome, runningServer } from '../../server/database/home.ts';
import { openDatabase } from '../../server/database/managed.ts';
import { readCaseFile } from '../../server/ledger/case-file.ts';
import { bulkLoad } from '../../server/ledger/bulk/bulk-load.ts';
import { load } from '../../server/ledger/load.ts';
import { prepareGraph } from '../../server/ledger/prepare.ts';
import { readState } from '../../server/ledger/revision.ts';
import { STANDING_WORDS, TIE_KINDS } from '../../server/ledger/versions.ts';
import { SILENT } from '../../server/ledger/telling.ts';
import { tellOnStderr } from '../../server/commands/with-graph.ts';
import { openOffice } from '../../server/questions/answer.ts';
import { installPostgres, postgresPrograms, startPostgres, type Postgres } from './postgres.ts';
import { storedVersions } from './stored-versions.ts';
import type { Reached, Tests } from './ties-in-sql.ts';
import { barPlot, share, tableOf, type Line } from './told.ts';

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    children: { type: 'string', default: '200' },
    users: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '20' },
    out: { type: 'string', default: 'bench-county' },
    'no-sql': { type: 'boolean', default: false },
    'install-sql': { type: 'boolean', default: false },
  },
});
const people = Number(values.people);
const seed = Number(values.seed);
const folder = mkdtempSync(path.join(tmpdir(), 'kith-bench-county-'));
const config = readConfig({ ...process.env, KITH_HOME: path.join(folder, 'home') });
const told: string[] = [];
const say = (line: string): void => {
  told.push(line);
  console.log(line);
};
const seconds = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
  const began = performance.now();
  const done = await work();
  return [done, (performance.now() - began) / 1_000];
};

const file = path.join(folder, 'county.jsonl');
const [, making] = await seconds(async () =>
  pipeline(
    Readable.from(
      (function* () {
        for (const line of countyLines({ people, seed })) yield `${line}\n`;
      })(),
    ),
    createWriteStream(file),
  ),
);
const telling = tellOnStderr();
const [loaded, loading] = await seconds(async () => bulkLoad(config, [file], 0, telling));
telling.done();
const peak = process.resourceUsage().maxRSS / 1_024;
say(`${people} people, seed ${seed}: ${loaded.records} records, ${loaded.added} versions of ties.`);
say(
  `Made in ${making.toFixed(1)} s; loaded in bulk in ${loading.toFixed(1)} s (P9); Kith's own memory at its largest ${Math.round(peak)} MB (P11).`,
);

const database = await openDatabase(config, (line) => console.error(line));
const graph = openGraph(database);
await prepareGraph(graph, SILENT);
const { revision } = await readState(graph);
const agencies = (await graph.read('read/agencies', { revision, opened: [] })).map(({ id }) => id);
const tests: Tests = {
  asAt: LAST_COUNTY_DAY,
  since: '0001-01-01',
  heldOn: LAST_COUNTY_DAY,
  heldBy: agencies,
  opened: [],
  revision,
  standings: [...STANDING_WORDS],
};
const whole = { ...tests, ties: [...TIE_KINDS], without: [], most: 3_000 };

let sql: Postgres | undefined;
if (!values['no-sql']) {
  if (values['install-sql'] && postgresPrograms() === undefined) installPostgres();
  const programs = postgresPrograms();
  if (programs === undefined) say('PostgreSQL is not installed here: --install-sql gets it. Kith alone is measured.');
  else {
    sql = await startPostgres(programs);
    const [, filling] = await seconds(async () => sql!.fill(storedVersions(graph, TIE_KINDS), storedVersions(graph, ['OF_CONCERN'])));
    say(`PostgreSQL took the same versions in ${filling.toFixed(1)} s.`);
  }
}

const chance = randomFrom(seed);
const blocks = blocksOf(people);
const children = Array.from({ length: Number(values.children) }, () => {
  const block = chance.pick(blocks);
  return `county/${childIn(block, chance.below(block.children))}`;
});

const near = (within: 1 | 2 | 3 | 4) => (child: string) => graph.read('read/people-of-concern-near', { ...whole, within, child });
const candidates: Record<string, (child: string) => Promise<Reached[] | unknown>> = {
  'RETURN 1 (T)': () => graph.read('read/return-1', {}),
  'Kith, 2 steps': near(2),
  'Kith, 3 steps': near(3),
  'Kith, 4 steps': near(4),
};
if (sql !== undefined) {
  const server = sql;
  candidates['SELECT 1'] = () => server.one();
  for (const within of [2, 3, 4] as const) candidates[`SQL recursive, ${within} steps`] = (child) => server.recursive(child, within, tests);
  for (const within of [2, 3] as const) candidates[`SQL unrolled, ${within} steps`] = (child) => server.unrolled(child, within, tests);
}

const times = new Map(Object.keys(candidates).map((name) => [name, [] as number[]]));
const asText = (rows: unknown): string => JSON.stringify((rows as Reached[]).map(({ person, steps }) => `${person} ${steps}`).sort());
let compared = 0;
let different = 0;
const hits = new Set<string>();
for (let round = -20; round < children.length; round++) {
  const child = children[Math.max(0, round)]!;
  const answers = new Map<string, unknown>();
  for (const [name, ask] of Object.entries(candidates)) {
    const began = performance.now();
    answers.set(name, await ask(child));
    if (round >= 0) times.get(name)!.push(performance.now() - began);
  }
  for (const [name, answer] of answers) {
    const within = /(\d) steps/.exec(name)?.[1];
    if (within === undefined) continue;
    const own = asText(answers.get(`Kith, ${within} steps`));
    if (within === '3' && own !== '[]') hits.add(child);
    if (!name.startsWith('SQL')) continue;
    compared += 1;
    if (asText(answer) !== own) different += 1;
  }
}
const floor = share(times.get('RETURN 1 (T)')!, 0.5);
const lines: Line[] = [...times].map(([name, all]) => ({
  name,
  p50: share(all, 0.5),
  p99: share(all, 0.99),
  ratio: share(all, 0.5) / floor,
}));

// Once unmeasured, for the plan; then in turns.
const sweeps = { kith: [] as number[], sql: [] as number[] };
for (let round = -1; round < 5; round++) {
  const [kithPairs, kithTook] = await seconds(async () => {
    let pairs = 0;
    for await (const row of graph.stream('read/county-sweep', { ...whole, within: 3 }, { timeoutMs: 600_000 }))
      pairs += row.steps > 0 ? 1 : 0;
    return pairs;
  });
  if (round >= 0) sweeps.kith.push(kithTook * 1_000);
  if (sql === undefined) continue;
  const [sqlPairs, sqlTook] = await seconds(async () => sql.sweep(3, tests));
  if (round >= 0) sweeps.sql.push(sqlTook * 1_000);
  compared += 1;
  if (sqlPairs !== kithPairs) different += 1;
}
for (const [name, all] of [
  ['Kith, sweep of 3 steps', sweeps.kith],
  ['SQL, sweep of 3 steps', sweeps.sql],
] as const)
  if (all.length > 0) lines.push({ name, p50: share(all, 0.5), p99: share(all, 0.99), ratio: share(all, 0.5) / floor });

const profiled = await Promise.all(
  children.slice(0, 20).map(async (child) => (await graph.profile('read/people-of-concern-near', { ...whole, within: 3, child })).dbHits),
);

const audit = await openAudit(config.home);
const office = openOffice(graph, audit, () => LAST_COUNTY_DAY, { peopleADay: Infinity });
const answerTimes = { without: [] as number[], with: [] as number[] };
for (const child of children) {
  const began = performance.now();
  await office.answer('people-of-concern-near', { child, within: 3 }, operator());
  answerTimes[hits.has(child) ? 'with' : 'without'].push(performance.now() - began);
}
for (const [name, all] of [
  ['whole answer, nobody found, 3 steps', answerTimes.without],
  ['whole answer, hits and routes, 3 steps', answerTimes.with],
] as const)
  if (all.length > 0) lines.push({ name, p50: share(all, 0.5), p99: share(all, 0.99), ratio: share(all, 0.5) / floor });

const one = [...countyRecords({ people, seed })].find((record) => record.type === 'person')!;
const added: number[] = [];
for (let at = 0; at < 10; at++) {
  const statement = {
    type: 'statement',
    id: `bench-${at}`,
    agency: 'county/police',
    recorded: LAST_COUNTY_DAY,
    claim: { type: 'associate', persons: [`county/${one.id}`, children[at % children.length]] },
  };
  const text = [{ type: 'file', format: 'kith/1', title: 'One more' }, statement].map((record) => JSON.stringify(record)).join('\n');
  const [, took] = await seconds(async () => load(graph, [readCaseFile('one.jsonl', text)], SILENT));
  added.push(took * 1_000);
}
lines.push({ name: 'load of one more statement (P10)', p50: share(added, 0.5), p99: share(added, 0.99), ratio: share(added, 0.5) / floor });

const crowd = { done: 0, failed: 0, times: [] as number[] };
const until = performance.now() + Number(values.seconds) * 1_000;
await Promise.all(
  Array.from({ length: Number(values.users) }, async (_, user) => {
    for (let at = user; performance.now() < until; at++) {
      const child = children[at % children.length]!;
      const [name, args] = (
        [
          ['people-of-concern-near', { child, within: 2 }],
          ['people-of-concern-near', { child, within: 3 }],
          ['who-holds-what', { person: child }],
          ['recent-contacts', { child }],
          ['web-of-person', { person: child, within: 1 }],
        ] as const
      )[at % 5]!;
      const began = performance.now();
      await office.answer(name, args, operator()).then(
        () => (crowd.done += 1),
        () => (crowd.failed += 1),
      );
      crowd.times.push(performance.now() - began);
    }
  }),
);
const server = runningServer(openHome(config.home));
const resident =
  server === undefined ? 0 : Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1] ?? 0) / 1_024;

say('');
for (const line of tableOf(lines)) say(line);
say('');
say(`Answers compared: ${compared}, different: ${different}. Children with a hit within 3 steps: ${hits.size}.`);
say(`Database hits of the main question, 3 steps, median of 20 children: ${share(profiled, 0.5)} (P7).`);
say(
  `${values.users} users for ${values.seconds} s, five questions, audit on: ${(crowd.done / Number(values.seconds)).toFixed(0)} a second, p50 ${share(crowd.times, 0.5).toFixed(0)} ms, p99 ${share(crowd.times, 0.99).toFixed(0)} ms, ${crowd.failed} failed (P12).`,
);
say(
  `Kith's own memory at its largest ${Math.round(process.resourceUsage().maxRSS / 1_024)} MB; Neo4j's resident ${Math.round(resident)} MB, heap at most ${config.managed.heap} (P11).`,
);
const wins = lines.filter(({ name, p50 }) => {
  const within = /(\d) steps/.exec(name)?.[1];
  const own = lines.find((line) => line.name === (name.includes('sweep') ? 'Kith, sweep of 3 steps' : `Kith, ${within} steps`));
  return name.startsWith('SQL') && own !== undefined && p50 < own.p50;
});
if (sql !== undefined) say(`SQL is quicker at: ${wins.map(({ name }) => name).join('; ') || 'nothing here'}.`);

mkdirSync(values.out, { recursive: true });
writeFileSync(path.join(values.out, `county-${people}.md`), `${told.join('\n')}\n`);
writeFileSync(
  path.join(values.out, `county-${people}.svg`),
  barPlot(
    `Median, in times a RETURN 1 (${floor.toFixed(2)} ms)`,
    lines.filter(({ name }) => !name.includes('sweep')),
  ),
);

await audit.close();
await graph.close();
await database.stop();
await sql?.stop();
rmSync(folder, { recursive: true, force: true });
if (different > 0) process.exitCode = 1;
