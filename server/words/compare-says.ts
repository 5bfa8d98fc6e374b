/** What changed between two settings, and what did it, in sentences. Pure. */
import type { Day } from '../ledger/versions.ts';
import { daySays } from './dates-say.ts';
import { andList } from './route-says.ts';

export const CHANGE_KINDS = ['ROUTE', 'CONCERN', 'TIE', 'HOME'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];
export type ChangeHow = 'GAINED' | 'LOST' | 'CHANGED';

const NOUNS: Readonly<Record<ChangeKind, readonly [string, string]>> = {
  ROUTE: ['route to a person of concern', 'routes to persons of concern'],
  CONCERN: ['fact of concern', 'facts of concern'],
  TIE: ['tie', 'ties'],
  HOME: ['stay in a home', 'stays in homes'],
};
const WORDS: Readonly<Record<ChangeHow, string>> = { GAINED: 'Gained', LOST: 'Lost', CHANGED: 'Changed' };

export function changeSays(what: ChangeKind, how: ChangeHow, before: string | null, after: string | null): string {
  const lead = `${WORDS[how]}, ${NOUNS[what][0]}: `;
  return how === 'CHANGED' ? `${lead}before: ${before} Now: ${after}` : `${lead}${after ?? before}`;
}

export type CauseSaid = {
  /** What reached an agency between the two settings, as sentences. */
  arrived: readonly string[];
  /** Agencies whose holdings count in one of the settings only, by name. */
  asked: readonly string[];
  notAsked: readonly string[];
  before: Day;
  after: Day;
};

/** What did it: what came to be held, whose holdings count, or the day asked about. */
export function whySays({ arrived, asked, notAsked, before, after }: CauseSaid): string {
  if (arrived.length > 0) return arrived.join(' ');
  if (asked.length > 0) return `${andList(asked)} held it, and ${asked.length === 1 ? 'was' : 'were'} not asked before.`;
  if (notAsked.length > 0) return `${andList(notAsked)} held it, and ${notAsked.length === 1 ? 'is' : 'are'} asked no more.`;
  if (before !== after) return `The day asked about is ${daySays(after)} and no more ${daySays(before)}; nothing more is held of it.`;
  return 'It rests on something else that changed.';
}

/** "Police recorded it on 5 May 2018: ..." or "Midwifery had it from police on ...". */
export function arrivedSays(agency: string, from: string | null, firstHand: boolean, on: string, statement: string): string {
  const who = `${agency.charAt(0).toUpperCase()}${agency.slice(1)}`;
  return firstHand ? `${who} recorded on ${on}: ${statement}` : `${who} had from ${from ?? 'another agency'}, on ${on}: ${statement}`;
}

type Setting = { asAt: Day; heldOn: Day };

/** How the second setting differs from the first in its days, as the beginning of a sentence. */
export function settingsSay(before: Setting, after: Setting): string {
  const asAt = before.asAt === after.asAt ? `As at ${daySays(after.asAt)}` : `From ${daySays(before.asAt)} to ${daySays(after.asAt)}`;
  const held =
    before.heldOn === after.heldOn
      ? `in what was held by ${daySays(after.heldOn)}`
      : `from what was held by ${daySays(before.heldOn)} to what was held by ${daySays(after.heldOn)}`;
  return `${asAt}, ${held}`;
}

/** "2 routes gained, 1 tie changed"; in the order of the kinds. */
export function countsSay(changes: readonly { what: ChangeKind; how: ChangeHow }[]): string {
  const parts = CHANGE_KINDS.flatMap((what) =>
    (['GAINED', 'LOST', 'CHANGED'] as const).flatMap((how) => {
      const count = changes.filter((change) => change.what === what && change.how === how).length;
      return count === 0 ? [] : [`${count} ${NOUNS[what][count === 1 ? 0 : 1]} ${WORDS[how].toLowerCase()}`];
    }),
  );
  return parts.length === 0 ? 'Nothing differs between the two.' : `${andList(parts)}.`;
}
