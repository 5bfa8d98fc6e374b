/** What a page says when there is more than it can show, when somebody is to be asked first, and when days are jumped to. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answered, expectAccessible, openAt, openKith, SHOWCASE_DAY } from '../support/kith-in-browser.ts';
import type { Kith, Visit } from '../support/kith-in-browser.ts';

let kith: Kith;
let visit: Visit;
const at = (page: string, of: string, more = '') => `${kith.address}/${page}#of=${encodeURIComponent(of)}&as-at=${SHOWCASE_DAY}${more}`;

const friends = (who: string, many: number): object[] =>
  Array.from({ length: many }, (_, i) => i + 1).flatMap((i) => [
    { type: 'person', id: `${who}-friend-${i}`, label: `Friend ${i} of ${who}` },
    {
      type: 'statement',
      id: `${who}-knows-${i}`,
      agency: 'police',
      recorded: '2026-01-02',
      claim: { type: 'associate', persons: [who, `${who}-friend-${i}`], form: 'friend', from: '2025' },
    },
  ]);

/** Each in a home of their own. */
const atHome = (who: string, many: number): object[] =>
  Array.from({ length: many }, (_, i) => i + 1).flatMap((i) => [
    { type: 'household', id: `${who}-home-${i}`, label: `Home ${i}` },
    {
      type: 'statement',
      id: `${who}-lives-${i}`,
      agency: 'police',
      recorded: '2026-01-02',
      claim: { type: 'home', person: `${who}-friend-${i}`, household: `${who}-home-${i}`, pattern: 'lives', from: '2025' },
    },
  ]);

beforeAll(async () => {
  kith = await openKith();
  await kith.andThen([
    { type: 'agency', id: 'police', name: 'Police (test)', kind: 'police' },
    { type: 'agency', id: 'refuge', name: 'Refuge (test)', kind: 'voluntary' },
    { type: 'person', id: 'many', label: 'Somebody known to many' },
    ...friends('many', 510),
    { type: 'person', id: 'some', label: 'Somebody known to some' },
    ...friends('some', 70),
    { type: 'person', id: 'crowd', label: 'Somebody known to a crowd' },
    ...friends('crowd', 500),
    ...atHome('crowd', 500),
    { type: 'person', id: 'near', label: 'Somebody near one who is hidden' },
    { type: 'person', id: 'hidden', label: 'Quillfeather' },
    {
      type: 'statement',
      id: 'near-hidden',
      agency: 'refuge',
      recorded: '2026-01-02',
      claim: { type: 'associate', persons: ['hidden', 'near'], form: 'friend', from: '2025' },
    },
    { type: 'seal', id: 'seal', label: 'hidden', covers: { persons: ['hidden'] }, custodian: 'refuge', policy: 'signal' },
  ]);
  visit = await kith.signedIn('mash');
}, 300_000);
afterAll(() => kith?.close(), 60_000);

test('more people than an answer holds: the page says that there are more, and how to ask for fewer', async () => {
  const { page, said } = visit;
  await openAt(visit, at('web', 'test/many'));
  const main = page.getByRole('main');
  expect(await main.getByText('There are more people than are shown here. Ask with fewer steps').count()).toBeGreaterThan(0);
  expect(await main.getByText(/^501 people, /).count()).toBe(1);
  expect(said).toEqual([]);
}, 300_000);

test('a sheet that has no room for all says of what there is more, and one that has says nothing of it', async () => {
  const { page } = visit;
  for (const sheet of ['decision', 'file']) {
    await openAt(visit, at('child', 'test/many', `&sheet=${sheet}`));
    await page.getByText('This sheet does not hold everything: there are more people and homes than are on it.').waitFor();
  }
  await expectAccessible(page);
  await openAt(visit, at('child', 'showcase/child-a', '&sheet=decision'));
  await page.getByRole('heading', { level: 2, name: 'Gaps' }).waitFor();
  expect(await page.getByText('This sheet does not hold everything').count()).toBe(0);
}, 300_000);

