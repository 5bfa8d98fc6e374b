/** A random family with one more seal, and the same family as if nothing under that seal had ever been loaded. */
import { readCaseFile } from '../../server/ledger/case-file.ts';
import { checkRecords } from '../../server/ledger/check-records.ts';
import { firstPossible } from '../../server/ledger/check-sharings.ts';
import { readSpan } from '../../server/ledger/dates.ts';
import type { Claim, LedgerRecord, SealRecord, SharingRecord, StatementRecord } from '../../server/ledger/records.ts';
import { caseText, randomRecords } from './random-case.ts';
import { randomFrom, type Random } from '../../seed/random.ts';

export interface SealedFamily {
  seed: number;
  sealed: LedgerRecord[];
  without: LedgerRecord[];
  seal: SealRecord;
}

const SEAL = 'the-seal';

/** Agencies are `a/agency-1` and so on, whatever the family. */
export function sealedFamily(seed: number): SealedFamily {
  // A family at random may have somebody as their own ancestor, which no load accepts: then another is taken.
  for (let tries = 0; ; tries += 1) {
    const family = { ...familyOf(seed + tries * 1_000_000), seed };
    if ([family.sealed, family.without].every((world) => checkRecords(readCaseFile('family', caseText(world)).rows).problems.length === 0))
      return family;
  }
}

function familyOf(seed: number): SealedFamily {
  const random = randomFrom(seed * 131 + 7);
  const drawn = randomRecords(seed, 14 + random.below(20));
  const family = [...drawn, ...decisions(random, drawn)].map((record) => withSharedAgencies(otherwise(random, record)));
  const seal = someSeal(random, family);
  const sealed = [...family, seal];
  return { seed, sealed, without: withoutSeal(sealed, SEAL), seal };
}

function decisions(random: Random, family: readonly LedgerRecord[]): LedgerRecord[] {
  const of = (type: string): string[] => family.filter((record) => record.type === type).map(({ id }) => id);
  return Array.from({ length: random.below(4) }, (_, at) => ({
    type: 'decision',
    id: `decision-${at + 1}`,
    agency: random.pick(of('agency')),
    on: random.pick(['2017-05', '2018-02-03', '2019-11-20', '2020-04-01']),
    about: [...new Set([random.pick(of('person')), random.pick(of('person'))])],
    decision: random.pick(['Close', 'Refer on', 'No further action']),
    reason: 'Invented',
  }));
}

function withSharedAgencies(record: LedgerRecord): LedgerRecord {
  return JSON.parse(JSON.stringify(record).replace(/"agency-(\d)"/g, '"a/agency-$1"')) as LedgerRecord;
}

/** Names, so that there is something to find; the family's own seals open to some of the viewers, or have run out. */
function otherwise(random: Random, record: LedgerRecord): LedgerRecord {
  if (record.type === 'person') return { ...record, label: `Person ${record.id}` };
  if (record.type === 'statement')
    return {
      ...record,
      ...(random.chance(0.3) ? { note: `Note ${record.id}` } : {}),
      ...(random.chance(0.3) ? { ref: `Ref ${record.id}` } : {}),
    };
  if (record.type !== 'seal') return record;
  return { ...record, opens: { roles: random.some(['mash', 'analyst', 'reviewer'], 0.4) }, ...(random.chance(0.2) ? { to: '2022' } : {}) };
}

function someSeal(random: Random, family: readonly LedgerRecord[]): SealRecord {
  const of = (...types: string[]): string[] => family.filter(({ type }) => types.includes(type)).map(({ id }) => id);
  const kinds = [
    of('statement'),
    of('statement'),
    of('sharing', 'contact', 'statement', 'decision'),
    of('person'),
    of('person'),
    of('household'),
    of('organisation'),
  ];
  const covered = new Set(Array.from({ length: 1 + random.below(3) }, () => random.pick(random.pick(kinds))));
  const some = (...types: string[]): string[] => of(...types).filter((id) => covered.has(id));
  const covers = {
    persons: some('person'),
    households: some('household'),
    organisations: some('organisation'),
    records: some('statement', 'sharing', 'contact', 'decision'),
  };
  return { type: 'seal', id: SEAL, label: 'The seal', covers, custodian: 'a/agency-1', opens: { roles: ['privacy officer'] } };
}

