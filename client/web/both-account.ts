/** What became of each difference of two settings in their picture, so that lists and picture can be held against each other. Pure. */
import { count, listed } from '../words.ts';
import type { BothStates, Difference } from './both-states.ts';
import { isSaidByStays, saidBy } from './from-answer.ts';
import type { Scene } from './scene.ts';

/** On a line of its own, or as a word under the name of somebody or on a card; the rest is in the lists alone. */
export type BothFate = 'on a line' | 'under a name' | 'said by stays' | 'said by parents' | 'said by home' | 'taken back' | 'no room';

/** By the id of the difference. */
export function bothFatesOf(both: BothStates, scene: Scene): Map<string, BothFate> {
  const drawn = new Set(scene.lines.flatMap(({ facts }) => facts));
  const folded = new Set(scene.folded);
  const people = new Map(both.web.people.map((one) => [one.id, one]));
  const noRoom = new Set(scene.notShown.people);
  return new Map(both.differences.map((one) => [one.id, fateOf(one)]));

  function fateOf({ id, fact, people: [person] }: Difference): BothFate {
    if (id.startsWith('CONCERN '))
      return noRoom.has(person!) ? 'no room' : people.get(person!)?.concern === undefined ? 'taken back' : 'under a name';
    const ids = both.factsOf.get(fact) ?? [];
    if (ids.some((one) => drawn.has(one))) return 'on a line';
    if (fact.startsWith('stay ')) {
      if (ids.some((one) => folded.has(one))) return 'under a name';
      return both.web.stays.some((stay) => ids.includes(stay.id) && !isRejected(stay.standing)) ? 'no room' : 'taken back';
    }
    const rows = both.answer.ties.filter(({ tie }) => ids.includes(tie.id));
    if (rows.some(({ tie }) => isSaidByStays(tie.kind))) return 'said by stays';
    const said = rows[0] === undefined ? null : saidBy(rows[0], both.answer.stays);
    if (said !== null) return said === 'parents' ? 'said by parents' : 'said by home';
    return rows.every(({ tie }) => isRejected(tie.standing)) ? 'taken back' : 'no room';
  }
}

const isRejected = (standing: string): boolean => ['denied', 'retracted', 'disproved'].includes(standing);
const isMarked = (fate: BothFate | undefined): boolean => fate === 'on a line' || fate === 'under a name';

function marksSay(differences: readonly Difference[]): string {
  return listed(
    (['gained', 'lost', 'changed'] as const).flatMap((mark) => {
      const many = differences.filter((one) => one.mark === mark).length;
      return many === 0 ? [] : [`${many} ${mark}`];
    }),
  );
}

export function countsSay({ differences }: BothStates, fates: ReadonlyMap<string, BothFate>): string {
  const marked = differences.filter(({ id }) => isMarked(fates.get(id)));
  return marked.length === 0
    ? 'Nothing in the picture differs.'
    : `Marked in the picture: ${marksSay(marked)}. Every other tie, stay and fact of concern in it is alike in both.`;
}

/** What the lists hold and the picture does not mark, in words; empty: nothing. */
export function notMarkedSays(fates: ReadonlyMap<string, BothFate>): string {
  const of = (fate: BothFate) => [...fates.values()].filter((one) => one === fate).length;
  const parts = [
    [of('said by stays'), (n: number) => `${count(n, 'tie')} of sharing a home or meeting there (the stays say it)`],
    [of('said by parents'), (n: number) => `${count(n, 'tie')} of brothers and sisters (the arrows from their parents say it)`],
    [of('said by home'), (n: number) => `${count(n, 'meeting')} of people who live together`],
    [of('taken back'), (n: number) => `${count(n, 'thing')} said and then denied or taken back`],
    [of('no room'), (n: number) => `${count(n, 'difference')} for which there is no room`],
  ] as const;
  const said = parts.flatMap(([n, words]) => (n > 0 ? [words(n)] : []));
  return said.length === 0 ? '' : `In the lists and not marked in the picture: ${listed(said)}.`;
}

/** For each person and home of which something differs, by the key of its target: lines have no buttons of their own. */
export function differencesSay({ web, differences }: BothStates): Map<string, string> {
  const said = new Map<string, string>();
  for (const { id, mark } of web.people)
    if (mark !== undefined) said.set(`person ${id}`, mark === 'lost' ? 'Only in the first setting.' : 'Only in the second setting.');
  for (const key of new Set(differences.flatMap(keysOf))) {
    const own = differences.filter((one) => keysOf(one).includes(key));
    said.set(key, [said.get(key) ?? '', `Differs between the settings: ${marksSay(own)}.`].join(' ').trim());
  }
  return said;
}

export const keysOf = ({ people, home }: Difference): string[] => [
  ...people.map((id) => `person ${id}`),
  ...(home === null ? [] : [`home ${home}`]),
];
