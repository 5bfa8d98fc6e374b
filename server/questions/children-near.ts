/** Children, the unborn included, within so many steps of a person: the mirror of the main question. */
import { mayBeChild } from '../words/dates-say.ts';
import { countSays } from '../words/grounds-say.ts';
import { notFound, tests, type Asking, type Question } from './asking.ts';
import { requiredId } from './common-arguments.ts';
import { groundsOf } from './grounds.ts';
import { allStandings, rowsNear } from './near.ts';
import { birthIn, peopleOf, type Detail, type People } from './people-told.ts';
import { capital, stepsSay } from './people-of-concern-near.ts';

export const question: Question = {
  name: 'children-near',
  own: ['person'],
  ask: async (asking, given) => {
    const person = requiredId(given, 'person');
    const people = peopleOf(asking);
    const { isCut, ...reached } = await childrenReached(asking, person, people);
    const { found, ageNotKnown, takenBack, truncated, foundCount } = await rowsNear(asking, {
      ...reached,
      subject: person,
      people,
      concernOf: 'subject',
    });
    const subject = people.tell(person);
    const count = countSays(foundCount, 'child', 'children');
    const says = `${isCut ? `Among the nearest ${MOST_LOOKED_AT} people, ${count}` : capital(count)} recorded within ${stepsSay(asking.common.within)} of ${subject.name}`;
    return {
      subject,
      grounds: groundsOf(asking, says, found.length + ageNotKnown.length + takenBack.length === 0),
      truncated: truncated || isCut,
      found,
      takenBack,
      ageNotKnown,
    };
  },
};

/** Whoever knows more people than this within so many steps is told that the answer is cut. */
export const MOST_LOOKED_AT = 20_000;

/** Records of those near who may be children, and whether there are more people near than were looked at; `people` knows the person and all of them. Throws NOT_FOUND. */
export async function childrenReached(
  asking: Asking,
  person: string,
  people: People,
): Promise<{ records: string[]; isCut: boolean; isAgeNotKnown: (record: string) => boolean }> {
  const [{ reached, isCut }] = await Promise.all([reach(asking, person), people.load([person])]);
  if (!people.isKnown(person)) throw notFound('person');
  await people.load(reached);
  const { asAt } = asking.common;
  // Every record of a child counts, those too whose own agencies hold an earlier birth.
  const mayBeChildren = new Set(reached.filter((record) => mayBeChild(people.birthOf(record), asAt) !== false).flatMap(people.recordsOf));
  return { records: [...mayBeChildren].sort(), isCut, isAgeNotKnown: (record) => mayBeChild(people.birthOf(record), asAt) === null };
}

/** Everybody near who is not held to be 18 or older by their own record; joined records are looked at afterwards. */
async function reach(asking: Asking, person: string): Promise<{ reached: string[]; isCut: boolean }> {
  const rows = await asking.graph.read('read/children-near', { ...tests(asking, allStandings(asking)), person, most: MOST_LOOKED_AT + 1 });
  const reached = rows
    .slice(0, MOST_LOOKED_AT)
    .filter(({ details }) => mayBeChild(birthIn(details.map((more) => JSON.parse(more) as Detail)), asking.common.asAt) !== false)
    .map((row) => row.person);
  return { reached, isCut: rows.length > MOST_LOOKED_AT };
}
