/** Every page and state: accessible, readable at 320 pixels, silent in the console, and telling nothing it should not. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { answered, expectAccessible, openAt, openKith, SHOWCASE_DAY, signIn } from '../support/kith-in-browser.ts';
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
afterEach(() => {
  visit.said.length = 0;
});

test('signing in and stating a purpose: no barrier, errors named and focused, nothing typed is lost', async () => {
  const { page, said } = await kith.visit();
  await page.goto(`${kith.address}/child#of=mia/connor`);
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
  await expectAccessible(page);
  await page.getByLabel('User name').fill('mash');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('alert').getByRole('link', { name: 'Enter your password' }).click();
  expect(await page.getByLabel('Password').evaluate((field) => field === document.activeElement)).toBe(true);
  expect(await page.getByLabel('User name').inputValue()).toBe('mash');
  expect(page.url()).toContain('#of=mia/connor');
  await expectAccessible(page);
  await page.getByLabel('Password').fill('demonstration');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Why are you looking?' }).waitFor();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('alert').getByText('Choose why you are looking').waitFor();
  await expectAccessible(page);
  expect(said).toEqual([]);
  await page.context().close();
});

test('no page with an answer has a barrier, and none says anything in the console', async () => {
  const { page, said } = visit;
  for (const address of [
    at('child', 'showcase/child-a'),
    at('child', 'showcase/child-a', SHOWCASE_DAY, '&sheet=decision'),
    at('child', 'showcase/child-a', SHOWCASE_DAY, '&sheet=file'),
    at('web', 'showcase/child-a'),
    at('web', 'showcase/child-a', SHOWCASE_DAY, '&sheet=picture'),
    at('web', 'showcase/child-a', SHOWCASE_DAY, '&pick=person:showcase/adult-x&without=showcase/adult-b'),
    at('person', 'showcase/adult-x', SHOWCASE_DAY, '&from=showcase/adult-x&to=showcase/child-a'),
  ]) {
    await openAt(visit, address);
    await expectAccessible(page);
  }
  expect(said).toEqual([]);
}, 240_000);

test('a search: empty, without a match, with matches', async () => {
  const { page, said } = visit;
  await openAt(visit, `${kith.address}/`);
  await page.getByRole('button', { name: 'Search' }).click();
  await page
    .getByRole('alert')
    .getByText(/Enter a name/)
    .waitFor();
  await expectAccessible(page);
  await page.getByLabel('Family name').fill('Nobodyofthisname');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByText('Nobody recorded here matches what you entered.').waitFor();
  expect(await page.getByText(/no proof that nobody holds a record/).count()).toBe(1);
  await expectAccessible(page);
  await page.getByLabel('Family name').fill('Connor');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('row', { name: /^Connor/ }).waitFor();
  await expectAccessible(page);
  expect(said).toEqual([]);
});

test('somebody who is not there and somebody one may not see: the same sentence, and a way on', async () => {
  const { page } = visit;
  await openAt(visit, at('child', 'showcase/nobody'));
  const words = await page.getByRole('main').innerText();
  expect(words).toContain('There may be no such record, or you may not see it. Kith says the same for both.');
  expect(await page.getByRole('link', { name: 'Search for a person' }).count()).toBe(1);
  await expectAccessible(page);
  // Somebody of the sealed part of the invented family, which is not loaded here: the very same page.
  await openAt(visit, at('child', 'showcase/adult-s'));
  expect(await page.getByRole('main').innerText()).toBe(words);
});

test('an address that was tampered with says what was left out, and goes on', async () => {
  const { page } = visit;
  await openAt(visit, `${kith.address}/web#of=showcase/child-a&as-at=2026-02-31&within=9&colour=red`);
  const main = page.getByRole('main');
  expect(await main.getByText('The day asked about in this address is not a day such as 2020-04-25. It was left out.').count()).toBe(1);
  expect(await main.getByRole('heading', { level: 1 }).innerText()).toBe('Web of households: Child A');
  await page.getByRole('link', { name: 'Use the address without these parts' }).click();
  await expect.poll(() => page.url()).toMatch(/\/web#of=showcase%2Fchild-a$/);
  await openAt(visit, `${kith.address}/web`);
  expect(await main.getByText('This address does not say who it is about.').count()).toBe(1);
});

test('a server that is gone, a database that is gone, an answer that is late: each is said, and asking again helps', async () => {
  const own = await kith.signedIn('mash');
  const { page } = own;
  await openAt(own, at('child', 'showcase/child-a'));
  const question = '**/graphql';
  const form = page.getByRole('form', { name: 'Change the question' });
  const concern = page.getByRole('region', { name: /People of concern/ });
  await page.route(question, (route) => route.abort());
  await form.getByRole('group', { name: 'Steps' }).getByRole('radio', { name: '1', exact: true }).check();
  await form.getByRole('button', { name: 'Ask again' }).click();
  await concern.getByText('Kith cannot be reached').waitFor();
  await page.unroute(question);
  await page.route(question, (route) =>
    route.fulfill({
      status: 503,
      contentType: 'application/json',
      body: JSON.stringify({ data: null, errors: [{ message: 'x', extensions: { code: 'GRAPH_UNAVAILABLE' } }] }),
    }),
  );
  await concern.getByRole('button', { name: 'Ask again' }).click();
  await concern.getByText('The records cannot be read now').waitFor();
  await expectAccessible(page);
  await page.unroute(question);
  let answer = (): void => undefined;
  const held = new Promise<void>((resolve) => (answer = resolve));
  // Late for as long as it takes to look at the page; by then nobody may want it any more.
  await page.route(question, async (route) => {
    await held;
    await route.continue().catch(() => undefined);
  });
  await concern.getByRole('button', { name: 'Ask again' }).click();
  await concern.getByText(/Still asking which people of concern are near this child/).waitFor();
  await expectAccessible(page);
  await concern.getByRole('button', { name: 'Stop waiting' }).click();
  await concern.getByText('You stopped waiting').waitFor();
  answer();
  await page.unroute(question);
  await concern.getByRole('button', { name: 'Ask again' }).click();
  await concern
    .getByRole('heading', { name: /^Adult X/ })
    .first()
    .waitFor();
  await page.context().close();
}, 240_000);

