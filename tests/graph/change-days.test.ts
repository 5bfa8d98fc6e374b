import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agency, givenCaseFile, household, person, says, type Answer, type Given } from '../support/given.ts';

const day = (at: number): string => new Date(Date.UTC(2020, 0, 1 + at)).toISOString().slice(0, 10);
const lastDay = 40;
const file = [
  agency('csc', 'social care', 'Social care'),
  agency('police', 'police', 'Police'),
  ...['s', 'r', 'x', 'y', 'z'].map((id) => person(id, `Person ${id}`)),
  household('h1', 'Household 1'),
  says('csc', day(30), { type: 'partner', persons: ['r', 's'], form: 'relationship', from: day(3), to: day(12) }),
  says('csc', day(30), { type: 'home', person: 's', household: 'h1', pattern: 'lives', from: day(1), to: `${day(20)}/${day(23)}` }),
  says('police', day(30), { type: 'home', person: 'x', household: 'h1', pattern: 'visits', from: day(15), to: day(18) }),
  says('police', day(30), { type: 'associate', persons: ['r', 'y'], form: 'friend', from: day(26) }),
  // Two steps further than anybody looks below: no change to Person S.
  says('police', day(30), { type: 'associate', persons: ['y', 'z'], form: 'friend', from: day(8), to: day(35) }),
  says('police', day(30), { type: 'concern', person: 'x', form: 'managed', from: day(6), to: day(17) }),
  says('csc', day(30), { type: 'involvement', agency: 'csc', person: 's', form: 'open', from: day(5), to: day(9) }),
  says('csc', day(30), { type: 'custody', person: 'r', form: 'remand', from: day(31), to: day(33) }),
  says('csc', day(30), { type: 'detail', person: 's', born: '2010-01-11' }),
];
const NOT_A_STATE = ['says', 'age', 'born', 'grounds', 'evidence', 'against', 'evidenceAgainst', 'revision', 'child', 'unborn'];
const stateOf = (web: Answer): string =>
  JSON.stringify(web, (key, value) => (NOT_A_STATE.includes(key) ? undefined : key === 'custody' ? value !== null : value));

describe('The days on which the web round Person S is another one', () => {
  let given: Given;
  beforeAll(async () => {
    given = await givenCaseFile(...file);
  });
  afterAll(() => given.close());
  const ask = (asAt: string, args: object = {}): Promise<Answer> => given.ask('change-days', { person: 's', asAt, ...args });

  it.each([1, 2])('are those that asking for every single day shows, within %i steps', { timeout: 600_000 }, async (within) => {
    const states: string[] = [];
    for (let at = 0; at <= lastDay; at += 1) states.push(stateOf(await given.ask('web-of-person', { person: 's', asAt: day(at), within })));
    expect(new Set(states).size).toBeGreaterThan(8);
    for (const at of [0, 2, 5, 9, 12, 16, 19, 22, 28, 31, lastDay]) {
      const before = states.slice(0, at).lastIndexOf(states.slice(0, at).findLast((state) => state !== states[at]) ?? 'none');
      const after = states.findIndex((state, other) => other > at && state !== states[at]);
      const { previous, next } = await ask(day(at), { within });
      expect({ at, previous, next }).toEqual({
        at,
        previous: before === -1 ? null : day(before),
        next: after === -1 ? null : day(after),
      });
    }
  });
  it('say so in a sentence, and a birthday alone is no change', async () => {
    const answer = await ask(day(28));
    expect(answer.says).toBe('What is recorded round Person s: it was otherwise up to 27 January 2020, and it changes on 1 February 2020.');
    expect((await ask(day(5), { heldBy: ['police'] })).says).toBe(
      'What is recorded round Person s: no day before 6 January 2020 is recorded on which it was otherwise, and no later change is recorded.',
    );
  });
  it('go where the fact goes, and are none before the day the ties are asked since', async () => {
    expect((await ask(day(28), { without: ['y'] })).previous).toBe(day(23));
    expect((await ask(day(28), { since: day(27) })).previous).toBeNull();
    expect((await ask(day(28), { heldOn: day(29) })).previous).toBeNull();
  });
  it('refuse somebody who is not there, and half a question', async () => {
    await expect(ask(day(1), { person: 'nobody' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(given.ask('change-days', {})).rejects.toMatchObject({ code: 'BAD_INPUT', detail: { argument: 'person' } });
  });
});
