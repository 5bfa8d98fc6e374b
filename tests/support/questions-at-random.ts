/** Invented families and invented questions about them, put to the slow second implementation in the words of an answer. */
import { readCaseFile, type CaseFile } from '../../server/ledger/case-file.ts';
import type { Claim, LedgerRecord } from '../../server/ledger/records.ts';
import { project } from '../../server/ledger/project.ts';
import { STANDING_WORDS, TAKEN_BACK, TIE_KINDS, type Kind, type Standing, type Version } from '../../server/ledger/versions.ts';
import type { oracle, OracleFound, OracleRoute } from './oracle/answers.ts';
import { plusDays, type Day } from './oracle/dates.ts';
import { arrivalDays, openBook } from './oracle/holdings.ts';
import type { Asked } from './oracle/views.ts';
import { caseText, randomRecords } from './random-case.ts';
import { randomFrom, type Random } from '../../seed/random.ts';

export type Args = Omit<Asked, 'heldBy' | 'opened'> & {
  heldBy?: string[];
  first?: number;
  child?: string;
  person?: string;
  from?: string[];
  to?: string[];
};
/** `user`: who opens what, see `sealsOf`. */
export type Question = { name: 'people-of-concern-near' | 'children-near' | 'routes-between'; args: Args; user: string };

/** Under ids of its own, so that many families can be loaded at once and never meet. */
export function family(seed: number, size: number): CaseFile {
  const records = withMoreSaid(seed, randomRecords(seed, size)).map((record): LedgerRecord =>
    record.type === 'seal' ? { ...record, opens: { users: [`opens ${record.id}`, 'opens all'] } } : record,
  );
  return fileOf(`family-${seed}`, records);
}

/** Acquaintances and concerns, some of them taken back: without them few are near each other, and fewer of concern. */
function withMoreSaid(seed: number, records: LedgerRecord[]): LedgerRecord[] {
  const d = randomFrom(seed * 31 + 5);
  const [agencies, persons] = [idsOf(records, 'agency'), idsOf(records, 'person')];
  const claims = (): Claim[] => {
    const [a, b] = [d.pick(persons.slice(0, 5)), d.pick(persons)];
    const concern: Claim = { type: 'concern', person: a, form: d.pick(['alleged', 'convicted', 'managed'] as const) };
    return a === b ? [concern] : d.chance(0.3) ? [concern] : [{ type: 'associate', persons: [a, b] }];
  };
  const more = Array.from({ length: 3 + d.below(6) }, claims)
    .flat()
    .flatMap((claim, at): LedgerRecord[] => {
      const said = (id: string, stance: 'claims' | 'observes' | 'denies' | 'retracts'): LedgerRecord => ({
        type: 'statement',
        id,
        agency: d.pick(agencies),
        recorded: plusDays('2017-02-01', d.below(1200)),
        claim,
        stance,
        source: { kind: 'self', person: persons[0]! },
      });
      return [
        said(`more-${at}`, d.pick(['claims', 'observes'])),
        ...(d.chance(0.5) ? [said(`more-${at}-back`, d.pick(['denies', 'retracts', 'retracts']))] : []),
      ];
    });
  return [...records, ...more];
}

export function fileOf(name: string, records: readonly LedgerRecord[]): CaseFile {
  const [, ...lines] = caseText([...records]).split('\n');
  return readCaseFile(
    `${name}.jsonl`,
    [JSON.stringify({ type: 'file', format: 'kith/1', title: 'Invented', prefix: `${name}/` }), ...lines].join('\n'),
  );
}

export const idsOf = (records: readonly LedgerRecord[], ...types: LedgerRecord['type'][]): string[] =>
  records
    .filter((one) => types.includes(one.type))
    .map((one) => one.id)
    .sort();

/** Seals open to a user. */
export const openTo = (user: string, records: readonly LedgerRecord[]): string[] =>
  records.flatMap((record) => (record.type === 'seal' && record.opens?.users?.includes(user) ? [record.id] : [])).sort();

