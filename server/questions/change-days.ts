/**
 * The nearest days before and after the day asked on which the web round a person is another one:
 * docs/questions.md. Days on which something round them begins or ends are looked up, and the web is
 * asked for on these days alone, so that a day is given only where the answer differs.
 */
import { FIRST_DAY, LAST_DAY, type Day } from '../ledger/versions.ts';
import { changeDaysSay } from '../words/change-days-say.ts';
import { notFound, tests, type Asking, type Question } from './asking.ts';
import { requiredId } from './common-arguments.ts';
import { groundsOf } from './grounds.ts';
import { peopleOf } from './people-told.ts';
import { MOST_REACHED, nearest, webOf } from './web-of-person.ts';

export const question: Question = {
  name: 'change-days',
  own: ['person'],
  ask: async (asking, given) => {
    const id = requiredId(given, 'person');
    const people = peopleOf(asking);
    await people.load([id]);
    if (!people.isKnown(id)) throw notFound('person');
    const { asAt, since } = asking.common;
    const [days, now] = await Promise.all([daysRound(asking, id), stateOn(asking, id, asAt)]);
    const firstOther = async (candidates: readonly Day[]): Promise<Day | null> => {
      for (const day of candidates) if ((await stateOn(asking, id, day)) !== now) return day;
      return null;
    };
    const before = days
      .filter((day) => day > FIRST_DAY && day <= asAt)
      .map((day) => dayBefore(day))
      .filter((day) => day >= (since ?? FIRST_DAY));
    const [previous, next] = await Promise.all([firstOther(before.reverse()), firstOther(days.filter((day) => day > asAt))]);
    const person = people.tell(id);
    return {
      person,
      grounds: groundsOf(asking, `What is recorded round ${person.name} was looked through for days on which it changes`, false),
      previous,
      next,
      says: changeDaysSay({ name: person.name, asAt, previous, next }),
    };
  },
};

/** First days of another state round the person, as far as the web reaches; sorted. */
async function daysRound(asking: Asking, id: string): Promise<Day[]> {
  const people = peopleOf(asking);
  const [reached] = await Promise.all([
    asking.graph.read('read/web-of-person', { ...tests(asking), person: id, most: MOST_REACHED }),
    people.load([id]),
  ]);
  await people.load(reached.map(({ person }) => person));
  const subject = people.personOf(id);
  const steps = [[subject, 0] as [string, number], ...nearest(reached, people, subject)];
  const recordsWithin = (most: number): string[] =>
    steps.filter(([, count]) => count <= most).flatMap(([person]) => people.recordsOf(person));
  const rows = await asking.graph.read('read/change-days', {
    ...tests(asking),
    all: recordsWithin(asking.common.within),
    inner: recordsWithin(asking.common.within - 1),
    last: LAST_DAY,
  });
  return rows.map(({ day }) => day);
}

/** All that the web tells of that day, but for ages and words, which change with every day. */
async function stateOn(asking: Asking, id: string, asAt: Day): Promise<string> {
  // Nobody is told of these people: only a day comes of them.
  const web = await webOf({ ...asking, common: { ...asking.common, asAt }, told: new Set() }, id);
  return JSON.stringify([
    web.people.map(({ person, steps, toSubject, concerns, agencies, custody, otherHomes }) => [
      person.id,
      steps,
      toSubject,
      concerns.map(({ id: concern, inForce, certain }) => [concern, inForce, certain]),
      agencies.map(({ agency, form, involved }) => [agency.id, form, involved]),
      custody !== null,
      otherHomes,
    ]),
    web.homes.map(({ id: home, ofSubject }) => [home, ofSubject]),
    web.ties.map(({ from, to, tie }) => [from, to, tie.id, tie.form, tie.start.says, tie.end.says, tie.inForce, tie.certain, tie.standing]),
    web.stays.map(({ id: stay, inForce, certain }) => [stay, inForce, certain]),
    web.roles.map(({ id: role, inForce }) => [role, inForce]),
  ]);
}

const dayBefore = (day: Day): Day => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
