/** A child about whom far more is recorded than a page can hold: it comes in pages, and every one says so. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operator } from '../../server/access/viewer.ts';
import { askOne } from '../../server/ask.ts';
import { fileOf } from '../../server/export/exports.ts';
import { givenCaseFile, type Answer, type Given } from '../support/given.ts';
import { longLife } from '../support/long-life.ts';

const ENTRIES = 230;
const PAGE = 40;
const settings = { people: ['child'], asAt: '2020-12-31', heldOn: '2020-12-31' };
const idsIn = ({ entries, undated, notHeld }: Answer): string[] => [...entries, ...undated, ...notHeld].map(({ id }: Answer) => id);

let given: Given;
beforeAll(async () => {
  given = await givenCaseFile(...longLife(ENTRIES));
});
afterAll(async () => given.close());

/** Page after page, until one says that it is the last. */
async function pagesOf(more: object): Promise<Answer[]> {
  const pages: Answer[] = [];
  for (let skip = 0; pages.at(-1)?.truncated !== false; skip += PAGE)
    pages.push(await given.ask('chronology', { ...settings, ...more, first: PAGE, skip }));
  return pages;
}

describe('A child with more entries than a page has', () => {
  it.each([
    ['as it happened', {}],
    ['as it came to be held by the school', { asHeldBy: 'school' }],
  ])('has each of them on one page and no other, %s, in the order of the whole', async (_, more) => {
    const pages = await pagesOf(more);
    expect(pages.map(({ pageSays }) => pageSays)).toEqual([
      'Entries 1 to 40 of 230: ask for the next with skip 40.',
      'Entries 41 to 80 of 230: ask for the next with skip 80.',
      'Entries 81 to 120 of 230: ask for the next with skip 120.',
      'Entries 121 to 160 of 230: ask for the next with skip 160.',
      'Entries 161 to 200 of 230: ask for the next with skip 200.',
      'Entries 201 to 230 of 230, the last.',
    ]);
    expect(pages.flatMap(idsIn)).toEqual(idsIn(await given.ask('chronology', { ...settings, ...more, first: 500 })));
    expect(pages.flatMap(idsIn).sort()).toEqual(longLife(ENTRIES).flatMap(({ id }: Answer) => (/^e\d/.test(id) ? id : [])));
  });

  it('says of every page the same of how many there are and who held them', async () => {
    const pages = await pagesOf({});
    expect(pages.map(({ total }) => total)).toEqual(pages.map(() => ENTRIES));
    expect(new Set(pages.map(({ lanes }) => JSON.stringify(lanes))).size).toBe(1);
    expect(pages[0].lanes.map(({ entries }: Answer) => entries)).toEqual([77, 77, 76]);
  });

  it('has nothing after the last, and says how many were skipped', async () => {
    const after = await given.ask('chronology', { ...settings, skip: 1_000 });
    expect([idsIn(after), after.truncated, after.pageSays]).toEqual([[], false, 'No entries: 1,000 were skipped and there are 230.']);
  });

  it('gives a file that has one page and says of how many', async () => {
    const data = await askOne(given.desk, 'chronology', { ...settings, first: PAGE, skip: PAGE }, operator());
    const table = new TextDecoder().decode(await fileOf('chronology', data, operator(), 'csv'));
    expect(table).toContain('"Entries in this file","Entries 41 to 80 of 230: ask for the next with skip 80."');
    expect(table.match(/^"e\d{5}"/gm)).toEqual(idsIn((await pagesOf({}))[1]).map((id) => `"${id}"`));
  });
});
