/** A PostgreSQL to compare with: in a throw-away folder, on loopback, of Debian's packages. */
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from '../../server/database/ports.ts';
import { tiesInSql, type TiesInSql } from './ties-in-sql.ts';

export type Postgres = TiesInSql & { stop(): Promise<void> };

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

  return {
    ...tiesInSql(async (text, values = [], name = '') => (await client.query({ text, values, name })).rows as unknown[]),
    stop: async () => {
      await client.end();
      execFileSync(...command('pg_ctl', ['stop', '-D', data, '-m', 'fast']), { cwd: folder, stdio: 'ignore' });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
