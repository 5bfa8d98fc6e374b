/**
 * Routes, ties and facts of concern as an answer gives them: versions that say the same become one tie,
 * with its holders, its evidence and its sentence.
 */
import { openMore } from '../access/left-out.ts';
import { groupBy } from '../ledger/grouping.ts';
import type { Day, Standing, TieKind, Version } from '../ledger/versions.ts';
import { inOrder, type AgencyBits, type AgencySet } from '../routes/held-between.ts';
import { isCertain, isInForce } from '../routes/network.ts';
import { isAssembled, type RouteFacts } from '../routes/sequences.ts';
import { concernSays } from '../words/concern-says.ts';
import { endSays, startSays, type SpanSaid } from '../words/dates-say.ts';
import { routeSays, stepSays, tieSays, type Names, type StepTold, type TieTold } from '../words/route-says.ts';
import { shortName } from './agency-names.ts';
import type { Agency, Asking } from './asking.ts';
import { contactsBehind, type ContactTold } from './contacts-told.ts';
import { agencyTold, evidenceOf, type Evidence, type HoldingTold, type StatementTold } from './evidence-told.ts';
import type { People, PersonTold } from './people-told.ts';
import { thingOf, throughOf, type Things, type ThingTold } from './things-told.ts';

export type TieAnswer = {
  id: string;
  kind: TieKind;
  form: string | null;
  via: ThingTold | null;
  start: SpanSaid;
  end: SpanSaid;
  inForce: boolean;
  certain: boolean;
  standing: Standing;
  disputed: boolean;
  derived: boolean;
  says: string;
  holders: HoldingTold[];
  heldTogether: boolean;
  evidence: StatementTold[];
  against: StatementTold[];
  /** The visit, appointment or meeting at which they met. */
  contact: ContactTold | null;
};
export type StepAnswer = { from: PersonTold; to: PersonTold; says: string; ties: TieAnswer[] };
export type RouteAnswer = {
  people: PersonTold[];
  steps: StepAnswer[];
  says: string;
  inForce: boolean;
  certain: boolean;
  together: boolean;
  standing: Standing;
  assembled: boolean;
  heldBetween: Agency[][];
  heldFrom: Day;
};
export type ConcernAnswer = {
  id: string;
  form: string;
  what: string | null;
  against: string | null;
  start: SpanSaid;
  end: SpanSaid;
  inForce: boolean;
  certain: boolean;
  standing: Standing;
  disputed: boolean;
  holders: HoldingTold[];
  says: string;
  evidence: StatementTold[];
  evidenceAgainst: StatementTold[];
};

export type Telling = {
  route: (facts: RouteFacts) => RouteAnswer;
  /** Ties of the versions between two people, told from one towards the other. */
  ties: (versions: readonly Version[], from: string, to: string) => TieAnswer[];
  concerns: (versions: readonly Version[]) => ConcernAnswer[];
  agencySets: (sets: readonly AgencySet[]) => Agency[][];
  evidence: Evidence;
};

