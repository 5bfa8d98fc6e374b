import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { openGraph, type Graph } from '../../server/database/graph.ts';
import { migrate } from '../../server/database/migrations.ts';
import { readCaseFile, readCaseFileAt, type CaseFile } from '../../server/ledger/case-file.ts';
import { checkRecords } from '../../server/ledger/check-records.ts';
import { exportLedger } from '../../server/ledger/export.ts';
import { load } from '../../server/ledger/load.ts';
import { prepareGraph } from '../../server/ledger/prepare.ts';
import { FOLD_VERSION } from '../../server/ledger/project.ts';
import { rebuild } from '../../server/ledger/rebuild.ts';
import { publish, readState, withLedger } from '../../server/ledger/revision.ts';
import { SILENT, type Telling } from '../../server/ledger/telling.ts';
import { verify } from '../../server/ledger/verify.ts';
import { writeRecords } from '../../server/ledger/writing.ts';
import { agency, household, person, says, shares } from '../support/given.ts';
import { asFile, digestOf, inParts, interleaved } from '../support/in-parts.ts';
import { randomRecords } from '../support/random-case.ts';

let graph: Graph;
const folder = mkdtempSync(path.join(tmpdir(), 'kith-load-test-'));
beforeAll(async () => {
  graph = openGraph(inject('database'));
  await migrate(graph);
});
afterAll(async () => {
  await graph.close();
  rmSync(folder, { recursive: true, force: true });
});

const file = (...records: object[]): CaseFile =>
  readCaseFile(
    'family.jsonl',
    [{ type: 'file', format: 'kith/1', title: 'A test' }, ...records].map((record) => JSON.stringify(record)).join('\n'),
  );
const empty = (): Promise<unknown> => load(graph, [], SILENT, { replace: true });
const inOrder = async (files: readonly CaseFile[]): Promise<void> => {
  await empty();
  for (const one of files) await load(graph, [one], SILENT);
};
const digest = async (): Promise<string> => (await readState(graph)).digest;

const family = [agency('csc', 'social care'), agency('police'), person('mia'), person('rosa'), person('ada'), household('h1')];
const home = says('csc', '2020-04-25', { type: 'home', person: 'mia', household: 'h1', pattern: 'lives' }, { id: 'home' });
const mother = says('csc', '2020-04-25', { type: 'parent', parent: 'rosa', child: 'mia', basis: 'birth' }, { id: 'mother' });

describe('A random family, with contradictions, sharings, withdrawals, seals and records of one person', () => {
  const families = fc.record({
    seed: fc.nat({ max: 100_000 }),
    size: fc.integer({ min: 15, max: 45 }),
    parts: fc.integer({ min: 2, max: 7 }),
    draws: fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })),
  });
  const runs = { numRuns: 6, endOnFailure: true };

  it('comes to one digest in one file or in many, folded whole or bit by bit, in whatever order, and out of its own export', async () => {
    await fc.assert(
      fc.asyncProperty(families, async ({ seed, size, parts, draws }) => {
        const chance = (): number => draws.next().value as number;
        const records = interleaved(randomRecords(seed, size), chance);
        fc.pre(checkRecords(asFile(records).rows).problems.length === 0);
        const expected = digestOf([asFile(records)]);

        await inOrder(inParts(records, parts));
        expect(await digest()).toBe(expected);
        expect(await verify(graph, SILENT)).toMatchObject({ problems: [], found: expected });
        expect(await rebuild(graph, SILENT)).toMatchObject({ added: 0, removed: 0, state: { digest: expected } });

        const exported = path.join(folder, String(seed));
        await exportLedger(graph, exported, SILENT);
        const files = await Promise.all(readdirSync(exported).map((name) => readCaseFileAt(path.join(exported, name))));
        rmSync(exported, { recursive: true });
        await empty();
        await load(graph, files, SILENT);
        expect(await digest()).toBe(expected);

        const shuffled = records
          .map((record) => ({ record, at: chance() }))
          .sort((a, b) => a.at - b.at)
          .map(({ record }) => record);
        await empty();
        await load(graph, [asFile(shuffled)], SILENT);
        expect(await digest()).toBe(expected);
      }),
      runs,
    );
  }, 600_000);
});

