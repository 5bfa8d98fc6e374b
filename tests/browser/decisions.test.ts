/** Recording a decision on the network check: by role and name only, on the real server and database. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answered, expectAccessible, openAt, openKith, signIn, SHOWCASE_DAY } from '../support/kith-in-browser.ts';
import type { Kith } from '../support/kith-in-browser.ts';

let kith: Kith;
/** A test that is tried again records again. */
let tries = 0;
const check = () => `${kith.address}/child#of=showcase%2Fchild-a&as-at=${SHOWCASE_DAY}`;

beforeAll(async () => {
  kith = await openKith();
}, 240_000);
afterAll(() => kith?.close(), 60_000);

test('a MASH worker records a decision with its reason, and everybody who opens the check finds it with who and when', async () => {
  const visit = await kith.signedIn('mash');
  const { page, said } = visit;
  const what = `Strategy discussion, try ${++tries}`;
  await openAt(visit, check());
  await page.getByRole('button', { name: 'Decisions', exact: true }).click();
  const part = page.getByRole('region', { name: 'Decisions', exact: true });
  const form = part.getByRole('form', { name: 'Record a decision' });
  await form.getByRole('button', { name: 'Record decision' }).click();
  await form.getByRole('alert').getByRole('link', { name: 'Enter why' }).click();
  expect(await form.getByLabel('Why').evaluate((field) => field === document.activeElement)).toBe(true);
  await expectAccessible(page);
  await form.getByLabel('What was decided about Child A').fill(what);
  await form.getByLabel('Why').fill('Adult X visits the home.\nProbation was not asked.');
  await form.getByRole('button', { name: 'Record decision' }).dblclick();
  await part.getByRole('region', { name: 'Decision recorded' }).waitFor();
  await answered(page);
  const row = part.getByRole('row', { name: what });
  expect(await row.count()).toBe(1);
  expect(await row.innerText()).toMatch(/Adult X visits the home\.\s+Probation was not asked\..*mash, MASH worker/s);
  expect(await form.getByLabel('Why').inputValue()).toBe('');
  await expectAccessible(page);
  expect(said).toEqual([]);

  await openAt(visit, `${check()}&sheet=decision`);
  expect(await page.getByRole('main').innerText()).toContain(`${what}. Reason: Adult X visits the home.`);
  await page.context().close();

  const analyst = await kith.signedIn('analyst');
  await openAt(analyst, check());
  const shown = analyst.page.getByRole('region', { name: 'Decisions', exact: true });
  expect(await shown.getByRole('row', { name: what }).count()).toBe(1);
  expect(await shown.getByRole('form').count()).toBe(0);
  expect(await shown.getByText('Your role and purpose record no decisions.').count()).toBe(1);
  await expectAccessible(analyst.page);
  await analyst.page.context().close();
}, 300_000);

test('a session that ended meanwhile loses nothing that was typed, and nobody else finds it', async () => {
  const visit = await kith.signedIn('mash');
  const { page } = visit;
  await openAt(visit, check());
  const form = page.getByRole('form', { name: 'Record a decision' });
  await form.getByLabel('What was decided about Child A').fill('Assessment');
  await form.getByLabel('Why').fill('Typed before the session ended.');
  await page.context().clearCookies();
  await form.getByRole('button', { name: 'Record decision' }).click();
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
  await signIn(page, kith.address, 'mash');
  await answered(page);
  expect(await form.getByLabel('Why').inputValue()).toBe('Typed before the session ended.');
  expect(await page.getByText('What you typed before is still here. It is not recorded yet.').count()).toBe(1);
  expect(await page.getByRole('row', { name: /Typed before the session ended/ }).count()).toBe(0);
  await form.getByRole('button', { name: 'Record decision' }).click();
  await page.getByRole('row', { name: /Typed before the session ended/ }).waitFor();

  await form.getByLabel('Why').fill('For my eyes alone until it is sent.');
  await page.context().clearCookies();
  await form.getByRole('button', { name: 'Record decision' }).click();
  await page.getByText('Enter what was decided').first().waitFor();
  await form.getByLabel('What was decided about Child A').fill('x');
  await form.getByRole('button', { name: 'Record decision' }).click();
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
  await signIn(page, kith.address, 'reviewer');
  await answered(page);
  expect(await page.getByRole('main').innerText()).not.toContain('For my eyes alone');
  await page.context().close();
}, 240_000);

test('a server that cannot be reached is said at the form, which keeps what was typed and is recorded once when sent again', async () => {
  const visit = await kith.signedIn('mash');
  const { page } = visit;
  await openAt(visit, check());
  const form = page.getByRole('form', { name: 'Record a decision' });
  await form.getByLabel('What was decided about Child A').fill('Early help');
  await form.getByLabel('Why').fill('The reply was lost on the way.');
  // The server does it, and its reply never arrives.
  await page.route('**/graphql', async (route) => {
    if (!(route.request().postData() ?? '').includes('record-decision')) return route.continue();
    await route.fetch();
    return route.abort();
  });
  await form.getByRole('button', { name: 'Record decision' }).click();
  await form
    .getByText(/it is not known whether this was recorded/)
    .first()
    .waitFor();
  await expectAccessible(page);
  expect(await form.getByLabel('Why').inputValue()).toBe('The reply was lost on the way.');
  await page.unroute('**/graphql');
  await form.getByRole('button', { name: 'Record decision' }).click();
  await page.getByRole('region', { name: 'Decision recorded' }).waitFor();
  await answered(page);
  expect(await page.getByRole('row', { name: /The reply was lost on the way/ }).count()).toBe(1);
  await page.context().close();
}, 240_000);
