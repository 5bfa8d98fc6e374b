/**
 * The questions (docs/questions.md: people of concern near a child, its mirror, and routes between), by trying
 * everything: every sequence of different people, every set of agencies.
 */
import type { LedgerRecord } from '../../../server/ledger/records.ts';
import { STANDINGS, type Standing } from '../../../server/ledger/versions.ts';
import { earlier, eighteenYearsAfter, LAST, later, latestOf, type Day } from './dates.ts';
import { allTiesOn } from './derive.ts';
import { arrivalDays, openBook, subsets, type Book } from './holdings.ts';
import { birthHeldBy, type Tie } from './ties.ts';
import { TAKEN_BACK, viewOf, wanted, waysOver, walksFrom, type Asked, type View, type Walk } from './views.ts';

export type { Asked } from './views.ts';
export type OracleRoute = {
  people: string[];
  inForce: boolean;
  certain: boolean;
  together: boolean;
  standing: Standing;
  assembled: boolean;
  /** All minimal sets, smallest first, then by id. */
  heldBetween: string[][];
  heldFrom: Day;
};
export type OracleFound = {
  id: string;
  steps: number;
  stepsInForce: number | null;
  stepsCertain: number | null;
  assembled: boolean;
  heldBetween: string[][];
  heldFrom: Day;
  /** All routes, in the order in which an answer gives the first of them. */
  routes: OracleRoute[];
};
export type OracleNear = { found: OracleFound[]; takenBack: OracleFound[]; ageNotKnown: OracleFound[] };

/** Which concern a route stands or falls with: of the person reached, of the subject, or none. */
type End = 'far' | 'subject' | 'none';
/** What is looked for: everything or only what leans on words taken back; and from which records to which, if not to anybody. */
type Sought = { starts: string[]; goals: string[] | null; leaningOnly: boolean; end: End };

const byLengthThenIds = (a: string[], b: string[]): number =>
  a.length - b.length || (a.join('\u0000') < b.join('\u0000') ? -1 : a.join('\u0000') > b.join('\u0000') ? 1 : 0);
const fewest = (routes: OracleRoute[]): number | null =>
  routes.length === 0 ? null : Math.min(...routes.map((route) => route.people.length - 1));
const keyOf = (people: string[]): string => people.join('\n');
const rank = (standing: Standing): number => STANDINGS.indexOf(standing);
/** Of parallel ties the best counts. */
const bestOf = (ties: Tie[]): number => Math.min(...ties.map((tie) => rank(tie.standing)));
const firstHeld = (ties: Tie[]): Day => ties.map((tie) => tie.heldSince).reduce(earlier);
const minimalOf = (sets: string[][]): string[][] =>
  sets.filter((set) => !sets.some((other) => other !== set && other.every((agency) => set.includes(agency)))).sort(byLengthThenIds);
const isAssembled = (minimal: string[][]): boolean => !minimal.some((set) => set.length < 2);

