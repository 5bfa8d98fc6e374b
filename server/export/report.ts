/**
 * What an exported file says before its own parts: the question and how it was asked, who asked, the state
 * of the ledger and the digest of the answer. Nothing in it comes from a clock: asked again in the same
 * words at the same revision, the file is the same to the last byte. Pure.
 */
import type { Viewer } from '../access/viewer.ts';
import { daySays } from '../words/dates-say.ts';
import { digestOf } from '../access/audit.ts';

export type Table = { heads: readonly string[]; rows: readonly (readonly string[])[] };
export type Section = { heading: string; paragraphs?: readonly string[]; table?: Table };
export type Report = { title: string; settings: readonly (readonly [string, string])[]; sections: readonly Section[] };

/** A file for reading and the same facts as one table. */
export type Exported = { report: Report; table: Table };

/** The grounds of an answer, as the operations under client/questions/ ask for them. */
export type GroundsRead = {
  asAt: string;
  since: string | null;
  heldOn: string;
  heldBy: { name: string }[];
  notAsked: { name: string }[];
  within: number | null;
  without: string[];
  revision: number;
  says: string;
};

/** `about`: whom the question was about, by name. `answer`: the answer as it was given, which the digest is of. */
export function settingsOf(
  name: string,
  about: readonly (readonly [string, string])[],
  grounds: GroundsRead,
  viewer: Viewer,
  answer: unknown,
): (readonly [string, string])[] {
  const { asAt, since, heldOn, heldBy, notAsked, within, without, revision } = grounds;
  const list = (names: readonly { name: string }[]): string => (names.length === 0 ? 'none' : names.map((one) => one.name).join('; '));
  return [
    ['Question', name],
    ...about,
    ['As at', daySays(asAt)],
    ['Ties in force since', since === null ? 'ever' : daySays(since)],
    ['Held by the end of', daySays(heldOn)],
    ['Agencies asked', list(heldBy)],
    ['Agencies not asked', list(notAsked)],
    ...(within === null ? [] : [['Steps', String(within)] as const]),
    ...(without.length === 0 ? [] : [['Left out as a what-if', without.join('; ')] as const]),
    ['Asked by', `${viewer.user} (${viewer.role})`],
    ['Purpose', [viewer.purpose ?? 'not stated', viewer.reference ?? ''].filter((part) => part !== '').join(', ')],
    ['Ledger revision', String(revision)],
    ['Digest of the answer (SHA-256)', digestOf(answer)],
    ['Handling', 'OFFICIAL-SENSITIVE'],
  ];
}
