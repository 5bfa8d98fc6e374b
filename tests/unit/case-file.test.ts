/** What a case file may not say: each bad row is named with its line, its field and the rule, in words. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { LONGEST_LINE, readCaseFile, readCaseFileAt } from '../../server/ledger/case-file.ts';
import { canonicalJson } from '../../server/ledger/canonical.ts';
import { checkRecords } from '../../server/ledger/check-records.ts';
import { CaseFileError, type Problem } from '../../server/ledger/problems.ts';
import { CLAIM_SHAPES, RECORD_SHAPES } from '../../server/ledger/record-shapes.ts';
import { caseArbitrary } from '../support/random-case.ts';

const head = { type: 'file', format: 'kith/1', title: 'A test' };
const family = [
  { type: 'agency', id: 'csc', name: 'Social care', kind: 'social care' },
  { type: 'agency', id: 'police', name: 'Police', kind: 'police' },
  { type: 'person', id: 'mia' },
  { type: 'person', id: 'rosa' },
  { type: 'person', id: 'ada' },
  { type: 'household', id: 'h1', label: 'Household 1' },
];
const statement = (id: string, claim: object, more: object = {}): object => ({
  type: 'statement',
  id,
  agency: 'csc',
  recorded: '2020-04-25',
  claim,
  ...more,
});
const parent = (parent: string, child: string): object => ({ type: 'parent', parent, child, basis: 'birth' });
const asText = (...records: (object | string)[]): string =>
  records.map((record) => (typeof record === 'string' ? record : JSON.stringify(record))).join('\n');

/** Problems of the family's file with these rows more; theirs begin at line 8. */
function problemsOf(...more: (object | string)[]): string[] {
  return saidOf(asText(head, ...family, ...more));
}

function saidOf(text: string): string[] {
  try {
    const { rows } = readCaseFile('family.jsonl', text);
    return checkRecords(rows).problems.map(plain);
  } catch (error) {
    if (error instanceof CaseFileError) return error.problems.map(plain);
    throw error;
  }
}

const plain = ({ line, field, rule }: Problem): string => `${line} ${field}: ${rule}`;

describe('A case file', () => {
  it('gives its title, its prefix and its records', () => {
    const { title, prefix, records } = readCaseFile(
      'family.jsonl',
      asText({ ...head, prefix: 'mia/' }, { type: 'person', id: 'connor', label: 'Connor' }),
    );
    expect({ title, prefix, records }).toEqual({
      title: 'A test',
      prefix: 'mia/',
      records: [{ type: 'person', id: 'mia/connor', label: 'Connor' }],
    });
  });

  it('has its prefix before ids and keys that have no "/", and before nothing else', () => {
    const { records } = readCaseFile(
      'family.jsonl',
      asText(
        { ...head, prefix: 'mia/' },
        statement(
          's1',
          { type: 'order', key: 'o1', persons: ['connor', 'hh/hh'], form: 'care order' },
          { source: { kind: 'parent', person: 'mother', name: 'mother' } },
        ),
        { type: 'contact', id: 'c1', agency: 'csc', on: '2020', kind: 'referral', about: ['connor'], from: 'anonymous', asked: ['police'] },
        { type: 'contact', id: 'c2', agency: 'csc', on: '2020', kind: 'referral', about: [], from: 'school' },
        {
          type: 'seal',
          id: 'x',
          label: 'X',
          covers: { persons: ['so2'], records: ['s1'] },
          opens: { users: ['ann'], roles: ['reviewer'], agencies: ['police'] },
          custodian: 'police',
        },
      ),
    );
    expect(records).toEqual([
      {
        type: 'statement',
        id: 'mia/s1',
        agency: 'mia/csc',
        recorded: '2020-04-25',
        claim: { type: 'order', key: 'mia/o1', persons: ['mia/connor', 'hh/hh'], form: 'care order' },
        source: { kind: 'parent', person: 'mia/mother', name: 'mother' },
      },
      {
        type: 'contact',
        id: 'mia/c1',
        agency: 'mia/csc',
        on: '2020',
        kind: 'referral',
        about: ['mia/connor'],
        from: 'anonymous',
        asked: ['mia/police'],
      },
      { type: 'contact', id: 'mia/c2', agency: 'mia/csc', on: '2020', kind: 'referral', about: [], from: 'mia/school' },
      {
        type: 'seal',
        id: 'mia/x',
        label: 'X',
        covers: { persons: ['mia/so2'], records: ['mia/s1'] },
        opens: { users: ['ann'], roles: ['reviewer'], agencies: ['mia/police'] },
        custodian: 'mia/police',
      },
    ]);
  });

  it('may name one person of an order where it could name several', () => {
    const { records } = readCaseFile(
      'family.jsonl',
      asText(head, statement('s1', { type: 'plan', key: 'p1', person: 'mia', form: 'child protection plan' })),
    );
    expect(records).toMatchObject([{ claim: { persons: ['mia'] } }]);
  });

  it('may begin with a byte order mark, end its lines as Windows does, and have empty lines', () => {
    expect(readCaseFile('family.jsonl', `\uFEFF${asText(head, '', ...family)}\n`.replaceAll('\n', '\r\n')).records).toHaveLength(
      family.length,
    );
  });

  it.each([
    ['is empty', '', '0 : is empty: the first line is {"type":"file","format":"kith/1","title":"..."}'],
    [
      'does not say what it is',
      asText(...family),
      '1 type: is not "file": the first line says what the file is, as {"type":"file","format":"kith/1","title":"..."}',
    ],
    ['is of another format', asText({ ...head, format: 'kith/2' }), '1 format: "kith/2" is not one of kith/1'],
    ['has a prefix without its "/"', asText({ ...head, prefix: 'mia' }), '1 prefix: "mia" is not a word followed by "/", as "mia/"'],
    ['has a prefix of two parts', asText({ ...head, prefix: 'a/b/' }), '1 prefix: "a/b/" is not a word followed by "/", as "mia/"'],
    ['is a spreadsheet', 'id,name\n1,Mia', '1 : is not JSON: one record a line, as {"type":"person","id":"p1"}'],
  ])('is refused when it %s', (_, text, problem) => expect(saidOf(text)).toEqual([problem]));
});

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

