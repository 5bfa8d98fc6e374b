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
    const reached = await childrenReached(asking, person, people);
    const { found, ageNotKnown, takenBack, truncated, foundCount } = await rowsNear(asking, {
      ...reached,
      subject: person,
      people,
      concernOf: 'subject',
    });
    const subject = people.tell(person);
    const says = `${capital(countSays(foundCount, 'child', 'children'))} recorded within ${stepsSay(asking.common.within)} of ${subject.name}`;
    return {
      subject,
      grounds: groundsOf(asking, says, found.length + ageNotKnown.length + takenBack.length === 0),
      truncated,
      found,
      takenBack,
      ageNotKnown,
    };
  },
};

/** Records of those near who may be children; `people` knows the person and all of them. Throws NOT_FOUND. */
export async function childrenReached(
  asking: Asking,
  person: string,
  people: People,
): Promise<{ records: string[]; isAgeNotKnown: (record: string) => boolean }> {
  const [reached] = await Promise.all([reach(asking, person), people.load([person])]);
  if (!people.isKnown(person)) throw notFound('person');
  await people.load(reached);
  const { asAt } = asking.common;
  // Every record of a child counts, those too whose own agencies hold an earlier birth.
  const mayBeChildren = new Set(reached.filter((record) => mayBeChild(people.birthOf(record), asAt) !== false).flatMap(people.recordsOf));
  return { records: [...mayBeChildren].sort(), isAgeNotKnown: (record) => mayBeChild(people.birthOf(record), asAt) === null };
}

/** Everybody near who is not held to be 18 or older by their own record; joined records are looked at afterwards. */
async function reach(asking: Asking, person: string): Promise<string[]> {
  const rows = await asking.graph.read('read/children-near', { ...tests(asking, allStandings(asking)), person, most: 20_000 });
  return rows
    .filter(({ details }) => mayBeChild(birthIn(details.map((more) => JSON.parse(more) as Detail)), asking.common.asAt) !== false)
    .map((row) => row.person);
}
