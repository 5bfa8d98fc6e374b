import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agency, givenCaseFile, household, person, says, type Answer, type Given } from '../support/given.ts';

const file = [
  agency('csc', 'social care', 'Social care'),
  agency('school', 'school', 'School'),
  agency('police', 'police', 'Police'),
  person('mia', 'Mia'),
  person('mother', 'Mother'),
  person('connor', 'Connor'),
  person('father', 'Father'),
  person('so2', 'SO2'),
  person('gran', 'Gran'),
  household('h1', 'Household 1'),
  household('h2', 'Household 2'),
  household('h9', 'Household 9'),
  says('csc', '2020-01-10', { type: 'home', person: 'mother', household: 'h1', pattern: 'lives', from: '2018-06-01', to: '..' }),
  says('csc', '2020-01-10', { type: 'home', person: 'mia', household: 'h1', pattern: 'lives', from: '2019-11-20' }),
  says(
    'csc',
    '2018-06-01',
    { type: 'home', person: 'connor', household: 'h1', pattern: 'lives', from: '2018-06-01' },
    { source: { kind: 'parent', person: 'mother' } },
  ),
  says(
    'csc',
    '2020-01-10',
    { type: 'home', person: 'connor', household: 'h1', pattern: 'part week', nights: 3, from: '2019-09-02', to: '2020-03-31' },
    { source: { kind: 'parent', person: 'mother' } },
  ),
  says('school', '2019-09-05', { type: 'home', person: 'connor', household: 'h2', pattern: 'part week', nights: 4, from: '2019-09-02' }),
  says('school', '2019-09-05', { type: 'home', person: 'father', household: 'h2', pattern: 'lives', from: '2019-09-01' }),
  says('police', '2020-02-01', { type: 'home', person: 'so2', household: 'h2', pattern: 'visits', from: '2019-12' }),
  says('police', '2020-02-01', { type: 'concern', person: 'so2', form: 'convicted', what: 'an offence against a child', from: '2014' }),
  says('csc', '2020-02-20', { type: 'home', person: 'father', household: 'h1', pattern: 'excluded', from: '2020-02-15', to: '2020-05-15' }),
  says('csc', '2020-01-10', { type: 'home', person: 'gran', household: 'h1', pattern: 'lives', from: '2017', to: '2018-05' }),
  says('school', '2019-09-05', { type: 'detail', person: 'connor', born: '2010-03-04' }),
  says('csc', '2020-01-10', {
    type: 'address',
    household: 'h1',
    lines: ['1 Example Road'],
    postcode: 'ZZ1 1AA',
    area: 'Area 1',
    from: '2018-06-01',
  }),
  says('school', '2019-09-05', { type: 'address', household: 'h1', lines: ['7 Sample Street'], postcode: 'ZZ7 7AA', area: 'Area 1' }),
];
const sealed = [
  person('adult-s', 'Adult S'),
  says('police', '2020-02-02', { type: 'home', person: 'adult-s', household: 'h1', pattern: 'lives', from: '2020-01-01' }),
  says('csc', '2020-02-03', { type: 'home', person: 'mia', household: 'h9', pattern: 'stays', from: '2020-02-01' }, { id: 'refuge' }),
  {
    type: 'seal',
    id: 'seal',
    label: 'Refuge',
    covers: { persons: ['adult-s'], households: ['h9'] },
    opens: { roles: ['privacy officer'] },
    custodian: 'police',
  },
];
const told = (answer: Answer): string => JSON.stringify(answer, (key, value) => (key === 'revision' ? 0 : value));

