/** What happened around some people, and who came to hold it when: docs/questions.md, "Chronology". */
import { groupBy } from '../ledger/grouping.ts';
import { FIRST_DAY } from '../ledger/versions.ts';
import { ENTRY_KINDS } from '../reviewing/dated.ts';
import { inOrderOf, orderSays } from '../reviewing/order.ts';
import { laneSays, settingsSay } from '../words/chronology-says.ts';
import { countedSays, daysLookedOver } from '../words/grounds-say.ts';
import { andList } from '../words/route-says.ts';
import type { Asking, Question } from './asking.ts';
import { someOf, wholeNumber, wrong, type Given } from './common-arguments.ts';
import { chosenPeople } from './chosen.ts';
import { entryTeller, entriesAbout, type EntryHeld } from './entries-told.ts';
import { agencyTold } from './evidence-told.ts';
import { groundsOf } from './grounds.ts';
import { capital } from './people-of-concern-near.ts';
import { peopleOf } from './people-told.ts';

const MOST_SKIPPED = 1_000_000;

export const question: Question = {
  name: 'chronology',
  own: ['people', 'kinds', 'asHeldBy', 'skip'],
  ask: async (asking, given) => {
    const kinds = someOf(given, 'kinds', ENTRY_KINDS);
    const by = askedAgency(given, 'asHeldBy', asking);
    const skip = wholeNumber(given, 'skip', 0, MOST_SKIPPED, 0);
    const people = peopleOf(asking);
    const chosen = await chosenPeople(given, people);

    const found = await entriesAbout(asking, chosen.flatMap(people.recordsOf));
    const wanted = found.filter(({ kind }) => kinds === null || kinds.includes(kind));
    const { since, asAt, first } = asking.common;
    const ordered = inOrderOf(
      wanted.map((entry) => (by === null ? entry : { ...entry, knownFrom: sinceOf(entry, by) })),
      { since: since ?? FIRST_DAY, asAt, asHeld: by !== null },
    );
    const page = ordered.all.slice(skip, skip + first);
    const tell = await entryTeller(asking, page, people);
    const shown = new Set(page);
    const listed = (entries: readonly EntryHeld[]) => entries.filter((entry) => shown.has(entry)).map((entry) => tell(entry, by));

    const told = chosen.map(people.tell);
    const names = andList(told.map(({ name }) => name));
    const total = ordered.all.length;
    const says = `${capital(countedSays(total, 'entry', 'entries'))} about ${names} ${total === 1 ? 'is' : 'are'} recorded`;
    const asHeldBy = by === null ? null : agencyTold(asking, by);
    return {
      people: told,
      grounds: groundsOf(asking, says, total === 0, null, daysLookedOver(since, asAt)),
      truncated: skip + page.length < total,
      total,
      skipped: Math.min(skip, total),
      asHeldBy,
      settings: settingsSay(asHeldBy?.name ?? null, kinds),
      order: orderSays(by !== null),
      pageSays: pageSays(skip, page.length, total),
      entries: listed(ordered.dated),
      undated: listed(ordered.undated),
      notHeld: listed(ordered.notHeld),
      ...lanesOf(asking, found, new Set(ordered.all.map(({ id }) => id)), given),
    };
  },
};

const sinceOf = (entry: EntryHeld, agency: string) => entry.held.find((holder) => holder.agency === agency)?.since ?? null;

/** One of the agencies asked, or null where the argument is left out. */
function askedAgency(given: Given, name: string, { agencies, common: { heldBy } }: Asking): string | null {
  const value = given[name] ?? null;
  if (value === null) return null;
  if (typeof value !== 'string' || !agencies.has(value)) throw wrong(name, `names an unknown agency: ${String(value)}`);
  if (!heldBy.includes(value)) throw wrong(name, 'must be one of the agencies asked (heldBy)');
  return value;
}

function pageSays(skip: number, count: number, total: number): string {
  const number = (many: number): string => many.toLocaleString('en-GB');
  if (count === 0) return total === 0 ? 'No entries.' : `No entries: ${number(skip)} were skipped and there are ${number(total)}.`;
  if (count === total) return `All ${countedSays(total, 'entry', 'entries')}.`;
  const next = skip + count < total ? `: ask for the next with skip ${skip + count}.` : ', the last.';
  return `Entries ${number(skip + 1)} to ${number(skip + count)} of ${number(total)}${next}`;
}

/** Agencies that held any of it, those asked by name too; the others, which held nothing, in a list of their own. */
function lanesOf(asking: Asking, found: readonly EntryHeld[], wanted: ReadonlySet<string>, given: Given) {
  // Since when an agency held anything of them does not depend on the days and kinds asked for.
  const held = groupBy(
    found.flatMap((entry) => entry.held.map((holder) => ({ ...holder, isWanted: wanted.has(entry.id) }))),
    ({ agency }) => agency,
  );
  const { heldBy } = asking.common;
  const isNamed = (given['heldBy'] ?? null) !== null;
  const withLane = heldBy.filter((agency) => isNamed || held.has(agency));
  return {
    lanes: withLane.map((id) => {
      const agency = agencyTold(asking, id);
      const own = held.get(id) ?? [];
      const heldFrom = own.map(({ since }) => since).sort()[0] ?? null;
      const { first = null, last = null } = asking.agencies.get(id) ?? {};
      // A contact alone leaves no statement to date what was loaded by.
      const loadedFrom = first ?? heldFrom;
      const entries = own.filter(({ isWanted }) => isWanted).length;
      return {
        agency,
        entries,
        heldFrom,
        loadedFrom,
        loadedTo: last ?? heldFrom,
        says: laneSays(agency.name, entries, heldFrom, loadedFrom),
      };
    }),
    withoutRecord: heldBy.filter((agency) => !withLane.includes(agency)).map((agency) => agencyTold(asking, agency)),
  };
}
