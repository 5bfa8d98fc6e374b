import { describe, expect, test } from 'vitest';
import type { LedgerRecord } from '../../server/ledger/records.ts';
import { oracle } from '../support/oracle/answers.ts';
import { spanOf } from '../support/oracle/dates.ts';
import { oracleVersions } from '../support/oracle/versions.ts';
import { randomCase } from '../support/random-case.ts';

const people: LedgerRecord[] = [
  ...['police', 'midwifery'].map((id): LedgerRecord => ({ type: 'agency', id, name: id, kind: 'other' })),
  ...['a', 'b', 'c', 'r', 's'].map((id): LedgerRecord => ({ type: 'person', id })),
  { type: 'household', id: 'house', label: 'a house' },
  { type: 'household', id: 'hotel', label: 'a hotel', kind: 'hotel' },
  { type: 'organisation', id: 'scouts', name: 'Scouts', kind: 'scouts', small: true },
];
let made = 0;
/** One statement; ids rise in the order they are made. */
function says(recorded: string, claim: object, more: object = {}): LedgerRecord {
  made += 1;
  return { type: 'statement', id: `s${String(made).padStart(3, '0')}`, agency: 'police', recorded, claim, ...more } as LedgerRecord;
}
const by = (person: string): object => ({ source: { kind: 'self', person } });
const couple = { type: 'partner', persons: ['a', 'r'] };
const at = (person: string, more: object = {}): object => ({ type: 'home', person, household: 'house', pattern: 'lives', ...more });
/** What is held at the end: standing, form and the four days. */
function held(kind: string, ...records: LedgerRecord[]): string[] {
  return oracleVersions([...people, ...records])
    .filter((v) => v.kind === kind && v.heldTo === '9999-12-31')
    .map((v) =>
      [v.standing, ...(v.disputed ? ['disputed'] : []), ...(v.form ? [v.form] : []), v.from, v.sureFrom, v.sureTo, v.to].join(' '),
    )
    .sort();
}

describe('the worked example: child S, mother R, man A', () => {
  const concern = says('2016-10-12', { type: 'concern', person: 'a', form: 'convicted', from: '2014' });
  const tie = says('2016-10-12', { ...couple, from: '2016-10' });
  const birth = says(
    '2016-05-20',
    { type: 'parent', parent: 'r', child: 's', basis: 'birth', from: '2016-05-18' },
    { agency: 'midwifery' },
  );
  const records = [...people, concern, tie, birth];
  const near = (all: LedgerRecord[], more: object = {}) =>
    oracle(all).peopleOfConcernNear({ child: 's', asAt: '2016-12-01', heldOn: '2020-01-01', heldBy: ['police', 'midwifery'], ...more })
      .found;

  test('neither police nor midwifery alone finds anybody near S', () => {
    expect(near(records, { heldBy: ['police'] })).toEqual([]);
    expect(near(records, { heldBy: ['midwifery'] })).toEqual([]);
  });
  test('between them they find A, by R, from the day the police recorded it', () => {
    expect(near(records)).toMatchObject([
      {
        id: 'a',
        steps: 2,
        assembled: true,
        heldBetween: [['midwifery', 'police']],
        heldFrom: '2016-10-12',
        routes: [{ people: ['s', 'r', 'a'] }],
      },
    ]);
    expect(near(records, { heldOn: '2016-10-01' })).toEqual([]);
  });
  test('once the police have told midwifery, midwifery alone holds the route to A', () => {
    const told = [
      ...records,
      {
        type: 'sharing',
        id: 'told',
        from: 'police',
        to: 'midwifery',
        on: '2018-11-05',
        statements: [concern, tie].map((s) => s.id),
      } as LedgerRecord,
    ];
    expect(near(told)).toMatchObject([{ id: 'a', assembled: false, heldBetween: [['midwifery']] }]);
    expect(near(told, { heldOn: '2018-11-04' })).toMatchObject([{ id: 'a', assembled: true }]);
  });
  test('R denies it and A is still found', () => {
    expect(near([...records, says('2017-02-01', couple, { stance: 'denies', ...by('r') })])).toMatchObject([{ id: 'a', steps: 2 }]);
  });
  test('who may not open the seal on the couple finds nobody', () => {
    const sealed = [
      ...records,
      { type: 'seal', id: 'seal', label: 'x', covers: { records: [tie.id] }, custodian: 'police' } as LedgerRecord,
    ];
    expect(near(sealed)).toEqual([]);
    expect(near(sealed, { opened: ['seal'] })).toMatchObject([{ id: 'a' }]);
  });
  test('the children near A are S, and whose age nobody can say is told apart', () => {
    const born = says('2016-05-20', { type: 'detail', person: 's', born: '2016-05-18' }, { agency: 'midwifery' });
    const answer = oracle([...records, born]).childrenNear({
      person: 'a',
      asAt: '2016-12-01',
      heldOn: '2020-01-01',
      heldBy: ['police', 'midwifery'],
    });
    expect(answer.found.map((f) => f.id)).toEqual(['s']);
    expect(answer.ageNotKnown.map((f) => f.id)).toEqual(['r']);
  });
});

