/** The reviewer's pages: one journey each, by role and name, accessible in every state, and readable at 320 pixels. */
import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { answered, expectAccessible, openAt, openKith } from '../support/kith-in-browser.ts';
import type { Kith, Visit } from '../support/kith-in-browser.ts';

let kith: Kith;
let visit: Visit;
const chronology = (more = ''): string =>
  `${kith.address}/chronology#people=case-a%2Fmr-a&people=case-a%2Fchild-s&as-at=2019-06-30&held-on=2019-06-30${more}`;
const review = (day = '2019-01-31'): string =>
  `${kith.address}/review#people=case-a%2Fmr-a&people=case-a%2Fchild-s&people=case-a%2Fms-r&as-at=${day}&held-on=${day}`;

beforeAll(async () => {
  kith = await openKith();
  visit = await kith.signedIn('reviewer');
}, 240_000);
afterAll(() => kith?.close(), 60_000);
afterEach(() => {
  visit.said.length = 0;
});

test('a reviewer reads what happened around two people, with the lanes under the table, and turns it into one agency’s order', async () => {
  const { page, said } = visit;
  await openAt(visit, chronology());
  expect(await page.title()).toBe('What happened, and who came to hold it when? – Kith');
  await page.getByRole('heading', { level: 1, name: 'Chronology: Child S and Mr A' }).waitFor();
  const table = page.getByRole('table', { name: 'Entries', exact: true });
  expect(await table.getByRole('columnheader').allInnerTexts()).toEqual([
    'Happened',
    'Entry',
    'Held from, by whom',
    'Delay',
    'Source',
    'What was done',
  ]);
  expect(await table.getByRole('row').count()).toBeGreaterThan(50);
  expect(await page.getByRole('img', { name: /lanes?, \d+ dots\. The table above says the same in words\./ }).count()).toBe(1);
  expect(await page.getByRole('list', { name: 'Key events' }).getByText('birth, Child S: May 2016').count()).toBe(1);
  await expectAccessible(page);

  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Table (CSV)' }).click()]);
  expect(download.suggestedFilename()).toBe('kith-chronology-2019-06-30.csv');
  expect(readFileSync(await download.path(), 'utf8')).toContain('Digest of the answer');

  const form = page.getByRole('form', { name: 'Change the question' });
  await form.getByRole('radio', { name: 'As it came to be held' }).check();
  await form.getByRole('button', { name: 'Ask again' }).click();
  await form.getByRole('alert').getByRole('link', { name: 'Choose the agency in whose order the entries shall stand' }).click();
  expect(await form.getByLabel('Held by', { exact: true }).evaluate((field) => field === document.activeElement)).toBe(true);
  await expectAccessible(page);
  await form.getByLabel('Held by', { exact: true }).selectOption({ label: 'Hackney children’s social care'.replace('’', "'") });
  await form.getByRole('button', { name: 'Ask again' }).click();
  await answered(page);
  await page.getByRole('heading', { level: 2, name: "As it came to be held by Hackney children's social care" }).waitFor();
  expect(await page.getByRole('heading', { level: 2, name: "Not held by Hackney children's social care" }).count()).toBe(1);
  await expectAccessible(page);
  await page.goBack();
  await page.getByRole('heading', { level: 2, name: 'As it happened' }).waitFor();
  expect(said).toEqual([]);
});

