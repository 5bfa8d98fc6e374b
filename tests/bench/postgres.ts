/**
 * A PostgreSQL to compare with: in a throw-away folder, on loopback, with the same versions of ties, in the
 * form that suits it best: whole numbers for people, one bit an agency and a seal, both directions of a tie,
 * an index that covers the test. Its packages are Debian's.
 */
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from '../../server/database/ports.ts';
import type { Version } from '../../server/ledger/versions.ts';

export type Tests = {
  asAt: string;
  since: string;
  heldOn: string;
  heldBy: string[];
  opened: string[];
  revision: number;
  standings: string[];
};
export type Reached = { person: string; steps: number };
export type Stored = Version & { added: number; removed: number };

export type Postgres = {
  /** Takes every version of a tie between two people, and of a concern. */
  fill(ties: AsyncIterable<Stored>, concerns: AsyncIterable<Stored>): Promise<void>;
  one(): Promise<void>;
  recursive(person: string, within: number, tests: Tests): Promise<Reached[]>;
  unrolled(person: string, within: 2 | 3, tests: Tests): Promise<Reached[]>;
  sweep(within: number, tests: Tests): Promise<number>;
  stop(): Promise<void>;
};

/** Folder of its programs; undefined: not installed. */
export function postgresPrograms(): string | undefined {
  const all = '/usr/lib/postgresql';
  if (!existsSync(all)) return undefined;
  return readdirSync(all)
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => path.join(all, version, 'bin'))
    .find((folder) => existsSync(path.join(folder, 'initdb')));
}

export function installPostgres(): void {
  console.error('Installing postgresql from the packages of this system.');
  execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'postgresql'], { stdio: 'inherit' });
}

