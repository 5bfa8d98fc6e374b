import { describe, expect, it } from 'vitest';
import { FIRST_DAY, LAST_DAY, TIE_KINDS, type Version } from '../../server/ledger/versions.ts';
import {
  ASSOCIATE_FORMS,
  CARE_FORMS,
  HARM_FORMS,
  HOME_PATTERNS,
  PARENT_BASES,
  PARTNER_FORMS,
  RELATIVE_FORMS,
  SIBLING_FORMS,
} from '../../server/ledger/records.ts';
import { groundsSay } from '../../server/words/grounds-say.ts';
import { andList, routeSays, stepSays, type Names, type TieTold } from '../../server/words/route-says.ts';
import { verbOf } from '../../server/words/tie-verbs.ts';

const names: Names = {
  nameOf: (person) => person,
  sexOf: (person) => (person === 'Mother' ? 'female' : person === 'Father' || person === 'Connor' ? 'male' : null),
  agencyOf: (agency) => agency,
  thingOf: (tie) => tie.via,
  isJoined: (person) => person === 'Two',
};
const version = (kind: Version['kind'], start: string, end: string, more: Partial<Version> = {}): Version => ({
  kind,
  start,
  end,
  tie: `${kind} ${start} ${end}`,
  spell: '',
  unit: '',
  from: FIRST_DAY,
  sureFrom: '2020-01-01',
  sureTo: '2020-04-25',
  to: LAST_DAY,
  heldFrom: '2020-01-01',
  heldTo: LAST_DAY,
  heldSince: '2020-01-01',
  holders: ['csc'],
  seals: [],
  standing: 'alleged',
  disputed: false,
  form: null,
  because: [],
  via: null,
  rests: [],
  more: null,
  ...more,
});
const told = (one: Version, more: Partial<TieTold> = {}): TieTold => ({
  version: one,
  holders: [{ agency: 'social care', from: '2020-01-10' }],
  heldTogether: false,
  said: [],
  against: [],
  ...more,
});