test('signed out meanwhile: the page says so, keeps the place, and goes on after signing in', async () => {
  const own = await kith.signedIn('mash');
  await openAt(own, at('child', 'mia/connor', '2020-04-25'));
  await own.page.context().clearCookies();
  await own.page.getByRole('button', { name: 'A day later' }).click();
  await own.page.getByText(/You were signed out/).waitFor();
  await expectAccessible(own.page);
  expect(own.page.url()).toContain('as-at=2020-04-26');
  await own.page.context().close();
});

test('a session that ends in the middle of a form: what was typed is there again after signing in', async () => {
  const own = await kith.visit();
  const { page } = own;
  await page.clock.install();
  await page.goto(at('child', 'mia/connor', '2020-04-25'));
  await signIn(page, kith.address, 'mash');
  const year = page.getByRole('form', { name: 'Change the question' }).getByRole('group', { name: 'As at' }).getByLabel('Year');
  await year.fill('2019');
  await page.context().clearCookies();
  await page.clock.fastForward('15:10');
  await page.getByText(/You were signed out/).waitFor();
  expect(await page.getByRole('main').innerText()).not.toContain('Connor');
  await signIn(page, kith.address, 'mash');
  await year.waitFor();
  expect(await year.inputValue()).toBe('2019');
  await page.context().close();
});