export function oracle(records: LedgerRecord[]) {
  const book: Book = openBook(records);
  const days = arrivalDays(book);
  const persons = records
    .filter((r) => r.type === 'person')
    .map((r) => r.id)
    .sort();
  const cache = new Map<string, Tie[]>();
  const heldOn = (asked: Asked): Tie[] => {
    const day = days.findLast((one) => one <= asked.heldOn);
    const key = `${day} ${(asked.without ?? []).join()}`;
    const ties = cache.get(key) ?? (day === undefined ? [] : allTiesOn(book, day, asked.without));
    cache.set(key, ties);
    return ties;
  };
  const viewWith = (asked: Asked, agencies: string[], leaningOnly: boolean): View =>
    viewOf(heldOn(asked), persons, asked, agencies, leaningOnly ? [...new Set([...wanted(asked), ...TAKEN_BACK])] : wanted(asked));
  const isSaid = (asked: Asked, ties: Tie[]): boolean => ties.some((tie) => wanted(asked).includes(tie.standing));

  /** What one set of agencies finds. */
  function reach(asked: Asked, agencies: string[], { starts, goals, leaningOnly, end }: Sought): { view: View; walks: Walk[] } {
    const view = viewWith(asked, agencies, leaningOnly);
    const ends = goals?.map(view.who);
    const walks = [...new Set(starts.map(view.who))]
      .flatMap((start) => walksFrom(view, start, asked.within ?? 2))
      .flatMap((walk): Walk[] => {
        const far = walk.people.at(-1) ?? '';
        if (ends && !ends.includes(far)) return [];
        const concerned = end === 'far' ? far : walk.people[0];
        const concerns = end === 'none' ? [] : view.concerns.filter((tie) => view.who(tie.start) === concerned);
        if (end !== 'none' && concerns.length === 0) return [];
        const leans = walk.steps.some((step) => !isSaid(asked, step)) || (end !== 'none' && !isSaid(asked, concerns));
        return leaningOnly && !leans ? [] : [{ ...walk, concerns }];
      });
    return { view, walks };
  }

  /** Every route found, and for each, as for each person found, the smallest sets of agencies that find it too. */
  function search(asked: Asked, sought: Sought) {
    const { view, walks } = reach(asked, asked.heldBy, sought);
    const found = subsets([...asked.heldBy].sort()).map((agencies) => {
      const seen = reach(asked, agencies, sought).walks;
      return {
        agencies,
        people: new Set(seen.map((walk) => view.who(walk.people.at(-1) ?? ''))),
        routes: new Set(seen.map((walk) => keyOf(walk.people.map(view.who)))),
      };
    });
    const routes = walks.map((walk) => {
      const heldBetween = minimalOf(found.filter((one) => one.routes.has(keyOf(walk.people))).map((one) => one.agencies));
      return {
        begins: latestOf(walk.steps.map((step) => step.map((tie) => tie.from).reduce(earlier))),
        route: describe(asked, view, walk, sought, heldBetween),
      };
    });
    const findersOf = (person: string): string[][] => minimalOf(found.filter((one) => one.people.has(person)).map((one) => one.agencies));
    return { routes, findersOf };
  }

  function describe(asked: Asked, view: View, walk: Walk, { starts, goals, end }: Sought, heldBetween: string[][]): OracleRoute {
    const { asAt } = asked;
    const everyStep = (test: (tie: Tie) => boolean): boolean => walk.steps.every((step) => step.some(test));
    const begins = [...new Set(walk.steps.flat().map((tie) => tie.from))];
    const ways = waysOver(view, walk, starts)
      .filter(({ last }) => goals === null || goals.includes(last))
      .map(({ steps, first, last }) => {
        const concerns = walk.concerns.filter((tie) => tie.start === (end === 'far' ? last : first));
        return { steps, parts: end === 'none' ? steps : [...steps, concerns] };
      })
      .filter(({ parts }) => parts.every((part) => part.length > 0));
    return {
      people: walk.people,
      heldBetween,
      assembled: isAssembled(heldBetween),
      inForce: everyStep((tie) => tie.from <= asAt && asAt <= tie.to),
      certain: everyStep((tie) => tie.sureFrom <= asAt && asAt <= tie.sureTo),
      // If all are in force on some day, they are so on the day the last of them begins.
      together: begins.some((begin) => everyStep((tie) => tie.from <= begin && begin <= tie.to)),
      standing: STANDINGS[Math.min(...ways.map(({ steps }) => Math.max(...steps.map(bestOf))))] ?? 'disproved',
      heldFrom: ways.map(({ parts }) => parts.map(firstHeld).reduce(later)).reduce(earlier, LAST),
    };
  }

  function list(asked: Asked, subject: string, leaningOnly: boolean, end: End): OracleFound[] {
    const { routes, findersOf } = search(asked, { starts: [subject], goals: null, leaningOnly, end });
    const people = new Set(routes.map(({ route }) => route.people.at(-1) ?? ''));
    return [...people]
      .map((id): OracleFound => {
        const own = routes
          .filter(({ route }) => route.people.at(-1) === id)
          .sort(
            (a, b) =>
              a.route.people.length - b.route.people.length ||
              rank(a.route.standing) - rank(b.route.standing) ||
              (a.begins > b.begins ? -1 : a.begins < b.begins ? 1 : 0) ||
              byLengthThenIds(a.route.people, b.route.people),
          )
          .map(({ route }) => route);
        const heldBetween = findersOf(id);
        return {
          id,
          steps: fewest(own) ?? 0,
          stepsInForce: fewest(own.filter((route) => route.inForce)),
          stepsCertain: fewest(own.filter((route) => route.inForce && route.certain)),
          assembled: isAssembled(heldBetween),
          heldBetween,
          heldFrom: own.map((route) => route.heldFrom).reduce(earlier),
          routes: own,
        };
      })
      .sort((a, b) => a.steps - b.steps || (a.id < b.id ? -1 : 1));
  }

  /** Whether these agencies, on that day, find this very record (with whatever they take as the same person) near the child and of concern. */
  function isFoundNear(asked: Asked & { child: string; person: string }): boolean {
    const { view, walks } = reach(asked, asked.heldBy, { starts: [asked.child], goals: [asked.person], leaningOnly: false, end: 'far' });
    return walks.some((walk) => walk.people.at(-1) === view.who(asked.person));
  }

  function peopleOfConcernNear(asked: Asked & { child: string }): OracleNear {
    return { found: list(asked, asked.child, false, 'far'), takenBack: list(asked, asked.child, true, 'far'), ageNotKnown: [] };
  }

  /** By the widest birth anybody asked holds, under any of the seals open; the day expected where nobody holds a birth. */
  function age(asked: Asked, id: string, who: (record: string) => string): 'child' | 'adult' | 'not known' {
    const day = days.findLast((one) => one <= asked.heldOn);
    const members = persons.filter((one) => who(one) === id && isOpenPerson(asked, one));
    const births =
      day === undefined
        ? []
        : ((['born', 'expected'] as const)
            .map((key) =>
              members
                .flatMap((member) =>
                  asked.heldBy.flatMap((agency) =>
                    subsets(asked.opened ?? []).map((open) => birthHeldBy(book, agency, member, day, open, [key])),
                  ),
                )
                .filter((span) => span !== null),
            )
            .find((spans) => spans.length > 0) ?? []);
    if (births.length === 0) return 'not known';
    return eighteenYearsAfter(births.map((span) => span.latest).reduce(later)) > asked.asAt ? 'child' : 'adult';
  }
  const isOpenPerson = (asked: Asked, person: string): boolean =>
    persons.includes(person) && (book.sealsOn.get(person) ?? []).every((seal) => (asked.opened ?? []).includes(seal));

  /** Where a concern of the subject is seen it joins the routes; where only one taken back is, every route leans on it. */
  function childrenNear(asked: Asked & { person: string }): OracleNear {
    const endIn = (view: View): End => (view.concerns.some((tie) => view.who(tie.start) === view.who(asked.person)) ? 'subject' : 'none');
    const [main, wider] = [false, true].map((leaningOnly) => viewWith(asked, asked.heldBy, leaningOnly)) as [View, View];
    const found = list(asked, asked.person, false, endIn(main));
    return {
      found: found.filter(({ id }) => age(asked, id, main.who) === 'child'),
      takenBack: list(asked, asked.person, true, endIn(wider)).filter(({ id }) => age(asked, id, wider.who) !== 'adult'),
      ageNotKnown: found.filter(({ id }) => age(asked, id, main.who) === 'not known'),
    };
  }

  /** Sequences from any of `from` to any of `to`, by length, then ids. */
  function routesBetween(asked: Asked & { from: string[]; to: string[] }): OracleRoute[] {
    const { routes } = search(asked, { starts: asked.from, goals: asked.to, leaningOnly: false, end: 'none' });
    return routes.map(({ route }) => route).sort((a, b) => byLengthThenIds(a.people, b.people));
  }

  return { days, isFoundNear, peopleOfConcernNear, childrenNear, routesBetween, isOpenPerson };
}
