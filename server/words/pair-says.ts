/** A pair of a person of concern and a child, in one sentence. Pure. */
import type { Day } from '../ledger/versions.ts';
import { daySays } from './dates-say.ts';
import { andList } from './route-says.ts';

export type PairSaid = {
  person: string;
  child: string;
  steps: number;
  areas: readonly string[];
  assembled: boolean;
  /** Names of the agencies of each smallest set. */
  heldBetween: readonly (readonly string[])[];
  heldFrom: Day;
};

export function pairSays({ person, child, steps, areas, assembled, heldBetween, heldFrom }: PairSaid): string {
  const where = areas.length === 0 ? '' : ` in ${andList(areas)}`;
  const sets = heldBetween.map((set) => set.join(' with ')).join('; or ');
  const held = assembled ? `no single agency held a whole route; held between: ${sets}` : `held by ${sets}`;
  return `${person} and ${child}${where}, ${steps === 1 ? '1 step' : `${steps} steps`} apart: ${held}; first held on ${daySays(heldFrom)}.`;
}