test('at 320 pixels nothing needs scrolling sideways, and the picture is on a page of its own', async () => {
  const own = await kith.signedIn('mash', { viewport: { width: 320, height: 640 } });
  for (const address of [
    `${kith.address}/`,
    at('child', 'showcase/child-a'),
    at('web', 'showcase/child-a'),
    at('person', 'showcase/adult-x'),
  ]) {
    await openAt(own, address);
    expect(await own.page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(320);
  }
  await openAt(own, at('web', 'showcase/child-a'));
  expect(await own.page.getByRole('figure').count()).toBe(0);
  await own.page.getByRole('link', { name: 'Picture on a page of its own' }).click();
  await own.page.getByRole('figure', { name: 'Picture of the web' }).waitFor();
  await expectAccessible(own.page);
  await own.page.context().close();
}, 240_000);

test('at 400 % the bar still says about whom, of which day, held by the end of which, and why, though both days are one', async () => {
  const own = await kith.signedIn('mash', { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 });
  for (const page of ['child', 'web', 'person']) {
    await openAt(own, at(page, 'showcase/child-a', SHOWCASE_DAY, `&held-on=${SHOWCASE_DAY}`));
    const bar = await own.page.getByRole('region', { name: 'Who, when and why' }).innerText();
    expect(bar, page).toMatch(/Child A, 7 years\s+As at 12 March 2026\s+Held by the end of 12 March 2026\s+Purpose: Training/);
    expect(await own.page.evaluate(() => document.documentElement.scrollWidth), page).toBeLessThanOrEqual(320);
  }
  await own.page.context().close();
}, 240_000);

test('with dark forced colours the lanes are drawn in the colour of the text, and not in ink on black', async () => {
  const own = await kith.signedIn('mash', { forcedColors: 'active', colorScheme: 'dark' });
  await openAt(own, at('person', 'showcase/adult-x'));
  const lanes = own.page.getByRole('region', { name: 'Drawing of the stays' });
  const [text, ...drawn] = await lanes.locator('.kith-lane, .kith-lane-mark').evaluateAll((lines) => {
    document.body.style.color = 'CanvasText';
    return [getComputedStyle(document.body).color, ...lines.map((line) => getComputedStyle(line).stroke)];
  });
  expect(drawn.length).toBeGreaterThan(0);
  expect(new Set(drawn)).toEqual(new Set([text]));
  await own.page.context().close();
}, 240_000);

test('with forced colours the picture is SVG, with the same buttons over it', async () => {
  const own = await kith.signedIn('mash', { forcedColors: 'active' });
  await openAt(own, at('web', 'showcase/child-a'));
  const picture = own.page.getByRole('group', { name: 'People and homes in the picture' });
  await picture.waitFor();
  expect(await own.page.locator('.kith-canvas svg').count()).toBe(1);
  expect(await own.page.locator('.kith-canvas canvas').count()).toBe(0);
  expect(await picture.getByRole('button').count()).toBeGreaterThan(20);
  expect(own.said).toEqual([]);
  await own.page.context().close();
});

test('a marked name is in no address, title, storage or console, and every request for records is a POST', async () => {
  const name = 'Quillfeather';
  await kith.andThen([
    { type: 'agency', id: 'police', name: 'Police (test)', kind: 'police' },
    { type: 'person', id: 'p1', label: `Zebedee ${name}` },
    { type: 'household', id: 'h1', label: `${name} home` },
    {
      type: 'statement',
      id: 's1',
      agency: 'police',
      recorded: '2026-01-02',
      claim: { type: 'home', person: 'p1', household: 'h1', pattern: 'lives', from: '2025', to: '..' },
    },
  ]);
  const own = await kith.signedIn('mash');
  const { page, said, sent } = own;
  await page.getByLabel('Family name').fill(name);
  await page.getByRole('button', { name: 'Search' }).click();
  await page
    .getByRole('row', { name: new RegExp(name) })
    .getByRole('link', { name: /Web of households/ })
    .click();
  await page.getByRole('heading', { level: 1, name: new RegExp(name) }).waitFor();
  await answered(page);
  await page
    .getByRole('region', { name: 'List' })
    .getByRole('button', { name: new RegExp(name) })
    .first()
    .click();
  await page.goBack();
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: 'Who are you looking for?' }).waitFor();
  // What was typed is still there.
  expect(await page.getByLabel('Family name').inputValue()).toBe(name);
  const kept = await page.evaluate(async () =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, await indexedDB.databases(), await caches.keys(), history.state]),
  );
  expect(kept).not.toContain(name);
  expect(said).toEqual([]);
  expect(await page.title()).not.toContain(name);
  for (const { url, method, body } of sent) {
    expect(url).not.toContain(name);
    if (body !== '') expect(method).toBe('POST');
    if (/graphql|session/.test(url)) expect(method).toBe('POST');
  }
  await page.context().close();
});

test('printing the web prints one sheet with day, key, who asked and mark', async () => {
  const { page } = visit;
  await openAt(visit, at('web', 'showcase/child-a'));
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const sheet = await page.locator('.kith-paper-only').textContent();
  for (const words of ['12 March 2026', 'OFFICIAL-SENSITIVE', 'Asked by', 'People']) expect(sheet).toContain(words);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  expect(await page.locator('.kith-paper-only').textContent()).toBe('');
});
