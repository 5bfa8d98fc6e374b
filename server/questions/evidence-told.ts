/**
 * The statements behind ties and facts, and those that speak against them, as an answer shows them:
 * only what agencies asked held by the day, and in it only what the asker may see.
 */
import { openStatement } from '../access/left-out.ts';
import { readSpan } from '../ledger/dates.ts';
import type { Claim, StatementRecord, Stance } from '../ledger/records.ts';
import type { Day } from '../ledger/versions.ts';
import { saySpan, type SpanSaid } from '../words/dates-say.ts';
import { saidSo, sourceName, speaksAgainst, statementSays, type StatementNames } from '../words/statement-says.ts';
import { shortName } from './agency-names.ts';
import { tests, type Agency, type Asking } from './asking.ts';
import { personsOf } from './claim-people.ts';
import type { People } from './people-told.ts';
import type { Things } from './things-told.ts';

export type HoldingTold = { agency: Agency; from: Day };

export type StatementTold = {
  id: string;
  agency: Agency;
  recorded: SpanSaid;
  stance: Stance;
  source: { kind: string; name: string | null };
  says: string;
  ref: string | null;
  note: string | null;
  repeats: string | null;
  inferred: boolean;
  heldFrom: Day;
  heldBy: HoldingTold[];
};

export type Evidence = {
  /** For and against what rests on some statements: theirs, and every negative one held on the same topics. */
  about: (because: readonly string[]) => { evidence: StatementTold[]; against: StatementTold[] };
  /** "Connor said so", for those of `about`'s evidence that are more than the agency's own record. */
  saidSo: (evidence: readonly StatementTold[]) => string[];
  /** "SO2 denies it". */
  saysAgainst: (against: readonly StatementTold[]) => string[];
};

type Held = { record: StatementRecord; topic: string; told: StatementTold };

const NEGATIVE: readonly (Stance | undefined)[] = ['denies', 'retracts', 'disproves'];

/** Fetches all of it at once, with the people and places the statements name. */
export async function evidenceOf(asking: Asking, because: Iterable<string>, people: People, things: Things): Promise<Evidence> {
  const ids = [...new Set(because)].sort();
  const rows = ids.length === 0 ? [] : await asking.graph.read('read/evidence', { ...tests(asking), ids });
  const records = rows.map((row) => ({ ...row, record: openStatement(JSON.parse(row.line) as StatementRecord, asking.shows) }));
  await loadNamed(
    records.map(({ record }) => record),
    people,
    things,
  );
  const names = statementNames(asking, people, things);
  const visible = new Set(records.map(({ id }) => id));
  const held = new Map(
    records.map(({ id, record: whole, topic, held: holders }): [string, Held] => {
      const record = withoutHiddenSource(whole, people);
      return [id, { record, topic, told: tellStatement(asking, record, holders, names, visible) }];
    }),
  );
  const negativeByTopic = new Map<string, Held[]>();
  for (const one of held.values()) {
    if (NEGATIVE.includes(one.record.stance)) negativeByTopic.set(one.topic, [...(negativeByTopic.get(one.topic) ?? []), one]);
  }

  return {
    about: (named) => {
      const own = named.flatMap((id) => held.get(id) ?? []);
      const topics = new Set(own.map(({ topic }) => topic));
      const against = new Set([
        ...own.filter(({ record }) => NEGATIVE.includes(record.stance)),
        ...[...topics].flatMap((topic) => negativeByTopic.get(topic) ?? []),
      ]);
      return {
        evidence: own
          .filter((one) => !against.has(one))
          .map((one) => one.told)
          .sort(byId),
        against: [...against].map((one) => one.told).sort(byId),
      };
    },
    saidSo: (evidence) => [...new Set(evidence.flatMap(({ id }) => saidSo(held.get(id)!.record, names) ?? []))],
    saysAgainst: (against) => [...new Set(against.map(({ id }) => speaksAgainst(held.get(id)!.record, names)))],
  };
}

/** Everybody and every place that statements name, asked for at once. */
export async function loadNamed(records: readonly StatementRecord[], people: People, things: Things): Promise<void> {
  await Promise.all([
    // A source under a seal is looked for and not found: that must not be one statement more.
    people.load(
      records.flatMap(({ claim, source }) => [...personsOf(claim), ...(source?.person ? [source.person] : [])]),
      true,
    ),
    things.load(records.flatMap(({ claim }) => placeOf(claim) ?? [])),
  ]);
}

/** The home or organisation a claim names. */
export const placeOf = (claim: Claim): string | null =>
  claim.type === 'home' || claim.type === 'address' ? claim.household : claim.type === 'role' ? claim.organisation : null;

/** What statements call those they name, once `loadNamed` has them. */
export const statementNames = (asking: Asking, people: People, things: Things): StatementNames => ({
  nameOf: (person) => (people.isKnown(person) ? people.nameOf(person) : null),
  sexOf: (person) => (people.isKnown(person) ? people.sexOf(person) : null),
  placeOf: things.nameOf,
  agencyOf: (agency) => shortName(asking, agency),
});

/** A source under a closed seal is as if it had not been named (docs/model.md section 4.6). */
export function withoutHiddenSource(record: StatementRecord, people: People): StatementRecord {
  const { person, ...nameless } = record.source ?? { kind: 'not stated' as const };
  return person === undefined || people.isKnown(person) ? record : { ...record, source: nameless };
}

/** `record`: with only what is open in it; `visible`: ids of statements that may be named. */
export function tellStatement(
  asking: Asking,
  record: StatementRecord,
  holders: readonly { agency: string; since: Day }[],
  names: StatementNames,
  visible: ReadonlySet<string>,
): StatementTold {
  return {
    id: record.id,
    agency: agencyTold(asking, record.agency),
    recorded: saySpan(readSpan(record.recorded)),
    stance: record.stance ?? 'claims',
    source: { kind: record.source?.kind ?? 'not stated', name: sourceName(record.source, names) },
    says: statementSays(record, names),
    ref: record.ref ?? null,
    note: record.note ?? null,
    // The id of an original that the asker may not see would tell that it exists.
    repeats: record.repeats !== undefined && visible.has(record.repeats) ? record.repeats : null,
    inferred: record.inferred ?? false,
    heldFrom: holders.map(({ since }) => since).sort()[0]!,
    heldBy: holders.map(({ agency, since }) => ({ agency: agencyTold(asking, agency), from: since })),
  };
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

export function agencyTold({ agencies }: Asking, id: string): Agency {
  const { name, kind, area } = agencies.get(id) ?? { name: id, kind: 'other', area: null };
  return { id, name, kind, area };
}
