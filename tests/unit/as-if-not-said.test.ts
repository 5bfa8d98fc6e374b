/** What would still stand if something had never been said, and whose word counts as one with a side. */
import { describe, expect, it } from 'vitest';
import {
  falls,
  isInterested,
  partOf,
  shortened,
  standingWithout,
  withAllThatFalls,
  type HeldStatement,
  type Stand,
} from '../../server/ledger/as-if-not-said.ts';
import type { StatementRecord } from '../../server/ledger/records.ts';
import type { Version } from '../../server/ledger/versions.ts';

const couple = (id: string, agency: string, more: Partial<StatementRecord> = {}, since = '2016-10-12'): HeldStatement => ({
  record: { type: 'statement', id, agency, recorded: '2016-10-12', claim: { type: 'partner', persons: ['a', 'r'] }, ...more },
  held: [{ agency, since }],
});
const tested = {
  asAt: '2017-01-01',
  since: '0001-01-01',
  heldOn: '2017-01-01',
  heldBy: ['police', 'csc'],
  standings: ['alleged', 'observed', 'confirmed'] as const,
};
const TIE = 'PARTNER_OF a r';

describe('A couple that R told of and police repeated', () => {
  const told = couple('told', 'csc', { source: { kind: 'self', person: 'r' } });
  const repeated = couple('repeated', 'police', { repeats: 'told' });
  const taken = couple('taken', 'csc', { stance: 'retracts', withdraws: 'told' });
  it('falls with her word, and so does what repeats or withdraws it', () => {
    expect([...withAllThatFalls([told, repeated, taken], ['told'])]).toEqual(['told', 'repeated', 'taken']);
    expect(standingWithout([told, repeated], new Set(['told', 'repeated']), tested).size).toBe(0);
  });
  it('stands for whoever else says so, on the better word where there are two', () => {
    const seen = couple('seen', 'csc', { stance: 'observes' });
    expect(standingWithout([told, seen], new Set(), tested).get(partOf(TIE, 'csc'))?.standing).toBe('observed');
    expect(standingWithout([told, seen], new Set(['seen']), tested).get(partOf(TIE, 'csc'))?.standing).toBe('alleged');
    expect(standingWithout([couple('later', 'csc', { recorded: '2018-01-01' }, '2018-01-01')], new Set(), tested).size).toBe(0);
  });
  it('is held by an agency it was passed on to', () => {
    const passed = { ...told, held: [...told.held, { agency: 'police', since: '2016-12-01' }] };
    expect([...standingWithout([passed], new Set(), tested).keys()].sort()).toEqual([partOf(TIE, 'csc'), partOf(TIE, 'police')]);
  });
});

describe('A tie drawn from others', () => {
  const version = {
    via: 'h',
    tie: 'SHARES_HOME a b via h',
    rests: ['AT_HOME a h', 'AT_HOME b h', 'a', 'b', 'SHARES_HOME a b via h'],
    holders: ['csc'],
  } as unknown as Version;
  const stand: Stand = { standing: 'alleged', from: '2016-01-01', sureFrom: '2016-01-01', sureTo: '2016-12-31', to: '2016-12-31' };
  const parts = (...ties: string[]): Map<string, Stand> => new Map(ties.map((tie) => [partOf(tie, 'csc'), stand]));
  it('falls with any one of them, and with nothing else', () => {
    const all = parts('AT_HOME a h', 'AT_HOME b h');
    expect(falls(version, all, all)).toBe(false);
    expect(falls(version, all, parts('AT_HOME a h'))).toBe(true);
    expect(falls(version, all, parts('AT_HOME a h', 'AT_HOME b h', 'AT_HOME c h'))).toBe(false);
  });
  it('falls where they stand and share no day any more, in what its own holders hold', () => {
    const stays = parts('AT_HOME a h', 'AT_HOME b h');
    const whole = new Map([...stays, [partOf(version.tie, 'csc'), stand] as const]);
    expect(falls(version, whole, whole)).toBe(false);
    expect(falls(version, whole, stays)).toBe(true);
    expect(falls(version, whole, new Map([...stays, [partOf(version.tie, 'csc', 'police'), stand] as const]))).toBe(true);
  });
  it('is told to be shorter where fewer days are left, whoever holds them', () => {
    const later = { ...stand, from: '2016-06-01' };
    const all = new Map([[partOf('T', 'csc'), stand]]);
    expect([...shortened(all, new Map([[partOf('T', 'csc'), later]]))]).toEqual([['T', later]]);
    expect([...shortened(all, all)]).toEqual([]);
  });
});

describe('A source with a side of its own', () => {
  it('is the person spoken of, a parent or a relative, and never a child', () => {
    expect(isInterested({ kind: 'self' }, ['a'])).toBe(true);
    expect(isInterested({ kind: 'parent', person: 'm' }, ['a'])).toBe(true);
    expect(isInterested({ kind: 'third party', person: 'a' }, ['a'])).toBe(true);
    expect(isInterested({ kind: 'child', person: 'a' }, ['a'])).toBe(false);
    expect(isInterested({ kind: 'practitioner' }, ['a'])).toBe(false);
    expect(isInterested(undefined, ['a'])).toBe(false);
  });
});
