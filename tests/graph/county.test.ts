/**
 * A question costs what the people around it are, not what the county is; and PostgreSQL, asked the same of the
 * same versions of ties in its own words, answers the same (the small form of `npm run bench:county`).
 */
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { PlanStep } from '../../server/database/plan.ts';
import { readCaseFile } from '../../server/ledger/case-file.ts';
import { load } from '../../server/ledger/load.ts';
import { neighbourhood } from '../../server/ledger/neighbourhood.ts';
import { prepareGraph } from '../../server/ledger/prepare.ts';
import type { LedgerRecord } from '../../server/ledger/records.ts';
import { readState } from '../../server/ledger/revision.ts';
import { graphSource } from '../../server/ledger/source.ts';
import { SILENT } from '../../server/ledger/telling.ts';
import { STANDING_WORDS, STANDINGS, TIE_KINDS } from '../../server/ledger/versions.ts';
import { blocksOf, childIn } from '../../seed/county/blocks.ts';
import { countyLines, LAST_COUNTY_DAY } from '../../seed/population.ts';
import { randomFrom } from '../../seed/random.ts';
import { benchGraph, storedVersions } from '../bench/stored-versions.ts';
import { tiesInSql, type Reached, type Tests, type TiesInSql } from '../bench/ties-in-sql.ts';
import { says } from '../support/given.ts';

const LARGE = 10_000;

let graph: ReturnType<typeof benchGraph>;
beforeAll(async () => {
  graph = benchGraph(inject('database'));
  await prepareGraph(graph, SILENT);
});
afterAll(async () => graph.close());

const stepsOf = (plan: PlanStep): PlanStep[] => [plan, ...plan.children.flatMap(stepsOf)];
const median = (numbers: number[]): number => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;

type Measured = { reach: number; web: number; agencies: number; operators: string[]; refolded: number; units: number; changed: number };

async function measured(people: number): Promise<Measured> {
  await load(graph, [readCaseFile('county.jsonl', [...countyLines({ people, seed: 5 })].join('\n'))], SILENT, { replace: true });
  // A trial plans once; here is measured what is planned for this county.
  await graph.read('read/forget-plans', {});
  const { revision } = await readState(graph);
  const agencies = await graph.read('read/agencies', { revision, opened: [] });
  const tests = {
    asAt: LAST_COUNTY_DAY,
    since: '0001-01-01',
    heldOn: LAST_COUNTY_DAY,
    heldBy: agencies.map(({ id }) => id),
    opened: [],
    revision,
    ties: [...TIE_KINDS],
    standings: [...STANDINGS],
    without: [],
    within: 3,
    most: 3_000,
  };
  // The children of the first block, who have as many people round them in both counties.
  const children = Array.from({ length: 40 }, (_, at) => `county/p${780 + 5 * at}`);
  const reach = [];
  const web = [];
  let operators: string[] = [];
  for (const child of children) {
    const near = await graph.profile('read/people-of-concern-near', { ...tests, child });
    reach.push(near.dbHits);
    operators = stepsOf(near.plan).map(({ operator }) => operator);
    web.push((await graph.profile('read/web-of-person', { ...tests, within: 2, person: child })).dbHits);
  }
  // One more statement, of two people of the first block about whom as much is recorded in both counties.
  const said = says('county/police', LAST_COUNTY_DAY, { type: 'partner', persons: ['county/p13', 'county/p403'] }, { id: 'one-more' });
  const text = [{ type: 'file', format: 'kith/1', title: 'One more' }, said].map((record) => JSON.stringify(record)).join('\n');
  const { added, removed } = await load(graph, [readCaseFile('one-more.jsonl', text)], SILENT);
  const { records, units } = await neighbourhood(graphSource(graph), [said as LedgerRecord]);
  return {
    refolded: records.length,
    units: units.size,
    changed: added + removed,
    reach: median(reach),
    web: median(web),
    agencies: (await graph.profile('read/agencies', { revision, opened: [] })).dbHits,
    operators,
  };
}

