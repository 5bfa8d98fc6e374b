import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agency, givenCaseFile, household, person, says, shares, type Answer, type Given } from '../support/given.ts';

const convicted = says(
  'police',
  '2014-03-01',
  { type: 'concern', person: 'a', form: 'convicted', what: 'an offence', from: '2014-02-01' },
  { id: 's1' },
);
const couple = says('police', '2016-10-12', { type: 'partner', persons: ['a', 'r'], from: '2016-10' }, { id: 's2' });
const born = says('midwifery', '2016-05-20', { type: 'detail', person: 's', born: '2016-05-18' }, { id: 's3' });
const mother = says('midwifery', '2016-05-20', { type: 'parent', parent: 'r', child: 's', basis: 'birth' }, { id: 's4' });
const expected = says('midwifery', '2018-01-10', { type: 'detail', person: 't', expected: '2018-07-01' }, { id: 's5' });
const denied = says(
  'police',
  '2017-04-01',
  { type: 'partner', persons: ['a', 'r'] },
  { id: 's6', stance: 'denies', source: { kind: 'self', person: 'r' } },
);
const home = says(
  'police',
  '2016-10-12',
  { type: 'home', person: 'r', household: 'h', pattern: 'lives', from: '2016-10-12' },
  { id: 's7' },
);
const told = { ...shares('police', 'midwifery', '2018-11-05', convicted, couple), id: 'told' };
const sent = { ...shares('midwifery', 'gp', '2018-11-06', mother), id: 'sent', state: 'sent' };
const visit = {
  type: 'contact',
  id: 'visit',
  agency: 'midwifery',
  on: '2016-06-01',
  kind: 'visit',
  about: ['s'],
  with: ['r'],
  outcome: 'Weighed.',
};
const close = {
  type: 'decision',
  id: 'close',
  agency: 'police',
  on: '2017-04-01',
  about: ['r'],
  decision: 'no further action',
  reason: 'she denied it',
};
const plan = says(
  'police',
  '2016-11-01',
  { type: 'plan', key: 'plan', persons: ['a'], form: 'risk management plan', from: '2016-11-01', to: '2017-11-01' },
  { id: 's8' },
);
const noReview = says(
  'police',
  '2018-12-01',
  { type: 'assessment', key: 'arms', persons: ['a'], instrument: 'ARMS', from: '2017', to: '2017' },
  { id: 's9', stance: 'denies' },
);

const family = [
  agency('police', 'police', 'Police'),
  agency('midwifery', 'midwifery', 'Midwifery'),
  agency('gp', 'GP', 'GP'),
  agency('school', 'school', 'School'),
  person('a', 'A'),
  person('r', 'R'),
  person('s', 'S'),
  person('t', 'T'),
  household('h', "R's home"),
  convicted,
  couple,
  born,
  mother,
  expected,
  denied,
  home,
  told,
  sent,
  visit,
  close,
  plan,
  noReview,
];
const settings = { people: ['a', 'r', 's', 't'], asAt: '2019-12-31', heldOn: '2019-12-31' };
const ids = (entries: Answer[]): string[] => entries.map(({ id }) => id);
const entryIn = ({ entries, undated }: Answer, id: string): Answer => [...entries, ...undated].find((one: Answer) => one.id === id);

let given: Given;
beforeAll(async () => {
  given = await givenCaseFile(...family);
});
afterAll(async () => given.close());

