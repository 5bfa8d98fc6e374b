import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agency, givenCaseFile, household, person, says, type Answer, type Given } from '../support/given.ts';

const file = [
  agency('csc', 'social care', 'Social care'),
  agency('school', 'school', 'School'),
  agency('police', 'police', 'Police'),
  person('connor', 'Child C'),
  person('conor', 'Child D'),
  person('rose', 'Mother'),
  person('rose-2', 'Mrs D'),
  person('x', 'Adult X'),
  person('nothing', 'Adult N'),
  household('h1', 'Household 1'),
  household('h2', 'Household 2'),
  says('csc', '2020-01-10', {
    type: 'detail',
    person: 'connor',
    names: [{ given: 'Connor', family: 'Smith-Dee' }],
    born: '2010-03-04',
    identifiers: [{ scheme: 'case reference', value: 'A1/2020-0141' }],
  }),
  says('school', '2020-01-15', { type: 'detail', person: 'connor', names: [{ alsoKnownAs: 'Con' }], born: '2010-03' }),
  says('school', '2020-01-15', { type: 'detail', person: 'conor', names: [{ given: 'Conor', family: 'Brown' }], born: '2011' }),
  says('csc', '2020-01-10', { type: 'detail', person: 'rose', names: [{ given: 'Rose', family: 'Dee' }] }),
  says('school', '2020-01-15', { type: 'detail', person: 'rose-2', names: [{ family: 'Dee' }] }),
  says('csc', '2020-01-20', { type: 'same', persons: ['rose', 'rose-2'] }),
  says('police', '2020-02-01', { type: 'associate', persons: ['rose', 'x'], form: 'friend' }),
  says('csc', '2020-01-10', { type: 'home', person: 'rose', household: 'h1', pattern: 'lives', from: '2018' }),
  says('csc', '2020-01-10', { type: 'home', person: 'connor', household: 'h1', pattern: 'lives', from: '2018' }),
  says('school', '2020-01-15', { type: 'address', household: 'h1', lines: ['1 Example Road'], postcode: 'ZZ1 1AA', area: 'Area 1' }),
];
const sealed = [
  person('s', 'Connor S'),
  person('t', 'Connor T'),
  says('csc', '2020-01-10', {
    type: 'detail',
    person: 's',
    names: [{ given: 'Connor', family: 'Dee' }],
    born: '2010-03-04',
    identifiers: [{ scheme: 'case reference', value: 'A1/2020-0141' }],
  }),
  says('school', '2020-01-10', { type: 'detail', person: 'rose', names: [{ given: 'Connor' }] }, { id: 'hidden' }),
  says('csc', '2020-01-10', { type: 'home', person: 's', household: 'h1', pattern: 'lives', from: '2018' }),
  {
    type: 'seal',
    id: 'seal',
    label: 'Kept apart',
    covers: { persons: ['s', 't'], records: ['hidden'] },
    opens: { roles: ['privacy officer'] },
    custodian: 'police',
  },
];
const told = (answer: Answer): string => JSON.stringify(answer, (key, value) => (key === 'revision' ? 0 : value));
const idsOf = ({ matches }: Answer): string[] => matches.map((one: Answer) => one.person.id);

