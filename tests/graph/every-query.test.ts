/** The second ring of tests for queries: the real server compiles every file, by a plan that does not grow with the county. */
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openGraph, type Graph } from '../../server/database/graph.ts';
import type { PlanStep } from '../../server/database/plan.ts';
import { everyChoice } from '../../server/database/queries.ts';
import { migrate } from '../../server/database/migrations.ts';
import { readQueries, type Query } from '../../server/database/queries.ts';
import type { QueryType } from '../../server/database/query-types.ts';
import { ENDS } from '../../server/ledger/versions.ts';

const queries = [...readQueries().values()];
const asked = queries.filter((query) => query.mode !== 'schema');
/** Reads that are about all there is. */
const wholeLedger = [
  'read/agencies',
  'read/all-live-versions',
  'read/all-records',
  'read/counts',
  'read/county-sweep',
  'read/ids',
  'read/loads',
  'read/record-hashes',
  'read/steps-left',
  'read/version-contents',
  'read/seals',
];

let graph: Graph;
beforeAll(async () => {
  graph = openGraph(inject('database'));
  await migrate(graph);
});
afterAll(async () => graph.close());

const samples = { ID: 'nobody', String: 'nothing', Int: 1, Float: 1, Boolean: true, Date: '2020-04-25', Map: {} };

function sample(type: QueryType): unknown {
  if (type.kind === 'list') return [sample(type.of)];
  if (type.kind === 'map') return Object.fromEntries([...type.fields].map(([name, of]) => [name, sample(of)]));
  return samples[type.name];
}

const paramsOf = (query: Query): Record<string, unknown> =>
  Object.fromEntries([...query.params].map(([name, type]) => [name, sample(type)]));

const stepsOf = (plan: PlanStep): PlanStep[] => [plan, ...plan.children.flatMap(stepsOf)];

const plans = new Map<string, PlanStep[]>();

async function planOf(query: Query, choice: Record<string, unknown>): Promise<PlanStep[]> {
  const text = query.textFor({ ...paramsOf(query), ...choice });
  const known = plans.get(text) ?? stepsOf(await graph.explain(query.name, { ...paramsOf(query), ...choice }));
  plans.set(text, known);
  return known;
}

const operatorsOf = async (query: Query, choice: Record<string, unknown>): Promise<string[]> =>
  (await planOf(query, choice)).map(({ operator }) => operator);

/** Of texts that differ only in a kind of tie, the first and the last; of pairs of labels, those that some kind joins. */
function choicesOf(query: Query): Record<string, string | number>[] {
  const kinds = query.choices.get('kind') ?? [];
  const pairs = new Set(Object.values(ENDS).map((ends) => ends.join()));
  return everyChoice(query).filter(
    ({ kind, start, end }) =>
      (kind === undefined || kind === kinds[0] || kind === kinds.at(-1)) && (start === undefined || pairs.has(`${start},${end}`)),
  );
}

describe('Every file under cypher/', () => {
  it.each(asked)('$name compiles in each of its texts, and never looks at every node or every pair', async (query) => {
    for (const choice of choicesOf(query)) {
      const operators = await operatorsOf(query, choice);
      expect(operators).not.toContain('AllNodesScan');
      expect(operators).not.toContain('CartesianProduct');
    }
  });

  it.each(asked.filter((query) => query.mode === 'read' && !wholeLedger.includes(query.name)))(
    '$name begins at an index, not at all nodes of a label',
    async (query) => {
      const [choice = {}] = everyChoice(query);
      const operators = await operatorsOf(query, choice);
      expect(operators).not.toContain('NodeByLabelScan');
      expect(
        operators.filter((operator) => operator.includes('RelationshipTypeScan') || operator.includes('AllRelationshipsScan')),
      ).toEqual([]);
    },
  );

  it.each(asked)('$name walks breadth first and prunes, for the versions of a tie multiply with each step', async (query) => {
    for (const choice of everyChoice(query)) {
      for (const without of query.whens.includes('without') ? [[], ['somebody']] : [[]]) {
        const walks = (await planOf(query, { ...choice, without })).filter(({ operator }) => operator.startsWith('VarLengthExpand'));
        // One of at most one step has nothing to prune.
        const far = walks.filter(({ details }) => /\*(\d+)?\.\.([2-9]|$|\])/.test(details));
        expect(far.map(({ operator }) => operator)).toEqual(far.map(() => 'VarLengthExpand(Pruning,BFS,All)'));
        if (Number(choice['shorter'] ?? choice['within'] ?? choice['reach'] ?? 1) > 1) expect(far).not.toEqual([]);
      }
    }
  });

  it('is applied twice without harm when it is schema', async () => {
    for (const query of queries.filter(({ mode }) => mode === 'schema')) {
      await graph.applySchema(query.name);
      await graph.applySchema(query.name);
    }
  });
});
