import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  agency,
  givenCaseFile,
  household,
  person,
  routesOf,
  rowsOf,
  says,
  setsOf,
  shares,
  type Answer,
  type Given,
} from '../support/given.ts';

const couple = says('police', '2016-10-12', { type: 'partner', persons: ['a', 'r'], from: '2016-10' }, { id: 'couple' });
const conviction = says(
  'police',
  '2016-10-12',
  { type: 'concern', person: 'a', form: 'convicted', what: 'an offence against a child', against: 'children', from: '2014' },
  { id: 'conviction' },
);
const birth = [
  says('midwifery', '2016-05-20', { type: 'parent', parent: 'r', child: 's', basis: 'birth' }, { id: 'birth' }),
  says('midwifery', '2016-05-20', { type: 'detail', person: 's', born: '2016-05-18' }),
  says('midwifery', '2016-05-20', { type: 'detail', person: 'r', sex: 'female' }),
];
const family = [agency('police'), agency('midwifery'), person('s', 'S'), person('r', 'R'), person('a', 'A')];

describe('Child S, mother R and man A (docs/model.md, section 9)', () => {
  let given: Given;
  const near = (args: object): Promise<Answer> =>
    given.ask('people-of-concern-near', { child: 's', asAt: '2016-12-01', heldOn: '2016-12-01', ...args });
  beforeAll(async () => {
    given = await givenCaseFile(...family, couple, conviction, ...birth);
  });
  afterAll(() => given.close());

  it('shows nobody to the police alone, nor to midwifery alone', async () => {
    expect((await near({ heldBy: ['police'] })).found).toEqual([]);
    expect((await near({ heldBy: ['midwifery'] })).found).toEqual([]);
  });
  it('shows A at 2 steps, by mother and partner, to the two together', async () => {
    const { found } = await near({ heldBy: ['police', 'midwifery'] });
    expect(rowsOf(found)).toEqual(['A at 2']);
    expect(routesOf(found[0])).toEqual(['S - R - A']);
    expect(found[0]).toMatchObject({ assembled: true, heldFrom: '2016-10-12', stepsInForce: 2, moreRoutes: 0 });
    expect(setsOf(found[0].heldBetween)).toEqual(['midwifery+police']);
  });
  it('shows nobody before the police held it', async () => {
    expect((await near({ heldOn: '2016-10-01' })).found).toEqual([]);
    expect(rowsOf((await near({ heldOn: '2016-10-12' })).found)).toEqual(['A at 2']);
  });
  it('says the route as a sentence, with who held each step', async () => {
    const { found, grounds } = await near({ heldBy: ['police', 'midwifery'] });
    expect(found[0].routes[0].says).toBe(
      'S is the child of R (midwifery, held by 20 May 2016), who is the partner of A (from October 2016; no end recorded; police, held by 12 October 2016).',
    );
    expect(found[0].concerns[0].says).toBe('convicted, 2014: an offence against a child (police, held by 12 October 2016)');
    expect(grounds.says).toBe(
      '1 person of concern is recorded within 2 steps of S, on 1 December 2016, ties of any time before included, in what midwifery and police held by then. Records you may not see could change this.',
    );
  });
  it('says truthfully that nobody is recorded, who was not asked, and never that it is clear', async () => {
    const { grounds } = await near({ heldBy: ['midwifery'] });
    expect(grounds.says).toBe(
      'No person of concern is recorded within 2 steps of S, on 1 December 2016, ties of any time before included, in what midwifery held by then. Police was not asked. That nothing is recorded does not mean that there is nothing. Records you may not see could change this.',
    );
    expect(grounds.withheld.kind).toBe('CANNOT_SAY');
  });
  it('takes R away as a what-if, and the route goes', async () => {
    expect((await near({ without: ['r'] })).found).toEqual([]);
    expect((await near({ without: ['nobody-of-that-name'] })).found).toHaveLength(1);
  });

  it('once the police have shared it, midwifery alone holds it, from that day', async () => {
    await given.andThen(shares('police', 'midwifery', '2018-11-05', couple, conviction));
    const after = (await near({ heldOn: '2018-11-05' })).found[0];
    expect(after).toMatchObject({ assembled: false, heldFrom: '2016-10-12' });
    expect(setsOf(after.heldBetween)).toEqual(['midwifery']);
    expect((await near({ heldOn: '2018-11-05', heldBy: ['midwifery'] })).found).toHaveLength(1);
    const before = (await near({ heldOn: '2018-11-04' })).found[0];
    expect(before.assembled).toBe(true);
    expect(setsOf(before.heldBetween)).toEqual(['midwifery+police']);
  });
  it('when R denies it, A is still at 2, disputed, and the words say who denied', async () => {
    await given.andThen(
      says('police', '2017-03-01', { type: 'partner', persons: ['a', 'r'] }, { stance: 'denies', source: { kind: 'self', person: 'r' } }),
    );
    const { found, takenBack } = await near({ asAt: '2018-12-01', heldOn: '2018-12-01', heldBy: ['police', 'midwifery'] });
    expect(rowsOf(found)).toEqual(['A at 2']);
    expect(takenBack).toEqual([]);
    const tie = found[0].routes[0].steps[1].ties.find((one: Answer) =>
      one.holders.some((holding: Answer) => holding.agency.id === 'police'),
    );
    expect(tie.disputed).toBe(true);
    expect(found[0].routes[0].says).toContain('R denies it');
    expect(tie.against.map((one: Answer) => one.says)).toEqual(['R denied that A is the partner of R.']);
  });
});

