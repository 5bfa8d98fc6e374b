/** A question costs what the people around it are, not what the county is. */
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openGraph, type Graph } from '../../server/database/graph.ts';
import type { PlanStep } from '../../server/database/plan.ts';
import { readCaseFile } from '../../server/ledger/case-file.ts';
import { load } from '../../server/ledger/load.ts';
import { neighbourhood } from '../../server/ledger/neighbourhood.ts';
import { prepareGraph } from '../../server/ledger/prepare.ts';
import type { LedgerRecord } from '../../server/ledger/records.ts';
import { readState } from '../../server/ledger/revision.ts';
import { graphSource } from '../../server/ledger/source.ts';
import { SILENT } from '../../server/ledger/telling.ts';
import { STANDINGS, TIE_KINDS } from '../../server/ledger/versions.ts';
import { says } from '../support/given.ts';
import { countyLines, LAST_COUNTY_DAY } from '../../seed/population.ts';

let graph: Graph;
beforeAll(async () => {
  graph = openGraph(inject('database'));
  await prepareGraph(graph, SILENT);
});
afterAll(async () => graph.close());

const stepsOf = (plan: PlanStep): PlanStep[] => [plan, ...plan.children.flatMap(stepsOf)];
const median = (numbers: number[]): number => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;

type Measured = { reach: number; web: number; agencies: number; operators: string[]; refolded: number; units: number; changed: number };

async function measured(people: number): Promise<Measured> {
  await load(graph, [readCaseFile('county.jsonl', [...countyLines({ people, seed: 5 })].join('\n'))], SILENT, { replace: true });
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
  // One more statement, of two people of the first block.
  const said = says('county/police', LAST_COUNTY_DAY, { type: 'partner', persons: ['county/p10', 'county/p400'] }, { id: 'one-more' });
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

describe('In a county twice as large', () => {
  let small: Measured;
  let large: Measured;
  beforeAll(async () => {
    small = await measured(1_000);
    large = await measured(2_000);
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
