/**
 * Everybody around one person, with homes, groups and agencies: the list and the picture are both made
 * from this (docs/questions.md). Reached by the one predicate; records joined by a visible `same` are one.
 */
import { groupBy } from '../ledger/grouping.ts';
import { STANDING_WORDS, type Version } from '../ledger/versions.ts';
import { agencyBits } from '../routes/held-between.ts';
import { isCertain, isInForce } from '../routes/network.ts';
import { countSays } from '../words/grounds-say.ts';
import { custodySays } from '../words/involvement-says.ts';
import { wordsToSubject } from '../words/to-subject.ts';
import { webSays } from '../words/web-says.ts';
import { notFound, readVersion, tests, type Asking, type Question } from './asking.ts';
import { requiredId } from './common-arguments.ts';
import { agencyTold } from './evidence-told.ts';
import { groundsOf } from './grounds.ts';
import { homesOf } from './homes-told.ts';
import { peopleOf, type People } from './people-told.ts';
import { pillsOf, tellPills } from './pills-told.ts';
import { capital, stepsSay } from './people-of-concern-near.ts';
import { rolesOfPeople, tellRoles } from './roles-told.ts';
import { isMember, isThere, readStays, staysOfPeople, tellStay, type StayHeld } from './stays-told.ts';
import { openTelling, type Telling } from './telling.ts';
import { thingsOf } from './things-told.ts';

export const question: Question = {
  name: 'web-of-person',
  own: ['person'],
  ask: async (asking, given) => webOf(asking, requiredId(given, 'person')),
};

/** The web round one person. Throws NOT_FOUND. */
export async function webOf(asking: Asking, id: string) {
  const people = peopleOf(asking);
  const [reached] = await Promise.all([
    asking.graph.read('read/web-of-person', { ...tests(asking), person: id, most: MOST_REACHED }),
    people.load([id]),
  ]);
  if (!people.isKnown(id)) throw notFound('person');
  await people.load(reached.map(({ person }) => person));
  const subject = people.personOf(id);
  const others = [...nearest(reached, people, subject)];
  const { first, asAt, within } = asking.common;
  const truncated = others.length > first;
  const shown = new Map([[subject, 0], ...others.slice(0, first)]);
  const records = [...shown.keys()].flatMap(people.recordsOf);

  const [tieRows, stayVersions, roles, concernRows, custodyRows, pills] = await Promise.all([
    asking.graph.read('read/web-of-person-ties', { ...tests(asking), people: records }),
    staysOfPeople(asking, records),
    rolesOfPeople(asking, records),
    asking.graph.read('read/concerns', { ...tests(asking), people: records }),
    asking.graph.read('read/custody', { ...tests(asking), people: records }),
    pillsOf(asking, records, people),
  ]);
  const ties = betweenPeople(
    tieRows.map(({ tie }) => readVersion(tie)),
    people,
  );
  const stays = readStays(stayVersions, people);
  const homes = homesOf(asking);
  await homes.load(stays.map(({ home }) => home));
  const concerns = groupBy(
    concernRows.map(({ concern }) => readVersion(concern)),
    ({ start }) => people.personOf(start),
  );
  const involvement = [...shown.keys()].flatMap((person) => pills.involvementOf(person).flatMap(({ versions }) => versions));
  const versions = [...ties, ...stayVersions, ...roles.versions, ...[...concerns.values()].flat(), ...involvement];
  const telling = await openTelling(asking, versions, people, thingsOf(asking), agencyBits([]));

  const homeIds = homesInOrder(asking, stays, subject);
  const shownHomes = new Set(homeIds.slice(0, first));
  const custody = groupBy(
    custodyRows
      .map((row) => readVersion(row.custody))
      .filter((version) => isInForce(version, asAt) && STANDING_WORDS.includes(version.standing)),
    ({ start }) => people.personOf(start),
  );
  const toSubject = wordsToSubject(ties, subject, asAt, people.sexOf);
  const webPeople = [...shown].map(([person, steps]) => ({
    person: people.tell(person),
    steps,
    toSubject: toSubject.get(person) ?? [],
    concerns: telling.concerns((concerns.get(person) ?? []).map((version) => ({ ...version, start: person }))),
    agencies: tellPills(asking, person, pills, telling.evidence),
    custody: custodyOf(custody.get(person) ?? [], asking),
    otherHomes: new Set(
      stays.filter((stay) => stay.person === person && isMember(stay, asking) && !shownHomes.has(stay.home)).map(({ home }) => home),
    ).size,
  }));
  const agencies = [...new Set(webPeople.flatMap((one) => one.agencies.map(({ agency }) => agency.id)))].sort();
  const told = people.tell(subject);
  const own = homeIds.filter((home) => stays.some((stay) => stay.home === home && stay.person === subject && isMember(stay, asking)));
  const says = webSays({
    subject: told.name,
    age: told.age,
    asAt,
    within,
    homes: own.map(homes.nameOf),
    people: shown.size - 1,
    truncated,
    peopleOfConcern: webPeople.filter((one) => one.steps > 0 && one.concerns.length > 0).length,
    homesShown: shownHomes.size,
    organisations: roles.organisations.length,
    agencies: agencies.length,
  });
  const found = `${truncated ? `More than ${first} people are` : capital(countSays(shown.size - 1, 'person', 'people'))} recorded within ${stepsSay(within)} of ${told.name}`;
  return {
    subject: told,
    grounds: groundsOf(asking, found, shown.size === 1),
    truncated: truncated || homeIds.length > first,
    people: webPeople,
    homes: [...shownHomes].map((home) => homes.tell(home, own.includes(home))),
    organisations: roles.organisations,
    agencies: agencies.map((agency) => agencyTold(asking, agency)),
    ties: tellTies(ties, telling),
    stays: stays
      .filter(({ home }) => shownHomes.has(home))
      .map((stay) => tellStay(asking, stay, telling.evidence, people, homes.nameOf(stay.home))),
    roles: tellRoles(asking, roles.versions, roles.organisations, telling.evidence, people),
    says,
  };
}

