/** The made-up county is what seed/population.md says it is. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cloneRoot } from '../../server/config.ts';
import { readCaseFile } from '../../server/ledger/case-file.ts';
import { checkRecords } from '../../server/ledger/check-records.ts';
import type { ClaimType, LedgerRecord, StatementRecord } from '../../server/ledger/records.ts';
import { countyLines, countyRecords, LAST_COUNTY_DAY } from '../../seed/population.ts';

const county = { people: 4_000, seed: 7 };
let records: LedgerRecord[];
beforeAll(() => {
  records = [...countyRecords(county)];
});

const ofType = <T extends LedgerRecord['type']>(type: T): Extract<LedgerRecord, { type: T }>[] =>
  records.filter((record): record is Extract<LedgerRecord, { type: T }> => record.type === type);
const claims = <T extends ClaimType>(type: T): (StatementRecord & { claim: Extract<StatementRecord['claim'], { type: T }> })[] =>
  ofType('statement').filter(
    (record): record is StatementRecord & { claim: Extract<StatementRecord['claim'], { type: T }> } => record.claim.type === type,
  );
const born = (): Map<string, string> =>
  new Map(claims('detail').flatMap(({ claim }) => (claim.born?.length === 10 ? [[claim.person, claim.born] as const] : [])));
const isChild = (births: Map<string, string>, person: string): boolean => births.get(person)! > '2007-12-31';

/** Homes somebody lives or stays in on the last day, by what was last written of each stay. */
function homesNow(): Map<string, Set<string>> {
  const last = new Map<string, { ended: boolean; person: string; home: string }>();
  for (const { claim } of claims('home')) {
    if (claim.pattern === 'visits') continue;
    const key = `${claim.person} ${claim.household}`;
    last.set(key, { ended: claim.to !== undefined || last.get(key)?.ended === true, person: claim.person, home: claim.household });
  }
  const homes = new Map<string, Set<string>>();
  for (const { ended, person, home } of last.values()) if (!ended) homes.set(person, (homes.get(person) ?? new Set()).add(home));
  return homes;
}

