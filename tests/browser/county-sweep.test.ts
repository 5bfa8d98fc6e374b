/** All records at once: for an analyst alone, counted and listed, and nobody ranked. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answered, expectAccessible, openAt, openKith, SHOWCASE_DAY } from '../support/kith-in-browser.ts';
import type { Kith, Visit } from '../support/kith-in-browser.ts';

let kith: Kith;
let visit: Visit;
const sweep = (more = ''): string => `${kith.address}/county-sweep#as-at=${SHOWCASE_DAY}${more}`;

beforeAll(async () => {
  kith = await openKith();
  visit = await kith.signedIn('analyst');
}, 240_000);
afterAll(() => kith?.close(), 60_000);

test('an analyst sees every pair of a person of concern and a child, counted by area, month and agency, and follows one', async () => {
  const { page, said } = visit;
  await page.goto(kith.address);
  await page.getByRole('link', { name: 'All records' }).click();
  await answered(page);
  await page.getByRole('heading', { level: 1, name: 'People of concern near children, in all records' }).waitFor();
  const pairs = page.getByRole('table', { name: 'Pairs, by person of concern, steps and child' });
  expect(await pairs.getByRole('columnheader').allInnerTexts()).toEqual([
    'Child',
    'Person of concern',
    'Steps',
    'Area',
    'Held by',
    'Held from',
  ]);
  expect(await pairs.getByRole('row').count()).toBeGreaterThan(20);
  for (const title of ['Pairs by area', 'Pairs by month', 'Pairs by agency']) {
    const drawn = page.getByRole('figure', { name: new RegExp(`^${title}`) });
    await drawn.getByText(/^As a table: pairs by/).click();
    const rows = await drawn.getByRole('row').count();
    expect(await drawn.getByRole('img', { name: new RegExp(`: ${rows - 1} bars\\. The table below says the same\\.`) }).count()).toBe(1);
  }
  const months = await page
    .getByRole('table', { name: /^Pairs by month/ })
    .getByRole('rowheader')
    .allInnerTexts();
  expect(months.length).toBeGreaterThan(5);
  for (const month of months)
    expect(month).toMatch(/^(January|February|March|April|May|June|July|August|September|October|November|December) \d{4}$/);
  // A count that could tell of somebody is not given.
  expect(
    await page
      .getByRole('table', { name: /^Pairs by/ })
      .getByRole('cell', { name: /^[1-4]$/ })
      .count(),
  ).toBe(0);
  await expectAccessible(page);
  await pairs.getByRole('rowheader').first().getByRole('link').click();
  await answered(page);
  await page.getByRole('heading', { level: 1, name: /^Network check/ }).waitFor();
  expect(said).toEqual([]);
}, 300_000);

test('asked of a day on which nothing is recorded, the page says that none is, and that this rules nothing out', async () => {
  const { page } = visit;
  await openAt(visit, `${kith.address}/county-sweep#as-at=1990-01-01&held-on=1990-01-01`);
  await page.getByText('No pair is on this page. That none is recorded rules nothing out.').waitFor();
  expect(await page.getByRole('figure').count()).toBe(0);
  await expectAccessible(page);
});

test('nobody else finds such a page, and nothing leads to it', async () => {
  const { page } = await kith.signedIn('mash');
  expect(await page.getByRole('link', { name: 'All records' }).count()).toBe(0);
  await page.goto(sweep());
  await page.getByRole('heading', { level: 1, name: 'There is no page here' }).waitFor();
  await page.context().close();
});

test('at 320 pixels nothing of it needs scrolling sideways', async () => {
  const narrow = await kith.signedIn('analyst', { viewport: { width: 320, height: 640 } });
  await openAt(narrow, sweep());
  expect(await narrow.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await expectAccessible(narrow.page);
  await narrow.page.context().close();
});
