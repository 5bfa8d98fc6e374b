/**
 * What is done with a graph before anything is asked of it: the schema is brought up to date, what a
 * dead loader left is swept, and a graph folded by other rules is folded anew.
 */
import type { Graph } from '../database/graph.ts';
import { migrate } from '../database/migrations.ts';
import { rebuildIfFoldedOtherwise } from './rebuild.ts';
import { sweepIfLeft } from './revision.ts';
import type { Telling } from './telling.ts';

export async function prepareGraph(graph: Graph, telling: Telling): Promise<void> {
  await migrate(graph);
  await sweepIfLeft(graph, telling);
  await rebuildIfFoldedOtherwise(graph, telling);
}