const NAMES = ['people-of-concern-near', 'people-of-concern-near', 'children-near', 'routes-between'] as const;

/** At random, but mostly the first of some that finds somebody: most questions find nobody. */
export function worthAsking(
  seed: number,
  count: number,
  records: LedgerRecord[],
  second: ReturnType<typeof oracle>,
): { question: Question; answer: unknown }[] {
  const questions = randomQuestions(seed, count * TRIED, records);
  return Array.from({ length: count }, (_, at) => {
    const some = questions.slice(at * TRIED, (at + 1) * TRIED).slice(0, at % 5 === 4 ? 1 : TRIED);
    let last: { question: Question; answer: unknown } | undefined;
    for (const question of some) {
      last = { question, answer: expected(second, records, question) };
      if (tellsOfSomebody(last.answer)) break;
    }
    return last!;
  });
}

const TRIED = 8;
export const tellsOfSomebody = (answer: unknown): boolean => JSON.stringify(answer).includes('"people":');

export function randomQuestions(seed: number, count: number, records: LedgerRecord[]): Question[] {
  const d = randomFrom(seed * 7919 + 17);
  const versions = project(records);
  const days = [
    ...arrivalDays(openBook(records)),
    ...versions.flatMap(({ from, sureFrom, sureTo, to }) => [from, sureFrom, sureTo, to]),
  ].filter((day) => day > '2015' && day < '2022');
  return Array.from({ length: count }, (_, at) => oneQuestion(d, NAMES[Math.floor(at / TRIED) % NAMES.length]!, records, versions, days));
}

/** Whether everybody and every agency the question names is there. */
export function isAskable({ args }: Question, records: readonly LedgerRecord[]): boolean {
  const there = idsOf(records, 'person', 'agency');
  return [args.child, args.person, ...(args.from ?? []), ...(args.to ?? []), ...(args.heldBy ?? [])].every(
    (id) => id === undefined || there.includes(id),
  );
}

function oneQuestion(d: Random, name: Question['name'], records: LedgerRecord[], versions: Version[], days: Day[]): Question {
  const persons = idsOf(records, 'person');
  // Two in three ask on a late day, when most is held.
  const day = (): Day => (d.chance(0.66) ? '2021-06-01' : plusDays(d.pick(days), d.below(3) - 1));
  const asAt = day();
  const since = d.chance(0.4) ? [asAt, day()].sort()[0] : undefined;
  const args: Args = { asAt, heldOn: day(), within: d.pick([1, 2, 2, 3, 3, 4]) };
  if (since !== undefined) args.since = since;
  if (d.chance(0.4)) args.heldBy = someOf(d, idsOf(records, 'agency'), 0.7);
  if (d.chance(0.25)) args.ties = someOf(d, TIE_KINDS, 0.6);
  if (d.chance(0.35)) args.standings = someStandings(d);
  // Whoever leaves out what was drawn for one record of a person still has what was drawn for the other.
  const leftOut = versions.filter(
    (one) =>
      LEFT_OUT.includes(one.kind) && ((one.via === null && !one.tie.includes(' as ')) || !versions.some(({ kind }) => kind === 'SAME_AS')),
  );
  if (d.chance(0.35))
    args.without = [...someOf(d, [...persons, ...idsOf(records, 'household')], 0.15), ...(d.chance(0.5) ? [d.pick(leftOut).tie] : [])];
  if (d.chance(0.15)) args.first = 1 + d.below(3);
  const user = d.pick(['opens none', 'opens all', ...idsOf(records, 'seal').map((seal) => `opens ${seal.split('/')[1]}`)]);
  // Ties are told of few, so questions are asked about them.
  const subject = (): string => d.pick(d.chance(0.7) ? persons.slice(0, 3) : persons);
  const ends =
    name === 'people-of-concern-near'
      ? { child: subject() }
      : name === 'children-near'
        ? { person: subject() }
        : { from: [subject(), subject()].slice(d.below(2)), to: [subject(), subject()].slice(d.below(2)) };
  return { name, args: { ...args, ...ends }, user };
}

