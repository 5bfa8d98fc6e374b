/** docs/gaps.md, read as a reader would check it: nothing in it that is not there, and nothing left out. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../server/questions/catalogue.ts';

const fileAt = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const text = readFileSync(fileAt('docs/gaps.md'), 'utf8');
const rows = [...text.matchAll(/^\| (\d+) \| (.*) \| (.*) \| (.*) \|$/gm)].map(([, number, gap, asked, shown]) => ({
  number: Number(number),
  gap: gap!,
  asked: asked!,
  shown: shown!,
}));
/** Questions of the catalogue that docs/questions.md tells of as to come. */
const toCome = new Set(
  [...readFileSync(fileAt('docs/questions.md'), 'utf8').matchAll(/^\| ([a-z, -]+) \|.*\| later \|$/gm)].flatMap(([, names]) =>
    names!.split(', '),
  ),
);
const testsIn = (shown: string): string[] => shown.match(/\b(?:gaps|golden)-[a-z-]+\b/g) ?? [];
const isShown = ({ shown }: (typeof rows)[number]): boolean => testsIn(shown).length > 0 && !shown.startsWith('not yet');

describe('The list of gaps', () => {
  it('has each of the 85 gaps once, in order', () => {
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 85 }, (_, at) => at + 1));
  });

  it('says in its text how many are shown, and that is how many rows have a test', () => {
    expect(text).toContain(`${rows.filter(isShown).length} of ${rows.length} are shown`);
  });

  it.each(rows)('gap $number is shown by tests that are there, or says "not yet" and why', (row) => {
    if (isShown(row)) {
      for (const name of testsIn(row.shown)) {
        const file = fileAt(`tests/graph/${name}.test.ts`);
        expect(existsSync(file), `${name}.test.ts`).toBe(true);
        if (name.startsWith('gaps-')) expect(readFileSync(file, 'utf8')).toMatch(new RegExp(`\\bgaps?\\b[^:]*\\b${row.number}\\b`));
      }
    } else expect(row.shown).toMatch(/^not yet\b.*: .+/);
  });

  it.each(rows)('gap $number names questions that there are, or that are to come', ({ number, asked, shown }) => {
    const named = [...`${asked} ${shown}`.matchAll(/`([a-z]+(?:-[a-z]+)*)(?= --|`)/g)].map(([, name]) => name!);
    for (const name of named.filter((one) => one.includes('-') || catalogue.has(one)))
      expect([number, name, catalogue.has(name) || toCome.has(name)]).toEqual([number, name, true]);
    if (isShown({ number, gap: '', asked, shown })) expect(named.some((name) => catalogue.has(name))).toBe(true);
  });
});
