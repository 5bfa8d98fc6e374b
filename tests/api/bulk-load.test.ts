/** `kith load --bulk` in a home of its own: what the ordinary load comes to, and the old graph until the new one is complete. */
import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { cloneRoot } from '../../server/config.ts';
import { importTrouble } from '../../server/database/import.ts';
import { readCaseFile } from '../../server/ledger/case-file.ts';
import { digestPlus } from '../../server/ledger/digest.ts';
import { hashed } from '../../server/ledger/load.ts';
import { project } from '../../server/ledger/project.ts';
import { countyLines } from '../../seed/population.ts';
import { SHORT_LIVED } from '../support/trial-process.ts';

// Each step starts a Neo4j.
vi.setConfig({ testTimeout: 600_000 });

const folder = mkdtempSync(path.join(tmpdir(), 'kith-bulk-load-'));
const home = path.join(folder, 'home');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const { NEO4J_URI: _, ...inherited } = process.env;
const env = { ...inherited, ...SHORT_LIVED, KITH_HOME: home };
type Ran = { code: number; out: string; err: string };
const run = (command: string, args: string[]): Promise<Ran> =>
  new Promise((done) => {
    execFile(command, args, { cwd: cloneRoot, env }, (error, out, err) =>
      done({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });
const kith = (...args: string[]): Promise<Ran> => run(process.execPath, ['bin/kith.mjs', ...args]);
/** No file it writes, or its importer, may grow beyond so many blocks of 512 bytes: a disk that takes no more. */
const kithWithin = (blocks: number, ...args: string[]): Promise<Ran> =>
  run('sh', ['-c', `ulimit -f ${blocks}; exec "$0" "$@"`, process.execPath, 'bin/kith.mjs', ...args]);

/** A file, and the digest of the graph it must come to. */
function county(seed: number): { file: string; digest: string } {
  const file = path.join(folder, `county-${seed}.jsonl`);
  const text = [...countyLines({ people: 300, seed })].join('\n');
  writeFileSync(file, text);
  const { rows, records } = readCaseFile('county.jsonl', text);
  return {
    file,
    digest: digestPlus(
      '0',
      [...rows, ...hashed(project(records))].map(({ hash }) => hash),
    ),
  };
}

describe('A bulk load', () => {
  const [first, second] = [county(1), county(2)];

  const leftOver = (): string[] =>
    readdirSync(home).filter((name) => name.startsWith('neo4j-new') || name.startsWith('neo4j-old') || name === 'bulk');

  it('comes to the digest of the ordinary load, in a graph that verifies and answers', async () => {
    const loaded = await kith('load', '--bulk', '--json', first.file);
    expect(loaded).toMatchObject({ code: 0 });
    expect(JSON.parse(loaded.out)).toMatchObject({ state: { digest: first.digest, revision: 1 } });
    expect(await kith('verify')).toMatchObject({ code: 0, out: expect.stringMatching(/^All is well/) as string });
  });

  it('asks before it takes the place of what is there', async () => {
    const { code, err } = await kith('load', '--bulk', second.file);
    expect(code).toBe(1);
    expect(err).toContain('load without --bulk, or say --replace --yes.');
  });

  it('may be killed while it is at work', async () => {
    const loading = spawn(process.execPath, ['bin/kith.mjs', 'load', '--bulk', '--replace', '--yes', second.file], {
      cwd: cloneRoot,
      env,
      stdio: 'ignore',
    });
    const ended = new Promise((resolve) => loading.once('close', resolve));
    while (!existsSync(path.join(home, 'neo4j-new', 'data'))) await pause(20);
    loading.kill('SIGKILL');
    await ended;
    expect(leftOver()).not.toEqual([]);
  });

  it.runIf(process.platform !== 'win32').each([
    [
      'its own files are written',
      1_024,
      /bulk cannot be written, no file may grow so large: raise that limit, or set KITH_HOME to another folder\./,
    ],
    [
      'the importer is at work',
      4_096,
      /could not be imported, and the old one is as it was: the disk of .* lets no file grow so large; raise that limit/,
    ],
  ])('when the disk takes no more while %s, says so in a sentence and leaves nothing behind', async (_, blocks, sentence) => {
    const { code, out, err } = await kithWithin(blocks, 'load', '--bulk', '--replace', '--yes', second.file);
    expect([code, out]).toEqual([2, '']);
    expect(err.trim().split('\n').at(-1)).toMatch(sentence);
    expect(leftOver()).toEqual([]);
    expect(err).not.toMatch(/reference|^ {4}at /m);
  });

  it('that was killed, or found no room, left the old graph as it was', async () => {
    const verified = await kith('verify', '--json');
    expect(JSON.parse(verified.out)).toMatchObject({ digest: first.digest, problems: [] });
  });

  it('takes the place of the old graph when it is told to', async () => {
    const loaded = await kith('load', '--bulk', '--replace', '--yes', '--json', second.file);
    expect(JSON.parse(loaded.out)).toMatchObject({ state: { digest: second.digest, revision: 2 } });
  });
});

describe('When the importer fails', () => {
  const made = { folder: home, neo4j: path.join(home, 'neo4j-new') };
  it.each([
    ['java.io.IOException: No space left on device', /the disk of .* is full/],
    ['java.lang.OutOfMemoryError: Java heap space', /needs more memory/],
    ['starting\nERROR: Invalid header', /ended with exit code 1: ERROR: Invalid header/],
  ])('%s is told in one sentence', (output, sentence) => {
    expect(importTrouble(output, made, 'exit code 1')).toMatch(sentence);
  });
});
