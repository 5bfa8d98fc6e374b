/** Loopback ports: a free one, and whether a Neo4j answers on one. */
import { createConnection, createServer } from 'node:net';
import getPort from 'get-port';

/** `wanted` when it is free, any other free one when it is not. */
export async function freePort(wanted?: number): Promise<number> {
  return getPort({ host: '127.0.0.1', ...(wanted === undefined ? {} : { port: wanted }) });
}

export async function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** The magic bytes and the versions 5.0-5.8, 4.4 as a client offers them (Bolt protocol, "Handshake"). */
const handshake = Buffer.from('6060b017'.concat('00080805', '00000404', '00000000', '00000000'), 'hex');

/** True when a Bolt server agrees on a version at 127.0.0.1:`port` within a second. */
export async function speaksBolt(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port, timeout: 1_000 });
    const answer = (speaks: boolean): void => {
      socket.destroy();
      resolve(speaks);
    };
    socket.once('connect', () => socket.write(handshake));
    socket.once('data', (chunk: Buffer) => answer(chunk.length >= 4 && chunk.readUInt32BE(0) !== 0));
    socket
      .once('error', () => answer(false))
      .once('timeout', () => answer(false))
      .once('close', () => answer(false));
  });
}
