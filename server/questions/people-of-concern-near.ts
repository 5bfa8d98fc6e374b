/** Persons of concern within so many steps of a child: docs/questions.md, the main question. */
import { countSays } from '../words/grounds-say.ts';
import { notFound, tests, type Asking, type Question } from './asking.ts';
import { requiredId } from './common-arguments.ts';
import { groundsOf } from './grounds.ts';
import { allStandings, rowsNear } from './near.ts';
import { peopleOf } from './people-told.ts';

/** More people of concern than this are not a child's network but a fault in the records; the answer says that there are more. */
export const MOST_REACHED = 3_000;

export const question: Question = {
  name: 'people-of-concern-near',
  own: ['child'],
  ask: async (asking, given) => {
    const child = requiredId(given, 'child');
    const people = peopleOf(asking);
    const [rows] = await Promise.all([reach(asking, child), people.load([child])]);
    if (!people.isKnown(child)) throw notFound('child');
    const reached = rows.slice(0, MOST_REACHED);
    const isCut = rows.length > reached.length;
    const { found, takenBack, truncated, foundCount } = await rowsNear(asking, {
      subject: child,
      records: reached,
      people,
      concernOf: 'reached',
      isAgeNotKnown: () => false,
    });
    const subject = people.tell(child);
    const count = countSays(foundCount, 'person of concern', 'people of concern');
    const says = `${isCut ? `Among the nearest ${MOST_REACHED} who may be, ${count}` : capital(count)} recorded within ${stepsSay(asking.common.within)} of ${subject.name}`;
    return {
      subject,
      grounds: groundsOf(asking, says, foundCount + takenBack.length === 0),
      truncated: truncated || isCut,
      found,
      takenBack,
      ageNotKnown: [],
    };
  },
};

async function reach(asking: Asking, child: string): Promise<string[]> {
  const rows = await asking.graph.read('read/people-of-concern-near', {
    ...tests(asking, allStandings(asking)),
    child,
    most: MOST_REACHED + 1,
  });
  return rows.map((row) => row.person);
}

export const stepsSay = (within: number): string => (within === 1 ? '1 step' : `${within} steps`);
export const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
