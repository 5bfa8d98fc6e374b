/** At each meeting or decision about some people: who worked with them then, and who was not told: docs/questions.md, "Coverage". */
import { readSpan } from '../ledger/dates.ts';
import type { SharingRecord, StatementRecord } from '../ledger/records.ts';
import { FIRST_DAY, type Day, type Version } from '../ledger/versions.ts';
import { coveringOf, isCovered } from '../reviewing/coverage.ts';
import { coveredSays } from '../words/coverage-says.ts';
import { whenSays } from '../words/contact-says.ts';
import { saySpan } from '../words/dates-say.ts';
import { countedSays, daysLookedOver } from '../words/grounds-say.ts';
import { isWorking } from '../words/involvement-says.ts';
import { andList } from '../words/route-says.ts';
import { statementSays } from '../words/statement-says.ts';
import type { Asking, Question } from './asking.ts';
import { chosenPeople } from './chosen.ts';
import { personsOf } from './claim-people.ts';
import { entryTeller, entriesAbout, type EntryHeld } from './entries-told.ts';
import { agencyTold, loadNamed, statementNames, withoutHiddenSource } from './evidence-told.ts';
import { groundsOf } from './grounds.ts';
import { capital } from './people-of-concern-near.ts';
import { peopleOf, type People } from './people-told.ts';
import { pillsOf, type Pills } from './pills-told.ts';
import type { StatementHeld } from './records-held.ts';
import { thingsOf } from './things-told.ts';

export const question: Question = {
  name: 'coverage',
  own: ['people'],
  ask: async (asking, given) => {
    const people = peopleOf(asking);
    const chosen = await chosenPeople(given, people);
    const records = chosen.flatMap(people.recordsOf);
    const [entries, pills] = await Promise.all([entriesAbout(asking, records), pillsOf(asking, records, people)]);
    const { since, asAt, first } = asking.common;
    const acts = entries
      .filter(({ act, happened }) => act !== undefined && isCovered(act.record) && happened !== null)
      .filter(({ happened }) => happened!.earliest <= asAt && happened!.latest >= (since ?? FIRST_DAY))
      .sort(byDay);
    const shown = acts.slice(0, first);
    const statements = entries.flatMap(({ record, statements: own }) => (record.type === 'statement' ? own : []));
    const things = thingsOf(asking);
    await loadNamed(
      statements.map(({ record }) => record),
      people,
      things,
    );
    const tellEntry = await entryTeller(asking, shown, people);
    const names = statementNames(asking, people, things);
    const sayStatement = (record: StatementRecord): string => statementSays(withoutHiddenSource(record, people), names);
    const told = chosen.map(people.tell);
    const rows = shown.map((entry) => {
      const { id, kind, agency, happened, about, what, done, ref } = tellEntry(entry, null);
      const agencies = coveredBy(asking, { entry, entries, statements, chosen, pills, people, sayStatement });
      return { id, kind, agency, on: happened, about, what, done, ref, agencies, says: actSays(happened.says, what, done, agencies) };
    });
    const missing = rows.filter(({ agencies }) => agencies.some(({ part }) => part === 'not told')).length;
    const says = `${capital(countedSays(acts.length, 'meeting, referral or decision', 'meetings, referrals and decisions'))} about ${andList(told.map(({ name }) => name))} ${acts.length === 1 ? 'is' : 'are'} recorded, ${missing} of those shown with an agency working with them then of which nothing says that it was there or was told`;
    return {
      people: told,
      grounds: groundsOf(asking, says, acts.length === 0, null, daysLookedOver(since, asAt)),
      truncated: acts.length > shown.length,
      total: acts.length,
      covered: rows,
    };
  },
};

type Known = {
  entry: EntryHeld;
  entries: readonly EntryHeld[];
  statements: readonly StatementHeld[];
  chosen: readonly string[];
  pills: Pills;
  people: People;
  sayStatement: (record: StatementRecord) => string;
};

