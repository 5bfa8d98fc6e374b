/**
 * Which agency holds which statement, from which day, under which seals (docs/model.md sections 1 to 4).
 * An agency holds what it recorded, and what it received from one that held it.
 */
import { later, readSpan } from './dates.ts';
import type { LedgerRecord, SealRecord, SharingRecord, StatementRecord } from './records.ts';
import type { Day } from './versions.ts';

/**
 * One way a statement reached an agency: by the end of `day`, on `earliest` at the earliest where days are
 * imprecise; seen only by whoever may open all of `seals`.
 */
export type Arrival = { day: Day; earliest: Day; seals: string[] };

export type Ledger = {
  records: Map<string, LedgerRecord>;
  statements: StatementRecord[];
  /** Seals on a person, home, organisation or record, by its id. */
  sealsOn: (id: string) => string[];
  /** Statement id -> agency id -> arrivals, none of them later in both ways and under more seals than another. */
  arrivals: Map<string, Map<string, Arrival[]>>;
  /** Statement id -> the statements that withdraw it. */
  withdrawals: Map<string, StatementRecord[]>;
};

export function readLedger(input: Iterable<LedgerRecord>): Ledger {
  const records = new Map<string, LedgerRecord>();
  for (const record of input) records.set(record.id, record);
  const all = [...records.values()];
  const statements = all.filter((record) => record.type === 'statement');
  const sealsOn = sealIndex(all.filter((record) => record.type === 'seal'));
  const arrivals = new Map(
    statements.map((s) => {
      const { earliest, latest } = readSpan(s.recorded);
      return [s.id, new Map([[s.agency, [{ day: latest, earliest, seals: sealsOn(s.id) }]]])];
    }),
  );
  deliver(
    all.filter((record) => record.type === 'sharing' && (record.state ?? 'received') === 'received') as SharingRecord[],
    arrivals,
    sealsOn,
  );
  const withdrawals = new Map<string, StatementRecord[]>();
  for (const s of statements) if (s.withdraws) withdrawals.set(s.withdraws, [...(withdrawals.get(s.withdraws) ?? []), s]);
  return { records, statements, sealsOn, arrivals, withdrawals };
}

function sealIndex(seals: SealRecord[]): (id: string) => string[] {
  const index = new Map<string, string[]>();
  for (const { id: seal, covers } of seals) {
    for (const covered of [covers.persons, covers.households, covers.organisations, covers.records].flatMap((ids) => ids ?? [])) {
      index.set(covered, union(index.get(covered) ?? [], [seal]));
    }
  }
  return (id) => index.get(id) ?? [];
}

/**
 * Sharings carry statements on, also along chains within one day, so until nothing new arrives. What was recorded
 * "some time in 2020" may have been shared in May 2020: only what cannot have been held by then is not passed on.
 */
function deliver(sharings: SharingRecord[], arrivals: Ledger['arrivals'], sealsOn: Ledger['sealsOn']): void {
  const inOrder = sharings
    .map((sharing) => ({ ...sharing, span: readSpan(sharing.on) }))
    .sort((a, b) => (a.span.latest < b.span.latest ? -1 : a.span.latest > b.span.latest ? 1 : 0));
  for (let changed = true; changed;) {
    changed = false;
    for (const sharing of inOrder) {
      for (const id of sharing.statements) {
        const holdings = arrivals.get(id);
        for (const held of holdings?.get(sharing.from) ?? []) {
          if (held.earliest > sharing.span.latest) continue;
          const arrival = {
            day: sharing.span.latest,
            earliest: later(held.earliest, sharing.span.earliest),
            seals: union(held.seals, sealsOn(sharing.id)),
          };
          changed = addArrival(holdings!, sharing.to, arrival) || changed;
        }
      }
    }
  }
}

function addArrival(holdings: Map<string, Arrival[]>, agency: string, arrival: Arrival): boolean {
  const known = holdings.get(agency) ?? [];
  const covers = (one: Arrival, other: Arrival): boolean =>
    one.day <= other.day && one.earliest <= other.earliest && isSubset(one.seals, other.seals);
  if (known.some((other) => covers(other, arrival))) return false;
  holdings.set(agency, [...known.filter((other) => !covers(arrival, other)), arrival]);
  return true;
}

/** Without those that show a statement no sooner, and to nobody more, than another. */
export const firstArrivals = (arrivals: readonly Arrival[]): Arrival[] =>
  arrivals.filter(
    (arrival, at) =>
      !arrivals.some(
        (other, place) =>
          place !== at &&
          other.day <= arrival.day &&
          isSubset(other.seals, arrival.seals) &&
          (place < at || other.day < arrival.day || other.seals.length < arrival.seals.length),
      ),
  );

/** The day a statement had reached an agency for somebody who may open `open`, or null. */
export function arrivalDay(ledger: Ledger, statement: string, agency: string, open: readonly string[]): Day | null {
  let first: Day | null = null;
  for (const arrival of ledger.arrivals.get(statement)?.get(agency) ?? []) {
    if (isSubset(arrival.seals, open) && (first === null || arrival.day < first)) first = arrival.day;
  }
  return first;
}

export const union = (a: readonly string[], b: readonly string[]): string[] =>
  b.length === 0 ? [...a] : [...new Set([...a, ...b])].sort();
export const isSubset = (small: readonly string[], large: readonly string[]): boolean => small.every((item) => large.includes(item));

/** Every union of some of the sets, the empty one included, fewest seals first: what a viewer can be able to open. */
export function sealSets(sets: Iterable<readonly string[]>): string[][] {
  const known = new Map<string, string[]>([['', []]]);
  for (const set of sets) {
    for (const other of Array.from(known.values())) {
      const joined = union(other, set);
      known.set(joined.join('\n'), joined);
    }
  }
  return [...known.values()].sort((a, b) => a.length - b.length || (a.join() < b.join() ? -1 : 1));
}
