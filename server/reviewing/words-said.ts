/**
 * What has been said on one topic, source by source, over all the agencies asked together: a repeat is no
 * word of its own but stands with the word it repeats. Pure; the pooled counterpart of server/ledger/words.ts.
 */
import { isGoingOn, readSpan, type Span } from '../ledger/dates.ts';
import type { Claim, StatementRecord } from '../ledger/records.ts';
import { FIRST_DAY, LAST_DAY, type Day } from '../ledger/versions.ts';
import { formOf, isSoStance } from '../ledger/words.ts';

export type Said = {
  statement: StatementRecord;
  /** Whose word it is: a person, a name, or an agency with a kind of source. */
  source: string;
  isSo: boolean;
  /** Latest day on which it was said; of the original where it repeats one that is not held. */
  day: Day;
  form: string | null;
  from: Span | null;
  to: Span | null;
  /** Days on which it may have been so. */
  possible: Span;
  /** From the first day it may have begun to the last on which it is spoken of as so. */
  spoken: Span;
  /** From a day on which it was certainly so, to the last such day; null: no such days. */
  certain: Span | null;
  /** Statements that only say this again, in order of the day they were recorded. */
  repeatedBy: StatementRecord[];
  /** The statement that withdrew it. */
  withdrawnBy: StatementRecord | null;
};

/** In order of the day they were said, then of the statement's id. `held`: statements of one topic, each once. */
export function saidOn(held: readonly StatementRecord[]): Said[] {
  const byId = new Map(held.map((statement) => [statement.id, statement]));
  const repeats = new Map<string, StatementRecord[]>();
  const roots: StatementRecord[] = [];
  for (const statement of held) {
    const root = rootOf(statement, byId);
    if (root === statement) roots.push(statement);
    else repeats.set(root.id, [...(repeats.get(root.id) ?? []), statement]);
  }
  const withdrawals = new Map(held.flatMap((one) => (one.withdraws === undefined ? [] : [[one.withdraws, one] as const])));
  return roots
    .map((statement) => saidBy(statement, (repeats.get(statement.id) ?? []).sort(byDay), withdrawals.get(statement.id) ?? null))
    .sort((a, b) => (a.day !== b.day ? (a.day < b.day ? -1 : 1) : a.statement.id < b.statement.id ? -1 : 1));
}

function rootOf(statement: StatementRecord, byId: ReadonlyMap<string, StatementRecord>): StatementRecord {
  const seen = new Set([statement]);
  for (let one = statement; ;) {
    const next = one.repeats === undefined ? undefined : byId.get(one.repeats);
    if (next === undefined || seen.has(next)) return one;
    seen.add(next);
    one = next;
  }
}

function saidBy(statement: StatementRecord, repeatedBy: StatementRecord[], withdrawnBy: StatementRecord | null): Said {
  const { claim } = statement;
  const recorded = readSpan(statement.recorded);
  const from = claim.from === undefined ? null : readSpan(claim.from);
  const to = claim.to === undefined || isGoingOn(claim.to) ? null : readSpan(claim.to);
  const goingOn = isGoingOn(claim.to) || (from === null && to === null);
  const spoken = {
    earliest: from?.earliest ?? to?.earliest ?? recorded.earliest,
    latest: to?.latest ?? (goingOn ? recorded.latest : from!.latest),
  };
  const certainFrom = from?.latest ?? (to === null ? recorded.latest : to.earliest);
  const certainTo =
    to?.earliest ?? (from === null ? recorded.earliest : later(from.latest, isGoingOn(claim.to) ? recorded.earliest : from.latest));
  return {
    statement,
    source: sourceOf(statement),
    isSo: isSoStance(statement.stance),
    day: recorded.latest,
    form: formOf(claim),
    from,
    to,
    possible: { earliest: from?.earliest ?? FIRST_DAY, latest: to?.latest ?? LAST_DAY },
    spoken,
    certain: certainFrom <= certainTo ? { earliest: certainFrom, latest: certainTo } : null,
    repeatedBy,
    withdrawnBy,
  };
}

/** As the fold has it (docs/model.md section 2): the named person or name; else agency and kind; each anonymous word alone. */
export function sourceOf({ id, agency, source }: StatementRecord): string {
  if (source?.person !== undefined) return `person ${source.person}`;
  if (source?.name !== undefined) return `name ${source.name}`;
  return source?.kind === 'anonymous' ? `statement ${id}` : `${agency} ${source?.kind ?? 'not stated'}`;
}

/** Facts that have one true value, stated apart from any period: births, expected births, deaths, sex. */
export function factsOf(claim: Claim): { name: string; value: string; span: Span | null }[] {
  if (claim.type !== 'detail') return [];
  const dated = (['born', 'died', 'expected'] as const).flatMap((name) => {
    const value = claim[name];
    return value === undefined ? [] : [{ name: name as string, value, span: readSpan(value) }];
  });
  const sex = claim.sex === undefined || claim.sex === 'unknown' ? [] : [{ name: 'sex', value: claim.sex, span: null }];
  return [...dated, ...sex];
}

const later = (a: Day, b: Day): Day => (a >= b ? a : b);
const byDay = (a: StatementRecord, b: StatementRecord): number => {
  const [left, right] = [readSpan(a.recorded).latest, readSpan(b.recorded).latest];
  return left !== right ? (left < right ? -1 : 1) : a.id < b.id ? -1 : 1;
};
