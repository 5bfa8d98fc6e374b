import { afterAll, describe, expect, test } from 'vitest';
import type { Claim, StatementRecord } from '../../server/ledger/records.ts';
import { agency, givenCaseFile, person, says, shares, type Answer, type Given } from '../support/given.ts';

const couple: Claim = { type: 'partner', persons: ['man', 'mother'], from: '2019' };
const word = (id: string, by: string, day: string, more: Partial<StatementRecord> = {}): object => says(by, day, couple, { id, ...more });
const father = word('father-says', 'csc', '2020-04-01', { source: { kind: 'relative', person: 'father' } });
const mother = says(
  'police',
  '2020-04-10',
  { type: 'partner', persons: ['man', 'mother'] },
  { id: 'mother-denies', stance: 'denies', source: { kind: 'self', person: 'mother' } },
);
const repeat = word('repeated', 'school', '2020-04-05', { repeats: 'father-says' });
const family = [
  agency('csc', 'social care'),
  agency('police'),
  agency('school'),
  ...['man', 'mother', 'father'].map((id) => person(id, id)),
];

let given: Given;
afterAll(async () => given.close());
const load = async (...records: object[]): Promise<void> => {
  given = await givenCaseFile(...family, ...records);
};
const ask = async (more: Record<string, unknown> = {}): Promise<Answer> =>
  given.ask('contradictions', { people: ['mother'], asAt: '2020-12-31', heldOn: '2020-12-31', ...more });
const said = ({ contradictions }: Answer): unknown[] =>
  contradictions.map(({ kind, words, heldFrom }: Answer) => [kind, words.map(({ statement }: Answer) => statement.id), heldFrom]);

describe('Two words on one tie that cannot both be so', () => {
  test('are one contradiction, held from the day the second was, by neither agency alone', async () => {
    await load(father, mother, repeat);
    const answer = await ask();
    expect(said(answer)).toEqual([['so and not so', ['father-says', 'mother-denies'], '2020-04-10']]);
    expect(answer.contradictions[0].heldByOne).toEqual([]);
    expect(answer.grounds.says).toContain('1 contradiction about mother is held');
  });

  test('count a repeat with the word it repeats, not as a third', async () => {
    const [{ words }] = (await ask()).contradictions;
    expect(words[0].repeatedBy.map(({ id }: Answer) => id)).toEqual(['repeated']);
  });

  test('are none for one agency alone, nor before the second was held', async () => {
    expect(said(await ask({ heldBy: ['csc'] }))).toEqual([]);
    expect(said(await ask({ asAt: '2020-04-09', heldOn: '2020-04-09' }))).toEqual([]);
  });

  test('are held by one agency alone once it was told of the other', async () => {
    await given.close();
    await load(father, mother, shares('csc', 'police', '2020-05-01', father));
    expect((await ask()).contradictions[0].heldByOne.map(({ id }: Answer) => id)).toEqual(['police']);
  });

  test('are none without the denial', async () => {
    await given.close();
    await load(father, repeat);
    expect(said(await ask())).toEqual([]);
  });

  test('are none to whoever may not open the seal on one of them', async () => {
    await given.close();
    await load(father, mother, { type: 'seal', id: 'seal', label: 'Apart', covers: { records: ['mother-denies'] }, custodian: 'police' });
    expect(said(await ask())).toEqual([]);
  });

  test('of one source are its own word against its earlier one', async () => {
    await given.close();
    await load(father, word('father-denies', 'csc', '2020-06-01', { stance: 'denies', source: { kind: 'relative', person: 'father' } }));
    expect(said(await ask())).toEqual([['own word', ['father-says', 'father-denies'], '2020-06-01']]);
  });

  test.each([
    ['people', { people: [] }],
    ['since', { since: '2021-01-01' }],
    ['heldBy', { heldBy: ['nobody'] }],
  ])('a question with a wrong %s is refused by its name', async (argument, more) => {
    await expect(ask(more)).rejects.toMatchObject({ code: 'BAD_INPUT', detail: { argument } });
  });
});