test('more people than petals can show are cards round the one it is about, which the page says, and all are in the list', async () => {
  const { page, said } = visit;
  await openAt(visit, at('web', 'test/some'));
  await page.getByRole('figure', { name: 'Picture of the web' }).waitFor();
  const figure = page.getByRole('figure', { name: 'Picture of the web' });
  expect(await figure.getByText(/More than can be drawn with every tie: households are cards, and lines run from/).count()).toBe(1);
  expect(await figure.getByRole('group', { name: 'People and homes in the picture' }).getByRole('button').count()).toBe(71);
  expect(await figure.getByText(/In the list and not in the picture: \d+ facts for which there is no room/).count()).toBe(1);
  expect(await page.getByText(/^71 people, 0 homes, 70 facts/).count()).toBe(1);
  await expectAccessible(page);
  expect(said).toEqual([]);
}, 300_000);

test('more people and homes than any picture can show: the page counts them instead, and all are in the list', async () => {
  const { page, said } = visit;
  await openAt(visit, at('web', 'test/crowd', '&within=1'));
  const main = page.getByRole('main');
  await main.getByText('More than can be drawn so that anybody could read it.').waitFor();
  expect(await page.getByRole('figure', { name: 'Picture of the web' }).count()).toBe(0);
  expect(await main.getByRole('term').allInnerTexts()).toEqual(expect.arrayContaining(['1 step away', 'Homes', 'Ties', 'Stays']));
  const counted = await main.getByRole('definition').allInnerTexts();
  expect(counted).toEqual(expect.arrayContaining(['500 people', '500']));
  expect(await page.getByText(/^501 people, 500 homes, /).count()).toBe(1);
  expect(await main.getByRole('listitem').count()).toBeGreaterThan(1_000);
  // The list is as that of fewer people, where all of it is looked at.
  await expectAccessible(page, '.kith-web-right');
  expect(said).toEqual([]);
}, 300_000);

test('where somebody is to be asked before the answer is relied on, the page says whom, and nothing of what is hidden', async () => {
  const { page } = visit;
  for (const where of ['web', 'child', 'person']) {
    await openAt(visit, at(where, 'test/near'));
    expect(await page.getByText('Ask Refuge (test) before you rely on this.').count(), where).toBeGreaterThan(0);
    expect(await page.getByRole('main').innerText(), where).not.toContain('Quillfeather');
    await expectAccessible(page);
  }
}, 300_000);

test('previous and next change jump to the days on which the web is another one, and say when there is none', async () => {
  const { page } = visit;
  await openAt(visit, `${kith.address}/web#of=test%2Fnear&as-at=2020-01-01`);
  await page.getByRole('button', { name: 'Next change' }).click();
  await page.getByText('No change after 1 January 2020 is recorded in what was searched.').waitFor();
  await openAt(visit, `${kith.address}/web#of=test%2Fsome&as-at=2020-01-01`);
  expect(await page.getByText(/^1 person, 0 homes, 0 facts/).count()).toBe(1);
  await page.getByRole('button', { name: 'Next change' }).click();
  await expect.poll(() => page.url(), { timeout: 60_000 }).toContain('as-at=2025-01-01');
  await answered(page);
  expect(await page.getByText(/^71 people, 0 homes, 70 facts/).count()).toBe(1);
  await page.getByRole('button', { name: 'Previous change' }).click();
  await expect.poll(() => page.url(), { timeout: 60_000 }).toContain('as-at=2024-12-31');
  await answered(page);
  await page.goBack();
  await expect.poll(() => page.url(), { timeout: 60_000 }).toContain('as-at=2025-01-01');
}, 300_000);

test('whom to tell: for each child reached, who works with them, and which of these hold the route', async () => {
  const analyst = await kith.signedIn('analyst');
  const { page } = analyst;
  await openAt(analyst, at('person', 'showcase/adult-x'));
  const tell = page.getByRole('region', { name: 'Whom to tell', exact: true });
  const row = tell.getByRole('row', { name: /^Child A\b/ });
  expect(await row.innerText()).toMatch(/Area 1.*(holds a whole route|holds a part of a route|holds nothing of a route|was not asked)/s);
  const households = page.getByRole('region', { name: 'Households, newest contact first', exact: true });
  expect(await households.getByRole('columnheader').allInnerTexts()).toContain('Told to');
  expect(await households.getByText(/not held by/).count()).toBeGreaterThan(0);
  await expectAccessible(page);
  await page.context().close();
}, 300_000);