/** What would have been loaded had nothing under the seal ever been: a reference to something sealed is as if absent (model section 4.6). */
export function withoutSeal(records: readonly LedgerRecord[], id: string): LedgerRecord[] {
  const seal = records.find((record): record is SealRecord => record.type === 'seal' && record.id === id);
  const { persons = [], households = [], organisations = [], records: covered = [] } = seal?.covers ?? {};
  const gone = new Set([id, ...persons, ...households, ...organisations, ...covered]);
  for (const record of records) if (record.type === 'statement' && bareClaim(record.claim, gone) === undefined) gone.add(record.id);
  // A sharing of nothing and a contact about nobody go too, and a seal may have named them.
  for (const record of records) if (!gone.has(record.id) && bare(record, gone) === undefined) gone.add(record.id);
  return withoutUnheld(records.filter((record) => !gone.has(record.id)).flatMap((record) => bare(record, gone) ?? []));
}

/** What an agency only had through a sharing that is gone, it cannot have shared on. */
function withoutUnheld(records: readonly LedgerRecord[]): LedgerRecord[] {
  const sharings = records.filter((record) => record.type === 'sharing');
  const statements = new Map(records.flatMap((record) => (record.type === 'statement' ? [[record.id, record]] : [])));
  const wasHeld = ({ from, on }: SharingRecord, id: string): boolean => {
    const statement = statements.get(id)!;
    const first = firstPossible(
      statement.agency,
      readSpan(statement.recorded).earliest,
      sharings.filter((one) => one.statements.includes(id)),
    ).get(from);
    return first !== undefined && first <= readSpan(on).latest;
  };
  const held = records.map((record): LedgerRecord =>
    record.type === 'sharing' ? { ...record, statements: record.statements.filter((id) => wasHeld(record, id)) } : record,
  );
  const empty = new Set(held.flatMap((record) => (record.type === 'sharing' && record.statements.length === 0 ? [record.id] : [])));
  return held.filter(({ id }) => !empty.has(id)).flatMap((record) => bare(record, empty) ?? []);
}

function bare(record: LedgerRecord, gone: ReadonlySet<string>): LedgerRecord | undefined {
  const left = (ids: readonly string[] | undefined): string[] => (ids ?? []).filter((id) => !gone.has(id));
  switch (record.type) {
    case 'statement':
      return bareStatement(record, gone);
    case 'sharing':
      return left(record.statements).length === 0 ? undefined : { ...record, statements: left(record.statements) };
    case 'contact':
      return left(record.about).length + left(record.with).length === 0
        ? undefined
        : { ...record, about: left(record.about), ...(record.with === undefined ? {} : { with: left(record.with) }) };
    case 'decision':
      return left(record.about).length === 0 ? undefined : { ...record, about: left(record.about) };
    case 'seal': {
      const { persons, households, organisations, records } = record.covers;
      const covers = { persons: left(persons), households: left(households), organisations: left(organisations), records: left(records) };
      return Object.values(covers).every((ids) => ids.length === 0) ? undefined : { ...record, covers };
    }
    default:
      return record;
  }
}

function bareStatement({ source, repeats, withdraws, ...record }: StatementRecord, gone: ReadonlySet<string>): StatementRecord {
  const { person, ...nameless } = source ?? { kind: 'not stated' as const };
  return {
    ...record,
    claim: bareClaim(record.claim, gone)!,
    ...(source === undefined ? {} : { source: person === undefined || gone.has(person) ? nameless : source }),
    ...(repeats === undefined || gone.has(repeats) ? {} : { repeats }),
    ...(withdraws === undefined || gone.has(withdraws) ? {} : { withdraws }),
  };
}

/** undefined: nothing can be said without what is gone. */
function bareClaim(claim: Claim, gone: ReadonlySet<string>): Claim | undefined {
  switch (claim.type) {
    case 'order':
    case 'plan':
    case 'assessment': {
      const persons = claim.persons.filter((id) => !gone.has(id));
      return persons.length === 0 ? undefined : { ...claim, persons };
    }
    case 'event': {
      const persons = claim.persons.filter(({ person }) => !gone.has(person));
      return persons.length === 0 ? undefined : { ...claim, persons };
    }
    default: {
      const { type: _, ...fields } = claim;
      return Object.values(fields)
        .flat()
        .some((value) => typeof value === 'string' && gone.has(value))
        ? undefined
        : claim;
    }
  }
}
