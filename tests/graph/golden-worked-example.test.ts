/** What docs/model.md section 9 says beside people-of-concern-near.test.ts: each fact is needed, and who may open the seal. */
import { describe, expect, it } from 'vitest';
import { operator, type Viewer } from '../../server/access/viewer.ts';
import { agency, givenCaseFile, person, rowsOf, says, setsOf, type Answer } from '../support/given.ts';

const facts = {
  couple: says('police', '2016-10-12', { type: 'partner', persons: ['a', 'r'], from: '2016-10' }, { id: 'couple' }),
  conviction: says('police', '2016-10-12', { type: 'concern', person: 'a', form: 'convicted', from: '2014' }, { id: 'conviction' }),
  motherhood: says('midwifery', '2016-05-20', { type: 'parent', parent: 'r', child: 's', basis: 'birth' }, { id: 'motherhood' }),
  born: says('midwifery', '2016-05-20', { type: 'detail', person: 's', born: '2016-05-18' }, { id: 'born' }),
};
const family = [agency('police'), agency('midwifery'), person('s', 'Child S'), person('r', 'R'), person('a', 'A')];

async function nearChildS(records: object[], args: object = {}, viewer: Viewer = operator()): Promise<Answer> {
  const given = await givenCaseFile(...family, ...records);
  const answer = await given.ask('people-of-concern-near', { child: 's', asAt: '2016-12-01', heldOn: '2016-12-01', ...args }, viewer);
  await given.close();
  return answer;
}

describe('Child S, mother R and man A: every fact of the route is needed', () => {
  it.each([
    ['that A and R are a couple', 'couple'],
    ['that A was convicted', 'conviction'],
    ['that R is the mother', 'motherhood'],
  ] as const)('without the record %s, nobody is near Child S', async (_, fact) => {
    const rest = Object.entries(facts)
      .filter(([name]) => name !== fact)
      .map(([, record]) => record);
    expect((await nearChildS(rest)).found).toEqual([]);
  });
  it('without the birth date, which is no part of the route, A is still at 2', async () => {
    const { found } = await nearChildS([facts.couple, facts.conviction, facts.motherhood]);
    expect(rowsOf(found)).toEqual(['A at 2']);
    expect(setsOf(found[0].heldBetween)).toEqual(['midwifery+police']);
  });
});

describe('Child S, mother R and man A, the couple sealed', () => {
  const seal = {
    type: 'seal',
    id: 'seal',
    label: 'Source',
    covers: { records: ['couple'] },
    opens: { users: ['dee'] },
    custodian: 'police',
  };
  it('A is at 2 for whoever may open the seal, and nobody is there for whoever may not', async () => {
    const given = await givenCaseFile(...family, ...Object.values(facts), seal);
    const ask = (viewer: Viewer): Promise<Answer> =>
      given.ask('people-of-concern-near', { child: 's', asAt: '2016-12-01', heldOn: '2016-12-01' }, viewer);
    expect(rowsOf((await ask({ ...operator(), user: 'dee' })).found)).toEqual(['A at 2']);
    expect((await ask({ ...operator(), user: 'sam' })).found).toEqual([]);
    await given.close();
  });
  it('whoever may not open it gets from the police alone, byte for byte, what the police would say without the couple', async () => {
    const ofPolice = async (...records: object[]): Promise<string> => {
      const answer = await nearChildS(records, { heldBy: ['police'] });
      // Each loading of the one test database has a revision of its own.
      return JSON.stringify({ ...answer, grounds: { ...answer.grounds, revision: 1 } });
    };
    expect(await ofPolice(...Object.values(facts), seal)).toBe(await ofPolice(facts.conviction, facts.motherhood, facts.born));
  });
});
