/**
 * The server without a page, over the database and the home given, until it is killed: prints its address.
 * `kith start` would build the page first.
 */
import { writeSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import process from 'node:process';
import { openAudit } from '../../server/access/audit.ts';
import { openAccess } from '../../server/access/open-access.ts';
import { buildApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { openGraph } from '../../server/database/graph.ts';
import { openOffice } from '../../server/questions/answer.ts';

// With a limit on the size of files (`ulimit -f`) a write beyond it is refused, as on a full disk; without this the process would end.
process.on('SIGXFSZ', () => undefined);
const config = readConfig(process.env);
if (config.elsewhere === undefined) throw new Error('NEO4J_URI is not set.');
const graph = openGraph(config.elsewhere);
const audit = await openAudit(config.home);
const app = await buildApp(config, openOffice(graph, audit, undefined, { peopleADay: 1e9 }), {
  access: openAccess(config, graph),
  mostAMinute: 1e9,
});
await app.listen({ host: '127.0.0.1', port: 0 });
writeSync(1, `http://127.0.0.1:${(app.server.address() as AddressInfo).port}\n`);
