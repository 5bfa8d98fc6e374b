/**
 * Gaps of the Mia review (docs/gaps.md), each answer read whole: with the settings that would have shown it, with
 * an earlier day or fewer agencies that would not, and with what it rests on taken away.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { brief, entryOf, idsOf, settings } from '../support/gaps.ts';
import { routesOf, rowsOf, setsOf, type Answer, type Given } from '../support/given.ts';
import { givenReview, givenReviewWithout, LOADING } from '../support/reviews.ts';

let given: Given;
const april = '2020-04-25';
const childrenOfConcern = (heldOn: string, args: object = {}): Promise<Answer> =>
  given.ask('children-near', { person: 'mia/so2', asAt: april, heldOn, ...args });
const roundSO2 = async (heldOn: string, ...heldBy: string[]): Promise<string[]> => {
  const web = await given.ask('web-of-person', {
    person: 'mia/so2',
    within: 1,
    asAt: april,
    heldOn,
    ...(heldBy.length === 0 ? {} : { heldBy }),
  });
  return idsOf(web.people.map(({ person }: Answer) => person)).filter((id) => id !== 'so2');
};
const contacts = (people: string[], day: string, agency: string): Promise<Answer> =>
  given.ask('chronology', settings('mia', people, day, { asHeldBy: `mia/${agency}`, kinds: ['contact', 'decision'], since: '2020-04-01' }));
const nearConnor = (heldOn: string): Promise<Answer> =>
  given.ask('people-of-concern-near', { child: 'mia/connor', asAt: '2020-05-31', heldOn, heldBy: ['mia/csc'] });
const handOffs = (people: string[], day: string, more: object = {}): Promise<Answer> =>
  given.ask('lost-hand-offs', settings('mia', people, day, more));
const ofPolice = (day: string): Promise<Answer> => given.ask('chronology', settings('mia', ['so2'], day, { heldBy: ['mia/police'] }));
/** Each record that happened, was held or is not dated, with whose it is. */
const whose = ({ entries, undated }: Answer): string[] =>
  [...entries, ...undated].map((one: Answer) => `${idsOf([one])[0]} of ${idsOf([one.agency])[0]}`);

