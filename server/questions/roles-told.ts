/** Parts in groups and organisations as an answer gives them. */
import { shortHash } from '../ledger/fold.ts';
import { groupBy } from '../ledger/grouping.ts';
import type { Version } from '../ledger/versions.ts';
import { roleSays } from '../words/role-says.ts';
import { shortName } from './agency-names.ts';
import { readVersion, tests, type Asking } from './asking.ts';
import { type Evidence } from './evidence-told.ts';
import type { People } from './people-told.ts';
import { grouped, holdersOf, holdings, periodTold, withoutCarried } from './telling.ts';

export type OrganisationTold = { id: string; name: string; kind: string; small: boolean };

export async function rolesOfPeople(
  asking: Asking,
  records: readonly string[],
): Promise<{ versions: Version[]; organisations: OrganisationTold[] }> {
  const rows = records.length === 0 ? [] : await asking.graph.read('read/roles-of-people', { ...tests(asking), people: [...records] });
  const byId = new Map(
    rows.map(({ organisation: { id, name, kind, small } }): [string, OrganisationTold] => [
      id,
      { id, name: name ?? 'a group', kind: kind ?? 'other', small: small ?? false },
    ]),
  );
  return { versions: rows.map(({ role }) => readVersion(role)), organisations: [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

export function tellRoles(
  asking: Asking,
  versions: readonly Version[],
  organisations: readonly OrganisationTold[],
  evidence: Evidence,
  people: People,
) {
  const byPerson = versions.map((version) => ({ ...version, start: people.personOf(version.start) }));
  return [...groupBy(byPerson, ({ start, end }) => `${start}\n${end}`)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, own]) => grouped(withoutCarried(own)))
    .map((alike) => {
      const version = alike[0]!;
      const { evidence: all, against } = evidence.about([...new Set(alike.flatMap(({ because }) => because))]);
      const tie = {
        version,
        holders: holdersOf(alike),
        heldTogether: version.holders.length > 1,
        said: evidence.saidSo(all),
        against: evidence.saysAgainst(against),
      };
      const { start, end, inForce } = periodTold(version, asking.common.asAt);
      const organisation = organisations.find(({ id }) => id === version.end)?.name ?? 'a group';
      return {
        id: `role-${shortHash(JSON.stringify([version.start, version.end, version.form, version.from, version.sureFrom, version.sureTo, version.to, version.standing, version.holders.length > 1 ? version.holders : null]))}`,
        person: version.start,
        organisation: version.end,
        role: version.form ?? 'not stated',
        withChildren: version.more?.['children'] === true,
        asChild: version.more?.['child'] === true,
        start,
        end,
        inForce,
        standing: version.standing,
        disputed: version.disputed,
        says: roleSays(tie, people.nameOf(version.start), organisation, asking.common.asAt, (agency) => shortName(asking, agency)),
        holders: holdings(asking, tie.holders),
        evidence: all,
        against,
      };
    });
}
