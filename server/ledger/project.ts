/**
 * The whole of docs/model.md sections 4 to 6: a set of records -> every version of every tie.
 * Pure; the order of the records does not matter.
 */
import { deriveFrom } from './derive.ts';
import { birthsIn, foldDetails } from './details.ts';
import { readSpan } from './dates.ts';
import { foldTopic } from './fold.ts';
import { groupBy } from './grouping.ts';
import { firstArrivals, isSubset, readLedger, union, type Ledger } from './holdings.ts';
import type { ContactRecord, DecisionRecord, LedgerRecord, SharingRecord, StatementRecord } from './records.ts';
import { personsIn } from './ties.ts';
import { topicOf } from './topics.ts';
import { FIRST_DAY, LAST_DAY, type Version } from './versions.ts';

/** Raised whenever the same records would fold into other versions: a store folded by other rules is rebuilt. */
export const FOLD_VERSION = 9;

export function project(records: Iterable<LedgerRecord>): Version[] {
  const ledger = readLedger(records);
  const base = foldAll(ledger);
  return [...base, ...deriveFrom(ledger, base)];
}

function foldAll(ledger: Ledger): Version[] {
  const births = birthsIn(ledger);
  const topics = groupBy(ledger.statements, (s) => topicOf(s.claim).topic);
  const folded = [...topics].flatMap(([topic, statements]) => {
    const { type } = statements[0]!.claim;
    return type === 'detail' || type === 'address' ? foldDetails(ledger, topic, statements) : foldTopic(ledger, topic, statements, births);
  });
  return [...folded, ...holdings(ledger), ...sharings(ledger), ...contacts(ledger)];
}

/** Which agency holds which statement: what evidence is shown from. What is said of somebody sealed is under their seal. */
function holdings(ledger: Ledger): Version[] {
  return ledger.statements.flatMap((statement) => {
    const { topic, ends } = topicOf(statement.claim);
    const about = sealsOfAbout(ledger, statement);
    return [...ledger.arrivals.get(statement.id)!].flatMap(([agency, arrivals]) =>
      firstArrivals(arrivals).flatMap(({ day, seals }) =>
        about.map((own): Version => ({
          ...ALWAYS,
          kind: 'HELD_BY',
          start: statement.id,
          end: agency,
          tie: `HELD_BY ${statement.id} ${agency}`,
          spell: agency,
          unit: topic,
          heldFrom: day,
          heldSince: day,
          holders: [agency],
          seals: union(seals, own),
          because: [statement.id],
          rests: [...new Set([statement.id, ...ends])].sort(),
        })),
      ),
    );
  });
}

/**
 * Which statement was passed on to whom, or is said to have been. A sharing is on the record of the agency
 * that sent it, and of the other where it was received; nothing else says who holds that it was made.
 */
function sharings(ledger: Ledger): Version[] {
  return [...ledger.records.values()].flatMap((record) => (record.type === 'sharing' ? passedOn(ledger, record) : []));
}

function passedOn(ledger: Ledger, sharing: SharingRecord): Version[] {
  const span = readSpan(sharing.on);
  const state = sharing.state ?? 'received';
  const holders = state === 'received' ? [sharing.from, sharing.to] : [sharing.from];
  return sharing.statements.flatMap((id) => {
    const statement = ledger.records.get(id);
    if (statement?.type !== 'statement') return [];
    const { topic, ends } = topicOf(statement.claim);
    const sent = (ledger.arrivals.get(id)?.get(sharing.from) ?? []).filter(({ earliest }) => earliest <= span.latest);
    const seals = fewestSeals(sent.map((arrival) => arrival.seals)).flatMap((of) =>
      sealsOfAbout(ledger, statement).map((own) => union(union(of, ledger.sealsOn(sharing.id)), own)),
    );
    return seals.flatMap((under) =>
      holders.map((holder): Version => ({
        ...ALWAYS,
        kind: 'PASSED_TO',
        start: id,
        end: sharing.to,
        tie: `PASSED_TO ${sharing.id} ${id} ${holder}`,
        spell: sharing.id,
        unit: topic,
        from: span.earliest,
        sureFrom: span.latest,
        sureTo: span.earliest,
        to: span.latest,
        heldFrom: span.latest,
        heldSince: span.latest,
        holders: [holder],
        seals: under,
        form: state,
        because: [id],
        rests: [...new Set([sharing.id, id, ...ends])].sort(),
      })),
    );
  });
}

/** Seals of what a statement speaks of; for an order or event about several, of any one of them: their own ties are sealed one by one. */
function sealsOfAbout(ledger: Ledger, { claim }: StatementRecord): string[][] {
  const whole = topicOf(claim).ends.reduce<string[]>((seals, id) => union(seals, ledger.sealsOn(id)), []);
  const persons = personsIn(claim);
  return persons.length === 0 ? [whole] : fewestSeals(persons.map((person) => ledger.sealsOn(person))).map((own) => union(whole, own));
}

/** Of several sets of seals, any of which will do, those that hold no other. */
function fewestSeals(sets: readonly (readonly string[])[]): (readonly string[])[] {
  const different = [...new Map(sets.map((set) => [set.join('\n'), set])).values()];
  return different.filter((set) => !different.some((other) => other !== set && isSubset(other, set)));
}

/** A contact or decision is about people, and held by the agency that recorded it, from its day. */
function contacts(ledger: Ledger): Version[] {
  return [...ledger.records.values()].flatMap((record) =>
    record.type === 'contact' || record.type === 'decision' ? aboutPeople(ledger, record) : [],
  );
}

function aboutPeople(ledger: Ledger, record: ContactRecord | DecisionRecord): Version[] {
  const span = readSpan(record.on);
  const met = record.type === 'contact' ? (record.with ?? []) : [];
  return [...new Set([...record.about, ...met])].map((person): Version => ({
    ...ALWAYS,
    kind: 'ABOUT',
    start: record.id,
    end: person,
    tie: `ABOUT ${record.id} ${person}`,
    spell: record.id,
    unit: `${record.type}|${record.id}`,
    from: span.earliest,
    sureFrom: span.latest,
    sureTo: span.earliest,
    to: span.latest,
    heldFrom: span.latest,
    heldSince: span.latest,
    holders: [record.agency],
    seals: union(ledger.sealsOn(record.id), ledger.sealsOn(person)),
    because: [record.id],
    rests: [record.id, person].sort(),
    more: { type: record.type, about: record.about.includes(person), met: met.includes(person) },
  }));
}

const ALWAYS = {
  from: FIRST_DAY,
  sureFrom: FIRST_DAY,
  sureTo: LAST_DAY,
  to: LAST_DAY,
  heldTo: LAST_DAY,
  standing: 'observed',
  disputed: false,
  form: null,
  via: null,
  more: null,
} as const;
