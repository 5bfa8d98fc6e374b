import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agency, givenCaseFile, person, says, shares, type Answer, type Given } from '../support/given.ts';

const worry = says('nursery', '2020-03-02', { type: 'detail', person: 'child', born: '2017-01-01' }, { id: 'worry' });
const sent = { ...shares('nursery', 'csc', '2020-03-03', worry), id: 'sent', state: 'sent' };
const received = { ...shares('nursery', 'csc', '2020-03-20', worry), id: 'received' };
const request = { type: 'contact', id: 'request', agency: 'csc', on: '2020-04-01', kind: 'check', about: ['child'], asked: ['police'] };
const again = { ...request, id: 'again', on: '2020-05-01', answer: 'none held', answeredOn: '2020-05-02' };
const promise = { type: 'decision', id: 'promise', agency: 'csc', on: '2020-06-01', about: ['child'], decision: 'refer', reason: 'sleep' };
const family = [agency('nursery'), agency('csc', 'social care'), agency('police'), person('child', 'Child'), worry];

let given: Given;
const load = async (...records: object[]): Promise<void> => {
  given = await givenCaseFile(...family, ...records);
};
const ask = async (more: Record<string, unknown> = {}): Promise<Answer> =>
  given.ask('lost-hand-offs', { people: ['child'], asAt: '2020-12-31', heldOn: '2020-12-31', ...more });
const kinds = (rows: Answer[]): string[] =>
  rows.map(({ kind, from, to }) => `${kind}: ${from.id} to ${to.map(({ id }: Answer) => id).join('+')}`);

describe('What was handed on about a child and not taken up', () => {
  beforeAll(async () => load(sent, request, promise));
  afterAll(async () => given.close());

  test('is what was sent and never received, what was asked and never answered, and what was decided with nothing after', async () => {
    const { lost, settled, grounds } = await ask();
    expect(kinds(lost)).toEqual(['no receipt: nursery to csc', 'no answer: csc to police', 'nothing after: csc to ']);
    expect(settled).toEqual([]);
    expect(grounds.says).toContain('3 hand-offs about Child have nothing recorded after them');
  });

  test('is of the days asked about: before the request only the sending, since May only the decision', async () => {
    expect(kinds((await ask({ asAt: '2020-03-31', heldOn: '2020-03-31' })).lost)).toEqual(['no receipt: nursery to csc']);
    expect(kinds((await ask({ since: '2020-05-01' })).lost)).toEqual(['nothing after: csc to ']);
  });

  test('is what the agencies asked hold of it: the police hold nothing of any of this', async () => {
    expect((await ask({ heldBy: ['police'] })).lost).toEqual([]);
  });

  test.each([
    ['people', { people: [] }],
    ['since', { since: '2021-01-01' }],
    ['heldBy', { heldBy: ['nobody'] }],
    ['asAt', { asAt: '2020-02-30' }],
  ])('a question with a wrong %s is refused by its name', async (argument, more) => {
    await expect(ask(more)).rejects.toMatchObject({ code: 'BAD_INPUT', detail: { argument } });
  });

  test('somebody nobody has heard of is not found', async () => {
    await expect(ask({ people: ['child', 'nobody'] })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('A hand-off that came to something', () => {
  afterAll(async () => given.close());

  test('is settled on the day it did; without the receipt and the second request it is lost again', async () => {
    await load(sent, received, request, again);
    const { lost, settled } = await ask();
    expect(lost).toEqual([]);
    expect(settled.map(({ id, settledOn, days }: Answer) => [id, settledOn, days])).toEqual([
      ['no-receipt-sent', '2020-03-20', 17],
      ['no-answer-request', '2020-05-02', 31],
    ]);
    await given.close();
    await load(sent, request);
    expect(kinds((await ask()).lost)).toEqual(['no receipt: nursery to csc', 'no answer: csc to police']);
  });
});

describe('A hand-off under a seal', () => {
  afterAll(async () => given.close());

  test('is as if it had never been, to whoever may not open it', async () => {
    await load(request);
    const without = await ask();
    await given.close();
    await load(request, sent, promise, {
      type: 'seal',
      id: 'seal',
      label: 'Apart',
      covers: { records: ['sent', 'promise'] },
      custodian: 'csc',
    });
    const { lost, settled } = await ask();
    expect({ lost, settled }).toEqual({ lost: without.lost, settled: without.settled });
  });
});
