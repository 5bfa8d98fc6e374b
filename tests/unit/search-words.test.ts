import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bornWords, searchWords, soundsOf, squeezed, wordsIn } from '../../server/ledger/search-words.ts';

describe('words by which people and homes are found', () => {
  test('a person is found by each part of a name, by how it sounds, by month of birth and by number', () => {
    const words = searchWords('HAS_DETAIL', {
      names: [{ given: 'Siân', family: "O'Connor-Smith" }, { alsoKnownAs: 'Shell' }],
      born: { earliest: '2018-09-14', latest: '2018-09-14' },
      identifiers: [{ scheme: 'school reference', value: 'S-0107' }],
    })!.split(' ');
    expect(words).toEqual(
      expect.arrayContaining([
        'given.sian',
        'family.oconnor',
        'family.smith',
        'other.shell',
        'name.oconnor',
        'born.201809',
        'number.s0107',
        'sound.xn',
      ]),
    );
    expect(words.filter((word) => word.startsWith('lacks.'))).toEqual([]);
  });
  test('somebody held by one name only is marked as lacking the other', () => {
    expect(searchWords('HAS_DETAIL', { names: [{ family: 'Dee' }] })!.split(' ')).toContain('lacks.given');
  });
  test('a home is found by its postcode without spaces and by each word of its authority', () => {
    expect(searchWords('HAS_ADDRESS', { addresses: [{ statement: 's', postcode: 'ZZ1 1AA', area: 'Area 1' }] })).toBe(
      'area.1 area.area postcode.zz11aa',
    );
  });
  test('ties are found by nothing', () => {
    expect(searchWords('PARTNER_OF', { names: [{ given: 'Mia' }] })).toBeNull();
  });
  test('a birth known to the month is found by its months, a vaguer one by its years, a very vague one not', () => {
    expect(bornWords({ earliest: '2019-12-20', latest: '2020-02-03' })).toEqual(['born.201912', 'born.202001', 'born.202002']);
    expect(bornWords({ earliest: '2009-07-20', latest: '2010-06-30' })).toEqual(['born.2009', 'born.2010']);
    expect(bornWords({ earliest: '0001-01-01', latest: '2010-06-30' })).toEqual([]);
  });
  test('Conor sounds like Connor, and Mia does not sound like May', () => {
    expect(soundsOf('conor')).toEqual(soundsOf('connor'));
    expect(soundsOf('mia')).toEqual([]);
  });
  test('no word ever holds a space, so one word can never become two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const word of [...wordsIn(text), squeezed(text)]) expect(word).toMatch(/^[\p{L}\p{N}]*$/u);
      }),
    );
  });
});
