/**
 * `npm run bench:county -- --people 10000`: a made-up county loaded in bulk into a throw-away Kith and, with the
 * same versions of ties, into a throw-away PostgreSQL; the same questions of both in one run, taking turns,
 * every answer compared. The machine is never quiet: only ratios within the run count. Prints a table and
 * writes it, with a plot, to --out.
 *
 *   --people N  --seed S  --children C (asked about)  --users U  --seconds N (of the crowd)  --out FOLDER
 *   --home FOLDER: load the county there and leave it, or ask of what an earlier run with this option left
 *   --no-sql: Kith alone    --install-sql: get PostgreSQL from the packages of this system first
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { countyRecords, LAST_COUNTY_DAY } from '../../seed/population.ts';
import { openHome, runningServer } from '../../server/database/home.ts';
import { readCaseFile } from '../../server/ledger/case-file.ts';
import { load } from '../../server/ledger/load.ts';
import { SILENT } from '../../server/ledger/telling.ts';
import { TIE_KINDS } from '../../server/ledger/versions.ts';
import { serveCounty, wholeAnswers } from './county/answers.ts';
import { crowd } from './county/crowd.ts';
import { besideDatesOnly } from './county/dates-only.ts';
import { openCounty, timed, type County } from './county/loaded.ts';
import { compareReach, compareSweeps, stepsIn, wholeOf } from './county/reach.ts';
import { linesOf } from './county/turns.ts';
import { installPostgres, postgresPrograms, startPostgres, type Postgres } from './postgres.ts';
import { storedVersions } from './stored-versions.ts';
import { barPlot, share, tableOf, type Line } from './told.ts';

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    children: { type: 'string', default: '200' },
    users: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '20' },
    out: { type: 'string', default: 'bench-county' },
    home: { type: 'string' },
    'no-sql': { type: 'boolean', default: false },
    'install-sql': { type: 'boolean', default: false },
  },
});
const [people, seed] = [Number(values.people), Number(values.seed)];
const told: string[] = [];
const say = (line: string): void => {
  told.push(line);
  console.log(line);
};

const county = await openCounty({ people, seed, children: Number(values.children), home: values.home });
county.says.forEach(say);
const sql = values['no-sql'] ? undefined : await fillPostgres(county);

const reach = await compareReach(county, sql);
const floor = share(reach.times.get('RETURN 1 (T)')!, 0.5);
const lines: Line[] = [];
/** Told at once, so that what was measured is not lost with what comes after. */
const tell = (times: ReadonlyMap<string, readonly number[]>): void => {
  const some = linesOf(times, floor);
  tableOf(some)
    .slice(lines.length === 0 ? 0 : 2)
    .forEach(say);
  lines.push(...some);
};
say('');
tell(reach.times);
const sweeps = await compareSweeps(county, sql);
tell(sweeps.times);
const served = await serveCounty(county);
tell(await wholeAnswers(county, served, reach.hits));
await served.close();
tell(new Map([['load of one more statement (P10)', await addOneByOne(county)]]));
const datesOnly = await besideDatesOnly(county);
tell(datesOnly.times);
say('');
const compared = reach.compared + sweeps.compared;
const different = reach.different + sweeps.different;
say(`Answers compared: ${compared}, different: ${different}. Children with a hit within 3 steps: ${reach.hits[3].size}.`);
if (sql !== undefined) say(`SQL is quicker at: ${winsOfSql(lines) || 'nothing here'}.`);
const hits: number[] = [];
for (const child of county.children.slice(0, 20))
  hits.push((await county.graph.profile('read/people-of-concern-near', { ...wholeOf(county.tests), within: 3, child })).dbHits);
say(`Database hits of the main question, 3 steps, median of 20 children: ${share(hits, 0.5)} (P7).`);
say(datesOnly.says);
say(await crowd(county, { users: Number(values.users), seconds: Number(values.seconds) }));
say(
  `Kith's own memory at its largest ${Math.round(process.resourceUsage().maxRSS / 1_024)} MB; Neo4j's resident ${residentMegabytes(county)} MB, heap at most ${county.config.managed.heap} (P11).`,
);

mkdirSync(values.out, { recursive: true });
writeFileSync(path.join(values.out, `county-${people}.md`), `${told.join('\n')}\n`);
writeFileSync(
  path.join(values.out, `county-${people}.svg`),
  barPlot(
    `Median, in times a RETURN 1 (${floor.toFixed(2)} ms)`,
    lines.filter(({ name }) => !name.includes('sweep')),
  ),
);
await county.close();
await sql?.stop();
if (different > 0) process.exitCode = 1;

async function fillPostgres({ graph }: County): Promise<Postgres | undefined> {
  if (values['install-sql'] && postgresPrograms() === undefined) installPostgres();
  const programs = postgresPrograms();
  if (programs === undefined) {
    say('PostgreSQL is not installed here: --install-sql gets it. Kith alone is measured.');
    return undefined;
  }
  const server = await startPostgres(programs);
  const [, filling] = await timed(async () => server.fill(storedVersions(graph, TIE_KINDS), storedVersions(graph, ['OF_CONCERN'])));
  say(`PostgreSQL took the same versions in ${filling.toFixed(1)} s.`);
  return server;
}

/** Ten statements of one associate each, in milliseconds. */
async function addOneByOne({ graph, children, tests }: County): Promise<number[]> {
  const one = [...countyRecords({ people: 20, seed })].find((record) => record.type === 'person')!;
  const took: number[] = [];
  for (let at = 0; at < 10; at++) {
    const statement = {
      type: 'statement',
      id: `bench-${tests.revision}-${at}`,
      agency: 'county/police',
      recorded: LAST_COUNTY_DAY,
      claim: { type: 'associate', persons: [`county/${one.id}`, children[at % children.length]] },
    };
    const text = [{ type: 'file', format: 'kith/1', title: 'One more' }, statement].map((record) => JSON.stringify(record)).join('\n');
    const [, seconds] = await timed(async () => load(graph, [readCaseFile('one.jsonl', text)], SILENT));
    took.push(seconds * 1_000);
  }
  return took;
}

function residentMegabytes({ config }: County): number {
  const server = runningServer(openHome(config.home));
  const status = server === undefined ? '' : readFileSync(`/proc/${server.pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024);
}

function winsOfSql(all: readonly Line[]): string {
  const ownOf = (name: string): Line | undefined =>
    all.find((line) => line.name === (name.includes('sweep') ? 'Kith, sweep of 3 steps' : `Kith, ${stepsIn(name)} steps`));
  return all
    .filter(({ name, p50 }) => name.startsWith('SQL') && p50 < (ownOf(name)?.p50 ?? 0))
    .map(({ name }) => name)
    .join('; ');
}
