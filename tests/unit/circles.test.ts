/** Which births may be part of a circle: every one that is, and none of a family that has none above it. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { perhapsInCircles } from '../../server/ledger/circles.ts';

const family = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 16 });

/** By walking: whoever can be reached from this person downwards, by at least one birth. */
function below(births: readonly (readonly [number, number])[], person: number): Set<number> {
  const reached = new Set<number>();
  const next = [person];
  for (let one = next.pop(); one !== undefined; one = next.pop())
    for (const [parent, child] of births) if (parent === one && !reached.has(child)) next.push((reached.add(child), child));
  return reached;
}

it('leaves exactly the births whose parent is in a circle or below one', () => {
  fc.assert(
    fc.property(family, (births) => {
      const people = [...new Set(births.flat())];
      const inCircle = people.filter((person) => below(births, person).has(person));
      const atOrBelow = new Set(inCircle.flatMap((person) => [person, ...below(births, person)]));
      expect(perhapsInCircles({ parents: births.map(([parent]) => parent), children: births.map(([, child]) => child) })).toEqual(
        births.flatMap(([parent], at) => (atOrBelow.has(parent) ? [at] : [])),
      );
    }),
    { numRuns: 500 },
  );
});

it('takes a chain of 300,000 apart, and leaves it whole once its end is its beginning', () => {
  const parents = Array.from({ length: 300_000 }, (_, at) => at);
  const children = parents.map((at) => at + 1);
  expect(perhapsInCircles({ parents, children })).toEqual([]);
  expect(perhapsInCircles({ parents: [...parents, 300_000], children: [...children, 0] })).toHaveLength(300_001);
});
