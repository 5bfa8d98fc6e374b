import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agency, givenCaseFile, person, says, type Answer, type Given } from '../support/given.ts';

const decision = (id: string, by: string, on: string, about: string[], more: object = {}): object => ({
  type: 'decision',
  id,
  agency: by,
  on,
  about,
  decision: `decision ${id}`,
  reason: `reason ${id}`,
  ...more,
});
const file = [
  agency('csc', 'social care', 'Social care'),
  agency('camhs', 'CAMHS', 'CAMHS'),
  agency('police', 'police', 'Police'),
  person('mia', 'Mia'),
  person('mia2', 'Mia, recorded twice'),
  person('brother', 'Brother'),
  person('hidden', 'Somebody hidden'),
  says('csc', '2020-01-10', { type: 'same', persons: ['mia', 'mia2'] }),
  decision('d1', 'csc', '2020-01-20', ['mia', 'brother'], { by: 'team manager', ref: 'Case 1' }),
  decision('d2', 'camhs', '2020-02', ['mia2']),
  decision('d3', 'police', '2020-03-30', ['mia', 'hidden']),
  decision('d4', 'csc', '2020-01-21', ['brother']),
  { type: 'seal', id: 'seal', label: 'hidden', covers: { persons: ['hidden'] }, opens: { users: ['amira'] }, custodian: 'police' },
];
const idsOf = ({ decisions }: Answer): string[] => decisions.map((one: Answer) => one.id);

describe('What was decided about Mia', () => {
  let given: Given;
  const ask = (args: object = {}): Promise<Answer> => given.ask('decisions-about', { person: 'mia', ...args });
  beforeAll(async () => {
    given = await givenCaseFile(...file);
  });
  afterAll(() => given.close());

  it('is given with agency, day, who and why, the newest first, whichever record of her it was written to', async () => {
    const answer = await ask();
    expect(idsOf(answer)).toEqual(['d3', 'd2', 'd1']);
    expect(answer.decisions[2]).toMatchObject({
      agency: { id: 'csc' },
      on: { says: '20 January 2020' },
      decision: 'decision d1',
      reason: 'reason d1',
      by: 'team manager',
      ref: 'Case 1',
      says: 'Social care decided on 20 January 2020 about Brother and Mia (team manager): decision d1. Reason: reason d1.',
    });
    expect(answer.grounds.says).toContain('3 decisions are recorded about Mia');
  });
  it('goes where the two records are not taken as one, and where its agency is not asked or did not hold it yet', async () => {
    expect(idsOf(await ask({ without: ['mia2'] }))).toEqual(['d3', 'd1']);
    expect(idsOf(await ask({ heldBy: ['csc'] }))).toEqual(['d1']);
    // The second is held from the last day of its month.
    expect(idsOf(await ask({ heldOn: '2020-02-28' }))).toEqual(['d1']);
    expect(idsOf(await ask({ heldOn: '2020-02-29', asAt: '2020-02-29' }))).toEqual(['d2', 'd1']);
    expect(idsOf(await ask({ since: '2020-02-01' }))).toEqual(['d3', 'd2']);
  });
  it('names nobody the asker may not see, and is told in full to whoever may', async () => {
    const [newest] = (await ask()).decisions;
    expect(newest.about.map(({ id }: Answer) => id)).toEqual(['mia']);
    const viewer = { user: 'amira', role: 'mash', purpose: 'contact', agency: 'csc' } as const;
    const [told] = (await given.ask('decisions-about', { person: 'mia' }, viewer)).decisions;
    expect(told.about.map(({ id }: Answer) => id)).toEqual(['hidden', 'mia']);
  });
  it('keeps its words from a role to which free text is not open', async () => {
    const viewer = { user: 'ada', role: 'analyst', purpose: 'network', agency: 'police' } as const;
    const answer = await given.ask('decisions-about', { person: 'brother' }, viewer);
    expect(idsOf(answer)).toEqual(['d4', 'd1']);
    expect(JSON.stringify(answer)).not.toMatch(/decision d|reason d|team manager/);
    expect(answer.decisions[0].says).toBe('Social care decided on 21 January 2020 about Brother: what was decided is not open to you.');
  });
  it('is cut off where more are recorded, says truthfully that there is none, and refuses', async () => {
    expect(await ask({ first: 1 })).toMatchObject({ truncated: true, decisions: [{ id: 'd3' }] });
    const none = await ask({ heldOn: '2019-12-31' });
    expect(none.grounds.says).toMatch(/^No decision is recorded about Mia.*does not mean that there is nothing/);
    await expect(given.ask('decisions-about', { person: 'hidden' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(given.ask('decisions-about', { person: 'nobody' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(given.ask('decisions-about', {})).rejects.toMatchObject({ code: 'BAD_INPUT', detail: { argument: 'person' } });
  });
});
