/**
 * The statements of one topic, as each agency held them over time, folded into versions of ties.
 * docs/model.md section 4. Pure.
 */
import { createHash } from 'node:crypto';
import { type Span } from './dates.ts';
import type { BirthsHeld } from './details.ts';
import { arrivalDay, isSubset, sealSets, union, type Ledger } from './holdings.ts';
import type { Claim, StatementRecord } from './records.ts';
import { spellsOf, type Spell, type SpellRules } from './spells.ts';
import type { DateRule } from './spell-dates.ts';
import { tiesOf, type BaseTie } from './ties.ts';
import { wordsOf, type View, type Word } from './words.ts';
import { dayBefore } from './dates.ts';
import { LAST_DAY, type Day, type Version } from './versions.ts';

/** Every version of every tie the statements of one topic speak of. */
export function foldTopic(ledger: Ledger, topic: string, statements: readonly StatementRecord[], births: BirthsHeld): Version[] {
  const agencies = new Set(statements.flatMap((s) => [...(ledger.arrivals.get(s.id)?.keys() ?? [])]));
  const ties = tiesOf(topic, statements);
  return [...agencies].sort().flatMap((agency) => ties.flatMap((tie) => foldTie(ledger, agency, topic, tie, births)));
}

function foldTie(ledger: Ledger, agency: string, topic: string, tie: BaseTie, births: BirthsHeld): Version[] {
  const child = tie.kind === 'PARENT_OF' ? tie.end : null;
  const ends = [tie.start, tie.end].reduce<string[]>((seals, id) => union(seals, ledger.sealsOn(id)), []);
  const sets = sealSets([
    ...tie.statements.flatMap((s) => sealsInPlay(ledger, s, agency)),
    ...(child ? births.sealsInPlay(agency, child) : []),
  ]);
  const kept: Version[] = [];
  for (const open of sets) {
    const versions = versionsUnder(ledger, agency, open, tie, topic, child, births).map((version) => ({
      ...version,
      seals: union(version.seals, ends),
    }));
    kept.push(...versions.filter((version) => !kept.some((seen) => saysAsMuch(seen, version))));
  }
  return kept;
}

/** What is no different under fewer seals is kept once, so a sealed statement neither hides nor reveals through an unsealed one. */
function saysAsMuch(seen: Version, version: Version): boolean {
  return (
    isSubset(seen.seals, version.seals) &&
    seen.heldFrom <= version.heldFrom &&
    seen.heldTo >= version.heldTo &&
    contentOf(seen) === contentOf(version)
  );
}

/** Every set of seals that decides what an agency sees of a statement: how it came, what it refers to, who its source is. */
export function sealsInPlay(ledger: Ledger, statement: StatementRecord, agency: string): string[][] {
  const withdrawals = ledger.withdrawals.get(statement.id) ?? [];
  const arrivals = [statement, ...withdrawals].flatMap((s) =>
    (ledger.arrivals.get(s.id)?.get(agency) ?? []).map((arrival) => arrival.seals),
  );
  const references = [statement.source?.person, statement.withdraws, ...repeatChain(ledger, statement)].flatMap((id) =>
    id === undefined ? [] : [ledger.sealsOn(id)],
  );
  return [...arrivals, ...references].filter((seals) => seals.length > 0);
}

function repeatChain(ledger: Ledger, statement: StatementRecord): string[] {
  const chain: string[] = [];
  for (let next = statement.repeats; next !== undefined && !chain.includes(next);) {
    chain.push(next);
    const original = ledger.records.get(next);
    next = original?.type === 'statement' ? original.repeats : undefined;
  }
  return chain;
}

function versionsUnder(
  ledger: Ledger,
  agency: string,
  open: readonly string[],
  tie: BaseTie,
  topic: string,
  child: string | null,
  births: BirthsHeld,
): Version[] {
  const days = arrivalDays(ledger, agency, open, tie.statements);
  if (child) days.push(...births.changes(agency, child, open));
  const runs: Version[] = [];
  let live: Version[] = [];
  for (const day of [...new Set(days)].sort()) {
    const view: View = { ledger, agency, open, day };
    const birth = child ? births.heldBy(agency, child, open, day) : null;
    const now = spellsOf(wordsOf(view, tie.statements), rulesFor(tie, birth)).map((spell) =>
      versionOf(agency, open, topic, tie, spell, day),
    );
    const going = new Map(live.map((version) => [contentOf(version), version]));
    const next = going.size === 0 ? now : now.map((version) => going.get(contentOf(version)) ?? version);
    for (const version of live) if (!next.includes(version)) runs.push({ ...version, heldTo: dayBefore(day) });
    live = next;
  }
  return [...runs, ...live];
}

