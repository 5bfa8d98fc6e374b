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
import { demonstrationCases } from '../../server/commands/start.ts';
import { readAll } from '../../server/commands/load.ts';
import { readConfig } from '../../server/config.ts';
import { openGraph } from '../../server/database/graph.ts';
import { openDatabase } from '../../server/database/managed.ts';
import { load } from '../../server/ledger/load.ts';
import { prepareGraph } from '../../server/ledger/prepare.ts';
import { SILENT } from '../../server/ledger/telling.ts';
import { serve } from './serve.ts';
import { share } from './told.ts';

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

const reviewer = { user: 'reviewer', password: DEMONSTRATION_PASSWORD, purpose: { kind: 'training', reference: 'bench' } };
const withLog = await serve(config, graph, audit, reviewer);
const withoutLog = await serve(config, graph, nowhere, reviewer);
const near =
  (variables: object, served = withLog) =>
  async () =>
    served.ask('people-of-concern-near', variables);
const connor = { child: 'mia/connor', asAt: '2020-04-25', heldOn: '2020-04-25' };
const candidates: Record<string, () => Promise<unknown>> = {
  'RETURN 1': () => graph.read('read/return-1', {}),
  '2 steps, nobody found (hh/hh before the birth)': near({ child: 'hh/hh', asAt: '2008-05-01' }),
  '2 steps, hits and routes (mia/connor, 25 April 2020)': near(connor),
  'the same, with an audit log kept nowhere': near(connor, withoutLog),
  '3 steps, hits and routes (mia/connor, 25 April 2020)': near({ ...connor, within: 3 }),
};
const times = new Map(Object.keys(candidates).map((name) => [name, [] as number[]]));
for (let round = -30; round < rounds; round++) {
  for (const [name, run] of Object.entries(candidates)) {
    const began = performance.now();
    await run();
    if (round >= 0) times.get(name)!.push(performance.now() - began);
  }
}
const floor = share(times.get('RETURN 1')!, 0.5);
for (const [name, all] of times)
  console.log(
    `${name.padEnd(54)} p50 ${share(all, 0.5).toFixed(2)} ms  p99 ${share(all, 0.99).toFixed(1)} ms  ${(share(all, 0.5) / floor).toFixed(1)} T`,
  );

await withLog.close();
await withoutLog.close();
await audit.close();
await graph.close();
await database.stop();
rmSync(home, { recursive: true, force: true });