describe('Loading', () => {
  beforeEach(() => inOrder([file(...family, home, mother)]));

  it('the same file again changes nothing, and adds no revision', async () => {
    const before = await readState(graph);
    expect(await load(graph, [file(...family, home, mother)], SILENT)).toMatchObject({ records: 0, added: 0, removed: 0 });
    expect(await readState(graph)).toEqual(before);
  });

  it('what is partly there adds only what is new', async () => {
    expect(await load(graph, [file(...family, home, person('baby'))], SILENT)).toMatchObject({ records: 1, statements: 0 });
  });

  it('for trial says what would be new and writes nothing', async () => {
    const before = await readState(graph);
    expect(await load(graph, [file(person('baby'))], SILENT, { dryRun: true })).toMatchObject({ records: 1 });
    expect(await readState(graph)).toEqual(before);
  });

  it('in place of what is there says what it removed, and no revision comes twice', async () => {
    const before = await readState(graph);
    const { emptied, state } = await load(graph, [file(person('baby'))], SILENT, { replace: true });
    expect(emptied).toEqual({ records: before.records, versions: before.versions });
    expect(state).toMatchObject({ records: 1, versions: 0 });
    expect(state.revision).toBeGreaterThan(before.revision);
    expect((await verify(graph, SILENT)).problems).toEqual([]);
  });

  it.each<[string, object[], string]>([
    ['gives a loaded id other content', [person('mia', 'Mia')], 'line 2, id: "mia" was loaded before as a person with other content'],
    ['gives a loaded id to another type', [household('mia')], 'line 2, id: "mia" was loaded before as a person with other content'],
    [
      'names nobody',
      [says('csc', '2020', { type: 'same', persons: ['mia', 'nobody'] })],
      'line 2, claim.persons[1]: nothing has the id "nobody"',
    ],
    [
      'takes a loaded home for a person',
      [says('csc', '2020', { type: 'same', persons: ['mia', 'h1'] })],
      'line 2, claim.persons[1]: "h1" is a household, not a person',
    ],
    [
      'closes a circle of births begun in an earlier file',
      [
        says('csc', '2020', { type: 'parent', parent: 'mia', child: 'ada', basis: 'birth' }),
        says('csc', '2020', { type: 'parent', parent: 'ada', child: 'rosa', basis: 'birth' }),
      ],
      'would be their own ancestor by birth',
    ],
    [
      'withdraws what another agency said in an earlier file',
      [
        says(
          'police',
          '2020-05',
          { type: 'parent', parent: 'rosa', child: 'mia', basis: 'birth' },
          { stance: 'retracts', withdraws: 'mother' },
        ),
      ],
      'line 2, withdraws: "mother" was said by "csc"',
    ],
    ['shares what was never held', [shares('police', 'csc', '2021-01-01', mother)], 'line 2, statements[0]: "police" never held "mother"'],
    ['is good but for its last row', [person('baby'), person('b c')], 'line 3, id: "b c" is not an id'],
  ])('is refused, and leaves the graph as it was, when a file %s', async (_, records, problem) => {
    const before = await readState(graph);
    await expect((async () => load(graph, [file(...records)], SILENT))()).rejects.toThrow(problem);
    expect(await readState(graph)).toEqual(before);
    expect((await verify(graph, SILENT)).problems).toEqual([]);
  });

  it('may share on what an earlier file brought', async () => {
    await load(graph, [file(shares('csc', 'police', '2020-05-01', mother))], SILENT);
    await load(graph, [file(shares('police', 'csc', '2020-05-02', mother))], SILENT);
    expect((await verify(graph, SILENT)).problems).toEqual([]);
  });

  it('puts a new seal on what it covers only when all of the load is there', async () => {
    const sealsOn = async (id: string): Promise<string[]> => {
      const { revision } = await readState(graph);
      const rows = await Promise.all([[], ['seal']].map((opened) => graph.read('read/things', { ids: [id], opened, revision })));
      return rows.map((found) => found.map((row) => row.id).join());
    };
    expect(await sealsOn('h1')).toEqual(['h1', 'h1']);
    await load(graph, [file({ type: 'seal', id: 'seal', label: 'Refuge', covers: { households: ['h1'] }, custodian: 'police' })], SILENT);
    expect(await sealsOn('h1')).toEqual(['', 'h1']);
  });
});

