import { expect, test } from 'vitest';
import { cardsLayout } from '../../client/web/cards.ts';
import type { Web } from '../../client/web/web-model.ts';
import { familyOfThreeHomes } from '../support/petals-family.ts';
import { coveredLabels, figuresOf, overlappingSymbols } from '../support/petals-measure.ts';
import { familyLike } from '../support/petals-random.ts';

/** Families of more people than petals can show. */
const large = Array.from({ length: 60 }, (_, seed) => familyLike(seed, 320)).filter(({ people }) => people.length > 60);
const drawnPeople = (web: Web): string[] =>
  cardsLayout(web, web.subject)
    .symbols.flatMap((symbol) => (symbol.type === 'person' ? [symbol.id] : []))
    .sort();

test('in a large family everybody with a tie is drawn once, whatever number of homes they stay in', () => {
  expect(large.length).toBeGreaterThan(25);
  for (const web of large) {
    const { people } = cardsLayout(web, web.subject).notShown;
    expect(drawnPeople(web)).toEqual(
      web.people
        .map(({ id }) => id)
        .filter((id) => !people.includes(id))
        .sort(),
    );
  }
});

test('no symbol stands over another, no words over words, and no line over anybody', () => {
  for (const web of large.slice(0, 12)) {
    const scene = cardsLayout(web, web.subject);
    expect(overlappingSymbols(scene)).toEqual([]);
    expect(coveredLabels(scene)).toEqual([]);
    expect(figuresOf(scene)).toMatchObject({ overSymbols: 0, crossings: 0 });
  }
});

test('every fact is drawn, said on a card, or counted as not shown, and only one of these', () => {
  for (const web of large) {
    const { lines, folded, notShown } = cardsLayout(web, web.subject);
    const told = [...lines.flatMap(({ facts }) => facts), ...folded, ...notShown.facts].sort();
    expect(told).toEqual([...web.stays, ...web.lines].map(({ id }) => id).sort());
  }
});

test('the same family gives the same picture, in whatever order it comes', () => {
  for (const web of large.slice(0, 10)) {
    const turned = {
      ...web,
      people: [...web.people].reverse(),
      homes: [...web.homes].reverse(),
      stays: [...web.stays].reverse(),
      lines: [...web.lines].reverse(),
    };
    expect(cardsLayout(turned, web.subject)).toEqual(cardsLayout(web, web.subject));
  }
});

test('somebody who stays in two homes is on one card, which names the other', () => {
  const web = familyOfThreeHomes();
  const twice = web.people.find(
    ({ id }) =>
      id !== web.subject &&
      new Set(web.stays.filter((s) => s.person === id && s.inForce && s.pattern !== 'visits').map((s) => s.home)).size > 1,
  )!;
  const { labels } = cardsLayout(web, web.subject);
  expect(labels.filter(({ of, id }) => of === 'person' && id === twice.id).map(({ text }) => text.join(' '))).toEqual([
    expect.stringContaining('also at'),
  ]);
});

test('the picture says that it is a draft with lines from one person alone', () => {
  const web = large[0]!;
  const { notes, lines } = cardsLayout(web, web.subject);
  expect(notes[0]).toMatch(/^More than can be drawn with every tie/);
  for (const { from, to } of lines) expect([from.id, to.id]).toContain(web.subject);
});

test('somebody who is not there is refused', () => {
  expect(() => cardsLayout(large[0]!, 'nobody')).toThrow(RangeError);
});
