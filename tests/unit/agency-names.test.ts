import { describe, expect, it } from 'vitest';
import { namedApart, shortName } from '../../server/questions/agency-names.ts';
import type { Asking } from '../../server/questions/asking.ts';

const agency = (id: string, kind: string, name: string, area: string | null = null) => ({ id, kind, name, area });
/** The name and the short name of each, where all of them are asked or only some. */
function called(agencies: ReturnType<typeof agency>[], heldBy = agencies.map(({ id }) => id)): [string, string][] {
  const known = namedApart(agencies);
  const asking = { agencies: new Map(known.map((one) => [one.id, one])), common: { heldBy } } as unknown as Asking;
  return known.map(({ id, name }) => [name, shortName(asking, id)]);
}

describe('What answers call an agency', () => {
  const three = [agency('a', 'CAMHS', 'Child mental health'), agency('b', 'police', 'Met'), agency('c', 'police', 'City')];
  it('is its kind where no other of it is asked, else its own name', () => {
    expect(called(three).map(([, short]) => short)).toEqual(['CAMHS', 'Met', 'City']);
    expect(called(three, ['a', 'b']).map(([, short]) => short)).toEqual(['CAMHS', 'police', 'City']);
  });

  it('is never a kind that another agency of the case has for its name, nor the kind "other"', () => {
    const two = [agency('a', 'CAMHS', 'Child mental health'), agency('b', 'other', 'Camhs')];
    expect(called(two, ['a']).map(([, short]) => short)).toEqual(['Child mental health', 'Camhs']);
    expect(called([agency('a', 'CAMHS', 'CAMHS')])).toEqual([['CAMHS', 'CAMHS']]);
  });

  it('is its kind though an agency of another case has that for its name, unless that one is asked too', () => {
    const two = [agency('one/a', 'probation', 'National service'), agency('two/b', 'other', 'Probation')];
    expect(called(two, ['one/a']).map(([, short]) => short)).toEqual(['probation', 'Probation']);
    expect(called(two).map(([, short]) => short)).toEqual(['National service', 'Probation']);
  });

  it('has its area where two of one case have one name, and its id where the area does not tell them apart', () => {
    const namesakes = [agency('n', 'CAMHS', 'CAMHS', 'North'), agency('s', 'CAMHS', 'CAMHS', 'South'), agency('x', 'CAMHS', 'camhs')];
    for (const heldBy of [['n', 's', 'x'], ['n']])
      expect(called(namesakes, heldBy)).toEqual([
        ['CAMHS (North)', 'CAMHS (North)'],
        ['CAMHS (South)', 'CAMHS (South)'],
        ['camhs (x)', 'camhs (x)'],
      ]);
    expect(called([agency('n', 'GP', 'GP', 'North'), agency('m', 'GP', 'GP', 'North')]).map(([name]) => name)).toEqual([
      'GP (n)',
      'GP (m)',
    ]);
  });

  it('is its plain name where its namesake is of another case', () => {
    expect(called([agency('one/gp', 'GP', 'Surgery'), agency('two/gp', 'GP', 'Surgery')])).toEqual([
      ['Surgery', 'Surgery'],
      ['Surgery', 'Surgery'],
    ]);
  });
});
