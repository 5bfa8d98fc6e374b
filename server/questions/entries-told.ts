/** Entries of a chronology: every record about some people, when it happened, who held it since when, and as an answer tells it. */
import { readSpan } from '../ledger/dates.ts';
import { SOURCE_KINDS } from '../ledger/records.ts';
import { FIRST_DAY, LAST_DAY, type Day } from '../ledger/versions.ts';
import { datedOf, entryKindOf, keyEventOf, type Told } from '../reviewing/dated.ts';
import { delayOf, delaySays, isHeldBefore } from '../reviewing/delay.ts';
import type { Placed } from '../reviewing/order.ts';
import { entrySays, matterSays } from '../words/chronology-says.ts';
import { whenSays } from '../words/contact-says.ts';
import { saySpan } from '../words/dates-say.ts';
import { andList } from '../words/route-says.ts';
import { passedOnSays, sharingSays, stateOf } from '../words/sharing-says.ts';
import { statementSays, whoSays, type StatementNames } from '../words/statement-says.ts';
import { shortName } from './agency-names.ts';
import type { Asking } from './asking.ts';
import { personsOf } from './claim-people.ts';
import { tellContact } from './contacts-told.ts';
import { agencyTold, loadNamed, placeOf, statementNames, withoutHiddenSource, type HoldingTold } from './evidence-told.ts';
import type { People } from './people-told.ts';
import { actsAbout, sharingsOf, statementsAbout, type ActHeld, type Holder, type SharingHeld, type StatementHeld } from './records-held.ts';
import { thingsOf } from './things-told.ts';

export type EntryHeld = Placed & {
  record: Told;
  /** Agencies asked that held it, the first first. */
  held: Holder[];
  act?: ActHeld;
  /** Of a sharing: the statements open to the asker. Of a statement: the sharings that passed it on. */
  statements: StatementHeld[];
  sharings: SharingHeld[];
  /** The statement it only repeats, where that is open to the asker. */
  repeats: string | null;
};

/** `people`: ids of records. Throws TOO_MUCH. */
export async function entriesAbout(asking: Asking, people: readonly string[]): Promise<EntryHeld[]> {
  const [statements, acts] = await Promise.all([statementsAbout(asking, people), actsAbout(asking, people)]);
  const sharings = await sharingsOf(asking, statements);
  const byId = new Map(statements.map((one) => [one.record.id, one]));
  const passedOn = new Map<string, SharingHeld[]>();
  for (const sharing of sharings) for (const id of sharing.statements) passedOn.set(id, [...(passedOn.get(id) ?? []), sharing]);
  return [
    ...statements.map(({ record, held, ...rest }) => ({
      ...placed(record, held),
      statements: [{ record, held, ...rest }],
      sharings: passedOn.get(record.id) ?? [],
      repeats: record.repeats !== undefined && byId.has(record.repeats) ? record.repeats : null,
    })),
    ...acts.map((act) => ({
      ...placed(act.record, [{ agency: act.record.agency, since: readSpan(act.record.on).latest }]),
      act,
      statements: [],
      sharings: [],
      repeats: null,
    })),
    ...sharings.map((sharing) => ({
      ...placed(sharing.record, holdersOfSharing(asking, sharing)),
      statements: sharing.statements.flatMap((id) => byId.get(id) ?? []),
      sharings: [],
      repeats: null,
    })),
  ];
}

function placed(record: Told, held: Holder[]) {
  return { id: record.id, kind: entryKindOf(record), record, held, knownFrom: held[0]?.since ?? null, ...datedOf(record) };
}

/** That it was sent is on the record of the sender, and of the other where it was received. */
function holdersOfSharing({ common: { heldBy } }: Asking, { record }: SharingHeld): Holder[] {
  const since = readSpan(record.on).latest;
  const both = stateOf(record) === 'received' ? [record.from, record.to] : [record.from];
  return both.filter((agency) => heldBy.includes(agency)).map((agency) => ({ agency, since }));
}

export type EntryTold = {
  id: string;
  kind: string;
  agency: ReturnType<typeof agencyTold>;
  happened: ReturnType<typeof saySpan>;
  until: ReturnType<typeof saySpan> | null;
  knownFrom: Day | null;
  heldBy: HoldingTold[];
  delay: { least: number | null; most: number | null; says: string } | null;
  heldBefore: boolean;
  keyEvent: { what: string; on: ReturnType<typeof saySpan> } | null;
  about: { id: string; name: string }[];
  place: { id: string; kind: string; name: string } | null;
  what: string;
  source: string;
  done: string | null;
  stance: string | null;
  ref: string | null;
  note: string | null;
  repeats: string | null;
  says: string;
};

