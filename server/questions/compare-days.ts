/**
 * What differs between two settings, each with its own day, held-on day and agencies: routes to persons of
 * concern, facts of concern, ties and stays gained, lost or changed, and what did it (docs/questions.md).
 */
import { decide } from '../access/decide.ts';
import {
  changeSays,
  countsSay,
  whySays,
  arrivedSays,
  CHANGE_KINDS,
  type ChangeHow,
  type ChangeKind,
  settingsSay,
} from '../words/compare-says.ts';
import { shortName } from './agency-names.ts';
import { arrivalsOf, type ArrivalTold } from './arrivals-told.ts';
import type { Asking, Question } from './asking.ts';
import { day, ownAgencies, requiredId, wrong, type CommonArguments, type Given } from './common-arguments.ts';
import { concernItem, differences, stayItem, tieItem, type Change, type Item } from './differences.ts';
import { evidenceOf, type StatementTold } from './evidence-told.ts';
import type { Grounds } from './grounds.ts';
import { peopleOf, type PersonTold } from './people-told.ts';
import { question as routesBetween } from './routes-between.ts';
import type { StayTold } from './stays-told.ts';
import type { ConcernAnswer, RouteAnswer, TieAnswer } from './telling.ts';
import { thingsOf } from './things-told.ts';
import { question as webOfPerson } from './web-of-person.ts';

export type ChangeTold = {
  what: ChangeKind;
  how: ChangeHow;
  id: string;
  people: PersonTold[];
  before: string | null;
  after: string | null;
  because: ArrivalTold[];
  why: string;
  says: string;
};

export const question: Question = {
  name: 'compare-days',
  own: ['child', 'beforeAsAt', 'beforeHeldOn', 'beforeHeldBy'],
  ask: async (asking, given) => {
    const child = requiredId(given, 'child');
    const earlier: Asking = { ...asking, common: settingBefore(asking, given) };
    const [before, after] = [await stateOf(earlier, child), await stateOf(asking, child)];
    const ids = [...new Set([...before.items, ...after.items].flatMap(({ statements }) => statements))].sort();
    const [toldBefore, toldAfter] = [await statementsOf(earlier, ids), await statementsOf(asking, ids)];
    const changes = differences(before.items, after.items)
      .map((change) => tell(asking, earlier, change, toldBefore, toldAfter))
      .sort(compareChanges);
    const { first } = asking.common;
    return {
      child: after.subject,
      before: before.grounds,
      grounds: after.grounds,
      truncated: changes.length > first || before.truncated || after.truncated,
      changes: changes.slice(0, first),
      says: `${settingsSay(earlier.common, asking.common)}: ${countsSay(changes)}`,
    };
  },
};

/** The other setting: what is left out is as in the question itself. Throws BAD_INPUT. */
function settingBefore({ common, viewer, agencies }: Asking, given: Given): CommonArguments {
  const { agencies: allowed } = decide(viewer, agencies.values());
  const asAt = day(given, 'beforeAsAt') ?? common.asAt;
  const heldOn = day(given, 'beforeHeldOn') ?? common.heldOn;
  const heldBy = ownAgencies(given, 'beforeHeldBy', new Set(agencies.keys()), allowed) ?? common.heldBy;
  if (asAt > common.asAt) throw wrong('beforeAsAt', 'must not be after asAt');
  if (heldOn > common.heldOn) throw wrong('beforeHeldOn', 'must not be after heldOn');
  if (common.since !== null && common.since > asAt) throw wrong('since', 'must not be after beforeAsAt');
  if (asAt === common.asAt && heldOn === common.heldOn && heldBy.join() === common.heldBy.join())
    throw wrong('beforeHeldOn', 'must differ, or beforeAsAt or beforeHeldBy must: the two settings are the same');
  return { ...common, asAt, heldOn, heldBy };
}

type Thing = Item & { says: string; people: PersonTold[]; statements: string[] };
type State = { subject: PersonTold; grounds: Grounds; truncated: boolean; items: Thing[] };

type WebTold = {
  subject: PersonTold;
  grounds: Grounds;
  truncated: boolean;
  people: { person: PersonTold; steps: number; concerns: ConcernAnswer[] }[];
  ties: { from: string; to: string; tie: TieAnswer }[];
  stays: StayTold[];
};

/** More people of concern than this round one child are cut off, and it is said. */
const MOST_ENDS = 20;

