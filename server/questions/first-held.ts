/**
 * Who first held a route from a child to a person of concern, and from when it was held between whom
 * (docs/questions.md, first-held).
 */
import { KithError } from '../errors.ts';
import { groupBy } from '../ledger/grouping.ts';
import type { Day, Version } from '../ledger/versions.ts';
import { agencyBits, type AgencyBits } from '../routes/held-between.ts';
import { heldPeriods, restsOnSame, type HeldPeriod } from '../routes/held-periods.ts';
import { readNetwork } from '../routes/network.ts';
import { compareByLength, routeFacts, sequences, type RouteFacts } from '../routes/sequences.ts';
import { factOf } from '../routes/taken-back.ts';
import { saySpan, type SpanSaid } from '../words/dates-say.ts';
import { nothingSays, periodSays, readingSays, type PeriodSaid } from '../words/first-held-says.ts';
import { shortName } from './agency-names.ts';
import { arrivalsOf, spanOfArrivals, type Arrivals, type ArrivalTold, type SharingTold } from './arrivals-told.ts';
import { notFound, readVersion, tests, type Agency, type Asking, type Question } from './asking.ts';
import { requiredId } from './common-arguments.ts';
import { agencyTold, type StatementTold } from './evidence-told.ts';
import { factsHeld, type FactHeld } from './facts-held.ts';
import { groundsOf, type Grounds } from './grounds.ts';
import { shorterThan } from './near.ts';
import { stepsSay } from './people-of-concern-near.ts';
import { peopleOf, type People, type PersonTold } from './people-told.ts';
import { openTelling, type RouteAnswer } from './telling.ts';
import { thingsOf } from './things-told.ts';

export type PeriodTold = {
  from: Day;
  to: Day | null;
  on: SpanSaid;
  sets: Agency[][];
  because: ArrivalTold[];
  says: string;
};
export type ReadingTold = { says: string; periods: PeriodTold[] };
export type RouteHeld = { route: RouteAnswer; reading: ReadingTold };
export type FirstHeldAnswer = {
  child: PersonTold;
  person: PersonTold;
  grounds: Grounds;
  truncated: boolean;
  says: string;
  reading: ReadingTold;
  apart: ReadingTold | null;
  routes: RouteHeld[];
  facts: FactHeld[];
  sharings: SharingTold[];
  heldNothing: Agency[];
};

export const question: Question = {
  name: 'first-held',
  own: ['child', 'person'],
  ask: async (asking, given): Promise<FirstHeldAnswer> => {
    const [child, person] = [requiredId(given, 'child'), requiredId(given, 'person')];
    const people = peopleOf(asking);
    const [tieRows, concernRows] = await Promise.all([
      asking.graph.read('read/first-held', { ...tests(asking), child, person, shorter: shorterThan(asking.common.within) }),
      asking.graph.read('read/first-held-concerns', { ...tests(asking), person }),
      people.load([child, person]),
    ]);
    if (!people.isKnown(child)) throw notFound('child');
    if (!people.isKnown(person)) throw notFound('person');
    if (people.personOf(child) === people.personOf(person))
      throw new KithError('BAD_INPUT', 'person must be somebody else than child.', {
        argument: 'person',
        rule: 'must be somebody else than child',
      });
    const ties = tieRows.map(({ tie }) => readVersion(tie));
    const concerns = concernRows.map(({ concern }) => readVersion(concern));
    await people.load(ties.flatMap(({ start, end }) => [start, end]));
    return tell(asking, { child, person, ties, concerns, people });
  },
};

type Found = { child: string; person: string; ties: Version[]; concerns: Version[]; people: People };