describe('Rows together', () => {
  it('may not use one id for two things, of one type or of two', () => {
    expect(problemsOf({ type: 'person', id: 'mia', label: 'Mia' }, { type: 'household', id: 'ada', label: 'Home' })).toEqual([
      '8 id: "mia" is already the id of another person (family.jsonl, line 4): the same id with other content',
      '9 id: "ada" is already the id of another person (family.jsonl, line 6): the same id with other content',
    ]);
  });

  it('may say the same twice', () => expect(problemsOf({ type: 'person', id: 'mia' })).toEqual([]));

  it('may not make somebody their own grandparent by birth, in the words of one agency', () => {
    expect(
      problemsOf(statement('s1', parent('mia', 'rosa')), statement('s2', parent('rosa', 'ada')), statement('s3', parent('ada', 'mia'))),
    ).toEqual(['8 claim.child: "rosa" would be their own ancestor by birth: "mia", parent of "rosa", parent of "ada"']);
  });

  it('may put right who is whose parent, and two agencies may have it different ways round', () => {
    const turned = statement('s2', parent('ada', 'mia'));
    expect(problemsOf(statement('s1', parent('mia', 'ada')), turned)).toHaveLength(1);
    expect(
      problemsOf(
        statement('s1', parent('mia', 'ada')),
        turned,
        statement('s3', parent('mia', 'ada'), { stance: 'retracts', withdraws: 's1' }),
      ),
    ).toEqual([]);
    expect(problemsOf(statement('s1', parent('mia', 'ada')), turned, statement('s3', parent('mia', 'ada'), { stance: 'denies' }))).toEqual(
      [],
    );
    expect(problemsOf(statement('s1', parent('mia', 'ada')), { ...turned, agency: 'police' })).toEqual([]);
  });

  it('may not withdraw what another agency said', () => {
    expect(
      problemsOf(
        statement('s1', parent('mia', 'ada')),
        statement('s2', parent('mia', 'ada'), { agency: 'police', stance: 'retracts', withdraws: 's1' }),
      ),
    ).toEqual(['9 withdraws: "s1" was said by "csc": only that agency can withdraw it']);
  });

  it('may not repeat or withdraw each other in a circle', () => {
    const claim = parent('mia', 'ada');
    expect(problemsOf(statement('s1', claim, { repeats: 's1' }))).toEqual(['8 repeats: goes round in a circle: "s1"']);
    expect(problemsOf(statement('s1', claim, { withdraws: 's2' }), statement('s2', claim, { withdraws: 's1' }))).toEqual([
      '8 withdraws: goes round in a circle: "s1", "s2"',
    ]);
  });

  it('may share only what was held, or may have been', () => {
    const said = statement('s1', parent('mia', 'ada'), { recorded: '2020-04' });
    const sharing = (from: string, to: string, on: string, id = 'x'): object => ({ type: 'sharing', id, from, to, on, statements: ['s1'] });
    expect(problemsOf(said, sharing('csc', 'police', '2020-04-01'))).toEqual([]);
    expect(problemsOf(said, sharing('csc', 'police', '2020-03-31'))).toEqual([
      '9 statements[0]: "csc" did not hold "s1" by "2020-03-31": it had it on 2020-04-01 at the earliest',
    ]);
    expect(problemsOf(said, sharing('police', 'csc', '2020-05-01'))).toEqual([
      '9 statements[0]: "police" never held "s1": it neither recorded nor received it',
    ]);
    expect(problemsOf(said, sharing('police', 'csc', '2020-05-01'), sharing('csc', 'police', '2020-04-20', 'y'))).toEqual([]);
    expect(
      problemsOf(said, sharing('police', 'csc', '2020-05-01'), { ...sharing('csc', 'police', '2020-04-20', 'y'), state: 'refused' }),
    ).toHaveLength(1);
  });

  it('may not use one key for an order and a plan, nor the id of a contact as a key', () => {
    const contact = { type: 'contact', id: 'k', agency: 'csc', on: '2020', kind: 'visit', about: ['mia'] };
    const order = { type: 'order', key: 'k', persons: ['mia'], form: 'care order' };
    expect(problemsOf(contact, statement('s1', order))).toEqual(['9 claim.key: "k" is the id of a contact: choose another key']);
    expect(problemsOf(statement('s1', order), statement('s2', { ...order, type: 'plan' }))).toEqual([
      '9 claim.key: "k" is the key of an order too: choose another key',
    ]);
  });
});

