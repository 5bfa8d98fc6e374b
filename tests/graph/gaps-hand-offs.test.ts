/**
 * Gaps of the five reviews (docs/gaps.md) that contradictions, lost-hand-offs and coverage would have shown: each test names the gap, asks one question with the settings of that day, and reads the answer.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { brief, partOf, settings } from '../support/gaps.ts';
import { givenCaseFile, type Answer, type Given } from '../support/given.ts';
import { LOADING, recordsOf, type Review } from '../support/reviews.ts';

let given: Given;
beforeAll(async () => {
  given = await givenCaseFile(...(['mia', 'case-a', 'hh', 'lancs', 'northants'] as const).flatMap(recordsOf));
}, LOADING);
afterAll(async () => given.close());

const lost = async (review: Review, people: string[], day: string): Promise<string[]> =>
  (await given.ask('lost-hand-offs', settings(review, people, day))).lost.map(({ id }: Answer) => id.replace(`${review}/`, ''));
const waiting = async (review: Review, people: string[], day: string, more: object = {}): Promise<string[]> =>
  brief(review, (await given.ask('lost-hand-offs', settings(review, people, day, more))).lost);

describe('Lost hand-offs', () => {
  test('gaps 1 and 3: by May 2020 social care’s own records on SO2 were not searched, and probation was not asked', async () => {
    const found = await lost('mia', ['so2'], '2020-05-31');
    expect(found).toContain('not-checked-c-2020-04-25-search');
    expect(found).toContain('not-checked-c-2020-04-25-probation');
  });

  test('gap 4: whether probation told social care of the brother’s former partner is not known', async () => {
    const { lost: found } = await given.ask('lost-hand-offs', settings('mia', ['brother-ex-partner'], '2020-02-26'));
    expect(found.map(({ kind, from, to }: Answer) => [kind, from.id, to[0].id])).toEqual([['no receipt', 'mia/probation', 'mia/csc']]);
  });

  test('gap 5: each authority took the other to have passed on woman B; social care has no record of it', async () => {
    const { lost: found } = await given.ask('lost-hand-offs', settings('mia', ['woman-b'], '2020-08-11'));
    expect(found.find(({ id }: Answer) => id.endsWith('probation-to-csc-woman-b')).says).toContain('has no record of it by 11 August 2020');
  });

  test('gap 17: what the infant school passed to the junior school of 2017 is not known to have arrived', async () => {
    expect(await lost('mia', ['adam'], '2018-09-01')).toContain('no-receipt-infants-to-junior');
  });

  test('gap 65: the requests about Mr A’s partner of 2015 were not answered, and the next was not made', async () => {
    const partner = ['mr-a', 'partner-2015'];
    expect(await waiting('case-a', partner, '2015-01-31')).toEqual([]);
    expect(await waiting('case-a', partner, '2015-03-31')).toEqual(['no-answer-probation-asks-police-2015, probation to police, 31']);
    expect(await waiting('case-a', partner, '2016-09-30')).toEqual([
      'no-answer-probation-asks-police-2015, probation to police, 580',
      'nothing-after-probation-to-ask-police-again, probation, 274',
    ]);
    expect(await waiting('case-a', partner, '2016-09-30', { heldBy: ['case-a/police'] })).toEqual([]);
  });

  test('gap 67: the report on the cousin’s three children stopped at the police of the hub', async () => {
    const { lost: found } = await given.ask('lost-hand-offs', settings('case-a', ['cousin', 'cousin-child-1'], '2017-10-31'));
    expect(found.find(({ kind }: Answer) => kind === 'refused')).toMatchObject({
      from: { id: 'case-a/police-mash' },
      to: [{ id: 'case-a/csc-cousin-area' }],
    });
  });

  test('gap 68: that Ms R should be told was noted in October 2016, and nothing follows for eleven months', async () => {
    const told = (day: string, more: object = {}): Promise<string[]> => waiting('case-a', ['ms-r'], day, more);
    expect(await told('2016-10-30')).toEqual([]);
    expect(await told('2016-11-01')).toEqual(['nothing-after-police-disclosure-needed-2016, police, 1']);
    expect(await told('2017-09-30')).toEqual(['nothing-after-police-disclosure-needed-2016, police, 334']);
    expect(await told('2017-09-30', { heldBy: ['case-a/csc'] })).toEqual([]);
  });

  test('gap 23: the psychological service rang a number that had gone out of date', async () => {
    expect(await lost('mia', ['connor'], '2020-07-31')).toContain('no-answer-c-2020-07-cps');
  });

  test('gap 54: after the admission of 2006 nothing follows the decision to use no procedures', async () => {
    expect(await lost('northants', ['child-1', 'mother', 'partner'], '2007-02-28')).toContain('nothing-after-no-procedures');
  });

  test('gap 74: when the slap was reported, those that held the conviction were not asked', async () => {
    const { lost: found } = await given.ask('lost-hand-offs', settings('case-a', ['child-s', 'mr-a'], '2018-08-31'));
    expect(found.find(({ kind }: Answer) => kind === 'not checked').to.map(({ id }: Answer) => id)).toEqual([
      'case-a/police',
      'case-a/probation',
    ]);
  });

  test('gap 49: the provider’s advice about HH was never answered', async () => {
    expect(await lost('hh', ['hh'], '2015-08-31')).toContain('no-answer-stay-safe');
  });
});

describe('Contradictions', () => {
  test('gap 6: SO2’s denial of June 2020 stood against what father had said and not taken back', async () => {
    const { contradictions } = await given.ask('contradictions', settings('mia', ['mother', 'so2'], '2020-06-11'));
    const one = contradictions.find(({ kind }: Answer) => kind === 'so and not so');
    expect(one.words.map(({ source, statement }: Answer) => [source, statement.stance])).toEqual([
      ['Father', 'claims'],
      ['Mother', 'denies'],
      ['SO2', 'denies'],
    ]);
    expect(one.heldByOne.map(({ id }: Answer) => id)).toEqual(['mia/police']);
  });

  test('gap 7: father’s word and his taking it back are one source against itself; the denial is another’s', async () => {
    const { contradictions } = await given.ask('contradictions', settings('mia', ['mother', 'so2'], '2020-06-17'));
    expect(contradictions.find(({ kind }: Answer) => kind === 'own word').words.map(({ statement }: Answer) => statement.id)).toEqual([
      'mia/mother-so2-father-said',
      'mia/mother-so2-father-took-back',
    ]);
  });

  test('gap 78: the story of the second-hand computer is one word, told again to two services and not counted, and shown untrue', async () => {
    const { contradictions } = await given.ask('contradictions', settings('case-a', ['mr-a'], '2024-07-31'));
    const story = contradictions.find(({ says }: Answer) => says.includes('second-hand computer'));
    expect(
      story.words.map(({ statement, repeatedBy }: Answer) => [statement.stance, repeatedBy.map((one: Answer) => one.agency.id)]),
    ).toEqual([
      ['claims', ['case-a/gp', 'case-a/hospital-2']],
      ['disproves', []],
    ]);
  });
});

describe('Contradictions of one person', () => {
  test('gap 35: both parents called themselves a couple in the summer of 2020, and social care found that they were not', async () => {
    const { contradictions } = await given.ask('contradictions', settings('mia', ['mother', 'father'], '2020-08-11'));
    const one = contradictions.find(
      ({ kind, words }: Answer) =>
        kind === 'so and not so' && words.some(({ statement }: Answer) => statement.id === 'mia/couple-untrue-csc'),
    );
    expect(one.words.filter(({ statement }: Answer) => statement.stance === 'claims').map(({ source }: Answer) => source)).toEqual(
      expect.arrayContaining(['Father', 'Mother']),
    );
  });

  test('gap 84: Mr A’s own words on where he slept do not agree', async () => {
    const { contradictions } = await given.ask('contradictions', settings('case-a', ['mr-a'], '2020-11-30'));
    const own = contradictions.find(
      ({ kind, words }: Answer) => kind === 'own word' && words.every(({ source }: Answer) => source === 'Mr A'),
    );
    expect(own.words.map(({ statement }: Answer) => [statement.recorded.says, statement.stance])).toEqual([
      ['October 2018', 'claims'],
      ['March 2020', 'denies'],
      ['November 2020', 'claims'],
    ]);
    expect(own.says).toContain("Mr A lives at Ms R's home in Hackney");
  });
});

describe('Coverage', () => {
  test('gap 20: of the family group conference of 2018 nobody but its provider is recorded', async () => {
    const answer = await given.ask('coverage', settings('mia', ['connor'], '2020-08-11'));
    const { agencies } = answer.covered.find(({ id }: Answer) => id === 'mia/c-2018-fgc');
    expect(agencies.filter(({ part }: Answer) => part !== 'not told').map((one: Answer) => one.agency.id)).toEqual(['mia/fgc-provider']);
  });

  test('gap 10: Connor’s case was decided in May 2020, and the service he was waiting for was not told', async () => {
    const answer = await given.ask('coverage', settings('mia', ['connor'], '2020-07-31'));
    expect(partOf(answer, 'mia/d-2020-05', 'mia/cps')).toMatchObject({ part: 'not told', with: [{ id: 'mia/connor' }] });
  });

  test('gap 76: when the police had the children confirmed, the nursery that had Child S was not told', async () => {
    const answer = await given.ask('coverage', settings('case-a', ['mr-a', 'child-s', 'child-t'], '2018-12-31'));
    expect(partOf(answer, 'case-a/police-meets-r-2018-11', 'case-a/nursery').part).toBe('not told');
  });

  test('gap 77: of the closing of 2019 the nursery was told, without the order; of others it is not known; the police were not', async () => {
    const answer = await given.ask('coverage', settings('case-a', ['mr-a', 'child-s', 'child-t', 'ms-r'], '2019-01-31'));
    const at = (agency: string): Answer => partOf(answer, 'case-a/csc-closes-2019', `case-a/${agency}`);
    expect(at('nursery').part).toBe('told');
    expect(at('nursery').notPassedOn.some((text: string) => text.includes('Sexual Offences Prevention Order'))).toBe(true);
    for (const agency of ['gp', 'health-visiting', 'hospital']) expect(at(agency).part).toBe('not known whether told');
    expect(at('police').part).toBe('not told');
  });

  test('gaps 39 and 45: schools and centres that had HH are not recorded at any meeting; three of MAPPA have no attenders at all', async () => {
    const answer = await given.ask('coverage', settings('hh', ['hh', 'mr-a'], '2015-08-31'));
    for (const agency of ['hh/school', 'hh/centre']) expect(partOf(answer, 'hh/conference', agency).part).toBe('not told');
    for (const meeting of ['level-2-1', 'level-2-2', 'level-2-3']) {
      const { agencies, done } = answer.covered.find(({ id }: Answer) => id === `hh/${meeting}`);
      expect(agencies.filter(({ part }: Answer) => part !== 'not told').map((one: Answer) => one.agency.id)).toEqual(['hh/mappa']);
      expect(done).toContain('without papers or a proper minute');
    }
  });
});