async function tell(asking: Asking, { child, person, ties, concerns, people }: Found): Promise<FirstHeldAnswer> {
  const bits = agencyBits([...ties, ...concerns].map(({ holders }) => holders));
  const all = routesIn(asking, ties, { child, person, concerns, people, bits });
  const shown = all.slice(0, asking.common.first);
  const used = new Set(shown.flatMap(({ steps }) => steps.flat()).map(({ tie }) => tie));
  const onRoutes = ties.filter(({ tie }) => used.has(tie));
  const telling = await openTelling(asking, [...onRoutes, ...concerns], people, thingsOf(asking), bits);
  const { evidence, against } = telling.evidence.about([...new Set([...onRoutes, ...concerns].flatMap(({ because }) => because))]);
  const statements = [...new Map([...evidence, ...against].map((one): [string, StatementTold] => [one.id, one])).values()];
  const arrivals = await arrivalsOf(asking, statements);

  const readings = readingsOf(asking, bits, arrivals);
  const follow = (some: readonly Version[], facts: readonly Version[] | null): HeldPeriod[] =>
    heldPeriods(
      { ties: some, concerns: facts, start: child, goal: person, within: asking.common.within, until: asking.common.heldOn },
      bits,
    );
  const asOne = follow(ties, concerns);
  const isJoined = [...ties, ...concerns].some(restsOnSame);
  const apart = isJoined
    ? follow(
        ties.filter((tie) => !restsOnSame(tie)),
        concerns.filter((concern) => !restsOnSame(concern)),
      )
    : asOne;
  const [subject, other] = [people.tell(child), people.tell(person)];
  const reading = readings(asOne, [...ties, ...concerns]);
  const differs = JSON.stringify(apart.map(plain)) !== JSON.stringify(asOne.map(plain));
  const without = differs
    ? readings(
        apart,
        [...ties, ...concerns].filter((version) => !restsOnSame(version)),
      )
    : null;
  const nothing = asOne.length === 0;
  const none = nothing ? ` ${nothingSays({ route: all.length > 0, concern: concerns.length > 0 }, other.name)}` : '';
  // Where no fact of concern is held at all, the days of each route are those of its ties.
  const fact = concerns.length === 0 ? null : concerns;
  const facts = factsHeld(asking, { routes: shown, ties: onRoutes, concerns, people, telling, arrivals });
  const holders = new Set([...asOne.flatMap(({ sets }) => sets).flatMap(bits.agenciesOf), ...facts.flatMap(holdersIn)]);
  return {
    child: subject,
    person: other,
    grounds: groundsOf(
      asking,
      `"It" is a whole route of at most ${stepsSay(asking.common.within)} from ${subject.name} to ${other.name}, with what makes ${other.name} a person of concern: followed from day to day${nothing ? ', and not found' : ''}`,
      nothing,
    ),
    truncated: all.length > shown.length,
    says:
      without === null
        ? `${reading.says}${none}`
        : `If the records taken as one person's are one person's: ${reading.says}${none} If they are not: ${without.says}`,
    reading,
    apart: without,
    routes: shown.map((route) => {
      const own = tiesOf(route, ties);
      return { route: telling.route(route), reading: readings(follow(own, fact), [...own, ...concerns]) };
    }),
    facts,
    sharings: [...arrivals.sharings],
    heldNothing: asking.common.heldBy.filter((agency) => !holders.has(agency)).map((agency) => agencyTold(asking, agency)),
  };
}

const holdersIn = ({ held }: FactHeld): string[] => held.flatMap(({ agencies }) => agencies.map(({ id }) => id));
const plain = ({ from, to, sets }: HeldPeriod): unknown => [from, to, sets.map(String)];

type InNetwork = { child: string; person: string; concerns: Version[]; people: People; bits: AgencyBits };

/** Every people-sequence of any of the days, told by what of it is held last. */
function routesIn(asking: Asking, ties: readonly Version[], { child, person, concerns, people, bits }: InNetwork): RouteFacts[] {
  const network = readNetwork(latestOf(ties), asking.common.asAt, bits);
  const fact = factOf(concerns, bits);
  return sequences(network, child, new Set([person]), asking.common.within, people.personOf)
    .map((sequence) => routeFacts(network, sequence, () => fact))
    .sort(compareByLength);
}

/** Of each tie what is held on the last day asked about, or was held last. */
function latestOf(versions: readonly Version[]): Version[] {
  return [...groupBy(versions, ({ tie, holders }) => `${tie}\n${holders.join()}`).values()].flatMap((alike) => {
    const last = alike.map(({ heldTo }) => heldTo).reduce((a, b) => (a > b ? a : b));
    return alike.filter(({ heldTo }) => heldTo === last);
  });
}

type Readings = (periods: readonly HeldPeriod[], versions: readonly Version[]) => ReadingTold;

/** Periods with what arrived on the first day of each, of all that bears on the versions. */
function readingsOf(asking: Asking, bits: AgencyBits, arrivals: Arrivals): Readings {
  return (periods, versions) => {
    const bearing = new Set(versions.flatMap(({ because }) => because));
    const told = periods.map(({ from, to, sets }, at) => {
      const involved = new Set([...sets, ...(periods[at - 1]?.sets ?? [])].flatMap(bits.agenciesOf));
      const because = arrivals.all.filter(
        ({ day, agency, statement }) => day === from && involved.has(agency.id) && bearing.has(statement.id),
      );
      const late = new Set(because.map(({ agency }) => agency.id));
      const named = sets
        .map(bits.agenciesOf)
        .sort((a, b) => a.length - b.length || (a.join('\n') < b.join('\n') ? -1 : 1))
        // Whoever completed it is named first.
        .map((set) => [...set.filter((agency) => late.has(agency)), ...set.filter((agency) => !late.has(agency))]);
      const on = spanOfArrivals(from, because);
      const said: PeriodSaid = { on, sets: named.map((set) => set.map((agency) => shortName(asking, agency))) };
      return { from, to, on: saySpan(on), sets: named.map((set) => set.map((agency) => agencyTold(asking, agency))), because, said };
    });
    return {
      says: readingSays(
        told.map(({ said }) => said),
        asking.common.heldOn,
      ),
      periods: told.map(({ said, ...period }, at) => ({ ...period, says: periodSays(said, told[at - 1]?.said.sets) })),
    };
  };
}

/** The ties of one route alone, of any day: those between records that stand next to each other on it. */
function tiesOf({ sequence }: RouteFacts, ties: readonly Version[]): Version[] {
  const pairs = new Set(
    sequence.ways.flatMap((way) => way.slice(1).flatMap((record, at) => [`${way[at]}\n${record}`, `${record}\n${way[at]}`])),
  );
  return ties.filter(({ start, end }) => pairs.has(`${start}\n${end}`));
}
