/** The revision a question is answered at is read after the question came, and once for those that came together. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Graph } from '../../server/database/graph.ts';
import { publishedNow } from '../../server/questions/remembered.ts';

/** A graph that is at the next revision each time it is asked, and answers when told to. */
function graphOf(answers: ((fails?: boolean) => void)[]): Graph {
  const read = (): Promise<unknown[]> =>
    new Promise((done, failed) => {
      const revision = answers.length + 1;
      answers.push((fails = false) => (fails ? failed(new Error('gone')) : done([{ revision }])));
    });
  return { read } as unknown as Graph;
}

it('questions that come together share one reading; whoever comes once it has begun has one of their own', async () => {
  const answers: ((fails?: boolean) => void)[] = [];
  const now = publishedNow(graphOf(answers));
  const together = [now(), now(), now()];
  await nextTurn();
  await nextTurn();
  const later = now();
  await nextTurn();
  await nextTurn();
  expect(answers).toHaveLength(2);
  answers[1]!();
  answers[0]!();
  expect(await Promise.all([...together, later])).toEqual([1, 1, 1, 2].map((revision) => ({ revision })));
});

it('a reading that fails fails those who shared it, and nobody after them', async () => {
  const answers: ((fails?: boolean) => void)[] = [];
  const now = publishedNow(graphOf(answers));
  const together = Promise.allSettled([now(), now()]);
  await nextTurn();
  await nextTurn();
  answers[0]!(true);
  expect((await together).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  const later = now();
  await nextTurn();
  await nextTurn();
  answers[1]!();
  expect(await later).toEqual({ revision: 2 });
});
