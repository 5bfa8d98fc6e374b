import { afterAll, describe, expect, test } from 'vitest';
import { agency, givenCaseFile, person, says, shares, type Answer, type Given } from '../support/given.ts';

const works = (by: string, more: object = {}): object =>
  says(
    by,
    '2020-01-10',
    { type: 'involvement', agency: by, person: 'child', form: 'open', from: '2020-01-01', ...more },
    { id: `${by}-works` },
  );
const conviction = says(
  'police',
  '2019-05-01',
  { type: 'concern', person: 'man', form: 'convicted', what: 'an offence', from: '2019-04-01' },
  { id: 'conviction' },
);
const seen = says(
  'police',
  '2020-02-01',
  { type: 'home', person: 'child', household: 'home', pattern: 'lives', from: '2020-01-01' },
  { id: 'seen' },
);
const meeting = { type: 'contact', id: 'meeting', agency: 'csc', on: '2020-06-01', kind: 'meeting', about: ['child'], asked: ['police'] };
const minutes = says(
  'csc',
  '2020-06-01',
  { type: 'plan', key: 'plan', persons: ['child'], form: 'child in need', from: '2020-06-01' },
  { id: 'minutes' },
);
const toSchool = { ...shares('csc', 'school', '2020-06-03', minutes), id: 'to-school' };
const toNurse = { ...shares('csc', 'nurse', '2020-06-03', minutes), id: 'to-nurse', state: 'sent' };
const family = [
  agency('csc', 'social care', 'Social care'),
  agency('police', 'police', 'Police'),
  agency('school', 'school', 'School'),
  agency('nurse', 'health visiting', 'Health visiting'),
  agency('gp', 'GP', 'The practice'),
  person('child', 'Child'),
  person('man', 'Man'),
  { type: 'household', id: 'home', label: 'Home' },
  conviction,
  seen,
  minutes,
  meeting,
  ...['csc', 'school', 'nurse', 'gp'].map((one) => works(one)),
];

let given: Given;
afterAll(async () => given.close());
const load = async (...records: object[]): Promise<void> => {
  given = await givenCaseFile(...records);
};
const ask = async (more: Record<string, unknown> = {}): Promise<Answer> =>
  given.ask('coverage', { people: ['child'], asAt: '2020-12-31', heldOn: '2020-12-31', ...more });
const parts = ({ covered }: Answer): string[] => covered[0].agencies.map(({ agency: one, part }: Answer) => `${one.id}: ${part}`);

describe('At a meeting about a child', () => {
  test('who held it, was asked, was told, may have been told and was not told is said of each agency working with them then', async () => {
    await load(...family, toSchool, toNurse);
    const answer = await ask();
    expect(answer.total).toBe(1);
    expect(parts(answer)).toEqual(['csc: held it', 'police: asked', 'school: told', 'nurse: not known whether told', 'gp: not told']);
    expect(answer.grounds.says).toContain('1 of those shown with an agency working with them then');
  });

  test('the school was not told without the sharing, and is no part of it without its work', async () => {
    await given.close();
    await load(...family, toNurse);
    expect(parts(await ask())).toContain('school: not told');
    await given.close();
    await load(...family.filter((record) => (record as { id: string }).id !== 'school-works'), toNurse);
    expect(parts(await ask()).join()).not.toContain('school');
  });

  test('an agency whose work ended before is no part of it', async () => {
    await given.close();
    await load(...family.filter((record) => (record as { id: string }).id !== 'gp-works'), works('gp', { to: '2020-03-01' }));
    expect(parts(await ask()).join()).not.toContain('gp');
  });

  test('is not covered by whoever holds no record of it, nor before its day', async () => {
    expect((await ask({ heldBy: ['gp'] })).covered).toEqual([]);
    expect((await ask({ asAt: '2020-05-31', heldOn: '2020-05-31' })).covered).toEqual([]);
  });

  test('under a seal is as if it had not been held', async () => {
    await given.close();
    await load(...family.filter((record) => record !== meeting));
    const without = await ask();
    await given.close();
    await load(...family, { type: 'seal', id: 'seal', label: 'Apart', covers: { records: ['meeting'] }, custodian: 'csc' });
    expect((await ask()).covered).toEqual(without.covered);
  });

  test.each([
    ['people', { people: [] }],
    ['since', { since: '2021-01-01' }],
    ['heldBy', { heldBy: ['nobody'] }],
  ])('a question with a wrong %s is refused by its name', async (argument, more) => {
    await expect(ask(more)).rejects.toMatchObject({ code: 'BAD_INPUT', detail: { argument } });
  });
});
