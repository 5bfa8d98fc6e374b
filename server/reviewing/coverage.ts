/**
 * At a meeting, a decision or a closing: which agencies worked then with the people it was about, and
 * whether each was part of it, was told, or was not. Pure; docs/questions.md, "Coverage".
 */
import { readSpan } from '../ledger/dates.ts';
import { SOURCE_KINDS, type ContactRecord, type DecisionRecord, type SharingRecord } from '../ledger/records.ts';
import type { Day } from '../ledger/versions.ts';

export const PARTS = ['held it', 'asked', 'told', 'not known whether told', 'not told'] as const;
export type Part = (typeof PARTS)[number];

type Act = ContactRecord | DecisionRecord;

/** Acts after which it matters who was told: meetings and conferences, referrals, decisions. */
export const isCovered = (act: Act): boolean =>
  act.type === 'decision' || act.kind === 'meeting' || act.kind === 'conference' || act.kind === 'referral';

/** `sharing`: the one that told it, or may have. */
export type Covering = { agency: string; part: Part; sharing: SharingRecord | null };

/**
 * For each agency involved then. Told: the agency whose meeting or decision it was passed something about the
 * same people on to it, and it was received, no earlier than the meeting. `sharings`: about those people.
 */
export function coveringOf(act: Act, involved: readonly string[], sharings: readonly SharingRecord[]): Covering[] {
  const after = sharings
    .filter(({ from, on }) => from === act.agency && readSpan(on).earliest >= readSpan(act.on).earliest)
    .sort((a, b) => (dayOf(a) !== dayOf(b) ? (dayOf(a) < dayOf(b) ? -1 : 1) : a.id < b.id ? -1 : 1));
  const rows = [...new Set([act.agency, ...askedIn(act), ...involved])].map((agency): Covering => {
    if (agency === act.agency) return { agency, part: 'held it', sharing: null };
    if (askedIn(act).includes(agency)) return { agency, part: 'asked', sharing: null };
    const to = after.filter((sharing) => sharing.to === agency);
    const received = to.find(({ state }) => (state ?? 'received') === 'received');
    if (received) return { agency, part: 'told', sharing: received };
    const doubtful = to.find(({ state }) => state === 'sent' || state === 'claimed' || state === 'not known');
    return doubtful ? { agency, part: 'not known whether told', sharing: doubtful } : { agency, part: 'not told', sharing: to[0] ?? null };
  });
  return rows.sort((a, b) => PARTS.indexOf(a.part) - PARTS.indexOf(b.part) || (a.agency < b.agency ? -1 : 1));
}

/** Who was asked in it, or brought it. */
function askedIn(act: Act): string[] {
  if (act.type === 'decision') return [];
  const isAgency = act.from !== undefined && !(SOURCE_KINDS as readonly string[]).includes(act.from);
  return [...(act.answer === 'not checked' ? [] : (act.asked ?? [])), ...(isAgency ? [act.from!] : [])];
}

const dayOf = ({ on }: SharingRecord): Day => readSpan(on).latest;
