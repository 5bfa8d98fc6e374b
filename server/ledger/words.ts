/**
 * Statements as one agency holds them on one day: whose word each is, on which day it was said,
 * what has been withdrawn, what only repeats a word held already. docs/model.md section 2.
 */
import { isGoingOn, readSpan, type Span } from './dates.ts';
import { arrivalDay, isSubset, type Ledger } from './holdings.ts';
import type { Claim, Stance, StatementRecord } from './records.ts';
import type { Day } from './versions.ts';

/** Place of a word within a fold: its day, then the statement id. */
export type Order = { day: Day; id: string };

export type Word = {
  id: string;
  source: string;
  stance: Stance;
  /** A claim, observation or confirmation, not a denial, retraction or disproof. */
  isSo: boolean;
  official: boolean;
  order: Order;
  /** When it was said: the recorded day, of the original where it repeats one. */
  said: Span;
  from: Span | null;
  to: Span | null;
  goingOn: boolean;
  form: string | null;
  claim: Claim;
  arrival: Day;
  /** Where the withdrawal of it stands in the order, once held. */
  fallsAt: Order | null;
  /** Repeats of this word that are held too: no corroboration, but they may have come first. */
  repeatedFrom: Day | null;
  withdrawnBy: string[];
};

export const precedes = (a: Order, b: Order): boolean => a.day < b.day || (a.day === b.day && a.id < b.id);

/** What an agency can see: its holdings under the seals that are open, by the end of `day`. */
export type View = { ledger: Ledger; agency: string; open: readonly string[]; day: Day };

export function heldSince(view: View, statement: string): Day | null {
  const arrival = arrivalDay(view.ledger, statement, view.agency, view.open);
  return arrival !== null && arrival <= view.day ? arrival : null;
}

/** The words of one topic, in order of the day they were said and then of their id. */
export function wordsOf(view: View, statements: readonly StatementRecord[]): Word[] {
  const words: Word[] = [];
  const repeats: { original: string; arrival: Day }[] = [];
  for (const statement of statements) {
    const arrival = heldSince(view, statement.id);
    if (arrival === null || onlyWithdraws(view, statement)) continue;
    const chain = originals(view, statement);
    const heldOriginal = chain.findLast((original) => heldSince(view, original.id) !== null);
    if (heldOriginal) {
      repeats.push({ original: heldOriginal.id, arrival });
      continue;
    }
    words.push(asWord(view, statement, chain, arrival));
  }
  const byId = new Map(words.map((word) => [word.id, word]));
  for (const { original, arrival } of repeats) {
    const word = byId.get(original);
    if (word && (word.repeatedFrom === null || arrival < word.repeatedFrom)) word.repeatedFrom = arrival;
  }
  return words.sort((a, b) => (precedes(a.order, b.order) ? -1 : 1));
}

/** A retraction of one statement is no word of its own, unless what it takes back lies under a closed seal. */
const onlyWithdraws = (view: View, { stance, withdraws }: StatementRecord): boolean =>
  stance === 'retracts' && withdraws !== undefined && isSubset(view.ledger.sealsOn(withdraws), view.open);

/** What a statement repeats, nearest first; a reference to a record under a closed seal is as if absent. */
function originals(view: View, statement: StatementRecord): StatementRecord[] {
  const chain: StatementRecord[] = [];
  for (let next = statement.repeats; next !== undefined;) {
    const original = view.ledger.records.get(next);
    if (original?.type !== 'statement' || !isSubset(view.ledger.sealsOn(original.id), view.open) || chain.includes(original)) break;
    chain.push(original);
    next = original.repeats;
  }
  return chain;
}

function asWord(view: View, statement: StatementRecord, chain: StatementRecord[], arrival: Day): Word {
  const origin = chain.at(-1) ?? statement;
  const said = readSpan(origin.recorded);
  const stance = statement.stance ?? 'claims';
  const { claim } = statement;
  const withdrawals = [statement, ...chain].flatMap((s) => effectiveWithdrawals(view, s.id));
  const fallsAt = withdrawals.map((w) => ({ day: readSpan(w.recorded).latest, id: w.id })).sort((a, b) => (precedes(a, b) ? -1 : 1))[0];
  return {
    id: statement.id,
    source: sourceOf(view, origin),
    stance,
    isSo: isSoStance(stance),
    official: origin.source?.kind === 'official record',
    order: { day: said.latest, id: statement.id },
    said,
    from: claim.from === undefined ? null : readSpan(claim.from),
    to: claim.to === undefined || isGoingOn(claim.to) ? null : readSpan(claim.to),
    goingOn: isGoingOn(claim.to),
    form: formOf(claim),
    claim,
    arrival,
    fallsAt: fallsAt ?? null,
    repeatedFrom: null,
    withdrawnBy: withdrawals.map((w) => w.id).sort(),
  };
}

/** The withdrawals of a statement that this view holds and that are not themselves withdrawn. */
function effectiveWithdrawals(view: View, statement: string): StatementRecord[] {
  return (view.ledger.withdrawals.get(statement) ?? []).filter(
    (w) => heldSince(view, w.id) !== null && effectiveWithdrawals(view, w.id).length === 0,
  );
}

/** One source is the named person or name; else agency and kind; every anonymous statement is a source of its own. */
function sourceOf(view: View, { id, agency, source }: StatementRecord): string {
  if (source?.person !== undefined && isSubset(view.ledger.sealsOn(source.person), view.open)) return `person ${source.person}`;
  if (source?.name !== undefined) return `name ${source.name}`;
  if (source?.kind === 'anonymous') return `statement ${id}`;
  return `${agency} ${source?.kind ?? 'not stated'}`;
}

export const isSoStance = (stance: Stance | undefined): boolean =>
  stance === undefined || stance === 'claims' || stance === 'observes' || stance === 'confirms';

/** What makes a spell of its own within a tie: the pattern of a home, the basis of a parent, the form of the others. */
export function formOf(claim: Claim): string | null {
  switch (claim.type) {
    case 'home':
      return claim.pattern;
    case 'parent':
      return claim.basis;
    case 'role':
      return claim.role;
    case 'partner':
    case 'sibling':
    case 'relative':
    case 'associate':
    case 'care':
    case 'harm':
    case 'involvement':
    case 'concern':
    case 'custody':
      return claim.form ?? null;
    case 'detail':
    case 'same':
    case 'address':
    case 'order':
    case 'plan':
    case 'assessment':
    case 'event':
      return null;
  }
}