export async function startPostgres(programs: string): Promise<Postgres> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kith-bench-sql-'));
  // It refuses to run as root.
  const isRoot = process.getuid?.() === 0;
  const run = isRoot ? ['runuser', '-u', 'postgres', '--'] : [];
  if (isRoot) {
    const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres']).toString());
    chownSync(folder, id('-u'), id('-g'));
  }
  const data = path.join(folder, 'data');
  const command = (program: string, args: string[]): [string, string[]] => {
    const [first, ...others] = [...run, path.join(programs, program), ...args];
    return [first!, others];
  };
  execFileSync(...command('initdb', ['-D', data, '-U', 'kith', '--auth=trust', '--no-sync', '--locale=C', '-E', 'UTF8']), {
    cwd: folder,
    stdio: 'ignore',
  });
  const endNow = (): void => {
    if (existsSync(path.join(data, 'postmaster.pid')))
      execFileSync(...command('pg_ctl', ['stop', '-D', data, '-m', 'immediate']), { cwd: tmpdir(), stdio: 'ignore' });
  };
  const port = await freePort(undefined);
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    `unix_socket_directories=${folder}`,
    'shared_buffers=1GB',
    'work_mem=256MB',
    'effective_cache_size=4GB',
    'random_page_cost=1.1',
    'fsync=off',
    'jit=off',
  ];
  spawn(...command('postgres', ['-D', data, ...settings.flatMap((one) => ['-c', one])]), {
    cwd: folder,
    stdio: 'ignore',
  });
  // Should the bench be stopped half way, it must not stay.
  process.once('exit', endNow);
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'kith', database: 'postgres' });
  for (let tries = 0; ; tries++) {
    const trial = new pg.Client({ host: '127.0.0.1', port, user: 'kith', database: 'postgres' });
    try {
      await trial.connect();
      await trial.end();
      break;
    } catch (error) {
      if (tries > 300) throw error;
      await pause(200);
    }
  }
  await client.connect();

  const people = new Map<string, number>();
  const names: string[] = [];
  const numberOf = (id: string): number => {
    let number = people.get(id);
    if (number === undefined) {
      number = names.push(id) - 1;
      people.set(id, number);
    }
    return number;
  };
  const bits = new Map<string, bigint>();
  const maskOf = (ids: readonly string[]): string =>
    ids
      .reduce((mask, id) => {
        if (!bits.has(id)) bits.set(id, 1n << BigInt(bits.size));
        return mask | bits.get(id)!;
      }, 0n)
      .toString();

  const insert = async (table: 'step' | 'concern', rows: unknown[][]): Promise<void> => {
    if (rows.length === 0) return;
    const columns = rows[0]!.map((_, at) => rows.map((row) => row[at]));
    const types = table === 'step' ? ['int', 'int', ...TESTED] : ['int', ...TESTED];
    await client.query(`INSERT INTO ${table} SELECT * FROM unnest(${types.map((type, at) => `$${at + 1}::${type}[]`).join()})`, columns);
  };
  const tested = ({ from, to, heldFrom, heldTo, added, removed, holders, seals, standing }: Stored): unknown[] => [
    from,
    to,
    heldFrom,
    heldTo,
    added,
    removed,
    maskOf(holders),
    maskOf(seals),
    STANDING.indexOf(standing),
  ];

  const fill: Postgres['fill'] = async (ties, concerns) => {
    await client.query(`CREATE TABLE step (a int, b int, ${COLUMNS}); CREATE TABLE concern (person int, ${COLUMNS})`);
    let rows: unknown[][] = [];
    for await (const version of ties) {
      const [a, b] = [numberOf(version.start), numberOf(version.end)];
      rows.push([a, b, ...tested(version)], [b, a, ...tested(version)]);
      if (rows.length >= 20_000) {
        await insert('step', rows);
        rows = [];
      }
    }
    await insert('step', rows);
    rows = [];
    for await (const version of concerns) rows.push([numberOf(version.start), ...tested(version)]);
    await insert('concern', rows);
    const included = 'since, until, held_from, held_to, added, removed, holders, seals, standing';
    await client.query(`CREATE INDEX ON step (a) INCLUDE (b, ${included}); CREATE INDEX ON concern (person) INCLUDE (${included})`);
    await client.query('VACUUM ANALYZE step');
    await client.query('VACUUM ANALYZE concern');
  };

  const params = ({ asAt, since, heldOn, heldBy, opened, revision, standings }: Tests): unknown[] => [
    asAt,
    since,
    heldOn,
    revision,
    maskOf(heldBy),
    maskOf(opened),
    standings.map((standing) => STANDING.indexOf(standing)),
  ];
  const found = (rows: { person: number; steps: number }[]): Reached[] =>
    rows.map(({ person, steps }) => ({ person: names[person]!, steps }));
  const ofConcern = `EXISTS (SELECT 1 FROM concern c WHERE c.person = reach.person AND ${test('c')})`;

  return {
    fill,
    one: async () => void (await client.query({ name: 'one', text: 'SELECT 1' })),
    recursive: async (person, within, tests) =>
      found(
        (
          await client.query({
            name: `recursive-${within}`,
            text: `WITH RECURSIVE reach(person, steps) AS (SELECT $8::int, 0 UNION SELECT s.b, reach.steps + 1 FROM reach JOIN step s ON s.a = reach.person WHERE reach.steps < ${within} AND ${test('s')}) SELECT person, min(steps) AS steps FROM reach WHERE person <> $8 AND ${ofConcern} GROUP BY person`,
            values: [...params(tests), people.get(person) ?? -1],
          })
        ).rows,
      ),
    unrolled: async (person, within, tests) => {
      const walk = (steps: number): string => {
        const joins = Array.from(
          { length: steps - 1 },
          (_, at) => `JOIN step s${at + 2} ON s${at + 2}.a = s${at + 1}.b AND ${test(`s${at + 2}`)}`,
        );
        return `SELECT s${steps}.b AS person, ${steps} AS steps FROM step s1 ${joins.join(' ')} WHERE s1.a = $8 AND ${test('s1')}`;
      };
      const union = Array.from({ length: within }, (_, at) => walk(at + 1)).join(' UNION ALL ');
      const { rows } = await client.query({
        name: `unrolled-${within}`,
        text: `SELECT person, min(steps)::int AS steps FROM (${union}) reach WHERE person <> $8 AND ${ofConcern} GROUP BY person`,
        values: [...params(tests), people.get(person) ?? -1],
      });
      return found(rows);
    },
    sweep: async (within, tests) => {
      const { rows } = await client.query({
        name: `sweep-${within}`,
        text: `WITH RECURSIVE start AS (SELECT DISTINCT person FROM concern c WHERE ${test('c')}), reach(origin, person, steps) AS (SELECT person, person, 0 FROM start UNION SELECT reach.origin, s.b, reach.steps + 1 FROM reach JOIN step s ON s.a = reach.person WHERE reach.steps < ${within} AND ${test('s')}) SELECT count(DISTINCT (origin, person))::int AS pairs FROM reach WHERE origin <> person`,
        values: params(tests),
      });
      return (rows[0] as { pairs: number }).pairs;
    },
    stop: async () => {
      await client.end();
      execFileSync(...command('pg_ctl', ['stop', '-D', data, '-m', 'fast']), { cwd: folder, stdio: 'ignore' });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const STANDING: readonly string[] = ['confirmed', 'observed', 'alleged', 'denied', 'retracted', 'disproved'];
const TESTED = ['date', 'date', 'date', 'date', 'int', 'bigint', 'bigint', 'bigint', 'smallint'];
const COLUMNS =
  'since date, until date, held_from date, held_to date, added int, removed bigint, holders bigint, seals bigint, standing smallint';
const test = (of: string): string =>
  `${of}.since <= $1::date AND ${of}.until >= $2::date AND ${of}.held_from <= $3::date AND ${of}.held_to >= $3::date AND ${of}.added <= $4::int AND ${of}.removed > $4::int AND ${of}.holders & ~$5::bigint = 0 AND ${of}.seals & ~$6::bigint = 0 AND ${of}.standing = ANY($7::smallint[])`;
