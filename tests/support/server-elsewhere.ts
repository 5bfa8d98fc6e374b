/** The server in a process of its own, over the database of the test run and the home given. */
import { spawn, type ChildProcess } from 'node:child_process';
import process from 'node:process';
import { inject } from 'vitest';
import { cloneRoot } from '../../server/config.ts';
import { PASSWORD } from './serve.ts';

export interface ServerElsewhere {
  process: ChildProcess;
  address: string;
  closed: Promise<unknown>;
  post(path: string, body: object): Promise<Response>;
}

/** `blocks`: no file may grow beyond so many blocks of 512 bytes. Signed in as amira, for a contact. */
export async function serverElsewhere(home: string, { blocks }: { blocks?: number } = {}): Promise<ServerElsewhere> {
  const { uri, user, password } = inject('database');
  const { PATH, HOME, TMPDIR } = process.env;
  const node = [process.execPath, '--import', 'tsx', 'tests/support/server-process.ts'] as const;
  const [command, ...args] = blocks === undefined ? node : ['sh', '-c', `ulimit -f ${blocks}; exec "$0" "$@"`, ...node];
  const child = spawn(command!, args, {
    cwd: cloneRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH, HOME, TMPDIR, KITH_HOME: home, NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password },
  });
  const closed = new Promise((done) => child.once('close', done));
  const address = await new Promise<string>((done, failed) => {
    child.stdout.once('data', (text: Buffer) => done(text.toString().trim()));
    void closed.then(() => failed(new Error('The server ended before it listened.')));
  });
  let cookie = '';
  const post = async (path: string, body: object): Promise<Response> =>
    fetch(`${address}${path}`, { method: 'POST', headers: { 'content-type': 'application/json', cookie }, body: JSON.stringify(body) });
  cookie = (await post('/session/sign-in', { user: 'amira', password: PASSWORD })).headers.getSetCookie()[0]?.split(';')[0] ?? '';
  await post('/session/purpose', { kind: 'contact', reference: 'R-1' });
  return { process: child, address, closed, post };
}
