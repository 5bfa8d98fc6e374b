import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codesOf, shortAge, webFromAnswer } from '../../../client/web/from-answer.ts';
import { fatesOf, notDrawnSays } from '../../../client/web/account.ts';
import { filtered, listOf, rowsOf } from '../../../client/web/list.ts';
import { bowOf } from '../../../client/web/elements.ts';
import { petalLayout } from '../../../client/web/petals.ts';
import { FORCED_COLOURS } from '../../../client/web/svg.ts';
import { cloneRoot } from '../../../server/config.ts';
import { personRow, stayOf, tieOf, webAnswer } from '../../support/web-answer.ts';

/** A child with mother and brother in one home and father in another; a friend of the father visits the second home. */
function family() {
  return webAnswer({
    people: [
      personRow('kit', { child: true, age: '7 years' }),
      personRow('mum'),
      personRow('bro', { child: true }),
      personRow('dad'),
      personRow('pal'),
    ],
    homes: [
      ['h1', true],
      ['h2', true],
    ],
    stays: [
      stayOf('kit', 'h1'),
      stayOf('kit', 'h2', 'weekends'),
      stayOf('mum', 'h1'),
      stayOf('bro', 'h1'),
      stayOf('dad', 'h2'),
      stayOf('pal', 'h2', 'visits'),
    ],
    ties: [
      ['mum', 'kit', tieOf('PARENT_OF')],
      ['mum', 'bro', tieOf('PARENT_OF')],
      ['dad', 'kit', tieOf('PARENT_OF')],
      ['mum', 'dad', tieOf('PARTNER_OF', { form: 'separated', inForce: false })],
      ['kit', 'bro', tieOf('SIBLING_OF', { form: 'half', derived: true })],
      ['dad', 'pal', tieOf('ASSOCIATE_OF', { form: 'friend' })],
      ['kit', 'mum', tieOf('SHARES_HOME')],
    ],
  });
}

test('each line in the picture has exactly one row in the list, and each row is drawn, folded or said by others', () => {
  const answer = family();
  const rows = rowsOf(listOf(answer)).map((row) => row.id);
  const model = webFromAnswer(answer);
  const scene = petalLayout(model, model.subject);
  expect(new Set(rows).size).toBe(rows.length);
  for (const fact of scene.lines.flatMap((line) => line.facts))
    expect(
      rows.filter((id) => id === fact),
      fact,
    ).toHaveLength(1);
  const fates = fatesOf(answer, scene);
  expect([...fates.keys()].sort()).toEqual([...rows].sort());
  expect([...fates].filter(([, fate]) => fate === 'no room')).toEqual([]);
  expect(notDrawnSays(fates)).toBe(
    'In the list and not in the picture: 1 tie of brothers and sisters (the arrows from their parents say it).',
  );
});

test('a stated brother without parents in common has a line of his own', () => {
  const answer = family();
  const stated = {
    ...answer,
    ties: answer.ties.map((one) => (one.tie.kind === 'SIBLING_OF' ? { ...one, tie: { ...one.tie, derived: false } } : one)),
  };
  expect(webFromAnswer(stated).lines.filter((line) => line.kind === 'sibling')).toHaveLength(1);
});

test('a couple told of at three times is one row and one line, and what holds now decides how it is drawn', () => {
  const answer = family();
  const earlier = ['2010', '2015']
    .map(
      (year) =>
        [
          'mum',
          'dad',
          tieOf('PARTNER_OF', {
            id: 'PARTNER_OF mum dad',
            form: 'married',
            inForce: false,
            says: year,
            end: { earliest: year, latest: `${year}-12-31`, says: year },
          }),
        ] as const,
    )
    .map(([from, to, tie]) => ({ from, to, tie }));
  const now = { from: 'mum', to: 'dad', tie: tieOf('PARTNER_OF', { id: 'PARTNER_OF mum dad', form: 'living together', says: 'now' }) };
  const told = { ...answer, ties: [...earlier, ...answer.ties.filter(({ tie }) => tie.kind !== 'PARTNER_OF'), now] };
  expect(
    webFromAnswer(told)
      .lines.filter((line) => line.kind === 'couple')
      .map((line) => [line.form, line.ended]),
  ).toEqual([['living together', false]]);
  const rows = rowsOf(listOf(told)).filter((row) => row.kind === 'tie' && row.tie.kind === 'PARTNER_OF');
  expect(rows.map((row) => (row.kind === 'tie' ? row.spells.map((spell) => spell.says) : []))).toEqual([['now', '2015', '2010']]);
});