describe('Mia, each gap whole', () => {
  beforeAll(async () => {
    given = await givenReview('mia');
  }, LOADING);
  afterAll(() => given.close());

  test('gap 2: three families stood in one picture round one man, from 26 February 2020, and no agency had it', async () => {
    const { found } = await childrenOfConcern('2020-04-24');
    expect(found.map((row: Answer) => [rowsOf([row])[0], row.heldFrom, setsOf(row.heldBetween).join(' or ')])).toEqual([
      ["Woman B's baby at 1", '2020-01-31', 'mia/csc-neighbour or mia/police or mia/probation'],
      ['Callum at 2', '2020-02-26', 'mia/csc+mia/probation or mia/family-court+mia/probation'],
      [
        'Connor at 2',
        '2020-02-26',
        'mia/cafcass+mia/probation or mia/cps+mia/probation or mia/csc+mia/probation or mia/family-court+mia/probation or mia/police+mia/probation',
      ],
      ['Emma at 2', '2020-02-26', 'mia/health-visiting+mia/probation'],
      ['Mia at 2', '2020-02-26', 'mia/health-visiting+mia/probation'],
      ["Woman A's first child at 2", '2020-02-26', 'mia/csc or mia/csc-region or mia/police or mia/probation'],
      ["Woman A's second child at 2", '2020-02-26', 'mia/csc or mia/csc-region or mia/police or mia/probation'],
    ]);
    expect(await roundSO2(april)).toEqual([
      'brother-ex-partner',
      'father',
      'father-brother',
      'mother',
      'woman-a',
      'woman-b',
      'woman-b-baby',
    ]);
  });
  test('gap 2: social care alone had one woman beside him, probation no mother of Mia, and nobody a picture on the day before', async () => {
    expect(await roundSO2(april, 'mia/csc')).toEqual(['woman-a']);
    expect(await roundSO2(april, 'mia/probation')).toEqual([
      'brother-ex-partner',
      'father',
      'father-brother',
      'woman-a',
      'woman-b',
      'woman-b-baby',
    ]);
    expect(await roundSO2('2020-02-25')).toEqual(['woman-b', 'woman-b-baby']);
    expect(rowsOf((await childrenOfConcern('2020-02-25')).found)).toEqual(["Woman B's baby at 1"]);
  });

  test('gap 8: on 12 June 2020 the police held both calls and his denial, and the record made then names no other', async () => {
    const { entries } = await contacts(['so2', 'father'], '2020-06-12', 'police');
    expect(entries.map((one: Answer) => [idsOf([one])[0], one.knownFrom])).toEqual([
      ['c-2020-04-25-police', april],
      ['c-2020-04-mosovo', '2020-06-11'],
      ['c-2020-06-12', '2020-06-12'],
    ]);
    expect(entryOf({ entries, undated: [], notHeld: [] }, 'mia/c-2020-06-12').done).toBe('business tie learned; no link made to 25 April');
    expect(idsOf((await contacts(['so2', 'father'], '2020-06-10', 'police')).entries)).toEqual(['c-2020-04-25-police']);
    expect((await contacts(['so2', 'father'], '2020-06-12', 'probation')).entries).toEqual([]);
  });

  test('gap 9: on 31 May 2020 social care held both homes’ concerns of five weeks in one chronology, and alone a route from Connor to SO2', async () => {
    const { entries } = await contacts(['connor', 'mother'], '2020-05-31', 'csc');
    expect(entries.map((one: Answer) => [idsOf([one])[0], one.knownFrom])).toEqual([
      ['c-2020-04-25-csc', '2020-05-31'],
      ['c-2020-05-mash', '2020-05-31'],
      ['d-2020-05', '2020-05-31'],
    ]);
    const { found } = await nearConnor('2020-05-31');
    expect(rowsOf(found)).toEqual(['SO1 at 2', 'SO2 at 2']);
    expect(found[1]).toMatchObject({ assembled: false, heldFrom: '2020-05-31' });
    expect(routesOf(found[1])).toEqual(['Connor - Mother - SO2']);
    expect(found[1].routes[0].says).toContain("H1: mother and father's home");
  });
  test('gap 9: the day before, or asked of Connor’s own home alone, social care had it not', async () => {
    expect(rowsOf((await nearConnor('2020-05-30')).found)).toEqual(['SO1 at 2']);
    expect((await contacts(['connor', 'mother'], '2020-05-30', 'csc')).entries).toEqual([]);
    expect(idsOf((await contacts(['connor', 'mother-2'], '2020-05-31', 'csc')).entries)).toEqual(['c-2020-05-mash', 'd-2020-05']);
  });

  test('gap 21: what was promised in March 2018 was sent in July, arrived in January, and led to a first session in August 2020', async () => {
    expect((await handOffs(['connor'], '2018-03-30')).lost).toEqual([]);
    expect(brief('mia', (await handOffs(['connor'], '2018-07-25')).lost)).toEqual(['nothing-after-d-2018-promise, hospital, 116']);
    expect(brief('mia', (await handOffs(['connor'], '2019-01-27')).lost)).toEqual([
      'no-receipt-hospital-to-camhs-sent, hospital to camhs, 184',
      'no-answer-c-2018-gp-message, gp1 to hospital, 180',
    ]);
    const after = await handOffs(['connor'], '2019-01-28');
    expect(brief('mia', after.lost)).toEqual(['no-answer-c-2018-gp-message, gp1 to hospital, 181']);
    expect(brief('mia', after.settled)).toEqual([
      'nothing-after-d-2018-promise, hospital, 117, 2018-07-26',
      'no-receipt-hospital-to-camhs-sent, hospital to camhs, 185, 2019-01-28',
    ]);
    expect((await handOffs(['connor'], '2019-01-27', { heldBy: ['mia/camhs'] })).lost).toEqual([]);
  });
  test('gap 21: the thirteen months on the list of the psychological service stand in its own chronology, from first to last day', async () => {
    const answer = await given.ask('chronology', settings('mia', ['connor'], '2020-08-14', { heldBy: ['mia/cps'] }));
    expect(idsOf(answer.entries)).toEqual([
      'camhs-to-cps',
      'connor-cps-waiting',
      'c-2019-07-16',
      'c-2020-07-cps',
      'connor-cps-open',
      'c-2020-08-14',
    ]);
    expect(entryOf(answer, 'mia/connor-cps-waiting')).toMatchObject({
      happened: { earliest: '2019-07-16', latest: '2019-07-16' },
      until: { earliest: '2020-08-14', latest: '2020-08-14' },
    });
  });

  test('gap 22: of what practices passed on by August 2020 two letters have no receipt and two messages no answer, and a number rung gave none', async () => {
    const ofHealth = async (day: string): Promise<Answer[]> =>
      (await handOffs(['connor', 'mother'], day)).lost.filter(({ from }: Answer) => from.id !== 'mia/csc');
    expect(brief('mia', await ofHealth('2020-08-11'))).toEqual([
      'no-answer-c-2018-gp-message, gp1 to hospital, 742',
      'no-receipt-gp2-to-spa, gp2 to spa, 469',
      'no-receipt-gp1-to-cps, gp1 to cps, 72',
      'no-answer-c-2020-05-cps, gp1 to cps, 72',
      'no-answer-c-2020-07-cps, cps, 11',
    ]);
    expect(brief('mia', await ofHealth('2019-03-31'))).toEqual(['no-answer-c-2018-gp-message, gp1 to hospital, 243']);
    expect((await handOffs(['connor', 'mother'], '2020-08-11', { heldBy: ['mia/spa', 'mia/cps'] })).lost.length).toBe(1);
  });

  test('gap 30: before 25 April 2020 the police’s own records on SO2 are three, of one month; what they did after is told by probation', async () => {
    expect(whose(await ofPolice('2020-04-24'))).toEqual([
      'so2-managed-police of police',
      'so2-mosovo of police',
      'so2-woman-a-probation of probation',
      'probation-to-police-woman-a of probation',
      'probation-to-police-woman-b of probation',
      'so2-concern-police of police',
      'so2-baby-probation of probation',
      'so2-woman-b-probation of probation',
    ]);
    expect(whose(await ofPolice('2020-02-25'))).toEqual([
      'so2-managed-police of police',
      'so2-mosovo of police',
      'so2-concern-police of police',
    ]);
    const { lanes } = await ofPolice('2020-04-24');
    expect(lanes.map(({ agency, entries, heldFrom }: Answer) => [agency.id, entries, heldFrom])).toEqual([['mia/police', 8, '2019-10-31']]);
  });
});

