import { describe, expect, test } from 'vitest';
import type { Version } from '../../server/ledger/versions.ts';
import { answerHeld, contactSays, whenSays, type ContactSaid } from '../../server/words/contact-says.ts';
import { holdingSays, type HoldingSaid } from '../../server/words/holding-says.ts';
import { custodySays, involvementSays } from '../../server/words/involvement-says.ts';
import { cameSays, changedSays, householdSays, leftSays, staySays } from '../../server/words/stay-says.ts';
import { wordsToSubject } from '../../server/words/to-subject.ts';
import { webSays } from '../../server/words/web-says.ts';

const version = (more: Partial<Version>): Version => ({
  kind: 'AT_HOME',
  start: 'p',
  end: 'h',
  tie: 't',
  spell: 's',
  unit: 'u',
  from: '2018-01-01',
  sureFrom: '2018-01-31',
  sureTo: '2020-05-02',
  to: '9999-12-31',
  heldFrom: '2020-05-02',
  heldTo: '9999-12-31',
  heldSince: '2020-05-02',
  holders: ['csc'],
  seals: [],
  standing: 'alleged',
  disputed: false,
  form: 'part week',
  because: [],
  via: null,
  rests: [],
  more: null,
  ...more,
});
const told = (more: Partial<Version> = {}) => ({
  version: version(more),
  holders: [{ agency: 'csc', from: '2020-05-02' }],
  heldTogether: false,
  said: ['Connor said so'],
  against: [],
});
const agencyOf = (): string => 'social care';

