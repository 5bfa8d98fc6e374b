/** What was handed on and what became of it, in words. "Nothing is recorded" is not "nothing was done". Pure. */
import type { Day } from '../ledger/versions.ts';
import type { HandOffKind } from '../reviewing/hand-offs.ts';
import { daySays } from './dates-say.ts';
import { andList } from './route-says.ts';

export type HandOffSaid = {
  kind: HandOffKind;
  what: string;
  when: string;
  to: readonly string[];
  /** Whether everybody it was handed to was asked here. */
  toAsked: boolean;
  settledOn: Day | null;
  settledBy: string | null;
  days: number;
  heldOn: Day;
};

export function handOffSays({ kind, what, when, to, toAsked, settledOn, settledBy, days, heldOn }: HandOffSaid): string {
  const after = `${days.toLocaleString('en-GB')} ${days === 1 ? 'day' : 'days'}`;
  const end =
    settledOn === null
      ? `${NOTHING[kind](andList(to))} by ${daySays(heldOn)}, ${after} later.${toAsked ? '' : ` ${andList(to)} was not asked here.`}`
      : `${settledBy === null ? 'It was held there' : `Next: ${settledBy.replace(/\.$/, '')},`} on ${daySays(settledOn)}, ${after} later.`;
  return `${capital(when)}: ${what.replace(/\.$/, '')}. ${end}`;
}

const NOTHING: Readonly<Record<HandOffKind, (to: string) => string>> = {
  'no receipt': (to) => `${to} has no record of it`,
  refused: (to) => `It was not passed on, and ${to} has no record of it`,
  'no answer': (to) => `No answer${to === '' ? '' : ` of ${to}`} is recorded`,
  'not checked': (to) => `${to === '' ? 'It' : to} was not checked, and no later check is recorded`,
  'nothing after': () => 'Nothing more about all of them is recorded by the agency that decided',
};

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