async function stateOf(asking: Asking, child: string): Promise<State> {
  const web = (await webOfPerson.ask(asking, { person: child })) as WebTold;
  const concerned = web.people.filter(({ steps, concerns }) => steps > 0 && concerns.length > 0).map(({ person }) => person.id);
  const between =
    concerned.length === 0
      ? { routes: [], truncated: false }
      : ((await routesBetween.ask(asking, { from: [child], to: concerned.slice(0, MOST_ENDS) })) as {
          routes: RouteAnswer[];
          truncated: boolean;
        });
  const personOf = new Map(web.people.map(({ person }) => [person.id, person]));
  const named = (...ids: string[]): PersonTold[] => ids.flatMap((id) => personOf.get(id) ?? []);
  return {
    subject: web.subject,
    grounds: web.grounds,
    truncated: web.truncated || between.truncated || concerned.length > MOST_ENDS,
    items: [
      ...between.routes.map((route) => routeItem(route)),
      ...web.people.flatMap(({ person, concerns }) =>
        concerns.map((one) => ({
          ...concernItem(person.id, one),
          says: `${person.name}: ${one.says}.`,
          people: [person],
          statements: idsOf(one.evidence, one.evidenceAgainst),
        })),
      ),
      ...web.ties.map(({ from, to, tie }) => ({
        ...tieItem(tie),
        says: tie.says,
        people: named(from, to),
        statements: idsOf(tie.evidence, tie.against),
      })),
      ...web.stays.map((stay) => ({
        ...stayItem(stay),
        says: stay.says,
        people: named(stay.person),
        statements: idsOf(stay.evidence, stay.against),
      })),
    ],
  };
}

const idsOf = (...statements: StatementTold[][]): string[] => statements.flat().map(({ id }) => id);

function routeItem(route: RouteAnswer): Thing {
  const { people, inForce, certain, together, standing, heldBetween, steps, says } = route;
  return {
    what: 'ROUTE',
    key: people.map(({ id }) => id).join('\n'),
    content: JSON.stringify([inForce, certain, together, standing, heldBetween.map((set) => set.map(({ id }) => id))]),
    says,
    people,
    statements: steps.flatMap(({ ties }) => ties.flatMap(({ evidence, against }) => idsOf(evidence, against))),
  };
}

type Statements = { about: (ids: readonly string[]) => ArrivalTold[] };

/** How statements, and what is said against the same things, reached the agencies of a setting. */
async function statementsOf(asking: Asking, ids: readonly string[]): Promise<Statements> {
  const evidence = await evidenceOf(asking, ids, peopleOf(asking), thingsOf(asking));
  const all = evidence.about(ids);
  const arrivals = await arrivalsOf(asking, [...all.evidence, ...all.against]);
  return {
    about: (some) => {
      const { evidence: own, against } = evidence.about(some);
      const wanted = new Set([...own, ...against].map(({ id }) => id));
      return arrivals.all.filter(({ statement }) => wanted.has(statement.id));
    },
  };
}

const keyOf = ({ statement, agency }: ArrivalTold): string => `${statement.id}\n${agency.id}`;

function tell(
  asking: Asking,
  earlier: Asking,
  { what, how, key, before, after }: Change<Thing>,
  was: Statements,
  is: Statements,
): ChangeTold {
  const ids = [...new Set([...before, ...after].flatMap(({ statements }) => statements))];
  const [old, now] = [was.about(ids), is.about(ids)];
  const [oldKeys, nowKeys] = [new Set(old.map(keyOf)), new Set(now.map(keyOf))];
  const fresh = now.filter((arrival) => !oldKeys.has(keyOf(arrival)));
  const gone = old.filter((arrival) => !nowKeys.has(keyOf(arrival)));
  const wasAsked = (arrival: ArrivalTold): boolean => earlier.common.heldBy.includes(arrival.agency.id);
  const because = fresh.filter((arrival) => wasAsked(arrival) && arrival.day > earlier.common.heldOn);
  const names = (arrivals: readonly ArrivalTold[]): string[] =>
    [...new Set(arrivals.map(({ agency }) => agency.id))].map((id) => shortName(asking, id));
  const says = (items: readonly Thing[]): string | null =>
    items.length === 0 ? null : [...new Set(items.map((one) => one.says))].join(' ');
  return {
    what,
    how,
    id: key,
    people: (after[0] ?? before[0])!.people,
    before: says(before),
    after: says(after),
    because,
    why: whySays({
      arrived: because.map(({ agency, from, firstHand, on, statement }) =>
        arrivedSays(shortName(asking, agency.id), from === null ? null : shortName(asking, from.id), firstHand, on.says, statement.says),
      ),
      asked: names(fresh.filter((arrival) => !wasAsked(arrival))),
      notAsked: names(gone),
      before: earlier.common.asAt,
      after: asking.common.asAt,
    }),
    says: changeSays(what, how, says(before), says(after)),
  };
}

const HOWS: readonly ChangeHow[] = ['GAINED', 'LOST', 'CHANGED'];
function compareChanges(a: ChangeTold, b: ChangeTold): number {
  return CHANGE_KINDS.indexOf(a.what) - CHANGE_KINDS.indexOf(b.what) || HOWS.indexOf(a.how) - HOWS.indexOf(b.how) || (a.id < b.id ? -1 : 1);
}