describe('A file on disk', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kith-case-file-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const put = (content: string | Buffer): string => {
    const file = path.join(folder, 'family.jsonl');
    writeFileSync(file, content);
    return file;
  };

  it('reads as its text does, however it is cut into pieces', async () => {
    const text = asText({ ...head, prefix: 'x/' }, ...family, { type: 'person', id: 'zoë', label: 'Zoë 🜁'.repeat(300) });
    const whole = readCaseFile('family.jsonl', text);
    expect(await readCaseFileAt(put(text))).toEqual(whole);
    expect(await readCaseFileAt(put(`${text}\n`))).toEqual(whole);
  });

  it('is refused where it is not UTF-8, by line', async () => {
    const latin = Buffer.concat([
      Buffer.from(`${asText(head)}\n{"type":"person","id":"p1","label":"Zo`),
      Buffer.from([0xeb]),
      Buffer.from('"}\n'),
    ]);
    await expect(readCaseFileAt(put(latin))).rejects.toThrow('family.jsonl, line 2: is not UTF-8 text');
    await expect(readCaseFileAt(put(Buffer.from(`\uFEFF${asText(head)}`, 'utf16le')))).rejects.toThrow('line 1: is not UTF-8 text');
  });

  it('is refused where a line is too long, and the line is never held whole', async () => {
    const file = put(`${asText(head)}\n{"type":"person","id":"p1","label":"${'x'.repeat(10_000_000)}"}\n{"type":"person"}`);
    await expect(readCaseFileAt(file)).rejects.toThrow('line 2: is longer than 1,000,000 characters\nfamily.jsonl, line 3, id: is missing');
  });

  it('that is not there, or is a folder, is said to be so', async () => {
    await expect(readCaseFileAt(path.join(folder, 'nothing.jsonl'))).rejects.toThrow('nothing.jsonl is not there.');
    await expect(readCaseFileAt(folder)).rejects.toThrow('is a folder: name the files in it.');
  });

  it('of a million lines is read, and one of a million bad lines is given up early', async () => {
    const lines = Array.from({ length: 1_000_000 }, (_, at) => `{"type":"person","id":"p${at}"}`);
    expect((await readCaseFileAt(put([asText(head), ...lines].join('\n')))).records).toHaveLength(1_000_000);
    await expect(readCaseFileAt(put([asText(head), ...lines.map(() => '{"type":"person"}')].join('\n')))).rejects.toThrow(
      '1001 things are wrong',
    );
  }, 120_000);
});

describe('Random case files', () => {
  it('come out of their own canonical lines as they went in', () => {
    fc.assert(
      fc.property(caseArbitrary, (text) => {
        const { rows } = readCaseFile('random.jsonl', text);
        const again = readCaseFile('again.jsonl', [JSON.stringify(head), ...rows.map((row) => row.text)].join('\n'));
        expect(again.rows.map((row) => row.hash)).toEqual(rows.map((row) => row.hash));
        expect(rows.map((row) => canonicalJson(row.record))).toEqual(rows.map((row) => row.text));
      }),
      { numRuns: 50 },
    );
  });

  it('never make the reader fail in another way than by naming what is wrong', () => {
    const bits = fc.oneof(
      fc.json(),
      fc.string(),
      fc.constantFrom('{"type":"statement"', '"claim":{"type":"parent"}', '}', '\n', '\u202E', '"id":"p1"', ','),
    );
    fc.assert(
      fc.property(fc.array(bits), (parts) => {
        const text = `${JSON.stringify(head)}\n${parts.join('')}`;
        expect(Array.isArray(saidOf(text))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
