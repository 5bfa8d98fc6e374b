/** What a row of a case file may not say: each bad one is named with its line, its field and the rule, in words. */
import { describe, expect, it } from 'vitest';
import { LONGEST_LINE } from '../../server/ledger/case-file.ts';
import { CLAIM_SHAPES, RECORD_SHAPES } from '../../server/ledger/record-shapes.ts';
import { head, parent, problemsOf, statement } from '../support/case-rows.ts';

describe('A row', () => {
  const long = 'x'.repeat(20_001);
  it.each<[string, (object | string)[], string[]]>([
    ['is not JSON', ['{"type":"person"'], ['8 : is not JSON: one record a line, as {"type":"person","id":"p1"}']],
    ['is a list', ['[1]'], ['8 : is not a record: {"type":"person","id":"p1"}']],
    ['holds a NUL', ['{"type":"person","id":"p\0"}'], ['8 : holds a NUL character']],
    [
      'holds a NUL written as an escape',
      ['{"type":"person","id":"p1","label":"a\\u0000"}'],
      ['8 label: holds the character U+0000, which is not shown and can make text read as something else'],
    ],
    ['says again what the file is', [head], ['8 type: is "file" again: only the first line says what the file is']],
    ['has no type', [{ id: 'p1' }], ['8 type: is missing']],
    [
      'is of a type nobody knows',
      [{ type: 'animal', id: 'p1' }],
      [`8 type: "animal" is not one of ${Object.keys(RECORD_SHAPES).join(', ')}`],
    ],
    [
      'is of a type every object has',
      ['{"type":"__proto__","id":"p1"}'],
      [`8 type: "__proto__" is not one of ${Object.keys(RECORD_SHAPES).join(', ')}`],
    ],
    [
      'has a key nobody knows',
      [{ type: 'person', id: 'p1', name: 'Mia' }],
      ['8 name: is not a key here: the keys are type, id, label, placeholder'],
    ],
    [
      'has a key that would change every object',
      ['{"type":"person","id":"p1","__proto__":{"placeholder":true}}'],
      ['8 __proto__: is not a key here: the keys are type, id, label, placeholder'],
    ],
    [
      'has such a key further in',
      ['{"type":"statement","id":"s1","agency":"csc","recorded":"2020","claim":{"type":"same","persons":["mia","ada"],"constructor":1}}'],
      ['8 claim.constructor: is not a key here: the keys are type, persons, from, to'],
    ],
    ['lacks a key', [{ type: 'agency', id: 'gp', kind: 'GP' }], ['8 name: is missing']],
    [
      'has a value nobody knows',
      [{ type: 'agency', id: 'gp', name: 'GP', kind: 'doctor' }],
      [
        '8 kind: "doctor" is not one of police, probation, prison, social care, health visiting, midwifery, hospital, GP, CAMHS, school, nursery, housing, court, voluntary, other',
      ],
    ],
    ['writes null', [{ type: 'person', id: 'p1', label: null }], ['8 label: is null: leave the key out where nothing is known']],
    [
      'has a number for an id',
      ['{"type":"person","id":90071992547409931}'],
      ['8 id: 90071992547409940 is not an id: ids are text in quotation marks'],
    ],
    [
      'has an id with a space',
      [{ type: 'person', id: 'p 1' }],
      ['8 id: "p 1" is not an id: no spaces, hidden characters or any of | , " \\ < >, and at most one "/" between two parts'],
    ],
    [
      'has an id that reads backwards',
      [{ type: 'person', id: 'a\u202Eb' }],
      ['8 id: "a\\u202eb" is not an id: no spaces, hidden characters or any of | , " \\ < >, and at most one "/" between two parts'],
    ],
    [
      'has an id of three parts',
      [{ type: 'person', id: 'a/b/c' }],
      ['8 id: "a/b/c" is not an id: no spaces, hidden characters or any of | , " \\ < >, and at most one "/" between two parts'],
    ],
    ['has an empty id', [{ type: 'person', id: '' }], ['8 id: is empty']],
    ['has an id that is too long', [{ type: 'person', id: 'x'.repeat(201) }], ['8 id: is longer than 200 characters']],
    [
      'has text that reads backwards',
      [{ type: 'person', id: 'p1', label: 'Mia\u202Egnp.exe' }],
      ['8 label: holds the character U+202E, which is not shown and can make text read as something else'],
    ],
    ['has half a character', ['{"type":"person","id":"p1","label":"\\ud800"}'], ['8 label: holds half a character (a lone surrogate)']],
    ['has text that is too long', [{ type: 'person', id: 'p1', label: long }], ['8 label: is longer than 20,000 characters']],
    [
      'is too long',
      [{ type: 'person', id: 'p1', label: 'x'.repeat(10_000_000) }],
      [`8 : is longer than ${LONGEST_LINE.toLocaleString('en-GB')} characters`],
    ],
    ['has "yes" for true', [{ type: 'person', id: 'p1', placeholder: 'yes' }], ['8 placeholder: "yes" is not true or false']],
    [
      'has text where a list belongs',
      [{ type: 'sharing', id: 'x', from: 'csc', to: 'police', on: '2020', statements: 's1' }],
      ['8 statements: "s1" is not a list'],
    ],
  ])('is refused when it %s', (_, rows, problems) => expect(problemsOf(...rows)).toEqual(problems));

  it('is one of many that are named together', () => {
    expect(
      problemsOf({ type: 'person' }, { type: 'person', id: 'p1', placeholder: 1, label: 2 }, { type: 'persno', id: 'p' }),
    ).toHaveLength(4);
  });
});

