/**
 * The rows of people-of-concern-near and children-near: for those reached, the ties on routes to them
 * once, then people-sequences, who held what between them, and sentences, in TypeScript
 * (docs/questions.md, "How").
 */
import { groupBy } from '../ledger/grouping.ts';
import { TAKEN_BACK, type Day, type Standing, type Version } from '../ledger/versions.ts';
import { agencyBits, holdersByPerson, smallest, together, type AgencyBits, type AgencySet } from '../routes/held-between.ts';
import { fewestSteps, readNetwork, type Network } from '../routes/network.ts';
import { compareRoutes, isAssembled, routeFacts, sequences, type FactOf, type RouteFacts } from '../routes/sequences.ts';
import { factOf, takenBackRoutes, type TakenBack } from '../routes/taken-back.ts';
import { readVersion, tests, type Agency, type Asking } from './asking.ts';
import type { People, PersonTold } from './people-told.ts';
import { openTelling, type ConcernAnswer, type RouteAnswer } from './telling.ts';
import { thingsOf } from './things-told.ts';

export type FoundAnswer = {
  person: PersonTold;
  concerns: ConcernAnswer[];
  steps: number;
  stepsInForce: number | null;
  stepsCertain: number | null;
  routes: RouteAnswer[];
  moreRoutes: number;
  assembled: boolean;
  heldBetween: Agency[][];
  /** Agencies that alone held a whole route and the concern. */
  heldAlone: string[];
  heldFrom: Day | null;
};

/** One row before it is told. */
type Row = {
  person: string;
  concerns: Version[];
  steps: number;
  stepsInForce: number | null;
  stepsCertain: number | null;
  routes: RouteFacts[];
  moreRoutes: number;
  holders: AgencySet[];
  heldFrom: Day;
};

/** Standings followed for the list of what was taken back, beside those asked for. */
export const takenStandings = (asking: Asking): Standing[] => TAKEN_BACK.filter((standing) => !asking.common.standings.includes(standing));
export const allStandings = (asking: Asking): Standing[] => [...asking.common.standings, ...takenStandings(asking)];

/** How far each side of a route is walked: all but the last step. */
export const shorterThan = (within: 1 | 2 | 3 | 4): 1 | 2 | 3 => (within <= 2 ? 1 : ((within - 1) as 2 | 3));

const MOST_ROUTES = 6;

export type Reached = {
  subject: string;
  /** Records reached over all standings followed. */
  records: readonly string[];
  people: People;
  /** Whose concern a route stands or falls with: the person reached, or the subject. */
  concernOf: 'reached' | 'subject';
  /** Whether somebody reached belongs to the list of those whose age nobody can say. */
  isAgeNotKnown: (person: string) => boolean;
};

export type RowsNear = {
  found: FoundAnswer[];
  ageNotKnown: FoundAnswer[];
  takenBack: FoundAnswer[];
  truncated: boolean;
  foundCount: number;
};

/** Who of those reached is in which list, each row worked out when it is called for. `people` knows who was reached. */
export async function searchNear(
  asking: Asking,
  { subject, records, people, concernOf, isAgeNotKnown }: Reached,
): Promise<{ bits: AgencyBits; found: Pending[]; ageNotKnown: Pending[]; takenBack: Pending[] }> {
  const standings = allStandings(asking);
  const [tieRows, concernRows] = await Promise.all([
    asking.graph.read('read/routes-subgraph', {
      ...tests(asking, standings),
      from: [subject],
      to: [...records],
      shorter: shorterThan(asking.common.within),
    }),
    asking.graph.read('read/concerns', { ...tests(asking, standings), people: [subject, ...records] }),
  ]);
  const ties = tieRows.map(({ tie }) => readVersion(tie));
  const concerns = concernRows.map(({ concern }) => readVersion(concern));
  await people.load([...ties.flatMap(({ start, end }) => [start, end]), ...concerns.map(({ start }) => start)]);

  const search = searchOf(asking, { subject, ties, concerns, people, concernOf });
  const targets = [...groupBy(records, people.personOf)]
    .filter(([person]) => person !== people.personOf(subject))
    .map(([person, own]) => ({ person, records: new Set(own) }));
  const main = targets.flatMap((target) => search.main(target) ?? []).sort(bySteps);
  return {
    bits: search.bits,
    found: main.filter(({ person }) => !isAgeNotKnown(person)),
    ageNotKnown: main.filter(({ person }) => isAgeNotKnown(person)),
    takenBack: targets.flatMap((target) => search.takenBack(target) ?? []).sort(bySteps),
  };
}

