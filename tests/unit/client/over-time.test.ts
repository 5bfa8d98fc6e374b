import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelAt, rowsOfLabels, yearsOf } from '../../../client/over-time.ts';

describe('Years of a drawing over time', () => {
  it('are all named of a short time, and a dozen at most of a long life', () => {
    expect(yearsOf('2019-06-01', '2022-03-12')).toEqual(['2020-01-01', '2021-01-01', '2022-01-01']);
    expect(yearsOf('2020-02-01', '2020-12-31')).toEqual([]);
    expect(yearsOf('1931-05-01', '2026-03-12')).toHaveLength(12);
  });
});

describe('Births on the lanes of somebody with many homes', () => {
  it('of three children in one spring are said one below the other, and one of years later in the first row again', () => {
    const births = [400, 420, 440, 800].map((middle, i) => labelAt(`Child ${i} born`, middle, [230, 900]));
    expect(rowsOfLabels(births)).toEqual([0, 1, 2, 0]);
  });
  it('stay within the drawing at either end', () => {
    expect(labelAt('Bartholomea born', 231, [230, 900]).left).toBe(230);
    expect(labelAt('Bartholomea born', 899, [230, 900]).right).toBe(900);
  });
  it('never lie over each other, wherever they are', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ maxLength: 30 }), fc.integer({ min: 230, max: 900 })), { maxLength: 30 }), (marks) => {
        const labels = marks.map(([text, middle]) => labelAt(text, middle, [230, 900]));
        const rows = rowsOfLabels(labels);
        for (const [i, one] of labels.entries())
          for (const [j, other] of labels.entries())
            if (i < j && rows[i] === rows[j]) expect(one.right < other.left || other.right < one.left).toBe(true);
      }),
    );
  });
});
