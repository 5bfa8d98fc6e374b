/** `kith load`, `verify`, `rebuild`, `export` as processes of their own: exit code 0, 1 or 2, answers on stdout, all else on stderr. */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { cloneRoot } from '../../server/config.ts';
import { openGraph, type Graph } from '../../server/database/graph.ts';
import { migrate } from '../../server/database/migrations.ts';
import { load } from '../../server/ledger/load.ts';
import { readState } from '../../server/ledger/revision.ts';
import { SILENT } from '../../server/ledger/telling.ts';
import { agency, person, says } from '../support/given.ts';

// Each test starts several processes.
vi.setConfig({ testTimeout: 180_000 });

const folder = mkdtempSync(path.join(tmpdir(), 'kith-ledger-commands-'));
let graph: Graph;
beforeAll(async () => {
  graph = openGraph(inject('database'));
  await migrate(graph);
});
beforeEach(() => load(graph, [], SILENT, { replace: true }));
afterAll(async () => {
  await graph.close();
  rmSync(folder, { recursive: true, force: true });
});

type Ran = { code: number; out: string; err: string };
function kith(args: string[], env: Record<string, string> = {}): Promise<Ran> {
  const { uri, user, password, database } = inject('database');
  const whole = {
    ...process.env,
    KITH_HOME: path.join(folder, 'home'),
    NEO4J_URI: uri,
    NEO4J_USER: user,
    NEO4J_PASSWORD: password,
    NEO4J_DATABASE: database,
    ...env,
  };
  return new Promise((done) => {
    execFile(process.execPath, ['bin/kith.mjs', ...args], { cwd: cloneRoot, env: whole }, (error, out, err) =>
      done({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });
}

function put(name: string, ...records: object[]): string {
  const file = path.join(folder, name);
  writeFileSync(
    file,
    [{ type: 'file', format: 'kith/1', title: name, prefix: 'fam/' }, ...records].map((record) => `${JSON.stringify(record)}\n`).join(''),
  );
  return file;
}

const people = put('people.jsonl', agency('csc', 'social care'), person('mia'), person('rosa'));
const tie = put('tie.jsonl', says('csc', '2020-04-25', { type: 'parent', parent: 'rosa', child: 'mia', basis: 'birth' }, { id: 'birth' }));
const bad = put(
  'bad.jsonl',
  person('ada'),
  { type: 'person', id: 'b c' },
  says('csc', '2020-13', { type: 'same', persons: ['ada', 'nobody'] }, { id: 'x' }),
);

describe('kith load', () => {
  it('loads several files together and says what it loaded; again, that nothing is new', async () => {
    const first = await kith(['load', people, tie]);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toMatch(
      /^Loaded 4 records, 1 of them statements; 2 versions of ties added, 0 replaced\. Revision \d+, digest [0-9a-f]+\.\n$/,
    );
    expect((await kith(['load', tie, people])).out).toMatch(/^Nothing is new: the graph is as it was \(revision \d+\)\.\n$/);
    const json = JSON.parse((await kith(['load', people, '--json'])).out) as object;
    expect(json).toMatchObject({ records: 0, state: { records: 4, digest: (await readState(graph)).digest } });
  });

  it('names every bad row of every file, exits 1 and loads nothing', async () => {
    await kith(['load', people]);
    const before = await readState(graph);
    const { code, out, err } = await kith(['load', tie, bad]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toBe(
      [
        'Nothing was loaded. 2 things are wrong:',
        'bad.jsonl, line 3, id: "b c" is not an id: no spaces, hidden characters or any of | , " \\ < >, and at most one "/" between two parts',
        'bad.jsonl, line 4, recorded: "2020-13": there is no month 13',
        '',
      ].join('\n'),
    );
    expect(await readState(graph)).toEqual(before);
  });

  it('with --dry-run says what would be new and loads nothing', async () => {
    const { code, out } = await kith(['load', '--dry-run', people]);
    expect({ code, out }).toEqual({
      code: 0,
      out: 'The files are good: 3 records would be new, 0 of them statements. Nothing was loaded.\n',
    });
    expect(await readState(graph)).toMatchObject({ records: 0 });
  });

  it('with --replace wants a --yes, and then says what it removed', async () => {
    await kith(['load', people, tie]);
    expect(await kith(['load', '--replace', people])).toMatchObject({
      code: 1,
      out: '',
      err: '--replace deletes everything in the graph of this home: say --yes too.\n',
    });
    expect(await readState(graph)).toMatchObject({ records: 4 });
    const { code, out } = await kith(['load', '--replace', '--yes', people]);
    expect({ code, first: out.split('\n')[0] }).toEqual({ code: 0, first: 'Removed what was there: 4 records, 2 versions of ties.' });
    expect(await readState(graph)).toMatchObject({ records: 3, versions: 0 });
  });

  it('of a file that is not there, without a file, or with an option nobody knows exits 1', async () => {
    expect(await kith(['load', path.join(folder, 'nothing.jsonl')])).toMatchObject({
      code: 1,
      err: `${path.join(folder, 'nothing.jsonl')} is not there.\n`,
    });
    expect(await kith(['load'])).toMatchObject({ code: 1 });
    expect(await kith(['load', people, '--quickly'])).toMatchObject({ code: 1 });
    expect(await kith(['laod', people])).toMatchObject({ code: 1 });
  });

  it('exits 2 with one sentence where no database answers', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((ready) => server.once('listening', ready));
    const { port } = server.address() as AddressInfo;
    await new Promise((closed) => server.close(closed));
    expect(await kith(['load', people], { NEO4J_URI: `bolt://127.0.0.1:${port}` })).toEqual({
      code: 2,
      out: '',
      err: 'The database does not answer. Start it again, or try again in a moment.\n',
    });
    expect(await kith(['verify'], { NEO4J_PASSWORD: 'wrong' })).toMatchObject({
      code: 2,
      err: 'The database refused the user name or password. Set NEO4J_USER and NEO4J_PASSWORD to those of NEO4J_URI.\n',
    });
  });
});

describe('kith verify, rebuild and export', () => {
  it('say that all is well, that the graph came out the same, and write files that load to the same digest', async () => {
    await kith(['load', people, tie]);
    const { digest } = await readState(graph);
    const verified = await kith(['verify']);
    expect(verified).toMatchObject({ code: 0 });
    expect(verified.out).toContain(`All is well: 4 records, 1 of them statements; 2 versions of ties.`);
    expect(verified.out).toContain(digest);
    expect((await kith(['rebuild'])).out).toContain('Folded anew: the graph came out the same.');

    const backup = path.join(folder, 'backup');
    expect(await kith(['export', backup])).toMatchObject({ code: 0, out: `Wrote 4 records to ${backup}: fam.jsonl.\n` });
    expect(readdirSync(backup)).toEqual(['fam.jsonl']);
    expect(await kith(['export', backup])).toMatchObject({ code: 1, err: `${backup} is not empty: name a new folder.\n` });
    await kith(['load', '--replace', '--yes', path.join(backup, 'fam.jsonl')]);
    expect((await readState(graph)).digest).toBe(digest);
    expect(existsSync(`${backup}.part`)).toBe(false);
  });
});

describe('kith --help', () => {
  it.each(['', 'start', 'load', 'ask', 'verify', 'rebuild', 'export'])(
    'says what can be done and gives an example (kith %s)',
    async (command) => {
      const { code, out } = await kith([...(command === '' ? [] : [command]), '--help']);
      expect(code).toBe(0);
      expect(out).toContain('$ kith ');
    },
  );
});
