import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Entry } from '../../../client/answers.gen.ts';
import { drawnLanes } from '../../../client/chronology-lanes.ts';
import type { Chronology } from '../../../client/chronology-lanes.ts';

const POLICE = { id: 'police', name: 'Police', kind: 'police', area: null };
const MIDWIFERY = { id: 'midwifery', name: 'Midwifery', kind: 'midwifery', area: null };
const on = (day: string | null) => ({ earliest: day, latest: day, says: day ?? 'not recorded' });

function entry(id: string, happened: string | null, held: [typeof POLICE, string][], more: Partial<Entry> = {}): Entry {
  return {
    id,
    kind: 'statement',
    agency: held[0]![0],
    happened: on(happened),
    until: null,
    knownFrom: held[0]![1],
    heldBy: held.map(([agency, from]) => ({ agency, from })),
    delay: null,
    heldBefore: false,
    keyEvent: null,
    about: [{ id: 'ada', name: 'Ada' }],
    place: null,
    what: id,
    source: 'Police',
    done: null,
    stance: 'claims',
    ref: null,
    note: null,
    repeats: null,
    says: id,
    ...more,
  };
}

function chronology(entries: Entry[], undated: Entry[] = []): Chronology {
  const lane = (agency: typeof POLICE, heldFrom: string | null) => ({
    agency,
    entries: 1,
    heldFrom,
    loadedFrom: heldFrom,
    loadedTo: heldFrom,
    says: '',
  });
  return {
    people: [{ id: 'ada', name: 'Ada' }],
    entries,
    undated,
    notHeld: [],
    lanes: [lane(POLICE, '2016-10-12'), lane(MIDWIFERY, null)],
  } as unknown as Chronology;
}

test('an agency that recorded a thing has a filled dot, one that learnt it later a hollow one, each joined to the day it happened', () => {
  const drawn = drawnLanes(
    chronology([
      entry('couple', '2016-10-01', [
        [POLICE, '2016-10-12'],
        [MIDWIFERY, '2018-11-05'],
      ]),
    ]),
    'agency',
  )!;
  expect(drawn.lanes.map(({ name, dots, heldFrom }) => [name, heldFrom, dots])).toEqual([
    ['Police', '2016-10-12', [{ entry: 'couple', at: '2016-10-12', happened: '2016-10-01', learnt: false }]],
    ['Midwifery', null, [{ entry: 'couple', at: '2018-11-05', happened: '2016-10-01', learnt: true }]],
  ]);
  expect([drawn.from, drawn.to]).toEqual(['2016-10-01', '2018-11-05']);
});

test('what names no day stands on the day it was held, with no line', () => {
  const drawn = drawnLanes(chronology([], [entry('mother', null, [[POLICE, '2016-10-12']])]), 'agency')!;
  expect(drawn.lanes[0]!.dots).toEqual([{ entry: 'mother', at: '2016-10-12', happened: null, learnt: false }]);
  expect(drawn.to > drawn.from).toBe(true);
});

test('lanes of homes and of people: the chosen first, what names no home last', () => {
  const home = { id: 'h', kind: 'household', name: 'Home' };
  const answer = chronology([
    entry('no-home', '2016-01-01', [[POLICE, '2016-01-02']]),
    entry('home', '2016-01-03', [[POLICE, '2016-01-04']], { place: home, about: [{ id: 'ben', name: 'Ben' }] }),
  ]);
  expect(drawnLanes(answer, 'household')!.lanes.map(({ name }) => name)).toEqual(['Home', 'No home named']);
  expect(drawnLanes(answer, 'person')!.lanes.map(({ name }) => name)).toEqual(['Ada', 'Ben']);
});

test('key events are upright lines, each once, in order of their day', () => {
  const birth = { keyEvent: { what: 'birth', on: on('2016-05-18') } };
  const answer = chronology([
    entry('a', '2016-05-18', [[POLICE, '2016-05-20']], birth),
    entry('b', '2016-05-18', [[MIDWIFERY, '2016-05-20']], birth),
    entry('c', '2014-01-01', [[POLICE, '2014-02-01']], { keyEvent: { what: 'conviction', on: on('2014-01-01') } }),
  ]);
  expect(drawnLanes(answer, 'agency')!.marks.map(({ says }) => says)).toEqual(['conviction, Ada: 2014-01-01', 'birth, Ada: 2016-05-18']);
});

test('with nothing held on a day there is nothing to draw', () => {
  expect(drawnLanes(chronology([]), 'agency')).toBeNull();
});

test('every holding of every entry is one dot, and every dot lies within the days drawn', () => {
  const day = fc.nat(6000).map((n) => new Date(Date.UTC(2005, 0, 1) + n * 86_400_000).toISOString().slice(0, 10));
  const some = fc.array(fc.tuple(fc.option(day), day, fc.option(day)), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(some, (rows) => {
      const entries = rows.map(([happened, first, second], i) =>
        entry(`e${i}`, happened, [[POLICE, first], ...(second === null ? [] : [[MIDWIFERY, second] as [typeof POLICE, string]])]),
      );
      const { lanes, from, to } = drawnLanes(chronology(entries), 'agency')!;
      const dots = lanes.flatMap((lane) => lane.dots);
      expect(dots).toHaveLength(entries.reduce((sum, { heldBy }) => sum + heldBy.length, 0));
      for (const { at, happened } of dots)
        for (const one of [at, ...(happened === null ? [] : [happened])]) expect(one >= from && one <= to).toBe(true);
    }),
  );
});