/** Joined records are several rows for one person; a web larger than this cannot be read anyway. */
export const MOST_REACHED = 3_000;

/** Fewest steps to each person but the subject, by steps, then id. */
export function nearest(rows: readonly { person: string; steps: number }[], people: People, subject: string): [string, number][] {
  const steps = new Map<string, number>();
  for (const { person: record, steps: count } of rows) {
    const person = people.personOf(record);
    if (person !== subject && people.isKnown(record) && count < (steps.get(person) ?? Infinity)) steps.set(person, count);
  }
  return [...steps].sort(([a, left], [b, right]) => left - right || (a < b ? -1 : 1));
}

/** The ends become people; what would join somebody to themselves is no tie. */
const betweenPeople = (versions: readonly Version[], people: People): Version[] =>
  versions
    .map((version) => ({ ...version, start: people.personOf(version.start), end: people.personOf(version.end) }))
    .filter(({ start, end }) => start !== end);

function tellTies(ties: readonly Version[], telling: Telling) {
  return [...groupBy(ties, ({ start, end }) => `${start}\n${end}`)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, parallel]) => {
      const { start, end } = parallel[0]!;
      return telling.ties(parallel, start, end).map((tie) => ({ from: start, to: end, tie }));
    });
}

/** The subject's own of the day first, then those with somebody in them, then those of the past. */
function homesInOrder(asking: Asking, stays: readonly StayHeld[], subject: string): string[] {
  const rank = (home: string): number => {
    const own = stays.filter((stay) => stay.home === home);
    return own.some((stay) => stay.person === subject && isMember(stay, asking)) ? 0 : own.some((stay) => isThere(stay, asking)) ? 1 : 2;
  };
  const ranks = new Map([...new Set(stays.map(({ home }) => home))].map((home) => [home, rank(home)]));
  return [...ranks].sort(([a, left], [b, right]) => left - right || (a < b ? -1 : 1)).map(([home]) => home);
}

function custodyOf(versions: readonly Version[], asking: Asking): string | null {
  const { asAt } = asking.common;
  return versions.length === 0
    ? null
    : [...new Set(versions.map((version) => custodySays(version, isCertain(version, asAt), asAt)))].sort().join('; or ');
}
