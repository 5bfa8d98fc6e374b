import { expect, test } from 'vitest';
import type { HoldsRoute, WhoToTellAnswer } from '../../../client/answers.gen.ts';
import { toldTo } from '../../../client/web/told-to.ts';

const answerOf = (children: Record<string, Record<string, HoldsRoute>>): WhoToTellAnswer['whoToTell'] =>
  ({
    children: Object.entries(children).map(([id, agencies]) => ({
      child: { id },
      agencies: Object.entries(agencies).map(([name, holds]) => ({ agency: { id: name, name }, holds })),
    })),
  }) as unknown as WhoToTellAnswer['whoToTell'];

test('a household was told where an agency that works with its children holds the whole route', () => {
  const answer = answerOf({ a: { School: 'WHOLE', 'Health visiting': 'PART' }, b: { GP: 'NONE' }, elsewhere: { Police: 'WHOLE' } });
  expect(toldTo(['a', 'b'], answer).says).toBe('School; not held by GP and Health visiting');
  expect(toldTo(['b'], answer)).toEqual({ told: [], notTold: ['GP'], says: 'not held by GP' });
});

test('who was not asked is not said to have been told', () => {
  expect(toldTo(['a'], answerOf({ a: { Probation: 'NOT_ASKED' } })).told).toEqual([]);
});

test('no child there and nobody who works with them are two different answers', () => {
  expect(toldTo([], answerOf({})).says).toBe('no child there');
  expect(toldTo(['a'], answerOf({ a: {} })).says).toBe('no agency recorded as involved');
});
