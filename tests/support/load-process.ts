/** A process that loads case files into NEO4J_URI: says "loading", loads, and prints what it loaded. For tests that kill it. */
import process from 'node:process';
import { readConfig } from '../../server/config.ts';
import { openGraph } from '../../server/database/graph.ts';
import { readCaseFileAt } from '../../server/ledger/case-file.ts';
import { load } from '../../server/ledger/load.ts';
import { SILENT } from '../../server/ledger/telling.ts';

const { elsewhere } = readConfig(process.env);
if (elsewhere === undefined) throw new Error('NEO4J_URI is not set.');
const files = await Promise.all(process.argv.slice(2).map(async (file) => readCaseFileAt(file)));
const graph = openGraph(elsewhere);
await graph.ready();
process.stdout.write('loading\n');
const loaded = await load(graph, files, SILENT);
process.stdout.write(`${JSON.stringify(loaded)}\n`);
await graph.close();
