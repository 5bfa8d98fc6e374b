/** A bulk load comes to what the ordinary load comes to, however it is cut into batches. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { writeGraphFiles } from '../../server/ledger/bulk/bulk-load.ts';
import { checkInto } from '../../server/ledger/bulk/check.ts';
import { CsvFile } from '../../server/ledger/bulk/csv.ts';
import { batchesIn, firstTime, openFold } from '../../server/ledger/bulk/fold.ts';
import { Keys, Lists, Numbers } from '../../server/ledger/bulk/keys.ts';
import { Store } from '../../server/ledger/bulk/store.ts';
import { foldInThreads } from '../../server/ledger/bulk/threads.ts';
import { readCaseFile } from '../../server/ledger/case-file.ts';
import { checkRecords } from '../../server/ledger/check-records.ts';
import { digestPlus } from '../../server/ledger/digest.ts';
import { hashed } from '../../server/ledger/load.ts';
import { CaseFileError, problemSays } from '../../server/ledger/problems.ts';
import { project } from '../../server/ledger/project.ts';
import { SILENT } from '../../server/ledger/telling.ts';
import { countyLines } from '../../seed/population.ts';
import { agency, household, person, says, shares } from '../support/given.ts';
import { caseText, randomCase } from '../support/random-case.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'kith-bulk-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let made = 0;
const fresh = (name: string): string => path.join(folder, `${made++}-${name}`);

function storeOf(text: string): Store {
  const store = new Store(fresh('records'));
  for (const row of readCaseFile('case.jsonl', text).rows) store.add(row, 0);
  return store;
}

/** As `threads` would fold it side by side, each a batch in turn. */
async function inBatches(text: string, topicsAtOnce: number, threads = 2): Promise<string[]> {
  const store = storeOf(text);
  try {
    const folds = Array.from({ length: threads }, () => openFold(Store.takenOver(structuredClone(store.handOver()))));
    const isNew = firstTime();
    const folded = await Promise.all([...batchesIn(store, topicsAtOnce)].map(async (batch, at) => folds[at % threads]!(batch)));
    const kept = folded.flat().filter(({ unit }) => unit === null || isNew(unit));
    return kept.flatMap(({ versions }) => versions.map(({ hash }) => hash)).sort();
  } finally {
    store.close();
  }
}
const whole = (text: string): string[] =>
  hashed(project(readCaseFile('case.jsonl', text).records))
    .map(({ hash }) => hash)
    .sort();

describe('Folding in batches', () => {
  it('gives each version once, and those of a fold of everything: random families, with seals and records of one person', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: 100_000 }),
        fc.integer({ min: 10, max: 45 }),
        fc.constantFrom(1, 2, 5, 1_000),
        async (seed, size, at) => {
          const text = randomCase(seed, size);
          expect(await inBatches(text, at)).toEqual(whole(text));
        },
      ),
      { numRuns: 60, endOnFailure: true },
    );
  });

  it('gives those of a made-up county', async () => {
    const text = [...countyLines({ people: 400, seed: 2 })].join('\n');
    expect(await inBatches(text, 150)).toEqual(whole(text));
  });

  it('side by side in threads comes to the same digest, each line under its own unit', async () => {
    const text = [...countyLines({ people: 400, seed: 2 })].join('\n');
    const store = storeOf(text);
    const told: number[] = [];
    let digest = '0';
    let lines = 0;
    for await (const { digest: own, versions } of foldInThreads(store, 1, (done) => told.push(done), 300)) {
      digest = digestPlus(digest, [own]);
      lines += versions;
    }
    expect(digest).toBe(digestPlus('0', whole(text)));
    expect(lines).toBe(whole(text).length);
    expect(told.length).toBeGreaterThan(3);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.at(-1)).toBe(store.size);
    store.close();
  });

  it('in a thread that fails is told as what failed', async () => {
    const store = storeOf([...countyLines({ people: 50, seed: 2 })].join('\n'));
    store.close();
    const folding = foldInThreads(store, 1, () => undefined);
    await expect(folding.next()).rejects.toThrow(/EBADF|bad file descriptor/);
  });
});

