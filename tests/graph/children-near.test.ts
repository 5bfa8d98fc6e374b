import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agency, givenCaseFile, household, person, routesOf, rowsOf, says, setsOf, type Answer, type Given } from '../support/given.ts';

describe('Children near a man', () => {
  let given: Given;
  const near = (args: object = {}): Promise<Answer> => given.ask('children-near', { person: 'x', asAt: '2020-04-25', ...args });
  beforeAll(async () => {
    given = await givenCaseFile(
      agency('police'),
      agency('csc', 'social care'),
      agency('midwifery'),
      person('x', 'X'),
      person('b', 'Woman B'),
      person('baby', 'Baby'),
      person('teen', 'Teenager'),
      person('grown', 'Grown-up'),
      person('nobody-said', 'Whose age nobody said'),
      person('late', 'A late baby'),
      household('h', 'Home'),
      says('police', '2020-01-10', { type: 'partner', persons: ['x', 'b'], form: 'relationship', from: '2019-12' }),
      says('police', '2020-01-10', { type: 'concern', person: 'x', form: 'convicted', what: 'assault', from: '2010' }),
      says('csc', '2020-01-10', { type: 'parent', parent: 'b', child: 'teen', basis: 'birth' }),
      says('csc', '2020-01-10', { type: 'detail', person: 'teen', born: '2002-04-26' }),
      says('csc', '2020-01-10', { type: 'parent', parent: 'b', child: 'grown', basis: 'birth' }),
      says('csc', '2020-01-10', { type: 'detail', person: 'grown', born: '2002-04-25' }),
      says('csc', '2020-01-10', { type: 'parent', parent: 'b', child: 'late', basis: 'birth' }),
      says('csc', '2020-01-10', { type: 'detail', person: 'late', born: '2001/2003' }),
      says('csc', '2020-01-10', { type: 'parent', parent: 'b', child: 'nobody-said', basis: 'birth' }),
      says('midwifery', '2020-04-01', { type: 'parent', parent: 'b', child: 'baby', basis: 'birth' }),
      says('midwifery', '2020-04-01', { type: 'detail', person: 'baby', expected: '2020-08' }),
    );
  });
  afterAll(() => given.close());

  it('are those possibly under 18 on the day, the unborn included, by the widest birth held', async () => {
    const { found, ageNotKnown } = await near({ heldOn: '2020-04-25' });
    expect(rowsOf(found)).toEqual(['Baby at 2', 'A late baby at 2', 'Teenager at 2']);
    expect(found[0].person).toMatchObject({ age: 'unborn', unborn: true, child: true });
    expect(found[1].person.age).toBe('16 to 19 years');
    expect(rowsOf(ageNotKnown)).toEqual(['Woman B at 1', 'Whose age nobody said at 2']);
  });
  it('on the day a child becomes 18 they are one no longer', async () => {
    expect(rowsOf((await near({ asAt: '2020-04-26', heldOn: '2020-04-26' })).found)).toEqual(['Baby at 2', 'A late baby at 2']);
    expect(rowsOf((await near({ asAt: '2020-04-24', heldOn: '2020-04-26' })).found)).toContain('Grown-up at 2');
  });
  it('whose birth the agencies asked do not hold are in a list of their own', async () => {
    const { found, ageNotKnown } = await near({ heldBy: ['police', 'midwifery'], heldOn: '2020-04-25' });
    expect(rowsOf(found)).toEqual(['Baby at 2']);
    expect(rowsOf(ageNotKnown)).toEqual(['Woman B at 1']);
  });
  it('are held between those who held the route and the conviction; the birth does not count', async () => {
    const { found } = await near({ heldOn: '2020-04-25' });
    expect(setsOf(found[0].heldBetween)).toEqual(['midwifery+police']);
    expect(routesOf(found[0])).toEqual(['X - Woman B - Baby']);
  });
  it('agree with the main question for every child', async () => {
    const { found } = await near({ heldOn: '2020-04-25' });
    for (const row of found) {
      const mirror = await given.ask('people-of-concern-near', { child: row.person.id, asAt: '2020-04-25', heldOn: '2020-04-25' });
      const [back] = mirror.found.filter((one: Answer) => one.person.id === 'x');
      expect([back.steps, setsOf(back.heldBetween), back.heldFrom, back.assembled]).toEqual([
        row.steps,
        setsOf(row.heldBetween),
        row.heldFrom,
        row.assembled,
      ]);
    }
  });
  it('take the tie to their mother away, and they go', async () => {
    expect((await near({ without: ['b'] })).found).toEqual([]);
  });
  it('anybody may be asked about, of concern or not', async () => {
    expect(rowsOf((await given.ask('children-near', { person: 'b', within: 1, asAt: '2020-04-25' })).found)).toEqual([
      'Baby at 1',
      'A late baby at 1',
      'Teenager at 1',
    ]);
  });
});
