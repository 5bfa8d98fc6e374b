import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agency, givenCaseFile, person, says, shares, type Answer, type Given } from '../support/given.ts';

const contact = (id: string, by: string, on: string, more: object): object => ({
  type: 'contact',
  id,
  agency: by,
  on,
  kind: 'check',
  about: ['x'],
  ...more,
});
const denial = says('gp', '2020-01-12', { type: 'partner', persons: ['r', 'x'] }, { stance: 'denies' });
const file = [
  agency('csc', 'social care', 'Social care'),
  agency('police', 'police', 'Police'),
  agency('probation', 'probation', 'Probation'),
  agency('gp', 'GP', 'GP practice'),
  agency('school', 'school', 'School'),
  agency('hv', 'health visiting', 'Health visiting'),
  agency('nursery', 'nursery', 'Nursery'),
  agency('court', 'court', 'Court'),
  person('x', 'Adult X'),
  person('r', 'Ms R'),
  person('other', 'Adult O'),
  says('police', '2019-03-01', { type: 'concern', person: 'x', form: 'convicted', from: '2014' }),
  says('police', '2019-04-01', { type: 'associate', persons: ['other', 'x'], form: 'friend' }),
  says('probation', '2019-02-01', {
    type: 'involvement',
    agency: 'probation',
    person: 'x',
    form: 'supervises',
    from: '2018-01-01',
    to: '2019-06-30',
  }),
  says('csc', '2020-01-10', { type: 'involvement', agency: 'hv', person: 'x', form: 'open', from: '2019-05-01' }),
  denial,
  says('school', '2019-01-01', { type: 'detail', person: 'r', names: [{ given: 'Rose' }] }),
  contact('c1', 'csc', '2020-01-15', { asked: ['nursery'], answer: 'could not be reached', answeredOn: '2020-01-16' }),
  contact('c2', 'csc', '2020-01-17', { asked: ['court'], answer: 'not permitted', answeredOn: '2020-02-17' }),
  contact('c3', 'probation', '2019-05-05', { kind: 'appointment', with: ['x'] }),
];
const told = (answer: Answer): string => JSON.stringify(answer, (key, value) => (key === 'revision' ? 0 : value));
const answersOf = ({ agencies }: Answer): Record<string, string> =>
  Object.fromEntries(agencies.map((row: Answer) => [row.agency.id, row.answer]));