describe('dates', () => {
  test.each([
    ['2020-04~', '2020-03-01', '2020-05-31'],
    ['2020-04-25~', '2020-04-18', '2020-05-02'],
    ['2020~', '2019-01-01', '2021-12-31'],
    ['../2020', '0001-01-01', '2020-12-31'],
    ['2020-02?', '2020-02-01', '2020-02-29'],
  ])('%s is some day from %s to %s', (text, earliest, latest) => {
    expect(spanOf(text)).toEqual({ earliest, latest });
  });
  test('a couple with no end stated is certain to the last day somebody spoke of it', () => {
    expect(held('PARTNER_OF', says('2018-05-01', { ...couple, from: '2017-01', to: '..' }))).toEqual([
      'alleged 2017-01-01 2017-01-31 2018-05-01 9999-12-31',
    ]);
  });
  test('a birth parent is possible from 300 days before the birth, for ever', () => {
    const born = says('2018-01-01', { type: 'detail', person: 's', born: '2017-10-28' });
    expect(held('PARENT_OF', born, says('2018-01-01', { type: 'parent', parent: 'r', child: 's', basis: 'birth' }))).toEqual([
      'alleged birth 2017-01-01 2017-10-28 9999-12-31 9999-12-31',
    ]);
  });
});

describe('folding', () => {
  const claim = (): LedgerRecord => says('2018-01-01', { ...couple, from: '2017-01-01' }, by('a'));
  test("R's retraction leaves what A said standing; A's own takes it back and keeps the dates", () => {
    expect(held('PARTNER_OF', claim(), says('2018-02-01', couple, { stance: 'retracts', ...by('r') }))).toEqual([
      'alleged 2017-01-01 2017-01-01 2017-01-01 9999-12-31',
    ]);
    expect(held('PARTNER_OF', claim(), says('2018-02-01', couple, { stance: 'retracts', ...by('a') }))).toEqual([
      'retracted 2017-01-01 2017-01-01 2017-01-01 9999-12-31',
    ]);
  });
  test('what R disproved stands again only by a later claim', () => {
    const disproof = says('2018-02-01', couple, { stance: 'disproves', ...by('r') });
    expect(held('PARTNER_OF', claim(), disproof)).toEqual(['disproved 2017-01-01 2017-01-01 2017-01-01 9999-12-31']);
    expect(held('PARTNER_OF', claim(), disproof, says('2018-03-01', { ...couple, from: '2016-01-01' }, by('b')))).toEqual([
      'alleged disputed 2016-01-01 2016-01-01 2016-01-01 9999-12-31',
    ]);
  });
  test('an undated denial alone makes no tie, and bears on one that could have begun by its day', () => {
    const denial = says('2017-06-01', couple, { stance: 'denies', ...by('r') });
    expect(held('PARTNER_OF', denial)).toEqual([]);
    expect(held('PARTNER_OF', denial, claim())).toEqual(['alleged disputed 2017-01-01 2017-01-01 2017-01-01 9999-12-31']);
  });
  test('an undated claim by B after what A said had ended opens a second time together', () => {
    expect(
      held(
        'PARTNER_OF',
        says('2018-01-01', { ...couple, from: '2016-01-01', to: '2017-01-01' }, by('a')),
        says('2019-01-01', couple, by('b')),
      ),
    ).toEqual(['alleged 2016-01-01 2016-01-01 2017-01-01 2017-01-01', 'alleged 2017-01-02 2019-01-01 2019-01-01 9999-12-31']);
  });
  test('A, who said it had ended, takes that end back by speaking of it as so', () => {
    expect(
      held(
        'PARTNER_OF',
        says('2018-01-01', { ...couple, from: '2016-01-01', to: '2017-01-01' }, by('a')),
        says('2019-01-01', couple, by('a')),
      ),
    ).toEqual(['alleged 2016-01-01 2016-01-01 2019-01-01 9999-12-31']);
  });
  test('A lives there, then visits: living there ended the day before', () => {
    expect(
      held(
        'AT_HOME',
        says('2018-01-01', at('a', { from: '2017-01-01' })),
        says('2019-01-01', at('a', { pattern: 'visits', from: '2018-06-01' })),
      ),
    ).toEqual(['alleged lives 2017-01-01 2017-01-01 2018-05-31 2018-05-31', 'alleged visits 2018-06-01 2018-06-01 2018-06-01 9999-12-31']);
  });
  test('a repeat of what the police hold corroborates nothing, and falls with its original', () => {
    const said = claim();
    const repeat = says(
      '2018-02-01',
      { ...couple, from: '2017-01-01' },
      { agency: 'midwifery', repeats: said.id, source: { kind: 'official record' } },
    );
    const shared: LedgerRecord = {
      type: 'sharing',
      id: 'back',
      from: 'midwifery',
      to: 'police',
      on: '2018-03-01',
      statements: [repeat.id],
    };
    const standing = oracleVersions([...people, said, repeat, shared]).map((v) => `${v.holders.join()} ${v.standing}`);
    expect(standing).toEqual(['police alleged', 'midwifery alleged']);
    const taken = says('2018-04-01', couple, { stance: 'retracts', withdraws: said.id, ...by('a') });
    expect(held('PARTNER_OF', said, repeat, shared, taken)).toContain('retracted 2017-01-01 2017-01-01 2017-01-01 9999-12-31');
  });
});

