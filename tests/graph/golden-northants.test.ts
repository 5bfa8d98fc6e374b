import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowsOf, type Answer, type Given } from '../support/given.ts';
import { LOADING, givenReview, givenReviewWithout } from '../support/reviews.ts';

let given: Given;
const near = (child: string, args: object): Promise<Answer> =>
  given.ask('people-of-concern-near', { child: `northants/${child}`, within: 1, ...args });

describe('Northamptonshire, the review as it is', () => {
  beforeAll(async () => {
    given = await givenReview('northants');
  }, LOADING);
  afterAll(() => given.close());

  it('has both carers of each of the three children as people of concern, at one step, in October 2007', async () => {
    for (const child of ['child-1', 'child-2', 'child-3']) {
      const { found } = await near(child, { asAt: '2007-10-15' });
      expect(rowsOf(found), child).toEqual(['Mother at 1', "Mother's partner at 1"]);
    }
  });
  it('has no other adult in the home', async () => {
    const { members } = await given.ask('household', { household: 'northants/home', asAt: '2007-10-15' });
    expect(members.map((member: Answer) => `${member.person.name}${member.concerns.length > 0 ? ': of concern' : ''}`).sort()).toEqual([
      'First child',
      "Mother's partner: of concern",
      'Mother: of concern',
      'Second child',
      'Third child',
    ]);
  });
  it('has nobody near the first child in what was held on 30 August 2006, and both a day later, when the admission was known', async () => {
    expect((await near('child-1', { asAt: '2006-09-01', heldOn: '2006-08-30' })).found).toEqual([]);
    expect(rowsOf((await near('child-1', { asAt: '2006-09-01', heldOn: '2006-08-31' })).found)).toEqual([
      'Mother at 1',
      "Mother's partner at 1",
    ]);
  });
});

describe("Northamptonshire, had the mother's part in the admission not been written down", () => {
  beforeAll(async () => {
    given = await givenReviewWithout('northants', 'northants/admission-mother');
  }, LOADING);
  afterAll(() => given.close());
  it('only her partner is of concern near the first child at the end of August 2006', async () => {
    expect(rowsOf((await near('child-1', { asAt: '2006-09-01', heldOn: '2006-08-31' })).found)).toEqual(["Mother's partner at 1"]);
  });
});
