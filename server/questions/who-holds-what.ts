/** For each agency, what it holds on a person, whether it is involved, and its last contact: docs/questions.md. */
import { groupBy } from '../ledger/grouping.ts';
import { CONTACT_ANSWERS, type ContactRecord } from '../ledger/records.ts';
import { readSpan } from '../ledger/dates.ts';
import type { Day } from '../ledger/versions.ts';
import { whenSays, answerHeld } from '../words/contact-says.ts';
import { countSays } from '../words/grounds-say.ts';
import { holdingSays } from '../words/holding-says.ts';
import { notFound, tests, type Asking, type Question } from './asking.ts';
import { requiredId } from './common-arguments.ts';
import { contactsAbout, tellContact, type ContactHeld, type ContactTold } from './contacts-told.ts';
import { agencyTold, evidenceOf, type Evidence } from './evidence-told.ts';
import { groundsOf } from './grounds.ts';
import { peopleOf, type People } from './people-told.ts';
import { isInvolved, pillsOf, tellInvolvement, type Pills } from './pills-told.ts';
import { capital } from './people-of-concern-near.ts';
import { thingsOf } from './things-told.ts';

/** More contacts than this about one person are not looked through. */
const MOST_CONTACTS = 5_000;

type Answer = NonNullable<ContactRecord['answer']>;
/** Who holds something first; within each, by id. */
const ORDER: readonly Answer[] = CONTACT_ANSWERS;
type Held = { kinds: { kind: string; count: number }[]; statements: number; since: Day | null };

export const question: Question = {
  name: 'who-holds-what',
  own: ['person'],
  ask: async (asking, given) => {
    const id = requiredId(given, 'person');
    const people = peopleOf(asking);
    await people.load([id]);
    if (!people.isKnown(id)) throw notFound('person');
    const person = people.personOf(id);
    const records = people.recordsOf(person);
    const [held, pills, contacts] = await Promise.all([
      heldByAgency(asking, records),
      pillsOf(asking, records, people),
      contactsAbout(asking, records, MOST_CONTACTS, people),
    ]);
    const evidence = await evidenceOf(
      asking,
      pills.involvementOf(person).flatMap(({ versions }) => versions.flatMap(({ because }) => because)),
      people,
      thingsOf(asking),
    );
    const asked = contacts.filter(({ record }) => record.asked !== undefined);
    const agencies = [
      ...new Set([
        ...asking.common.heldBy,
        ...asked.flatMap(({ record }) => record.asked ?? []),
        ...pills.involvementOf(person).map(({ agency }) => agency),
      ]),
    ].sort();
    const rows = agencies
      .map((agency) => row(asking, { person, agency, held: held.get(agency), pills, contacts, people, evidence }))
      .sort((a, b) => ORDER.indexOf(a.answer) - ORDER.indexOf(b.answer));
    const { first } = asking.common;
    const told = people.tell(person);
    const count = rows.filter(({ agency, answer }) => asking.common.heldBy.includes(agency.id) && answer === 'recorded').length;
    const says = `${capital(countSays(count, 'agency', 'agencies').replace(/ (is|are)$/, ''))} of those asked ${count === 1 || count === 0 ? 'is' : 'are'} recorded as holding something on ${told.name}`;
    return {
      person: told,
      grounds: groundsOf(asking, says, count === 0, null),
      truncated: rows.length > first,
      agencies: rows.slice(0, first),
    };
  },
};

async function heldByAgency(asking: Asking, records: readonly string[]): Promise<Map<string, Held>> {
  const rows = await asking.graph.read('read/who-holds-what', { ...tests(asking), people: [...records] });
  return new Map(
    [...groupBy(rows, ({ agency }) => agency)].map(([agency, own]) => [
      agency,
      {
        kinds: own.map(({ claim, statements }) => ({ kind: claim, count: statements })),
        statements: own.reduce((sum, { statements }) => sum + statements, 0),
        since: own.map(({ since }) => since).sort()[0] ?? null,
      },
    ]),
  );
}

type Given = {
  person: string;
  agency: string;
  held: Held | undefined;
  pills: Pills;
  contacts: readonly ContactHeld[];
  people: People;
  evidence: Evidence;
};

function row(asking: Asking, { person, agency, held, pills, contacts, people, evidence }: Given) {
  const { asAt, heldOn, heldBy } = asking.common;
  const isAsked = heldBy.includes(agency);
  const own = contacts.filter(({ record }) => record.agency === agency);
  const kinds = [...(held?.kinds ?? []), ...(own.length === 0 ? [] : [{ kind: 'contact', count: own.length }])];
  const askedIn = contacts.filter(({ record }) => record.asked?.includes(agency));
  const answered = askedIn.find(({ record }) => answerHeld(record, heldOn));
  const involved = pills.involvementOf(person).filter((one) => one.agency === agency);
  const isNothingLoaded = (asking.agencies.get(agency)?.first ?? '~') > heldOn;
  const answer: Answer =
    kinds.length > 0 ? 'recorded' : (answered?.record.answer ?? (isAsked && !isNothingLoaded ? 'none held' : 'not checked'));
  const noLongerInvolved = kinds.length > 0 && involved.length > 0 && !involved.some(({ versions }) => isInvolved(versions, asAt));
  const involvement = involved.map(({ versions }) => tellInvolvement(asking, agency, versions, evidence));
  const lastContact: ContactTold | null = own[0] ? tellContact(asking, own[0], people) : null;
  const statements = held?.statements ?? 0;
  const heldSince = [...(held?.since ? [held.since] : []), ...own.map(({ record }) => readSpan(record.on).latest)].sort()[0] ?? null;
  const told = agencyTold(asking, agency);
  return {
    agency: told,
    answer,
    statements: isAsked ? statements : null,
    kinds,
    heldSince,
    involvement,
    noLongerInvolved,
    lastContact,
    askedIn: askedIn.map((contact) => tellContact(asking, contact, people)),
    says: holdingSays({
      agency: told.name,
      person: people.nameOf(person),
      answer,
      isAsked,
      isNothingLoaded,
      kinds,
      statements,
      heldSince,
      heldOn,
      involvement: involvement.map(({ says }) => says),
      noLongerInvolved,
      saidIn:
        kinds.length === 0 && answered
          ? {
              by: asking.agencies.get(answered.record.agency)?.name ?? answered.record.agency,
              on: whenSays(answered.record.answeredOn ?? answered.record.on),
            }
          : null,
      lastContact: lastContact?.says ?? null,
    }),
  };
}