describe('derived ties', () => {
  test('A and S share a home while both live there, and not when one is excluded', () => {
    const s = says('2018-01-01', at('s', { from: '2016-01-01', to: '2018-01-01' }));
    expect(held('SHARES_HOME', s, says('2018-01-01', at('a', { from: '2017-01-01' })))).toEqual([
      'alleged 2017-01-01 2017-01-01 2017-01-01 2018-01-01',
    ]);
    expect(held('SHARES_HOME', s, says('2018-01-01', at('a', { from: '2017-01-01', pattern: 'excluded' })))).toEqual([]);
    expect(held('VISITS_HOME_OF', s, says('2018-01-01', at('a', { from: '2017-01-01', pattern: 'visits' })))).toHaveLength(1);
  });
  test('in a hotel only one party, or kin, stay together', () => {
    const stay = (person: string, party?: string): LedgerRecord =>
      says('2018-01-01', { ...at(person, { household: 'hotel', from: '2018-01-01' }), ...(party && { party }) });
    expect(held('SHARES_HOME', stay('a'), stay('s'))).toEqual([]);
    expect(held('SHARES_HOME', stay('a', 'one'), stay('s', 'one'))).toHaveLength(1);
    expect(
      held('SHARES_HOME', stay('a'), stay('s'), says('2018-01-01', { type: 'parent', parent: 'a', child: 's', basis: 'step' })),
    ).toHaveLength(1);
  });
  test('S and B are siblings by R, from the later birth', () => {
    const child = (id: string, born: string): LedgerRecord[] => [
      says('2018-01-01', { type: 'detail', person: id, born }),
      says('2018-01-01', { type: 'parent', parent: 'r', child: id, basis: 'birth' }),
    ];
    expect(held('SIBLING_OF', ...child('s', '2015-01-01'), ...child('b', '2017-01-01'))).toEqual([
      'alleged 2017-01-01 2017-01-01 9999-12-31 9999-12-31',
    ]);
  });
  test('two records taken as one share their ties, and never meet each other', () => {
    const same = says('2018-01-01', { type: 'same', persons: ['a', 'b'] });
    expect(held('SHARES_HOME', same, says('2018-01-01', at('a')), says('2018-01-01', at('s')))).toHaveLength(2);
    expect(held('SHARES_HOME', same, says('2018-01-01', at('a')))).toEqual([]);
    expect(
      held(
        'SHARES_HOME',
        same,
        says('2018-01-01', at('a')),
        says('2018-01-01', at('s')),
        says('2018-02-01', { type: 'same', persons: ['a', 'b'] }, { stance: 'disproves' }),
      ),
    ).toHaveLength(1);
  });
  test('a leader and a scout share a small group, two scouts do not', () => {
    const role = (person: string, child: boolean): LedgerRecord =>
      says('2018-01-01', { type: 'role', person, organisation: 'scouts', role: child ? 'scout' : 'leader', ...(child && { child }) });
    expect(held('SHARES_GROUP', role('a', false), role('s', true))).toHaveLength(1);
    expect(held('SHARES_GROUP', role('b', true), role('s', true))).toEqual([]);
  });
});

test('the same seed makes the same family', () => {
  expect(randomCase(7, 20)).toBe(randomCase(7, 20));
  expect(randomCase(7, 20)).not.toBe(randomCase(8, 20));
});
