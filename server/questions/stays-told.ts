/** Stays as an answer gives them: versions that say the same become one, with holders, evidence and sentence. */
import { shortHash } from '../ledger/fold.ts';
import { groupBy } from '../ledger/grouping.ts';
import { STANDING_WORDS, type Standing, type Version } from '../ledger/versions.ts';
import { isCertain, isInForce } from '../routes/network.ts';
import type { SpanSaid } from '../words/dates-say.ts';
import { makesMember, nightsOf, partyOf, patternOf, PATTERN_ORDER, staySays, type Pattern } from '../words/stay-says.ts';
import { shortName } from './agency-names.ts';
import { readVersion, tests, type Asking } from './asking.ts';
import { type Evidence, type HoldingTold, type StatementTold } from './evidence-told.ts';
import type { People } from './people-told.ts';
import { grouped, holdersOf, holdings, periodTold, withoutCarried } from './telling.ts';

export type StayTold = {
  id: string;
  person: string;
  home: string;
  pattern: Pattern;
  nights: number | null;
  party: string | null;
  start: SpanSaid;
  end: SpanSaid;
  inForce: boolean;
  certain: boolean;
  standing: Standing;
  disputed: boolean;
  says: string;
  holders: HoldingTold[];
  evidence: StatementTold[];
  against: StatementTold[];
};

/** One stay of one person (all their records) in one home: versions that say the same. */
export type StayHeld = { versions: Version[]; version: Version; person: string; home: string; pattern: Pattern };

export async function staysOfPeople(asking: Asking, people: readonly string[]): Promise<Version[]> {
  const rows = people.length === 0 ? [] : await asking.graph.read('read/stays-of-people', { ...tests(asking), people: [...people] });
  return rows.map(({ stay }) => readVersion(stay));
}

export async function staysInHomes(asking: Asking, homes: readonly string[]): Promise<Version[]> {
  const rows = homes.length === 0 ? [] : await asking.graph.read('read/stays-in-homes', { ...tests(asking), homes: [...homes] });
  return rows.map(({ stay }) => readVersion(stay));
}

/** By pattern, then person, then home, the newest last. `people` knows everybody in them. */
export function readStays(versions: readonly Version[], people: Pick<People, 'isKnown' | 'personOf'>): StayHeld[] {
  const byPerson = versions
    .filter(({ start }) => people.isKnown(start))
    .map((version) => ({ ...version, start: people.personOf(version.start) }));
  const stays = [...groupBy(byPerson, ({ start, end }) => `${start}\n${end}`)].flatMap(([, own]) => grouped(withoutCarried(own)));
  return stays
    .map((alike) => ({ versions: alike, version: alike[0]!, person: alike[0]!.start, home: alike[0]!.end, pattern: patternOf(alike[0]!) }))
    .sort(compareStays);
}

function compareStays(a: StayHeld, b: StayHeld): number {
  const keyOf = ({ pattern, person, home, version }: StayHeld): (string | number)[] => [
    PATTERN_ORDER.indexOf(pattern),
    person,
    home,
    version.from,
    version.to,
    idOf(version),
  ];
  const [left, right] = [keyOf(a), keyOf(b)];
  const at = left.findIndex((value, index) => value !== right[index]);
  return at < 0 ? 0 : left[at]! < right[at]! ? -1 : 1;
}

export const isOfTheDay = ({ version }: StayHeld, { common: { asAt } }: Asking): boolean => isInForce(version, asAt);
/** Of the day, and somebody's word for it stands. */
export const isThere = (stay: StayHeld, asking: Asking): boolean =>
  isOfTheDay(stay, asking) && STANDING_WORDS.includes(stay.version.standing);
export const isSurelyThere = ({ version }: StayHeld, { common: { asAt } }: Asking): boolean => isCertain(version, asAt);
/** Lives, stays or lodges there on the day. */
export const isMember = (stay: StayHeld, asking: Asking): boolean => isThere(stay, asking) && makesMember(stay.pattern);

export function tellStay(
  asking: Asking,
  { versions, version, person, home, pattern }: StayHeld,
  evidence: Evidence,
  people: People,
  homeName: string,
): StayTold {
  const { evidence: all, against } = evidence.about([...new Set(versions.flatMap(({ because }) => because))]);
  const tie = {
    version,
    holders: holdersOf(versions),
    heldTogether: version.holders.length > 1,
    said: evidence.saidSo(all),
    against: evidence.saysAgainst(against),
  };
  return {
    id: idOf(version),
    person,
    home,
    pattern,
    nights: nightsOf(version),
    party: partyOf(version),
    ...periodTold(version, asking.common.asAt),
    standing: version.standing,
    disputed: version.disputed,
    says: staySays(tie, people.nameOf(person), homeName, asking.common.asAt, (agency) => shortName(asking, agency)),
    holders: holdings(asking, tie.holders),
    evidence: all,
    against,
  };
}

/** From content, so that the same stay has the same id whichever agencies are asked. */
const idOf = ({ start, end, form, from, sureFrom, sureTo, to, standing, holders }: Version): string =>
  `stay-${shortHash(JSON.stringify([start, end, form, from, sureFrom, sureTo, to, standing, holders.length > 1 ? holders : null]))}`;
