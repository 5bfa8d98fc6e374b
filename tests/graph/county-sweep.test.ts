/** Every pair in the county: the pairs that the children's own answers have, one fact away from none, and no small count. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openAudit, type Audit } from '../../server/access/audit.ts';
import { operator } from '../../server/access/viewer.ts';
import { openGraph, type Graph } from '../../server/database/graph.ts';
import { load } from '../../server/ledger/load.ts';
import { prepareGraph } from '../../server/ledger/prepare.ts';
import { SILENT } from '../../server/ledger/telling.ts';
import { openOffice, type Office } from '../../server/questions/answer.ts';
import { agency, givenCaseFile, household, person, says, type Answer } from '../support/given.ts';
import { family, idsOf } from '../support/questions-at-random.ts';

const CHILDREN = 6;
const children = Array.from({ length: CHILDREN }, (_, at) => `child${at}`);
const cast = [
  agency('police'),
  agency('csc', 'social care'),
  person('A'),
  person('R'),
  household('h'),
  ...children.map((child) => person(child)),
];
const concern = says('police', '2020-01-01', { type: 'concern', person: 'A', form: 'convicted', from: '2014' });
const couple = says('police', '2020-02-01', { type: 'partner', persons: ['A', 'R'] });
const born = children.map((child) => says('csc', '2020-03-01', { type: 'detail', person: child, born: '2015-05-01' }));
const parents = children.map((child) => says('csc', '2020-03-01', { type: 'parent', parent: 'R', child, basis: 'birth' }));
const homes = children.map((child) => says('csc', '2020-03-02', { type: 'home', person: child, household: 'h', pattern: 'lives' }));
const place = says('csc', '2020-03-02', { type: 'address', household: 'h', area: 'Ashdale' });
const all = [...cast, concern, couple, ...born, ...parents, ...homes, place];

describe('A man with a conviction, whose partner has six children', () => {
  const pairsOf = (answer: Answer): string[] => answer.pairs.map((pair: Answer) => `${pair.person.name} ${pair.child.name} ${pair.steps}`);

  it('makes six pairs, held between police and social care, counted by area, agency and month', async () => {
    const given = await givenCaseFile(...all);
    const answer = await given.ask('county-sweep', {});
    expect(pairsOf(answer)).toEqual(children.map((child) => `A ${child} 2`));
    expect([answer.total, answer.truncated]).toEqual([6, false]);
    expect(answer.pairs[0]).toMatchObject({ assembled: true, heldFrom: '2020-03-01', areas: ['Ashdale'] });
    expect(answer.pairs[0].says).toBe(
      'A and child0 in Ashdale, 2 steps apart: no single agency held a whole route; held between: csc with police; first held on 1 March 2020.',
    );
    expect(answer.byArea).toEqual([{ name: 'Ashdale', count: 6, says: 'Ashdale: 6' }]);
    expect(answer.byAgency.map((one: Answer) => [one.name, one.count])).toEqual([
      ['csc', 6],
      ['police', 6],
    ]);
    expect(answer.byMonth).toEqual([{ name: '2020-03', count: 6, says: '2020-03: 6' }]);
    expect(answer.grounds.says).toMatch(/^6 pairs of a person of concern and a child are recorded within 2 steps, on/);

    const page = await given.ask('county-sweep', { first: 2, skip: 4 });
    expect([pairsOf(page), page.total, page.skipped, page.truncated]).toEqual([['A child4 2', 'A child5 2'], 6, 4, false]);
    expect((await given.ask('county-sweep', { first: 2 })).truncated).toBe(true);

    // Four of a kind could tell of somebody.
    const four = await given.ask('county-sweep', { without: ['child0', 'child1'] });
    expect([four.total, four.byArea]).toEqual([4, [{ name: 'Ashdale', count: null, says: 'Ashdale: fewer than 5' }]]);
    await expect(given.ask('county-sweep', { skip: -1 })).rejects.toMatchObject({ code: 'BAD_INPUT', detail: { argument: 'skip' } });
    const mash = { user: 'm', role: 'mash', purpose: 'contact', reference: '1' } as const;
    await expect(given.ask('county-sweep', {}, mash)).rejects.toMatchObject({ code: 'REASON_REQUIRED' });
    await given.close();
  });

  it.each([
    ['the conviction', concern],
    ['the couple', couple],
  ])('without %s makes none', async (_, gone) => {
    const given = await givenCaseFile(...all.filter((record) => record !== gone));
    const { pairs, total, grounds } = await given.ask('county-sweep', {});
    expect([pairs, total]).toEqual([[], 0]);
    expect(grounds.says).toMatch(/^No pair of a person of concern and a child is recorded/);
    await given.close();
  });
});

describe('In random families', () => {
  const seeds = [1, 2, 3, 4, 5, 6];
  let graph: Graph;
  let audit: Audit;
  let office: Office;
  const home = mkdtempSync(path.join(tmpdir(), 'kith-sweep-'));
  let compared = 0;
  beforeAll(async () => {
    graph = openGraph(inject('database'));
    await prepareGraph(graph, SILENT);
    await load(
      graph,
      seeds.map((seed) => family(seed, 30)),
      SILENT,
      { replace: true },
    );
    audit = await openAudit(home);
    office = openOffice(graph, audit, () => '2022-01-01');
  });
  afterAll(async () => {
    await audit.close();
    await graph.close();
    rmSync(home, { recursive: true, force: true });
  });

  it.each([
    {},
    { within: 3 },
    { within: 1, standings: ['alleged', 'observed'] },
    { within: 2, asAt: '2019-03-01', heldOn: '2019-03-01' },
    { within: 4, ties: ['PARENT_OF', 'ASSOCIATE_OF', 'SHARES_HOME'] },
  ])('the pairs are those of each child asked by itself: %j', async (args) => {
    const ask = async (name: string, more: object): Promise<Answer> => office.answer(name, { ...args, ...more, first: 500 }, operator());
    const expected = new Map<string, number>();
    for (const seed of seeds) {
      for (const child of idsOf(family(seed, 30).records, 'person')) {
        const { subject, found } = await ask('people-of-concern-near', { child });
        if (subject.child === true && subject.id === child) for (const row of found) expected.set(`${row.person.id} ${child}`, row.steps);
      }
    }
    const { pairs } = await ask('county-sweep', {});
    compared += expected.size;
    expect(new Map(pairs.map((pair: Answer) => [`${pair.person.id} ${pair.child.id}`, pair.steps]))).toEqual(expected);
  });

  it('there are such pairs', () => {
    expect(compared).toBeGreaterThan(3);
  });
});
