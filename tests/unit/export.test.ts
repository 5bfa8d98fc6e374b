/** Files taken along: the same answer is the same file, whatever the clock says, and no cell is a formula. */
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Viewer } from '../../server/access/viewer.ts';
import { cell, toCsv } from '../../server/export/csv.ts';
import { toDocx } from '../../server/export/docx.ts';
import { checkExport, fileOf } from '../../server/export/exports.ts';

const viewer: Viewer = { user: 'rosa', role: 'reviewer', purpose: 'review', reference: 'SPR-7' };
const statement = {
  id: 's1',
  says: 'Police recorded that A was convicted.',
  agency: { name: 'police' },
  recorded: { says: '12 October 2016' },
  ref: 'p. 4',
};
const arrival = { statement, agency: { name: 'police' }, on: { says: '12 October 2016' }, firstHand: true, from: null, sharing: null };
const reading = {
  says: 'From 12 October 2016 police held it alone.',
  periods: [
    {
      from: '2016-10-12',
      to: null,
      on: { says: '12 October 2016' },
      sets: [[{ name: 'police' }]],
      because: [arrival],
      says: 'From 12 October 2016 police held it alone.',
    },
  ],
};
const grounds = {
  asAt: '2019-01-01',
  since: null,
  heldOn: '2019-01-01',
  heldBy: [{ name: 'police' }],
  notAsked: [],
  within: 2,
  without: [],
  revision: 7,
  says: 'Records you may not see could change this.',
};
const answer = (name: string): object => ({
  child: { name: 'Child S' },
  person: { name },
  grounds,
  truncated: false,
  says: reading.says,
  reading,
  apart: null,
  routes: [{ route: { says: 'Child S is the child of A.' }, reading }],
  facts: [
    {
      kind: 'OF_CONCERN',
      says: `${name}: convicted, 2014 (police, held by 12 October 2016).`,
      held: [
        {
          agencies: [{ name: 'police' }],
          day: '2016-10-12',
          on: { says: '12 October 2016' },
          to: null,
          firstHand: true,
          beforehand: false,
          by: [arrival],
        },
      ],
    },
  ],
  sharings: [],
  heldNothing: [{ name: 'midwifery' }],
});
const data = (name = 'A'): Record<string, unknown> => ({ firstHeld: answer(name) });
const partsOf = (file: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]));

afterEach(() => void vi.useRealTimers());

describe('The first-held report', () => {
  it.each(['docx', 'csv'] as const)('is the same %s to the last byte in another year', async (format) => {
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(new Date('2026-03-12T09:00:00Z'));
    const first = await fileOf('first-held', data(), viewer, format);
    vi.setSystemTime(new Date('2031-11-02T17:30:00Z'));
    const second = await fileOf('first-held', data(), viewer, format);
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
    expect(Buffer.from(await fileOf('first-held', data('B'), viewer, format)).equals(Buffer.from(first))).toBe(false);
  });
  it('says how it was asked, by whom, at which revision, with the digest of the answer', async () => {
    const csv = new TextDecoder().decode(await fileOf('first-held', data(), viewer, 'csv'));
    for (const row of [
      '"As at","1 January 2019"',
      '"Held by the end of","1 January 2019"',
      '"Asked by","rosa (reviewer)"',
      '"Purpose","review, SPR-7"',
      '"Ledger revision","7"',
    ])
      expect(csv).toContain(row);
    expect(csv).toMatch(/"Digest of the answer \(SHA-256\)","[0-9a-f]{64}"/);
    const parts = partsOf(await fileOf('first-held', data(), viewer, 'docx'));
    for (const words of ['rosa (reviewer)', 'Ledger revision', 'From 12 October 2016 police held it alone.', 'midwifery', 'p. 4'])
      expect(parts['word/document.xml']).toContain(words);
    expect(parts['docProps/core.xml']).not.toContain('<dcterms:');
  });
  it('has no file for a question that is not a report', () => {
    expect(() => checkExport('first-held', 'pdf')).toThrow('format must be one of docx, csv.');
    expect(() => checkExport('household', 'csv')).toThrow('There is no file of household: there is one of chronology, first-held.');
  });
});

describe('A table as CSV', () => {
  it('gives no spreadsheet a formula, however the cell begins', () => {
    for (const text of ['=1+1', '+1', '-1', '@sum', '\t=1', ' =cmd', '\r+1']) expect(cell(text)).toMatch(/^"'/);
    expect(cell('A "quoted", word')).toBe('"A ""quoted"", word"');
  });
  it('keeps every cell apart from its neighbours, whatever is in it', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (rows) => {
        const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
          toCsv({ report: { title: '', settings: [], sections: [] }, table: { heads: ['a'], rows } }),
        );
        // Outside quotation marks there are only commas and line ends: as many as there are gaps and rows.
        const outside = text.slice(1).replaceAll(/"(?:[^"]|"")*"/g, '');
        expect(outside).toBe(`\r\n\r\n${rows.map((row) => `${','.repeat(row.length - 1)}\r\n`).join('')}`);
      }),
    );
  });
});

it('a document of nothing is still a document', async () => {
  expect(Object.keys(partsOf(await toDocx({ title: 'Nothing', settings: [], sections: [] })))).toContain('word/document.xml');
});

describe('A chronology taken along', () => {
  const entry = (id: string, more: object = {}): object => ({
    id,
    kind: 'statement',
    agency: { name: 'Police' },
    happened: { earliest: '2016-10-01', latest: '2016-10-31', says: 'October 2016' },
    until: null,
    knownFrom: '2016-10-12',
    heldBy: [{ agency: { name: 'Police' }, from: '2016-10-12' }],
    delay: { least: -19, most: 11, says: '11 days later at most, or before it happened' },
    heldBefore: false,
    what: `=${id}`,
    source: 'Police',
    done: null,
    ref: null,
    note: null,
    ...more,
  });
  const chronology = {
    people: [{ name: 'A' }],
    grounds,
    settings: 'As it happened. Every kind of entry.',
    order: 'In order of the first day.',
    pageSays: 'All 2 entries.',
    asHeldBy: null,
    entries: [entry('s1')],
    undated: [entry('s2', { happened: { earliest: null, latest: null, says: 'not recorded' }, delay: null })],
    notHeld: [],
    lanes: [{ says: 'Police: holds 2 of these entries; before 12 October 2016 it held no record of them.' }],
    withoutRecord: [],
  };

  it('is the same file whenever it is made, with who asked, the revision and the digest', async () => {
    vi.useFakeTimers();
    const [first, second] = await Promise.all(
      ['2024-01-01', '2031-12-31'].map(async (day) => {
        vi.setSystemTime(new Date(day));
        return fileOf('chronology', { chronology }, viewer, 'docx');
      }),
    );
    expect(Buffer.from(first!).equals(Buffer.from(second!))).toBe(true);
    const text = strFromU8(unzipSync(first!)['word/document.xml']!);
    for (const words of ['rosa (reviewer)', 'SPR-7', 'Digest of the answer', 'As it happened', 'No day recorded', 'nothing recorded'])
      expect(text, words).toContain(words);
  });

  it('has a row for each entry, days and delays as numbers, and no formula in it', async () => {
    const csv = strFromU8(await fileOf('chronology', { chronology }, viewer, 'csv'));
    const rows = csv.split('\r\n').filter((line) => /^"?s\d/.test(line));
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain('2016-10-01');
    expect(rows[0]).toContain("'=s1");
    expect(rows[1]).toContain('no day recorded');
  });
});
