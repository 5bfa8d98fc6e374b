/** What would fall had something never been said, checked against a case file in which it never was. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agency, givenCaseFile, household, person, routesOf, says, type Answer, type Given } from '../support/given.ts';

const people = [
  agency('police'),
  agency('csc', 'social care'),
  person('s', 'Child S'),
  person('r', 'R'),
  person('a', 'A'),
  person('g', 'G'),
  household('h', 'Home'),
];
const by = (who: string) => ({ source: { kind: 'self', person: who } }) as const;
const facts = {
  motherhood: says('csc', '2016-05-20', { type: 'parent', parent: 'r', child: 's', basis: 'birth' }, { id: 'motherhood' }),
  ofMother: says('csc', '2016-10-12', { type: 'partner', persons: ['a', 'r'], from: '2016-10' }, { id: 'of-mother', ...by('r') }),
  repeated: says(
    'police',
    '2016-10-14',
    { type: 'partner', persons: ['a', 'r'], from: '2016-10' },
    { id: 'repeated', repeats: 'of-mother' },
  ),
  conviction: says('police', '2014-02-01', { type: 'concern', person: 'a', form: 'convicted', from: '2014' }, { id: 'conviction' }),
  childAtHome: says(
    'csc',
    '2016-06-01',
    { type: 'home', person: 's', household: 'h', pattern: 'lives', from: '2016-06' },
    { id: 'child-at-home' },
  ),
  manVisits: says(
    'csc',
    '2016-11-01',
    { type: 'home', person: 'a', household: 'h', pattern: 'visits', from: '2016-11' },
    { id: 'man-visits', ...by('a') },
  ),
  seen: says(
    'police',
    '2016-12-01',
    { type: 'home', person: 'a', household: 'h', pattern: 'visits', from: '2016-11' },
    { id: 'seen', stance: 'observes' },
  ),
};

describe('Child S, whose mother R says that she and A are a couple', () => {
  let given: Given;
  const rests = (args: object = {}): Promise<Answer> =>
    given.ask('rests-on', { child: 's', asAt: '2017-01-01', heldOn: '2017-01-01', ...args });
  beforeAll(async () => {
    given = await givenCaseFile(...people, ...Object.values(facts));
  });
  afterAll(() => given.close());

  it('her word falls with what only repeats it, and the route by the couple with both', async () => {
    const answer = await rests({ statement: 'of-mother' });
    expect(answer.falling.map((one: Answer) => one.id)).toEqual(['of-mother', 'repeated']);
    expect(routesOf(answer)).toEqual(['Child S - R - A']);
    expect(answer.people).toEqual([]);
    expect(answer.says).toBe(
      'Had this statement, and one that only repeats or withdraws it, never been made, 1 tie or fact would fall, and 1 of 2 routes would no longer be found.',
    );
  });
  it('the visits stand on two words: without the one the other holds them, better founded or less', async () => {
    expect((await rests({ statement: 'man-visits' })).routes).toEqual([]);
    const answer = await rests({ statement: 'seen' });
    expect(answer.routes).toEqual([]);
    expect(answer.facts).toEqual([]);
    expect(answer.says).toMatch(/every route, tie and fact of concern would still be found/);
  });
  it('without the conviction A would not be found at all', async () => {
    const answer = await rests({ statement: 'conviction' });
    expect(answer.people.map((one: Answer) => one.name)).toEqual(['A']);
    expect(answer.says).toMatch(/A would not be found at all\.$/);
  });
  it('what rests on R alone, who has a side of her own, is listed, and nothing that a record of an agency holds up', async () => {
    const { sources } = await rests();
    expect(sources.map((one: Answer) => [one.name, one.routes, one.facts.map((fact: Answer) => fact.kind)])).toEqual([
      ['R', 1, ['PARTNER_OF']],
    ]);
  });
  it('a source by id falls as its statements do', async () => {
    expect(routesOf(await rests({ source: 'r' }))).toEqual(['Child S - R - A']);
    expect((await rests({ source: 'g' })).says).toBe('No statement of that source bears on these routes: nothing of them rests on it.');
  });
  it('a statement nobody made, a child nobody knows, both a statement and a source', async () => {
    await expect(rests({ statement: 'nothing' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(rests({ child: 'nobody' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(rests({ statement: 'seen', source: 'r' })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: 'source cannot be given together with statement.',
    });
  });
});

describe('Child S, who lived to March 2017 in a home where A was by two words of different days', () => {
  const stay = (id: string, from: string, who: string): object =>
    says('csc', '2017-06-01', { type: 'home', person: 'a', household: 'h', pattern: 'lives', from, to: '2017-12-31' }, { id, ...by(who) });
  const childTo = (to: string): object =>
    says(
      'csc',
      '2017-06-01',
      { type: 'home', person: 's', household: 'h', pattern: 'lives', from: '2016-06-01', to },
      { id: 'child-there' },
    );
  const early = stay('a-from-november', '2016-11-01', 'a');
  const late = stay('a-from-february', '2017-02-01', 'r');
  const settings = { child: 's', asAt: '2017-06-01', heldOn: '2017-06-01' };
  const days = async (given: Given): Promise<string[]> => {
    const { found } = await given.ask('people-of-concern-near', settings);
    return found.flatMap((one: Answer) =>
      one.routes[0].steps[0].ties.map(({ start, end }: Answer) => `${start.earliest} to ${end.latest}`),
    );
  };

  it('without the earlier word the days they shared are fewer, and the answer says which are left', async () => {
    const given = await givenCaseFile(...people, facts.conviction, early, late, childTo('2017-03-31'));
    expect(await days(given)).toEqual(['2016-11-01 to 2017-03-31']);
    const answer = await given.ask('rests-on', { ...settings, statement: 'a-from-november' });
    expect([answer.routes, answer.facts]).toEqual([[], []]);
    expect(answer.says).toContain('would still be found. Fewer days would be left of 1 tie or fact: A lived with Child S (Home, from ');
    expect(answer.says).toContain(': without it only from 1 February 2017 to 31 March 2017.');
    expect((await given.ask('rests-on', { ...settings, statement: 'a-from-february' })).says).toContain('others say the same');
    await given.close();
  });
  it('as a file without it has them', async () => {
    const given = await givenCaseFile(...people, facts.conviction, late, childTo('2017-03-31'));
    expect(await days(given)).toEqual(['2017-02-01 to 2017-03-31']);
    await given.close();
  });
  it('where the child had left before the later word begins, the shared home falls, and with it the only route', async () => {
    const given = await givenCaseFile(...people, facts.conviction, early, late, childTo('2016-12-31'));
    expect(await days(given)).toEqual(['2016-11-01 to 2016-12-31']);
    const answer = await given.ask('rests-on', { ...settings, statement: 'a-from-november' });
    expect([routesOf(answer), answer.people.map(({ name }: Answer) => name)]).toEqual([['Child S - A'], ['A']]);
    expect(answer.facts.map(({ kind }: Answer) => kind)).toEqual(['SHARES_HOME']);
    expect(answer.says).toMatch(/1 tie or fact would fall, and 1 of 1 routes would no longer be found\. A would not be found at all\.$/);
    expect((await given.ask('rests-on', { ...settings, statement: 'a-from-february' })).routes).toEqual([]);
    await given.close();
  });
});

describe('What is said to rest on a statement', () => {
  it('is just what is no longer found in a file without it, for each statement', async () => {
    const near = async (given: Given): Promise<string[]> =>
      (await given.ask('people-of-concern-near', { child: 's', asAt: '2017-01-01', heldOn: '2017-01-01' })).found.flatMap(routesOf).sort();
    const whole = await givenCaseFile(...people, ...Object.values(facts));
    const before = await near(whole);
    const said: [string, string[]][] = [];
    for (const { id } of Object.values(facts) as { id: string }[])
      said.push([
        id,
        routesOf(await whole.ask('rests-on', { child: 's', statement: id, asAt: '2017-01-01', heldOn: '2017-01-01' })).sort(),
      ]);
    await whole.close();
    for (const [id, lost] of said) {
      const without = await givenCaseFile(
        ...people,
        ...Object.values(facts).filter((one) => (one as { id: string }).id !== id && (one as { repeats?: string }).repeats !== id),
      );
      const after = await near(without);
      await without.close();
      expect([id, lost]).toEqual([id, before.filter((route) => !after.includes(route))]);
    }
    expect(said.filter(([, lost]) => lost.length > 0).length).toBeGreaterThan(2);
  });
});
