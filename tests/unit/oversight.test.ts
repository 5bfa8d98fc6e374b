/** What a privacy officer and a custodian are shown of seals: nothing of one they may not know of, whatever else lies under it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sealsShown } from '../../server/access/oversight/seals-shown.ts';
import { sealsKnownTo, sealsOpenTo } from '../../server/access/seals.ts';
import type { Viewer } from '../../server/access/viewer.ts';
import type { LoadedSeal } from '../../server/questions/remembered.ts';
import { checkSays, logSays, outcomeSays } from '../../server/words/audit-says.ts';
import { coversSays, opensSays, periodSays } from '../../server/words/seal-says.ts';

const day = '2024-06-01';
const petra: Viewer = { user: 'petra', role: 'privacy officer', agency: 'csc', purpose: 'oversight' };
const cora: Viewer = { user: 'cora', role: 'custodian', agency: 'police', purpose: 'oversight' };
const shownTo = (viewer: Viewer, seals: LoadedSeal[]) =>
  sealsShown(viewer, { day, revision: 3, seals, opened: sealsOpenTo(viewer, seals, day), agencies: new Map() });

const seal = (over: Partial<LoadedSeal> = {}): LoadedSeal => ({
  type: 'seal',
  id: 'seal',
  label: 'One',
  covers: { persons: ['anna'] },
  custodian: 'police',
  added: 2,
  ...over,
});

const some = fc.subarray(['a', 'b', 'c', 'd']);
const anySeal = fc
  .record({
    persons: some,
    records: fc.subarray(['r', 's']),
    custodian: fc.constantFrom('police', 'csc'),
    roles: fc.subarray(['privacy officer', 'custodian', 'mash']),
    shutOut: fc.subarray(['petra', 'cora']),
    to: fc.constantFrom(undefined, '2023', '2025'),
  })
  .filter(({ persons, records }) => persons.length + records.length > 0);
const anySeals = fc.array(anySeal, { maxLength: 5 }).map((all) =>
  all.map(({ persons, records, custodian, roles, shutOut, to }, at): LoadedSeal =>
    seal({
      id: `seal-${at}`,
      covers: { persons, records },
      custodian,
      opens: { roles },
      excludes: { users: shutOut },
      ...(to === undefined ? {} : { to }),
    }),
  ),
);

test('a shut seal one may not know of changes nothing in what one is shown of the others', () => {
  fc.assert(
    fc.property(anySeals, fc.constantFrom(petra, cora), (seals, viewer) => {
      const [known, open] = [sealsKnownTo(viewer, seals), sealsOpenTo(viewer, seals, day)];
      const isThere = (one: LoadedSeal): boolean => known.includes(one) || open.includes(one.id);
      const idsOf = ({ covers }: LoadedSeal): string[] => [...(covers.persons ?? []), ...(covers.records ?? [])];
      const gone = new Set(seals.filter((one) => !isThere(one)).flatMap(idsOf));
      const left = (ids: string[] | undefined): string[] => (ids ?? []).filter((id) => !gone.has(id));
      const without = seals
        .filter(isThere)
        .map((one) => ({ ...one, covers: { persons: left(one.covers.persons), records: left(one.covers.records) } }))
        .filter(({ covers }) => covers.persons.length + covers.records.length > 0);
      expect(shownTo(viewer, seals)).toEqual(shownTo(viewer, without));
    }),
    { numRuns: 2_000 },
  );
});

test('nobody but a privacy officer and a custodian knows of any seal, and a custodian of none of another agency', () => {
  for (const role of ['mash', 'analyst', 'reviewer', 'practitioner', 'operator'] as const)
    expect(sealsKnownTo({ ...petra, role }, [seal()])).toEqual([]);
  expect(sealsKnownTo(cora, [seal(), seal({ custodian: 'csc' })]).map(({ custodian }) => custodian)).toEqual(['police']);
  const { agency: _, ...nowhere } = cora;
  expect(sealsKnownTo(nowhere, [seal()])).toEqual([]);
});

test('what lies under a seal is said by id only where it is open, and under every other seal too', () => {
  const both = [
    seal({ opens: { roles: ['privacy officer'] }, covers: { persons: ['anna', 'ben'] } }),
    seal({ id: 'other', covers: { persons: ['ben'] } }),
  ];
  expect(shownTo(petra, both).map(({ covers, ids }) => [covers, ids])).toEqual([
    ['2 people', ['anna']],
    ['1 person', null],
  ]);
});

test('a seal in words', () => {
  expect(coversSays({ people: 2, homes: 0, organisations: 1, records: 1 })).toBe('2 people, 1 organisation and 1 record');
  expect(opensSays(seal(), (id) => id)).toBe('nobody');
  expect(opensSays(seal({ opens: { users: ['ada', 'bob'], roles: ['mash', 'x'], agencies: ['police'] } }), () => 'Police')).toBe(
    'users ada and bob; the role MASH worker and x; Police',
  );
  expect(periodSays(seal({ from: '2020-03', to: '2021' }))).toBe('from March 2020 to 2021');
  expect(periodSays(seal({ to: '..' }))).toBe('from the day it was loaded, no end given');
  expect(
    [undefined, '2023', '2025'].map((to) => shownTo(cora, [seal({ from: '2022', ...(to === undefined ? {} : { to }) })])[0]?.state),
  ).toEqual(['in force', 'ended', 'in force']);
  expect(shownTo(cora, [seal({ from: '2030' })])[0]?.state).toBe('not begun');
});

test('a log and its entries in words', () => {
  const check = { log: 1, entries: 1, covered: 0, torn: 0, findings: [] };
  expect(logSays(check)).toBe('Log 1: 1 entry, 0 of them covered by a signed note.');
  expect(logSays({ ...check, entries: 2, torn: 7 })).toContain('7 bytes at the end are no whole entry');
  expect(checkSays([check])).toBe('Nothing was found changed, put in or taken out.');
  expect(checkSays([{ ...check, findings: [{ log: 1, from: 1, to: 1, says: 'x' }] }])).toBe(
    'One place was found that cannot be as it was written.',
  );
  expect(outcomeSays({ decision: { outcome: 'refused', code: 'NOT_FOUND' } })).toBe('refused: NOT_FOUND');
  expect(outcomeSays({ decision: { outcome: 'answered' } })).toBe('answered');
});
