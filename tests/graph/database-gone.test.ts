/** The database stops in mid-question, silently or with a closed door, and comes back. */
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { openGraph, type Graph } from '../../server/database/graph.ts';
import { migrate } from '../../server/database/migrations.ts';

/** Stands before the real database; can fall silent, and can be gone. */
function door(to: URL) {
  const sockets = new Set<Socket>();
  let isSilent = false;
  let isOpen = false;
  const server: Server = createServer((client) => {
    // Knocked before the door closed, let in after.
    if (!isOpen) return void client.destroy();
    const database = connect(Number(to.port), to.hostname);
    for (const [one, other] of [
      [client, database],
      [database, client],
    ] as const) {
      sockets.add(one);
      one
        .on('data', (chunk) => isSilent || other.write(chunk))
        .on('error', () => undefined)
        .on('close', () => (other.destroy(), sockets.delete(one)));
    }
  });
  let port = 0;
  const open = async (): Promise<void> => {
    isSilent = false;
    isOpen = true;
    await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
    port = (server.address() as AddressInfo).port;
  };
  const close = async (): Promise<void> => {
    isOpen = false;
    const closed = new Promise((done) => server.close(done));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return { open, close, silence: () => (isSilent = true), address: () => `bolt://127.0.0.1:${port}` };
}

describe('A question', () => {
  const before = door(new URL(inject('database').uri.replace(/^\w+:/, 'http:')));
  let graph: Graph;
  beforeAll(async () => {
    await before.open();
    graph = openGraph({ ...inject('database'), uri: before.address() });
    await migrate(graph);
  });
  beforeEach(() => graph.ready());
  afterAll(async () => {
    await graph.close();
    await before.close();
  });

  const ask = (): Promise<unknown> => graph.read('read/agencies', { revision: 1, opened: [] });
  const tookAtMost = async (ms: number, work: () => Promise<void>): Promise<void> => {
    const began = Date.now();
    await work();
    expect(Date.now() - began).toBeLessThan(ms);
  };

  it('is told GRAPH_UNAVAILABLE within 5 s when the database closes its door, and answered again within 10 s of its return', async () => {
    const asked = ask();
    await tookAtMost(5_000, async () => {
      const [, refused] = await Promise.all([before.close(), Promise.allSettled([asked, ask()])]);
      for (const one of refused)
        if (one.status === 'rejected')
          expect(one.reason).toMatchObject({
            code: 'GRAPH_UNAVAILABLE',
            message: 'The database does not answer. Start it again, or try again in a moment.',
          });
      expect(refused.map((one) => one.status)).toContain('rejected');
    });
    await before.open();
    await tookAtMost(10_000, async () => {
      expect(Array.isArray(await ask())).toBe(true);
    });
  });

  it('is told the same when the database falls silent, and answered again when it speaks', async () => {
    before.silence();
    await tookAtMost(5_000, async () => expect(ask()).rejects.toMatchObject({ code: 'GRAPH_UNAVAILABLE' }));
    // What was lost in the silence breaks the connections it was lost on.
    await before.close();
    await before.open();
    await tookAtMost(10_000, async () => {
      expect(Array.isArray(await ask())).toBe(true);
    });
  });
});
