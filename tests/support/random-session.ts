/** What somebody might ask in one sitting: every question, known and unknown ids, lists that are cut off, mistakes. */
import { STANDINGS, TIE_KINDS } from '../../server/ledger/versions.ts';
import { randomFrom, type Random } from '../../seed/random.ts';
import { ENTRY_KINDS } from '../../server/reviewing/dated.ts';
import type { SealedFamily } from './sealed-family.ts';

/** Users of the sessions; none of them may open the seal. */
export const VIEWERS = ['amira', 'ada', 'rosa', 'gita'] as const;

export interface Request {
  operationName: string;
  variables: Record<string, unknown>;
}

const DAYS = ['2017-06-01', '2018-01-15', '2018-10-01', '2019-04-02', '2019-11-20', '2021-06-01', '2024-06-01'];

export function sessionOf({ seed, sealed, seal }: SealedFamily, viewer: string): Request[] {
  const random = randomFrom(seed * 17 + VIEWERS.indexOf(viewer as (typeof VIEWERS)[number]));
  const ids = (...types: string[]): string[] => sealed.filter(({ type }) => types.includes(type)).map(({ id }) => `f${seed}/${id}`);
  const covered = [...(seal.covers.persons ?? []), ...(seal.covers.households ?? []), ...(seal.covers.records ?? [])].map(
    (id) => `f${seed}/${id}`,
  );
  const people = [...ids('person'), ...covered.filter((id) => ids('person').includes(id)), `f${seed}/nobody`];
  const homes = [...ids('household'), `f${seed}/nowhere`];
  return Array.from({ length: 5 + random.below(16) }, () => oneRequest(random, people, homes, covered, ids('statement')));
}

function oneRequest(random: Random, people: string[], homes: string[], covered: string[], statements: string[]): Request {
  if (random.chance(0.04)) return mistake(random, people);
  const subject = random.pick(people);
  const common = commonArguments(random, [...people, ...homes, ...covered]);
  const [operationName, own] = random.pick<[string, Record<string, unknown>]>([
    ['people-of-concern-near', { child: subject }],
    ['people-of-concern-near', { child: subject }],
    ['children-near', { person: subject }],
    ['routes-between', { from: random.some(people, 0.3).slice(0, 3), to: random.some(people, 0.4) }],
    ['web-of-person', { person: subject }],
    ['household', { household: random.pick(homes) }],
    ['recent-contacts', { child: subject }],
    ['who-holds-what', { person: subject }],
    ['chronology', chronologyOf(random, people)],
    ['contradictions', { people: random.some(people, 0.5) }],
    ['lost-hand-offs', { people: random.some(people, 0.5) }],
    ['coverage', { people: random.some(people, 0.5) }],
    ['decisions-about', { person: subject }],
    ['who-to-tell', { person: subject }],
    ['change-days', { person: subject }],
    ['first-held', { child: subject, person: random.pick(people) }],
    ['first-held', { child: subject, person: random.pick(people) }],
    ['compare-days', { child: subject, beforeHeldOn: random.pick(DAYS) }],
    ['rests-on', { child: subject, statement: random.pick([...statements, ...covered]) }],
    ['rests-on', { child: subject, source: random.pick(people) }],
    ['county-sweep', { within: 1 + random.below(4), ...(random.chance(0.3) ? { skip: 1 } : {}) }],
    [
      'find-person',
      random.pick([
        { name: 'Person' },
        { name: random.pick(['Ash', 'Bo', 'Cleo', 'person p1']) },
        { born: random.pick(['1979-04-02', '1999', '2018']) },
        { given: 'Ash', born: '1999' },
        { area: 'x' },
        { postcode: 'AB1 2CD' },
      ]),
    ],
  ]);
  return { operationName, variables: { ...common, ...own } };
}

function chronologyOf(random: Random, people: string[]): Record<string, unknown> {
  return {
    people: random.some(people, 0.4),
    ...(random.chance(0.3) ? { kinds: random.some(ENTRY_KINDS, 0.6) } : {}),
    ...(random.chance(0.3) ? { asHeldBy: random.pick(['a/agency-1', 'a/agency-2', 'a/agency-9']) } : {}),
    ...(random.chance(0.2) ? { skip: random.below(4) } : {}),
  };
}

function commonArguments(random: Random, ids: string[]): Record<string, unknown> {
  const asAt = random.chance(0.7) ? random.pick(DAYS) : undefined;
  return Object.fromEntries(
    Object.entries({
      asAt,
      since: random.chance(0.2) ? random.pick(DAYS.filter((day) => day <= (asAt ?? day))) : undefined,
      heldOn: random.chance(0.3) ? random.pick(DAYS) : undefined,
      heldBy: random.chance(0.4) ? random.some(['a/agency-1', 'a/agency-2', 'a/agency-3', 'a/agency-4'], 0.6) : undefined,
      within: random.chance(0.6) ? 1 + random.below(4) : undefined,
      ties: random.chance(0.15) ? random.some(TIE_KINDS, 0.6) : undefined,
      standings: random.chance(0.25) ? random.some(STANDINGS, 0.6) : undefined,
      without: random.chance(0.2) ? random.some(ids, 0.15) : undefined,
      first: random.chance(0.3) ? 1 + random.below(3) : undefined,
    }).filter(([, value]) => value !== undefined),
  );
}

function mistake(random: Random, people: string[]): Request {
  const child = random.pick(people);
  return random.pick<Request>([
    { operationName: 'everything', variables: {} },
    { operationName: 'people-of-concern-near', variables: {} },
    { operationName: 'people-of-concern-near', variables: { child, within: 7 } },
    { operationName: 'web-of-person', variables: { person: child, asAt: 'yesterday' } },
    { operationName: 'household', variables: { household: child } },
    { operationName: 'people-of-concern-near', variables: { child, heldBy: ['nobody'] } },
    { operationName: 'people-of-concern-near', variables: { child, ties: ['LIKES'] } },
    { operationName: 'chronology', variables: { people: [] } },
    { operationName: 'chronology', variables: { people: [child], since: '2020-01-02', asAt: '2020-01-01' } },
  ]);
}