describe('In a county ten times as large', () => {
  let small: Measured;
  let large: Measured;
  beforeAll(async () => {
    small = await measured(1_000);
    large = await measured(LARGE);
  }, 600_000);

  it('a like child costs the database as much work, in the main question and in the web', () => {
    expect(large.reach / small.reach).toBeLessThan(1.5);
    expect(large.web / small.web).toBeLessThan(1.5);
    expect(large.operators).toContain('VarLengthExpand(Pruning,BFS,All)');
    expect(large.operators.join()).not.toContain('Scan');
  });

  it('from when to when each agency has records costs no more, for it is read at the ends of an index', () => {
    expect(large.agencies).toBeLessThan(500);
    expect(large.agencies / small.agencies).toBeLessThan(1.5);
  });

  it('one more statement folds anew what concerns its own people, and nothing of anybody else', () => {
    expect(large.changed).toBeLessThan(60);
    expect(large.refolded).toBeLessThan(200);
    expect([large.changed, large.refolded, large.units]).toEqual([small.changed, small.refolded, small.units]);
  });
});

describe('In the larger county, asked of Kith and of PostgreSQL', () => {
  let server: PGlite;
  let sql: TiesInSql;
  let tests: Tests;
  /** Taken by chance from all, and from those who are near somebody of concern. */
  let children: string[];
  const whole = { ties: [...TIE_KINDS], without: [], most: 3_000 };

  beforeAll(async () => {
    server = await PGlite.create();
    sql = tiesInSql(async (text, values) => (await server.query(text, values)).rows);
    await sql.fill(storedVersions(graph, TIE_KINDS), storedVersions(graph, ['OF_CONCERN']));
    const { revision } = await readState(graph);
    const heldBy = (await graph.read('read/agencies', { revision, opened: [] })).map(({ id }) => id);
    const standings = [...STANDING_WORDS];
    tests = { asAt: LAST_COUNTY_DAY, since: '0001-01-01', heldOn: LAST_COUNTY_DAY, heldBy, opened: [], revision, standings };

    const chance = randomFrom(5);
    const all = blocksOf(LARGE).flatMap((block) => Array.from({ length: block.children }, (_, at) => `county/${childIn(block, at)}`));
    const near = new Set((await graph.read('read/county-sweep', { ...tests, ...whole, within: 3 })).map((row) => row.near));
    const exposed = all.filter((child) => near.has(child));
    children = Array.from({ length: 100 }, (_, at) => chance.pick(at < 50 ? all : exposed));
  }, 600_000);
  afterAll(async () => server.close());

  const inOrder = (rows: readonly Reached[]): string[] => rows.map(({ person, steps }) => `${person} at ${steps}`).sort();

  /** What both say of each child, once they say the same. */
  async function toldOf(these: readonly string[], within: 2 | 3 | 4, changed: Partial<Tests> = {}): Promise<string[][]> {
    const asked = { ...tests, ...changed };
    const told: string[][] = [];
    for (const child of these) {
      const near = inOrder(await graph.read('read/people-of-concern-near', { ...asked, ...whole, within, child }));
      expect(inOrder(await sql.recursive(child, within, asked)), child).toEqual(near);
      if (within !== 4) expect(inOrder(await sql.unrolled(child, within, asked)), child).toEqual(near);
      told.push(near);
    }
    return told;
  }
  const withHits = (told: readonly string[][]): number => told.filter((near) => near.length > 0).length;

  it.each([
    [2, 100, 10],
    [3, 100, 50],
    [4, 40, 10],
  ] as const)('the same people of concern are within %i steps of each of %i children', async (within, of, fewest) => {
    expect(withHits(await toldOf(children.slice(-of), within))).toBeGreaterThanOrEqual(fewest);
  });

  it.each([
    ['held a year before', { heldOn: '2024-12-31' }],
    ['in force on an earlier day', { asAt: '2018-06-30' }],
    ['in force since a day', { since: LAST_COUNTY_DAY }],
    ['held by two agencies', { heldBy: ['county/police', 'county/csc-east'] }],
    ['confirmed', { standings: ['confirmed'] }],
  ])('what was %s is the same in both, and is not what all is', async (_, changed) => {
    const these = children.slice(-40);
    const moved = await toldOf(these, 3, changed);
    expect(withHits(moved)).toBeGreaterThan(0);
    expect(moved).not.toEqual(await toldOf(these, 3));
  });

  it('as many pairs are within three steps of each other', async () => {
    const pairs = (await graph.read('read/county-sweep', { ...tests, ...whole, within: 3 })).filter(({ steps }) => steps > 0).length;
    expect(pairs).toBeGreaterThan(100);
    expect(await sql.sweep(3, tests)).toBe(pairs);
  });
});