describe('A chronology', () => {
  test('puts statements, contacts, plans, decisions and sharings in the order they happened, and what names no day apart', async () => {
    const answer = await given.ask('chronology', settings);
    expect(ids(answer.entries)).toEqual(['s1', 's3', 'visit', 's2', 's7', 's8', 's6', 'close', 's5', 'told', 'sent', 's9']);
    expect(ids(answer.undated)).toEqual(['s4']);
    expect(answer.notHeld).toEqual([]);
    expect(answer.pageSays).toBe('All 13 entries.');
    expect(answer.order).toContain('In order of the first day each may have happened');
  });

  test('says of each entry who came to hold it when, how many days later, whose word it is and what was done', async () => {
    const { entries } = await given.ask('chronology', settings);
    const entry = (id: string): Answer => entries.find((one: Answer) => one.id === id);
    expect(entry('s1').says).toBe(
      '1 February 2014: Police recorded that A was convicted: an offence from 1 February 2014. Held by police from 1 March 2014 (28 days later); midwifery from 5 November 2018. Done: passed to midwifery on 5 November 2018: received.',
    );
    expect(entry('s1').delay).toEqual({ least: 28, most: 28, says: '28 days later' });
    expect(entry('s2').delay.says).toBe('11 days later at most, or before it happened');
    expect(entry('visit')).toMatchObject({ kind: 'contact', source: 'midwifery', done: 'Weighed.' });
    expect(entry('close')).toMatchObject({ done: 'no further action', what: 'Decision by police about R; reason given: she denied it' });
    expect(entry('told').what).toBe('police to midwifery, 2 records (1 concern, 1 partner) about A and R: received');
    expect(entry('sent').what).toBe('midwifery to GP, 1 record (1 parent) about R and S: sent; no receipt is recorded');
    expect(entry('s6')).toMatchObject({ source: 'R', stance: 'denies', happened: { says: '1 April 2017' } });
    expect(entry('s8').keyEvent).toEqual({
      what: 'plan ended',
      on: { earliest: '2017-11-01', latest: '2017-11-01', says: '1 November 2017' },
    });
    expect(entry('s7').place).toEqual({ id: 'h', kind: 'household', name: "R's home" });
  });

  test('tells of an assessment that was never made: a denial alone is an entry too', async () => {
    const { entries } = await given.ask('chronology', { ...settings, people: ['a'], kinds: ['assessment'] });
    expect(entries[0].what).toBe('Police denied that there is an assessment about A (ARMS) from 2017 to 2017.');
  });

  test('shows what was held before it happened as such', async () => {
    const { entries } = await given.ask('chronology', { ...settings, people: ['t'] });
    expect(entries[0]).toMatchObject({ id: 's5', heldBefore: true, knownFrom: '2018-01-10' });
    expect(entries[0].says).toContain('(held 172 days before it happened)');
  });

  test('as it came to be held by midwifery puts the conviction after the birth, and what it never held apart', async () => {
    const answer = await given.ask('chronology', { ...settings, asHeldBy: 'midwifery' });
    expect(ids(answer.entries)).toEqual(['s3', 's4', 'visit', 's5', 's1', 's2', 'told', 'sent']);
    expect(ids(answer.notHeld)).toEqual(['s7', 's8', 's6', 'close', 's9']);
    expect(answer.entries.find((one: Answer) => one.id === 's1').delay.says).toBe('1,738 days later');
    expect(answer.settings).toBe('As it came to be held by Midwifery. Every kind of entry.');
  });

  test('without the sharing midwifery never holds the conviction', async () => {
    const without = await givenCaseFile(...family.filter((record) => record !== told));
    const answer = await without.ask('chronology', { ...settings, asHeldBy: 'midwifery' });
    expect(ids(answer.notHeld)).toEqual(['s1', 's2', 's7', 's8', 's6', 'close', 's9']);
    await without.close();
    given = await givenCaseFile(...family);
  });

  test('is of chosen kinds, agencies and days', async () => {
    expect(ids((await given.ask('chronology', { ...settings, kinds: ['contact', 'decision'] })).entries)).toEqual(['visit', 'close']);
    expect(ids((await given.ask('chronology', { ...settings, heldBy: ['midwifery'], heldOn: '2018-11-04' })).entries)).toEqual([
      's3',
      'visit',
      's5',
    ]);
    expect(ids((await given.ask('chronology', { ...settings, since: '2017-01-01', asAt: '2017-12-31' })).entries)).toEqual([
      's8',
      's6',
      'close',
    ]);
  });

  test('has pages, and says which this one is', async () => {
    const whole = await given.ask('chronology', settings);
    const all = ids([...whole.entries, ...whole.undated]);
    const second = await given.ask('chronology', { ...settings, first: 5, skip: 5 });
    expect(ids(second.entries)).toEqual(all.slice(5, 10));
    expect([second.truncated, second.total, second.skipped]).toEqual([true, 13, 5]);
    expect(second.pageSays).toBe('Entries 6 to 10 of 13: ask for the next with skip 10.');
    const last = await given.ask('chronology', { ...settings, first: 5, skip: 10 });
    expect(ids([...last.entries, ...last.undated])).toEqual(all.slice(10));
    expect(last.truncated).toBe(false);
  });

  test('says from which day each agency held any record of them, and of which nothing is held or loaded', async () => {
    const answer = await given.ask('chronology', { ...settings, people: ['a'], since: '2018-01-01' });
    expect(answer.lanes.map((lane: Answer) => lane.says)).toEqual([
      'Midwifery: holds 1 of these entries; before 5 November 2018 it held no record of them.',
      'Police: holds 2 of these entries; before 1 March 2014 it held no record of them.',
    ]);
    expect(ids(answer.withoutRecord)).toEqual(['gp', 'school']);
    const school = await given.ask('chronology', { ...settings, heldBy: ['school'] });
    expect(school.lanes[0]).toMatchObject({ heldFrom: null, loadedFrom: null, says: 'School: nothing has been loaded from it.' });
    expect(school.grounds.says).toMatch(
      /^No entries about A, R, S and T are recorded, up to 31 December 2019, in what school held by then\./,
    );
  });

  test('tells two agencies of one kind apart in one sentence, also where one alone is asked', async () => {
    const two = await givenCaseFile(
      { ...agency('north', 'CAMHS', 'CAMHS'), area: 'North' },
      { ...agency('south', 'CAMHS', 'CAMHS'), area: 'South' },
      person('s', 'S'),
      born,
      agency('midwifery', 'midwifery', 'Midwifery'),
      says('north', '2020-01-01', { type: 'detail', person: 's', sex: 'female' }, { id: 'seen' }),
      { ...shares('north', 'south', '2020-02-01', { id: 'seen' }), id: 'passed' },
      { type: 'contact', id: 'rang', agency: 'south', on: '2020-03-01', kind: 'call', about: ['s'], asked: ['north'] },
    );
    const all = await two.ask('chronology', { people: ['s'], asAt: '2020-12-31', heldOn: '2020-12-31' });
    expect(entryIn(all, 'passed').what).toBe('CAMHS (North) to CAMHS (South), 1 record (1 detail) about S: received');
    expect(entryIn(all, 'rang').what).toContain('Call by CAMHS (South), about S. CAMHS (North) was asked; no answer is recorded');
    expect(all.lanes.map((lane: Answer) => lane.agency.name)).toEqual(['Midwifery', 'CAMHS (North)', 'CAMHS (South)']);
    const one = await two.ask('chronology', { people: ['s'], asAt: '2020-12-31', heldOn: '2020-12-31', heldBy: ['north'] });
    expect(entryIn(one, 'seen').says).toContain('Done: passed to CAMHS (South) on 1 February 2020: received.');
    expect(one.grounds.says).toContain('in what CAMHS (North) held by then. Midwifery and CAMHS (South) were not asked.');
    await two.close();
    given = await givenCaseFile(...family);
  });

  test('refuses days the wrong way round, agencies that are not there, an agency not asked, nobody chosen, somebody unknown', async () => {
    const refusal = async (args: object): Promise<string> =>
      given.ask('chronology', { ...settings, ...args }).then(String, (error: Error) => error.message);
    expect(await refusal({ since: '2020-01-01' })).toBe('since must not be after asAt.');
    expect(await refusal({ heldBy: ['nobody'] })).toBe('heldBy names an unknown agency: nobody.');
    expect(await refusal({ asHeldBy: 'nobody' })).toBe('asHeldBy names an unknown agency: nobody.');
    expect(await refusal({ asHeldBy: 'gp', heldBy: ['police'] })).toBe('asHeldBy must be one of the agencies asked (heldBy).');
    expect(await refusal({ people: [] })).toBe('people must be 1 to 60 ids.');
    expect(await refusal({ people: ['a', 'nobody'] })).toBe('people names nobody and nothing that you may see here.');
    expect(await refusal({ skip: -1 })).toBe('skip must be a whole number from 0 to 1000000.');
  });

  test('under a seal shows neither what is sealed nor that it was passed on', async () => {
    await given.andThen({
      type: 'seal',
      id: 'seal',
      label: 'A source',
      covers: { records: ['s2', 'sent'] },
      custodian: 'police',
      opens: { users: ['boss'] },
    });
    const { entries } = await given.ask('chronology', settings);
    expect(ids(entries)).toEqual(['s1', 's3', 'visit', 's7', 's8', 's6', 'close', 's5', 'told', 's9']);
    expect(entries.find((one: Answer) => one.id === 'told').what).toBe('police to midwifery, 1 record (1 concern) about A: received');
    given = await givenCaseFile(...family);
  });
});
