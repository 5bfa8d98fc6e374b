/**
 * Gaps of the reviews (docs/gaps.md) about who held what of whom: who is in a home, whose word reached whom. Each is
 * read whole, with an earlier day or fewer agencies that would not show it, and without what it rests on.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entryOf, idsOf, partOf, settings } from '../support/gaps.ts';
import { givenCaseFile, rowsOf, type Answer, type Given } from '../support/given.ts';
import { LOADING, recordsOf, takeAway } from '../support/reviews.ts';

let given: Given;
const records = () => (['mia', 'case-a', 'lancs'] as const).flatMap(recordsOf);

const inHome = async (household: string, day: string, ...heldBy: string[]): Promise<string[]> => {
  const asked = heldBy.length === 0 ? {} : { heldBy };
  const { members } = await given.ask('household', { household, asAt: day, heldOn: day, ...asked });
  return members.map(({ person, stays }: Answer) => `${person.name} ${stays[0].pattern}`).sort();
};
const h1 = (day: string, ...heldBy: string[]): Promise<string[]> => inHome('mia/h1', day, ...heldBy);
const ofMsR = (day: string, ...heldBy: string[]): Promise<string[]> => inHome('case-a/r-home', day, ...heldBy);
const image = (day: string): Promise<Answer> =>
  given.ask('chronology', settings('mia', ['mother', 'so2', 'emma'], day, { asHeldBy: 'mia/csc', kinds: ['event'] }));
const holding = async (person: string, agency: string, day: string): Promise<string> => {
  const { agencies } = await given.ask('who-holds-what', { person: `case-a/${person}`, asAt: day, heldOn: day });
  const one = agencies.find((row: Answer) => row.agency.id === `case-a/${agency}`);
  return [one.answer, ...one.kinds.map(({ kind, count }: Answer) => `${count} ${kind}`)].join(', ');
};
/** Who held each fact of concern on Mr A: "managed: police". */
const concernsOn = async (day: string): Promise<string[]> => {
  const { found } = await given.ask('people-of-concern-near', { child: 'case-a/child-s', asAt: day, heldOn: day });
  const all: Answer[] = found[0].concerns;
  return ['managed', 'registered'].map((form) => {
    const holders = all.filter((one) => one.form === form).flatMap((one) => idsOf(one.holders.map(({ agency }: Answer) => agency)));
    return `${form}: ${[...new Set(holders)].sort().join(', ')}`;
  });
};
const ofLancs = (day: string): Promise<Answer> => given.ask('coverage', settings('lancs', ['father', 'daughter', 'son'], day));