describe('Who holds what on Adult X on 25 February 2020', () => {
  let given: Given;
  const ask = (args: object = {}): Promise<Answer> =>
    given.ask('who-holds-what', { person: 'x', asAt: '2020-02-25', heldOn: '2020-02-25', ...args });
  const row = async (id: string, args: object = {}): Promise<Answer> =>
    (await ask(args)).agencies.find((one: Answer) => one.agency.id === id);
  beforeAll(async () => {
    given = await givenCaseFile(...file);
  });
  afterAll(() => given.close());

  it('gives each agency one of five answers, and a denial alone is a record too', async () => {
    expect(answersOf(await ask())).toEqual({
      police: 'recorded',
      probation: 'recorded',
      csc: 'recorded',
      gp: 'recorded',
      school: 'none held',
      hv: 'not checked',
      nursery: 'could not be reached',
      court: 'not permitted',
    });
    expect((await ask()).agencies.map((one: Answer) => one.agency.id)).toEqual([
      'csc',
      'gp',
      'police',
      'probation',
      'school',
      'hv',
      'court',
      'nursery',
    ]);
  });
  it('counts statements by kind, with the first day, and says so', async () => {
    const police = await row('police');
    expect(police).toMatchObject({
      statements: 2,
      heldSince: '2019-03-01',
      kinds: [
        { kind: 'associate', count: 1 },
        { kind: 'concern', count: 1 },
      ],
    });
    expect(police.says).toBe(
      'Police held 2 statements on Adult X by 25 February 2020, the first by 1 March 2019 (associates 1, facts of concern 1).',
    );
    expect((await row('school')).says).toBe('School was asked: no record on Adult X is held by 25 February 2020.');
    expect((await row('hv')).says).toMatch(
      /^Nothing of Health visiting has been loaded by 25 February 2020: not checked\. Health visiting: open \(from 1 May 2019; .*social care, held by 10 January 2020\)\.$/,
    );
  });
  it('says who holds records and is no longer involved, and the last contact', async () => {
    const probation = await row('probation');
    expect(probation).toMatchObject({ noLongerInvolved: true, lastContact: { id: 'c3' } });
    expect(probation.involvement.map((one: Answer) => [one.form, one.involved])).toEqual([['supervises', false]]);
    expect(probation.says).toContain('Holds records, no longer involved. Probation: was supervises');
    expect((await row('probation', { asAt: '2019-05-10' })).noLongerInvolved).toBe(false);
  });
  it('takes the answer of a contact only once it came, and says to whom', async () => {
    expect((await row('court')).says).toContain('Court: telling was not permitted, as answered to Social care, on 17 February 2020.');
    expect((await row('court', { heldOn: '2020-02-16' })).answer).toBe('not checked');
    expect((await row('court', { heldOn: '2020-02-16' })).askedIn.map((one: Answer) => one.id)).toEqual(['c2']);
  });
  it('gives a row to who was named as asked though not asked here, and counts nothing of theirs', async () => {
    expect(answersOf(await ask({ heldBy: ['csc', 'school'] }))).toEqual({
      csc: 'recorded',
      school: 'none held',
      hv: 'not checked',
      nursery: 'could not be reached',
      court: 'not permitted',
    });
    expect((await row('nursery', { heldBy: ['csc'] })).statements).toBeNull();
  });
  it('goes when the fact goes, and comes with a sharing', async () => {
    expect((await row('gp', { without: ['r'] })).answer).toBe('none held');
    expect((await row('police', { heldOn: '2019-02-28' })).answer).toBe('not checked');
    await given.andThen(shares('gp', 'school', '2020-02-20', denial));
    expect((await row('school')).answer).toBe('recorded');
    expect((await row('school', { heldOn: '2020-02-19' })).answer).toBe('none held');
  });
  it('says truthfully that nobody holds anything, and refuses', async () => {
    const { grounds, agencies } = await ask({ heldBy: ['hv'] });
    expect(answersOf({ agencies })).toEqual({ hv: 'not checked' });
    expect(grounds.says).toMatch(/^No agency of those asked is recorded as holding something on Adult X/);
    expect(grounds.says).not.toMatch(/clear|safe/);
    await expect(ask({ person: 'nobody' })).rejects.toMatchObject({ code: 'NOT_FOUND', detail: { argument: 'person' } });
  });
});

describe('When what an agency holds on them is sealed', () => {
  it('whoever may not open the seal gets the answer of a graph without it, byte for byte', async () => {
    const args = { person: 'x', asAt: '2020-02-25' };
    const plain = await givenCaseFile(...file);
    const without = await plain.ask('who-holds-what', args);
    await plain.close();
    const given = await givenCaseFile(
      ...file,
      person('s', 'Adult S'),
      says('school', '2021-01-01', { type: 'partner', persons: ['s', 'x'] }),
      says('hv', '2020-01-01', { type: 'concern', person: 'x', form: 'alleged' }, { id: 'hidden' }),
      says('police', '2022-01-01', { type: 'event', key: 'e', form: 'call', persons: [{ person: 's', part: 'caller' }] }),
      contact('c9', 'csc', '2020-01-18', { asked: ['school'], answer: 'recorded' }),
      { type: 'seal', id: 'seal', label: 'Kept apart', covers: { persons: ['s'], records: ['hidden', 'c9'] }, custodian: 'police' },
    );
    expect(told(await given.ask('who-holds-what', args))).toBe(told(without));
    await given.close();
  });
});