describe('When the tie between R and A is sealed', () => {
  it('whoever may not open the seal gets the answer of a graph without it, byte for byte', async () => {
    const seal = {
      type: 'seal',
      id: 'seal',
      label: 'Source',
      covers: { records: ['couple'] },
      opens: { users: ['dee'] },
      custodian: 'police',
    };
    const ask = async (given: Given): Promise<string> => {
      const answer = await given.ask('people-of-concern-near', { child: 's', asAt: '2016-12-01' });
      await given.close();
      // Each loading of the one test database has a revision of its own.
      return JSON.stringify({ ...answer, grounds: { ...answer.grounds, revision: 1 } });
    };
    const sealed = await ask(await givenCaseFile(...family, couple, conviction, ...birth, seal));
    const never = await ask(await givenCaseFile(...family, conviction, ...birth));
    expect(sealed).toBe(never);
    expect(JSON.parse(sealed).found).toEqual([]);
  });
});

describe('What is said and then taken back or denied', () => {
  let given: Given;
  afterAll(() => given.close());
  it('is in a list of its own, with who said it and who took it back', async () => {
    given = await givenCaseFile(
      agency('police'),
      agency('csc', 'social care'),
      person('c', 'Connor'),
      person('m', 'Mother'),
      person('x', 'SO2'),
      person('f', 'Father'),
      says('csc', '2019-01-10', { type: 'parent', parent: 'm', child: 'c', basis: 'birth' }),
      says('csc', '2019-01-10', { type: 'parent', parent: 'f', child: 'c', basis: 'birth' }),
      says('police', '2019-01-10', { type: 'concern', person: 'x', form: 'registered', what: 'registered sexual offender', from: '2014' }),
      says('csc', '2020-03-01', { type: 'partner', persons: ['m', 'x'], form: 'relationship' }, { source: { kind: 'child', person: 'c' } }),
      says(
        'csc',
        '2020-04-01',
        { type: 'partner', persons: ['m', 'x'], form: 'relationship' },
        { stance: 'retracts', source: { kind: 'child', person: 'c' } },
      ),
    );
    const { found, takenBack } = await given.ask('people-of-concern-near', { child: 'c', asAt: '2020-04-25' });
    expect(found).toEqual([]);
    expect(rowsOf(takenBack)).toEqual(['SO2 at 2']);
    expect(takenBack[0].routes[0].says).toContain('Connor is the child of Mother (social care');
    expect(takenBack[0].routes[0].says).toContain('was said to be in a relationship with SO2');
    expect(takenBack[0].routes[0].says).toContain('Connor said so; Connor took it back');
  });
  it('does not hide that the same person is found by another route', async () => {
    await given.andThen(says('police', '2020-04-02', { type: 'associate', persons: ['f', 'x'], form: 'business' }));
    const { found, takenBack } = await given.ask('people-of-concern-near', { child: 'c', asAt: '2020-04-25' });
    expect(routesOf(found[0])).toEqual(['Connor - Father - SO2']);
    expect(routesOf(takenBack[0])).toEqual(['Connor - Mother - SO2']);
  });
});

describe('Two records of one person', () => {
  let given: Given;
  beforeAll(async () => {
    given = await givenCaseFile(
      agency('police'),
      agency('csc', 'social care'),
      agency('gp', 'GP'),
      person('c', 'Child'),
      person('m1', 'Mother'),
      person('m2', 'Ms M'),
      person('x', 'X'),
      household('h', 'H'),
      says('csc', '2020-01-01', { type: 'parent', parent: 'm1', child: 'c', basis: 'birth' }),
      says('police', '2020-01-01', { type: 'partner', persons: ['m2', 'x'] }),
      says('police', '2020-01-01', { type: 'concern', person: 'x', form: 'alleged' }),
    );
  });
  afterAll(() => given.close());
  it('make no route while nobody says they are one', async () => {
    expect((await given.ask('people-of-concern-near', { child: 'c', within: 4, asAt: '2020-02-01' })).found).toEqual([]);
  });
  it('make one under the smallest id while somebody does, and the route says "if"', async () => {
    await given.andThen(says('gp', '2020-01-15', { type: 'same', persons: ['m1', 'm2'] }, { id: 'one' }));
    const { found } = await given.ask('people-of-concern-near', { child: 'c', asAt: '2020-02-01' });
    expect(rowsOf(found)).toEqual(['X at 2']);
    expect(setsOf(found[0].heldBetween)).toEqual(['csc+gp+police']);
    expect(found[0].routes[0].people[1]).toMatchObject({ id: 'm1', records: ['m1', 'm2'] });
    expect(found[0].routes[0].says).toContain('if the records of Mother are of one person');
    expect(found[0].routes).toHaveLength(1);
  });
  it('are two again once that is withdrawn', async () => {
    await given.andThen(says('gp', '2020-01-20', { type: 'same', persons: ['m1', 'm2'] }, { stance: 'retracts', withdraws: 'one' }));
    expect((await given.ask('people-of-concern-near', { child: 'c', asAt: '2020-02-01' })).found).toEqual([]);
  });
});
