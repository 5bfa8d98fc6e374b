import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ENTRY_KINDS, isDay, LANES, readFragment, STANDINGS, START, writeFragment } from '../../../client/fragment.ts';
import { TIE_KINDS } from '../../../server/ledger/versions.ts';
import type { View } from '../../../client/fragment.ts';

const id = fc.stringMatching(/^[a-z][a-z0-9/ #&=:%+?-]{0,38}[a-z0-9]$/);
const ids = fc.uniqueArray(id, { maxLength: 5 });
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10));
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
const view: fc.Arbitrary<View> = fc.record({
  of: maybe(id),
  asAt: maybe(day),
  since: maybe(day),
  heldOn: maybe(day),
  heldBy: maybe(fc.uniqueArray(id, { minLength: 1, maxLength: 4 })),
  within: maybe(fc.constantFrom(1, 2, 3, 4)),
  ties: maybe(fc.subarray([...TIE_KINDS], { minLength: 1 })),
  standings: maybe(fc.subarray([...STANDINGS], { minLength: 1 })),
  without: ids,
  pick: maybe(fc.record({ kind: fc.constantFrom('person', 'home', 'agency', 'organisation', 'fact'), id })),
  sheet: maybe(fc.constantFrom('picture', 'decision', 'file')),
  from: ids,
  to: ids,
  people: ids,
  kinds: maybe(fc.subarray([...ENTRY_KINDS], { minLength: 1 })),
  asHeldBy: maybe(id),
  lanes: maybe(fc.constantFrom(...LANES)),
  skip: maybe(fc.integer({ min: 1, max: 999_999 })),
  beforeAsAt: maybe(day),
  beforeHeldOn: maybe(day),
  beforeHeldBy: maybe(fc.uniqueArray(id, { minLength: 1, maxLength: 4 })),
  statement: maybe(id),
  source: maybe(id),
});

test('a link reopens the same view, whatever was chosen', () => {
  fc.assert(
    fc.property(view, (one) => {
      expect(readFragment(`#${writeFragment(one)}`)).toEqual({ view: one, problems: [] });
    }),
    { numRuns: 500 },
  );
});

test('the address of somebody who chose nothing says nothing', () => {
  expect(writeFragment(START)).toBe('');
  expect(readFragment('')).toEqual({ view: START, problems: [] });
});

test('whatever somebody types into the address, a view comes of it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const { view: read } = readFragment(text);
      expect(readFragment(writeFragment(read))).toEqual({ view: read, problems: [] });
    }),
    { numRuns: 500 },
  );
});

test('each part that was tampered with is left out and said, and the rest is kept', () => {
  const { view: read, problems } = readFragment('#of=mia/connor&as-at=2020-02-30&within=9&tie=KNOWS&tie=MET&pick=ghost:1&colour=red');
  expect(read).toEqual({ ...START, of: 'mia/connor', ties: ['MET'] });
  expect(problems).toHaveLength(5);
  expect(problems.every((sentence) => sentence.endsWith('.'))).toBe(true);
});

test('29 February is a day only in a leap year', () => {
  expect([isDay('2020-02-29'), isDay('2021-02-29'), isDay('1899-12-31'), isDay('20-04-25')]).toEqual([true, false, false, false]);
});
