/** Two answers about one person, with two settings, as one web: the second, with what only the first has, and how they differ. Pure. */
import { concernItem, differences, stayItem, tieItem } from '../../server/questions/differences.ts';
import type { Change, Item } from '../../server/questions/differences.ts';
import { markerOf, webFromAnswer } from './from-answer.ts';
import type { WebAnswer } from './from-answer.ts';
import { markOfAll } from './web-model.ts';
import type { Mark, Web } from './web-model.ts';

/** `fact`: the tie, or the person and the home, or the person: what one line, or one marker, draws. */
type Thing = Item & { fact: string; people: readonly string[]; home: string | null };

export interface Difference {
  /** As the rows of the lists are named: "TIE ID FORM". */
  id: string;
  mark: Mark;
  fact: string;
  people: readonly string[];
  home: string | null;
}

export interface BothStates {
  /** Of what only the first setting has, no stay is in force: nobody lives there now. */
  answer: WebAnswer;
  web: Web;
  differences: readonly Difference[];
  /** Ids of the ties or stays of the web that stand for a fact. */
  factsOf: ReadonlyMap<string, readonly string[]>;
}

const MARKS = { GAINED: 'gained', LOST: 'lost', CHANGED: 'changed' } as const;
type Stay = WebAnswer['stays'][number];
const placeOf = ({ person, home }: Pick<Stay, 'person' | 'home'>): string => `${person}\n${home}`;

export function bothStates(before: WebAnswer, after: WebAnswer): BothStates {
  const [old, now] = [thingsOf(before), thingsOf(after)];
  const changes = differences(old, now);
  const marks = marksOf([...old, ...now], changes);
  const answer = mergedAnswer(before, after);
  const factsOf = new Map<string, string[]>();
  for (const { tie } of answer.ties) factsOf.set(`tie ${tie.id}`, [tie.id]);
  for (const stay of answer.stays) factsOf.set(`stay ${placeOf(stay)}`, [...(factsOf.get(`stay ${placeOf(stay)}`) ?? []), stay.id]);
  return { answer, web: markedWeb(answer, before, after, marks), differences: changes.map(differenceOf), factsOf };
}

function thingsOf({ people, ties, stays }: WebAnswer): Thing[] {
  return [
    ...people.flatMap(({ person: { id }, concerns }) =>
      concerns.map((one) => ({ ...concernItem(id, one), fact: `concern ${id}`, people: [id], home: null })),
    ),
    ...ties.map(({ from, to, tie }) => ({ ...tieItem(tie), fact: `tie ${tie.id}`, people: [from, to], home: null })),
    ...stays.map((stay) => ({ ...stayItem(stay), fact: `stay ${placeOf(stay)}`, people: [stay.person], home: stay.home })),
  ];
}

function differenceOf({ what, how, key, before, after }: Change<Thing>): Difference {
  const { fact, people, home } = (after[0] ?? before[0])!;
  return { id: `${what} ${key}`, mark: MARKS[how], fact, people, home };
}

/** A fact told in several forms (a couple that married and parted) is lost only with the last of them. */
function marksOf(things: readonly Thing[], changes: readonly Change<Thing>[]): Map<string, Mark> {
  const own = new Map(changes.map(({ what, key, how }) => [`${what} ${key}`, MARKS[how]]));
  const ofFact = new Map<string, { mark: Mark | null }[]>();
  for (const { what, key, fact } of things) ofFact.set(fact, [...(ofFact.get(fact) ?? []), { mark: own.get(`${what} ${key}`) ?? null }]);
  return new Map(
    [...ofFact].flatMap(([fact, all]) => {
      const mark = markOfAll(all);
      return mark === null ? [] : [[fact, mark]];
    }),
  );
}

function mergedAnswer(before: WebAnswer, after: WebAnswer): WebAnswer {
  const ties = new Set(after.ties.map(({ tie }) => tie.id));
  const places = new Set(after.stays.map(placeOf));
  const was = new Map(before.people.map((row) => [row.person.id, row]));
  const marked = after.people.map((row) => {
    const then = was.get(row.person.id)?.concerns ?? [];
    return markerOf(row.concerns) === undefined && markerOf(then) !== undefined ? { ...row, concerns: [...row.concerns, ...then] } : row;
  });
  return {
    ...after,
    truncated: before.truncated || after.truncated,
    people: withThoseOf(marked, before.people, ({ person }) => person.id),
    homes: withThoseOf(after.homes, before.homes, ({ id }) => id).map((home) =>
      after.homes.includes(home) ? home : { ...home, ofSubject: false },
    ),
    organisations: withThoseOf(after.organisations, before.organisations, ({ id }) => id),
    agencies: withThoseOf(after.agencies, before.agencies, ({ id }) => id),
    ties: [...after.ties, ...before.ties.filter(({ tie }) => !ties.has(tie.id))],
    stays: [...after.stays, ...before.stays.filter((stay) => !places.has(placeOf(stay))).map((stay) => ({ ...stay, inForce: false }))],
    roles: withThoseOf(after.roles, before.roles, ({ id }) => id),
  };
}

function withThoseOf<One>(these: readonly One[], others: readonly One[], keyOf: (one: One) => string): One[] {
  const known = new Set(these.map(keyOf));
  return [...these, ...others.filter((one) => !known.has(keyOf(one)))];
}

function markedWeb(answer: WebAnswer, before: WebAnswer, after: WebAnswer, marks: ReadonlyMap<string, Mark>): Web {
  const web = webFromAnswer(answer);
  const then = new Map(webFromAnswer(before).stays.map((stay) => [stay.id, stay]));
  const peopleMarks = sidesOf(before.people, after.people, ({ person }) => person.id);
  const homeMarks = sidesOf(before.homes, after.homes, ({ id }) => id);
  const marked = <One extends object>(one: One, mark: Mark | undefined): One => (mark === undefined ? one : { ...one, mark });
  return {
    ...web,
    people: web.people.map((person) => {
      const mark = marks.get(`concern ${person.id}`);
      const { concern } = person;
      // Of somebody only one setting has, the word under the name says it.
      const own = peopleMarks.get(person.id);
      const worded =
        concern && mark && own === undefined ? { ...person, concern: { ...concern, label: `${concern.label}, ${mark}` } } : person;
      return marked(worded, own);
    }),
    homes: web.homes.map((home) => {
      const mark = homeMarks.get(home.id);
      return mark === undefined ? home : { ...home, kindWord: [home.kindWord, mark].filter(Boolean).join(', ') };
    }),
    stays: web.stays.map((stay) => {
      const mark = marks.get(`stay ${placeOf(stay)}`);
      // In the words of the setting that has it.
      return marked(mark === 'lost' ? (then.get(stay.id) ?? stay) : stay, mark);
    }),
    lines: web.lines.map((line) => marked(line, marks.get(`tie ${line.id}`))),
  };
}

/** What only one of the two has. */
function sidesOf<One>(before: readonly One[], after: readonly One[], keyOf: (one: One) => string): Map<string, Mark> {
  const [old, now] = [new Set(before.map(keyOf)), new Set(after.map(keyOf))];
  return new Map([
    ...[...now].filter((key) => !old.has(key)).map((key) => [key, 'gained'] as const),
    ...[...old].filter((key) => !now.has(key)).map((key) => [key, 'lost'] as const),
  ]);
}
