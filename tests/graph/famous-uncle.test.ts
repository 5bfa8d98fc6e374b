/** Somebody whom thousands know: a question stops in time, or says that its answer is cut, and the server stays up. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MOST_REACHED } from '../../server/questions/people-of-concern-near.ts';
import { agency, givenCaseFile, household, person, says, type Given } from '../support/given.ts';

const KNOWN = 5_000;
const OF_CONCERN = MOST_REACHED + 1;
const friends = Array.from({ length: KNOWN }, (_, at) => `f${at}`);

let given: Given;
beforeAll(async () => {
  given = await givenCaseFile(
    agency('police'),
    person('child'),
    person('uncle'),
    household('hostel', 'the hostel', 'hostel'),
    ...friends.map((friend) => person(friend)),
    says('police', '2020-01-01', { type: 'relative', person: 'child', relative: 'uncle', form: 'aunt or uncle' }),
    ...friends.map((friend) => says('police', '2020-01-02', { type: 'associate', persons: ['uncle', friend], form: 'friend' })),
    ...friends.slice(0, OF_CONCERN).map((friend) => says('police', '2020-01-03', { type: 'concern', person: friend, form: 'convicted' })),
    ...friends
      .slice(0, 2_000)
      .map((friend) => says('police', '2020-01-04', { type: 'home', person: friend, household: 'hostel', pattern: 'lodges' })),
  );
}, 600_000);
afterAll(async () => given.close());

describe('A child whose uncle is known to five thousand', () => {
  it('has more people of concern near than are looked at: the answer is cut and says so', async () => {
    const { found, truncated, grounds } = await given.ask('people-of-concern-near', { child: 'child', first: 5 });
    expect(found).toHaveLength(5);
    expect(truncated).toBe(true);
    expect(grounds.says).toMatch(/^Among the nearest 3000 who may be, 3000 people of concern are recorded within 2 steps of child/);
  });

  it('has a web that is cut and says so', async () => {
    const { people, truncated, grounds } = await given.ask('web-of-person', { person: 'child', first: 50 });
    expect(people).toHaveLength(51);
    expect(truncated).toBe(true);
    expect(grounds.says).toMatch(/^More than 50 people/);
  });

  it('gives a friend of his thousands near whose age nobody can say: that list is cut and says so', async () => {
    const { found, ageNotKnown, truncated } = await given.ask('children-near', { person: 'f1', within: 2, first: 20 });
    expect([found.length, ageNotKnown.length, truncated]).toEqual([0, 20, true]);
  });

  it('leaves the server up for everybody else', async () => {
    const { found, truncated } = await given.ask('people-of-concern-near', { child: 'f4999', within: 1 });
    expect({ found, truncated }).toEqual({ found: [], truncated: false });
  });
});
