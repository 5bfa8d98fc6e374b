/**
 * Possible people for what is known of somebody, submitted and never as one types: docs/questions.md.
 * Two records are never taken for one here, whatever is said of them elsewhere.
 */
import { openDetail } from '../access/left-out.ts';
import { detailText, calledText, placeText, readSought, type Sought, type SoughtTyped } from '../finding/sought.ts';
import { compareRanks, whyMatched, type Candidate, type Matched } from '../finding/why-matched.ts';
import { groupBy } from '../ledger/grouping.ts';
import type { Version } from '../ledger/versions.ts';
import type { Row } from '../types.gen.ts';
import { countSays } from '../words/grounds-say.ts';
import { KithError } from '../errors.ts';
import { shortName } from './agency-names.ts';
import { tests, type Asking, type Question } from './asking.ts';
import { wrong, type Given } from './common-arguments.ts';
import { agencyTold } from './evidence-told.ts';
import { groundsOf } from './grounds.ts';
import { homesOf, type Homes } from './homes-told.ts';
import { capital } from './people-of-concern-near.ts';
import { peopleOf, type Detail } from './people-told.ts';
import { isThere, readStays, staysOfPeople, type StayHeld } from './stays-told.ts';
import { makesMember } from '../words/stay-says.ts';

const TYPED = ['name', 'given', 'family', 'born', 'identifier', 'postcode', 'area'] as const;
/** More people than this cannot be looked through one by one; the asker must say more. */
const MOST_CANDIDATES = 5_000;

export const question: Question = {
  name: 'find-person',
  own: TYPED,
  ask: async (asking, given) => {
    const sought = readSought(readTyped(given));
    const records = await candidates(asking, sought);
    const { matched, homes } = await matches(asking, sought, records);
    const { first } = asking.common;
    const shown = matched.slice(0, first);

    const people = peopleOf(asking, { joined: false });
    await people.load(shown.map(({ record }) => record));
    const [holders, areas] = await Promise.all([
      shown.length === 0 ? [] : asking.graph.read('read/record-holders', { ...tests(asking), people: shown.map(({ record }) => record) }),
      lastAreas(
        asking,
        shown.map(({ record }) => record),
        homes,
      ),
    ]);
    const holdersOf = groupBy(holders, ({ person }) => person);
    const says = `${matched.length > first ? `More than ${first} people are` : capital(countSays(matched.length, 'person', 'people'))} recorded who may be meant`;
    return {
      grounds: groundsOf(asking, says, matched.length === 0, null),
      truncated: matched.length > first,
      matches: shown.map(({ record, why }) => ({
        person: people.tell(record),
        why,
        area: areas.get(record) ?? null,
        holders: (holdersOf.get(record) ?? []).map(({ agency }) => agencyTold(asking, agency)),
      })),
    };
  },
};

function readTyped(given: Given): SoughtTyped {
  return Object.fromEntries(
    TYPED.map((argument) => {
      const value = given[argument] ?? null;
      if (value !== null && typeof value !== 'string') throw wrong(argument, 'must be text');
      return [argument, value];
    }),
  );
}

/** Records that the index finds, widely; every row is of what the asker may see. */
async function candidates(asking: Asking, sought: Sought): Promise<string[]> {
  const { graph } = asking;
  const [details, places, called] = [detailText(sought), placeText(sought), calledText(sought)];
  const most = MOST_CANDIDATES + 1;
  // A place only ranks people who are found by name or number; alone, it finds them.
  const byPlace = places !== null && sought.names.length === 0 && sought.identifier === null;
  const found = await Promise.all([
    details === null ? [] : graph.read('read/find-person', { ...tests(asking), text: details, most }),
    called === null ? [] : graph.read('read/find-person-called', { ...tests(asking), text: called, most }),
    byPlace ? graph.read('read/find-person-at-place', { ...tests(asking), text: places, most }) : [],
  ]);
  const records = [...new Set(found.flat().map(({ person }) => person))].sort();
  if (records.length > MOST_CANDIDATES)
    throw new KithError('TOO_MUCH', 'Too many people may be meant. Say more about them.', { argument: 'name' });
  return records;
}

async function matches(
  asking: Asking,
  sought: Sought,
  records: readonly string[],
): Promise<{ matched: { record: string; why: string[] }[]; homes: Homes }> {
  const homes = homesOf(asking);
  const rows = records.length === 0 ? [] : await asking.graph.read('read/people', { ...tests(asking), people: [...records] });
  const withPlaces = sought.postcode !== null || sought.area.length > 0;
  const stays = withPlaces ? await ownStays(asking, records) : [];
  await homes.load(stays.map(({ end }) => end));
  const homesBy = groupBy(
    stays.filter(({ form }) => form !== 'excluded'),
    ({ start }) => start,
  );
  const candidateOf = (row: Row<'read/people'>): Candidate => ({
    details: row.details.map(({ holders, more }) => {
      const { names = [], born = null, identifiers = [] } = openDetail(JSON.parse(more ?? '{}') as Detail, asking.shows);
      return { agency: shortName(asking, holders[0]!), names, born, identifiers };
    }),
    places: [...new Set((homesBy.get(row.id) ?? []).map(({ end }) => end))].flatMap((home) =>
      homes.placesOf(home).flatMap(({ postcode, area, holders }) =>
        holders.map(({ agency }) => ({
          agency: shortName(asking, agency),
          home: homes.nameOf(home),
          postcode: postcode ?? null,
          area: area ?? null,
        })),
      ),
    ),
    called: row.label,
  });
  const found = rows.flatMap((row): { record: string; matched: Matched }[] => {
    const matched = whyMatched(sought, candidateOf(row));
    return matched === null ? [] : [{ record: row.id, matched }];
  });
  found.sort((a, b) => compareRanks(a.matched.rank, b.matched.rank) || (a.record < b.record ? -1 : 1));
  return { matched: found.map(({ record, matched: { why } }) => ({ record, why })), homes };
}

/** Responsible authority of the home each person lives in on the day, else of the last they lived in. */
async function lastAreas(asking: Asking, records: readonly string[], homes: Homes): Promise<Map<string, string>> {
  const versions = await ownStays(asking, records);
  await homes.load(versions.map(({ end }) => end));
  const alone = { isKnown: () => true, personOf: (record: string) => record };
  const byPerson = groupBy(
    readStays(versions, alone).filter((stay) => makesMember(stay.pattern)),
    ({ person }) => person,
  );
  return new Map(
    [...byPerson].flatMap(([person, stays]): [string, string][] => {
      const newest = [...stays].sort((a, b) => newestFirst(asking, a, b));
      const area = newest.flatMap(
        ({ home }) => homes.tell(home, false).area ?? homes.placesOf(home).flatMap((place) => place.area ?? [])[0] ?? [],
      )[0];
      return area === undefined ? [] : [[person, area]];
    }),
  );
}

/** Without what is carried over from another record of one person. */
const ownStays = async (asking: Asking, records: readonly string[]): Promise<Version[]> =>
  (await staysOfPeople(asking, records)).filter(({ rests }) => !rests.some((id) => id.startsWith('SAME_AS ')));

function newestFirst(asking: Asking, a: StayHeld, b: StayHeld): number {
  const [left, right] = [isThere(a, asking), isThere(b, asking)];
  if (left !== right) return left ? -1 : 1;
  return a.version.from !== b.version.from ? (a.version.from > b.version.from ? -1 : 1) : a.home < b.home ? -1 : 1;
}
