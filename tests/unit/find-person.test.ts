import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calledText, detailText, placeText, readSought, term } from '../../server/finding/sought.ts';
import { compareRanks, whyMatched, type Candidate, type DetailHeld } from '../../server/finding/why-matched.ts';

const held = (agency: string, more: Partial<DetailHeld> = {}): DetailHeld => ({ agency, names: [], born: null, identifiers: [], ...more });
const candidate = (...details: DetailHeld[]): Candidate => ({ details, places: [], called: null });
const why = (typed: Parameters<typeof readSought>[0], who: Candidate): string[] | null => whyMatched(readSought(typed), who)?.why ?? null;

describe('who is looked for', () => {
  test.each([
    [{}, 'name'],
    [{ name: '  ' }, 'name'],
    [{ name: '***' }, 'name'],
    [{ name: 'a '.repeat(11) }, 'name'],
    [{ family: 'x'.repeat(201) }, 'family'],
    [{ born: '14/09/2018' }, 'born'],
    [{ born: '../2018' }, 'born'],
    [{ born: '1950/2018' }, 'born'],
    [{ born: '..' }, 'born'],
    [{ postcode: 'Z' }, 'postcode'],
  ])('%j is refused, naming %s', (typed, argument) => {
    expect(() => readSought(typed)).toThrowError(
      expect.objectContaining({ code: 'BAD_INPUT', detail: expect.objectContaining({ argument }) }),
    );
  });

  test('a name is asked for as it stands, as a beginning and by its sound; one that lacks a given name is not ruled out', () => {
    expect(detailText(readSought({ given: 'Connor' }))).toBe(
      '(+(given.connor other.connor given.connor* other.connor* sound.knr lacks.given) +(given.connor other.connor given.connor* other.connor* sound.knr))',
    );
  });
  test('a day of birth alone is asked for by its month and, for those held by year only, its year', () => {
    expect(detailText(readSought({ born: '2018-09-14' }))).toBe('born.201809 born.2018');
    expect(detailText(readSought({ born: '2018' }))).toBe('born.2018*');
  });
  test('a postcode may be its first half, with or without the space', () => {
    expect(placeText(readSought({ postcode: 'zz1 1aa' }))).toBe('+postcode.zz11aa*');
    expect(placeText(readSought({ area: 'Area 1' }))).toBe('+area.area +area.1');
  });
  test('whatever is typed, nothing in it is understood as query syntax', () => {
    const syntax = /(?<!\\)[-&|!{}[\]^"~?:/]|AND|OR|NOT/;
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
        fc.constantFrom('name', 'given', 'family', 'identifier', 'postcode', 'area'),
        (text, argument) => {
          let sought;
          try {
            sought = readSought({ [argument]: text });
          } catch {
            return;
          }
          for (const query of [detailText(sought), placeText(sought), calledText(sought)]) expect(query ?? '').not.toMatch(syntax);
        },
      ),
    );
    expect(term('a+b:(c)*')).toBe('a\\+b\\:\\(c\\)\\*');
  });
});

describe('why somebody matched', () => {
  const connor = candidate(
    held('social care', { names: [{ given: 'Connor', family: 'Smith-Jones' }], born: { earliest: '2009-07-20', latest: '2010-06-30' } }),
    held('school', { names: [{ given: 'Conor', alsoKnownAs: 'Con' }], identifiers: [{ scheme: 'pupil number', value: 'A 123-9' }] }),
  );
  test('the same name is said before one that sounds like it, with who holds it', () => {
    expect(why({ given: 'Connor' }, connor)).toEqual(['given name: Connor (social care)']);
    expect(why({ given: 'Konnor' }, connor)).toEqual([
      'given name sounds like “konnor”: Connor (social care)',
      'given name sounds like “konnor”: Conor (school)',
    ]);
  });
  test('half a double name, the beginning of a name, another name', () => {
    expect(why({ family: 'jones' }, connor)).toEqual(['family name: Smith-Jones (social care)']);
    expect(why({ family: 'smi' }, connor)).toEqual(['family name begins with “smi”: Smith-Jones (social care)']);
    expect(why({ name: 'con' }, connor)).toEqual(['other name: Con (school)']);
  });
  test('a number matches however it is spaced, even beside a name that does not', () => {
    expect(why({ identifier: 'a1239' }, connor)).toEqual(['pupil number A 123-9 (school)']);
    expect(why({ identifier: 'A1239', family: 'Brown' }, connor)).toEqual(['pupil number A 123-9 (school)']);
    expect(why({ identifier: 'a123' }, connor)).toBeNull();
  });
  test('a name held and different rules out; one not held does not', () => {
    expect(why({ given: 'Connor', family: 'Brown' }, connor)).toBeNull();
    expect(why({ given: 'Rose', family: 'Dee' }, candidate(held('school', { names: [{ family: 'Dee' }] })))).toEqual([
      'family name: Dee (school)',
    ]);
    expect(why({ given: 'Rose', family: 'Dee' }, candidate(held('school')))).toBeNull();
  });
  test('a birth may match, and one that differs is said and not hidden', () => {
    expect(why({ name: 'Connor', born: '2010-02-01' }, connor)).toEqual([
      'given name: Connor (social care)',
      'may match: born some day between 20 July 2009 and 30 June 2010 (social care)',
    ]);
    expect(why({ name: 'Connor', born: '2012' }, connor)).toEqual([
      'given name: Connor (social care)',
      'differs: born some day between 20 July 2009 and 30 June 2010 (social care)',
    ]);
    expect(why({ born: '2012' }, connor)).toBeNull();
  });
  test('whoever has more in common comes first, a differing birth comes last', () => {
    const rank = (typed: Parameters<typeof readSought>[0], who: Candidate): number[] => whyMatched(readSought(typed), who)!.rank;
    const typed = { given: 'Mia', born: '2019-11' };
    const people = [
      candidate(held('a', { names: [{ given: 'Mia' }], born: { earliest: '2001-01-01', latest: '2001-01-01' } })),
      candidate(held('a', { names: [{ given: 'Mia' }], born: { earliest: '2019-11-03', latest: '2019-11-03' } })),
      candidate(held('a', { names: [{ given: 'Mia' }] })),
      candidate(held('a', { names: [{ given: 'Mia' }], born: { earliest: '2019-01-01', latest: '2019-12-31' } })),
    ];
    const order = people.map((_, at) => at).sort((a, b) => compareRanks(rank(typed, people[a]!), rank(typed, people[b]!)));
    expect(order).toEqual([1, 3, 2, 0]);
  });
  test('an area or postcode alone must match whole', () => {
    const home: Candidate = {
      details: [],
      called: 'Adult X',
      places: [{ agency: 'school', home: 'Household 1', postcode: 'ZZ1 1AA', area: 'Area 1' }],
    };
    expect(why({ postcode: 'zz1', area: 'area 1' }, home)).toEqual(['postcode ZZ1 1AA, area Area 1: Household 1 (school)']);
    expect(why({ postcode: 'zz1', area: 'area 2' }, home)).toBeNull();
    expect(why({ name: 'adult x' }, home)).toEqual(['called here: Adult X']);
  });
});