describe('A made-up county', () => {
  it('is the same for the same two numbers, to the byte, and another for another seed', () => {
    const digest = (seed: number): string =>
      createHash('sha256')
        .update([...countyLines({ people: 300, seed })].join('\n'))
        .digest('hex');
    expect(digest(1)).toBe(digest(1));
    expect(digest(1)).not.toBe(digest(2));
  });

  it.each([20, 999, 1_600])('of %i people is a case file without a fault, with so many people', (people) => {
    const file = readCaseFile('county.jsonl', [...countyLines({ people, seed: 3 })].join('\n'));
    expect(checkRecords(file.rows).problems).toEqual([]);
    expect(file.records.filter((record) => record.type === 'person')).toHaveLength(people);
    expect(file.records.every((record) => record.id.startsWith('county/'))).toBe(true);
  });

  it('has 2.3 people a home, one in five of them a child', () => {
    expect(ofType('person').length / ofType('household').length).toBeGreaterThan(2.1);
    expect(ofType('person').length / ofType('household').length).toBeLessThan(2.5);
    const births = born();
    const children = ofType('person').filter(({ id }) => isChild(births, id)).length;
    expect(children / county.people).toBeGreaterThan(0.2);
    expect(children / county.people).toBeLessThan(0.24);
  });

  it('has about 15 % of its children in two homes', () => {
    const births = born();
    const homes = homesNow();
    const children = [...homes.keys()].filter((person) => isChild(births, person));
    const share = children.filter((child) => homes.get(child)!.size > 1).length / children.length;
    expect(share).toBeGreaterThan(0.11);
    expect(share).toBeLessThan(0.2);
  });

  it('has nobody older than their own parent', () => {
    const births = born();
    for (const { claim } of claims('parent')) expect(births.get(claim.parent)! < births.get(claim.child)!).toBe(true);
  });

  it('has 1,500 people of concern in a million, and a former couple for every three or four', () => {
    expect(new Set(claims('concern').map(({ claim }) => claim.person)).size).toBe(6);
    const couples = new Set(claims('partner').map(({ claim }) => claim.persons.join()));
    const former = new Set(claims('partner').flatMap(({ claim }) => (claim.to === undefined ? [] : [claim.persons.join()])));
    expect(former.size / couples.size).toBeGreaterThan(0.15);
    expect(former.size / couples.size).toBeLessThan(0.35);
  });

  it('has people who know dozens, beside the many who know few', () => {
    const known = new Map<string, number>();
    for (const { claim, stance } of claims('associate'))
      if (stance === undefined) for (const person of claim.persons) known.set(person, (known.get(person) ?? 0) + 1);
    const numbers = [...known.values()].sort((a, b) => a - b);
    expect(numbers[Math.floor(numbers.length / 2)]).toBeLessThanOrEqual(2);
    expect(numbers.at(-1)).toBeGreaterThan(15);
  });

  it('is held in parts by ten agencies, none of which holds half', () => {
    const statements = ofType('statement');
    const shares = ofType('agency').map(({ id }) => statements.filter(({ agency }) => agency === id).length / statements.length);
    expect(shares).toHaveLength(10);
    expect(Math.max(...shares)).toBeLessThan(0.5);
  });

  it('holds kin in other parts, denials, retractions, sharings and one person written down twice', () => {
    const stances = new Set(ofType('statement').map(({ stance }) => stance));
    expect([...stances]).toEqual(expect.arrayContaining([undefined, 'observes', 'confirms', 'denies', 'retracts']));
    expect(ofType('sharing').length).toBeGreaterThan(0);
    expect(claims('same').length).toBe(4);
    const block = (id: string): number => Math.floor(Number(id.slice(1)) / 1_000);
    const far = claims('parent').filter(({ claim }) => block(claim.parent) !== block(claim.child)).length;
    expect(far / claims('parent').length).toBeGreaterThan(0.03);
  });

  it('says nothing of days after its last', () => {
    for (const { recorded } of ofType('statement')) expect(recorded <= LAST_COUNTY_DAY).toBe(true);
  });
});

describe('kith county', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kith-county-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const kith = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
    new Promise((done) => {
      execFile(process.execPath, ['bin/kith.mjs', 'county', ...args], { cwd: cloneRoot, maxBuffer: 1 << 26 }, (error, out, err) =>
        done({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
      );
    });

  it('writes the county to a new file, and to the standard output without one', async () => {
    const out = path.join(folder, 'county.jsonl');
    const lines = [...countyLines({ people: 50, seed: 4 })].map((line) => `${line}\n`).join('');
    expect(await kith('--people', '50', '--seed', '4', '--out', out)).toMatchObject({ code: 0, err: '' });
    expect(readFileSync(out, 'utf8')).toBe(lines);
    expect(await kith('--people', '50', '--seed', '4')).toEqual({ code: 0, out: lines, err: '' });
    expect(await kith('--people', '50', '--out', out)).toEqual({ code: 1, out: '', err: `${out} is there already: name a new file.\n` });
  });

  it.each([
    ['--people', '1000001'],
    ['--seed', '-1'],
  ])('refuses %s %s by its name and rule', async (flag, value) => {
    const out = path.join(folder, 'never.jsonl');
    const { code, err } = await kith('--people', '100', `${flag}=${value}`, '--out', out);
    expect(code).toBe(1);
    expect(err).toMatch(new RegExp(`^${flag} must be a whole number from`));
    expect(existsSync(out)).toBe(false);
  });

  it('says which folder is not there, and leaves nothing behind', async () => {
    const out = path.join(folder, 'nowhere', 'county.jsonl');
    expect(await kith('--people', '100', '--out', out)).toEqual({ code: 1, out: '', err: `The folder of ${out} is not there.\n` });
  });
});
