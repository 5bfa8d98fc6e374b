import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowsOf, setsOf, type Answer, type Given } from '../support/given.ts';
import { LOADING, givenReview, givenReviewWithout } from '../support/reviews.ts';

let given: Given;
const near = (child: string, asAt: string, ...heldBy: string[]): Promise<Answer> =>
  given.ask('people-of-concern-near', {
    child: `hh/${child}`,
    asAt,
    within: 1,
    ...(heldBy.length === 0 ? {} : { heldBy: heldBy.map((agency) => `hh/${agency}`) }),
  });

/** A day before each child was on the way, one before the birth, one after it. */
const CHILDREN = [
  { child: 'hh', before: '2008-05-01', unborn: '2009-01-15', born: '2009-06-01' },
  { child: 'ii', before: '2010-10-04', unborn: '2011-06-01', born: '2012-09-01' },
  { child: 'jj', before: '2012-10-04', unborn: '2013-06-01', born: '2014-09-01' },
] as const;

describe('HH, II and JJ, the review as it is', () => {
  beforeAll(async () => {
    given = await givenReview('hh');
  }, LOADING);
  afterAll(() => given.close());

  for (const { child, before, unborn, born } of CHILDREN) {
    it(`${child.toUpperCase()} has nobody of concern near before being on the way, Mr A possibly while unborn, and certainly once born`, async () => {
      expect((await near(child, before)).found).toEqual([]);
      const expected = (await near(child, unborn)).found;
      expect(rowsOf(expected)).toEqual(['Mr A at 1']);
      expect(expected[0]).toMatchObject({ stepsInForce: 1, stepsCertain: null });
      const after = (await near(child, born)).found;
      expect(rowsOf(after)).toEqual(['Mr A at 1']);
      expect(after[0]).toMatchObject({ stepsInForce: 1, stepsCertain: 1, assembled: false });
      expect(setsOf(after[0].heldBetween)).toEqual(expect.arrayContaining(['hh/csc', 'hh/hv', 'hh/police']));
    });
    it(`Mr A is found near ${child.toUpperCase()} by social care, police and health visiting, each alone, and not by school and centre together`, async () => {
      for (const agency of ['csc', 'police', 'hv']) expect(rowsOf((await near(child, born, agency)).found), agency).toEqual(['Mr A at 1']);
      expect((await near(child, born, 'school', 'centre')).found).toEqual([]);
    });
  }
  it('the second and third birth, after the plans were closed, each add a child near Mr A', async () => {
    const children = async (asAt: string): Promise<string[]> => {
      const { found } = await given.ask('children-near', { person: 'hh/mr-a', asAt, within: 1, heldBy: ['hh/police'] });
      return found.map((row: Answer) => row.person.id);
    };
    expect(await children('2010-10-04')).toEqual(['hh/hh']);
    expect(await children('2012-09-01')).toEqual(['hh/hh', 'hh/ii']);
    expect(await children('2014-09-01')).toEqual(['hh/hh', 'hh/ii', 'hh/jj']);
  });
});

describe('HH, II and JJ, had the police not been told of the second birth', () => {
  beforeAll(async () => {
    given = await givenReviewWithout('hh', 'hh/father-ii-police');
  }, LOADING);
  afterAll(() => given.close());
  it('the police alone find nobody near II, and still find Mr A near HH and JJ', async () => {
    expect((await near('ii', '2012-09-01', 'police')).found).toEqual([]);
    expect(rowsOf((await near('hh', '2012-09-01', 'police')).found)).toEqual(['Mr A at 1']);
    expect(rowsOf((await near('jj', '2014-09-01', 'police')).found)).toEqual(['Mr A at 1']);
    expect(rowsOf((await near('ii', '2012-09-01', 'csc')).found)).toEqual(['Mr A at 1']);
  });
});
