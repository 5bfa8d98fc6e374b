/** Who first held a route, and from when it was held between whom: docs/model.md section 9 first, then what may go wrong. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agency, givenCaseFile, person, says, setsOf, shares, type Answer, type Given } from '../support/given.ts';

const couple = says('police', '2016-10-12', { type: 'partner', persons: ['a', 'r'], from: '2016-10' }, { id: 'couple' });
const conviction = says('police', '2016-10-12', { type: 'concern', person: 'a', form: 'convicted', from: '2014' }, { id: 'conviction' });
const motherhood = says('midwifery', '2016-05-20', { type: 'parent', parent: 'r', child: 's', basis: 'birth' }, { id: 'motherhood' });
const born = says('midwifery', '2016-05-20', { type: 'detail', person: 's', born: '2016-05-18' }, { id: 'born' });
const told = shares('police', 'midwifery', '2018-11-05', couple, conviction);
const family = [agency('police'), agency('midwifery'), person('s', 'Child S'), person('r', 'R'), person('a', 'A')];

const daysOf = (reading: Answer): string[] =>
  reading.periods.map((one: Answer) => `${one.from}: ${setsOf(one.sets).join(', ') || 'nobody'}`);
async function firstHeld(records: object[], args: object = {}): Promise<Answer> {
  const given = await givenCaseFile(...records);
  const answer = await given.ask('first-held', { child: 's', person: 'a', asAt: '2019-01-01', heldOn: '2019-01-01', ...args });
  await given.close();
  return answer;
}

describe('Child S, mother R and man A', () => {
  let given: Given;
  const ask = (args: object = {}): Promise<Answer> =>
    given.ask('first-held', { child: 's', person: 'a', asAt: '2019-01-01', heldOn: '2019-01-01', ...args });
  beforeAll(async () => {
    given = await givenCaseFile(...family, couple, conviction, motherhood, born, told);
  });
  afterAll(() => given.close());

  it('police and midwifery held it between them, and neither alone until police told midwifery', async () => {
    const answer = await ask();
    expect(answer.says).toBe(
      'From 12 October 2016 police and midwifery held it between them; neither held it alone until 5 November 2018. From 5 November 2018 midwifery held it alone.',
    );
    expect(daysOf(answer.reading)).toEqual(['2016-10-12: police+midwifery', '2018-11-05: midwifery']);
    expect(answer.reading.periods[1].because.map((one: Answer) => `${one.agency.id} had ${one.statement.id} from ${one.from.id}`)).toEqual([
      'midwifery had conviction from police',
      'midwifery had couple from police',
    ]);
    expect(answer.apart).toBeNull();
  });
  it('each part has the first day of each agency, first-hand or from whom', async () => {
    const { facts } = await ask();
    expect(facts.map((fact: Answer) => [fact.kind, ...fact.held.map((held: Answer) => held.says)])).toEqual([
      ['PARENT_OF', 'Midwifery: from 20 May 2016, first-hand.'],
      ['PARTNER_OF', 'Police: from 12 October 2016, first-hand.', 'Midwifery: from 5 November 2018, from police.'],
      ['OF_CONCERN', 'Police: from 12 October 2016, first-hand.', 'Midwifery: from 5 November 2018, from police.'],
    ]);
  });
  it('before the telling, neither is the only holder', async () => {
    expect((await ask({ heldOn: '2018-11-04' })).says).toBe(
      'From 12 October 2016 police and midwifery held it between them; neither held it alone by 4 November 2018.',
    );
    expect((await ask({ heldOn: '2016-10-11' })).reading.periods).toEqual([]);
    expect((await ask({ heldBy: ['police'] })).says).toBe(
      'By 1 January 2019 no agency asked held all of it, nor did all of them together. No such route is recorded there.',
    );
  });
  it('somebody without a route, without a concern, unknown, or the child itself', async () => {
    expect((await ask({ person: 'r' })).says).toMatch(/No fact of concern about R is recorded there/);
    expect((await ask({ within: 1 })).grounds.says).toMatch(/That nothing is recorded does not mean that there is nothing/);
    await expect(ask({ person: 'nobody' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(ask({ child: 'nobody' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(ask({ person: 's' })).rejects.toMatchObject({ code: 'BAD_INPUT', message: 'person must be somebody else than child.' });
    await expect(ask({ heldBy: ['scouts'] })).rejects.toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining('heldBy') });
    await expect(ask({ since: '2020-01-01' })).rejects.toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining('since') });
  });
});

describe('What was sent, claimed or refused', () => {
  it.each([
    ['sent', 'no receipt is recorded'],
    ['claimed', 'midwifery has no record of that'],
    ['refused', 'was refused'],
    ['not known', 'is not known'],
  ])('is told where the sharing was %s, and gives nobody anything', async (state, words) => {
    const { reading, sharings } = await firstHeld([...family, couple, conviction, motherhood, { ...told, state }]);
    expect(daysOf(reading)).toEqual(['2016-10-12: police+midwifery']);
    expect(sharings).toHaveLength(1);
    expect(sharings[0]).toMatchObject({ state, says: expect.stringContaining(words) });
    expect(sharings[0].says).toContain('not counted as held there');
  });
  it('is not on record with somebody it was only sent to', async () => {
    expect(
      (await firstHeld([...family, couple, conviction, motherhood, { ...told, state: 'sent' }], { heldBy: ['midwifery'] })).sharings,
    ).toEqual([]);
  });
});

describe('A day known only as a span', () => {
  it('is told as the span, and counts from its last day', async () => {
    const { reading, facts } = await firstHeld([...family, { ...couple, recorded: '2016-11' }, conviction, motherhood]);
    expect(daysOf(reading)).toEqual(['2016-11-30: police+midwifery']);
    expect(reading.says).toBe(
      'From 30 November 2016 at the latest (November 2016) police and midwifery held it between them; neither held it alone by 1 January 2019.',
    );
    expect(facts[1].held[0]).toMatchObject({ day: '2016-11-30', on: { earliest: '2016-11-01', latest: '2016-11-30' } });
  });
});

describe('What is taken back', () => {
  it('is held no more, and the day it was is told', async () => {
    const back = says('police', '2017-03-01', { type: 'partner', persons: ['a', 'r'] }, { stance: 'retracts' });
    const { reading, facts } = await firstHeld([...family, couple, conviction, motherhood, back]);
    expect(daysOf(reading)).toEqual(['2016-10-12: police+midwifery', '2017-03-01: nobody']);
    expect(reading.says).toContain('From 1 March 2017 nobody held all of it any more.');
    expect(facts[1].held[0]).toMatchObject({ to: '2017-02-28', says: expect.stringContaining('It was held so to 28 February 2017') });
  });
});

describe('What is held before it happens', () => {
  it('is told as such', async () => {
    const move = says('police', '2016-10-12', { type: 'partner', persons: ['a', 'r'], form: 'living together', from: '2016-12-01' });
    const { facts } = await firstHeld([...family, move, conviction, motherhood]);
    expect(facts[1].held[0]).toMatchObject({ beforehand: true, day: '2016-10-12' });
    expect(facts[1].held[0].says).toBe(
      'Police: from 12 October 2016, first-hand. That was before it happened: it is about 1 December 2016 and later.',
    );
  });
});

describe('Two records that may be of one person', () => {
  const joined = says('police', '2017-06-01', { type: 'same', persons: ['a', 'b'] }, { id: 'same' });
  const elsewhere = [person('b', 'B'), says('police', '2016-10-12', { type: 'partner', persons: ['b', 'r'] }, { id: 'with-b' })];
  it('both readings are given: from when it was held if they are, and that it was not if they are not', async () => {
    const answer = await firstHeld([...family, ...elsewhere, conviction, motherhood, joined]);
    expect(daysOf(answer.reading)).toEqual(['2017-06-01: police+midwifery']);
    expect(answer.apart.periods).toEqual([]);
    expect(answer.says).toMatch(
      /^If the records taken as one person's are one person's: From 1 June 2017 .* If they are not: By 1 January 2019 no agency/,
    );
    expect((await firstHeld([...family, ...elsewhere, conviction, motherhood])).reading.periods).toEqual([]);
  });
});
