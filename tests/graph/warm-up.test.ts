import { expect, test } from 'vitest';
import { warmUp } from '../../server/questions/warm-up.ts';
import type { Graph } from '../../server/database/graph.ts';
import { givenCaseFile } from '../support/given.ts';

test('every statement of the questions is planned at start, the main question first, and none of them fails', async () => {
  const given = await givenCaseFile();
  const asked: string[] = [];
  const failed: string[] = [];
  const read = async (name: string, params: object, limits: object): Promise<unknown[]> => {
    asked.push(name);
    return given.graph.read<unknown>(name, { ...params }, limits).catch((error: unknown) => {
      failed.push(`${name}: ${String(error)}`);
      throw error;
    });
  };
  await warmUp({ ...given.graph, read } as Graph);
  await given.close();
  expect(failed).toEqual([]);
  expect(asked[0]).toBe('read/people-of-concern-near');
  const ofQuestions = [...given.graph.queries.values()]
    .filter((query) => query.mode === 'read' && query.params.has('heldBy'))
    .map((query) => query.name);
  expect([...new Set(asked)].sort()).toEqual(ofQuestions.sort());
});