describe('Finding somebody', () => {
  let given: Given;
  const ask = (args: object): Promise<Answer> => given.ask('find-person', { asAt: '2020-02-25', heldOn: '2020-02-25', ...args });
  beforeAll(async () => {
    given = await givenCaseFile(...file);
  });
  afterAll(() => given.close());

  it('by name: the same spelling first, then one that sounds like it, each with why and who holds it', async () => {
    const answer = await ask({ given: 'Connor' });
    expect(answer.matches.map(({ person: { id }, why }: Answer) => [id, why])).toEqual([
      ['connor', ['given name: Connor (social care)']],
      ['conor', ['given name sounds like “connor”: Conor (school)']],
    ]);
    expect(answer.matches[0]).toMatchObject({ area: 'Area 1', holders: [{ id: 'csc' }, { id: 'school' }] });
    expect(answer.grounds.says).toMatch(/^2 people are recorded who may be meant/);
  });
  it('by half a double name, by the beginning of one, by another name', async () => {
    expect(idsOf(await ask({ family: 'dee' }))).toEqual(['connor', 'rose', 'rose-2']);
    expect(idsOf(await ask({ family: 'smi' }))).toEqual(['connor']);
    expect(idsOf(await ask({ name: 'CON' }))).toEqual(['connor', 'conor']);
  });
  it('never takes two records for one, whatever is said of them', async () => {
    const { matches } = await ask({ given: 'Rose', family: 'Dee' });
    expect(matches.map(({ person: { id, records } }: Answer) => [id, records])).toEqual([
      ['rose', ['rose']],
      ['rose-2', ['rose-2']],
    ]);
  });
  it('by birth: to the day, held to the month, or to the year only', async () => {
    expect((await ask({ born: '2010-03-04' })).matches[0].why).toEqual([
      'born 4 March 2010 (social care)',
      'may match: born March 2010 (school)',
    ]);
    expect(idsOf(await ask({ born: '2011-07-01' }))).toEqual(['conor']);
    expect(idsOf(await ask({ born: '2010' }))).toEqual(['connor']);
    expect((await ask({ given: 'Conor', born: '2010-03-04' })).matches.map(({ person: { id }, why }: Answer) => [id, why.at(-1)])).toEqual([
      ['connor', 'may match: born March 2010 (school)'],
      ['conor', 'differs: born 2011 (school)'],
    ]);
  });
  it('by a number however it is spaced, by postcode, by area', async () => {
    expect((await ask({ identifier: 'a1 2020 0141' })).matches.map(({ person: { id }, why }: Answer) => [id, why])).toEqual([
      ['connor', ['case reference A1/2020-0141 (social care)']],
    ]);
    expect(idsOf(await ask({ postcode: 'zz11aa' }))).toEqual(['connor', 'rose']);
    expect((await ask({ area: 'area 1', postcode: 'ZZ1' })).matches[0].why).toEqual([
      'postcode ZZ1 1AA, area Area 1: Household 1 (school)',
    ]);
    expect(idsOf(await ask({ area: 'Area 2' }))).toEqual([]);
  });
  it('by what they are called here, where something is held of them', async () => {
    expect((await ask({ name: 'adult x' })).matches.map(({ person: { id }, why }: Answer) => [id, why])).toEqual([
      ['x', ['called here: Adult X']],
    ]);
    expect(idsOf(await ask({ name: 'adult n' }))).toEqual([]);
  });
  it('goes when the fact goes: another agency, an earlier day, a what-if', async () => {
    expect(idsOf(await ask({ given: 'Connor', heldBy: ['school'] }))).toEqual(['conor']);
    expect(idsOf(await ask({ given: 'Connor', heldOn: '2020-01-12' }))).toEqual(['connor']);
    expect(idsOf(await ask({ given: 'Connor', without: ['connor'] }))).toEqual(['conor']);
    expect(idsOf(await ask({ postcode: 'zz1', heldBy: ['csc'] }))).toEqual([]);
  });
  it('says truthfully that nobody is recorded, cuts, and refuses what says nothing', async () => {
    const { grounds, matches } = await ask({ name: 'Nobody of that name' });
    expect(matches).toEqual([]);
    expect(grounds.says).toMatch(/^No person is recorded who may be meant.*That nothing is recorded does not mean that there is nothing\./);
    const cut = await ask({ family: 'dee', first: 1 });
    expect([idsOf(cut), cut.truncated]).toEqual([['connor'], true]);
    await expect(ask({})).rejects.toMatchObject({ code: 'BAD_INPUT', detail: { argument: 'name' } });
    await expect(ask({ born: '4/3/2010' })).rejects.toMatchObject({ code: 'BAD_INPUT', detail: { argument: 'born' } });
  });
  it.each(['*:*', '((((', '/.*/', '\\'])('refuses %s, which has no word in it', async (name) => {
    await expect(ask({ name })).rejects.toMatchObject({ code: 'BAD_INPUT', detail: { argument: 'name' } });
  });
  it.each(['Connor" OR name:*', 'Con~2', 'a AND NOT b', 'name.connor^9', '[a TO z]', "O'Neill", 'Ж Łukasz 名'])(
    'takes %s as words and not as syntax',
    async (name) => {
      expect(idsOf(await ask({ name })).filter((id) => id !== 'connor')).toEqual([]);
    },
  );
});

describe('When people and names are sealed', () => {
  it('whoever may not open the seal gets the answer of a graph without them, byte for byte: rows, order, words', async () => {
    const asked = [
      { given: 'Connor' },
      { name: 'connor dee' },
      { identifier: 'A1/2020-0141' },
      { born: '2010-03' },
      { postcode: 'zz1' },
      { name: 'rose' },
      { name: 'connor', first: 1 },
    ];
    const plain = await givenCaseFile(...file);
    const without: string[] = [];
    for (const args of asked) without.push(told(await plain.ask('find-person', args)));
    await plain.close();
    const given = await givenCaseFile(...file, ...sealed);
    for (const [at, args] of asked.entries()) expect(told(await given.ask('find-person', args))).toBe(without[at]);
    const opened = await given.ask(
      'find-person',
      { given: 'Connor' },
      { user: 'po', role: 'privacy officer', purpose: 'oversight', reference: 'R1' },
    );
    expect(idsOf(opened)).toEqual(expect.arrayContaining(['rose', 's']));
    await given.close();
  });
});