describe('a stay in words', () => {
  test('an unknown end is said, not taken for going on', () => {
    expect(staySays(told({ more: { nights: 3 } }), 'Connor', 'Household 1', '2020-06-01', agencyOf)).toBe(
      'Connor lives part of the week at Household 1 (from January 2018, 3 nights a week; no end recorded, last spoken of 2 May 2020; social care, held by 2 May 2020; Connor said so).',
    );
  });
  test('an ended one is told as past, a denied one as said', () => {
    expect(
      staySays(told({ to: '2019-12-31', sureTo: '2019-12-31', form: 'visits' }), 'Connor', 'Household 1', '2020-06-01', agencyOf),
    ).toMatch(/^Connor visited Household 1 \(from January 2018 to 31 December 2019; /);
    expect(
      staySays({ ...told({ standing: 'denied' }), against: ['Mother denies it'] }, 'Father', 'Household 1', '2020-06-01', agencyOf),
    ).toMatch(/^Father was said to live part of the week at Household 1 \(.*Mother denies it\)\.$/);
  });
  test('who came, left, or changed how they stay', () => {
    expect(cameSays('Connor', version({ form: 'lives', sureFrom: '2018-01-01' }), 'Household 1')).toBe(
      'Connor began living at Household 1, 1 January 2018.',
    );
    expect(leftSays('SO2', version({ form: 'excluded', to: '2020-05-31', sureTo: '2020-05-01' }), 'Household 1')).toBe(
      'SO2 was no longer kept away from Household 1, May 2020.',
    );
    expect(changedSays('Connor', version({ form: 'lives' }), version({ form: 'weekends' }), 'Household 1')).toBe(
      'Connor stopped living at Household 1 and began spending weekends there, January 2018.',
    );
    expect(changedSays('Connor', version({ form: 'weekends' }), version({ form: 'visits' }), 'Household 1')).toBe(
      'Connor stopped spending weekends at Household 1 and began visiting, January 2018.',
    );
  });
  test('a home in one sentence, by pattern, with who is there for certain', () => {
    expect(
      householdSays('Household 1', '2020-04-25', [
        { name: 'Mother', patterns: ['lives'], certain: true, endKnown: false },
        { name: 'Mia', patterns: ['lives'], certain: false, endKnown: false },
        { name: 'Connor', patterns: ['part week'], certain: true, endKnown: true },
        { name: 'SO2', patterns: ['excluded'], certain: false, endKnown: true },
      ]),
    ).toBe(
      'Household 1, on 25 April 2020: Mother and Mia live there (Mia possibly: no end is recorded); Connor lives part of the week there; SO2 is kept away (possibly, not certainly).',
    );
    expect(householdSays('Household 1', '2020-04-25', [])).toBe(
      'Nobody is recorded as living, staying, visiting or kept away at Household 1, on 25 April 2020.',
    );
  });
});

describe('a contact in words', () => {
  const check: ContactSaid = {
    kind: 'check',
    agency: 'Probation',
    on: whenSays('2015-02'),
    about: ['Mr A'],
    met: [],
    from: null,
    asked: ['police'],
    answer: null,
    answeredOn: null,
    outcome: null,
    heldOn: '2016-01-01',
  };
  test.each([
    [null, 'Police was asked; no answer is recorded by 1 January 2016.'],
    ['recorded', 'Police was asked: a record is held.'],
    ['none held', 'Police was asked: no record is held.'],
    ['not checked', 'Police was not checked.'],
    ['not permitted', 'Police was asked: telling was not permitted.'],
    ['could not be reached', 'Police was asked: could not be reached.'],
  ] as const)('the answer %s is an answer of its own', (answer, says) => {
    expect(contactSays({ ...check, answer })).toBe(`Check by Probation, in February 2015, about Mr A. ${says}`);
  });
  test('who was met, who it came from, several asked, and the outcome', () => {
    expect(
      contactSays({
        ...check,
        kind: 'referral',
        agency: 'Social care',
        on: whenSays('2018-08-03'),
        about: ['Child S', 'Mr A'],
        met: ['Ms R'],
        from: 'Nursery',
        asked: ['police', 'probation'],
        answer: 'not checked',
        outcome: 'No further action',
      }),
    ).toBe(
      'Referral to Social care, on 3 August 2018, about Child S and Mr A (from Nursery; Ms R was met). Police and probation were not checked. Outcome: No further action.',
    );
  });
  test('an answer is held from the day it came at the latest', () => {
    expect(answerHeld({ answer: 'none held', answeredOn: '2016-11/2017-10' }, '2017-10-30')).toBe(false);
    expect(answerHeld({ answer: 'none held', answeredOn: '2016-11/2017-10' }, '2017-10-31')).toBe(true);
    expect(answerHeld({ answer: 'none held' }, '2010-01-01')).toBe(true);
    expect(answerHeld({}, '2020-01-01')).toBe(false);
  });
});

describe('what an agency holds in words', () => {
  const said: HoldingSaid = {
    agency: 'Police',
    person: 'Mr A',
    answer: 'none held',
    isAsked: true,
    isNothingLoaded: false,
    saidIn: null,
    kinds: [],
    statements: 0,
    heldSince: null,
    heldOn: '2018-01-01',
    involvement: [],
    noLongerInvolved: false,
    lastContact: null,
  };
  test.each<[string, Partial<HoldingSaid>, string]>([
    [
      'recorded',
      {
        answer: 'recorded',
        kinds: [
          { kind: 'concern', count: 1 },
          { kind: 'home', count: 2 },
          { kind: 'contact', count: 1 },
        ],
        statements: 3,
        heldSince: '2014-03-01',
      },
      'Police held 3 statements and 1 contact on Mr A by 1 January 2018, the first by 1 March 2014 (facts of concern 1, homes 2).',
    ],
    ['none held', {}, 'Police was asked: no record on Mr A is held by 1 January 2018.'],
    [
      'nothing loaded',
      { answer: 'not checked', isNothingLoaded: true },
      'Nothing of Police has been loaded by 1 January 2018: not checked.',
    ],
    ['not asked', { answer: 'not checked', isAsked: false }, 'Police was not asked here: not checked.'],
    [
      'answered in a contact',
      { isAsked: false, saidIn: { by: 'Probation', on: 'in May 2017' } },
      'Police: no record is held, as answered to Probation, in May 2017. Police was not asked here.',
    ],
    [
      'no longer involved',
      { answer: 'recorded', kinds: [{ kind: 'contact', count: 2 }], noLongerInvolved: true, involvement: ['Police: was open (to 2016).'] },
      'Police held 2 contacts on Mr A by 1 January 2018. Holds records, no longer involved. Police: was open (to 2016).',
    ],
  ])('%s', (_, more, says) => {
    const sentence = holdingSays({ ...said, ...more });
    expect(sentence).toBe(says);
    expect(sentence).not.toMatch(/clear|safe|known to/i);
  });
  test('involvement that ended is told as past, custody with its certainty', () => {
    expect(
      involvementSays(
        'Health visiting',
        told({ kind: 'INVOLVED_WITH', form: 'open', to: '2019-12-31', sureTo: '2019-12-31' }),
        '2020-06-01',
        agencyOf,
      ),
    ).toBe('Health visiting: was open (from January 2018 to 31 December 2019; social care, held by 2 May 2020; Connor said so).');
    expect(custodySays(version({ form: 'remand' }), false, '2020-06-01')).toBe(
      'remand, from January 2018; no end recorded, last spoken of 2 May 2020; possibly, not certainly',
    );
  });
});

test('a web in one sentence, with every number of what is shown', () => {
  const web = {
    subject: 'Mia',
    age: '5 months',
    asAt: '2020-04-25',
    within: 2,
    homes: ['Household 1', 'Household 2'],
    people: 14,
    peopleOfConcern: 1,
    homesShown: 3,
    organisations: 0,
    agencies: 5,
    truncated: false,
  };
  expect(webSays(web)).toBe(
    'Mia (5 months), on 25 April 2020: lives or stays at Household 1 and Household 2. 14 people within 2 steps, 1 person of concern among them; 3 homes, no group or organisation and 5 agencies with a record.',
  );
  expect(webSays({ ...web, homes: [], people: 0, peopleOfConcern: 0, homesShown: 0, agencies: 0, within: 1 })).toBe(
    'Mia (5 months), on 25 April 2020: no home is recorded. Nobody is recorded within 1 step; no home, no group or organisation and no agency with a record.',
  );
  expect(webSays({ ...web, truncated: true })).toMatch(/The nearest 14 people within 2 steps \(there are more\), 1 person of concern/);
});

describe('what people of a web are to its subject', () => {
  const tie = (kind: Version['kind'], start: string, end: string, form: string | null = null, more: Partial<Version> = {}): Version =>
    version({ kind, start, end, form, to: '9999-12-31', ...more });
  const sexes: Record<string, 'female' | 'male'> = {
    mum: 'female',
    dad: 'male',
    gran: 'female',
    bro: 'male',
    stepmum: 'female',
    uncle: 'male',
    ex: 'male',
  };
  const words = (...ties: Version[]): Record<string, string[]> =>
    Object.fromEntries(wordsToSubject(ties, 'child', '2020-04-25', (person) => sexes[person] ?? null));
  const birth = [tie('PARENT_OF', 'mum', 'child', 'birth'), tie('PARENT_OF', 'dad', 'child', 'birth')];

  test('parents, step-parents, partners of parents, grandparents, aunts and uncles', () => {
    expect(
      words(
        ...birth,
        tie('PARENT_OF', 'stepmum', 'child', 'step'),
        tie('PARENT_OF', 'gran', 'mum', 'birth'),
        tie('SIBLING_OF', 'dad', 'uncle'),
        tie('PARTNER_OF', 'ex', 'mum', 'married', { to: '2019-01-01' }),
        tie('PARTNER_OF', 'mum', 'p', 'living together'),
      ),
    ).toEqual({
      mum: ['mother'],
      dad: ['father'],
      stepmum: ['stepmother'],
      gran: ['grandmother'],
      uncle: ['uncle'],
      ex: ["mother's former husband"],
      p: ["mother's partner"],
    });
  });
  test('a half-brother only where two birth parents are recorded for both', () => {
    const sibling = tie('SIBLING_OF', 'bro', 'child');
    expect(words(...birth, sibling, tie('PARENT_OF', 'mum', 'bro', 'birth'), tie('PARENT_OF', 'ex', 'bro', 'birth'))['bro']).toEqual([
      'half-brother',
    ]);
    expect(words(...birth, sibling, tie('PARENT_OF', 'mum', 'bro', 'birth'))['bro']).toEqual(['brother']);
  });
  test('a friend, and a tie that was taken back, have no family word', () => {
    expect(words(tie('ASSOCIATE_OF', 'child', 'x', 'friend'), tie('PARENT_OF', 'dad', 'child', 'birth', { standing: 'denied' }))).toEqual(
      {},
    );
  });
});
