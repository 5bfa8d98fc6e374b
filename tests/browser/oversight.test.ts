/** Who looked and what is under seal, as a privacy officer and a custodian see it; and what everybody else is told of what they may not see. */
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answered, expectAccessible, openAt, openKith } from '../support/kith-in-browser.ts';
import type { Kith, Visit } from '../support/kith-in-browser.ts';

let kith: Kith;
let mash: Visit;
const PETRA = { user: 'petra', role: 'privacy officer', agency: 'mia/csc' };
const CORA = { user: 'cora', role: 'custodian', agency: 'mia/police' };
const kid = (page: string) => `${kith.address}/${page}#of=test/kid&as-at=2026-03-12`;
const says = (id: string, claim: object) => ({ type: 'statement', id, agency: 'mia/police', recorded: '2026-01-02', claim });

beforeAll(async () => {
  kith = await openKith();
  // Two people of concern near a child: one under a seal that hides, kept by the police, one under a seal that signals.
  await kith.andThen([
    ...['kid', 'mum', 'hushname', 'whispername'].map((id) => ({ type: 'person', id, label: id })),
    says('s1', { type: 'parent', parent: 'mum', child: 'kid', basis: 'birth' }),
    ...['hushname', 'whispername'].flatMap((id) => [
      says(`with-${id}`, { type: 'partner', persons: ['mum', id], form: 'relationship' }),
      says(`concern-${id}`, { type: 'concern', person: id, form: 'convicted', from: '2014' }),
    ]),
    {
      type: 'seal',
      id: 'hides',
      label: 'Kept apart',
      covers: { persons: ['hushname'] },
      opens: { roles: ['reviewer'] },
      excludes: { users: ['otto'] },
      custodian: 'mia/police',
      from: '2020-01-01',
    },
    { type: 'seal', id: 'signals', label: 'Spoken of', covers: { persons: ['whispername'] }, custodian: 'mia/csc', policy: 'signal' },
  ]);
  mash = await kith.signedIn('mash');
}, 240_000);
afterAll(() => kith?.close(), 60_000);

test('a MASH worker finds no such page, and nothing leads to it', async () => {
  const { page } = mash;
  expect(await page.getByRole('link', { name: 'Oversight' }).count()).toBe(0);
  await openAt(mash, `${kith.address}/oversight`);
  await page.getByRole('heading', { level: 1, name: 'There is no page here' }).waitFor();
});

test('where a seal signals, every page, picture and sheet for a decision says whom to ask, and nothing of who or what is kept apart', async () => {
  const { page, said } = mash;
  const csc = "Children's social care, the children's own authority";
  for (const [name, places] of [
    ['child', 6],
    ['child#sheet=decision', 1],
    ['web', 3],
    ['web#sheet=picture', 2],
    ['person', 2],
  ] as const) {
    const [path, more = ''] = name.split('#');
    await openAt(mash, `${kid(path!)}&${more}`);
    const main = page.getByRole('main');
    // Where it is read first; that it is in the words on how the answer was reached is tested with the answers.
    expect(await main.locator('strong').getByText(`Ask ${csc} before you rely on this.`).count(), name).toBeGreaterThanOrEqual(places);
    expect(await main.innerText(), name).not.toMatch(/hushname|whispername|Kept apart|Spoken of/i);
    await expectAccessible(page);
  }
  // Others come to read a child's file.
  await openAt(mash, `${kid('child')}&sheet=file`);
  expect(await page.getByRole('main').innerText()).not.toContain(`Ask ${csc}`);
  expect(said).toEqual([]);
}, 360_000);

test('where no seal signals, every page says that records one may not see could change it, and asks nobody', async () => {
  const { page } = mash;
  for (const path of ['child', 'web', 'person']) {
    await openAt(mash, `${kith.address}/${path}#of=hh/hh&as-at=2011-05-01`);
    const text = await page.getByRole('main').innerText();
    expect(text, path).toContain('Records you may not see could change this.');
    expect(text, path).not.toMatch(/before you rely on this/);
  }
}, 360_000);

