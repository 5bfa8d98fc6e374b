/**
 * Neo4j plans a statement when it is first asked, which takes many times longer than answering it. So at
 * start each statement of the questions is asked once, about nobody, the main question's first.
 */
import type { Graph } from '../database/graph.ts';
import { everyChoice } from '../database/queries.ts';
import type { Query } from '../database/queries.ts';
import type { QueryType } from '../database/query-types.ts';
import { STANDINGS, TIE_KINDS } from '../ledger/versions.ts';

const FIRST = ['people-of-concern-near', 'people', 'routes-subgraph', 'concerns', 'evidence', 'things', 'children-near'].map(
  (name) => `read/${name}`,
);
const PATIENCE_MS = 60_000;

/** Resolves when all are planned; a statement that fails is left to the question that needs it. */
export async function warmUp(graph: Graph, isStopped: () => boolean = () => false): Promise<void> {
  const asked = [...graph.queries.values()].filter((query) => query.mode === 'read' && query.params.has('heldBy'));
  const place = ({ name }: Query): number => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);
  for (const query of asked.sort((a, b) => place(a) - place(b))) {
    for (const choice of everyChoice(query).filter(isUsual)) {
      if (isStopped()) return;
      await graph.read(query.name, { ...aboutNobody(query), ...choice }, { timeoutMs: PATIENCE_MS }).catch(() => []);
    }
  }
}

/** Two steps and three; a side of a route is walked one step less. */
function isUsual({ within, shorter }: Record<string, string | number>): boolean {
  return within === undefined || ((within === 2 || within === 3) && (shorter === undefined || shorter === within - 1));
}

function aboutNobody(query: Query): Record<string, unknown> {
  return Object.fromEntries([...query.params].map(([name, type]) => [name, valueFor(name, type)]));
}

function valueFor(name: string, type: QueryType): unknown {
  if (name === 'ties') return [...TIE_KINDS];
  if (name === 'standings') return [...STANDINGS];
  if (name === 'without') return [];
  if (type.kind === 'list') return [valueFor(name, type.of)];
  if (type.kind === 'map') return Object.fromEntries([...type.fields].map(([field, of]) => [field, valueFor(field, of)]));
  return type.name === 'Date' ? '2000-01-01' : type.name === 'Int' ? 1 : type.name === 'Boolean' ? false : 'nobody';
}