describe('What is wrong with the files of a bulk load', () => {
  const told = async (text: string): Promise<string[]> => {
    const store = new Store(fresh('records'));
    const checked = checkInto(store, fresh('mentions'), ['case.jsonl']);
    for (const row of readCaseFile('case.jsonl', text).rows) checked.take(row, 0);
    const problems = await checked.finish();
    store.close();
    return problems.map(problemSays).sort();
  };
  const ordinarily = (text: string): string[] => checkRecords(readCaseFile('case.jsonl', text).rows).problems.map(problemSays).sort();
  const parent = (parentId: string, child: string, id: string): object =>
    says('csc', '2020-01-01', { type: 'parent', parent: parentId, child, basis: 'birth' }, { id });
  const base = [agency('csc', 'social care'), agency('police'), person('a'), person('b')];
  const first = parent('a', 'b', 'first');

  it.each([
    ['nothing', [...base, first]],
    ['a mention of nobody', [...base, parent('a', 'nobody', 'x'), parent('h', 'b', 'y'), household('h')]],
    ['one id twice', [...base, person('a', 'somebody else'), person('b')]],
    ['a circle of births', [...base, first, parent('b', 'a', 'second')]],
    ['a sharing of what was not held', [...base, shares('police', 'csc', '2020-02-01', first), first]],
    [
      'a withdrawal by another agency',
      [...base, first, says('police', '2020-03-01', { type: 'same', persons: ['a', 'b'] }, { stance: 'retracts', withdraws: 'first' })],
    ],
    [
      'repeats in a circle',
      [
        ...base,
        says('csc', '2020-03-01', { type: 'same', persons: ['a', 'b'] }, { id: 'r1', repeats: 'r2' }),
        says('csc', '2020-03-01', { type: 'same', persons: ['a', 'b'] }, { id: 'r2', repeats: 'r1' }),
      ],
    ],
    [
      'a key of two things',
      [
        ...base,
        says('csc', '2020-03-01', { type: 'plan', key: 'k', persons: ['a'], form: 'plan' }),
        says('csc', '2020-03-01', { type: 'order', key: 'k', persons: ['a'], form: 'order' }),
      ],
    ],
  ] as [string, object[]][])('%s is found, in the words of the ordinary load', async (_, records) => {
    const text = [{ type: 'file', format: 'kith/1', title: 'A test' }, ...records].map((record) => JSON.stringify(record)).join('\n');
    expect(await told(text)).toEqual(ordinarily(text));
  });

  it('circles of births are found in the words of the ordinary load, whoever is said to be whose parent', async () => {
    const one = fc.record({
      by: fc.constantFrom('csc', 'csc', 'police'),
      parent: fc.nat(4),
      child: fc.nat(4),
      denied: fc.constantFrom(false, false, true),
    });
    const births = fc.array(one, { minLength: 5, maxLength: 14 }).map((all) => all.filter((birth) => birth.parent !== birth.child));
    let circles = 0;
    await fc.assert(
      fc.asyncProperty(births, async (all) => {
        const records = all.map((birth, at) => {
          const claim = { type: 'parent', parent: `p${birth.parent}`, child: `p${birth.child}`, basis: 'birth' } as const;
          return says(birth.by, '2020-01-01', claim, { id: `s${at}`, stance: birth.denied ? 'denies' : 'claims' });
        });
        const people = Array.from({ length: 5 }, (_, at) => person(`p${at}`));
        const header = { type: 'file', format: 'kith/1', title: 'Births' };
        const rows = [header, agency('csc', 'social care'), agency('police'), ...people, ...records];
        const text = rows.map((record) => JSON.stringify(record)).join('\n');
        const problems = ordinarily(text);
        if (problems.some((problem) => problem.includes('own ancestor'))) circles += 1;
        expect(await told(text)).toEqual(problems);
      }),
      { numRuns: 200 },
    );
    expect(circles).toBeGreaterThan(20);
  });

  it('is told of all files together, and no file is left', async () => {
    const [good, bad] = [fresh('good.jsonl'), fresh('bad.jsonl')];
    writeFileSync(good, caseText([{ type: 'person', id: 'a' }]));
    writeFileSync(bad, '{"type":"file","format":"kith/1","title":"Bad"}\n{"type":"person"}\n{"type":"nobody"}\n');
    const work = mkdtempSync(path.join(folder, 'work-'));
    const failed = await writeGraphFiles([good, bad], work, 1, SILENT).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(CaseFileError);
    expect((failed as CaseFileError).problems).toHaveLength(2);
  });
});

describe('Many texts as small numbers', () => {
  it('each has its own, given once, also after the table has grown', () => {
    const keys = new Keys();
    const texts = Array.from({ length: 200_000 }, (_, at) => `county/p${at}`);
    expect(texts.every((text, at) => keys.put(text) === at)).toBe(true);
    expect(texts.every((text, at) => keys.put(text) === at && keys.of(text) === at)).toBe(true);
    expect([keys.of('nobody'), keys.size]).toEqual([-1, 200_000]);
  });

  it('keeps large numbers, and lists of numbers', () => {
    const numbers = new Numbers(true);
    numbers.set(100_000, 2 ** 40);
    expect([numbers.at(100_000), numbers.at(3), numbers.at(1e9)]).toEqual([2 ** 40, 0, 0]);
    const lists = new Lists();
    for (let at = 0; at < 100_000; at++) lists.add(at % 3, at);
    expect([...lists.of(2)].length).toBe(33_333);
    expect([...lists.of(7)]).toEqual([]);
  });

  it('writes nothing, an empty text and a text with quotation marks so that they can be told apart', () => {
    const file = new CsvFile(mkdtempSync(path.join(folder, 'csv-')), 'x', ['a', 'b']);
    file.put([null, '', 'she said "no"', ['a', 'b'], [], 3, false, '']);
    expect(file.isMultiline).toBe(false);
    file.put(['two\nlines']);
    file.close();
    expect(file.isMultiline).toBe(true);
    expect(readFileSync(file.file, 'utf8')).toBe('a,b\n,"","she said ""no""","a\u001fb","",3,false,""\n"two\nlines"\n');
  });
});
