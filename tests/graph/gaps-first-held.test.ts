/**
 * Gaps that the five reviews describe, each with the question and the settings that would have shown it. Numbers
 * are those of the table in the docs. Every answer rests on statements with a paragraph reference in seed/reviews.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { givenCaseFile, setsOf, type Answer, type Given } from '../support/given.ts';
import { LOADING, recordsOf } from '../support/reviews.ts';

let given: Given;
beforeAll(async () => {
  given = await givenCaseFile(...(['mia', 'case-a', 'hh', 'northants', 'lancs'] as const).flatMap((review) => recordsOf(review)));
}, LOADING);
afterAll(() => given.close());

const firstHeld = (child: string, person: string, day: string, args: object = {}): Promise<Answer> =>
  given.ask('first-held', { child, person, asAt: day, heldOn: day, ...args });
const daysOf = ({ reading }: Answer): string[] =>
  reading.periods.map((one: Answer) => `${one.from}: ${setsOf(one.sets).join(', ') || 'nobody'}`);
const fact = ({ facts }: Answer, id: string): Answer => facts.find((one: Answer) => one.id === id);
/** "mia/csc from 2020-02-26 by mia/probation" for each agency that held a part. */
const holdersOf = (part: Answer): string[] =>
  part.held.map(({ agencies, day, by }: Answer) => {
    const from = [...new Set(by.flatMap((one: Answer) => one.from?.id ?? []))];
    return `${agencies.map((one: Answer) => one.id).join('+')} from ${day}${from.length === 0 ? '' : ` by ${from.join('+')}`}`;
  });
const statesOf = ({ sharings }: Answer): Record<string, string> => Object.fromEntries(sharings.map((one: Answer) => [one.id, one.state]));
const idsOf = (agencies: Answer[]): string[] => agencies.map((one) => one.id);
const changesOf = ({ changes }: Answer, what: string, how: string): Answer[] =>
  changes.filter((one: Answer) => one.what === what && one.how === how);

const BUSINESS = 'ASSOCIATE_OF mia/father mia/so2';
const BELIEVED = 'PARTNER_OF mia/mother mia/so2';

