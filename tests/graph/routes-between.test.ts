import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agency, givenCaseFile, household, person, routesOf, says, type Answer, type Given } from '../support/given.ts';

describe('Routes between two people', () => {
  let given: Given;
  const between = (from: string[], to: string[], args: object = {}): Promise<Answer> =>
    given.ask('routes-between', { from, to, asAt: '2020-04-25', ...args });
  beforeAll(async () => {
    given = await givenCaseFile(
      agency('csc', 'social care'),
      agency('probation'),
      person('connor', 'Connor'),
      person('emma', 'Emma'),
      person('father', 'Father'),
      person('mother', 'Mother'),
      person('other', 'Mother 2'),
      person('uncle', 'Uncle'),
      person('ex', 'Ex'),
      person('gran', 'Grandmother'),
      person('so2', 'SO2'),
      household('h1', 'Household 1'),
      ...(['connor', 'emma'] as const).map((child) =>
        says('csc', '2020-01-01', { type: 'parent', parent: 'father', child, basis: 'birth' }),
      ),
      says('csc', '2020-01-01', { type: 'parent', parent: 'mother', child: 'emma', basis: 'birth' }),
      says('csc', '2020-01-01', { type: 'parent', parent: 'other', child: 'connor', basis: 'birth' }),
      says('csc', '2020-01-01', { type: 'detail', person: 'father', sex: 'male' }),
      says('csc', '2020-01-01', { type: 'detail', person: 'connor', sex: 'male' }),
      says('csc', '2020-01-01', { type: 'detail', person: 'emma', sex: 'female' }),
      says('csc', '2020-01-01', { type: 'detail', person: 'uncle', sex: 'male' }),
      says('csc', '2020-01-01', { type: 'parent', parent: 'gran', child: 'father', basis: 'birth' }),
      says('csc', '2020-01-01', { type: 'parent', parent: 'gran', child: 'uncle', basis: 'birth' }),
      says('csc', '2020-01-01', { type: 'partner', persons: ['uncle', 'ex'], form: 'relationship', from: '2012', to: '2018' }),
      says('csc', '2020-01-01', { type: 'home', person: 'father', household: 'h1', pattern: 'lives', from: '2018-05-01' }),
      says('csc', '2020-01-01', {
        type: 'home',
        person: 'connor',
        household: 'h1',
        pattern: 'part week',
        from: '2018-05-01',
        to: '2019-12',
      }),
      says('probation', '2020-04-20', { type: 'associate', persons: ['father', 'so2'], form: 'business' }, { stance: 'confirms' }),
      says(
        'csc',
        '2020-04-22',
        { type: 'associate', persons: ['father', 'so2'], form: 'business' },
        { stance: 'denies', source: { kind: 'self', person: 'so2' } },
      ),
    );
  });
  afterAll(() => given.close());

  it('are sequences of different people, by length and then ids', async () => {
    const { routes, truncated } = await between(['connor'], ['emma']);
    expect(routesOf({ routes })).toEqual(['Connor - Emma', 'Connor - Father - Emma']);
    expect(truncated).toBe(false);
    const more = await between(['connor'], ['emma'], { within: 3 });
    expect(routesOf(more)[0]).toBe('Connor - Emma');
    expect(new Set(routesOf(more)).size).toBe(more.routes.length);
    expect(await between(['connor'], ['emma'], { first: 1 })).toMatchObject({ truncated: true });
  });
  it('say every parallel tie of a step, with who denies it', async () => {
    const { routes } = await between(['connor'], ['so2'], { ties: ['SHARES_HOME', 'ASSOCIATE_OF'] });
    expect(routes.map((route: Answer) => route.says)).toEqual([
      'Connor lived part of the week with Father (Household 1, from 1 May 2018 to 31 December 2019 at the latest; social care, held by 1 January 2020), who is a business partner of SO2 (no end recorded, last spoken of 20 April 2020; probation, held by 20 April 2020; SO2 denies it).',
    ]);
    const all = await between(['connor'], ['so2']);
    expect(all.routes[0].steps[0].ties.map((tie: Answer) => tie.kind).sort()).toEqual(['PARENT_OF', 'SHARES_HOME']);
    expect(all.routes[0].steps[0].says).toBe(
      'Connor is the son of Father (social care, held by 1 January 2020); lived part of the week with Father (Household 1, from 1 May 2018 to 31 December 2019 at the latest; social care, held by 1 January 2020).',
    );
  });
  it('with family words at any distance, for the same two people', async () => {
    const { kin } = await between(['connor'], ['emma', 'ex', 'so2']);
    const words = Object.fromEntries(kin.map((one: Answer) => [one.to.name, [one.toIs, one.fromIs]]));
    expect(words).toEqual({
      Emma: [['half-sister'], ['half-brother']],
      Ex: [["father's brother's former partner"], ["former partner's brother's son"]],
      SO2: [[], []],
    });
    expect(kin.map((one: Answer) => one.says)).toContain('No family tie between Connor and SO2 is recorded.');
  });
  it('of kinds and days that are asked for only', async () => {
    expect((await between(['connor'], ['so2'], { ties: ['PARENT_OF'] })).routes).toEqual([]);
    expect((await between(['connor'], ['so2'], { heldOn: '2020-04-19' })).routes).toEqual([]);
    expect((await between(['connor'], ['father'], { within: 1, ties: ['SHARES_HOME'], since: '2020-04-25' })).routes).toEqual([]);
    expect((await between(['connor'], ['father'], { within: 1, ties: ['SHARES_HOME'], since: '2019-11-01' })).routes).toHaveLength(1);
  });
  it('and nobody who is not there, or may not be seen', async () => {
    await expect(between(['connor'], ['nobody'])).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: 'to names nobody and nothing that you may see here.',
    });
  });
});
