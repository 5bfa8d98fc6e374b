/** Loads that are killed, and questions asked while one goes on: the old graph or the new one, never between. */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openGraph, type Graph } from '../../server/database/graph.ts';
import { migrate } from '../../server/database/migrations.ts';
import { readCaseFile, type CaseFile } from '../../server/ledger/case-file.ts';
import { load } from '../../server/ledger/load.ts';
import { prepareGraph } from '../../server/ledger/prepare.ts';
import { readState } from '../../server/ledger/revision.ts';
import { SILENT } from '../../server/ledger/telling.ts';
import { verify } from '../../server/ledger/verify.ts';
import { digestOf } from '../support/in-parts.ts';
import { agency, person, says } from '../support/given.ts';

let graph: Graph;
const folder = mkdtempSync(path.join(tmpdir(), 'kith-load-trouble-'));
beforeAll(async () => {
  graph = openGraph(inject('database'));
  await migrate(graph);
});
afterAll(async () => {
  await graph.close();
  rmSync(folder, { recursive: true, force: true });
});

type Loader = {
  child: ChildProcessByStdio<null, Readable, Readable>;
  loading: Promise<void>;
  ended: Promise<{ code: number | null; says: string }>;
};

/** Loads a file in a process of its own; `loading` when it is about to begin. */
function loadElsewhere(file: CaseFile): Loader {
  const where = path.join(folder, file.name);
  writeFileSync(
    where,
    [JSON.stringify({ type: 'file', format: 'kith/1', title: file.title }), ...file.rows.map((row) => row.text)].join('\n'),
  );
  const { uri, user, password, database } = inject('database');
  const child = spawn(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), fileURLToPath(new URL('../support/load-process.ts', import.meta.url)), where],
    {
      env: { ...process.env, NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let says = '';
  child.stderr.on('data', (chunk: Buffer) => (says += chunk.toString()));
  const ended = new Promise<{ code: number | null; says: string }>((resolve) => child.once('close', (code) => resolve({ code, says })));
  const loading = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('loading')) resolve();
    });
    void ended.then(() => reject(new Error(says)));
  });
  loading.catch(() => undefined);
  return { child, loading, ended };
}

const file = (name: string, records: readonly object[]): CaseFile =>
  readCaseFile(
    `${name}.jsonl`,
    [{ type: 'file', format: 'kith/1', title: name }, ...records].map((record) => JSON.stringify(record)).join('\n'),
  );

describe('A load that is killed at any moment, 25 times', () => {
  const people = Array.from({ length: 40 }, (_, at) => `p${at}`);
  const base = file('base', [agency('csc', 'social care'), agency('police'), ...people.map((id) => person(id))]);
  /** Ties, parents and the births that date them, so that much is folded anew. */
  const more = (trial: number): CaseFile =>
    file(
      `more-${trial}`,
      people
        .slice(1)
        .flatMap((id, at) => [
          says(
            'csc',
            '2020-04-25',
            { type: 'associate', persons: [people[at]!, id], form: 'friend', from: `20${String(10 + (trial % 10))}` },
            { id: `a${trial}-${at}`, ...(trial % 3 === 2 ? { stance: 'denies' } : {}) },
          ),
          says(
            'csc',
            '2020-04-25',
            { type: 'parent', parent: people[at % 4]!, child: people[39 - (at % 30)]!, basis: 'foster' },
            { id: `b${trial}-${at}` },
          ),
          says('police', '2020-04-26', { type: 'detail', person: id, born: '2010' }, { id: `c${trial}-${at}` }),
        ]),
    );

  it('leaves the graph of before or of after, and the next start sweeps the rest', async () => {
    await load(graph, [base], SILENT, { replace: true });
    let loaded = [base];
    let duration = 1_500;
    let unfinished = 0;
    for (let trial = 0; trial < 25; trial += 1) {
      const next = more(trial);
      const { child, loading, ended } = loadElsewhere(next);
      await loading;
      const began = Date.now();
      // From its first write to a little after its last.
      const isOver = await Promise.race([ended.then(() => true), pause((duration * 1.1 * ((trial * 7) % 25)) / 25).then(() => false)]);
      child.kill('SIGKILL');
      await ended;
      if (isOver) duration = Date.now() - began;

      await prepareGraph(graph, SILENT);
      const { digest } = await readState(graph);
      const [before, after] = [digestOf(loaded), digestOf([...loaded, next])];
      expect([before, after]).toContain(digest);
      if (digest === after) loaded = [...loaded, next];
      else unfinished += 1;
      expect((await graph.read('read/steps-left', {}))[0]).toEqual({ steps: 0, emptying: false });
    }
    expect((await verify(graph, SILENT)).problems).toEqual([]);
    expect(unfinished).toBeGreaterThan(3);
  }, 600_000);
});

describe('Questions while a load of 5,000 ties goes on', () => {
  const hubs = Array.from({ length: 50 }, (_, at) => `hub${at}`);
  const around = (hub: string, side: 'a' | 'b'): string[] => Array.from({ length: 50 }, (_, at) => `${hub}-${side}${at}`);
  const ties = (side: 'a' | 'b', stance: 'claims' | 'denies', day: string): object[] =>
    hubs.flatMap((hub) =>
      around(hub, side).map((other) =>
        says('csc', day, { type: 'associate', persons: [hub, other] }, { id: `${hub}-${other}-${stance}`, stance }),
      ),
    );

  /** Everybody around two people, asked at one revision. */
  async function ask(first: string, second: string): Promise<{ revision: number; found: string[][] }> {
    const { revision } = await readState(graph);
    const found: string[][] = [];
    for (const hub of [first, second]) {
      const rows = await graph.read('read/web-of-person', {
        within: 1,
        person: hub,
        most: 500,
        ties: ['ASSOCIATE_OF'],
        standings: ['alleged'],
        asAt: '2020-06-01',
        since: '0001-01-01',
        heldOn: '2021-01-01',
        revision,
        heldBy: ['csc'],
        opened: [],
        without: [],
      });
      found.push(rows.map((row) => row.person));
    }
    return { revision, found };
  }

  it('give the old ties or the new ones, never some of each, in 2,000 answers', async () => {
    const everybody = hubs.flatMap((hub) => [hub, ...around(hub, 'a'), ...around(hub, 'b')]);
    await load(
      graph,
      [file('old', [agency('csc', 'social care'), ...everybody.map((id) => person(id)), ...ties('a', 'claims', '2020-04-25')])],
      SILENT,
      { replace: true },
    );
    const { revision: old } = await readState(graph);

    const { loading, ended } = loadElsewhere(file('new', [...ties('a', 'denies', '2020-05-01'), ...ties('b', 'claims', '2020-05-01')]));
    await loading;
    let isLoaded = false;
    void ended.then(() => (isLoaded = true));
    const counts = { old: 0, new: 0 };
    const reader = async (start: number): Promise<void> => {
      for (let at = start; !isLoaded || counts.old + counts.new < 2_000; at += 4) {
        const [first, second] = [hubs[at % 50]!, hubs[(at * 7 + 3) % 50]!];
        const { revision, found } = await ask(first, second);
        const side = revision === old ? 'a' : 'b';
        expect(found).toEqual([around(first, side).sort(), around(second, side).sort()]);
        counts[revision === old ? 'old' : 'new'] += 1;
      }
    };
    await Promise.all([0, 1, 2, 3].map(reader));
    expect(await ended).toEqual({ code: 0, says: '' });
    expect(counts.old).toBeGreaterThan(0);
    expect(counts.new).toBeGreaterThan(0);
    expect((await verify(graph, SILENT)).problems).toEqual([]);
  }, 600_000);
});
