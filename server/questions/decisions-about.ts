/** What was decided about a person, by which agency, when and why, the newest first: docs/questions.md. */
import type { DecisionRecord } from '../ledger/records.ts';
import { countSays } from '../words/grounds-say.ts';
import { notFound, tests, type Question } from './asking.ts';
import { requiredId } from './common-arguments.ts';
import { tellDecision } from './decisions-told.ts';
import { groundsOf } from './grounds.ts';
import { peopleOf } from './people-told.ts';
import { capital } from './people-of-concern-near.ts';

export const question: Question = {
  name: 'decisions-about',
  own: ['person'],
  ask: async (asking, given) => {
    const id = requiredId(given, 'person');
    const people = peopleOf(asking);
    await people.load([id]);
    if (!people.isKnown(id)) throw notFound('person');
    const { first } = asking.common;
    const rows = await asking.graph.read('read/decisions-about', { ...tests(asking), people: people.recordsOf(id), most: first + 1 });
    await people.load(rows.flatMap((row) => row.people));
    const shown = rows.slice(0, first);
    const person = people.tell(id);
    const many = rows.length > first ? `More than ${first} decisions are` : capital(countSays(rows.length, 'decision', 'decisions'));
    return {
      person,
      grounds: groundsOf(asking, `${many} recorded about ${person.name}`, rows.length === 0, null),
      truncated: rows.length > first,
      decisions: shown.map(({ line, people: about }) => tellDecision(asking, JSON.parse(line) as DecisionRecord, about, people)),
    };
  },
};
