/**
 * `npm run bench [rounds]`: what the main question costs over GraphQL, beside the driver's floor (`RETURN 1`),
 * on the demonstration cases, with signing in, seals and the audit log on, and once without the log. Candidates take turns within one
 * run, because the machine is never quiet: only ratios within a run count.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openAudit, type Audit } from '../../server/access/audit.ts';
import { DEMONSTRATION_PASSWORD } from '../../server/access/demonstration-accounts.ts';
import { openAccess } from '../../server/access/open-access.ts';
import { buildApp } from '../../server/app.ts';
import { demonstrationCases } from '../../server/commands/start.ts';
import { readAll } from '../../server/commands/load.ts';
import { readConfig } from '../../server/config.ts';
import { openGraph } from '../../server/database/graph.ts';
import { openDatabase } from '../../server/database/managed.ts';
import { load } from '../../server/ledger/load.ts';
import { prepareGraph } from '../../server/ledger/prepare.ts';
import { SILENT } from '../../server/ledger/telling.ts';
import { openOffice } from '../../server/questions/answer.ts';

const rounds = Number(process.argv[2] ?? 300);
const home = mkdtempSync(path.join(tmpdir(), 'kith-bench-'));
const config = readConfig({ ...process.env, KITH_HOME: home });
const database = await openDatabase(config, (line) => console.error(line));
const graph = openGraph(database);
await prepareGraph(graph, SILENT);
await load(graph, await readAll(demonstrationCases(), SILENT), SILENT);
const audit = await openAudit(home);
/** For comparing alone: an audit log that is kept nowhere. */
const nowhere: Audit = { home, record: async () => '1.1', ready: async () => undefined, close: async () => undefined };

type Ask = (variables: object) => () => Promise<string>;

/** A server of its own with that log, signed in as the reviewer of the demonstration. */
async function serve(log: Audit): Promise<{ ask: Ask; close: () => Promise<unknown> }> {
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
  await post('/session/sign-in', { user: 'reviewer', password: DEMONSTRATION_PASSWORD });
  await post('/session/purpose', { kind: 'training', reference: 'bench' });
  return { ask: (variables) => () => post('/graphql', { operationName: 'people-of-concern-near', variables }), close: () => app.close() };
}

const { ask, close } = await serve(audit);
const withoutLog = await serve(nowhere);
const connor = { child: 'mia/connor', asAt: '2020-04-25', heldOn: '2020-04-25' };
const candidates: Record<string, () => Promise<unknown>> = {
  'RETURN 1': () => graph.read('read/return-1', {}),
  '2 steps, nobody found (hh/hh before the birth)': ask({ child: 'hh/hh', asAt: '2008-05-01' }),
  '2 steps, hits and routes (mia/connor, 25 April 2020)': ask(connor),
  'the same, with an audit log kept nowhere': withoutLog.ask(connor),
  '3 steps, hits and routes (mia/connor, 25 April 2020)': ask({ ...connor, within: 3 }),
};
const times = new Map(Object.keys(candidates).map((name) => [name, [] as number[]]));
for (let round = -30; round < rounds; round++) {
  for (const [name, run] of Object.entries(candidates)) {
    const began = performance.now();
    await run();
    if (round >= 0) times.get(name)!.push(performance.now() - began);
  }
}
const at = (all: number[], share: number): number =>
  all.toSorted((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * share))]!;
const floor = at(times.get('RETURN 1')!, 0.5);
for (const [name, all] of times)
  console.log(
    `${name.padEnd(54)} p50 ${at(all, 0.5).toFixed(2)} ms  p99 ${at(all, 0.99).toFixed(1)} ms  ${(at(all, 0.5) / floor).toFixed(1)} T`,
  );

await close();
await withoutLog.close();
await audit.close();
await graph.close();
await database.stop();
rmSync(home, { recursive: true, force: true });
