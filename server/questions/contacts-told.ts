/** Contacts as an answer gives them: only people the asker may see are named, only answers held by the day are given. */
import { readSpan } from '../ledger/dates.ts';
import { SOURCE_KINDS, type ContactRecord } from '../ledger/records.ts';
import type { Version } from '../ledger/versions.ts';
import { saySpan, type SpanSaid } from '../words/dates-say.ts';
import { answerHeld, contactSays, whenSays } from '../words/contact-says.ts';
import { tests, type Agency, type Asking } from './asking.ts';
import { agencyTold } from './evidence-told.ts';
import type { People, PersonTold } from './people-told.ts';
import type { ThingTold } from './things-told.ts';

export type ContactTold = {
  id: string;
  agency: Agency;
  on: SpanSaid;
  kind: string;
  about: PersonTold[];
  with: PersonTold[];
  from: string | null;
  asked: Agency[];
  answer: ContactRecord['answer'] | null;
  answeredOn: SpanSaid | null;
  outcome: string | null;
  ref: string | null;
  says: string;
};

export type ContactHeld = { record: ContactRecord; about: string[]; met: string[] };

/** Newest first, then by id; `people` knows everybody in them afterwards. */
export async function contactsAbout(asking: Asking, records: readonly string[], most: number, people: People): Promise<ContactHeld[]> {
  if (records.length === 0) return [];
  return held(await asking.graph.read('read/recent-contacts', { ...tests(asking), people: [...records], most }), people);
}

/** The visits, appointments and meetings at which people met: no statement says so, the contact itself is what their tie rests on. */
export async function contactsBehind(
  asking: Asking,
  versions: readonly Version[],
  people: People,
): Promise<{ thingOf: (tie: Version) => ThingTold | null; told: (tie: Version) => ContactTold | null }> {
  const behind = ({ kind, via, more }: Version): string[] => (kind === 'MET' && more?.['type'] === 'contact' && via !== null ? [via] : []);
  const ids = [...new Set(versions.flatMap(behind))].sort();
  const rows = ids.length === 0 ? [] : await asking.graph.read('read/contacts', { ...tests(asking), ids });
  const contacts = new Map((await held(rows, people)).map((contact) => [contact.record.id, contact]));
  const contactOf = (tie: Version): ContactHeld | null => contacts.get(behind(tie)[0] ?? '') ?? null;
  return {
    thingOf: (tie) => {
      const contact = contactOf(tie);
      return contact && { id: contact.record.id, kind: 'contact', name: MET_AT[contact.record.kind] ?? 'a contact' };
    },
    told: (tie) => {
      const contact = contactOf(tie);
      return contact && tellContact(asking, contact, people);
    },
  };
}

const MET_AT: Partial<Record<ContactRecord['kind'], string>> = { visit: 'a visit', appointment: 'an appointment', meeting: 'a meeting' };

type Row = { line: string; people: { person: string; more: string | null }[] };

async function held(rows: readonly Row[], people: People): Promise<ContactHeld[]> {
  await people.load(rows.flatMap((row) => row.people.map(({ person }) => person)));
  return rows.map(({ line, people: named }) => {
    const parts = named
      .filter(({ person }) => people.isKnown(person))
      .map(({ person, more }) => ({
        person: people.personOf(person),
        part: JSON.parse(more ?? '{}') as { about?: boolean; met?: boolean },
      }));
    const those = (which: 'about' | 'met'): string[] =>
      [...new Set(parts.filter(({ part }) => part[which] === true).map(({ person }) => person))].sort();
    return { record: JSON.parse(line) as ContactRecord, about: those('about'), met: those('met') };
  });
}

/** `bare`: its sentence without its day and outcome, which stand beside it. */
export function tellContact(asking: Asking, { record, about, met }: ContactHeld, people: People, bare = false): ContactTold {
  const { heldOn } = asking.common;
  const isAnswered = answerHeld(record, heldOn);
  // An outcome that came with a later answer was not held yet.
  const outcome = asking.shows.has('free text') && (record.answer === undefined || isAnswered) ? (record.outcome ?? null) : null;
  const answeredOn = isAnswered && record.answeredOn !== undefined ? record.answeredOn : null;
  const nameOf = (agency: string): string => asking.agencies.get(agency)?.name ?? agency;
  const from =
    record.from === undefined ? null : (SOURCE_KINDS as readonly string[]).includes(record.from) ? record.from : nameOf(record.from);
  const asked = record.asked ?? [];
  return {
    id: record.id,
    agency: agencyTold(asking, record.agency),
    on: saySpan(readSpan(record.on)),
    kind: record.kind,
    about: about.map(people.tell),
    with: met.map(people.tell),
    from,
    asked: asked.map((agency) => agencyTold(asking, agency)),
    answer: isAnswered ? record.answer! : null,
    answeredOn: answeredOn === null ? null : saySpan(readSpan(answeredOn)),
    outcome,
    ref: record.ref ?? null,
    says: contactSays({
      kind: record.kind,
      agency: nameOf(record.agency),
      on: bare ? null : whenSays(record.on),
      about: about.map(people.nameOf),
      met: met.map(people.nameOf),
      from,
      asked: asked.map(nameOf),
      answer: isAnswered ? record.answer! : null,
      answeredOn: answeredOn === null ? null : whenSays(answeredOn),
      outcome: bare ? null : outcome,
      heldOn,
    }),
  };
}
