/** The lead reviewer's three questions about a child: who first held it, what changed between two days, what rests on whose word. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answered, expectAccessible, openAt, openKith } from '../support/kith-in-browser.ts';
import type { Kith, Visit } from '../support/kith-in-browser.ts';

let kith: Kith;
let visit: Visit;
const APRIL = '&as-at=2020-04-25&held-on=2020-12-31';
const at = (page: string, more = '') => `${kith.address}/${page}#of=mia/connor${APRIL}${more}`;
const TWO = '&held-by=mia/csc&held-by=mia/probation';

beforeAll(async () => {
  kith = await openKith();
  visit = await kith.signedIn('reviewer');
}, 240_000);
afterAll(() => kith?.close(), 60_000);

test('a reviewer comes from the network check to who first held it, chooses a person of concern, and reads from when', async () => {
  const { page, said } = visit;
  await openAt(visit, at('child', TWO));
  await page.getByRole('navigation', { name: 'For a review' }).getByRole('link', { name: 'Who first held it' }).click();
  await page.getByRole('heading', { level: 2, name: 'Choose a person of concern' }).waitFor();
  await answered(page);
  await expectAccessible(page);
  await page.getByRole('main').getByRole('link', { name: /^SO2/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Who first held it: Connor and SO2' }).waitFor();
  await answered(page);
  expect(await page.title()).toBe('Who first held it? – Kith');
  const main = page.getByRole('main');
  expect(await main.getByText(/social care and probation held it between them; neither held it alone until 31 May 2020/).count()).toBe(1);
  const row = main.getByRole('region', { name: 'From day to day' }).getByRole('row').nth(1);
  expect(await row.getByRole('cell').nth(1).innerText()).toContain('Probation');
  await main
    .getByRole('region', { name: 'Each part, and who held it from when' })
    .getByText(/^Probation: from 26 February 2020 at the latest/)
    .first()
    .waitFor();
  await main.getByRole('region', { name: 'Sharings of it' }).getByText('not known', { exact: true }).waitFor();
  await expectAccessible(page);
  expect(await main.innerText()).not.toMatch(/\b(is clear|is safe|no risk)\b/i);
  expect(said).toEqual([]);
}, 240_000);

test("a reviewer's search leads to who first held it, and nobody else's does", async () => {
  for (const [user, links] of [
    ['reviewer', 1],
    ['mash', 0],
  ] as const) {
    const own = await kith.signedIn(user);
    await own.page.getByRole('search').getByLabel('Given names').fill('Connor');
    await own.page.getByRole('button', { name: 'Search' }).click();
    await answered(own.page);
    const row = own.page.getByRole('row', { name: /^Connor\b/ });
    await row.getByRole('link', { name: 'Network check for Connor' }).waitFor();
    expect(await row.getByRole('link', { name: 'Who first held it for Connor' }).count(), user).toBe(links);
    await own.page.context().close();
  }
}, 240_000);

test('the report is taken along as a document and as a table, and twice the same', async () => {
  const { page } = visit;
  await openAt(visit, at('first-held', `&to=mia/so2${TWO}`));
  const take = async (name: string): Promise<{ file: string; digest: string; text: string }> => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
    const bytes = readFileSync(await download.path());
    return { file: download.suggestedFilename(), digest: createHash('sha256').update(bytes).digest('hex'), text: bytes.toString('utf8') };
  };
  const first = await take('Word document');
  expect(first.file).toBe('kith-first-held-2020-12-31.docx');
  expect((await take('Word document')).digest).toBe(first.digest);
  const table = await take('Table (CSV)');
  expect(table.file).toBe('kith-first-held-2020-12-31.csv');
  for (const words of ['"Asked by"', '"Ledger revision"', '"Held by the end of","31 December 2020"']) expect(table.text).toContain(words);
}, 240_000);

test('two days are compared in lists, each difference with what did it; days the wrong way round are named', async () => {
  const { page, said } = visit;
  await openAt(visit, `${kith.address}/compare-days#of=mia/connor&as-at=2020-04-25&held-on=2020-06-17&held-by=mia/csc&held-by=mia/police`);
  const form = page.getByRole('form', { name: 'First setting' });
  await page.getByText('Enter a day or choose agencies for the first setting.').waitFor();
  await expectAccessible(page);
  const day = form.getByRole('group', { name: 'Held by the end of, in the first setting' });
  const fill = async (date: string, month: string, year: string): Promise<void> => {
    await day.getByLabel('Day').fill(date);
    await day.getByLabel('Month').fill(month);
    await day.getByLabel('Year').fill(year);
    await form.getByRole('button', { name: 'Compare' }).click();
  };
  await fill('18', '6', '2020');
  await page.getByRole('alert').getByText('The first held-by day must not be after the second').waitFor();
  await expectAccessible(page);
  await fill('16', '6', '2020');
  await page.getByRole('heading', { level: 1, name: 'Compare two days: Connor' }).waitFor();
  await answered(page);
  const routes = page.getByRole('region', { name: 'Routes to persons of concern', exact: true });
  expect(await routes.getByRole('row', { name: /^Lost/ }).count()).toBeGreaterThan(0);
  await routes
    .getByText(/Came to be held/)
    .first()
    .click();
  expect(await routes.getByText(/Father took back/).count()).toBeGreaterThan(0);
  await expectAccessible(page);
  expect(said).toEqual([]);
}, 240_000);

/** What is marked "lost", "gained" or "changed" on a copy of the picture, as it is written there. */
const marksIn = (svg: string): string[] =>
  [...new Set(svg.match(/>(?:gained|lost|changed)(?=: )/g) ?? [])].map((one) => one.slice(1)).sort();

