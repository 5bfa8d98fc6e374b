/**
 * People as an answer tells of them: names, births and deaths as the agencies asked hold them, and
 * records joined by a visible `same` as one person under the smallest id (docs/model.md section 7).
 */
import { openDetail } from '../access/left-out.ts';
import type { Span } from '../ledger/dates.ts';
import type { Identifier, PersonName } from '../ledger/records.ts';
import type { Day } from '../ledger/versions.ts';
import type { Row } from '../types.gen.ts';
import { ageSays, mayBeChild, saySpan, type SpanSaid } from '../words/dates-say.ts';
import type { Sex } from '../words/tie-verbs.ts';
import { tests, type Asking } from './asking.ts';

export type PersonTold = {
  id: string;
  records: string[];
  name: string;
  names: string[];
  sex: string | null;
  born: SpanSaid | null;
  died: SpanSaid | null;
  expected: SpanSaid | null;
  age: string;
  placeholder: boolean;
  unborn: boolean;
  deceased: boolean;
  child: boolean | null;
};

/** What HAS_DETAIL carries in `more` (server/ledger/details.ts). */
export type Detail = { names?: PersonName[]; sex?: string; born?: Span; died?: Span; expected?: Span; identifiers?: Identifier[] };

export type People = {
  /** Fetches who is not known yet, and every record joined to them. `always`: asks even if all are known, for where a sealed name would otherwise make a statement more. */
  load: (ids: Iterable<string>, always?: boolean) => Promise<void>;
  /** False: nobody, or nobody the asker may see. */
  isKnown: (record: string) => boolean;
  /** The smallest id of the records joined to this one. */
  personOf: (record: string) => string;
  recordsOf: (person: string) => string[];
  /** The smallest id of the records joined to this one in what some of the agencies hold by themselves. */
  personAmong: (record: string, agencies: readonly string[]) => string;
  /** Also notes that the answer tells of them. */
  tell: (person: string) => PersonTold;
  nameOf: (person: string) => string;
  sexOf: (person: string) => Sex;
  /** Widest birth held by the agencies asked; an expected date stands in where none is held. */
  birthOf: (person: string) => Span | null;
  /** Statements their details rest on. */
  becauseOf: (person: string) => string[];
};

/** `joined` false: every record is told of by itself, whatever it is said to be the same as. */
export function peopleOf(asking: Asking, { joined = true } = {}): People {
  const rows = new Map<string, Row<'read/people'>>();
  const absent = new Set<string>();
  const told = new Map<string, PersonTold>();

  const load = async (ids: Iterable<string>, always = false): Promise<void> => {
    let missing = [...new Set(ids)].filter((id) => !rows.has(id) && !absent.has(id)).sort();
    // Records joined to those asked for are fetched too: their names are this person's names.
    for (let asks = always; asks || missing.length > 0; asks = false) {
      const found = await asking.graph.read('read/people', { ...tests(asking), people: missing });
      for (const row of found) rows.set(row.id, row);
      for (const id of missing) if (!rows.has(id)) absent.add(id);
      missing = [...new Set(joined ? found.flatMap((row) => row.same) : [])].filter((id) => !rows.has(id) && !absent.has(id)).sort();
    }
    told.clear();
  };
  const recordsOf = (record: string): string[] => {
    const same = joined ? (rows.get(record)?.same ?? []).filter((id) => rows.has(id)) : [];
    return [...new Set([record, ...same])].sort();
  };
  const personOf = (record: string): string => recordsOf(record)[0] ?? record;
  const personAmong = (record: string, agencies: readonly string[]): string => {
    const joined = new Set([record]);
    for (const one of joined) {
      for (const { other, holders } of rows.get(one)?.joins ?? [])
        if (rows.has(other) && holders.every((holder) => agencies.includes(holder))) joined.add(other);
    }
    return [...joined].sort()[0]!;
  };
  const detailsOf = (person: string): Detail[] =>
    recordsOf(person)
      .flatMap((record) => rows.get(record)?.details ?? [])
      .map(({ more }) => openDetail(JSON.parse(more ?? '{}') as Detail, asking.shows));

  const describe = (person: string): PersonTold => {
    const details = detailsOf(person);
    const names = namesIn(details);
    const { asAt } = asking.common;
    const birth = birthIn(details);
    const died = widest(details.flatMap(({ died: span }) => span ?? []));
    const records = recordsOf(person);
    const labels = records.flatMap((record) => rows.get(record)?.label ?? []);
    return {
      id: personOf(person),
      records,
      name: names[0] ?? labels[0] ?? 'a person whose name is not held',
      names,
      sex: sexIn(details),
      born: spanOf(details, 'born'),
      died: died && saySpan(died),
      expected: spanOf(details, 'expected'),
      age: died !== null && died.latest <= asAt ? ageAtDeath(birth, died) : ageSays(birth, asAt),
      placeholder: records.every((record) => rows.get(record)?.placeholder ?? false),
      unborn: birth !== null && birth.earliest > asAt,
      deceased: died !== null && died.latest <= asAt,
      child: mayBeChild(birth, asAt),
    };
  };
  const known = (person: string): PersonTold => {
    const id = personOf(person);
    let one = told.get(id);
    if (!one) told.set(id, (one = describe(id)));
    return one;
  };
  return {
    load,
    personOf,
    recordsOf,
    personAmong,
    isKnown: (record) => rows.has(record),
    tell: (person) => {
      const one = known(person);
      for (const record of one.records) asking.told.add(record);
      return one;
    },
    nameOf: (person) => known(person).name,
    sexOf: (person) => (known(person).sex === 'female' ? 'female' : known(person).sex === 'male' ? 'male' : null),
    birthOf: (person) => birthIn(detailsOf(person)),
    becauseOf: (person) =>
      recordsOf(person)
        .flatMap((record) => rows.get(record)?.details ?? [])
        .flatMap(({ because }) => because),
  };
}

function namesIn(details: readonly Detail[]): string[] {
  const said = details.flatMap(({ names }) => names ?? []);
  const full = said.map(({ given, family }) => [given, family].filter((part) => part !== undefined && part !== '').join(' '));
  return [...new Set([...full, ...said.map(({ alsoKnownAs }) => alsoKnownAs ?? '')])].filter((name) => name !== '');
}

/** Null where the agencies hold different ones. */
function sexIn(details: readonly Detail[]): string | null {
  const held = [...new Set(details.flatMap(({ sex }) => sex ?? []))];
  const named = held.filter((sex) => sex !== 'unknown');
  return named.length === 1 ? named[0]! : named.length === 0 ? (held[0] ?? null) : null;
}

/** Widest birth over some details; `expected` alone counts as one. */
export function birthIn(details: readonly Detail[]): Span | null {
  return widest(details.flatMap(({ born }) => born ?? [])) ?? widest(details.flatMap(({ expected }) => expected ?? []));
}

function spanOf(details: readonly Detail[], field: 'born' | 'expected'): SpanSaid | null {
  const span = widest(details.flatMap((detail) => detail[field] ?? []));
  return span && saySpan(span);
}

function widest(spans: readonly Span[]): Span | null {
  if (spans.length === 0) return null;
  const earliest = spans.map((span) => span.earliest).reduce((a: Day, b: Day) => (a < b ? a : b));
  return { earliest, latest: spans.map((span) => span.latest).reduce((a: Day, b: Day) => (a > b ? a : b)) };
}

function ageAtDeath(birth: Span | null, died: Span): string {
  return birth === null ? 'died' : `died aged ${ageSays({ earliest: birth.earliest, latest: birth.latest }, died.latest)}`;
}