describe('Mia', () => {
  const april = '2020-04-25';

  it('gap 1: on 25 April 2020 social care alone found no route from Connor to SO2; asked together with probation it would have', async () => {
    const answer = await given.ask('compare-days', {
      child: 'mia/connor',
      asAt: april,
      heldOn: april,
      beforeHeldBy: ['mia/csc'],
      heldBy: ['mia/csc', 'mia/probation'],
    });
    const [route] = changesOf(answer, 'ROUTE', 'GAINED');
    expect(route.people.map((one: Answer) => one.id)).toEqual(['mia/connor', 'mia/father', 'mia/so2']);
    expect(route.why).toBe('probation held it, and was not asked before.');
  });

  it('gap 3: probation held the business tie, social care the child, from 26 February 2020; neither held all of it', async () => {
    const answer = await firstHeld('mia/connor', 'mia/so2', april, { heldBy: ['mia/csc', 'mia/probation'] });
    expect(daysOf(answer)).toEqual(['2020-02-26: mia/csc+mia/probation']);
    expect(answer.says).toBe(
      'From 26 February 2020 at the latest (some day between 1 October 2019 and 26 February 2020) social care and probation held it between them; neither held it alone by 25 April 2020.',
    );
    expect(holdersOf(fact(answer, BUSINESS))).toEqual(['mia/probation from 2020-02-26']);
  });

  it("gap 4: whether probation told social care of the brother's former partner is not known, so social care did not hold her tie to SO2", async () => {
    const answer = await firstHeld('mia/connor', 'mia/so2', april, { within: 4, heldBy: ['mia/csc', 'mia/probation'] });
    expect(holdersOf(fact(answer, 'ASSOCIATE_OF mia/brother-ex-partner mia/so2'))).toEqual(['mia/probation from 2020-02-26']);
    expect(statesOf(answer)['mia/probation-to-csc-ex-partner']).toBe('not known');
  });

  it('gap 5: that probation passed woman B on to the other authority was taken for granted; whether it did is not known', async () => {
    const answer = await firstHeld('mia/woman-b-baby', 'mia/so2', '2020-12-31', {
      asAt: april,
      within: 1,
      heldBy: ['mia/csc', 'mia/probation'],
    });
    expect(statesOf(answer)).toMatchObject({ 'mia/probation-to-neighbour-woman-b': 'received' });
    expect(holdersOf(fact(answer, 'PARENT_OF mia/so2 mia/woman-b-baby'))).toEqual(['mia/probation from 2020-01-31']);
    const couple = await firstHeld('mia/woman-b-baby', 'mia/so2', '2020-12-31', { asAt: april, heldBy: ['mia/csc', 'mia/probation'] });
    expect(statesOf(couple)['mia/probation-to-csc-woman-b']).toBe('not known');
    expect(holdersOf(fact(couple, 'PARTNER_OF mia/so2 mia/woman-b')).some((one) => one.startsWith('mia/csc '))).toBe(false);
  });

  it('gap 6: the denial of SO2 changed nothing of what was held: no tie, fact or route rests on it', async () => {
    const answer = await given.ask('rests-on', {
      child: 'mia/connor',
      source: 'mia/so2',
      asAt: april,
      heldOn: '2020-06-30',
      heldBy: ['mia/csc', 'mia/police', 'mia/probation'],
    });
    expect(answer.falling.map((one: Answer) => one.id)).toEqual(['mia/mother-so2-so2-denied']);
    expect([answer.routes, answer.facts]).toEqual([[], []]);
    expect(answer.says).toMatch(/every route, tie and fact of concern would still be found/);
  });

  it('gap 7: what was taken back in June 2020 was one tie and one route; the route by the business stayed', async () => {
    const answer = await given.ask('compare-days', {
      child: 'mia/connor',
      asAt: april,
      beforeHeldOn: '2020-06-16',
      heldOn: '2020-06-17',
      heldBy: ['mia/csc', 'mia/police', 'mia/probation'],
    });
    const lost = changesOf(answer, 'ROUTE', 'LOST');
    expect(lost.map((one) => one.people.map((person: Answer) => person.id))).toEqual([['mia/connor', 'mia/mother', 'mia/so2']]);
    expect([...new Set(lost[0].because.map((one: Answer) => one.statement.id))]).toEqual(['mia/mother-so2-father-took-back']);
    expect(changesOf(answer, 'TIE', 'LOST').map((one) => one.id)).toContain(`${BELIEVED} relationship`);
    const now = await firstHeld('mia/connor', 'mia/so2', '2020-06-17', { asAt: april, heldBy: ['mia/csc', 'mia/police', 'mia/probation'] });
    expect(now.routes.find((one: Answer) => one.route.people[1].id === 'mia/father').reading.periods.at(-1)).toMatchObject({ to: null });
    expect(now.routes.find((one: Answer) => one.route.people[1].id === 'mia/mother').reading.periods.at(-1).sets).toEqual([]);
  });

  it('gap 10: the psychological service came to hold the harm to Connor in August 2020, from social care, which held it since June', async () => {
    const answer = await firstHeld('mia/connor', 'mia/so2', '2020-12-31', { asAt: april, within: 1 });
    expect(holdersOf(fact(answer, 'HARMED mia/so2 mia/connor'))).toEqual(['mia/csc from 2020-06-29', 'mia/cps from 2020-08-31 by mia/csc']);
  });

  it('gap 11: the prison held the contact of Mother and SO2 by letter from 13 July 2020, and shared it with nobody', async () => {
    const answer = await firstHeld('mia/connor', 'mia/so2', '2020-12-31', {
      asAt: '2020-08-31',
      heldBy: ['mia/prison', 'mia/csc', 'mia/probation'],
    });
    expect(holdersOf(fact(answer, 'ASSOCIATE_OF mia/mother mia/so2'))).toEqual(['mia/prison from 2020-07-13', 'mia/csc from 2020-08-11']);
    expect(answer.sharings.filter((one: Answer) => one.from.id === 'mia/prison')).toEqual([]);
  });

  it('gap 14: the GP practices held no tie of Connor to Father, so with probation they held no route', async () => {
    const answer = await firstHeld('mia/connor', 'mia/so2', april, { heldBy: ['mia/gp1', 'mia/gp2', 'mia/probation'] });
    expect(answer.reading.periods).toEqual([]);
    expect(idsOf(answer.heldNothing)).toEqual(['mia/gp1', 'mia/gp2']);
  });

  it('gap 17: whether the infant school passed on to the junior school what happened to Adam in 2017 is not known', async () => {
    const answer = await firstHeld('mia/adam', 'mia/so1', '2018-12-31');
    expect(statesOf(answer)['mia/infants-to-junior']).toBe('not known');
    expect(idsOf(answer.heldNothing)).toContain('mia/school-junior');
    expect(holdersOf(fact(answer, 'HARMED mia/so1 mia/adam'))).toEqual(['mia/csc from 2017-09-30', 'mia/school-infants from 2017-09-30']);
  });

  it('who first held it, for Mia and for Connor: not one agency alone before the business tie was in every file', async () => {
    const connor = await firstHeld('mia/connor', 'mia/so2', '2020-12-31', { asAt: april });
    expect(daysOf(connor)[0]).toMatch(/^2020-02-26: /);
    expect(connor.reading.periods[0].sets.every((set: Answer[]) => set.length === 2)).toBe(true);
    expect(connor.reading.periods.find((one: Answer) => one.sets.some((set: Answer[]) => set.length === 1))).toMatchObject({
      from: '2020-05-31',
      on: { earliest: '2020-04-25', latest: '2020-05-31' },
    });
    const mia = await firstHeld('mia/mia', 'mia/so2', april, { heldBy: ['mia/health-visiting', 'mia/probation', 'mia/csc'] });
    expect(mia.reading.periods[0].sets.every((set: Answer[]) => set.length > 1)).toBe(true);
    expect(mia.reading.says).toMatch(/held it alone/);
  });
});

