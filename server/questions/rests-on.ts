/**
 * What rests on one statement or one source: which routes to persons of concern, ties and facts of concern
 * would no longer be found had it never been said; and what rests on one interested source alone
 * (docs/questions.md, rests-on).
 */
import { openStatement } from '../access/left-out.ts';
import { KithError } from '../errors.ts';
import {
  falls,
  isInterested,
  shortened,
  sourceKey,
  standingWithout,
  tieOf,
  withAllThatFalls,
  type HeldStatement,
} from '../ledger/as-if-not-said.ts';
import { groupBy } from '../ledger/grouping.ts';
import type { StatementRecord } from '../ledger/records.ts';
import { FIRST_DAY, type Version } from '../ledger/versions.ts';
import { agencyBits, type AgencyBits } from '../routes/held-between.ts';
import { readNetwork } from '../routes/network.ts';
import { compareByLength, routeFacts, sequences, type RouteFacts } from '../routes/sequences.ts';
import { factOf } from '../routes/taken-back.ts';
import { periodSays } from '../words/dates-say.ts';
import { countSays } from '../words/grounds-say.ts';
import { restsSay } from '../words/rests-say.ts';
import { shortName } from './agency-names.ts';
import { notFound, readVersion, tests, type Asking, type Question } from './asking.ts';
import { personsOf } from './claim-people.ts';
import { requiredId, type Given } from './common-arguments.ts';
import { factsOf, factsTold, statementsTold, type FactResting } from './facts-resting.ts';
import { groundsOf } from './grounds.ts';
import { shorterThan } from './near.ts';
import { capital, MOST_REACHED, stepsSay } from './people-of-concern-near.ts';
import { peopleOf, type People } from './people-told.ts';
import { openTelling, type Telling } from './telling.ts';
import { thingsOf } from './things-told.ts';

export const question: Question = {
  name: 'rests-on',
  own: ['child', 'statement', 'source'],
  ask: async (asking, given) => {
    const child = requiredId(given, 'child');
    const { statement, source } = askedOf(given);
    const people = peopleOf(asking);
    const found = await foundNear(asking, child, people);
    const whole = [...found.ties, ...found.concerns];
    const ids = [...new Set([...whole.flatMap(({ because }) => because), ...(statement === null ? [] : [statement])])];
    const statements = await heldStatements(asking, ids, people);
    if (statement !== null && !statements.some(({ record }) => record.id === statement)) throw notFound('statement');
    return tell(asking, { child, statement, source, people, statements, ...found });
  },
};

/** At most one of the two. */
function askedOf(given: Given): { statement: string | null; source: string | null } {
  const [statement, source] = ['statement', 'source'].map((name) => ((given[name] ?? null) === null ? null : requiredId(given, name)));
  if (statement !== null && source !== null)
    throw new KithError('BAD_INPUT', 'source cannot be given together with statement.', {
      argument: 'source',
      rule: 'cannot be given together with statement',
    });
  return { statement: statement ?? null, source: source ?? null };
}

type Near = { ties: Version[]; concerns: Version[]; targets: string[] };

/** Ties on routes to persons of concern, and their facts of concern, as the main question finds them. */
async function foundNear(asking: Asking, child: string, people: People): Promise<Near> {
  const [reached] = await Promise.all([
    asking.graph.read('read/people-of-concern-near', { ...tests(asking), child, most: MOST_REACHED }),
    people.load([child]),
  ]);
  if (!people.isKnown(child)) throw notFound('child');
  const targets = reached.map(({ person }) => person);
  const [tieRows, concernRows] = await Promise.all([
    asking.graph.read('read/routes-subgraph', { ...tests(asking), from: [child], to: targets, shorter: shorterThan(asking.common.within) }),
    asking.graph.read('read/concerns', { ...tests(asking), people: targets }),
  ]);
  const ties = targets.length === 0 ? [] : tieRows.map(({ tie }) => readVersion(tie));
  const concerns = concernRows.map(({ concern }) => readVersion(concern));
  await people.load([...ties, ...concerns].flatMap(({ kind, start, end }) => (kind === 'OF_CONCERN' ? [start] : [start, end])));
  return { ties, concerns, targets };
}

/** Everything said on the same topics, as far as agencies asked held it; a source that may not be seen is as if not named. */
async function heldStatements(asking: Asking, ids: readonly string[], people: People): Promise<HeldStatement[]> {
  const rows = await asking.graph.read('read/evidence', { ...tests(asking), ids: [...ids] });
  const records = rows.map(({ line, held }) => ({ record: openStatement(JSON.parse(line) as StatementRecord, asking.shows), held }));
  await people.load(
    records.flatMap(({ record }) => record.source?.person ?? []),
    true,
  );
  return records.map(({ record, held }) => {
    const { person, ...nameless } = record.source ?? { kind: 'not stated' as const };
    return { record: person === undefined || people.isKnown(person) ? record : { ...record, source: nameless }, held };
  });
}

type Found = Near & {
  child: string;
  statement: string | null;
  source: string | null;
  people: People;
  statements: HeldStatement[];
};

