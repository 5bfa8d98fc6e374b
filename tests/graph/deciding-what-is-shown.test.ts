/** What a viewer is shown of a sealed and of an unsealed family, what the custodian hears, and what the log can prove afterwards. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { replay } from '../../server/access/audit/replay.ts';
import { noticesTo, whatDid } from '../../server/access/audit/search.ts';
import type { Viewer } from '../../server/access/viewer.ts';
import { openOffice } from '../../server/questions/answer.ts';
import { agency, givenCaseFile, person, rowsOf, says, type Answer, type Given } from '../support/given.ts';

let given: Given;
afterEach(() => given.close());

const amira: Viewer = { user: 'amira', role: 'mash', agency: 'csc', purpose: 'contact', reference: 'R1' };
const ada: Viewer = { user: 'ada', role: 'analyst', agency: 'police', purpose: 'network', reference: 'A1' };
const petra: Viewer = { user: 'petra', role: 'privacy officer', agency: 'csc', purpose: 'oversight', reference: 'S1' };

const tie = says(
  'police',
  '2016-10-12',
  { type: 'partner', persons: ['r', 'a'], form: 'relationship', from: '2016-10' },
  { source: { kind: 'relative', person: 'aunt' }, note: 'Told in confidence' },
);
const family = [
  agency('police'),
  agency('midwifery'),
  agency('gp', 'GP'),
  agency('csc', 'social care'),
  person('s', 'S'),
  person('r', 'R'),
  person('a', 'A'),
  person('aunt', 'Aunt Olive'),
  says('midwifery', '2016-05-20', { type: 'parent', parent: 'r', child: 's', basis: 'birth' }),
  says('csc', '2016-05-20', { type: 'parent', parent: 'r', child: 's', basis: 'birth' }),
  says('police', '2016-10-12', { type: 'concern', person: 'a', form: 'convicted', from: '2014', what: 'an offence' }),
  tie,
];
const seal = (over: object = {}): object => ({
  type: 'seal',
  id: 'seal-tie',
  label: 'A tie',
  covers: { records: [(tie as { id: string }).id] },
  opens: { roles: ['privacy officer'] },
  custodian: 'police',
  ...over,
});
const near = async (viewer: Viewer, args: object = {}): Promise<Answer> =>
  given.ask('people-of-concern-near', { child: 's', asAt: '2016-12-01', ...args }, viewer);

test('a tie under a seal that hides: the worker finds nobody and hears nothing, the custodian gets a notice without a name', async () => {
  given = await givenCaseFile(...family, seal());
  const hidden = await near(amira);
  expect(rowsOf(hidden.found)).toEqual([]);
  expect(hidden.grounds.withheld).toEqual({ kind: 'CANNOT_SAY', ask: [], says: 'Records you may not see could change this.' });
  expect(rowsOf((await near(petra)).found)).toEqual(['A at 2']);
  const notices = await noticesTo(given.home, 'police');
  expect(notices).toMatchObject([{ user: null, agency: 'police', people: [], arguments: { seal: expect.stringMatching(/^~/) } }]);
});

test('under a seal that signals, the worker is told whom to ask, and no more', async () => {
  given = await givenCaseFile(...family, seal({ policy: 'signal' }));
  const { found, grounds } = await near(amira);
  expect(rowsOf(found)).toEqual([]);
  expect(grounds.withheld).toMatchObject({
    kind: 'ASK',
    ask: [{ id: 'police' }],
    says: 'Records you may not see could change this. Ask police before you rely on this.',
  });
  expect(await noticesTo(given.home, 'police')).toEqual([]);
  expect((await near(petra)).grounds.withheld.kind).toBe('CANNOT_SAY');
});

test('a seal opens and shuts with the day of asking, and its end opens it to all', async () => {
  given = await givenCaseFile(...family, seal({ from: '2020-01-01', to: '2024-05-31' }));
  expect(rowsOf((await near(amira)).found)).toEqual(['A at 2']);
  await given.close();
  given = await givenCaseFile(...family, seal({ from: '2020-01-01', to: '2024-06-01' }));
  expect(rowsOf((await near(amira)).found)).toEqual([]);
});

test('an analyst under an authority asks without the health records, and sees neither who said it nor what was noted', async () => {
  given = await givenCaseFile(...family);
  const worker = await near(amira);
  expect(rowsOf(worker.found)).toEqual(['A at 2']);
  expect(JSON.stringify(worker)).toContain('Aunt Olive');
  expect(JSON.stringify(worker)).toContain('Told in confidence');
  const analyst = await near(ada);
  expect(rowsOf(analyst.found)).toEqual(['A at 2']);
  expect(analyst.grounds.heldBy.map(({ id }: Answer) => id)).toEqual(['csc', 'police']);
  expect(analyst.grounds.notAsked.map(({ id }: Answer) => id)).toEqual(['gp', 'midwifery']);
  expect(analyst.grounds.says).toContain('Gp and midwifery were not asked');
  expect(JSON.stringify(analyst)).not.toMatch(/Olive|aunt|confidence/);
});

test('an agency that is not open to the asker is cut from what they ask for, whatever they name', async () => {
  given = await givenCaseFile(...family);
  const { grounds } = await near(ada, { heldBy: ['midwifery', 'police'] });
  expect(grounds.heldBy.map(({ id }: Answer) => id)).toEqual(['police']);
  await expect(near(ada, { heldBy: ['somebody'] })).rejects.toMatchObject({ code: 'BAD_INPUT' });
});

test('asked again at its revision, a question has the digest the log has, also after more was loaded or sealed, and for a refusal', async () => {
  given = await givenCaseFile(...family);
  await near(amira);
  await given.ask('find-person', { name: 'Olive' }, amira);
  await expect(near(amira, { child: 'nobody' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await given.andThen(says('csc', '2016-11-01', { type: 'partner', persons: ['r', 'a'], form: 'married', from: '2016-11' }), {
    type: 'seal',
    id: 'later',
    label: 'Sealed since',
    covers: { persons: ['a'] },
    custodian: 'police',
  });
  expect(rowsOf((await near(amira)).found)).toEqual([]);
  const [first, second, third] = await whatDid(given.home, 'amira');
  const { office } = given.desk;
  expect(await replay(office, given.home, first!, [])).toMatchObject({ same: true });
  await expect(replay(office, given.home, second!, [])).rejects.toMatchObject({ code: 'BAD_INPUT', detail: { argument: 'name' } });
  expect(await replay(office, given.home, second!, ['Olive'])).toMatchObject({ same: true });
  expect(await replay(office, given.home, third!, ['nobody'])).toMatchObject({ same: true });
  expect(await replay(office, given.home, { ...first!, digest: 'f'.repeat(64) }, [])).toMatchObject({ same: false });
  expect(await replay(office, given.home, { ...first!, revision: first!.revision! + 1 }, [])).toMatchObject({ same: false });
});

test('whoever has seen as many people in a day as one user may is refused, and the operator is not', async () => {
  given = await givenCaseFile(...family);
  const office = openOffice(given.graph, given.desk.office.audit, () => '2024-06-01', { peopleADay: 4 });
  await office.answer('people-of-concern-near', { child: 's', asAt: '2016-12-01' }, amira);
  await office.answer('people-of-concern-near', { child: 's', asAt: '2016-12-01' }, amira);
  await given.andThen(
    person('b', 'B'),
    says('csc', '2016-11-01', { type: 'partner', persons: ['r', 'b'], form: 'married' }),
    says('csc', '2016-11-01', { type: 'concern', person: 'b', form: 'registered' }),
    person('c', 'C'),
    says('csc', '2016-11-01', { type: 'concern', person: 'c', form: 'registered' }),
    says('csc', '2016-11-01', { type: 'partner', persons: ['r', 'c'], form: 'married' }),
  );
  await expect(office.answer('people-of-concern-near', { child: 's' }, amira)).rejects.toMatchObject({ code: 'TOO_MUCH' });
  await office.answer('people-of-concern-near', { child: 's' }, { user: 'operator', role: 'operator', purpose: 'operator' });
});

test('when the log is gone nobody is answered, found or not', async () => {
  given = await givenCaseFile(...family);
  await near(amira);
  rmSync(path.join(given.home, 'audit'), { recursive: true });
  await expect(near(amira)).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
  await expect(near(amira, { child: 'nobody' })).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
});