test('two settings are one picture too: its lines say what was lost, gained or changed, and so does everybody’s name', async () => {
  const { page, said } = visit;
  await openAt(
    visit,
    `${kith.address}/compare-days#of=mia/connor&as-at=2020-04-25&held-on=2020-12-31&before-held-on=2020-06-16&held-by=mia/csc&held-by=mia/cafcass&held-by=mia/family-court&before-held-by=mia/csc&before-held-by=mia/police&before-held-by=mia/probation`,
  );
  const figure = page.getByRole('figure', { name: 'Picture of both settings' });
  const caption = await figure.locator('figcaption').innerText();
  expect(caption).toMatch(/^Marked in the picture: \d+ gained, \d+ lost and \d+ changed\. /);
  expect(caption).toContain('First setting: as at 25 April 2020, held by the end of 16 June 2020.');
  expect(caption).toContain('Second setting: as at 25 April 2020, held by the end of 31 December 2020.');
  expect(caption).toMatch(/Asked in the first setting: .*Probation.* Asked in the second: .*Court/);
  const so2 = figure.getByRole('button', { name: /^SO2, .* Differs between the settings: \d+ gained, \d+ lost and \d+ changed\.$/ });
  expect(await figure.getByRole('button', { name: /^Father's brother, .* Only in the first setting\. / }).count()).toBe(1);
  await so2.focus();
  await page.keyboard.press('Enter');
  const chosen = page.getByRole('region', { name: 'Picture of both settings' }).getByRole('status').filter({ hasText: 'SO2:' });
  expect(await chosen.getByRole('listitem').count()).toBeGreaterThan(0);
  expect(await chosen.getByRole('listitem').first().innerText()).toMatch(/^(Gained|Lost|Changed), /);
  await expectAccessible(page);
  await chosen.getByRole('button', { name: 'Close' }).click();
  await expect.poll(() => chosen.count()).toBe(0);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download as SVG' }).click()]);
  expect(download.suggestedFilename()).toBe('kith-compare-days-2020-04-25-held-2020-06-16-with-2020-04-25-held-2020-12-31.svg');
  const svg = readFileSync(await download.path(), 'utf8');
  expect(marksIn(svg)).toEqual(['changed', 'gained', 'lost']);
  expect(svg).toContain('First setting: as at 25 April 2020');
  expect(await figure.getByRole('listitem').filter({ hasText: 'written lost' }).count()).toBe(1);
  await page.getByRole('link', { name: 'Picture on a page of its own' }).click();
  await answered(page);
  expect(await page.getByRole('region', { name: 'Ties', exact: true }).count()).toBe(0);
  await figure.waitFor();
  expect(said).toEqual([]);
}, 240_000);

test('what rests on one interested source alone is listed, and the word can be taken as never said', async () => {
  const { page, said } = visit;
  await openAt(
    visit,
    `${kith.address}/rests-on#of=mia/connor&as-at=2020-04-25&held-on=2020-04-25&held-by=mia/csc&held-by=mia/police&held-by=mia/probation`,
  );
  const sources = page.getByRole('region', { name: 'Resting on one interested source alone' });
  await sources.getByRole('heading', { name: /rest on the word of Father alone/ }).waitFor();
  await expectAccessible(page);
  await sources
    .getByRole('link', { name: /As if it had never been said/ })
    .first()
    .click();
  await page.getByRole('region', { name: 'What would fall' }).waitFor();
  await answered(page);
  expect(await page.getByText(/routes would no longer be found/).count()).toBeGreaterThan(0);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Put everything back' }).click();
  await expect.poll(() => page.getByRole('region', { name: 'What would fall' }).count()).toBe(0);
  expect(said).toEqual([]);
}, 240_000);

test('at 320 pixels nothing on these pages needs scrolling sideways', async () => {
  const own = await kith.signedIn('reviewer', { viewport: { width: 320, height: 640 } });
  for (const address of [
    at('first-held', `&to=mia/so2${TWO}`),
    at('compare-days', `&before-held-on=2020-04-25${TWO}`),
    at('compare-days', `&before-held-on=2020-04-25&sheet=picture${TWO}`),
    at('rests-on', `&source=mia/father${TWO}`),
  ]) {
    await openAt(own, address);
    expect(await own.page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(320);
  }
  await own.page.context().close();
}, 240_000);