test('a custodian sees the seals of their agency and when a search came upon one, and no log of users', async () => {
  const { page, said } = await kith.signedInAs(CORA);
  await page.getByRole('link', { name: 'Oversight' }).click();
  await page.getByRole('heading', { level: 1, name: 'Who looked, and what is under seal?' }).waitFor();
  await answered(page);
  const row = page.getByRole('region', { name: 'Table: Seals' }).getByRole('row', { name: /^Kept apart/ });
  expect(await row.getByRole('cell').allInnerTexts()).toEqual([
    'in force',
    expect.stringMatching(/^1 person\s+shut to you, so without their ids$/),
    'the role Reviewer',
    'otto',
    expect.stringMatching(/^Police/),
    'from 1 January 2020, no end given',
    'hide: whoever comes upon it is told nothing',
    expect.stringMatching(/^\d+$/),
  ]);
  const main = await page.getByRole('main').innerText();
  expect(main).not.toContain('Spoken of');
  const notices = page.getByRole('region', { name: 'Searches that came upon a seal' });
  expect(await notices.getByRole('row', { name: /Kept apart/ }).count()).toBeGreaterThan(0);
  expect(main).not.toMatch(/Who saw a person|Is the log whole/);
  await expectAccessible(page);
  expect(said).toEqual([]);
  await page.context().close();
});

test('a privacy officer looks up who saw a child and what a user did, and checks the log; their own look is there', async () => {
  const { page, said, sent } = await kith.signedInAs(PETRA);
  await page.getByRole('link', { name: 'Oversight' }).click();
  await answered(page);
  const person = page.getByRole('region', { name: 'Who saw a person' });
  await person.getByRole('button', { name: 'Look up who saw them' }).click();
  await person.getByRole('alert').getByText('Enter the id of the person').waitFor();
  await expectAccessible(page);
  await person.getByLabel('Id of the person').fill('test/kid');
  await person.getByRole('button', { name: 'Look up who saw them' }).click();
  await person.getByText(/entries, newest first/).waitFor();
  const seen = person.getByRole('row', { name: /people-of-concern-near/ }).first();
  expect((await seen.getByRole('cell').allInnerTexts()).slice(0, 4)).toEqual([
    'mash',
    expect.stringMatching(/^MASH worker, Children's social care/),
    'Training on demonstration data',
    'people-of-concern-near',
  ]);
  await person.getByLabel('Id of the person').fill('test/hushname');
  await person.getByRole('button', { name: 'Look up who saw them' }).click();
  // Hidden from the officer by the seal: as somebody who is not there.
  await person.getByText('No record can be shown here').waitFor();
  const user = page.getByRole('region', { name: 'What a user did' });
  await user.getByLabel('User name').fill('petra');
  await user.getByRole('button', { name: 'Look up what they did' }).click();
  await user
    .getByRole('row', { name: /audit\/who-saw/ })
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Check the log' }).click();
  await page.getByText('Nothing was found changed, put in or taken out.').waitFor();
  await expectAccessible(page);
  // The browser says itself that a reply was no success.
  expect(said.filter((line) => !line.includes('404'))).toEqual([]);
  expect(sent.filter(({ url, method }) => /audit|session|graphql/.test(url) && method !== 'POST')).toEqual([]);
  expect(page.url()).not.toContain('kid');
  if (process.env['KITH_SHOTS']) writeFileSync(`${process.env['KITH_SHOTS']}/oversight.png`, await page.screenshot({ fullPage: true }));
  await page.context().close();
});

test('somebody else who signs in where a session ended finds nothing of what was typed there', async () => {
  const { page } = await kith.signedInAs(PETRA);
  await page.getByRole('link', { name: 'Oversight' }).click();
  await answered(page);
  await page.getByLabel('Id of the person').fill('test/kid');
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Look up who saw them' }).click();
  await page.getByText(/You were signed out/).waitFor();
  await page.getByLabel('User name').fill('cora');
  await page.getByLabel('Password').fill('correct horse battery');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Why are you looking?' }).waitFor();
  await page.getByRole('radio', { name: 'Checking who looked, or a seal' }).check();
  await page.getByLabel('Reference').fill('O-2026/2');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { level: 1, name: 'Who looked, and what is under seal?' }).waitFor();
  await answered(page);
  expect(await page.getByRole('main').innerText()).not.toContain('Who saw a person');
  await page.context().close();
});

test('at 320 pixels the seals and the log need no scrolling sideways', async () => {
  const { page } = await kith.signedInAs(PETRA, { viewport: { width: 320, height: 640 } });
  await page.goto(`${kith.address}/oversight`);
  await page.getByLabel('Id of the person').fill('test/kid');
  await page.getByRole('button', { name: 'Look up who saw them' }).click();
  await page
    .getByText(/entries, newest first/)
    .first()
    .waitFor();
  await answered(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await expectAccessible(page);
  if (process.env['KITH_SHOTS']) writeFileSync(`${process.env['KITH_SHOTS']}/oversight-320.png`, await page.screenshot({ fullPage: true }));
  await page.context().close();
});