function coveredBy(asking: Asking, { entry, entries, statements, chosen, pills, people, sayStatement }: Known) {
  const act = entry.act!;
  const { heldOn } = asking.common;
  const span = readSpan(act.record.on);
  const about = new Set([...act.about, ...act.met].filter(people.isKnown).map(people.personOf));
  // Of whom it was about, only those chosen were looked through.
  const whom = chosen.filter((person) => about.has(person));
  const working = whom.flatMap((person) =>
    pills
      .involvementOf(person)
      .filter(({ versions }) => isWorking(versions[0]!) && isThen(versions[0]!, span))
      .map(({ agency, versions }) => ({ agency, person, form: FORM_SAYS[versions[0]!.form ?? ''] ?? 'involved with' })),
  );
  const isAbout = ({ record: { claim } }: StatementHeld): boolean => personsOf(claim).some((one) => whom.includes(people.personOf(one)));
  const sharings = entries.flatMap(({ record, statements: own }): SharingRecord[] =>
    record.type === 'sharing' && own.some(isAbout) ? [record] : [],
  );
  const grave = statements.filter(
    (one) => GRAVE.includes(one.record.claim.type) && isAbout(one) && heldBy(one, act.record.agency, span.latest),
  );
  return coveringOf(
    act.record,
    working.map(({ agency }) => agency),
    sharings,
  ).map(({ agency, part, sharing }) => {
    const own = working.filter((one) => one.agency === agency);
    const isAsked = asking.common.heldBy.includes(agency);
    // Whoever holds another word on the same thing holds it.
    const known = new Set(statements.filter((one) => heldBy(one, agency, heldOn)).map(({ topic }) => topic));
    const left = part === 'held it' || !isAsked ? [] : grave.filter(({ topic }) => !known.has(topic));
    const notPassedOn = [...new Map(left.map((one) => [one.topic, sayStatement(one.record)])).values()].slice(0, MOST_LEFT_OUT);
    const toldOf = agencyTold(asking, agency);
    return {
      agency: toldOf,
      part,
      with: [...new Set(own.map(({ person }) => person))].map(people.tell),
      on: sharing === null ? null : saySpan(readSpan(sharing.on)),
      sharing: sharing?.id ?? null,
      notPassedOn,
      says: coveredSays({
        agency: toldOf.name,
        part,
        working: own.map(({ person, form }) => ({ person: people.nameOf(person), form })),
        when: sharing === null ? null : whenSays(sharing.on),
        notPassedOn,
        heldOn,
      }),
    };
  });
}

/** Orders, plans and facts of concern: what a child's safety was thought to rest on, or to be at risk from. */
const GRAVE = ['concern', 'order', 'plan', 'custody'];
const MOST_LEFT_OUT = 10;

const FORM_SAYS: Readonly<Record<string, string>> = {
  open: 'working with',
  allocated: 'working with',
  registered: 'having registered',
  waiting: 'with a waiting list for',
  supervises: 'supervising',
};

const heldBy = ({ held }: StatementHeld, agency: string, day: Day): boolean =>
  held.some((one) => one.agency === agency && one.since <= day);

/** Possibly in force on a day on which it may have been. */
const isThen = (version: Version, { earliest, latest }: { earliest: Day; latest: Day }): boolean =>
  version.from <= latest && version.to >= earliest;

function actSays(when: string, what: string, done: string | null, agencies: readonly { says: string }[]): string {
  const head = `${capital(when)}: ${what.replace(/\.$/, '')}.${done === null ? '' : ` ${capital(done.replace(/\.$/, ''))}.`}`;
  return [head, ...agencies.map(({ says }) => `    ${says}`)].join('\n');
}

const byDay = (a: EntryHeld, b: EntryHeld): number => {
  const place = ({ happened, id }: EntryHeld): string => `${happened!.earliest} ${happened!.latest} ${id}`;
  return place(a) < place(b) ? -1 : 1;
};
