/**
 * When what a record speaks of happened, as far as it says so, and what in it a reader looks for first
 * (a birth, a move, a conviction, the end of a plan). Pure; docs/questions.md, "Chronology".
 */
import { isGoingOn, readSpan, type Span } from '../ledger/dates.ts';
import type { Claim, ContactRecord, DecisionRecord, SharingRecord, StatementRecord } from '../ledger/records.ts';
import { isSoStance } from '../ledger/words.ts';

export type Told = StatementRecord | ContactRecord | DecisionRecord | SharingRecord;

export const ENTRY_KINDS = ['statement', 'contact', 'event', 'sharing', 'plan', 'order', 'assessment', 'decision'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export function entryKindOf(record: Told): EntryKind {
  if (record.type !== 'statement') return record.type;
  const { type } = record.claim;
  return type === 'event' || type === 'plan' || type === 'order' || type === 'assessment' ? type : 'statement';
}

/** `happened` null: the record names no day. `until`: the end of what has a start and an end. */
export type Dated = { happened: Span | null; until: Span | null };

export function datedOf(record: Told): Dated {
  if (record.type !== 'statement') return { happened: readSpan(record.on), until: null };
  // That something was denied, taken back or disproved happened on the day it was said, not on that of what it speaks of.
  if (!isSoStance(record.stance)) return { happened: readSpan(record.recorded), until: null };
  const { claim } = record;
  const end = claim.to === undefined || isGoingOn(claim.to) ? null : readSpan(claim.to);
  if (claim.from !== undefined) return { happened: readSpan(claim.from), until: end };
  const own = claim.type === 'detail' ? (claim.born ?? claim.died ?? claim.expected) : undefined;
  return own === undefined ? { happened: end, until: null } : { happened: readSpan(own), until: null };
}

export type KeyEvent = { what: string; on: Span };

/** Null for most records: only what changes a child's surroundings, or ends a safeguard. */
export function keyEventOf(record: Told): KeyEvent | null {
  if (record.type !== 'statement' || !isSoStance(record.stance)) return null;
  const { claim } = record;
  const { happened, until } = datedOf(record);
  const named = KEY_CLAIMS[claim.type]?.(claim) ?? null;
  if (named !== null) return happened === null ? null : { what: named, on: happened };
  const ended = claim.type === 'plan' || claim.type === 'order' ? (until ?? (claim.from === undefined ? happened : null)) : null;
  return ended === null ? null : { what: `${claim.type} ended`, on: ended };
}

const KEY_CLAIMS: Partial<Record<Claim['type'], (claim: Claim) => string | null>> = {
  detail: (claim) => (claim.type !== 'detail' ? null : claim.born !== undefined ? 'birth' : claim.died !== undefined ? 'death' : null),
  home: (claim) => (claim.type === 'home' && claim.pattern === 'lives' && claim.from !== undefined ? 'move' : null),
  concern: (claim) => (claim.type === 'concern' && claim.form === 'convicted' ? 'conviction' : null),
  custody: () => 'custody',
};