test('a long chronology has pages and says so; people are added and left out', async () => {
  const { page } = visit;
  await openAt(visit, chronology());
  await page
    .getByText(/Entries 1 to 100 of \d+\. Not all entries are on this page\./)
    .first()
    .waitFor();
  await page.getByRole('link', { name: 'Entries after these' }).first().click();
  await answered(page);
  await page
    .getByText(/Entries 101 to \d+ of \d+(, the last)?\. Not all entries are on this page\./)
    .first()
    .waitFor();
  expect(page.url()).toContain('skip=100');
  await page.getByRole('link', { name: 'The first entries' }).first().click();
  await answered(page);
  await page.getByRole('link', { name: 'The last entries' }).first().click();
  await answered(page);
  await page
    .getByText(/Entries \d+ to (\d+) of \1, the last\. Not all entries are on this page\./)
    .first()
    .waitFor();
  expect(await page.getByRole('link', { name: /^Entries after these|^The last entries/ }).count()).toBe(0);
  await page.getByRole('button', { name: 'Table (CSV)' }).click();
  await page.getByText('It has the entries of this page, and says of how many.').waitFor();
  await page.getByRole('link', { name: 'The first entries' }).first().click();
  await answered(page);
  expect(page.url()).not.toContain('skip=');
  await page.getByRole('button', { name: 'Leave out Mr A' }).click();
  await answered(page);
  await page.getByRole('heading', { level: 1, name: 'Chronology: Child S', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Add people around them' }).click();
  await answered(page);
  await page.getByRole('checkbox', { name: /^Ms R/ }).check();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Add those chosen' }).click();
  await page.getByRole('heading', { level: 1, name: 'Chronology: Child S and Ms R' }).waitFor();
});

test('days the wrong way round are refused before anything is asked; an address without people says so', async () => {
  const { page } = visit;
  await openAt(visit, chronology('&since=2015-01-01'));
  const form = page.getByRole('form', { name: 'Change the question' });
  await form.getByRole('group', { name: 'From' }).getByLabel('Year').fill('2021');
  await form.getByRole('button', { name: 'Ask again' }).click();
  await form.getByRole('alert').getByText('From must not be after To').waitFor();
  await openAt(visit, `${kith.address}/chronology`);
  expect(await page.getByText('This address does not say who it is about.').count()).toBe(1);
  await openAt(visit, `${kith.address}/chronology#people=case-a%2Fnobody`);
  expect(await page.getByText(/There may be no such record, or you may not see it/).count()).toBe(1);
});

test('a reviewer reads what does not agree, what was not taken up, and who was not told of a closing', async () => {
  const { page, said } = visit;
  await openAt(visit, review());
  expect(await page.title()).toBe('What does not agree, what was not taken up, and who was not told? – Kith');
  expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([
    'People',
    '1. Words that do not agree',
    '2. Handed on, and nothing recorded after',
    '3. Meetings and decisions, and who was not told',
  ]);
  expect(await page.getByRole('table', { name: 'Handed on, and nothing recorded after' }).getByRole('row').count()).toBeGreaterThan(1);
  const closing = page.getByRole('region', { name: /January 2019: Decision by Hackney children's social care/ });
  const nursery = closing.getByRole('row', { name: /^Nursery/ });
  expect(await nursery.innerText()).toContain('told');
  await nursery.getByText(/orders?, plans? or facts?/).click();
  expect(await nursery.getByText(/Sexual Offences Prevention Order/).count()).toBe(1);
  await expectAccessible(page);
  await openAt(visit, review('2024-07-31'));
  const disagree = page.getByRole('table', { name: 'Words that do not agree' });
  const story = disagree.getByRole('row').filter({ hasText: 'second-hand computer' });
  expect(await story.getByRole('rowheader').innerText()).toBe('One says so, another that it is not so');
  expect(await story.innerText()).toMatch(/Only said again, and not counted: The family's GP, .* and Hospital 2: maternity, /);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Chronology', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: /^Chronology: / }).waitFor();
  await answered(page);
  await page.getByRole('link', { name: 'What does not agree, what was not taken up, who was not told' }).click();
  await page.getByRole('heading', { level: 1, name: /^Review: / }).waitFor();
  expect(said).toEqual([]);
});

test('at 320 pixels no page of the reviewer needs scrolling sideways', async () => {
  const own = await kith.signedIn('reviewer', { viewport: { width: 320, height: 640 } });
  for (const address of [chronology(), chronology('&lanes=person'), review()]) {
    await openAt(own, address);
    expect(await own.page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(320);
  }
  await own.page.context().close();
}, 240_000);
