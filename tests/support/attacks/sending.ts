/** How an attack is sent: to the real server, as a signed-in worker unless it says otherwise. */
import { connect } from 'node:net';
import type { Served } from '../serve.ts';

export interface Target {
  served: Served;
  /** A signed-in worker's cookie. */
  cookie: string;
}

export type Attack = (target: Target) => Promise<string>;
export type AttackClass = Record<string, Attack>;

export const question = { operationName: 'people-of-concern-near', variables: { child: 'child' } };
export const good = JSON.stringify(question);

/** A server that goes on talking after its reply does so within this time. */
const quietMs = 1_000;

/** Status line, headers and body of what came back, however broken. `waitMs`: for the first byte of it. */
export async function raw({ served }: Target, text: string | Buffer, waitMs = 1_500): Promise<string> {
  const { port, hostname } = new URL(served.address);
  return new Promise((done) => {
    const socket = connect(Number(port), hostname);
    let reply = '';
    const end = (): void => {
      socket.destroy();
      done(reply);
    };
    let timer = setTimeout(end, waitMs);
    socket.on('data', (bytes) => {
      reply += bytes.toString('latin1');
      // A connection that was to be upgraded is left open by the server: what follows would be the other protocol.
      clearTimeout(timer);
      timer = setTimeout(end, quietMs);
    });
    socket.on('close', () => (clearTimeout(timer), end()));
    socket.on('error', () => undefined);
    socket.write(text);
  });
}

interface Over {
  method?: string;
  path?: string;
  headers?: Record<string, string | undefined>;
  body?: string;
}

export const lines = ({ cookie }: Target, { method = 'POST', path = '/graphql', headers = {}, body = good }: Over): string => {
  const all = {
    host: '127.0.0.1',
    cookie: `__Host-kith=${cookie}`,
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
    ...headers,
  };
  return `${method} ${path} HTTP/1.1\r\n${Object.entries(all)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}\r\n`]))
    .join('')}\r\n${body}`;
};

export const http =
  (over: Over): Attack =>
  async (target) =>
    raw(target, lines(target, over), 15_000);
export const post = (body: unknown, headers: Record<string, string | undefined> = {}, path = '/graphql'): Attack =>
  http({ body: typeof body === 'string' ? body : JSON.stringify(body), headers, path });
export const each = <T>(values: readonly T[], name: (value: T) => string, attack: (value: T) => Attack): AttackClass =>
  Object.fromEntries(values.map((value) => [name(value), attack(value)]));
export const asking = (name: string, variables: unknown): Attack => post({ operationName: name, variables });
export const shown = (value: unknown): string => (JSON.stringify(value) ?? 'none').slice(0, 60);