describe('HH', () => {
  it('gap 39: schools and children’s centres held no part of it in all the years to 2015', async () => {
    const answer = await firstHeld('hh/hh', 'hh/mr-a', '2015-08-31', { within: 1 });
    expect(idsOf(answer.heldNothing)).toEqual(expect.arrayContaining(['hh/school', 'hh/centre']));
    expect(daysOf(answer)[0]).toBe('2009-10-31: hh/csc, hh/hv, hh/police, hh/probation');
    expect(statesOf(answer)['hh/minutes-to-gp']).toBe('received');
  });
});

describe('Northamptonshire', () => {
  it('gap 56: social care held it alone from August 2006; what came from overseas in November 2007 reached police, who held no route', async () => {
    const answer = await firstHeld('northants/child-1', 'northants/partner', '2008-12-31', { asAt: '2007-12-31', within: 1 });
    expect(daysOf(answer)).toEqual(['2006-08-31: northants/csc']);
    const intelligence = answer.facts.find((one: Answer) => one.held[0].agencies[0].id === 'northants/fbi');
    expect(holdersOf(intelligence)).toEqual(['northants/fbi from 2007-11-30', 'northants/police from 2007-11-30 by northants/fbi']);
  });
});

describe('East Lancashire', () => {
  it('gap 63: the tie to another offender was held only after an inquiry into a third party, and by police alone', async () => {
    const day = '2022-12-31';
    const answer = await firstHeld('lancs/son', 'lancs/third-party', day);
    const [held] = fact(answer, 'ASSOCIATE_OF lancs/father lancs/third-party').held;
    expect([held.agencies[0].id, held.on.earliest, held.day]).toEqual(['lancs/police', '2020-05-01', day]);
    const [concern] = answer.facts.find((one: Answer) => one.id.includes('investigated over indecent images')).held;
    expect([concern.agencies[0].id, concern.day]).toEqual(['lancs/police', '2020-05-31']);
    expect(daysOf(answer)).toEqual([`${day}: lancs/police`]);
    expect((await firstHeld('lancs/son', 'lancs/third-party', '2020-04-30')).reading.periods).toEqual([]);
  });
});

describe('Case A', () => {
  const baby = { heldBy: ['case-a/police', 'case-a/police-mash', 'case-a/midwifery', 'case-a/hospital'] };

  it('gap 66: police and hospital held Baby S and Mr A between them from June 2016; police alone not before November 2018', async () => {
    const answer = await firstHeld('case-a/child-s', 'case-a/mr-a', '2019-12-31', baby);
    expect(daysOf(answer).slice(0, 2)).toEqual([
      '2016-06-30: case-a/hospital+case-a/police',
      '2016-10-31: case-a/police+case-a/hospital, case-a/police+case-a/midwifery',
    ]);
    expect(answer.reading.periods.find((one: Answer) => one.sets.some((set: Answer[]) => set.length === 1))).toMatchObject({
      from: '2018-11-30',
    });
  });

  it("gap 67: what police passed on of the cousin's three children was refused at the next desk, and social care there held nothing", async () => {
    for (const child of ['case-a/cousin-child-1', 'case-a/cousin-child-2', 'case-a/cousin-child-3']) {
      const answer = await firstHeld(child, 'case-a/mr-a', '2018-12-31');
      expect(daysOf(answer)).toEqual(['2016-10-31: case-a/police', '2017-02-28: case-a/police, case-a/police-mash']);
      expect(statesOf(answer)['case-a/police-mash-to-csc-2017']).toBe('refused');
      expect(idsOf(answer.heldNothing)).toContain('case-a/csc-cousin-area');
    }
  });

  it('gap 70: the hub searched by name in its own records and found nobody; with midwifery asked too the child is there', async () => {
    const answer = await given.ask('compare-days', {
      child: 'case-a/child-s',
      asAt: '2017-02-28',
      heldOn: '2017-02-28',
      beforeHeldBy: ['case-a/police', 'case-a/police-mash'],
      heldBy: ['case-a/police', 'case-a/police-mash', 'case-a/midwifery'],
    });
    const [route] = changesOf(answer, 'ROUTE', 'GAINED');
    expect(route.people.map((one: Answer) => one.id)).toEqual(['case-a/child-s', 'case-a/ms-r', 'case-a/mr-a']);
    expect(route.why).toBe('midwifery held it, and was not asked before.');
  });

  it('gap 76: the nursery came to hold who the father is in September 2019, eight months after the closure letter, and no fact of concern', async () => {
    const answer = await firstHeld('case-a/child-s', 'case-a/mr-a', '2019-12-31', {
      within: 1,
      heldBy: ['case-a/nursery', 'case-a/school', 'case-a/police'],
    });
    expect(holdersOf(fact(answer, 'PARENT_OF case-a/mr-a case-a/child-s'))).toContain('case-a/nursery from 2019-09-30');
    const concerns = answer.facts.filter((one: Answer) => one.kind === 'OF_CONCERN').flatMap(holdersOf);
    expect(concerns.filter((one: string) => one.startsWith('case-a/nursery'))).toEqual([]);
    expect(idsOf(answer.heldNothing)).toContain('case-a/school');
  });
});
