/**
 * `npx tsx tests/bench/page.ts [rounds]`: from opening the web of households to the picture drawn, for the Mia case and for a
 * family of 301, in Debian's Chromium on the real server; and where the server's time goes. Only ratios within a run count.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { chromium } from 'playwright-core';
import { openAudit } from '../../server/access/audit.ts';
import { DEMONSTRATION_PASSWORD } from '../../server/access/demonstration-accounts.ts';
import { openAccess } from '../../server/access/open-access.ts';
import { operator } from '../../server/access/viewer.ts';
import { buildApp } from '../../server/app.ts';
import { readAll } from '../../server/commands/load.ts';
import { buildPage } from '../../server/commands/page.ts';
import { demonstrationCases } from '../../server/commands/start.ts';
import { readConfig } from '../../server/config.ts';
import { openGraph, type Graph } from '../../server/database/graph.ts';
import { openDatabase } from '../../server/database/managed.ts';
import { readCaseFile } from '../../server/ledger/case-file.ts';
import { load } from '../../server/ledger/load.ts';
import { prepareGraph } from '../../server/ledger/prepare.ts';
import { SILENT } from '../../server/ledger/telling.ts';
import { openOffice } from '../../server/questions/answer.ts';
import { largeFamily } from '../support/large-family.ts';

const rounds = Number(process.argv[2] ?? 5);
const home = mkdtempSync(path.join(tmpdir(), 'kith-bench-'));
const config = readConfig({ ...process.env, KITH_HOME: home });
const database = await openDatabase(config, (line) => console.error(line));
const graph = openGraph(database);
await prepareGraph(graph, SILENT);
const lines = [{ type: 'file', format: 'kith/1', title: 'A large family', prefix: 'large/' }, ...largeFamily()];
const large = readCaseFile('large.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'));
await load(graph, [...(await readAll(demonstrationCases(), SILENT)), large], SILENT);
await buildPage(() => undefined);
const audit = await openAudit(home);

const spent = new Map<string, number>();
/** The database's part of an answer: queries of one answer run beside each other, so parts add up to more than the whole. */
const timed: Graph = {
  ...graph,
  read: (async (...asked: Parameters<Graph['read']>) => {
    const began = performance.now();
    try {
      return await graph.read(...asked);
    } finally {
      spent.set(asked[0], (spent.get(asked[0]) ?? 0) + performance.now() - began);
    }
  }) as Graph['read'],
};
const office = openOffice(timed, audit, undefined, { peopleADay: 1_000_000 });
const app = await buildApp(config, office, { access: { ...openAccess(config, graph), hasDemonstration: async () => true } });
const address = await app.listen({ host: '127.0.0.1', port: 0 });

const p50 = (all: number[]): number => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]!;
const ms = (time: number): string => `${time.toFixed(0)} ms`;
const CASES = [
  { name: 'Mia, 25 April 2020', person: 'mia/mia', asAt: '2020-04-25' },
  { name: 'a family of 301', person: 'large/centre', asAt: '2020-01-01' },
];

const floor: number[] = [];
for (let i = 0; i < 50; i += 1) {
  const began = performance.now();
  await graph.read('read/return-1', {});
  floor.push(performance.now() - began);
}
console.log(`RETURN 1 (T): p50 ${p50(floor).toFixed(2)} ms`);

for (const { name, person, asAt } of CASES) {
  const times: number[] = [];
  for (let round = -1; round < rounds; round += 1) {
    if (round === 0) spent.clear();
    const began = performance.now();
    const asked = () => office.answer('web-of-person', { person, asAt, first: 500 }, operator());
    // A database that was just started may be too busy with itself for its first questions.
    await (round < 0 ? asked().catch(asked).catch(asked) : asked());
    if (round >= 0) times.push(performance.now() - began);
  }
  const parts = [...spent].sort(([, a], [, b]) => b - a).slice(0, 6);
  console.log(`${name}: web-of-person answered in p50 ${ms(p50(times))} (${(p50(times) / p50(floor)).toFixed(0)} T)`);
  console.log(`  queries, each summed: ${parts.map(([query, time]) => `${query.replace('read/', '')} ${ms(time / rounds)}`).join(', ')}`);
}

const browser = await chromium.launch({
  executablePath: execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim(),
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
page.setDefaultTimeout(120_000);
await page.goto(address);
await page.getByLabel('User name').fill('mash');
await page.getByLabel('Password').fill(DEMONSTRATION_PASSWORD);
await page.getByRole('button', { name: 'Sign in', exact: true }).click();
await page.getByRole('radio', { name: 'Training on demonstration data' }).check();
await page.getByRole('button', { name: 'Continue' }).click();
await page.getByRole('heading', { level: 1, name: 'Who are you looking for?' }).waitFor();

for (const { name, person, asAt } of CASES) {
  const drawn: number[] = [];
  const answered: number[] = [];
  const painted: number[] = [];
  for (let round = -1; round < rounds; round += 1) {
    await page.goto('about:blank');
    const began = performance.now();
    const answer = page
      .waitForResponse((reply) => (reply.request().postData() ?? '').includes('"web-of-person"'))
      .then(async (reply) => {
        await reply.finished();
        return performance.now() - began;
      });
    await page.goto(`${address}/web#of=${encodeURIComponent(person)}&as-at=${asAt}`);
    await page.locator('.kith-canvas canvas').first().waitFor();
    const done = performance.now() - began;
    const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0);
    if (round < 0) continue;
    drawn.push(done);
    answered.push(await answer);
    painted.push(paint);
  }
  console.log(
    `${name}: first contentful paint p50 ${ms(p50(painted))}; web-of-person arrived p50 ${ms(p50(answered))}; picture drawn p50 ${ms(p50(drawn))}, worst ${ms(Math.max(...drawn))}`,
  );
}

await browser.close();
await app.close();
await audit.close();
await graph.close();
await database.stop();
rmSync(home, { recursive: true, force: true });
