import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { project } from '../../server/ledger/project.ts';
import { kindsIn } from '../../server/ledger/units.ts';
import { randomRecords } from '../support/random-case.ts';

describe('The versions of a random family', () => {
  it('are each of a kind that its unit can hold, so that a load finds them again', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 10, max: 40 }), (seed, size) => {
        for (const { kind, unit } of project(randomRecords(seed, size))) expect(kindsIn(unit), unit).toContain(kind);
      }),
      { numRuns: 100 },
    );
  });

  it('carried over to the other record of one person keep their kind', () => {
    expect(kindsIn('carried|home|mia|h1')).toContain('AT_HOME');
    expect(kindsIn('same|mia|ada')).toEqual(['HELD_BY', 'PASSED_TO', 'SAME_AS']);
  });
});
