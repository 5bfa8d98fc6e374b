/** Contacts about anybody in any home of a child, newest first: docs/questions.md. */
import { countSays } from '../words/grounds-say.ts';
import { notFound, type Question } from './asking.ts';
import { requiredId } from './common-arguments.ts';
import { contactsAbout, tellContact } from './contacts-told.ts';
import { groundsOf } from './grounds.ts';
import { homesOf } from './homes-told.ts';
import { peopleOf } from './people-told.ts';
import { capital } from './people-of-concern-near.ts';
import { isMember, isThere, readStays, staysInHomes, staysOfPeople } from './stays-told.ts';

export const question: Question = {
  name: 'recent-contacts',
  own: ['child'],
  ask: async (asking, given) => {
    const id = requiredId(given, 'child');
    const people = peopleOf(asking);
    await people.load([id]);
    if (!people.isKnown(id)) throw notFound('child');
    const child = people.personOf(id);

    const own = readStays(await staysOfPeople(asking, people.recordsOf(child)), people);
    const homeIds = [...new Set(own.filter((stay) => isMember(stay, asking)).map(({ home }) => home))].sort();
    const homes = homesOf(asking);
    const [there] = await Promise.all([staysInHomes(asking, homeIds), homes.load(homeIds)]);
    await people.load(there.map(({ start }) => start));
    // Whoever is kept away is not in the home; a visitor is, at times.
    const around = readStays(there, people)
      .filter((stay) => isThere(stay, asking) && stay.pattern !== 'excluded')
      .map(({ person }) => person);
    const records = [...new Set([child, ...around])].flatMap(people.recordsOf);

    const { first } = asking.common;
    const contacts = await contactsAbout(asking, records, first + 1, people);
    const told = people.tell(child);
    const where = homeIds.length === 0 ? '' : ` or anybody in ${homeIds.length === 1 ? 'their home' : `their ${homeIds.length} homes`}`;
    const shown = contacts.slice(0, first);
    const many = contacts.length > first ? `More than ${first} contacts are` : capital(countSays(shown.length, 'contact', 'contacts'));
    return {
      child: told,
      grounds: groundsOf(asking, `${many} recorded about ${told.name}${where}`, shown.length === 0, null),
      truncated: contacts.length > first,
      homes: homeIds.filter(homes.isKnown).map((home) => homes.tell(home, true)),
      contacts: shown.map((contact) => tellContact(asking, contact, people)),
    };
  },
};