describe('A route in words', () => {
  it('goes from person to person, each step with where, when, who holds it and who denies it', () => {
    const home = told(
      version('SHARES_HOME', 'Connor', 'Father', {
        via: 'Household 1',
        to: '2019-12-31',
        sureTo: '2019-12-01',
        more: { patterns: ['weekends', 'lives'] },
      }),
    );
    const business = told(version('ASSOCIATE_OF', 'Father', 'SO2', { form: 'business' }), {
      holders: [{ agency: 'probation', from: '2020-04-25' }],
      against: ['SO2 denies it', 'Father denies it'],
    });
    expect(
      routeSays(
        [
          { from: 'Connor', to: 'Father', ties: [home] },
          { from: 'Father', to: 'SO2', ties: [business] },
        ],
        '2020-04-25',
        true,
        names,
      ),
    ).toBe(
      'Connor spent weekends with Father (Household 1, to December 2019; social care, held by 10 January 2020), who is a business partner of SO2 (probation, held by 25 April 2020; SO2 denies it; Father denies it).',
    );
  });
  it('says when the steps were never at the same time, and when records may be of two people', () => {
    const step = { from: 'Connor', to: 'Two', ties: [told(version('MET', 'Connor', 'Two', { from: '2020-01-02', to: '2020-01-02' }))] };
    expect(routeSays([step], '2020-04-25', false, names)).toBe(
      'Connor met Two (on 2 January 2020; social care, held by 10 January 2020); if the records of Two are of one person; the steps were never at the same time.',
    );
  });
  it('tells what was taken back as said once, and an unknown end as unknown', () => {
    const step = {
      from: 'Mother',
      to: 'SO2',
      ties: [
        told(version('PARTNER_OF', 'Mother', 'SO2', { form: 'relationship', standing: 'retracted', sureTo: '2020-02-01' }), {
          said: ['Connor said so'],
          against: ['Connor took it back'],
        }),
      ],
    };
    expect(stepSays(step, '2020-04-25', names)).toBe(
      'Mother was said to be in a relationship with SO2 (no end recorded, last spoken of 1 February 2020; social care, held by 10 January 2020; Connor said so; Connor took it back).',
    );
  });
  it('says which agencies hold a tie only together', () => {
    const step = {
      from: 'Connor',
      to: 'Father',
      ties: [
        told(version('SHARES_HOME', 'Connor', 'Father', { via: 'H' }), {
          heldTogether: true,
          holders: [
            { agency: 'police', from: '2020-01-02' },
            { agency: 'social care', from: '2020-01-10' },
          ],
        }),
      ],
    };
    expect(stepSays(step, '2020-04-25', names)).toBe(
      'Connor lives with Father (H; only together: police and social care, held by 10 January 2020).',
    );
  });
  it('tells a step by its tie of today before one that ended', () => {
    const ended = told(version('PARTNER_OF', 'Mother', 'Father', { form: 'married', to: '2019-01-01', sureTo: '2019-01-01' }));
    const going = told(version('SHARES_HOME', 'Mother', 'Father', { via: 'H' }));
    expect(routeSays([{ from: 'Mother', to: 'Father', ties: [ended, going] }], '2020-04-25', true, names)).toMatch(
      /^Mother lives with Father \(H;/,
    );
  });
});

describe('A tie as a verb', () => {
  const forms: Record<string, readonly (string | null)[]> = {
    PARENT_OF: PARENT_BASES,
    PARTNER_OF: [...PARTNER_FORMS, null],
    SIBLING_OF: [...SIBLING_FORMS, null],
    RELATIVE_OF: RELATIVE_FORMS,
    ASSOCIATE_OF: [...ASSOCIATE_FORMS, null],
    CARES_FOR: [...CARE_FORMS, null],
    HARMED: HARM_FORMS,
  };
  it('has words for every kind and form, from both ends, and none that judges', () => {
    for (const kind of TIE_KINDS) {
      for (const form of forms[kind] ?? [null]) {
        for (const from of ['Mother', 'Connor']) {
          const { now, before, said } = verbOf(version(kind, 'Mother', 'Connor', { form }), from, names.sexOf);
          for (const words of [now, before, said]) {
            expect(words.trim()).not.toBe('');
            expect(words).not.toMatch(/undefined|null|perpetrator|offender|safe|clear|suspicious/);
          }
        }
      }
    }
  });
  it('reads a parent from either end, by sex where it is held', () => {
    const birth = version('PARENT_OF', 'Mother', 'Connor', { form: 'birth' });
    expect(verbOf(birth, 'Mother', names.sexOf).now).toBe('is the mother of');
    expect(verbOf(birth, 'Connor', names.sexOf).now).toBe('is the son of');
    expect(verbOf({ ...birth, form: 'step' }, 'Mother', names.sexOf).now).toBe('is the stepmother of');
    expect(verbOf({ ...birth, start: 'Kim' }, 'Kim', names.sexOf).now).toBe('is the parent of');
  });
  it('reads a home by the pattern of whoever it is told of', () => {
    for (const pattern of HOME_PATTERNS.filter((one) => one !== 'visits' && one !== 'excluded')) {
      expect(
        verbOf(version('SHARES_HOME', 'Mother', 'Connor', { more: { patterns: ['lives', pattern] } }), 'Mother', names.sexOf).now,
      ).toBe('lives with');
    }
    expect(
      verbOf(version('SHARES_HOME', 'Mother', 'Connor', { more: { patterns: ['lives', 'part week'] } }), 'Connor', names.sexOf).now,
    ).toBe('lives part of the week with');
    expect(verbOf(version('VISITS_HOME_OF', 'Mother', 'Connor'), 'Connor', names.sexOf).now).toBe('is visited by');
  });
});

describe('The grounds of an answer', () => {
  const searched = {
    found: 'No person of concern is recorded within 2 steps of Connor',
    nothing: true,
    asAt: '2020-04-25',
    since: '2020-04-25',
    heldOn: '2020-04-25',
    heldBy: ["children's social care"],
    notAsked: ['Probation'],
    without: 0,
  };
  it('a truthful "no" says what was searched, what was not, and that it is not "clear"', () => {
    const says = groundsSay(searched);
    expect(says).toBe(
      "No person of concern is recorded within 2 steps of Connor, in force on 25 April 2020, in what children's social care held by then. Probation was not asked. That nothing is recorded does not mean that there is nothing. Records you may not see could change this.",
    );
    expect(says).not.toMatch(/\bclear\b|\bsafe\b/);
  });
  it('says another day of holding, a what-if, and how many agencies where they are many', () => {
    const says = groundsSay({
      ...searched,
      heldOn: '2021-01-01',
      heldBy: ['a', 'b', 'c', 'd', 'e', 'f', 'g'],
      notAsked: [],
      without: 2,
      nothing: false,
    });
    expect(says).toContain('in what 7 agencies held by 1 January 2021.');
    expect(says).toContain('This is a what-if: 2 things are left out as if not recorded.');
  });
  it('when nobody was asked, it says so', () => {
    expect(groundsSay({ ...searched, heldBy: [], notAsked: ['Police', 'Probation'] })).toContain(
      'no agency was asked. Police and Probation were not asked.',
    );
  });
});

describe('A list', () => {
  it('is joined as it is spoken', () => {
    expect([andList([]), andList(['a']), andList(['a', 'b']), andList(['a', 'b', 'c'])]).toEqual(['', 'a', 'a and b', 'a, b and c']);
  });
});
