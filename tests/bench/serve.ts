/** A server of its own for a bench, signed in to: what a question costs over HTTP, from the request to the reply. */
import type { Audit } from '../../server/access/audit.ts';
import { openAccess } from '../../server/access/open-access.ts';
import { buildApp } from '../../server/app.ts';
import type { Config } from '../../server/config.ts';
import type { Graph } from '../../server/database/graph.ts';
import { openOffice } from '../../server/questions/answer.ts';

export type SignedIn = { user: string; password: string; purpose: { kind: string; reference: string } };
export type Served = {
  /** The text of the reply. Throws Error where it is not an answer. */
  ask: (question: string, variables: object) => Promise<string>;
  close: () => Promise<unknown>;
};

export async function serve(config: Config, graph: Graph, log: Audit, { user, password, purpose }: SignedIn): Promise<Served> {
  const app = await buildApp(config, openOffice(graph, log, undefined, { peopleADay: 1e9 }), {
    logger: false,
    access: openAccess(config, graph),
    mostAMinute: 1e9,
  });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  let cookie = '';
  const post = async (where: string, body: object): Promise<string> => {
    const reply = await fetch(`${address}${where}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(body),
    });
    const text = await reply.text();
    if (reply.status !== 200 || text.includes('"errors"')) throw new Error(`${where}: ${text.slice(0, 300)}`);
    cookie = reply.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
    return text;
  };
  await post('/session/sign-in', { user, password });
  await post('/session/purpose', purpose);
  return { ask: (operationName, variables) => post('/graphql', { operationName, variables }), close: () => app.close() };
}
