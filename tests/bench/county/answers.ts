/** Whole answers over HTTP, signed in and in the log: the main question, where nobody is found and where somebody is. */
import { addAccount, openAccounts } from '../../../server/access/accounts.ts';
import { serve, type Served } from '../serve.ts';
import type { County } from './loaded.ts';
import type { Compared } from './reach.ts';
import { inTurns } from './turns.ts';

const USER = 'bench';
const PASSWORD = 'a throw-away county to measure';
const UNMEASURED = 30;

export async function serveCounty({ config, graph, audit }: County): Promise<Served> {
  if (openAccounts(config.home).find(USER) === undefined)
    await addAccount(config.home, { user: USER, name: 'The bench', role: 'reviewer', agency: 'county/police' }, PASSWORD);
  return serve(config, graph, audit, { user: USER, password: PASSWORD, purpose: { kind: 'review', reference: 'bench-1' } });
}

/** By its name; a child belongs to one of the two for each number of steps. */
export async function wholeAnswers({ children }: County, { ask }: Served, hits: Compared['hits']): Promise<Map<string, number[]>> {
  const all = new Map<string, number[]>();
  for (const within of [2, 3] as const) {
    for (const [name, some] of [
      [`whole answer, nobody found, ${within} steps`, children.filter((child) => !hits[within].has(child))],
      [`whole answer, hits and routes, ${within} steps`, children.filter((child) => hits[within].has(child))],
    ] as const) {
      const candidates = { [name]: (child: string) => ask('people-of-concern-near', { child, within }) };
      for (const [of, times] of await inTurns(candidates, some, { unmeasured: some.length === 0 ? 0 : UNMEASURED })) all.set(of, times);
    }
  }
  return all;
}