/** Fetches whom and what these entries name; then tells each, with the delay of the agency `by`, or of the first that held it. */
export async function entryTeller(
  asking: Asking,
  entries: readonly EntryHeld[],
  people: People,
): Promise<(entry: EntryHeld, by: string | null) => EntryTold> {
  const things = thingsOf(asking);
  await loadNamed(
    entries.flatMap(({ statements }) => statements.map(({ record }) => record)),
    people,
    things,
  );
  await people.load(entries.flatMap(({ act }) => [...(act?.about ?? []), ...(act?.met ?? [])]));
  const names = statementNames(asking, people, things);
  return (entry, by) => {
    const { record, happened, until, knownFrom } = entry;
    const about = [...new Set(aboutWhom(entry).filter(people.isKnown).map(people.personOf))].sort();
    const parts = partsOf(asking, entry, about, people, names);
    const held = by === null ? entry.held : [...entry.held].sort((a, b) => Number(b.agency === by) - Number(a.agency === by));
    const delay = happened === null || knownFrom === null ? null : delayOf(happened, knownFrom);
    const home = record.type === 'statement' ? placeOf(record.claim) : null;
    const key = keyEventOf(record);
    const said = held.map(({ agency, since }) => ({ agency: shortName(asking, agency), since }));
    return {
      id: entry.id,
      kind: entry.kind,
      agency: agencyTold(asking, record.type === 'sharing' ? record.from : record.agency),
      happened: saySpan(happened ?? { earliest: FIRST_DAY, latest: LAST_DAY }),
      until: until && saySpan(until),
      knownFrom,
      heldBy: held.map(({ agency, since }) => ({ agency: agencyTold(asking, agency), from: since })),
      delay: delay && { ...delay, says: delaySays(delay) },
      heldBefore: delay !== null && isHeldBefore(delay),
      keyEvent: key && { what: key.what, on: saySpan(key.on) },
      about: about.map(people.tell),
      place: home === null || record.type !== 'statement' ? null : tellPlace(home, record.claim.type, names),
      ...parts,
      stance: record.type === 'statement' ? (record.stance ?? 'claims') : null,
      ref: record.ref ?? null,
      note: record.type === 'decision' ? null : (record.note ?? null),
      repeats: entry.repeats,
      says: entrySays({ happened, until, what: parts.what, held: said, delay, done: parts.done }),
    };
  };
}

function tellPlace(id: string, claim: string, names: StatementNames): { id: string; kind: string; name: string } | null {
  const name = names.placeOf(id);
  return name === null ? null : { id, kind: claim === 'role' ? 'organisation' : 'household', name };
}

const aboutWhom = ({ act, statements }: EntryHeld): string[] =>
  act ? [...act.about, ...act.met] : statements.flatMap(({ record }) => personsOf(record.claim));

/** What it says, whose word it is, and what was done about it. */
function partsOf(
  asking: Asking,
  { record: whole, act, statements, sharings }: EntryHeld,
  about: readonly string[],
  people: People,
  names: StatementNames,
): { what: string; source: string; done: string | null } {
  switch (whole.type) {
    case 'statement': {
      const record = withoutHiddenSource(whole, people);
      const shown = asking.shows.has('free text') ? matterSays(record) : [];
      const passed = sharings.map((sharing) => passedOnSays(sharing.record, whenSays(sharing.record.on), names.agencyOf));
      return { what: statementSays(record, names), source: whoSays(record, names), done: [...shown, ...passed].join('; ') || null };
    }
    case 'contact': {
      const those = (ids: readonly string[]): string[] => [...new Set(ids.filter(people.isKnown).map(people.personOf))].sort();
      const { says, outcome } = tellContact(asking, { record: whole, about: those(act!.about), met: those(act!.met) }, people, true);
      const from = whole.from ?? null;
      const isKind = from !== null && (SOURCE_KINDS as readonly string[]).includes(from);
      return { what: says, source: isKind ? from : names.agencyOf(from ?? whole.agency), done: outcome };
    }
    case 'decision': {
      const by = whole.by === undefined ? '' : ` (${whole.by})`;
      const reason = whole.reason === '' ? '' : `; reason given: ${whole.reason}`;
      const what = `Decision by ${names.agencyOf(whole.agency)}${by} about ${andList(about.map(people.nameOf))}${reason}`;
      return { what, source: whole.by ?? names.agencyOf(whole.agency), done: whole.decision || null };
    }
    case 'sharing': {
      const kinds = statements.map(({ record }) => record.claim.type);
      const what = sharingSays(whole, { kinds, about: about.map(people.nameOf), agencyOf: names.agencyOf });
      return { what, source: names.agencyOf(whole.from), done: null };
    }
  }
}
