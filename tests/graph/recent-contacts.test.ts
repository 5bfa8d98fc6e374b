import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agency, givenCaseFile, household, person, says, type Answer, type Given } from '../support/given.ts';

const contact = (id: string, by: string, on: string, more: object): object => ({
  type: 'contact',
  id,
  agency: by,
  on,
  kind: 'contact',
  ...more,
});
const file = [
  agency('csc', 'social care', 'Social care'),
  agency('school', 'school', 'School'),
  agency('police', 'police', 'Police'),
  agency('gp', 'GP', 'GP practice'),
  person('mia', 'Mia'),
  person('mother', 'Mother'),
  person('visitor', 'Adult X'),
  person('kept', 'Adult K'),
  person('before', 'Adult B'),
  person('far', 'Adult F'),
  household('h1', 'Household 1'),
  household('h2', 'Household 2'),
  says('csc', '2020-01-10', { type: 'home', person: 'mia', household: 'h1', pattern: 'lives', from: '2018-06-01' }),
  says('csc', '2020-01-10', { type: 'home', person: 'mother', household: 'h1', pattern: 'lives', from: '2018-06-01' }),
  says('police', '2020-01-11', { type: 'home', person: 'visitor', household: 'h1', pattern: 'visits', from: '2019' }),
  says('csc', '2020-01-10', { type: 'home', person: 'kept', household: 'h1', pattern: 'excluded', from: '2019' }),
  says('csc', '2020-01-10', { type: 'home', person: 'before', household: 'h1', pattern: 'lives', from: '2018-01', to: '2019-01' }),
  says('csc', '2020-01-10', { type: 'home', person: 'far', household: 'h2', pattern: 'lives', from: '2018-06-01' }),
  contact('c1', 'csc', '2020-01-20', {
    kind: 'check',
    about: ['mia', 'mother'],
    asked: ['police', 'gp'],
    answer: 'none held',
    answeredOn: '2020-02-20',
  }),
  contact('c2', 'school', '2020-01-25', { kind: 'meeting', about: ['mia'], with: ['mother'], outcome: 'Talked of mornings.' }),
  contact('c3', 'police', '2020-02-01', { kind: 'visit', about: ['visitor'], with: ['visitor'] }),
  contact('c4', 'police', '2020-02-02', { about: ['kept'] }),
  contact('c5', 'csc', '2020-02-03', { about: ['before'] }),
  contact('c6', 'csc', '2020-02-04', { about: ['far'] }),
  contact('c7', 'csc', '2020-03-30', { kind: 'referral', about: ['mia'], from: 'school' }),
];
const told = (answer: Answer): string => JSON.stringify(answer, (key, value) => (key === 'revision' ? 0 : value));
const idsOf = ({ contacts }: Answer): string[] => contacts.map((one: Answer) => one.id);

describe("Contacts about anybody in Mia's home on 25 February 2020", () => {
  let given: Given;
  const ask = (args: object = {}): Promise<Answer> =>
    given.ask('recent-contacts', { child: 'mia', asAt: '2020-02-25', heldOn: '2020-02-25', ...args });
  beforeAll(async () => {
    given = await givenCaseFile(...file);
  });
  afterAll(() => given.close());

  it('are about her, those who live there and visitors, the newest first; not who left, is kept away or lives elsewhere', async () => {
    const answer = await ask();
    expect(idsOf(answer)).toEqual(['c3', 'c2', 'c1']);
    expect(answer.homes.map((home: Answer) => home.name)).toEqual(['Household 1']);
    expect(answer.grounds.says).toMatch(/^3 contacts are recorded about Mia or anybody in their home, on 25 February 2020/);
  });
  it('are told with who was met, who was asked and what was answered', async () => {
    expect((await ask()).contacts.map((one: Answer) => one.says)).toEqual([
      'Visit by Police, on 1 February 2020, about Adult X (Adult X was met).',
      'Meeting held by School, on 25 January 2020, about Mia (Mother was met). Outcome: Talked of mornings.',
      'Check by Social care, on 20 January 2020, about Mia and Mother. Police and GP practice were asked: no record is held (on 20 February 2020).',
    ]);
  });
  it('have no answer on a day before it came', async () => {
    const early = (await ask({ heldOn: '2020-02-19' })).contacts.find((one: Answer) => one.id === 'c1');
    expect([early.answer, early.answeredOn]).toEqual([null, null]);
    expect(early.says).toBe(
      'Check by Social care, on 20 January 2020, about Mia and Mother. Police and GP practice were asked; no answer is recorded by 19 February 2020.',
    );
  });
  it('go when their fact goes: another agency, another day, a what-if', async () => {
    expect(idsOf(await ask({ heldBy: ['csc'] }))).toEqual(['c1']);
    expect(idsOf(await ask({ since: '2020-01-22' }))).toEqual(['c3', 'c2']);
    expect(idsOf(await ask({ heldOn: '2020-01-31' }))).toEqual(['c2', 'c1']);
    expect(idsOf(await ask({ without: ['c2', 'visitor'] }))).toEqual(['c1']);
    expect(idsOf(await ask({ asAt: '2020-04-01', heldOn: '2020-04-01' }))).toEqual(['c7', 'c3', 'c2', 'c1']);
    expect((await ask({ asAt: '2020-04-01', heldOn: '2020-04-01' })).contacts[0].says).toBe(
      'Referral to Social care, on 30 March 2020, about Mia (from School).',
    );
  });
  it('says truthfully that none is recorded, cuts, and refuses', async () => {
    const none = await ask({ heldBy: ['gp'] });
    expect([none.contacts, none.homes]).toEqual([[], []]);
    expect(none.grounds.says).toContain('No contact is recorded about Mia, on 25 February 2020');
    expect(none.grounds.says).toContain('That nothing is recorded does not mean that there is nothing.');
    const cut = await ask({ first: 1 });
    expect([idsOf(cut), cut.truncated]).toEqual([['c3'], true]);
    await expect(ask({ child: 'nobody' })).rejects.toMatchObject({ code: 'NOT_FOUND', detail: { argument: 'child' } });
  });
});

describe('When somebody in the home, or a contact, is sealed', () => {
  it('whoever may not open the seal gets the answer of a graph without them, byte for byte', async () => {
    const args = { child: 'mia', asAt: '2020-02-25' };
    const plain = await givenCaseFile(...file);
    const without = await plain.ask('recent-contacts', args);
    await plain.close();
    const given = await givenCaseFile(
      ...file,
      person('s', 'Adult S'),
      says('csc', '2020-01-10', { type: 'home', person: 's', household: 'h1', pattern: 'lives', from: '2019' }),
      contact('c8', 'csc', '2020-02-10', { about: ['s'] }),
      contact('c9', 'csc', '2020-02-11', { about: ['mia'] }),
      { type: 'seal', id: 'seal', label: 'Kept apart', covers: { persons: ['s'], records: ['c9'] }, custodian: 'police' },
    );
    expect(told(await given.ask('recent-contacts', args))).toBe(told(without));
    await given.close();
  });
});
