/** Ties as one set of agencies sees them on one day, and every sequence of different people over them. Slow: everything is tried. */
import type { Standing, TieKind } from '../../../server/ledger/versions.ts';
import { FIRST, type Day } from './dates.ts';
import type { Tie } from './ties.ts';

export type Asked = {
  asAt: Day;
  since?: Day | null;
  heldOn: Day;
  heldBy: string[];
  within?: number;
  ties?: TieKind[];
  standings?: Standing[];
  without?: string[];
  /** Seals open to the asker. */
  opened?: string[];
};

const PERSON_TIES: Tie['kind'][] = [
  'PARENT_OF',
  'PARTNER_OF',
  'SIBLING_OF',
  'RELATIVE_OF',
  'ASSOCIATE_OF',
  'CARES_FOR',
  'HARMED',
  'SHARES_HOME',
  'VISITS_HOME_OF',
  'MAY_HAVE_MET',
  'MET',
  'SHARES_GROUP',
];
export const TAKEN_BACK: Standing[] = ['denied', 'retracted', 'disproved'];
const WORDS: Standing[] = ['alleged', 'observed', 'confirmed'];
export const wanted = (asked: Asked): Standing[] => asked.standings ?? WORDS;

/** Records joined by `same` are one person, named by the smallest id. */
export type View = {
  ties: Tie[];
  concerns: Tie[];
  who: (record: string) => string;
  recordsOf: (person: string) => string[];
  /** By the two people, either way. */
  between: (a: string, b: string) => Tie[];
  people: string[];
};

export function viewOf(all: Tie[], persons: string[], asked: Asked, heldBy: string[], followed: Standing[]): View {
  const { since = null, opened = [] } = asked;
  const held = all.filter(
    (tie) =>
      tie.holders.every((holder) => heldBy.includes(holder)) &&
      tie.seals.every((seal) => opened.includes(seal)) &&
      followed.includes(tie.standing),
  );
  const seen = held.filter((tie) => tie.from <= asked.asAt && tie.to >= (since ?? FIRST));
  // Who somebody is has no dates: what is carried over a `same` is so whatever period was said of it.
  const names = namesBy(
    held.filter((tie) => tie.kind === 'SAME_AS' && WORDS.includes(tie.standing)),
    persons,
  );
  const who = (record: string): string => names.get(record) ?? record;
  const ties = seen.filter(
    (tie) => PERSON_TIES.includes(tie.kind) && (!asked.ties || asked.ties.includes(tie.kind as TieKind)) && who(tie.start) !== who(tie.end),
  );
  const pairs = new Map<string, Tie[]>();
  for (const tie of ties)
    for (const key of [`${who(tie.start)}\n${who(tie.end)}`, `${who(tie.end)}\n${who(tie.start)}`])
      pairs.set(key, [...(pairs.get(key) ?? []), tie]);
  return {
    ties,
    concerns: seen.filter((tie) => tie.kind === 'OF_CONCERN'),
    who,
    recordsOf: (person) => persons.filter((record) => who(record) === person),
    between: (a, b) => pairs.get(`${a}\n${b}`) ?? [],
    people: [...new Set(persons.map(who))],
  };
}

function namesBy(sames: Tie[], persons: string[]): Map<string, string> {
  const names = new Map(persons.map((id) => [id, id]));
  for (let again = true; again;) {
    again = false;
    for (const same of sames) {
      const smallest = [names.get(same.start) ?? '', names.get(same.end) ?? ''].sort()[0] ?? '';
      for (const end of [same.start, same.end])
        if (names.get(end) !== smallest) {
          names.set(end, smallest);
          again = true;
        }
    }
  }
  return names;
}

/** Different people, and all the ties of each step. */
export type Walk = { people: string[]; steps: Tie[][]; concerns: Tie[] };

/** Every sequence of different people of 1 to `within` steps. */
export function walksFrom(view: View, start: string, within: number): Walk[] {
  const all: Walk[] = [{ people: [start], steps: [], concerns: [] }];
  for (const { people, steps } of all) {
    if (steps.length === within) continue;
    for (const next of view.people) {
      const step = people.includes(next) ? [] : view.between(people.at(-1) ?? '', next);
      if (step.length > 0) all.push({ people: [...people, next], steps: [...steps, step], concerns: [] });
    }
  }
  return all.filter(({ steps }) => steps.length > 0);
}

/** A sequence over single records, each step with the ties of just these two: what rests on two records being one rests on a carried tie. */
export type Way = { steps: Tie[][]; first: string; last: string };

export function waysOver(view: View, { people, steps }: Walk, starts: string[]): Way[] {
  const joins = (tie: Tie, a: string, b: string): boolean => (tie.start === a && tie.end === b) || (tie.start === b && tie.end === a);
  let ways = starts.filter((record) => view.who(record) === people[0]).map((record): Way => ({ steps: [], first: record, last: record }));
  for (const [place, step] of steps.entries()) {
    ways = ways
      .flatMap((way) =>
        view
          .recordsOf(people[place + 1] ?? '')
          .map((next): Way => ({ steps: [...way.steps, step.filter((tie) => joins(tie, way.last, next))], first: way.first, last: next })),
      )
      .filter((way) => (way.steps.at(-1) ?? []).length > 0);
  }
  return ways;
}
