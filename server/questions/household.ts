/** Who is in a home on a day, what changed since, and the other homes of those in it: docs/questions.md. */
import { dayAfter } from '../ledger/dates.ts';
import { groupBy } from '../ledger/grouping.ts';
import { FIRST_DAY, type Version } from '../ledger/versions.ts';
import { agencyBits } from '../routes/held-between.ts';
import { endSays, startSays } from '../words/dates-say.ts';
import { cameSays, changedSays, hasEnd, hasStart, householdSays, leftSays } from '../words/stay-says.ts';
import { notFound, readVersion, tests, type Asking, type Question } from './asking.ts';
import { requiredId } from './common-arguments.ts';
import { groundsOf } from './grounds.ts';
import { addressesDiffer, homesOf, type Homes } from './homes-told.ts';
import { peopleOf, type People } from './people-told.ts';
import {
  isMember,
  isOfTheDay,
  isSurelyThere,
  isThere,
  readStays,
  staysInHomes,
  staysOfPeople,
  tellStay,
  type StayHeld,
} from './stays-told.ts';
import { openTelling } from './telling.ts';
import { thingsOf } from './things-told.ts';

export const question: Question = {
  name: 'household',
  own: ['household'],
  ask: async (asking, given) => {
    const home = requiredId(given, 'household');
    const homes = homesOf(asking);
    const people = peopleOf(asking);
    const [here] = await Promise.all([staysInHomes(asking, [home]), homes.load([home])]);
    if (!homes.isKnown(home)) throw notFound('household');
    await people.load(here.map(({ start }) => start));
    const stays = readStays(here, people);
    const now = stays.filter((stay) => isOfTheDay(stay, asking));
    const everybody = [...new Set(now.map(({ person }) => person))];
    const { first, asAt } = asking.common;
    const members = everybody.slice(0, first);

    const elsewhere = await otherStays(asking, home, members, people, homes);
    const concerned = [...new Set([...members, ...elsewhere.there.map(({ person }) => person)])];
    const concernRows = await asking.graph.read('read/concerns', { ...tests(asking), people: concerned.flatMap(people.recordsOf) });
    const concerns = groupBy(
      concernRows.map(({ concern }) => readVersion(concern)),
      ({ start }) => people.personOf(start),
    );
    const all = [...stays, ...elsewhere.own, ...elsewhere.there];
    const telling = await openTelling(
      asking,
      [...all.flatMap(({ versions }) => versions), ...[...concerns.values()].flat()],
      people,
      thingsOf(asking),
      agencyBits([]),
    );
    const tell = (stay: StayHeld) => tellStay(asking, stay, telling.evidence, people, homes.nameOf(stay.home));
    const concernsOf = (person: string) => telling.concerns((concerns.get(person) ?? []).map((version) => ({ ...version, start: person })));

    const addresses = homes.addresses(home);
    const changes = changesIn(asking, stays, people, homes.nameOf(home));
    const standing = now.filter((stay) => isThere(stay, asking));
    const there = [...new Set(standing.map(({ person }) => person))];
    const says = householdSays(
      homes.nameOf(home),
      asAt,
      there.map((person) => {
        const own = standing.filter((stay) => stay.person === person);
        return {
          name: people.nameOf(person),
          patterns: own.map(({ pattern }) => pattern),
          certain: own.some((stay) => isSurelyThere(stay, asking)),
          endKnown: own.some((stay) => hasEnd(stay.version)),
        };
      }),
    );
    return {
      home: homes.tell(home, false),
      grounds: groundsOf(
        asking,
        `${there.length === 0 ? 'Nobody is' : there.length === 1 ? '1 person is' : `${there.length} people are`} recorded at ${homes.nameOf(home)}`,
        there.length === 0,
        null,
      ),
      truncated: everybody.length > first || changes.length > first,
      members: members.map((person) => {
        const own = now.filter((stay) => stay.person === person).map(tell);
        const others = groupBy(
          elsewhere.own.filter((stay) => stay.person === person),
          (stay) => stay.home,
        );
        return {
          person: people.tell(person),
          stays: own,
          concerns: concernsOf(person),
          otherHomes: [...others]
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([other, there]) => ({
              home: homes.tell(other, false),
              stays: there.map(tell),
              members: [
                ...groupBy(
                  elsewhere.there.filter((stay) => stay.home === other && stay.person !== person),
                  (stay) => stay.person,
                ),
              ].map(([who, whose]) => ({ person: people.tell(who), stays: whose.map(tell), concerns: concernsOf(who) })),
            })),
          says: [
            ...own.map((stay) => stay.says),
            ...(others.size === 0 ? [] : [`Also lives, stays or lodges at ${[...others.keys()].sort().map(homes.nameOf).join(', ')}.`]),
          ].join(' '),
        };
      }),
      changes: changes.slice(0, first).map(({ stay, ...change }) => ({ ...change, stay: tell(stay) })),
      addresses,
      addressesDiffer: addressesDiffer(addresses, asAt),
      says,
    };
  },
};

/** The other homes in which those people live, stay or lodge on the day, and who else is there then. */
async function otherStays(
  asking: Asking,
  home: string,
  members: readonly string[],
  people: People,
  homes: Homes,
): Promise<{ own: StayHeld[]; there: StayHeld[] }> {
  const own = readStays(await staysOfPeople(asking, members.flatMap(people.recordsOf)), people).filter(
    (stay) => stay.home !== home && isMember(stay, asking),
  );
  const others = [...new Set(own.map((stay) => stay.home))].sort();
  const [versions] = await Promise.all([staysInHomes(asking, others), homes.load(others)]);
  await people.load(versions.map(({ start }) => start));
  return { own, there: readStays(versions, people).filter((stay) => isThere(stay, asking)) };
}

type Change = { person: ReturnType<People['tell']>; when: ReturnType<typeof startSays>; says: string; stay: StayHeld };

/** Who came, left or changed how they stay, from `since` (or ever) to the day asked; the newest first. */
function changesIn(asking: Asking, stays: readonly StayHeld[], people: People, home: string): Change[] {
  const { asAt } = asking.common;
  const since = asking.common.since ?? FIRST_DAY;
  const ended = (version: Version): boolean => hasEnd(version) && version.to < asAt && version.to >= since;
  const began = (version: Version): boolean =>
    hasStart(version) && (version.sureFrom <= version.to ? version.sureFrom : version.to) >= since;
  const changed = new Set<StayHeld>();
  const arrivals = stays
    .filter(({ version }) => began(version))
    .map((stay): { day: string; change: Change } => {
      const before = stays.find(
        (other) =>
          other !== stay && other.person === stay.person && ended(other.version) && dayAfter(other.version.to) === stay.version.from,
      );
      if (before) changed.add(before);
      const name = people.nameOf(stay.person);
      const says = before ? changedSays(name, before.version, stay.version, home) : cameSays(name, stay.version, home);
      return { day: stay.version.from, change: { person: people.tell(stay.person), when: startSays(stay.version), says, stay } };
    });
  const leavings = stays
    .filter((stay) => ended(stay.version) && !changed.has(stay))
    .map((stay) => ({
      day: stay.version.to,
      change: {
        person: people.tell(stay.person),
        when: endSays(stay.version),
        says: leftSays(people.nameOf(stay.person), stay.version, home),
        stay,
      },
    }));
  return [...arrivals, ...leavings]
    .sort((a, b) => (a.day !== b.day ? (a.day > b.day ? -1 : 1) : a.change.person.id < b.change.person.id ? -1 : 1))
    .map(({ change }) => change);
}
