/** The real page on the real server over the demonstration cases, driven through Debian's Chromium. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { openAudit } from '../../server/access/audit.ts';
import { addAccount, openAccounts } from '../../server/access/accounts.ts';
import { DEMONSTRATION_PASSWORD } from '../../server/access/demonstration-accounts.ts';
import { buildApp } from '../../server/app.ts';
import { readAll } from '../../server/commands/load.ts';
import { buildPage } from '../../server/commands/page.ts';
import { demonstrationCases } from '../../server/commands/start.ts';
import { openGraph } from '../../server/database/graph.ts';
import { readCaseFile } from '../../server/ledger/case-file.ts';
import { load } from '../../server/ledger/load.ts';
import { readState } from '../../server/ledger/revision.ts';
import { SILENT } from '../../server/ledger/telling.ts';
import { openOffice } from '../../server/questions/answer.ts';
import { PASSWORD } from './serve.ts';

export interface Visit {
  page: Page;
  /** What the browser said in its console, CSP violations and uncaught errors among it. */
  said: string[];
  /** Address and body of everything the page sent. */
  sent: { url: string; method: string; body: string }[];
}

export interface Kith {
  address: string;
  /** A browser of its own, nobody signed in. */
  visit: (options?: BrowserContextOptions) => Promise<Visit>;
  /** Signed in as a demonstration account, for training. */
  signedIn: (user?: string, options?: BrowserContextOptions) => Promise<Visit>;
  /** Signed in with an account of the house made for it, for oversight. */
  signedInAs: (account: { user: string; role: string; agency: string }, options?: BrowserContextOptions) => Promise<Visit>;
  /** Loads one more case file. */
  andThen: (records: readonly object[]) => Promise<void>;
  close: () => Promise<void>;
}

/** The day the invented family is told for; the reviews end earlier. */
export const SHOWCASE_DAY = '2026-03-12';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** What the ledger is once the demonstration cases are loaded, and nothing else: the same for each file of the ring. */
let demonstration: string | undefined;

export async function openKith(): Promise<Kith> {
  const graph = openGraph(inject('database'));
  for (const name of [...graph.queries.keys()].filter((query) => query.startsWith('schema/')).sort()) await graph.applySchema(name);
  const { digest } = await readState(graph);
  if (digest !== demonstration) await load(graph, await readAll(demonstrationCases(), SILENT), SILENT, { replace: true });
  demonstration = (await readState(graph)).digest;
  await buildPage(() => {});
  const home = mkdtempSync(path.join(tmpdir(), 'kith-browser-'));
  const audit = await openAudit(home);
  const app = await buildApp({ host: '127.0.0.1', development: false }, openOffice(graph, audit), {
    access: { accounts: openAccounts(home), hasDemonstration: async () => true, idleMinutes: 15, mostHours: 10 },
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const address = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: FLAGS });
  const visit = (options: BrowserContextOptions = {}) => openVisit(browser, options);
  return {
    address,
    visit,
    signedIn: async (user = 'mash', options = {}) => {
      const one = await visit(options);
      await signIn(one.page, address, user);
      return one;
    },
    signedInAs: async (account, options = {}) => {
      if (openAccounts(home).find(account.user) === undefined) await addAccount(home, { ...account, name: account.user }, PASSWORD);
      const one = await visit(options);
      await one.page.goto(address);
      await signInAs(one.page, account.user, PASSWORD);
      await one.page.getByRole('radio', { name: 'Checking who looked, or a seal' }).check();
      await one.page.getByLabel('Reference').fill('O-2026/1');
      await statePurpose(one.page);
      return one;
    },
    andThen: async (records) => {
      const text = [{ type: 'file', format: 'kith/1', title: 'A test', prefix: 'test/' }, ...records]
        .map((record) => JSON.stringify(record))
        .join('\n');
      await load(graph, [readCaseFile('test.jsonl', `${text}\n`)], SILENT, {});
    },
    close: async () => {
      await browser.close();
      await app.close();
      await audit.close();
      await graph.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function openVisit(browser: Browser, options: BrowserContextOptions): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    acceptDownloads: true,
    ...options,
  });
  const page = await context.newPage();
  // A machine with other work on it may take its time; what is late is said on the page and tested apart.
  page.setDefaultTimeout(60_000);
  const said: string[] = [];
  const sent: Visit['sent'] = [];
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => said.push(`uncaught: ${error.message}`));
  page.on('request', (request) => sent.push({ url: request.url(), method: request.method(), body: request.postData() ?? '' }));
  return { page, said, sent };
}

export async function signIn(page: Page, address: string, user: string): Promise<void> {
  if (!page.url().startsWith(address)) await page.goto(address);
  await signInAs(page, user, DEMONSTRATION_PASSWORD);
  await page.getByRole('radio', { name: 'Training on demonstration data' }).check();
  await statePurpose(page);
}

export async function signInAs(page: Page, user: string, password: string): Promise<void> {
  await page.getByLabel('User name').fill(user);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

async function statePurpose(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { level: 1, name: 'Why are you looking?' }).waitFor({ state: 'detached' });
}

/** Opens a page by its address, as a link would. */
export async function openAt({ page }: Visit, address: string): Promise<void> {
  // The same document with another fragment would not load anew.
  await page.goto('about:blank');
  await page.goto(address);
  await answered(page);
}

/** Every question on the page has its answer, and the picture, if there is one, is drawn. */
export async function answered(page: Page): Promise<void> {
  const waiting = page.getByText(/^(Asking|Still asking|Drawing|Opening) /);
  // Twice in a row: an answer may bring the next question with it.
  await expect
    .poll(async () => (await waiting.count()) + (await pause(150), await waiting.count()), { timeout: 100_000, interval: 200 })
    .toBe(0);
}

/** No violation of WCAG 2.2 A or AA, nor of axe's best practice, on the page as it is now, or in what a selector names of it. */
export async function expectAccessible(page: Page, within = 'html'): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .include(within)
    // Only what is wrong is looked at here, and the pages have no frames: what is for frames doubles the time.
    .options({ resultTypes: ['violations'] })
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)).toEqual([]);
}

function chromiumPath(): string {
  return execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim();
}