/** Ties an answer names. */
const LEFT_OUT: Kind[] = [...TIE_KINDS, 'AT_HOME', 'HAS_ROLE', 'SAME_AS', 'OF_CONCERN'];

/**
 * Words from one standing up, and some that take back. With a gap among the words a tie carried over `same`, which
 * has the weaker standing, is followed where the tie it was carried from is not, and two records of one person differ.
 */
function someStandings(d: Random): Standing[] {
  const some = [...STANDING_WORDS.slice(0, d.below(4)), ...d.some(TAKEN_BACK, 0.4)];
  return some.length > 0 ? some : ['disproved'];
}

function someOf<T>(d: Random, items: readonly T[], chance: number): T[] {
  const some = d.some(items, chance);
  return some.length > 0 ? some : [d.pick(items)];
}

/** What an answer must say, as far as the second implementation knows. */
export function expected(second: ReturnType<typeof oracle>, records: readonly LedgerRecord[], { name, args, user }: Question): unknown {
  const { first = 100, heldBy = idsOf(records, 'agency'), ...others } = args;
  const asked = { ...others, heldBy, opened: openTo(user, records) };
  const named = [args.child, args.person, ...(args.from ?? []), ...(args.to ?? [])].filter((one) => one !== undefined);
  if (!named.every((one) => second.isOpenPerson(asked, one))) return 'NOT_FOUND';
  if (name === 'routes-between') {
    const routes = second.routesBetween({ ...asked, from: args.from ?? [], to: args.to ?? [] });
    return { truncated: routes.length > first, routes: routes.slice(0, first).map(routeTold) };
  }
  const near =
    name === 'children-near'
      ? second.childrenNear({ ...asked, person: args.person ?? '' })
      : second.peopleOfConcernNear({ ...asked, child: args.child ?? '' });
  const rows = (found: OracleFound[]): unknown[] => found.slice(0, first).map(foundTold);
  return {
    truncated: Object.values(near).some((list) => list.length > first),
    found: rows(near.found),
    takenBack: rows(near.takenBack),
    ageNotKnown: rows(near.ageNotKnown),
  };
}

const MOST_ROUTES = 6;
const MOST_SETS = 10;

const foundTold = ({ routes, heldBetween, ...row }: OracleFound): unknown => ({
  ...row,
  heldBetween: heldBetween.slice(0, MOST_SETS),
  routes: routes.slice(0, MOST_ROUTES).map(routeTold),
  moreRoutes: Math.max(0, routes.length - MOST_ROUTES),
});
const routeTold = ({ heldBetween, ...route }: OracleRoute): unknown => ({ ...route, heldBetween: heldBetween.slice(0, MOST_SETS) });

/** As much of an answer as the second implementation knows of. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export function given(answer: any): unknown {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  const sets = (list: any[]): string[][] => list.map((set) => set.map((agency: { id: string }) => agency.id));
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  const route = ({ people, inForce, certain, together, standing, assembled, heldBetween, heldFrom }: any): unknown => ({
    people: people.map((one: { id: string }) => one.id),
    inForce,
    certain,
    together,
    standing,
    assembled,
    heldBetween: sets(heldBetween),
    heldFrom,
  });
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  const row = ({ person, steps, stepsInForce, stepsCertain, assembled, heldBetween, heldFrom, routes, moreRoutes }: any): unknown => ({
    id: person.id,
    steps,
    stepsInForce,
    stepsCertain,
    assembled,
    heldBetween: sets(heldBetween),
    heldFrom,
    routes: routes.map(route),
    moreRoutes,
  });
  if ('routes' in answer) return { truncated: answer.truncated, routes: answer.routes.map(route) };
  return {
    truncated: answer.truncated,
    found: answer.found.map(row),
    takenBack: answer.takenBack.map(row),
    ageNotKnown: answer.ageNotKnown.map(row),
  };
}
