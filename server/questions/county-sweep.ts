/** Every pair of a person of concern and a child within so many steps, in all the records: for analysts, under an authority. */
import { maySweep } from '../access/policy.ts';
import { KithError } from '../errors.ts';
import { groupBy } from '../ledger/grouping.ts';
import type { Day } from '../ledger/versions.ts';
import { inOrder } from '../routes/held-between.ts';
import { isAssembled } from '../routes/sequences.ts';
import { countsOf, monthOf, type CountTold } from '../reviewing/small-counts.ts';
import { mayBeChild } from '../words/dates-say.ts';
import { countSays } from '../words/grounds-say.ts';
import { pairSays } from '../words/pair-says.ts';
import { tests, type Agency, type Asking, type Question } from './asking.ts';
import { wholeNumber } from './common-arguments.ts';
import { agencyTold } from './evidence-told.ts';
import { groundsOf } from './grounds.ts';
import { homesOf, type Homes } from './homes-told.ts';
import { searchNear } from './near.ts';
import { birthIn, peopleOf, type Detail, type People } from './people-told.ts';
import { capital, stepsSay } from './people-of-concern-near.ts';
import { isMember, readStays, staysOfPeople } from './stays-told.ts';

/** More pairs than this are not looked at, and the answer says so. */
export const MOST_PAIRS = 20_000;
const MOST_SKIPPED = MOST_PAIRS;
/** A statement is asked of so many people at once. */
const AT_ONCE = 500;

type Pair = { person: string; child: string; steps: number; assembled: boolean; heldBetween: string[][]; heldFrom: Day; areas: string[] };

export const question: Question = {
  name: 'county-sweep',
  own: ['skip'],
  ask: async (asking, given) => {
    const skip = wholeNumber(given, 'skip', 0, MOST_SKIPPED, 0);
    if (!maySweep(asking.viewer))
      throw new KithError('REASON_REQUIRED', 'A sweep of all records is for network analysis, under an authority.');
    const people = peopleOf(asking);
    const { near, isCut } = await sweep(asking);
    const pairs = await pairsOf(asking, near, people);
    const { first, within } = asking.common;
    const page = pairs.slice(skip, skip + first);
    const count = countSays(pairs.length, 'pair of a person of concern and a child', 'pairs of a person of concern and a child');
    const says = `${isCut ? `Of the first ${MOST_PAIRS.toLocaleString('en-GB')} looked at, ${count}` : capital(count)} recorded within ${stepsSay(within)}`;
    return {
      grounds: groundsOf(asking, says, pairs.length === 0),
      truncated: isCut || skip + page.length < pairs.length,
      skipped: Math.min(skip, pairs.length),
      total: pairs.length,
      pairs: page.map((pair) => tell(asking, pair, people)),
      ...counts(asking, pairs),
    };
  },
};

/** Person of concern -> whoever of those near may be a child, a record each. The rows are read as they come. */
async function sweep(asking: Asking): Promise<{ near: Map<string, Set<string>>; isCut: boolean }> {
  const near = new Map<string, Set<string>>();
  let pairs = 0;
  const rows = asking.graph.stream('read/county-sweep', { ...tests(asking) });
  for await (const { person, near: one, details } of rows) {
    if (mayBeChild(birthIn(details.map((more) => JSON.parse(more) as Detail)), asking.common.asAt) === false) continue;
    if (pairs === MOST_PAIRS) return { near, isCut: true };
    pairs += 1;
    near.set(person, (near.get(person) ?? new Set()).add(one));
  }
  return { near, isCut: false };
}