/** Days on which what this agency holds of the statements changed, withdrawals and originals of repeats included. */
export function arrivalDays(ledger: Ledger, agency: string, open: readonly string[], statements: readonly StatementRecord[]): Day[] {
  const ids = statements.flatMap((s) => [s.id, ...repeatChain(ledger, s)]);
  const withdrawals = ids.flatMap((id) => withdrawalChain(ledger, id));
  return [...new Set([...ids, ...withdrawals])].flatMap((id) => arrivalDay(ledger, id, agency, open) ?? []);
}

const withdrawalChain = (ledger: Ledger, id: string): string[] =>
  (ledger.withdrawals.get(id) ?? []).flatMap((w) => [w.id, ...withdrawalChain(ledger, w.id)]);

function rulesFor(tie: BaseTie, birth: Span | null): SpellRules {
  const isBirth = (form: string | null): boolean => tie.kind === 'PARENT_OF' && (form === 'birth' || form === 'adoptive');
  const dates = (form: string | null): DateRule =>
    isBirth(form)
      ? { kind: 'from birth', birth }
      : tie.kind === 'OF_CONCERN' && form === 'convicted'
        ? { kind: 'no end' }
        : tie.kind === 'ABOUT' && tie.isEvent
          ? { kind: 'its day' }
          : { kind: 'as stated' };
  return {
    succession: ['AT_HOME', 'PARTNER_OF', 'INVOLVED_WITH', 'IN_CUSTODY'].includes(tie.kind),
    single: (form) => tie.isEvent || isBirth(form),
    dates,
  };
}

function versionOf(agency: string, open: readonly string[], topic: string, tie: BaseTie, spell: Spell, day: Day): Version {
  const { from, sureFrom, sureTo, to, standing, disputed, form, words } = spell;
  return {
    kind: tie.kind,
    start: tie.start,
    end: tie.end,
    tie: tie.id,
    spell: shortHash(`${tie.id}\n${agency}\n${form}\n${spell.opener}`),
    unit: topic,
    from,
    sureFrom,
    sureTo,
    to,
    heldFrom: day,
    heldTo: LAST_DAY,
    heldSince: firstHeld(words, day),
    holders: [agency],
    seals: [...open],
    standing,
    disputed,
    form,
    because: [...new Set(words.flatMap((word) => [word.id, ...word.withdrawnBy]))].sort(),
    via: null,
    rests: [...new Set([tie.start, tie.end, tie.id])].sort(),
    more: moreOf(tie, spell),
  };
}

/** A spell is held from the first claim of it the agency held, be it a repeat; one that was only ever denied, from the first word. */
function firstHeld(words: readonly Word[], day: Day): Day {
  const claims = words.filter((word) => word.isSo);
  return (
    (claims.length > 0 ? claims : words)
      .flatMap((word) => (word.repeatedFrom ? [word.arrival, word.repeatedFrom] : [word.arrival]))
      .sort()[0] ?? day
  );
}

/** What the standing words say beside dates: the newest of each, channels and parties gathered. */
function moreOf(tie: BaseTie, { standingWords, words }: Spell): Version['more'] {
  const spoken = standingWords.length > 0 ? standingWords : words;
  const more: Record<string, unknown> = {};
  for (const { claim } of spoken) {
    for (const [key, value] of Object.entries(tie.detailsOf(claim as Claim))) {
      if (value === undefined) continue;
      more[key] = isWords(value) && isWords(more[key]) ? union(more[key], value) : value;
    }
  }
  return Object.keys(more).length > 0 ? more : null;
}

const isWords = (value: unknown): value is string[] => Array.isArray(value) && value.every((item) => typeof item === 'string');

const contentOf = ({ heldFrom: _from, heldTo: _to, seals: _seals, ...content }: Version): string => JSON.stringify(content);

export const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);
