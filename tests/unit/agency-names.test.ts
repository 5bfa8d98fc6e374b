import { describe, expect, it } from 'vitest';
import { namedApart } from '../../server/questions/agency-names.ts';

const agency = (id: string, kind: string, name: string, area: string | null = null) => ({ id, kind, name, area });
const called = (...agencies: ReturnType<typeof agency>[]): [string, string][] =>
  namedApart(agencies).map(({ name, short }) => [name, short]);

describe('What answers call an agency', () => {
  it('is its kind where it is the only one of it, else its own name, whoever is asked', () => {
    expect(called(agency('a', 'CAMHS', 'Child mental health'), agency('b', 'police', 'Met'), agency('c', 'police', 'City'))).toEqual([
      ['Child mental health', 'CAMHS'],
      ['Met', 'Met'],
      ['City', 'City'],
    ]);
  });

  it('is never a kind that another agency has for its name, nor the kind "other"', () => {
    expect(called(agency('a', 'CAMHS', 'Child mental health'), agency('b', 'other', 'Camhs'))).toEqual([
      ['Child mental health', 'Child mental health'],
      ['Camhs', 'Camhs'],
    ]);
    expect(called(agency('a', 'CAMHS', 'CAMHS'))).toEqual([['CAMHS', 'CAMHS']]);
  });

  it('has its area where two have one name, and its id where the area does not tell them apart', () => {
    expect(called(agency('n', 'CAMHS', 'CAMHS', 'North'), agency('s', 'CAMHS', 'CAMHS', 'South'), agency('x', 'CAMHS', 'camhs'))).toEqual([
      ['CAMHS (North)', 'CAMHS (North)'],
      ['CAMHS (South)', 'CAMHS (South)'],
      ['camhs (x)', 'camhs (x)'],
    ]);
    expect(called(agency('n', 'GP', 'GP', 'North'), agency('m', 'GP', 'GP', 'North')).map(([, short]) => short)).toEqual([
      'GP (n)',
      'GP (m)',
    ]);
  });
});
