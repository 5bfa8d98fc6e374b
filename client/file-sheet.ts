/**
 * What may go into the child's own file: the child, parents, brothers and sisters and the people of the child's homes by name;
 * everybody else as "Person 1", and nothing of what is held about anybody but the child. It is put together from ids and codes and
 * never from the server's sentences, because those hold names. Pure.
 */
import type { PeopleOfConcernNearAnswer, RecentContactsAnswer, WhoHoldsWhatAnswer } from './answers.gen.ts';
import type { WebAnswer } from './web/from-answer.ts';
import { count, HOLDING_WORDS, listed } from './words.ts';

export interface FileSheet {
  family: string[];
  homes: string[];
  concern: string[];
  contacts: string[];
  agencies: string[];
}

export function fileSheet(
  near: PeopleOfConcernNearAnswer['peopleOfConcernNear'],
  web: WebAnswer,
  contacts: RecentContactsAnswer['recentContacts'],
  holdings: WhoHoldsWhatAnswer['whoHoldsWhat'],
): FileSheet {
  const child = web.subject;
  const family = familyOf(web);
  const named = new Map([
    [child.id, child.name],
    ...web.people.filter((row) => family.has(row.person.id)).map((row): [string, string] => [row.person.id, row.person.name]),
  ]);
  const masks = new Map<string, string>();
  const nameOf = (id: string): string => named.get(id) ?? masks.get(id) ?? masks.set(id, `Person ${masks.size + 1}`).get(id)!;
  const homeNames = new Map(web.homes.filter((home) => home.ofSubject).map((home) => [home.id, home.name]));

  return {
    family: web.people
      .filter((row) => family.has(row.person.id))
      .map(({ person, toSubject }) => `${person.name}, ${person.age}${toSubject.length > 0 ? `: ${listed(toSubject)}` : ''}`),
    homes: [...homeNames].map(([id, name]) => {
      const here = web.stays.filter((stay) => stay.home === id && stay.inForce && stay.pattern !== 'excluded');
      return `${name}: ${here.length === 0 ? 'nobody recorded on that day' : listed([...new Set(here.map((stay) => `${nameOf(stay.person)} (${stay.pattern})`))])}`;
    }),
    concern:
      near.found.length === 0
        ? ['No person of concern is recorded in what was searched. That nothing is recorded does not mean that there is nothing.']
        : [
            `${count(near.found.length, 'person', 'people')} about whom an agency holds a fact of concern ${near.found.length === 1 ? 'is' : 'are'} connected with this child. Who, what and how is not written here.`,
            ...near.found.map(
              (one) =>
                `${masks.get(one.person.id) ?? masks.set(one.person.id, `Person ${masks.size + 1}`).get(one.person.id)!}: ${count(one.steps, 'step')} away. Ask ${listed([...new Set(one.concerns.flatMap((concern) => concern.holders.map((holder) => holder.agency.name)))])} before it is used.`,
            ),
          ],
    contacts: contacts.contacts.map(
      (contact) =>
        `${contact.on.says}: ${contact.kind}, ${contact.agency.name}${contact.about.length > 0 ? `, about ${listed(contact.about.map((person) => nameOf(person.id)))}` : ''}${contact.asked.length > 0 ? `; asked: ${listed(contact.asked.map((agency) => agency.name))}` : ''}`,
    ),
    agencies: agencyLines(holdings, (one) => (one.involvement.some((pill) => pill.involved) ? ', involved now' : '')),
  };
}

/** A line for each agency that says something, one for all that hold nothing, and one for all that nobody looked into. `more` is added to an agency's own line. */
export function agencyLines(
  holdings: WhoHoldsWhatAnswer['whoHoldsWhat'],
  more: (one: WhoHoldsWhatAnswer['whoHoldsWhat']['agencies'][number]) => string,
): string[] {
  const none = holdings.agencies.filter((one) => one.answer === 'none held' && one.involvement.length === 0);
  const unchecked = holdings.agencies.filter(
    (one) => one.answer === 'not checked' && one.involvement.length === 0 && one.askedIn.length === 0,
  );
  return [
    ...holdings.agencies
      .filter((one) => !none.includes(one) && !unchecked.includes(one))
      .map((one) => `${one.agency.name}: ${(HOLDING_WORDS[one.answer]?.words ?? one.answer).toLowerCase()}${more(one)}`),
    ...(none.length > 0 ? [`None held, in what is loaded here: ${none.map((one) => one.agency.name).join('; ')}`] : []),
    ...(unchecked.length > 0
      ? [
          `Not checked, because not asked or because nothing of theirs is loaded here: ${unchecked.map((one) => one.agency.name).join('; ')}`,
        ]
      : []),
  ];
}

/** Parents, brothers and sisters, and whoever lives or stays in a home of the child on the day. A person of concern is never named here. */
function familyOf(web: WebAnswer): Set<string> {
  const child = web.subject.id;
  const homes = new Set(web.homes.filter((home) => home.ofSubject).map((home) => home.id));
  const own = web.ties
    .filter(
      ({ from, to, tie }) => (tie.kind === 'PARENT_OF' && to === child) || (tie.kind === 'SIBLING_OF' && (from === child || to === child)),
    )
    .map(({ from, to }) => (from === child ? to : from));
  const members = web.stays
    .filter((stay) => homes.has(stay.home) && stay.inForce && stay.pattern !== 'visits' && stay.pattern !== 'excluded')
    .map((stay) => stay.person);
  return new Set([...own, ...members].filter((id) => id !== child));
}