/** The first `first` rows of each list, and whether any has more. `people` knows who was reached. */
export async function rowsNear(asking: Asking, reached: Reached): Promise<RowsNear> {
  if (reached.records.length === 0) return { found: [], ageNotKnown: [], takenBack: [], truncated: false, foundCount: 0 };
  const { people } = reached;
  const { bits, ...lists } = await searchNear(asking, reached);
  const { first } = asking.common;
  const shown = (list: Pending[]): Row[] => list.slice(0, first).map((row) => row());
  const [found, ageNotKnown, takenBack] = [shown(lists.found), shown(lists.ageNotKnown), shown(lists.takenBack)];

  const all = [...found, ...ageNotKnown, ...takenBack];
  const versions = all.flatMap((row) => [...row.concerns, ...row.routes.flatMap((route) => route.steps.flat())]);
  const telling = await openTelling(asking, [...new Set(versions)], people, thingsOf(asking), bits);
  const tell = (row: Row): FoundAnswer => ({
    person: people.tell(row.person),
    concerns: telling.concerns(row.concerns),
    steps: row.steps,
    stepsInForce: row.stepsInForce,
    stepsCertain: row.stepsCertain,
    routes: row.routes.map(telling.route),
    moreRoutes: row.moreRoutes,
    assembled: isAssembled(row.holders, bits),
    heldBetween: telling.agencySets(row.holders),
    heldAlone: row.holders.map(bits.agenciesOf).flatMap((set) => (set.length === 1 ? set : [])),
    heldFrom: row.heldFrom,
  });
  return {
    found: found.map(tell),
    ageNotKnown: ageNotKnown.map(tell),
    takenBack: takenBack.map(tell),
    truncated: Object.values(lists).some((list) => list.length > first),
    foundCount: lists.found.length,
  };
}

/** A row that is worked out in full only when it is shown. */
export type Pending = (() => Row) & { steps: number; person: string };
const pending = (person: string, steps: number, work: () => Row): Pending => Object.assign(work, { steps, person });
const bySteps = (a: Pending, b: Pending): number => a.steps - b.steps || (a.person < b.person ? -1 : 1);

type Target = { person: string; records: Set<string> };
type Searched = { subject: string; ties: Version[]; concerns: Version[]; people: People; concernOf: Reached['concernOf'] };

