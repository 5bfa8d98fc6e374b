/**
 * What lies under a seal changes nothing in what is told to somebody who may not open it. The short form;
 * `npm run check:two-worlds` compares 2,000 pairs of sessions, or as many as it is told, from any seed.
 */
import process from 'node:process';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openGraph, type Graph } from '../../server/database/graph.ts';
import { migrate } from '../../server/database/migrations.ts';
import { compareWorlds, type Outcome } from '../support/two-worlds.ts';

const short = { pairs: 60, seed: 501 };
const pairs = Number(process.env['KITH_PAIRS'] ?? short.pairs);
const seed = Number(process.env['KITH_SEED'] ?? short.seed);
const isLong = pairs > short.pairs;

/** Queries whose leak the sessions of the short form find out. Of the others, 2,000 pairs say on stderr which went unnoticed. */
const FOUND_OUT = [
  'agencies',
  'chronology',
  'concerns',
  'custody',
  'evidence',
  'find-person-called',
  'first-held',
  'homes',
  'involvement',
  'people',
  'people-of-concern-near',
  'recent-contacts',
  'record-holders',
  'roles-of-people',
  'routes-subgraph',
  'stays-in-homes',
  'stays-of-people',
  'web-of-person',
  'web-of-person-ties',
  'who-holds-what',
].map((name) => `read/${name}`);

let graph: Graph;
let outcome: Outcome;
beforeAll(
  async () => {
    graph = openGraph(inject('database'));
    await migrate(graph);
    const sealed = [...graph.queries.values()]
      .filter(({ mode, params }) => mode === 'read' && params.has('opened'))
      .map(({ name }) => name);
    const leakIn = isLong ? sealed : FOUND_OUT;
    const told = (line: string): void => void (isLong && process.stderr.write(`${line}\n`));
    outcome = await compareWorlds(graph, { seed, pairs, leakIn, told });
    told(`Leaks that went unnoticed: ${leakIn.filter((name) => !outcome.noticed.includes(name)).join(', ') || 'none'}`);
  },
  isLong ? 6 * 3_600_000 : 600_000,
);
afterAll(async () => graph.close());

test(`${pairs} pairs of random sessions: nobody can tell a family with something under a seal from one without it`, () => {
  expect(outcome.differences.slice(0, 3)).toEqual([]);
  expect(outcome.pairs).toBe(pairs);
  // Nothing would differ in answers that tell of nobody.
  expect(outcome.telling).toBeGreaterThan(outcome.requests / 3);
});

test('the check finds a leak: a query that forgets the seals is noticed, each alone', () => {
  expect(FOUND_OUT.filter((name) => !outcome.noticed.includes(name))).toEqual([]);
});
