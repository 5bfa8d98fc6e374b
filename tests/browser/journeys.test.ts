/** One journey for each page, by role and name only, on the real server and database over the demonstration cases. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answered, expectAccessible, openAt, openKith, SHOWCASE_DAY } from '../support/kith-in-browser.ts';
import type { Kith, Visit } from '../support/kith-in-browser.ts';

let kith: Kith;
let visit: Visit;
const at = (page: string, of: string, day = SHOWCASE_DAY, more = '') =>
  `${kith.address}/${page}#of=${encodeURIComponent(of)}&as-at=${day}${more}`;

beforeAll(async () => {
  kith = await openKith();
  visit = await kith.signedIn('mash');
}, 240_000);
afterAll(() => kith?.close(), 60_000);

test('a MASH worker searches for a child, sees why each match matched, and opens the network check', async () => {
  const { page } = visit;
  await page.getByRole('search').getByLabel('Given names').fill('Connor');
  await page.getByRole('button', { name: 'Search' }).click();
  await answered(page);
  const row = page.getByRole('row', { name: /^Connor\b/ });
  expect(await row.getByRole('cell').nth(3).innerText()).toMatch(/name/i);
  await row.getByRole('link', { name: 'Network check for Connor' }).click();
  await page.getByRole('heading', { level: 1, name: 'Network check: Connor' }).waitFor();
  expect(await page.title()).toBe('Who is near this child, and who holds what? – Kith');
});

test('the network check answers in the order a decision needs, each part with its own grounds', async () => {
  const { page } = visit;
  await openAt(visit, at('child', 'mia/connor', '2020-04-25'));
  const headings = await page.getByRole('heading', { level: 2 }).allInnerTexts();
  expect(headings).toEqual([
    '1. People of concern within 2 steps',
    '2. Recent contacts in any of the child’s homes',
    '3. Who lives where, part of the week and other homes',
    '4. Brothers and sisters',
    '5. Partners and former partners',
    '6. What each agency holds',
    'Gaps',
    'Decisions',
  ]);
  const concern = page.getByRole('region', { name: '1. People of concern within 2 steps' });
  expect(await concern.getByRole('heading', { name: /^SO2/ }).count()).toBe(1);
  expect(await concern.getByText('Records you may not see could change this.').count()).toBeGreaterThan(0);
  expect(await concern.getByRole('heading', { name: 'Said, then taken back or denied' }).count()).toBe(1);
  // Never a word that rules a danger out.
  expect(await page.getByRole('main').innerText()).not.toMatch(/\b(is clear|is safe|no risk|all clear)\b/i);
});

test('all five kinds of answer of an agency are said in words, and none of them means clear', async () => {
  const { page } = visit;
  await openAt(visit, at('child', 'showcase/child-a'));
  const holdings = page.getByRole('region', { name: '6. What each agency holds' });
  await holdings.getByText('What these words mean').click();
  for (const words of ['Recorded', 'None held', 'Not checked', 'Not permitted', 'Could not be reached'])
    expect(await holdings.getByRole('term').getByText(words, { exact: true }).count(), words).toBe(1);
  expect(await holdings.getByText('None of these means that there is nothing to know.').count()).toBe(1);
});

test('the sheet for the child’s file names no person of concern and no bystander, and has day, key, who asked and mark', async () => {
  const { page } = visit;
  await openAt(visit, at('child', 'showcase/child-a', SHOWCASE_DAY, '&sheet=file'));
  const sheet = await page.getByRole('main').innerText();
  expect(sheet).toContain('12 March 2026');
  expect(sheet).toMatch(/Asked by .*MASH worker.*OFFICIAL-SENSITIVE/s);
  expect(sheet).toContain('Person 1');
  expect(sheet).toMatch(/Key: a step is/);
  expect(sheet).not.toMatch(/Adult X|sexual assault|MAPPA category/);
  await openAt(visit, at('child', 'showcase/child-a', SHOWCASE_DAY, '&sheet=decision'));
  expect(await page.getByRole('main').innerText()).toMatch(/Adult X/);
});

test('the web shows one answer as list and as picture; choosing says why a line is here; Back undoes it', async () => {
  const { page } = visit;
  await openAt(visit, at('web', 'showcase/child-a'));
  await page.getByRole('figure', { name: 'Picture of the web' }).waitFor();
  const list = page.getByRole('region', { name: 'List' });
  await list.getByRole('button', { name: 'Adult X' }).first().click();
  const panel = page.getByRole('region', { name: 'Adult X', exact: true });
  await expect
    .poll(() => panel.getByRole('heading', { level: 2, name: 'Adult X' }).evaluate((heading) => heading === document.activeElement))
    .toBe(true);
  await panel.getByText('Why is this line here?').first().click();
  expect(await panel.getByText(/recorded .*Source: /).count()).toBeGreaterThan(0);
  expect(
    await page
      .getByRole('group', { name: 'People and homes in the picture' })
      .getByRole('button', { name: /^Adult X, man/, pressed: true })
      .count(),
  ).toBe(1);
  await page.goBack();
  await panel.waitFor({ state: 'detached' });
});

test('why a line is here that nobody stated: the visit at which both were met, with its day, the agency that holds it and its source', async () => {
  const { page } = visit;
  await openAt(visit, at('web', 'showcase/child-a'));
  await page.getByRole('region', { name: 'List' }).getByRole('button', { name: 'Adult A', exact: true }).first().click();
  const panel = page.getByRole('region', { name: 'Adult A', exact: true });
  const met = panel.locator('.kith-fact').filter({ hasText: 'Adult A met Child A (a visit, on 3 November 2025' });
  await met.getByText('Why is this line here?').click();
  const why = await met.innerText();
  expect(why).toContain('It was worked out from a contact at which both were met:');
  expect(why).toMatch(/Visit by Children's services, Area 1, on 3 November 2025, about .*Adult A and Child A were met/);
  expect(why).toMatch(
    /Visit, 3 November 2025, recorded by Children's services, Area 1\. Source: not recorded\. Reference: Invented contact visit-h1\./,
  );
  expect(why).not.toContain('No statement for it');
  await expectAccessible(page);
});

test('each line drawn is one row of the list, and the page says what the list holds and the picture does not', async () => {
  const { page } = visit;
  await openAt(visit, at('web', 'showcase/child-a'));
  const facts = await page.locator('[data-fact]').evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset['fact']));
  expect(new Set(facts).size).toBe(facts.length);
  const status = await page.getByText(/\d+ people, \d+ homes, \d+ facts/).innerText();
  expect(status).toContain(`${facts.length} facts`);
  expect(await page.getByText(/In the list and not in the picture:/).count()).toBe(1);
});

test('leaving somebody out asks the server again as a what-if, says so, and can be undone', async () => {
  const { page } = visit;
  await openAt(visit, at('web', 'showcase/child-a'));
  const routes = page.getByRole('region', { name: 'Routes to people of concern' });
  expect(await routes.getByText(/^1 person of concern, by 5 routes\.$/).count()).toBe(1);
  await page.getByRole('region', { name: 'List' }).getByRole('button', { name: 'Adult B' }).first().click();
  await page.getByRole('button', { name: 'Leave out Adult B and look again' }).click();
  await page.getByText(/What if\? 1 thing left out/).waitFor();
  await answered(page);
  expect(await routes.getByText(/with what you left out left out/).count()).toBe(1);
  expect(await page.getByRole('region', { name: 'List' }).getByRole('button', { name: 'Adult B', exact: true }).count()).toBe(0);
  await page.getByRole('button', { name: 'Put Adult B back' }).click();
  await answered(page);
  await routes.getByText(/^1 person of concern, by 5 routes\.$/).waitFor();
});

test('another day is another question, and the link reopens the same view', async () => {
  const { page } = visit;
  await openAt(visit, at('web', 'showcase/child-a'));
  const form = page.getByRole('form', { name: 'Change the question' });
  await form.getByRole('group', { name: 'As at' }).getByLabel('Year').fill('2024');
  await form.getByRole('button', { name: 'Ask again' }).click();
  await page.getByText('As at 12 March 2024', { exact: true }).first().waitFor();
  await answered(page);
  const address = page.url();
  expect(address).toContain('as-at=2024-03-12');
  await openAt(visit, address);
  expect(await page.getByText(/Now showing .* as at 12 March 2024/).count()).toBe(1);
});

test('the picture can be kept as SVG and PNG, named by the day alone and carrying day, who asked and mark', async () => {
  const { page } = visit;
  await openAt(visit, at('web', 'showcase/child-a'));
  const [svg] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download as SVG' }).click()]);
  expect(svg.suggestedFilename()).toBe('kith-web-2026-03-12.svg');
  const text = readFileSync(await svg.path(), 'utf8');
  for (const words of ['12 March 2026', 'OFFICIAL-SENSITIVE', 'Asked by']) expect(text).toContain(words);
  const [png] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download as PNG' }).click()]);
  expect(png.suggestedFilename()).toBe('kith-web-2026-03-12.png');
  expect(
    readFileSync(await png.path())
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
});

test('an analyst sees the households of a person of concern newest first, and finds a path to a child', async () => {
  const { page } = visit;
  await openAt(visit, at('person', 'showcase/adult-x'));
  const households = page.getByRole('region', { name: 'Households, newest contact first' }).first();
  expect(await households.getByRole('row', { name: /^Household 1, mother's home/ }).count()).toBeGreaterThan(0);
  expect(
    await page
      .getByRole('region', { name: 'Routes to children' })
      .getByRole('heading', { name: /^Child A,/ })
      .count(),
  ).toBeGreaterThan(0);
  await page.getByLabel('to', { exact: true }).selectOption({ label: 'Child A, 7 years' });
  await page.getByRole('button', { name: 'Find', exact: true }).click();
  await page.getByText(/path.*, shortest first\./).waitFor();
  expect(
    await page
      .getByRole('region', { name: 'Path finder' })
      .getByText(/Child A/)
      .count(),
  ).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Swap' }).click();
  await answered(page);
  await expect.poll(() => page.getByLabel('Path from').inputValue()).toBe('person showcase/child-a');
});

test('by keyboard alone: from signing in to why a line is in the picture, and back to where one was', async () => {
  const { page } = await kith.visit();
  await page.goto(at('web', 'showcase/child-a'));
  await page.getByLabel('User name').waitFor();
  const tabTo = async (name: string) => {
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press('Tab');
      const here = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement | null;
        const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])].map((label) => label.innerText) : [];
        return [...labels, element?.innerText ?? '', element?.textContent ?? ''].map((text) => text.trim());
      });
      if (here.some((text) => text === name || text.startsWith(`${name}, `))) return;
    }
    throw new Error(`Tab never came to ${name}`);
  };
  await tabTo('User name');
  await page.keyboard.type('mash');
  await tabTo('Password');
  await page.keyboard.type('demonstration');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Why are you looking?' }).waitFor();
  await tabTo('Training on demonstration data');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await page.getByRole('figure', { name: 'Picture of the web' }).waitFor();
  await answered(page);

  const here = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
  await tabTo('Child A');
  if (!(await here()).includes('The person this picture is about')) await page.getByRole('button', { name: /^Child A, girl/ }).focus();
  // The fixed order goes through everything once, and one Tab leaves the picture.
  const names = new Set([await here()]);
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('PageDown');
    names.add(await here());
  }
  const buttons = await page.getByRole('group', { name: 'People and homes in the picture' }).getByRole('button').count();
  expect(names.size).toBe(buttons);
  await page.keyboard.press('Home');
  expect(await here()).toContain('The person this picture is about');
  await page.keyboard.press('ArrowRight');
  const chosen = await here();
  expect(chosen).not.toContain('The person this picture is about');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Close' }).waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
  await page.keyboard.press('Escape');
  await expect.poll(here).toBe(chosen);
  await page.context().close();
});