async function tell(asking: Asking, found: Found) {
  const { child, statement, source, people, statements, ties, concerns } = found;
  const { asAt, since, heldOn, heldBy, standings } = asking.common;
  const tested = { asAt, since: since ?? FIRST_DAY, heldOn, heldBy, standings };
  const bits = agencyBits([...ties, ...concerns].map(({ holders }) => holders));
  const telling = await openTelling(asking, [...ties, ...concerns], people, thingsOf(asking), bits);
  const all = standingWithout(statements, new Set(), tested);
  const before = routesOf(asking, found, ties, concerns, bits);

  const without = (ids: readonly string[]) => {
    const gone = withAllThatFalls(statements, ids);
    const left = standingWithout(statements, gone, tested);
    const stays = (version: Version): boolean => !falls(version, all, left);
    const [tiesLeft, concernsLeft] = [ties.filter(stays), concerns.filter(stays)];
    const after = new Set(routesOf(asking, found, tiesLeft, concernsLeft, bits).map(keyOf));
    return {
      gone,
      routes: before.filter((route) => !after.has(keyOf(route))),
      people: [...new Set(before.map(goalOf))]
        .filter((goal) => !before.some((route) => goalOf(route) === goal && after.has(keyOf(route))))
        .sort(),
      facts: factsOf({ ties, concerns }, { ties: tiesLeft, concerns: concernsLeft }, people, telling),
      weaker: [...all].filter(([key, { standing }]) => left.has(key) && left.get(key)!.standing !== standing).map(([key]) => tieOf(key)),
      shorter: shortened(all, left),
    };
  };

  const named = statements.filter(({ record }) => record.id === statement || isOf(record, source)).map(({ record }) => record.id);
  const fallen = without(named);
  const told = statementsTold(telling, [...fallen.gone]);
  const { first } = asking.common;
  const subject = people.tell(child);
  const weaker = new Set(fallen.weaker);
  const isLeft = ({ tie }: Version): boolean => !fallen.facts.some(({ id }) => id === tie);
  const shorter = factsTold(
    [...ties, ...concerns].filter((version) => fallen.shorter.has(version.tie) && isLeft(version)),
    people,
    telling,
  );
  const says = restsSay({
    asked: statement !== null || source !== null,
    statements: named.length,
    repeats: fallen.gone.size - named.length,
    routes: fallen.routes.length,
    routesBefore: before.length,
    people: fallen.people.map(people.nameOf),
    facts: fallen.facts.length,
    shorter: shorter.map((fact) => ({ says: fact.says, left: periodSays(fallen.shorter.get(fact.id)!) })),
  });
  const rows = new Set(before.map(goalOf)).size;
  return {
    child: subject,
    grounds: groundsOf(
      asking,
      `${capital(countSays(rows, 'person of concern', 'people of concern'))} recorded within ${stepsSay(asking.common.within)} of ${subject.name}, by ${before.length === 1 ? '1 route' : `${before.length} routes`}`,
      rows === 0,
    ),
    truncated: fallen.routes.length > first,
    says,
    falling: told,
    routes: fallen.routes.slice(0, first).map(telling.route),
    people: fallen.people.map(people.tell),
    facts: fallen.facts,
    weaker: factsTold(
      [...ties, ...concerns].filter((version) => weaker.has(version.tie) && isLeft(version)),
      people,
      telling,
    ),
    sources: interestedSources(asking, found, telling, (ids) => without(ids)),
  };
}

const keyOf = ({ sequence }: RouteFacts): string => sequence.people.join('\n');
const goalOf = ({ sequence }: RouteFacts): string => sequence.people.at(-1)!;
const isOf = ({ source }: StatementRecord, asked: string | null): boolean =>
  asked !== null && (source?.person === asked || source?.name === asked);

function routesOf(
  asking: Asking,
  { child, people, targets }: Found,
  ties: readonly Version[],
  concerns: readonly Version[],
  bits: AgencyBits,
): RouteFacts[] {
  const network = readNetwork(ties, asking.common.asAt, bits);
  const byRecord = groupBy(concerns, ({ start }) => start);
  const reached = targets.filter((target) => byRecord.has(target) && people.personOf(target) !== people.personOf(child));
  return [...groupBy(reached, people.personOf).values()]
    .flatMap((records) => sequences(network, child, new Set(records), asking.common.within, people.personOf))
    .map((sequence) => routeFacts(network, sequence, (record) => factOf(byRecord.get(record) ?? [], bits)))
    .sort(compareByLength);
}

type Without = (ids: readonly string[]) => { facts: FactResting[]; routes: RouteFacts[] };

/** Sources with a side of their own on whose word alone some tie or fact of concern rests. */
function interestedSources(asking: Asking, { statements, people }: Found, telling: Telling, without: Without) {
  const bySource = groupBy(
    statements.filter(({ record }) => isInterested(record.source, personsOf(record.claim))),
    ({ record }) => sourceKey(record),
  );
  return [...bySource]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, own]) => {
      const { facts, routes } = without(own.map(({ record }) => record.id));
      if (facts.length === 0) return [];
      const { source, agency } = own[0]!.record;
      const name =
        source?.person === undefined
          ? (source?.name ?? `${source?.kind ?? 'somebody'}, as told to ${shortName(asking, agency)}`)
          : people.tell(source.person).name;
      return [
        {
          id: key,
          name,
          statements: statementsTold(
            telling,
            own.map(({ record }) => record.id),
          ),
          facts,
          routes: routes.length,
          says: `${facts.length === 1 ? '1 tie or fact' : `${facts.length} ties and facts`}, and ${routes.length === 1 ? '1 route' : `${routes.length} routes`}, rest on the word of ${name} alone, who has a side of their own.`,
        },
      ];
    });
}
