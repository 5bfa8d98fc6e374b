/** What a case file is, on disk and in memory, and what it may not be: named in words. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../server/ledger/canonical.ts';
import { readCaseFile, readCaseFileAt } from '../../server/ledger/case-file.ts';
import { asText, family, head, saidOf, statement } from '../support/case-rows.ts';
import { caseArbitrary } from '../support/random-case.ts';

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