/** By person, steps and child; records of one person are one, as everywhere. */
async function pairsOf(asking: Asking, near: ReadonlyMap<string, ReadonlySet<string>>, people: People): Promise<Pair[]> {
  const all = [...near].flatMap(([person, ones]) => [person, ...ones]);
  for (let start = 0; start < all.length; start += AT_ONCE) await people.load(all.slice(start, start + AT_ONCE));
  const isAgeNotKnown = (record: string): boolean => mayBeChild(people.birthOf(record), asking.common.asAt) === null;
  const pairs = new Map<string, Omit<Pair, 'areas'>>();
  for (const [person, ones] of [...near].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const records = [...ones].filter((one) => mayBeChild(people.birthOf(one), asking.common.asAt) !== false).sort();
    if (records.length === 0 || !people.isKnown(person)) continue;
    const { bits, found } = await searchNear(asking, { subject: person, records, people, concernOf: 'subject', isAgeNotKnown });
    for (const row of found) {
      const { steps, holders, heldFrom } = row();
      const pair = { person: people.personOf(person), child: row.person, steps, heldFrom };
      const known = pairs.get(`${pair.person}\n${pair.child}`);
      // Two records of one person of concern: the shorter way counts, and of two as short the earlier held.
      if (known && (known.steps < steps || (known.steps === steps && known.heldFrom <= heldFrom))) continue;
      pairs.set(`${pair.person}\n${pair.child}`, { ...pair, assembled: isAssembled(holders, bits), heldBetween: inOrder(holders, bits) });
    }
  }
  const areas = await areasOfChildren(asking, [...new Set([...pairs.values()].map(({ child }) => child))], people);
  return [...pairs.values()]
    .map((pair) => ({ ...pair, areas: areas(pair.child) }))
    .sort((a, b) => (a.person < b.person ? -1 : a.person > b.person ? 1 : a.steps - b.steps || (a.child < b.child ? -1 : 1)));
}

/** The areas of the homes a child lives or stays in on the day. */
async function areasOfChildren(asking: Asking, children: readonly string[], people: People): Promise<(child: string) => string[]> {
  const homesOfChild = new Map<string, string[]>();
  const homes: Homes = homesOf(asking);
  for (let start = 0; start < children.length; start += AT_ONCE) {
    const records = children.slice(start, start + AT_ONCE).flatMap(people.recordsOf);
    const stays = readStays(await staysOfPeople(asking, records), people).filter((stay) => isMember(stay, asking));
    for (const [child, own] of groupBy(stays, ({ person }) => person)) homesOfChild.set(child, [...new Set(own.map(({ home }) => home))]);
    await homes.load([...new Set(stays.map(({ home }) => home))]);
  }
  return (child) =>
    [
      ...new Set(
        (homesOfChild.get(child) ?? []).flatMap((home) =>
          homes.placesOf(home).flatMap(({ inForce, area }) => (inForce && area !== undefined ? [area] : [])),
        ),
      ),
    ].sort();
}

export type PairTold = {
  person: ReturnType<People['tell']>;
  child: ReturnType<People['tell']>;
  steps: number;
  areas: string[];
  assembled: boolean;
  heldBetween: Agency[][];
  heldFrom: Day;
  says: string;
};

function tell(asking: Asking, { person, child, steps, areas, assembled, heldBetween, heldFrom }: Pair, people: People): PairTold {
  const [one, other] = [people.tell(person), people.tell(child)];
  const sets = heldBetween.map((set) => set.map((agency) => agencyTold(asking, agency)));
  const says = pairSays({
    person: one.name,
    child: other.name,
    steps,
    areas,
    assembled,
    heldBetween: sets.map((set) => set.map(({ name }) => name)),
    heldFrom,
  });
  return { person: one, child: other, steps, areas, assembled, heldBetween: sets, heldFrom, says };
}

/** Of all pairs, not of the page: by area, by agency that holds a part, by the month they were first held. */
function counts(asking: Asking, pairs: readonly Pair[]): { byArea: CountTold[]; byAgency: CountTold[]; byMonth: CountTold[] } {
  const months = countsOf(pairs.map(({ heldFrom }) => [monthOf(heldFrom)]));
  return {
    byArea: countsOf(pairs.map(({ areas }) => (areas.length === 0 ? ['no area recorded'] : areas))),
    byAgency: countsOf(pairs.map(({ heldBetween }) => [...new Set(heldBetween.flat())].map((agency) => agencyTold(asking, agency).name))),
    byMonth: months,
  };
}