describe('Two loads', () => {
  beforeEach(() => inOrder([file(...family)]));

  it('at once: one waits and says so, and both are loaded', async () => {
    const said: string[] = [];
    const telling: Telling = { ...SILENT, say: (line) => said.push(line) };
    const other = openGraph(inject('database'));
    await Promise.all([load(graph, [file(home)], telling), load(other, [file(mother)], telling)]);
    await other.close();
    expect(said).toEqual(['Another load is at work on this graph; waiting until it has finished.']);
    expect(await digest()).toBe(digestOf([file(...family, home, mother)]));
  });

  it('of which one lost its lease to the other: it writes nothing more, and what it wrote is swept', async () => {
    const before = await readState(graph);
    await expect(
      withLedger(graph, SILENT, async (hold) => {
        await writeRecords(graph, hold, file(home).rows, SILENT);
        await graph.write('write/acquire-lease', { lease: 'another', holder: '{}', dead: [hold.lease] });
        await writeRecords(graph, hold, file(mother).rows, SILENT);
      }),
    ).rejects.toThrow('another took its place');
    await graph.write('write/release-lease', { lease: 'another' });
    await prepareGraph(graph, SILENT);
    expect(await readState(graph)).toEqual(before);
    expect((await verify(graph, SILENT)).problems).toEqual([]);
    await load(graph, [file(home, mother)], SILENT);
    expect((await verify(graph, SILENT)).problems).toEqual([]);
  });

  it('of which the first broke off while emptying the graph: the next finishes that', async () => {
    const before = await readState(graph);
    await expect(
      withLedger(graph, SILENT, async (hold) => {
        await graph.write('write/empty-ledger', { lease: hold.lease });
        throw new Error('broken off');
      }),
    ).rejects.toThrow('broken off');
    expect(await readState(graph)).toMatchObject({ revision: before.revision + 1, records: 0, versions: 0, digest: '0' });
    expect((await verify(graph, SILENT)).problems).toEqual([]);
  });
});

describe('A store', () => {
  beforeEach(() => inOrder([file(...family, home, mother)]));

  it('folded by other rules is folded anew by itself, and it is said', async () => {
    const before = await readState(graph);
    await withLedger(graph, SILENT, async (hold) =>
      publish(graph, hold, {
        ...before,
        foldVersion: FOLD_VERSION + 1,
        load: { kind: 'load', titles: [], hash: '', records: 0, added: 0, removed: 0 },
        people: [],
        households: [],
        organisations: [],
      }),
    );
    const said: string[] = [];
    await prepareGraph(graph, { ...SILENT, say: (line) => said.push(line) });
    expect(said[0]).toBe(`This graph was folded by rules ${FOLD_VERSION + 1}; this program has rules ${FOLD_VERSION}. Folding it anew.`);
    expect(await readState(graph)).toMatchObject({ foldVersion: FOLD_VERSION, digest: before.digest });
  });

  it('of a newer program is refused with one sentence', async () => {
    const [ledger] = await graph.read('read/ledger', {});
    await graph.write('write/keep-schema', { schema: 999 });
    await expect(prepareGraph(graph, SILENT)).rejects.toThrow(
      /^This graph was made by a newer Kith \(its schema is 999, this one knows \d+\): use that version, or set KITH_HOME to another folder\.$/,
    );
    await graph.write('write/keep-schema', { schema: ledger?.schema ?? 0 });
  });

  it('in which somebody drew a tie that no statement says is found out', async () => {
    const { revision } = await readState(graph);
    await withLedger(graph, SILENT, async ({ lease }) => {
      const day = {
        from: '2020-01-01',
        sureFrom: '2020-01-01',
        sureTo: '2020-01-01',
        to: '2020-01-01',
        heldFrom: '2020-01-01',
        heldTo: '2020-01-01',
        heldSince: '2020-01-01',
      };
      const version = {
        ...day,
        tie: 'HARMED ada mia',
        spell: 'x',
        unit: 'harm|ada|mia',
        holders: ['csc'],
        seals: [],
        standing: 'confirmed',
        disputed: false,
        form: 'harmed',
        because: ['nothing'],
        via: null,
        rests: [],
        more: null,
        search: null,
        hash: '0'.repeat(64),
        added: revision,
        removed: Number.MAX_SAFE_INTEGER,
      };
      await graph.write('write/put-versions', {
        lease,
        step: 'forged',
        start: 'Person',
        end: 'Person',
        kinds: ['HARMED'],
        units: [version.unit],
        rows: [{ kind: 'HARMED', start: 'ada', end: 'mia', version }],
      });
      await graph.write('write/forget-steps', { lease });
    });
    const { problems, versions } = await verify(graph, SILENT);
    expect(problems).toEqual([
      'A version of HARMED ada mia has other content than its hash says.',
      'A version of HARMED ada mia rests on nothing, which the ledger does not hold.',
      `There are ${versions + 1} live versions; ${versions} were published.`,
      'A fold of the whole ledger gives 0 versions that are not there, and 1 are there that it does not give: run kith rebuild.',
    ]);
    // The forged one stays on the record, as removed.
    await rebuild(graph, SILENT);
  });
});