describe('Who is in Household 1 on 25 February 2020', () => {
  let given: Given;
  const ask = (args: object = {}): Promise<Answer> =>
    given.ask('household', { household: 'h1', asAt: '2020-02-25', heldOn: '2020-02-25', ...args });
  beforeAll(async () => {
    given = await givenCaseFile(...file);
  });
  afterAll(() => given.close());

  it('lists each person by how they are there, with who says so and an unknown end said as such', async () => {
    const { members, says: sentence } = await ask();
    expect(members.map(({ person: { name }, stays }: Answer) => `${name}: ${stays.map((stay: Answer) => stay.pattern).join()}`)).toEqual([
      'Mia: lives',
      'Mother: lives',
      'Connor: part week',
      'Father: excluded',
    ]);
    expect(sentence).toBe(
      'Household 1, on 25 February 2020: Mia and Mother live there (possibly: no end is recorded); Connor lives part of the week there; Father is kept away.',
    );
    expect(members[2].stays[0]).toMatchObject({ nights: 3, inForce: true, certain: true });
    expect(members[2].stays[0].says).toBe(
      'Connor lives part of the week at Household 1 (from 2 September 2019 to 31 March 2020, 3 nights a week; social care, held by 10 January 2020; Mother said so).',
    );
  });
  it('says what changed since a day, the newest first, a change of pattern as one', async () => {
    const { changes } = await ask({ since: '2019-08-01' });
    expect(changes.map((change: Answer) => change.says)).toEqual([
      'Father began to be kept away from Household 1, 15 February 2020.',
      'Mia began living at Household 1, 20 November 2019.',
      'Connor stopped living at Household 1 and began living part of the week there, 2 September 2019.',
    ]);
    expect((await ask()).changes.map((change: Answer) => change.says)).toContain('Gran stopped living at Household 1, May 2018.');
  });
  it("shows Connor's other home and who is there, the person of concern among them", async () => {
    const { members } = await ask();
    const connor = members.find((one: Answer) => one.person.id === 'connor');
    expect(connor.otherHomes.map(({ home, stays }: Answer) => `${home.name}: ${stays[0].pattern}`)).toEqual(['Household 2: part week']);
    expect(
      connor.otherHomes[0].members.map(({ person: { name }, stays, concerns }: Answer) => `${name} ${stays[0].pattern} ${concerns.length}`),
    ).toEqual(['Father lives 0', 'SO2 visits 1']);
  });
  it('goes when the fact goes: without what the school holds there is no other home', async () => {
    const { members } = await ask({ heldBy: ['csc', 'police'] });
    expect(members.find((one: Answer) => one.person.id === 'connor').otherHomes).toEqual([]);
    expect((await ask({ without: ['mia'] })).members.map((one: Answer) => one.person.id)).toEqual(['mother', 'connor', 'father']);
  });
  it('gives the address as each agency holds it, and says that they differ', async () => {
    const { addresses, addressesDiffer, home } = await ask();
    expect(addresses.map((address: Answer) => address.says)).toEqual([
      '1 Example Road, ZZ1 1AA; responsible authority: Area 1 (from 1 June 2018, end not recorded; social care, held by 10 January 2020).',
      '7 Sample Street, ZZ7 7AA; responsible authority: Area 1 (end not recorded; school, held by 5 September 2019).',
    ]);
    expect(addressesDiffer).toBe('Its address on 25 February 2020 is held differently.');
    expect(home).toMatchObject({ area: 'Area 1', address: '1 Example Road, ZZ1 1AA; or 7 Sample Street, ZZ7 7AA' });
    expect((await ask({ heldBy: ['csc'] })).addressesDiffer).toBeNull();
  });
  it('says truthfully that nobody is recorded there by an agency that holds nothing', async () => {
    const { members, says: sentence, grounds } = await ask({ heldBy: ['police'] });
    expect(members).toEqual([]);
    expect(sentence).toBe('Nobody is recorded as living, staying, visiting or kept away at Household 1, on 25 February 2020.');
    expect(grounds.says).toContain('Nobody is recorded at Household 1');
    expect(grounds.says).toContain('That nothing is recorded does not mean that there is nothing.');
    expect(grounds.says).not.toMatch(/clear|safe/);
  });
  it('shows what was held by then only', async () => {
    expect((await ask({ heldOn: '2019-12-31' })).members.map((one: Answer) => one.person.id)).toEqual(['connor']);
  });
  it('refuses a home that is not there, and bad arguments, by name', async () => {
    await expect(ask({ household: 'nowhere' })).rejects.toMatchObject({ code: 'NOT_FOUND', detail: { argument: 'household' } });
    await expect(ask({ since: '2021-01-01' })).rejects.toMatchObject({ code: 'BAD_INPUT', detail: { argument: 'since' } });
    await expect(ask({ heldBy: ['nobody'] })).rejects.toMatchObject({ code: 'BAD_INPUT', detail: { argument: 'heldBy' } });
  });
  it('cuts the list and says so', async () => {
    const { members, truncated } = await ask({ first: 1 });
    expect([members.length, truncated]).toEqual([1, true]);
  });
});

describe('When somebody there, and another home, are sealed', () => {
  it('whoever may not open the seal gets the answer of a graph without them, byte for byte', async () => {
    const args = { household: 'h1', asAt: '2020-02-25', heldOn: '2020-02-25' };
    const plain = await givenCaseFile(...file);
    const [without, absent] = [await plain.ask('household', args), await plain.ask('household', { household: 'h8' }).catch(String)];
    await plain.close();
    const given = await givenCaseFile(...file, ...sealed);
    expect(told(await given.ask('household', args))).toBe(told(without));
    expect(await given.ask('household', { household: 'h9' }).catch(String)).toBe(absent);
    const opener = { user: 'po', role: 'privacy officer', purpose: 'oversight', reference: 'R1' } as const;
    const opened = await given.ask('household', args, opener);
    expect(opened.members.map((one: Answer) => one.person.id)).toContain('adult-s');
    expect(opened.members.find((one: Answer) => one.person.id === 'mia').otherHomes.map((one: Answer) => one.home.id)).toEqual(['h9']);
    await given.close();
  });
});
