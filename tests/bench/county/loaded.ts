/** The county of a bench, loaded in bulk into a home of its own, or as an earlier bench left it there. */
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { blocksOf, childIn } from '../../../seed/county/blocks.ts';
import { countyLines, LAST_COUNTY_DAY } from '../../../seed/population.ts';
import { randomFrom } from '../../../seed/random.ts';
import { openAudit, type Audit } from '../../../server/access/audit.ts';
import { readConfig, type Config } from '../../../server/config.ts';
import type { Graph } from '../../../server/database/graph.ts';
import { hasStore, openHome } from '../../../server/database/home.ts';
import { openDatabase } from '../../../server/database/managed.ts';
import { tellOnStderr } from '../../../server/commands/with-graph.ts';
import { bulkLoad } from '../../../server/ledger/bulk/bulk-load.ts';
import { prepareGraph } from '../../../server/ledger/prepare.ts';
import { readState } from '../../../server/ledger/revision.ts';
import { SILENT } from '../../../server/ledger/telling.ts';
import { STANDING_WORDS } from '../../../server/ledger/versions.ts';
import { benchGraph } from '../stored-versions.ts';
import type { Tests } from '../ties-in-sql.ts';

export type CountyAsked = { people: number; seed: number; children: number; home: string | undefined };

export type County = {
  config: Config;
  graph: Graph;
  audit: Audit;
  /** As of the last day of the county, by everybody, of every standing. */
  tests: Tests;
  /** Asked about, the same for the same seed. */
  children: string[];
  /** In words: what was loaded, in which time. */
  says: string[];
  close: () => Promise<void>;
};

export async function openCounty({ people, seed, children, home }: CountyAsked): Promise<County> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kith-bench-county-'));
  const config = readConfig({ ...process.env, KITH_HOME: home ?? path.join(folder, 'home') });
  const says = hasStore(openHome(config.home))
    ? [`${people} people, seed ${seed}, as loaded before.`]
    : await loadCounty(config, path.join(folder, 'county.jsonl'), { people, seed });
  const database = await openDatabase(config, (line) => console.error(line));
  const graph = benchGraph(database);
  await prepareGraph(graph, SILENT);
  const { revision } = await readState(graph);
  const agencies = (await graph.read('read/agencies', { revision, opened: [] })).map(({ id }) => id);
  const audit = await openAudit(config.home);
  const chance = randomFrom(seed);
  const blocks = blocksOf(people);
  return {
    config,
    graph,
    audit,
    says,
    tests: {
      asAt: LAST_COUNTY_DAY,
      since: '0001-01-01',
      heldOn: LAST_COUNTY_DAY,
      heldBy: agencies,
      opened: [],
      revision,
      standings: [...STANDING_WORDS],
    },
    children: Array.from({ length: children }, () => {
      const block = chance.pick(blocks);
      return `county/${childIn(block, chance.below(block.children))}`;
    }),
    close: async () => {
      await audit.close();
      await graph.close();
      await database.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function loadCounty(config: Config, file: string, { people, seed }: { people: number; seed: number }): Promise<string[]> {
  const [, making] = await timed(async () => pipeline(Readable.from(withEnds(countyLines({ people, seed }))), createWriteStream(file)));
  const telling = tellOnStderr();
  const [loaded, loading] = await timed(async () => bulkLoad(config, [file], 0, telling));
  telling.done();
  const peak = Math.round(process.resourceUsage().maxRSS / 1_024);
  return [
    `${people} people, seed ${seed}: ${loaded.records} records, ${loaded.added} versions of ties.`,
    `Made in ${making.toFixed(1)} s; loaded in bulk in ${loading.toFixed(1)} s (P9); Kith's own memory at its largest ${peak} MB (P11).`,
  ];
}

function* withEnds(lines: Iterable<string>): Generator<string> {
  for (const line of lines) yield `${line}\n`;
}

/** What the work came to, and how many seconds it took. */
export async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const began = performance.now();
  const done = await work();
  return [done, (performance.now() - began) / 1_000];
}