/** Fetches once all that the versions of an answer need told; `people` knows their ends already. */
export async function openTelling(
  asking: Asking,
  versions: readonly Version[],
  people: People,
  things: Things,
  bits: AgencyBits,
): Promise<Telling> {
  const through = throughOf(versions);
  await Promise.all([things.load(through.places), people.load(through.people)]);
  const because = versions.flatMap((version) => version.because);
  const [contacts, evidence] = await Promise.all([contactsBehind(asking, versions, people), evidenceOf(asking, because, people, things)]);
  const { asAt } = asking.common;
  const throughWhat = (version: Version): ThingTold | null => contacts.thingOf(version) ?? thingOf(version, things, people);
  const names: Names = {
    nameOf: people.nameOf,
    sexOf: people.sexOf,
    agencyOf: (agency) => shortName(asking, agency),
    thingOf: (version) => throughWhat(version)?.name ?? null,
    isJoined: (person) => people.recordsOf(person).length > 1,
  };
  const toldTies = (versions: readonly Version[]): { told: TieTold; evidence: StatementTold[]; against: StatementTold[] }[] =>
    grouped(withoutCarried(versions)).map((alike) => {
      const { evidence: all, against } = evidence.about([...new Set(alike.flatMap((version) => version.because))]);
      return {
        told: {
          version: alike[0]!,
          holders: holdersOf(alike),
          heldTogether: alike[0]!.holders.length > 1,
          said: evidence.saidSo(all),
          against: evidence.saysAgainst(against),
        },
        evidence: all,
        against,
      };
    });
  const tieAnswers = (told: ReturnType<typeof toldTies>, from: string, to: string): TieAnswer[] =>
    told.map(({ told: tie, evidence: all, against }) => ({
      id: tie.version.tie,
      kind: tie.version.kind as TieKind,
      form: tie.version.form,
      via: throughWhat(tie.version),
      ...periodTold(tie.version, asAt),
      standing: tie.version.standing,
      disputed: tie.version.disputed,
      derived: tie.version.via !== null,
      says: tieSays(tie, from, to, asAt, names),
      holders: holdings(asking, tie.holders),
      heldTogether: tie.heldTogether,
      evidence: all,
      against,
      contact: contacts.told(tie.version),
    }));
  const agencySets = (sets: readonly AgencySet[]): Agency[][] =>
    inOrder(sets, bits).map((set) => set.map((agency) => agencyTold(asking, agency)));

  // Many routes begin or end with the same step: it is told once.
  const places = new Map(versions.map((version, at) => [version, at]));
  const steps = new Map<string, { told: StepTold; answer: StepAnswer }>();
  const stepOf = (parallel: readonly Version[], from: string, to: string): { told: StepTold; answer: StepAnswer } => {
    const key = [from, to, ...parallel.map((version) => places.get(version))].join('\n');
    let step = steps.get(key);
    if (!step) {
      const ties = toldTies(towards(parallel, from, people));
      const told = { from, to, ties: ties.map((tie) => tie.told) };
      steps.set(
        key,
        (step = {
          told,
          answer: { from: people.tell(from), to: people.tell(to), says: stepSays(told, asAt, names), ties: tieAnswers(ties, from, to) },
        }),
      );
    }
    return step;
  };

  return {
    evidence,
    agencySets,
    ties: (parallel, from, to) => tieAnswers(toldTies(parallel), from, to),
    route: (facts) => {
      const { people: sequence } = facts.sequence;
      const steps = facts.steps.map((parallel, at) => stepOf(parallel, sequence[at]!, sequence[at + 1]!));
      return {
        people: sequence.map(people.tell),
        steps: steps.map((step) => step.answer),
        says: routeSays(
          steps.map((step) => step.told),
          asAt,
          facts.together,
          names,
        ),
        inForce: facts.inForce,
        certain: facts.certain,
        together: facts.together,
        standing: facts.standing,
        assembled: isAssembled(facts.holders, bits),
        heldBetween: agencySets(facts.holders),
        heldFrom: facts.heldSince,
      };
    },
    concerns: (versions) =>
      grouped(withoutCarried(versions)).map((alike) => {
        const version = { ...alike[0]!, more: openMore(alike[0]!.kind, alike[0]!.more, asking.shows) };
        const { evidence: all, against } = evidence.about([...new Set(alike.flatMap((one) => one.because))]);
        const holders = holdersOf(alike);
        const text = (key: string): string | null => (typeof version.more?.[key] === 'string' ? version.more[key] : null);
        return {
          id: version.end,
          form: version.form ?? 'not stated',
          what: text('what'),
          against: text('against'),
          ...periodTold(version, asAt),
          standing: version.standing,
          disputed: version.disputed,
          holders: holdings(asking, holders),
          says: concernSays(version, holders, evidence.saidSo(all), evidence.saysAgainst(against), names.agencyOf),
          evidence: all,
          evidenceAgainst: against,
        };
      }),
  };
}

/** Versions are between records; a route is told of people, so its ties' ends are theirs. */
export function towards(versions: readonly Version[], from: string, people: People): Version[] {
  return versions
    .map((version) => ({ ...version, start: people.personOf(version.start), end: people.personOf(version.end) }))
    .filter((version) => version.start === from || version.end === from);
}

export const periodTold = (version: Version, asAt: Day): { start: SpanSaid; end: SpanSaid; inForce: boolean; certain: boolean } => ({
  start: startSays(version),
  end: endSays(version),
  inForce: isInForce(version, asAt),
  certain: isCertain(version, asAt),
});

/** Versions of one tie with the same form, dates and standing; what several agencies hold only together stands alone. */
export function grouped(versions: readonly Version[]): Version[][] {
  const keyOf = ({ kind, start, end, tie, form, via, from, sureFrom, sureTo, to, standing, disputed, holders }: Version): string =>
    JSON.stringify([kind, start, end, tie, form, via, from, sureFrom, sureTo, to, standing, disputed, holders.length > 1 ? holders : null]);
  const groups = [...groupBy(versions, keyOf)].sort(([a], [b]) => (a < b ? -1 : 1));
  return groups.map(([, alike]) => alike);
}

/** What is carried over from another record of the same person says nothing that the original does not. */
export function withoutCarried(versions: readonly Version[]): Version[] {
  const isCarried = (version: Version): boolean => version.rests.some((id) => id.startsWith('SAME_AS '));
  const alike = (a: Version, b: Version): boolean =>
    a.kind === b.kind && a.form === b.form && a.via === b.via && a.because.every((id) => b.because.includes(id));
  return versions.filter(
    (version) => !isCarried(version) || !versions.some((original) => !isCarried(original) && alike(original, version)),
  );
}

/** Each agency with the first day it held any claim of the tie. */
export function holdersOf(versions: readonly Version[]): { agency: string; from: Day }[] {
  const since = new Map<string, Day>();
  for (const { holders, heldSince } of versions) {
    for (const agency of holders) if (heldSince < (since.get(agency) ?? '~')) since.set(agency, heldSince);
  }
  return [...since].map(([agency, from]) => ({ agency, from })).sort((a, b) => (a.agency < b.agency ? -1 : 1));
}

export const holdings = (asking: Asking, holders: readonly { agency: string; from: Day }[]): HoldingTold[] =>
  holders.map(({ agency, from }) => ({ agency: agencyTold(asking, agency), from }));
