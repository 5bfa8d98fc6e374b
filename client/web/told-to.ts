/** Who has been told, for the children of one household: those that hold the whole route, and those that do not. Pure. */
import type { HoldsRoute, WhoToTellAnswer } from '../answers.gen.ts';
import { listed } from '../words.ts';

export const HOLDS_WORDS: Readonly<Record<HoldsRoute, string>> = {
  WHOLE: 'holds a whole route',
  PART: 'holds a part of a route',
  NONE: 'holds nothing of a route',
  NOT_ASKED: 'was not asked',
};

/** `children`: ids of those in the household. An agency that holds the route to one of them and not to another is in both lists. */
export function toldTo(
  children: readonly string[],
  answer: WhoToTellAnswer['whoToTell'],
): { told: string[]; notTold: string[]; says: string } {
  const agencies = answer.children.filter(({ child }) => children.includes(child.id)).flatMap((row) => row.agencies);
  const named = (isIt: (holds: HoldsRoute) => boolean): string[] =>
    [...new Set(agencies.filter(({ holds }) => isIt(holds)).map(({ agency }) => agency.name))].sort();
  const told = named((holds) => holds === 'WHOLE');
  const notTold = named((holds) => holds !== 'WHOLE');
  return { told, notTold, says: saysOf(children, agencies.length, told, notTold) };
}

function saysOf(children: readonly string[], agencies: number, told: readonly string[], notTold: readonly string[]): string {
  if (children.length === 0) return 'no child there';
  if (agencies === 0) return 'no agency recorded as involved';
  const rest = notTold.length === 0 ? '' : `not held by ${listed(notTold)}`;
  return told.length === 0 ? rest : [listed(told), rest].filter((part) => part !== '').join('; ');
}
