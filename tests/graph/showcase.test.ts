import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowsOf, setsOf, type Answer, type Given } from '../support/given.ts';
import { LOADING, givenReview, givenReviewWithout } from '../support/reviews.ts';

let given: Given;
const near = (args: object = {}): Promise<Answer> =>
  given.ask('people-of-concern-near', { child: 'showcase/child-a', asAt: '2026-03-12', heldOn: '2026-03-12', within: 1, ...args });

describe('The invented family, as it is', () => {
  beforeAll(async () => {
    given = await givenReview('showcase');
  }, LOADING);
  afterAll(() => given.close());

  it('has Adult X at one step of Child A, because he visits the home she lives in', async () => {
    const { found } = await near();
    expect(rowsOf(found)).toEqual(['Adult X at 1']);
    expect(found[0].routes[0].steps[0].ties.map((tie: Answer) => `${tie.kind} ${tie.via.id}`)).toEqual(
      expect.arrayContaining(['VISITS_HOME_OF showcase/h1']),
    );
    expect(found[0]).toMatchObject({ assembled: true, heldFrom: '2025-06-14' });
    expect(setsOf(found[0].heldBetween)).toEqual(['showcase/cs1+showcase/police', 'showcase/police+showcase/school']);
  });
  it('shows him to no agency alone, within two steps, and to police and social care together', async () => {
    for (const { id } of (await near()).grounds.heldBy) expect((await near({ heldBy: [id], within: 2 })).found, id).toEqual([]);
    expect(rowsOf((await near({ heldBy: ['showcase/police', 'showcase/cs1'] })).found)).toEqual(['Adult X at 1']);
  });
  it('shows him from 14 June 2025, the day the police were told of his visits', async () => {
    expect((await near({ heldOn: '2025-06-13', within: 2 })).found).toEqual([]);
    expect(rowsOf((await near({ heldOn: '2025-06-14' })).found)).toEqual(['Adult X at 1']);
  });
});

describe('The invented family, had Adult B not told the police of the visits', () => {
  beforeAll(async () => {
    given = await givenReviewWithout('showcase', 'showcase/home-x-h1-police');
  }, LOADING);
  afterAll(() => given.close());
  it('Adult X is not one step from Child A until the police saw him there in December', async () => {
    expect((await near({ heldOn: '2025-12-01' })).found).toEqual([]);
    expect(rowsOf((await near({ heldOn: '2025-12-02' })).found)).toEqual(['Adult X at 1']);
  });
});
