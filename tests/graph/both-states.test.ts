/** The lists of a comparison and its picture are made from different answers: on a real review they differ in nothing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bothStates } from '../../client/web/both-states.ts';
import type { WebAnswer } from '../../client/web/from-answer.ts';
import type { Answer, Given } from '../support/given.ts';
import { LOADING, givenReview } from '../support/reviews.ts';

const [CSC, POLICE, PROBATION] = ['mia/csc', 'mia/police', 'mia/probation'];

describe('Mia: Connor in two settings', () => {
  let given: Given;
  beforeAll(async () => {
    given = await givenReview('mia');
  }, LOADING);
  afterAll(() => given.close());

  const webOf = async (setting: object): Promise<WebAnswer> =>
    (await given.ask('web-of-person', { person: 'mia/connor', ...setting })) as unknown as WebAnswer;

  it.each([
    ['of what was held', { asAt: '2020-04-25', heldOn: '2020-02-20' }, { asAt: '2020-04-25', heldOn: '2020-06-17' }],
    ['of days', { asAt: '2017-08-01', heldOn: '2020-06-17' }, { asAt: '2020-04-25', heldOn: '2020-06-17' }],
    [
      'of agencies',
      { asAt: '2020-04-25', heldOn: '2020-06-16', heldBy: [CSC, POLICE, PROBATION] },
      { asAt: '2020-04-25', heldOn: '2020-12-31', heldBy: [CSC, 'mia/cafcass', 'mia/family-court'] },
    ],
  ])(
    'that differ in the choice %s has the same facts of concern, ties and stays gained, lost and changed in lists and picture',
    async (_, first, second) => {
      const { asAt: beforeAsAt, heldOn: beforeHeldOn } = first;
      const beforeHeldBy = 'heldBy' in first ? { beforeHeldBy: first.heldBy } : {};
      const { changes } = await given.ask('compare-days', {
        child: 'mia/connor',
        ...second,
        beforeAsAt,
        beforeHeldOn,
        ...beforeHeldBy,
        first: 500,
      });
      const rows = changes
        .filter(({ what }: Answer) => what !== 'ROUTE')
        .map(({ what, id, how }: Answer) => `${what} ${id}: ${how.toLowerCase()}`);
      const both = bothStates(await webOf({ ...first, first: 500 }), await webOf({ ...second, first: 500 }));
      expect(rows.length).toBeGreaterThan(10);
      expect(both.differences.map(({ id, mark }) => `${id}: ${mark}`).sort()).toEqual(rows.sort());
    },
  );
});
