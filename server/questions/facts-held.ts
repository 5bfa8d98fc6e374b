/**
 * Each tie of some routes, and each fact of concern at their end, with the first day each agency held it
 * and how it came by it: first-hand, or from whom, by which sharing.
 */
import { groupBy } from '../ledger/grouping.ts';
import { FIRST_DAY, type Day, type Version } from '../ledger/versions.ts';
import type { RouteFacts } from '../routes/sequences.ts';
import { saySpan, type SpanSaid } from '../words/dates-say.ts';
import { heldSays } from '../words/first-held-says.ts';
import { shortName } from './agency-names.ts';
import { spanOfArrivals, type Arrivals, type ArrivalTold } from './arrivals-told.ts';
import type { Agency, Asking } from './asking.ts';
import { agencyTold } from './evidence-told.ts';
import type { People, PersonTold } from './people-told.ts';
import { towards, type Telling } from './telling.ts';

/** `agencies`: one, or several that held it only together. `to`: the last day it was held so; null: still. */
export type HeldTold = {
  agencies: Agency[];
  day: Day;
  on: SpanSaid;
  to: Day | null;
  firstHand: boolean;
  beforehand: boolean;
  by: ArrivalTold[];
  says: string;
};
export type FactHeld = { id: string; kind: string; from: PersonTold; to: PersonTold | null; says: string; held: HeldTold[] };

type Told = {
  routes: readonly RouteFacts[];
  /** Versions of any day. */
  ties: readonly Version[];
  concerns: readonly Version[];
  people: People;
  telling: Telling;
  arrivals: Arrivals;
};

/** In the order of the routes, then by id; facts of concern last. */
export function factsHeld(asking: Asking, { routes, ties, concerns, people, telling, arrivals }: Told): FactHeld[] {
  const byTie = groupBy(ties, ({ tie }) => tie);
  const told = new Map<string, FactHeld>();
  for (const { sequence, steps } of routes) {
    for (const [at, parallel] of steps.entries()) {
      const [from, to] = [sequence.people[at]!, sequence.people[at + 1]!];
      for (const id of [...new Set(parallel.map(({ tie }) => tie))].sort()) {
        if (told.has(id)) continue;
        const versions = byTie.get(id)!;
        // What one agency held by itself says it more simply than what several held only together.
        const ties = telling.ties(towards(lastOf(versions), from, people), from, to);
        const tie = ties.find(({ heldTogether }) => !heldTogether) ?? ties[0]!;
        const held = heldBy(asking, versions, arrivals);
        told.set(id, { id, kind: tie.kind, from: people.tell(from), to: people.tell(to), says: tie.says, held });
      }
    }
  }
  for (const [id, versions] of [...groupBy(concerns, ({ tie }) => tie)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const person = people.tell(versions[0]!.start);
    const [concern] = telling.concerns(lastOf(versions));
    told.set(id, {
      id,
      kind: 'OF_CONCERN',
      from: person,
      to: null,
      says: `${person.name}: ${concern!.says}.`,
      held: heldBy(asking, versions, arrivals),
    });
  }
  return [...told.values()];
}

function lastOf(versions: readonly Version[]): Version[] {
  const last = versions.map(({ heldTo }) => heldTo).reduce((a, b) => (a > b ? a : b));
  return versions.filter(({ heldTo }) => heldTo === last);
}

/** First days by set of agencies; several together only where none of fewer of them held it by then. */
function heldBy(asking: Asking, versions: readonly Version[], arrivals: Arrivals): HeldTold[] {
  const sets = [...groupBy(versions, ({ holders }) => holders.join('\n'))].map(([, alike]) => {
    const day = alike.map(({ heldFrom }) => heldFrom).reduce((a, b) => (a < b ? a : b));
    const last = alike.map(({ heldTo }) => heldTo).reduce((a, b) => (a > b ? a : b));
    return {
      holders: alike[0]!.holders,
      day,
      to: last < asking.common.heldOn ? last : null,
      versions: alike.filter(({ heldFrom }) => heldFrom === day),
    };
  });
  return sets
    .filter(
      ({ holders, day }) =>
        !sets.some(
          (other) => other.holders.length < holders.length && other.day <= day && other.holders.every((agency) => holders.includes(agency)),
        ),
    )
    .sort((a, b) => (a.day === b.day ? a.holders.length - b.holders.length || (a.holders < b.holders ? -1 : 1) : a.day < b.day ? -1 : 1))
    .map((set) => heldTold(asking, set, arrivals));
}

type FirstHeldSet = { holders: string[]; day: Day; to: Day | null; versions: Version[] };

function heldTold(asking: Asking, { holders, day, to, versions }: FirstHeldSet, arrivals: Arrivals): HeldTold {
  const because = [...new Set(versions.flatMap((version) => version.because))].sort();
  const known = holders.flatMap((agency) =>
    because.flatMap((statement) => arrivals.of(statement, agency) ?? []).filter((arrival) => arrival.day <= day),
  );
  const by = known.some((arrival) => arrival.day === day) ? known.filter((arrival) => holders.length > 1 || arrival.day === day) : known;
  const from = [...new Set(by.flatMap((arrival) => arrival.from?.id ?? []))];
  // What is drawn from a contact is in no statement: whoever recorded the contact holds it.
  const firstHand = by.length === 0 || by.some((arrival) => arrival.firstHand);
  const about = versions.map((version) => version.from).reduce((a, b) => (a < b ? a : b));
  const beforehand = about !== FIRST_DAY && about > day;
  const on = spanOfArrivals(day, by);
  return {
    agencies: holders.map((agency) => agencyTold(asking, agency)),
    day,
    on: saySpan(on),
    to,
    firstHand,
    beforehand,
    by,
    says: heldSays({
      agencies: holders.map((agency) => shortName(asking, agency)),
      on,
      firstHand,
      from: from.map((agency) => shortName(asking, agency)),
      about: beforehand ? about : null,
      to,
    }),
  };
}