describe('A claim', () => {
  const home = { type: 'home', person: 'mia', household: 'h1', pattern: 'lives' };
  it.each<[string, object, string]>([
    [
      'is of no type anybody knows',
      { type: 'friend', persons: ['mia', 'ada'] },
      `claim.type: "friend" is not one of ${Object.keys(CLAIM_SHAPES).join(', ')}`,
    ],
    ['is of a person who is their own parent', parent('mia', 'mia'), 'claim.child: "mia" would be their own parent'],
    [
      'is of one person recorded twice who is one record',
      { type: 'same', persons: ['mia', 'mia'] },
      'claim.persons: is "mia" twice: two different people are needed',
    ],
    [
      'is of a couple of one',
      { type: 'partner', persons: ['mia', 'mia'] },
      'claim.persons: is "mia" twice: two different people are needed',
    ],
    ['is of a couple of three', { type: 'partner', persons: ['mia', 'ada', 'rosa'] }, 'claim.persons: has 3 and not two'],
    [
      'is of somebody who harmed themselves',
      { type: 'harm', person: 'mia', towards: 'mia', form: 'harmed' },
      'claim.towards: is the same person as person: two different people are needed',
    ],
    ['ends before it began', { ...home, from: '2020-05', to: '2020-04' }, 'claim.to: "2020-04" is before it began: "from" is "2020-05"'],
    [
      'is of a death before the birth',
      { type: 'detail', person: 'mia', born: '2016-05-18', died: '2016-05-17' },
      'claim.died: "2016-05-17" is before the birth: "born" is "2016-05-18"',
    ],
    [
      'says how it ended and not when',
      { type: 'partner', persons: ['mia', 'ada'], ended: 'divorce' },
      'claim.ended: needs a "to": where the day is not known, "to" is "../" and the recorded day',
    ],
    [
      'says how it ended and that it goes on',
      { type: 'partner', persons: ['mia', 'ada'], ended: 'divorce', to: '..' },
      'claim.ended: needs a "to": where the day is not known, "to" is "../" and the recorded day',
    ],
    [
      'has a year of two digits',
      { ...home, from: '20-04-25' },
      'claim.from: "20-04-25": a date is written with the whole year first, as 2020-04-25',
    ],
    [
      'has a date in US order',
      { ...home, from: '04/25/2020' },
      'claim.from: "04/25/2020": a date is written with the whole year first, as 2020-04-25',
    ],
    [
      'has a date in UK order',
      { ...home, from: '25.4.2020' },
      'claim.from: "25.4.2020": a date is written with the whole year first, as 2020-04-25',
    ],
    ['has a day that is none', { ...home, from: '2019-02-29' }, 'claim.from: "2019-02-29": there is no day 2019-02-29'],
    ['has a month that is none', { ...home, from: '2019-13' }, 'claim.from: "2019-13": there is no month 13'],
    [
      'has a time',
      { ...home, from: '2019-02-01T10:00' },
      'claim.from: "2019-02-01T10:00": a date is written 2020-04-25, 2020-04 or 2020, with ~ for about and ? for doubt',
    ],
    ['begins going on', { ...home, from: '..' }, 'claim.from: is "..", which only a "to" may be'],
    ['is of eight nights a week', { ...home, nights: 8 }, 'claim.nights: 8 is not a number from 0 to 7'],
    [
      'is of an order without a name',
      { type: 'order', key: 'o1', persons: ['mia'] },
      'claim.form: is missing: what it is stands in "form" or in "instrument"',
    ],
    [
      'is of a person nobody recorded',
      { ...home, person: 'nobody' },
      'claim.person: nothing has the id "nobody": it must be in a file of this load or loaded before',
    ],
    ['is of a person who is a household', { ...home, person: 'h1' }, 'claim.person: "h1" is a household, not a person'],
  ])('is refused when it %s', (_, claim, problem) => expect(problemsOf(statement('s1', claim))).toEqual([`8 ${problem}`]));

  it.each(['2020', '2020-04', '2020-04-25', '2020~', '2020-04?', '2019/2020', '../2020', '2020/..'])('may begin on "%s"', (from) => {
    expect(problemsOf(statement('s1', { ...home, from }))).toEqual([]);
  });

  it.each(['../2020', '2020/..'])('may not be recorded on "%s", which has no end', (recorded) => {
    expect(problemsOf(statement('s1', home, { recorded }))[0]).toMatch(
      /^8 recorded: ".*" has no (first|last) day: this date may be imprecise but not open-ended$/,
    );
  });
});