describe('Mia, had what these gaps rest on not been recorded', () => {
  beforeAll(async () => {
    given = await givenReviewWithout(
      'mia',
      'mia/so2-father-business-probation',
      'mia/mother-so2-father-said',
      'mia/c-2020-04-25-police',
      'mia/d-2018-promise',
      'mia/hospital-to-camhs-sent',
      'mia/gp2-to-spa',
      'mia/c-2020-sm',
      'mia/gp1-to-cps',
      'mia/probation-to-police-woman-a',
      'mia/probation-to-police-woman-b',
    );
  }, LOADING);
  afterAll(() => given.close());

  test('gap 2: without the business and Father’s word the third family is not in the picture', async () => {
    expect(rowsOf((await childrenOfConcern(april)).found)).toEqual([
      "Woman B's baby at 1",
      "Woman A's first child at 2",
      "Woman A's second child at 2",
    ]);
    expect(await roundSO2(april)).toEqual(['brother-ex-partner', 'father-brother', 'woman-a', 'woman-b', 'woman-b-baby']);
  });
  test('gap 8: without the call of April the police have nothing in June that it could be put together with but his denial', async () => {
    expect(idsOf((await contacts(['so2', 'father'], '2020-06-12', 'police')).entries)).toEqual(['c-2020-04-mosovo', 'c-2020-06-12']);
  });
  test('gap 9: without Father’s word social care alone has no route from Connor to SO2', async () => {
    expect(rowsOf((await nearConnor('2020-05-31')).found)).toEqual(['SO1 at 2']);
  });
  test('gaps 21 and 22: without the promise and the letters only the messages are without an answer', async () => {
    expect((await handOffs(['connor'], '2018-07-25')).lost).toEqual([]);
    expect(brief('mia', (await handOffs(['connor'], '2019-01-27')).lost)).toEqual(['no-answer-c-2018-gp-message, gp1 to hospital, 180']);
    const { lost } = await handOffs(['connor', 'mother'], '2020-08-11');
    expect(
      brief(
        'mia',
        lost.filter(({ from }: Answer) => from.id !== 'mia/csc'),
      ),
    ).toEqual([
      'no-answer-c-2018-gp-message, gp1 to hospital, 742',
      'no-answer-c-2020-05-cps, gp1 to cps, 72',
      'no-answer-c-2020-07-cps, cps, 11',
    ]);
  });
  test('gap 30: had probation passed nothing on, the police would hold their own three records alone', async () => {
    expect(whose(await ofPolice('2020-04-24'))).toEqual([
      'so2-managed-police of police',
      'so2-mosovo of police',
      'so2-concern-police of police',
    ]);
  });
});
