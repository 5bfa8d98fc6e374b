import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agency, givenCaseFile, household, person, says, shares, type Answer, type Given } from '../support/given.ts';

const born = (who: string, on: string): object => says('school', '2019-01-01', { type: 'detail', person: who, born: on });
const tie = says('police', '2019-03-01', { type: 'partner', persons: ['r', 'x'], from: '2019-01' });
const conviction = says('police', '2019-03-01', { type: 'concern', person: 'x', form: 'convicted', from: '2014' });
const parent = says('midwifery', '2016-05-20', { type: 'parent', parent: 'r', child: 's', basis: 'birth' });
const file = [
  { ...agency('csc1', 'social care', 'Social care, Area 1'), area: 'Area 1' },
  { ...agency('csc2', 'social care', 'Social care, Area 2'), area: 'Area 2' },
  agency('police', 'police', 'Police'),
  agency('midwifery', 'midwifery', 'Midwifery'),
  agency('school', 'school', 'School'),
  agency('hv', 'health visiting', 'Health visiting'),
  agency('probation', 'probation', 'Probation'),
  agency('gp', 'GP', 'GP practice'),
  person('x', 'Adult X'),
  person('r', 'Mother R'),
  person('g', 'Grandmother G'),
  person('s', 'Child S'),
  person('u', 'Young U'),
  person('away', 'Adult Away'),
  household('h1', 'Household 1'),
  born('s', '2016-05-18'),
  born('r', '1990'),
  born('g', '1960'),
  born('x', '1985'),
  tie,
  conviction,
  parent,
  says('hv', '2019-02-01', { type: 'home', person: 's', household: 'h1', pattern: 'lives', from: '2016-06' }),
  says('hv', '2019-02-01', { type: 'home', person: 'g', household: 'h1', pattern: 'lives', from: '2016-06' }),
  says('hv', '2019-02-01', { type: 'home', person: 'away', household: 'h1', pattern: 'visits', from: '2016-06' }),
  says('hv', '2019-02-01', { type: 'address', household: 'h1', area: 'Area 1' }),
  says('hv', '2019-02-01', { type: 'involvement', agency: 'hv', person: 's', form: 'open', from: '2016-06' }),
  says('school', '2019-02-01', {
    type: 'involvement',
    agency: 'school',
    person: 's',
    form: 'registered',
    from: '2019-01',
    to: '2019-12-31',
  }),
  says('gp', '2019-02-01', { type: 'involvement', agency: 'gp', person: 'g', form: 'registered', from: '2016' }),
  says('probation', '2019-02-01', { type: 'involvement', agency: 'probation', person: 'x', form: 'supervises', from: '2018' }),
  says('police', '2019-05-01', { type: 'associate', persons: ['u', 'x'], form: 'friend' }),
];
const holdsOf = ({ agencies }: Answer): Record<string, string> =>
  Object.fromEntries(agencies.map((one: Answer) => [one.agency.id, one.holds]));

describe('Whom to tell of Adult X on 1 June 2020', () => {
  let given: Given;
  const ask = (args: object = {}): Promise<Answer> =>
    given.ask('who-to-tell', { person: 'x', asAt: '2020-06-01', heldOn: '2020-06-01', ...args });
  const childS = async (args: object = {}): Promise<Answer> => (await ask(args)).children.find(({ child }: Answer) => child.id === 's');
  beforeAll(async () => {
    given = await givenCaseFile(...file);
  });
  afterAll(() => given.close());

  it('are, for Child S, those who work with her or with who looks after her, and the services of her area; not his own', async () => {
    const s = await childS();
    expect([s.steps, s.areas, s.carers.map(({ name }: Answer) => name)]).toEqual([2, ['Area 1'], ['Grandmother G', 'Mother R']]);
    expect(s.route.people.map(({ name }: Answer) => name)).toEqual(['Adult X', 'Mother R', 'Child S']);
    expect(holdsOf(s)).toEqual({ csc1: 'NONE', gp: 'NONE', hv: 'NONE' });
    expect(s.agencies.find((one: Answer) => one.agency.id === 'gp').with.map(({ id }: Answer) => id)).toEqual(['g']);
    expect(s.agencies.find((one: Answer) => one.agency.id === 'csc1')).toMatchObject({
      responsible: true,
      why: ["Children's services of Area 1, where Child S lives or stays."],
    });
    expect(s.says).toBe(
      'Area 1 is responsible for Child S. Of the agencies that work with Child S, with who looks after them or for their area: Social care, Area 1, GP practice and Health visiting hold nothing of a route, from Adult X to Child S.',
    );
  });
  it('says who of them was involved on another day only', async () => {
    expect(Object.keys(holdsOf(await childS({ asAt: '2019-06-01', heldOn: '2020-06-01' })))).toContain('school');
    expect(Object.keys(holdsOf(await childS()))).not.toContain('school');
  });
  it('follows the carer and the home that bring an agency in: without them it goes', async () => {
    expect(Object.keys(holdsOf(await childS({ without: ['g'] })))).not.toContain('gp');
    const homeless = await childS({ without: ['h1'] });
    expect([homeless.areas, Object.keys(holdsOf(homeless))]).toEqual([[], ['hv']]);
    expect(homeless.says).toContain('No responsible area is recorded for Child S on that day.');
  });
  it('says who was not asked what it holds', async () => {
    const s = await childS({ heldBy: ['police', 'midwifery', 'hv', 'school'] });
    expect(holdsOf(s)).toEqual({ hv: 'NONE', csc1: 'NOT_ASKED' });
  });
  it('moves with a sharing: part of the route, then the whole with the fact of concern', async () => {
    await given.andThen(shares('police', 'hv', '2020-03-01', tie));
    expect(holdsOf(await childS())).toMatchObject({ hv: 'PART' });
    await given.andThen(shares('midwifery', 'hv', '2020-04-01', parent));
    // The routes are whole now, and the conviction is not held.
    expect(holdsOf(await childS())).toMatchObject({ hv: 'PART' });
    await given.andThen(shares('police', 'hv', '2020-05-01', conviction));
    const s = await childS();
    expect([s.agencies[0].agency.id, s.agencies[0].holds]).toEqual(['hv', 'WHOLE']);
    expect(holdsOf(await childS({ heldOn: '2020-04-30' }))).toMatchObject({ hv: 'PART' });
    expect(s.heldBetween.map((set: Answer[]) => set.map(({ id }) => id))).toContainEqual(['hv']);
  });
  it('lists last those whose age nobody can say, and says truthfully that nobody is reached', async () => {
    const answer = await ask();
    expect(answer.children.map(({ child }: Answer) => child.id)).toEqual(['s', 'u']);
    expect(answer.children[1].says).toBe(
      'No responsible area is recorded for Young U on that day. No agency is recorded as involved with Young U or with who looks after them.',
    );
    const none = await ask({ heldBy: ['gp'] });
    expect([none.children, none.grounds.says]).toEqual([[], expect.stringMatching(/^No child is recorded within 2 steps of Adult X/)]);
  });
  it('refuses somebody who is not there, and half a question', async () => {
    await expect(given.ask('who-to-tell', { person: 'nobody' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(given.ask('who-to-tell', {})).rejects.toMatchObject({ code: 'BAD_INPUT', detail: { argument: 'person' } });
  });
});
