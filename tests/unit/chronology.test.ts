import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Span } from '../../server/ledger/dates.ts';
import type { Claim, StatementRecord } from '../../server/ledger/records.ts';
import { FIRST_DAY, LAST_DAY } from '../../server/ledger/versions.ts';
import { datedOf, entryKindOf, ENTRY_KINDS, keyEventOf } from '../../server/reviewing/dated.ts';
import { daysBetween, delayOf, delaySays, isHeldBefore } from '../../server/reviewing/delay.ts';
import { inOrderOf, orderSays, type Placed } from '../../server/reviewing/order.ts';

const statement = (claim: Claim, more: Partial<StatementRecord> = {}): StatementRecord => ({
  type: 'statement',
  id: 's',
  agency: 'police',
  recorded: '2020-05-02',
  claim,
  ...more,
});
const day = (text: string): Span => ({ earliest: text, latest: text });
const couple: Claim = { type: 'partner', persons: ['ada', 'ben'] };

describe('When something happened', () => {
  it('is when it began, and until when it lasted', () => {
    expect(datedOf(statement({ ...couple, from: '2020-01', to: '2020-03-04' }))).toMatchObject({
      happened: { earliest: '2020-01-01', latest: '2020-01-31' },
      until: day('2020-03-04'),
    });
  });

  it('is its end where nothing else is stated, and nothing where no day is', () => {
    expect(datedOf(statement({ ...couple, to: '2020-03-04' }))).toMatchObject({ happened: day('2020-03-04'), until: null });
    expect(datedOf(statement(couple))).toEqual({ happened: null, until: null });
    expect(datedOf(statement({ ...couple, to: '..' }))).toEqual({ happened: null, until: null });
  });

  it('is a birth for what somebody is called and when they were born', () => {
    const born = statement({ type: 'detail', person: 'ada', born: '2019-03-01' });
    expect(datedOf(born).happened).toMatchObject(day('2019-03-01'));
    expect(keyEventOf(born)).toMatchObject({ what: 'birth' });
  });

  it('is the day it was said, where somebody denies or takes back what is said to have been earlier', () => {
    const denied = statement({ type: 'concern', person: 'ben', form: 'convicted', from: '2014' }, { stance: 'denies' });
    expect(datedOf(denied).happened).toMatchObject(day('2020-05-02'));
    expect(keyEventOf(denied)).toBeNull();
  });

  it('marks the end of a plan and not its beginning, a move, a conviction', () => {
    const plan: Claim = { type: 'plan', key: 'p', persons: ['ada'], form: 'child protection plan', from: '2019', to: '2020-04-06' };
    expect(keyEventOf(statement(plan))).toMatchObject({ what: 'plan ended', on: day('2020-04-06') });
    expect(keyEventOf(statement({ type: 'home', person: 'ada', household: 'h', pattern: 'lives', from: '2020' }))?.what).toBe('move');
    expect(keyEventOf(statement({ type: 'home', person: 'ada', household: 'h', pattern: 'visits', from: '2020' }))).toBeNull();
    expect(keyEventOf(statement({ type: 'concern', person: 'ben', form: 'convicted', from: '2014' }))?.what).toBe('conviction');
  });

  it('makes orders, plans, assessments and events kinds of entry of their own', () => {
    expect(entryKindOf(statement({ type: 'order', key: 'o', persons: ['ben'], form: 'order' }))).toBe('order');
    expect(entryKindOf(statement(couple))).toBe('statement');
    expect(entryKindOf({ type: 'contact', id: 'c', agency: 'gp', on: '2020', kind: 'visit', about: ['ada'] })).toBe('contact');
  });
});