describe('Of three reviews, each gap whole', () => {
  beforeAll(async () => {
    given = await givenCaseFile(...records());
  }, LOADING);
  afterAll(() => given.close());

  test('gap 12: on 28 June 2020 social care had three people in the home of Mother and Father; others, asked too, had six', async () => {
    expect(await h1('2020-06-28', 'mia/csc')).toEqual(['Adam lives', 'Father lives', 'Mother lives']);
    expect(await h1('2020-06-28', 'mia/csc', 'mia/health-visiting')).toEqual([
      'Adam lives',
      'Emma lives',
      'Father lives',
      'Mia lives',
      'Mother lives',
    ]);
    expect(await h1('2020-06-28')).toEqual(['Adam lives', 'Connor weekends', 'Emma lives', 'Father lives', 'Mia lives', 'Mother lives']);
    expect(await h1('2020-06-29', 'mia/csc')).toEqual(expect.arrayContaining(['Emma lives', 'Mia lives']));
  });

  test('gap 13: in May 2020 social care had Emma in another home than the police and health visitors, and Mia in none', async () => {
    expect(await inHome('mia/h-form', '2020-05-31', 'mia/csc')).toEqual(['Emma lives']);
    expect(await inHome('mia/h-form', '2020-05-30')).toEqual([]);
    expect(await h1('2020-05-31', 'mia/police')).toEqual(['Adam lives', 'Emma lives', 'Father lives', 'Mia lives', 'Mother lives']);
    const { stays, people } = await given.ask('web-of-person', {
      person: 'mia/mia',
      within: 1,
      asAt: '2020-05-31',
      heldOn: '2020-05-31',
      heldBy: ['mia/csc'],
    });
    expect(people.map(({ person }: Answer) => person.name)).toContain('Mia');
    expect(stays.filter(({ says }: Answer) => says.startsWith('Mia '))).toEqual([]);
  });

  test('gap 36: that a picture of Emma was sent came to be held on 11 August 2020, up to 315 days after it was', async () => {
    expect((await image('2020-08-10')).entries.filter(({ id }: Answer) => id === 'mia/image-event')).toEqual([]);
    const entry = entryOf(await image('2020-08-11'), 'mia/image-event');
    expect(entry).toMatchObject({ knownFrom: '2020-08-11', delay: { least: 0, most: 315 } });
    expect(idsOf(entry.about).sort()).toEqual(['emma', 'mother', 'so2']);
    expect(idsOf(entry.heldBy.map(({ agency }: Answer) => agency))).toEqual(['csc']);
  });

  test('gap 61: of the lapse of the review nobody but the police has a record, the school not of the conviction either, and nothing was passed on', async () => {
    expect((await ofLancs('2017-04-29')).covered.map(({ id }: Answer) => id)).not.toContain('lancs/review-lapsed');
    const answer = await ofLancs('2017-04-30');
    const part = (agency: string): Answer => partOf(answer, 'lancs/review-lapsed', `lancs/${agency}`);
    expect(part('police').part).toBe('held it');
    expect(part('school').part).toBe('not told');
    expect(part('school').notPassedOn.join()).toContain('Father was convicted');
    const later = await ofLancs('2020-05-31');
    expect(['nps', 'school', 'csc'].map((agency) => partOf(later, 'lancs/review-lapsed', `lancs/${agency}`).part)).toEqual([
      'not told',
      'not told',
      'not told',
    ]);
    const sharings = await given.ask('chronology', settings('lancs', ['father', 'daughter', 'son'], '2020-05-31', { kinds: ['sharing'] }));
    expect(sharings.total).toBe(0);
  });

  test('gap 71: from 31 October 2017 the police held that Mr A slept at Ms R’s; that children live there they did not hold a year later', async () => {
    expect(await ofMsR('2017-10-30')).toEqual(['Ms R lives']);
    expect(await ofMsR('2017-10-31')).toEqual(['Mr A part week', 'Ms R lives']);
    expect(await ofMsR('2017-10-31', 'case-a/midwifery')).toEqual([]);
    expect(await ofMsR('2018-08-31')).toEqual(['Child S lives', 'Child T lives', 'Mr A part week', 'Ms R lives']);
    expect(await ofMsR('2018-10-30', 'case-a/police')).toEqual(['Mr A part week', 'Ms R lives']);
    const answer = await given.ask(
      'chronology',
      settings('case-a', ['mr-a', 'ms-r'], '2018-09-30', { asHeldBy: 'case-a/police', kinds: ['contact'], since: '2017-10-01' }),
    );
    expect(entryOf(answer, 'case-a/police-visit-2017-10').done).toContain('nobody asked who else lived there');
    expect(answer.entries.filter(({ about }: Answer) => idsOf(about).includes('ms-r'))).toHaveLength(1);
  });

  test('gap 80: when Child S was referred in 2020 community paediatrics held the referral and nothing of the family', async () => {
    expect(await holding('child-s', 'community-paediatrics', '2020-03-30')).toBe('not checked');
    expect(await holding('child-s', 'community-paediatrics', '2020-03-31')).toBe('recorded, 1 involvement, 1 contact');
    expect(await holding('mr-a', 'community-paediatrics', '2020-03-31')).toBe('none held');
    const near = (heldBy: string): Promise<Answer> =>
      given.ask('people-of-concern-near', { child: 'case-a/child-s', asAt: '2020-03-31', heldOn: '2020-03-31', heldBy: [heldBy] });
    expect((await near('case-a/community-paediatrics')).found).toEqual([]);
    expect(rowsOf((await near('case-a/csc')).found)).toEqual(['Mr A at 1']);
  });

  test('gap 82: until 30 January 2019 one team alone held that Mr A was registered and managed', async () => {
    expect(await concernsOn('2018-10-31')).toEqual(['managed: police', 'registered: police']);
    expect(await concernsOn('2019-01-30')).toEqual(['managed: police', 'registered: police']);
    expect(await concernsOn('2019-01-31')).toEqual(['managed: csc, police', 'registered: csc, police']);
    expect(await holding('mr-a', 'health-visiting', '2018-10-31')).toBe('not checked');
  });
});

describe('Of three reviews, had what these gaps rest on not been recorded', () => {
  beforeAll(async () => {
    given = await givenCaseFile(
      ...takeAway(records(), [
        'mia/emma-h1-hv',
        'mia/mia-h1-hv',
        'mia/emma-h1-police',
        'mia/mia-h1-police',
        'mia/connor-h1-cafcass',
        'mia/emma-wrong-address-csc',
        'mia/image-event',
        'lancs/review-lapsed',
        'case-a/police-a-at-r-2017-10',
        'case-a/paediatrics-s-waiting',
        'case-a/paediatrics-referral-2020',
        'case-a/police-talks-csc-2018',
      ]),
    );
  }, LOADING);
  afterAll(() => given.close());

  test('gaps 12 and 13: nobody would have held more of the home than social care, nor anything else of Emma', async () => {
    expect(await h1('2020-06-28')).toEqual(await h1('2020-06-28', 'mia/csc'));
    expect(await inHome('mia/h-form', '2020-05-31')).toEqual([]);
  });
  test('gap 36: the chronology has no picture', async () => {
    expect((await image('2020-08-11')).entries.filter(({ id }: Answer) => id === 'mia/image-event')).toEqual([]);
  });
  test('gap 61: there is nothing of which the school was not told but the step-down', async () => {
    expect((await ofLancs('2020-05-31')).covered.map(({ id }: Answer) => id)).toEqual(['lancs/step-down']);
  });
  test('gap 71: the police have Ms R alone at her home until October 2018', async () => {
    expect(await ofMsR('2017-10-31')).toEqual(['Ms R lives']);
  });
  test('gaps 80 and 82: community paediatrics holds nothing, and the police team alone what it did not pass on', async () => {
    expect(await holding('child-s', 'community-paediatrics', '2020-03-31')).toBe('not checked');
    expect(await concernsOn('2019-01-31')).toEqual(['managed: police', 'registered: police']);
  });
});
