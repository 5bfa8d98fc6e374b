/** Which agencies hold a record on somebody, and whether they are involved on the day. */
import { groupBy } from '../ledger/grouping.ts';
import { FIRST_DAY, type Day, type Version } from '../ledger/versions.ts';
import { isInForce } from '../routes/network.ts';
import type { SpanSaid } from '../words/dates-say.ts';
import { involvementSays, isWorking, recordOnlySays } from '../words/involvement-says.ts';
import { shortName } from './agency-names.ts';
import { readVersion, tests, type Agency, type Asking } from './asking.ts';
import { agencyTold, type Evidence } from './evidence-told.ts';
import type { People } from './people-told.ts';
import { grouped, holdersOf, periodTold, withoutCarried } from './telling.ts';

export type PillTold = {
  agency: Agency;
  form: string | null;
  involved: boolean;
  start: SpanSaid | null;
  end: SpanSaid | null;
  says: string;
};

export type Pills = {
  /** Agencies of those asked that hold a record on the person, and since when. */
  holdersOf: (person: string) => ReadonlyMap<string, Day>;
  /** What each involved agency did and does, whoever of those asked says so; the newest first. */
  involvementOf: (person: string) => { agency: string; versions: Version[] }[];
};

/** Involvement that has ended is read too, whatever `since` says: "no longer involved" is an answer. */
export async function pillsOf(asking: Asking, records: readonly string[], people: People): Promise<Pills> {
  if (records.length === 0) return { holdersOf: () => new Map(), involvementOf: () => [] };
  const [holders, involvement] = await Promise.all([
    asking.graph.read('read/record-holders', { ...tests(asking), people: [...records] }),
    asking.graph.read('read/involvement', { ...tests(asking), since: FIRST_DAY, people: [...records] }),
  ]);
  const sinceByPerson = new Map<string, Map<string, Day>>();
  for (const { person: record, agency, since } of holders) {
    const person = people.personOf(record);
    const known = sinceByPerson.get(person) ?? new Map<string, Day>();
    sinceByPerson.set(person, known);
    if (since < (known.get(agency) ?? '~')) known.set(agency, since);
  }
  const versions = involvement
    .map((row) => readVersion(row.involvement))
    .map((version) => ({ ...version, end: people.personOf(version.end) }));
  const byPerson = groupBy(versions, ({ end }) => end);
  return {
    holdersOf: (person) => sinceByPerson.get(person) ?? new Map(),
    involvementOf: (person) =>
      [...groupBy(byPerson.get(person) ?? [], ({ start }) => start)]
        .flatMap(([agency, own]) => grouped(withoutCarried(own)).map((alike) => ({ agency, versions: alike })))
        .sort((a, b) => compareSpells(a.versions[0]!, b.versions[0]!)),
  };
}

/** Newest first, then by agency. */
function compareSpells(a: Version, b: Version): number {
  return a.from !== b.from
    ? a.from > b.from
      ? -1
      : 1
    : a.to !== b.to
      ? a.to > b.to
        ? -1
        : 1
      : a.start < b.start
        ? -1
        : a.start > b.start
          ? 1
          : a.spell < b.spell
            ? -1
            : 1;
}

export const isInvolved = ([version]: readonly Version[], asAt: Day): boolean =>
  version !== undefined && isWorking(version) && isInForce(version, asAt);

export function tellInvolvement(asking: Asking, agency: string, versions: readonly Version[], evidence: Evidence): PillTold {
  const { asAt } = asking.common;
  const version = versions[0]!;
  const { evidence: all, against } = evidence.about([...new Set(versions.flatMap(({ because }) => because))]);
  const tie = {
    version,
    holders: holdersOf(versions),
    heldTogether: version.holders.length > 1,
    said: evidence.saidSo(all),
    against: evidence.saysAgainst(against),
  };
  const { start, end } = periodTold(version, asAt);
  return {
    agency: agencyTold(asking, agency),
    form: version.form,
    involved: isInvolved(versions, asAt),
    start,
    end,
    says: involvementSays(asking.agencies.get(agency)?.name ?? agency, tie, asAt, (other) => shortName(asking, other)),
  };
}

/** One pill for each agency that holds a record: its involvement of the day, else its last, else the record alone. */
export function tellPills(asking: Asking, person: string, pills: Pills, evidence: Evidence): PillTold[] {
  const { asAt } = asking.common;
  return [...pills.holdersOf(person)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([agency, since]) => {
      const own = pills.involvementOf(person).filter((one) => one.agency === agency);
      const told = own.find(({ versions }) => isInvolved(versions, asAt)) ?? own[0];
      if (told) return tellInvolvement(asking, agency, told.versions, evidence);
      const named = agencyTold(asking, agency);
      return { agency: named, form: null, involved: false, start: null, end: null, says: recordOnlySays(named.name, since) };
    });
}