function searchOf(
  asking: Asking,
  { subject, ties, concerns, people, concernOf }: Searched,
): { main: (target: Target) => Pending | null; takenBack: (target: Target) => Pending | null; bits: AgencyBits } {
  const { asAt, within, standings } = asking.common;
  const bits = agencyBits([...ties, ...concerns].map((version) => version.holders));
  const isMain = (version: Version): boolean => standings.includes(version.standing);
  const byRecord = groupBy(concerns, (version) => version.start);
  const recordWithConcern = (record: string): string => (concernOf === 'subject' ? subject : record);
  const concernsOf = (record: string): Version[] => byRecord.get(recordWithConcern(record)) ?? [];
  const mainConcernsOf = (record: string): Version[] => concernsOf(record).filter(isMain);

  const network = readNetwork(ties.filter(isMain), asAt, bits);
  const steps = fewestSteps(network, [subject], within);
  const inForce = fewestSteps(network, [subject], within, (pair) => pair.inForce);
  const certain = fewestSteps(network, [subject], within, (pair) => pair.certain);
  const holders = holdersByPerson(subject, within, (record) =>
    [...(network.get(record) ?? [])].map(([neighbour, pair]) => [neighbour, pair.holders] as const),
  );
  const mainFact: FactOf = (record) => factOf(mainConcernsOf(record), bits);

  const main = (target: Target): Pending | null => {
    const reached = [...target.records].filter(
      (record) => steps.has(record) && (concernOf === 'subject' || mainConcernsOf(record).length > 0),
    );
    if (reached.length === 0) return null;
    const fewest = least(reached, steps)!;
    return pending(target.person, fewest, () => {
      const facts = routesOf(network, subject, new Set(reached), asking, people, mainFact);
      const withFact = reached.map((record) => ({ record, fact: mainFact(record) }));
      return {
        person: target.person,
        concerns: shownConcerns(byRecord, target, isMain),
        steps: fewest,
        stepsInForce: least(reached, inForce),
        stepsCertain: least(reached, certain),
        ...best(facts),
        holders: smallest(withFact.flatMap(({ record, fact }) => together(holders.get(record) ?? [], ...(fact ? [fact.holders] : [])))),
        heldFrom: firstHeld(facts),
      };
    });
  };

  const taken = takenStandings(asking);
  const isTaken = (version: Version): boolean => taken.includes(version.standing);
  if (![...ties, ...concerns].some(isTaken)) return { main, takenBack: () => null, bits };
  const wide = readNetwork(ties, asAt, bits);
  const asked = { network: wide, bits, isTaken, concernsOf, personOf: people.personOf, personAmong: people.personAmong };
  const takenBack = (target: Target): Pending | null => {
    const records = new Set([...target.records].filter((record) => concernOf === 'subject' || concernsOf(record).length > 0));
    if (records.size === 0) return null;
    const found = takenBackRoutes(asked, subject, records, within);
    if (found.routes.length === 0) return null;
    return takenRow(
      target,
      found,
      shownConcerns(byRecord, target, () => true),
    );
  };
  return { main, takenBack, bits };
}

function takenRow(target: Target, { routes, holders }: TakenBack, concerns: Version[]): Pending {
  const fewest = fewestOf(routes)!;
  return pending(target.person, fewest, () => ({
    person: target.person,
    concerns,
    steps: fewest,
    stepsInForce: fewestOf(routes.filter((route) => route.inForce)),
    stepsCertain: fewestOf(routes.filter((route) => route.certain)),
    ...best(routes),
    holders,
    heldFrom: firstHeld(routes),
  }));
}

function routesOf(
  network: Network,
  subject: string,
  records: ReadonlySet<string>,
  asking: Asking,
  people: People,
  fact: FactOf,
): RouteFacts[] {
  return sequences(network, subject, records, asking.common.within, people.personOf).map((sequence) => routeFacts(network, sequence, fact));
}

const best = (routes: readonly RouteFacts[]): { routes: RouteFacts[]; moreRoutes: number } => ({
  routes: [...routes].sort(compareRoutes).slice(0, MOST_ROUTES),
  moreRoutes: Math.max(0, routes.length - MOST_ROUTES),
});

const fewestOf = (routes: readonly RouteFacts[]): number | null =>
  routes.length === 0 ? null : Math.min(...routes.map((route) => route.sequence.people.length - 1));

function least(records: readonly string[], steps: ReadonlyMap<string, number>): number | null {
  const known = records.flatMap((record) => steps.get(record) ?? []);
  return known.length === 0 ? null : Math.min(...known);
}

const firstHeld = (routes: readonly RouteFacts[]): Day => routes.map((route) => route.heldSince).reduce((a, b) => (a < b ? a : b));

const shownConcerns = (byRecord: ReadonlyMap<string, Version[]>, { records }: Target, shows: (version: Version) => boolean): Version[] =>
  [...records].flatMap((record) => byRecord.get(record) ?? []).filter(shows);
