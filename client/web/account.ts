/** What became of each row of the list in the picture, so that list and picture can be held against each other. Pure. */
import { saidBy } from './from-answer.ts';
import type { WebAnswer } from './from-answer.ts';
import { listOf, rowsOf } from './list.ts';
import type { Row } from './list.ts';
import type { Scene } from './scene.ts';
import { count, listed } from '../words.ts';

export type Fate = 'drawn' | 'folded' | 'said by parents' | 'said by home' | 'part in a group' | 'taken back' | 'no room';

export function fatesOf(answer: WebAnswer, scene: Scene): Map<string, Fate> {
  const drawn = new Set(scene.lines.flatMap((line) => line.facts));
  const folded = new Set(scene.folded);
  const fate = (row: Row): Fate => {
    if (drawn.has(row.id)) return 'drawn';
    if (folded.has(row.id)) return 'folded';
    if (row.kind === 'role') return 'part in a group';
    const said = row.kind === 'tie' ? saidBy(row, answer.stays) : null;
    if (said === 'parents') return 'said by parents';
    if (said === 'home') return 'said by home';
    const { standing } = row.kind === 'tie' ? row.tie : row.stay;
    return ['denied', 'retracted', 'disproved'].includes(standing) ? 'taken back' : 'no room';
  };
  return new Map(rowsOf(listOf(answer)).map((row) => [row.id, fate(row)]));
}

/** What the list holds and the picture does not, in words; empty: nothing. */
export function notDrawnSays(fates: ReadonlyMap<string, Fate>): string {
  const of = (fate: Fate) => [...fates.values()].filter((one) => one === fate).length;
  const parts = [
    [of('said by parents'), (n: number) => `${count(n, 'tie')} of brothers and sisters (the arrows from their parents say it)`],
    [of('said by home'), (n: number) => `${count(n, 'meeting')} of people who live together`],
    [of('part in a group'), (n: number) => `${count(n, 'part')} in groups, schools and work`],
    [of('taken back'), (n: number) => `${count(n, 'thing')} said and then denied or taken back`],
    [of('no room'), (n: number) => `${count(n, 'fact')} for which there is no room`],
  ] as const;
  const said = parts.flatMap(([n, words]) => (n > 0 ? [words(n)] : []));
  return said.length === 0 ? '' : `In the list and not in the picture: ${listed(said)}.`;
}
