/** Homes as an answer tells of them: what to call each, and where it is as each agency asked holds it. */
import { openPlace } from '../access/left-out.ts';
import { readSpan, isGoingOn } from '../ledger/dates.ts';
import { groupBy } from '../ledger/grouping.ts';
import { FIRST_DAY, LAST_DAY, type Day } from '../ledger/versions.ts';
import type { Row } from '../types.gen.ts';
import { daySays, saySpan, spanSays, type SpanSaid } from '../words/dates-say.ts';
import { heldSays } from '../words/route-says.ts';
import { shortName } from './agency-names.ts';
import { tests, type Asking } from './asking.ts';
import { type HoldingTold } from './evidence-told.ts';
import { holdings } from './telling.ts';

export type HomeTold = { id: string; name: string; kind: string; address: string | null; area: string | null; ofSubject: boolean };
export type AddressTold = {
  says: string;
  lines: string[];
  postcode: string | null;
  uprn: string | null;
  area: string | null;
  start: SpanSaid;
  end: SpanSaid;
  inForce: boolean;
  holders: HoldingTold[];
};

/** What HAS_ADDRESS carries in `more` (server/ledger/details.ts): every standing source's word, oldest first. */
type Place = { statement: string; lines?: string[]; postcode?: string; uprn?: string; area?: string; from?: string; to?: string };
export type PlaceHeld = Place & { holders: { agency: string; from: Day }[]; text: string; inForce: boolean };

export type Homes = {
  load: (ids: Iterable<string>) => Promise<void>;
  /** False: no such home, or none the asker may see. */
  isKnown: (id: string) => boolean;
  nameOf: (id: string) => string;
  tell: (id: string, ofSubject: boolean) => HomeTold;
  /** Where the home is held to be, or to have been; those of the day first. */
  placesOf: (id: string) => PlaceHeld[];
  addresses: (id: string) => AddressTold[];
};

export function homesOf(asking: Asking): Homes {
  const rows = new Map<string, Row<'read/homes'> | null>();
  const places = new Map<string, PlaceHeld[]>();
  const placesOf = (id: string): PlaceHeld[] => {
    let known = places.get(id);
    if (!known) places.set(id, (known = readPlaces(rows.get(id)?.addresses ?? [], asking)));
    return known;
  };
  const nameOf = (id: string): string => rows.get(id)?.label ?? 'a home';
  return {
    load: async (ids) => {
      const missing = [...new Set(ids)].filter((id) => !rows.has(id)).sort();
      if (missing.length === 0) return;
      for (const id of missing) rows.set(id, null);
      for (const row of await asking.graph.read('read/homes', { ...tests(asking), homes: missing })) rows.set(row.id, row);
    },
    isKnown: (id) => (rows.get(id) ?? null) !== null,
    nameOf,
    placesOf,
    tell: (id, ofSubject) => {
      const now = placesOf(id).filter(({ inForce }) => inForce);
      const texts = [...new Set(now.map(({ text }) => text))].filter((text) => text !== '');
      const areas = [...new Set(now.flatMap(({ area }) => area ?? []))].sort();
      return {
        id,
        name: nameOf(id),
        kind: rows.get(id)?.kind ?? 'home',
        address: texts.join('; or ') || null,
        area: areas.join(' or ') || null,
        ofSubject,
      };
    },
    addresses: (id) => placesOf(id).map((place) => tellAddress(asking, place)),
  };
}

/** One place for each text and period, with every agency that holds it. */
function readPlaces(addresses: Row<'read/homes'>['addresses'], { common: { asAt }, shows }: Asking): PlaceHeld[] {
  const held = addresses.flatMap(({ holders, since, more }) => {
    const { addresses: said } = JSON.parse(more ?? '{}') as { addresses?: Place[] };
    return (said ?? [])
      .map((place) => openPlace(place, shows))
      .map((place) => ({ ...place, text: addressText(place), holder: { agency: holders[0]!, from: since } }));
  });
  const places = [...groupBy(held, ({ text, area, from, to }) => JSON.stringify([text, area ?? null, from ?? null, to ?? null]))].map(
    ([, same]): PlaceHeld => {
      const { holder: _, ...place } = same[0]!;
      const byAgency = [...groupBy(same, ({ holder }) => holder.agency)].map(([agency, own]) => ({
        agency,
        from: own.map(({ holder }) => holder.from).sort()[0]!,
      }));
      return {
        ...place,
        inForce: startOf(place) <= asAt && asAt <= endOf(place),
        holders: byAgency.sort((a, b) => (a.agency < b.agency ? -1 : 1)),
      };
    },
  );
  // Once a place is left for another, the older word of it without an end is still a word: both are shown.
  return places.sort(
    (a, b) =>
      Number(b.inForce) - Number(a.inForce) || (startOf(b) < startOf(a) ? -1 : startOf(b) > startOf(a) ? 1 : a.text < b.text ? -1 : 1),
  );
}

const startOf = ({ from }: Place): Day => (from === undefined ? FIRST_DAY : readSpan(from).earliest);
const endOf = ({ to }: Place): Day => (to === undefined || isGoingOn(to) ? LAST_DAY : readSpan(to).latest);

export const addressText = ({ lines, postcode, uprn }: Pick<Place, 'lines' | 'postcode' | 'uprn'>): string =>
  [...(lines ?? []), ...(postcode === undefined ? [] : [postcode]), ...(uprn === undefined ? [] : [`UPRN ${uprn}`])].join(', ');

function tellAddress(asking: Asking, place: PlaceHeld): AddressTold {
  const start = place.from === undefined ? { earliest: FIRST_DAY, latest: LAST_DAY } : readSpan(place.from);
  const isOpen = place.to === undefined || isGoingOn(place.to);
  const end = isOpen ? { earliest: FIRST_DAY, latest: LAST_DAY } : readSpan(place.to!);
  const where = place.text === '' ? 'address not given' : place.text;
  const period = [place.from === undefined ? '' : `from ${spanSays(start)}`, isOpen ? 'end not recorded' : `to ${spanSays(end)}`]
    .filter((part) => part !== '')
    .join(', ');
  const authority = place.area === undefined ? 'responsible authority not given' : `responsible authority: ${place.area}`;
  return {
    says: `${where}; ${authority} (${period}; ${heldSays({ holders: place.holders, heldTogether: false }, { agencyOf: (agency) => shortName(asking, agency) })}).`,
    lines: place.lines ?? [],
    postcode: place.postcode ?? null,
    uprn: place.uprn ?? null,
    area: place.area ?? null,
    start: saySpan(start),
    end: saySpan(end),
    inForce: place.inForce,
    holders: holdings(asking, place.holders),
  };
}

/** "Household 1's address is held differently: ...": empty where the agencies agree. */
export function addressesDiffer(addresses: readonly AddressTold[], asAt: Day): string | null {
  const now = addresses.filter(({ inForce }) => inForce);
  const texts = new Set(
    now
      .map(({ lines, postcode, uprn }) =>
        addressText({ lines, ...(postcode === null ? {} : { postcode }), ...(uprn === null ? {} : { uprn }) }),
      )
      .filter((text) => text !== ''),
  );
  const areas = new Set(now.flatMap(({ area }) => area ?? []));
  const what = [texts.size > 1 ? 'address' : '', areas.size > 1 ? 'responsible authority' : ''].filter((part) => part !== '');
  return what.length === 0 ? null : `Its ${what.join(' and ')} on ${daySays(asAt)} ${what.length === 1 ? 'is' : 'are'} held differently.`;
}