describe('The delay between what happened and who came to hold it', () => {
  it('is a number of days, or a span of them where the day is not known', () => {
    expect(delaySays(delayOf(day('2016-10-12'), '2016-10-12'))).toBe('the same day');
    expect(delaySays(delayOf(day('2016-10-12'), '2018-11-05'))).toBe('754 days later');
    expect(delaySays(delayOf({ earliest: '2020-05-01', latest: '2020-05-31' }, '2020-06-01'))).toBe('1 to 31 days later');
    expect(delaySays(delayOf({ earliest: '2020-05-01', latest: '2020-05-31' }, '2020-05-31'))).toBe('up to 30 days later');
    expect(delaySays(delayOf({ earliest: FIRST_DAY, latest: '2020-05-31' }, '2020-06-02'))).toBe('at least 2 days later');
    expect(delaySays(delayOf({ earliest: FIRST_DAY, latest: '2020-05-31' }, '2020-05-02'))).toBe('how long after is not known');
    expect(delaySays(delayOf({ earliest: '2020-05-01', latest: LAST_DAY }, '2020-05-02'))).toBe(
      '1 day later at most, or before it happened',
    );
  });

  it('of what was held before it happened says so', () => {
    const expected = delayOf(day('2020-07-01'), '2020-05-02');
    expect(isHeldBefore(expected)).toBe(true);
    expect(delaySays(expected)).toBe('held 60 days before');
    expect(delaySays(delayOf({ earliest: '2020-07-01', latest: '2020-07-31' }, '2020-05-02'))).toBe('held 60 to 90 days before');
  });

  it('grows by one with every day it is held later', () => {
    fc.assert(
      fc.property(days, fc.nat(4000), fc.nat(4000), (first, wide, later) => {
        const happened = { earliest: first, latest: addDays(first, wide) };
        const [one, next] = [delayOf(happened, addDays(first, later)), delayOf(happened, addDays(first, later + 1))];
        expect([next.least! - one.least!, next.most! - one.most!]).toEqual([1, 1]);
        expect(one.most! - one.least!).toBe(wide);
        expect(daysBetween(first, addDays(first, later))).toBe(later);
      }),
    );
  });
});

const days = fc.nat(9000).map((count) => addDays('2000-01-01', count));
const spans = fc.tuple(days, fc.nat(400)).map(([first, wide]) => ({ earliest: first, latest: addDays(first, wide) }));
const entries = fc.uniqueArray(
  fc.record({
    id: fc.stringMatching(/^[a-z]{1,3}$/),
    kind: fc.constantFrom(...ENTRY_KINDS),
    happened: fc.option(spans),
    until: fc.option(spans),
    knownFrom: fc.option(days),
  }),
  { selector: ({ id }) => id, maxLength: 40 },
) as fc.Arbitrary<Placed[]>;

describe('The order of a chronology', () => {
  const ever = { since: FIRST_DAY, asAt: LAST_DAY };

  it('is the same in whatever order the records come', () => {
    fc.assert(
      fc.property(entries, fc.boolean(), fc.nat(), (some, asHeld, turn) => {
        const turned = [...some.slice(turn % (some.length + 1)), ...some.slice(0, turn % (some.length + 1))];
        expect(inOrderOf(turned, { ...ever, asHeld }).all).toEqual(inOrderOf(some, { ...ever, asHeld }).all);
      }),
    );
  });

  it('loses nothing that is held: dated, undated or not held by the one agency, each entry stands in one list', () => {
    fc.assert(
      fc.property(entries, fc.boolean(), (some, asHeld) => {
        const { all } = inOrderOf(some, { ...ever, asHeld });
        const expected = asHeld ? some : some.filter(({ knownFrom }) => knownFrom !== null);
        expect(all.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
      }),
    );
  });

  it('keeps what names no day whatever the days asked for', () => {
    const undated: Placed = { id: 'u', kind: 'statement', happened: null, until: null, knownFrom: '2020-01-01' };
    expect(inOrderOf([undated], { since: '2023-01-01', asAt: '2023-01-02', asHeld: false }).undated).toEqual([undated]);
  });

  it('takes in what began before the days asked for and ended within them', () => {
    const plan: Placed = { id: 'p', kind: 'plan', happened: day('2019-03-01'), until: day('2020-04-06'), knownFrom: '2019-03-01' };
    expect(inOrderOf([plan], { since: '2020-01-01', asAt: '2020-12-31', asHeld: false }).dated).toEqual([plan]);
    expect(inOrderOf([plan], { since: '2020-05-01', asAt: '2020-12-31', asHeld: false }).dated).toEqual([]);
  });

  it('of two entries of one day is that in which they came to be held, then by kind, then by id; and it says so', () => {
    const on = (id: string, kind: Placed['kind'], knownFrom: string): Placed => ({
      id,
      kind,
      happened: day('2020-05-01'),
      until: null,
      knownFrom,
    });
    const some = [
      on('c', 'contact', '2020-05-03'),
      on('b', 'statement', '2020-05-03'),
      on('a', 'statement', '2020-05-03'),
      on('z', 'decision', '2020-05-02'),
    ];
    expect(inOrderOf(some, { ...ever, asHeld: false }).dated.map(({ id }) => id)).toEqual(['z', 'a', 'b', 'c']);
    expect(orderSays(false)).toContain(
      'on one day by its last possible day, then by the day it came to be held, then by kind of entry, then by its id',
    );
  });
});