test('take the friend away and his row and his line go', () => {
  const answer = family();
  const without = { ...answer, ties: answer.ties.filter(({ tie }) => tie.form !== 'friend') };
  expect(rowsOf(listOf(without))).toHaveLength(rowsOf(listOf(answer)).length - 1);
});

test('a tie is listed once, with whoever of the two is listed first, and the other says where', () => {
  const [first, second] = listOf(family());
  expect(first?.people.map(({ person }) => person.person.name)).toEqual(['kit', 'mum', 'bro']);
  expect(first?.people[2]?.rows.map((row) => row.kind)).toEqual(['stay']);
  expect(first?.people[2]?.restWith.people).toEqual(['mum', 'kit']);
  expect(second?.people[0]?.restWith.home).toBe('h1');
});

test('somebody with no home is listed under none, and not left out', () => {
  const answer = family();
  const last = listOf({ ...answer, stays: answer.stays.filter((stay) => stay.person !== 'pal') }).at(-1);
  expect([last?.home, last?.people.map(({ person }) => person.person.name)]).toEqual([null, ['pal']]);
});

test('finding in the list keeps the rows that hold every word, and no other', () => {
  const rows = rowsOf(filtered(listOf(family()), 'dad PAL'));
  expect(rows.map((row) => row.kind)).toEqual(['tie']);
  expect(filtered(listOf(family()), 'nobody like this')).toEqual([]);
});

test('what is only denied or taken back is no line in the picture', () => {
  const answer = family();
  const denied = {
    ...answer,
    ties: answer.ties.map((one) => (one.tie.form === 'friend' ? { ...one, tie: { ...one.tie, standing: 'denied' as const } } : one)),
  };
  expect(webFromAnswer(denied).lines.filter((line) => line.kind === 'associate')).toEqual([]);
});

test('ages fit into a symbol', () => {
  expect(
    ['8 years', '10 months', '3 weeks', '7 or 8 years', '0 to 18 years', '18 years or more', 'under 1 year', '1 year'].map(shortAge),
  ).toEqual(['8', '10m', '3w', '7–8', '0–18', '18+', '<1', '1']);
  expect(['unborn', 'age not known', 'unborn, or up to 18 years', 'died aged 0 years or more'].map(shortAge)).toEqual(['', '', '', '']);
});

test('two agencies of one kind have different codes, whatever order they come in', () => {
  const agencies = [
    { id: 'b', name: 'Area 2', kind: 'social care' },
    { id: 'a', name: 'Area 1', kind: 'social care' },
    { id: 'p', name: 'Police', kind: 'police' },
  ];
  fc.assert(
    fc.property(fc.shuffledSubarray(agencies, { minLength: 3, maxLength: 3 }), (some) => {
      expect(Object.fromEntries(codesOf(some))).toEqual({ a: 'CS1', b: 'CS2', p: 'Pol' });
    }),
  );
});

test('a bowed line goes through the place the scene gives it', () => {
  const point = fc.record({ x: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: -500, max: 500 }) });
  fc.assert(
    fc.property(point, point, point, (start, control, end) => {
      fc.pre(start.x !== end.x || start.y !== end.y);
      const { distance, weight } = bowOf(start, control, end);
      const [dx, dy] = [end.x - start.x, end.y - start.y];
      const long = Math.hypot(dx, dy);
      expect(start.x + weight * dx - (dy / long) * distance).toBeCloseTo(control.x, 6);
      expect(start.y + weight * dy + (dx / long) * distance).toBeCloseTo(control.y, 6);
    }),
  );
});

test('the page has the same rules for forced colours as a downloaded picture', () => {
  const sheet = readFileSync(path.join(cloneRoot, 'client', 'styles', '_web.scss'), 'utf8');
  expect(sheet).toContain(FORCED_COLOURS);
});
