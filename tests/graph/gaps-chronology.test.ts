/**
 * Gaps of the five reviews (docs/gaps.md) that chronology would have shown: each test names the gap, asks one question with the settings of that day, and reads the answer.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entryOf, idsOf, settings } from '../support/gaps.ts';
import { givenCaseFile, type Answer, type Given } from '../support/given.ts';
import { LOADING, recordsOf } from '../support/reviews.ts';

let given: Given;
beforeAll(async () => {
  given = await givenCaseFile(...(['mia', 'case-a', 'hh', 'lancs', 'northants'] as const).flatMap(recordsOf));
}, LOADING);
afterAll(async () => given.close());

describe('Chronology', () => {
  test('gap 1: as social care held it, woman A and her children stood beside SO2 before 25 April 2020', async () => {
    const answer = await given.ask('chronology', settings('mia', ['so2'], '2020-04-25', { asHeldBy: 'mia/csc' }));
    expect(idsOf(answer.entries)).toContain('so2-woman-a-csc');
    expect(idsOf(answer.notHeld)).toContain('so2-father-business-probation');
  });

  test('gap 3: probation’s brother, former partner and business tie are what social care did not hold', async () => {
    const { notHeld } = await given.ask(
      'chronology',
      settings('mia', ['so2'], '2020-05-31', { asHeldBy: 'mia/csc', kinds: ['statement'] }),
    );
    for (const id of ['so2-brother-probation', 'so2-ex-partner-probation', 'so2-father-business-probation'])
      expect(idsOf(notHeld)).toContain(id);
  });

  test('gap 10: until August 2020 the psychological service held nothing of the harm to Connor', async () => {
    const before = await given.ask('chronology', settings('mia', ['connor'], '2020-07-31', { asHeldBy: 'mia/cps' }));
    expect(idsOf(before.notHeld)).toContain('so2-harmed-connor');
    const after = await given.ask('chronology', settings('mia', ['connor'], '2020-08-31', { asHeldBy: 'mia/cps' }));
    expect(entryOf(after, 'mia/so2-harmed-connor').knownFrom).toBe('2020-08-31');
  });

  test('gap 11: the prison’s telephone list and letters are what the police did not hold', async () => {
    const { notHeld } = await given.ask(
      'chronology',
      settings('mia', ['so2', 'mother', 'father'], '2020-08-11', { asHeldBy: 'mia/police' }),
    );
    const ofPrison = notHeld.filter(({ agency, what }: Answer) => agency.id === 'mia/prison' && /telephone|letter/.test(what));
    expect(ofPrison.length).toBeGreaterThan(0);
  });

  test('gap 14: what mother’s practice held of her children names mothers and no father', async () => {
    const answer = await given.ask(
      'chronology',
      settings('mia', ['adam', 'emma', 'mia'], '2020-08-11', { heldBy: ['mia/gp2'], kinds: ['statement'] }),
    );
    const parents = answer.undated.filter(({ what }: Answer) => what.includes('the parent of') || what.includes('the mother of'));
    expect(parents).toHaveLength(3);
    expect([...answer.entries, ...answer.undated].some(({ about }: Answer) => about.some(({ id }: Answer) => /father/.test(id)))).toBe(
      false,
    );
  });

  test('gap 15: each of the two practices held the children of one home alone', async () => {
    const of = async (practice: string): Promise<string[]> => {
      const answer = await given.ask(
        'chronology',
        settings('mia', ['connor', 'mia'], '2020-08-11', { heldBy: [practice], kinds: ['statement'] }),
      );
      const about = [...answer.entries, ...answer.undated].flatMap((one: Answer) => one.about.map(({ id }: Answer) => id));
      return ['mia/connor', 'mia/mia'].filter((id) => about.includes(id));
    };
    expect(await of('mia/gp1')).toEqual(['mia/connor']);
    expect(await of('mia/gp2')).toEqual(['mia/mia']);
  });

  test('gap 16: Adam’s school held his mother and no sister or brother', async () => {
    const answer = await given.ask(
      'chronology',
      settings('mia', ['adam'], '2020-08-11', { heldBy: ['mia/school-junior'], kinds: ['statement'] }),
    );
    const about = [...answer.entries, ...answer.undated].flatMap((one: Answer) => one.about.map(({ id }: Answer) => id));
    expect([...new Set(about)].sort()).toEqual(expect.not.arrayContaining(['mia/connor', 'mia/emma', 'mia/mia', 'mia/father']));
    expect(about).toContain('mia/mother');
  });

  test('gap 24: what father reported was followed up and what mother 2 reported was not, side by side', async () => {
    const answer = await given.ask('chronology', settings('mia', ['callum'], '2021-07-21', { kinds: ['contact'] }));
    expect(entryOf(answer, 'mia/c-2017-by-father').done).toBe('each followed up');
    expect(entryOf(answer, 'mia/c-mother-2-calls').done).toContain('not followed up');
  });

  test('gap 26: the unknown woman left with Connor stays in the contact, which ended with no further action', async () => {
    const answer = await given.ask('chronology', settings('mia', ['unknown-woman'], '2020-04-30', { kinds: ['contact'] }));
    expect(entryOf(answer, 'mia/c-2020-03-csc').done).toContain('no further action');
  });

  test('gap 30: of what the police did about SO2 before 25 April 2020 nothing is on record here but what probation passed to them', async () => {
    const { entries } = await given.ask(
      'chronology',
      settings('mia', ['so2'], '2020-04-24', { heldBy: ['mia/police'], kinds: ['contact', 'decision', 'sharing'] }),
    );
    expect([...new Set(entries.map(({ agency }: Answer) => agency.id))]).toEqual(['mia/probation']);
  });

  test('gap 46: the days of the two screenings do not say whether they were before or after the pregnancy was held', async () => {
    const answer = await given.ask('chronology', settings('hh', ['mr-a', 'hh'], '2009-12-31'));
    const [screening, expecting] = [entryOf(answer, 'hh/screening-1'), entryOf(answer, 'hh/expecting-hh')];
    expect(screening.happened.earliest < expecting.knownFrom && expecting.knownFrom <= screening.happened.latest).toBe(true);
    expect(screening.done).toContain('Whether the pregnancy was weighed is not recorded');
  });

  test('gap 47: OASys and RM2000 stand with what each measures, and are never one level', async () => {
    const { entries } = await given.ask('chronology', settings('hh', ['mr-a'], '2009-05-31', { kinds: ['assessment'] }));
    const measures = (id: string): string => entries.find((one: Answer) => one.id === `hh/${id}`).done;
    expect(measures('oasys-reoffending-2008')).toContain('measures: non-sexual reoffending within two years; result: low');
    expect(measures('oasys-harm-2008')).toContain('measures: serious harm to children, by professional judgement; result: medium');
    expect(measures('rm2000-high')).toContain('measures: sexual reoffending by adult men, from fixed facts about the past; result: high');
  });

  test('gap 56: what came from overseas in November 2007 social care had held since the summer of 2006', async () => {
    const answer = await given.ask(
      'chronology',
      settings('northants', ['mother', 'partner'], '2007-11-30', { asHeldBy: 'northants/police' }),
    );
    expect(entryOf(answer, 'northants/intelligence-mother').knownFrom).toBe('2007-11-30');
    const admission = answer.notHeld.find(({ id }: Answer) => id === 'northants/admission-mother');
    expect(admission.heldBy).toMatchObject([{ agency: { id: 'northants/csc' }, from: '2006-08-31' }]);
  });

  test('gaps 58, 60 and 62: that the review lapsed with the separation, the step-down on trust, and a check that left the children out', async () => {
    const answer = await given.ask(
      'chronology',
      settings('lancs', ['father', 'son', 'mother'], '2020-05-31', { kinds: ['decision', 'contact'] }),
    );
    expect(entryOf(answer, 'lancs/review-lapsed').what).toContain('The parents had separated');
    expect(entryOf(answer, 'lancs/step-down').what).toContain('able to keep the children from sexual harm');
    expect(entryOf(answer, 'lancs/phone-check').done).toContain('The children were no part of the check');
  });

  test('gap 63: the tie to another offender was held years after it was so', async () => {
    const answer = await given.ask('chronology', settings('lancs', ['father'], '2022-12-31', { asHeldBy: 'lancs/police' }));
    expect(entryOf(answer, 'lancs/recipient-tie').delay).toMatchObject({ least: 944 });
    const before = await given.ask('chronology', settings('lancs', ['father'], '2020-05-31', { asHeldBy: 'lancs/police' }));
    expect(entryOf(before, 'lancs/recipient-tie')).toBeUndefined();
  });

  test('gap 66: in 2016 police held nothing of Child S, and the hospital nothing of the conviction', async () => {
    const child = await given.ask('chronology', settings('case-a', ['child-s'], '2016-12-31', { asHeldBy: 'case-a/police' }));
    expect(child.entries).toEqual([]);
    expect(idsOf(child.notHeld)).toContain('hospital-s-born');
    const man = await given.ask('chronology', settings('case-a', ['mr-a'], '2016-12-31', { asHeldBy: 'case-a/hospital' }));
    expect(idsOf(man.notHeld)).toContain('police-a-convicted-2014');
  });

  test('gap 69: a passport and travel came to the police from the border and from nobody else', async () => {
    const border = async (day: string, agency: string): Promise<string[][]> => {
      const answer = await given.ask(
        'chronology',
        settings('case-a', ['mr-a'], day, { asHeldBy: `case-a/${agency}`, since: '2016-11-01' }),
      );
      return [answer.entries, answer.notHeld].map((list: Answer[]) =>
        list.filter((one) => one.agency.id === 'case-a/border-force').map((one) => `${idsOf([one])[0]} ${one.knownFrom} ${one.done}`),
      );
    };
    expect(await border('2016-11-29', 'police')).toEqual([[], []]);
    const passed = "passed to Metropolitan Police, Jigsaw team 1 (his parents' area) in November 2016: received";
    expect(await border('2016-11-30', 'police')).toEqual([
      [
        'border-tells-police-2016 2016-11-30 null',
        `border-a-passport-2016 2016-11-30 ${passed}`,
        `border-a-travel-2016 2016-11-30 ${passed}`,
      ],
      [],
    ]);
    for (const agency of ['csc', 'probation'])
      expect(await border('2016-11-30', agency)).toEqual([
        [],
        ['border-tells-police-2016 null null', `border-a-passport-2016 null ${passed}`, `border-a-travel-2016 null ${passed}`],
      ]);
  });

  test('gap 70: the check of 2016 or 2017 answered that nothing was held, when a child of his had been on record since May 2016', async () => {
    const answer = await given.ask('chronology', settings('case-a', ['mr-a', 'child-s'], '2017-10-31'));
    expect(entryOf(answer, 'case-a/probation-asks-mash-2016').what).toContain('asked: no record is held');
    expect(entryOf(answer, 'case-a/hospital-s-born').knownFrom).toBe('2016-05-31');
  });

  test('gap 73: midwives in 2018 and ward staff in 2021 held nothing of the conviction', async () => {
    for (const [agency, day] of [
      ['midwifery', '2018-08-31'],
      ['hospital', '2018-08-31'],
    ]) {
      const { notHeld } = await given.ask('chronology', settings('case-a', ['mr-a'], day!, { asHeldBy: `case-a/${agency}` }));
      expect(idsOf(notHeld)).toContain('police-a-convicted-2014');
    }
    const { entries } = await given.ask(
      'chronology',
      settings('case-a', ['mr-a'], '2021-06-30', { asHeldBy: 'case-a/hospital-2', kinds: ['statement'] }),
    );
    expect(entries.filter(({ stance, what }: Answer) => stance === 'claims' && what.includes('convicted'))).toEqual([]);
  });

  test('gap 81: the annual assessments that were not made stand in the chronology as denied', async () => {
    const answer = await given.ask('chronology', settings('case-a', ['mr-a'], '2024-07-31', { kinds: ['assessment'] }));
    const missing = answer.entries.filter(({ stance, agency }: Answer) => stance === 'denies' && agency.id === 'case-a/review');
    expect(idsOf(missing)).toEqual(expect.arrayContaining(['review-no-arms-2017', 'review-no-arms-2018', 'review-no-arms-2020']));
  });

  test('gap 76: to the end the school held nothing of the conviction', async () => {
    const { notHeld } = await given.ask('chronology', settings('case-a', ['mr-a'], '2022-07-31', { asHeldBy: 'case-a/school' }));
    expect(idsOf(notHeld)).toContain('police-a-convicted-2014');
  });
});
