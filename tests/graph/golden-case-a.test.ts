import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routesOf, rowsOf, setsOf, type Answer, type Given } from '../support/given.ts';
import { LOADING, givenReview, givenReviewWithout } from '../support/reviews.ts';

let given: Given;
const near = (child: string, day: string, ...heldBy: string[]): Promise<Answer> =>
  given.ask('people-of-concern-near', {
    child: `case-a/${child}`,
    asAt: day,
    heldOn: day,
    heldBy: heldBy.map((agency) => `case-a/${agency}`),
  });
const rowsNear = async (child: string, day: string, ...heldBy: string[]): Promise<string[]> =>
  rowsOf((await near(child, day, ...heldBy)).found);
/** The police held that he had been in touch with them too. */
const COUSINS_CHILDREN = ['case-a/cousin-child-1', 'case-a/cousin-child-2', 'case-a/cousin-child-3'];
async function childrenOfMrA(): Promise<string[]> {
  const { found } = await given.ask('children-near', {
    person: 'case-a/mr-a',
    asAt: '2018-11-30',
    heldOn: '2018-11-30',
    within: 1,
    heldBy: ['case-a/police'],
  });
  return found.map((row: Answer) => row.person.id);
}

describe('Case A, the review as it is', () => {
  beforeAll(async () => {
    given = await givenReview('case-a');
  }, LOADING);
  afterAll(() => given.close());

  describe('Case A: Mr A near Child S', () => {
    it('could be seen from the last day of October 2016, at two steps by Ms R, had police and midwifery been put together', async () => {
      expect(await rowsNear('child-s', '2016-10-30', 'police', 'midwifery')).toEqual([]);
      const { found } = await near('child-s', '2016-10-31', 'police', 'midwifery');
      expect(rowsOf(found)).toEqual(['Mr A at 2']);
      expect(routesOf(found[0])).toEqual(['Child S - Ms R - Mr A']);
      expect(found[0]).toMatchObject({ assembled: true, heldFrom: '2016-10-31' });
      expect(setsOf(found[0].heldBetween)).toEqual(['case-a/midwifery+case-a/police']);
    });
    it('could be seen by neither of the two alone that winter', async () => {
      expect(await rowsNear('child-s', '2016-12-01', 'police')).toEqual([]);
      expect(await rowsNear('child-s', '2016-12-01', 'midwifery')).toEqual([]);
    });
    it('could be seen four months earlier, at one step, with the hospital that wrote down his visits to the neonatal unit', async () => {
      expect(await rowsNear('child-s', '2016-06-29', 'police', 'hospital')).toEqual([]);
      const { found } = await near('child-s', '2016-06-30', 'police', 'hospital');
      expect(rowsOf(found)).toEqual(['Mr A at 1']);
      expect(found[0]).toMatchObject({ assembled: true, heldFrom: '2016-06-30' });
      expect(found[0].routes[0].steps[0].ties.map((tie: Answer) => [tie.kind, tie.via.id])).toEqual([
        ['VISITS_HOME_OF', 'case-a/neonatal-unit'],
      ]);
    });
    it('was known to the police alone only two years later, at the end of November 2018', async () => {
      expect(await rowsNear('child-s', '2018-11-29', 'police')).toEqual([]);
      const { found } = await near('child-s', '2018-11-30', 'police');
      expect(rowsOf(found)).toEqual(['Mr A at 1']);
      expect(found[0].assembled).toBe(false);
    });
    it('was known to social care alone from the end of that year', async () => {
      expect(await rowsNear('child-s', '2018-12-30', 'csc')).toEqual([]);
      expect(await rowsNear('child-s', '2018-12-31', 'csc')).toEqual(['Mr A at 1']);
    });
  });

  describe('Case A: the daughter spoken of in March 2018, and Child S', () => {
    it('are two children while nobody has said they are one', async () => {
      const { subject, found } = await near('daughter-2018', '2018-11-29', 'police');
      expect(subject.records).toEqual(['case-a/daughter-2018']);
      expect(rowsOf(found)).toEqual(['Mr A at 1']);
      expect(found[0].routes[0].says).not.toContain('of one person');
    });
    it('are one child, under the smallest id and with both records, from the day the police took them for one, and the words say "if"', async () => {
      for (const [asked, heldFrom] of [
        ['daughter-2018', '2018-03-31'],
        ['child-s', '2018-11-30'],
      ] as const) {
        const { subject, found } = await near(asked, '2018-11-30', 'police');
        expect(subject, asked).toMatchObject({ id: 'case-a/child-s', records: ['case-a/child-s', 'case-a/daughter-2018'] });
        expect(rowsOf(found), asked).toEqual(['Mr A at 1']);
        // The police could have answered for the daughter in March, for Child S only now.
        expect(found[0].heldFrom, asked).toBe(heldFrom);
        expect(found[0].routes[0].says, asked).toContain('if the records of Child S are of one person');
      }
    });
    it('are one row among the children near Mr A, to the police; the midwives, who do not hold that they are one, have Child S alone', async () => {
      expect(await childrenOfMrA()).toEqual(['case-a/child-s', 'case-a/child-t', ...COUSINS_CHILDREN]);
      expect((await near('child-s', '2018-11-30', 'midwifery')).subject.records).toEqual(['case-a/child-s']);
    });
  });
});

describe('Case A, had the midwives not written down who the mother was', () => {
  beforeAll(async () => {
    given = await givenReviewWithout('case-a', 'case-a/midwifery-r-parent-s');
  }, LOADING);
  afterAll(() => given.close());
  it('police and midwifery together find nobody near Child S', async () => {
    expect(await rowsNear('child-s', '2016-12-01', 'police', 'midwifery')).toEqual([]);
  });
});

describe('Case A, had the hospital not written down who visited', () => {
  beforeAll(async () => {
    given = await givenReviewWithout('case-a', 'case-a/hospital-a-visits-unit');
  }, LOADING);
  afterAll(() => given.close());
  it('police and hospital together find nobody near Child S in June 2016', async () => {
    expect(await rowsNear('child-s', '2016-06-30', 'police', 'hospital')).toEqual([]);
  });
});

describe('Case A, had nobody taken the daughter and Child S for one', () => {
  beforeAll(async () => {
    given = await givenReviewWithout('case-a', 'case-a/police-same-daughter-s');
  }, LOADING);
  afterAll(() => given.close());
  it('they stay two children, each one step from Mr A, and no route says "if"', async () => {
    for (const child of ['daughter-2018', 'child-s']) {
      const { subject, found } = await near(child, '2018-11-30', 'police');
      expect(subject.records).toEqual([`case-a/${child}`]);
      expect(rowsOf(found)).toEqual(['Mr A at 1']);
      expect(found[0].routes[0].says).not.toContain('of one person');
    }
    expect(await childrenOfMrA()).toEqual(['case-a/child-s', 'case-a/child-t', ...COUSINS_CHILDREN, 'case-a/daughter-2018']);
  });
});
