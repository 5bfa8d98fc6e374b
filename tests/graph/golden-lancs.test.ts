import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routesOf, rowsOf, type Answer, type Given } from '../support/given.ts';
import { LOADING, givenReview, givenReviewWithout } from '../support/reviews.ts';

let given: Given;
const day = '2017-05-01';
const near = (child: string, args: object = {}): Promise<Answer> =>
  given.ask('people-of-concern-near', { child: `lancs/${child}`, asAt: day, heldOn: day, ...args });

describe('East Lancashire, the review as it is', () => {
  beforeAll(async () => {
    given = await givenReview('lancs');
  }, LOADING);
  afterAll(() => given.close());

  it('has the father, who lived apart, at one step of son and daughter', async () => {
    for (const child of ['son', 'daughter']) {
      const { found } = await near(child);
      expect(rowsOf(found), child).toEqual(['Father at 1']);
      expect(found[0], child).toMatchObject({ stepsInForce: 1, stepsCertain: 1, assembled: false });
      expect(
        found[0].routes[0].steps[0].ties.every((tie: Answer) => tie.kind === 'PARENT_OF'),
        child,
      ).toBe(true);
    }
  });
  it('says that he and the mother were separated, as another way to him and not as an end', async () => {
    const { found } = await near('son');
    const byMother = found[0].routes[routesOf(found[0]).indexOf('Son - Mother - Father')];
    expect(byMother.inForce).toBe(true);
    expect(byMother.says).toContain('who is separated from Father');
  });
  it('says that he was to stay away from the family home, as a fact about where he lives', async () => {
    const { members } = await given.ask('household', { household: 'lancs/home', asAt: day, heldOn: '2020-05-31' });
    const father = members.find((member: Answer) => member.person.id === 'lancs/father');
    expect(new Set(father.stays.map((stay: Answer) => stay.pattern))).toEqual(new Set(['excluded']));
    expect(father.says).toContain('Father is kept away from Family home');
    expect(members.map((member: Answer) => member.person.name).sort()).toEqual(['Daughter', 'Father', 'Mother', 'Son']);
    const { found } = await near('son', { heldOn: '2020-05-31', ties: ['SHARES_HOME', 'VISITS_HOME_OF', 'MAY_HAVE_MET'] });
    expect(found).toEqual([]);
  });
});

describe('East Lancashire, had social care not written down whose son he was', () => {
  beforeAll(async () => {
    given = await givenReviewWithout('lancs', 'lancs/father-son-csc');
  }, LOADING);
  afterAll(() => given.close());
  it('social care alone has nobody at one step of the son, and still the father of the daughter', async () => {
    expect((await near('son', { within: 1, heldBy: ['lancs/csc'] })).found).toEqual([]);
    expect(rowsOf((await near('daughter', { within: 1, heldBy: ['lancs/csc'] })).found)).toEqual(['Father at 1']);
  });
});
