/** The households one person is in contact with, a row for each way of contact, newest first. Pure. */
import type { Stay, Tie, TieKind } from '../answers.gen.ts';
import { isSaidByStays } from './from-answer.ts';
import type { WebAnswer } from './from-answer.ts';

export interface HouseholdRow {
  /** Fact that makes the contact. */
  id: string;
  home: { id: string; name: string; area: string | null } | null;
  /** Adults and children who live or stay there on the day asked; without a home, the one person of the tie. */
  carers: { id: string; name: string }[];
  children: { id: string; name: string; age: string }[];
  /** Kind of contact: how they stay there, or their tie with somebody of the household. */
  contact: string;
  from: string;
  /** "now", or when it ended. */
  to: string;
  inForce: boolean;
  /** For the order: latest first. */
  order: string;
  /** Agencies that alone hold the contact. */
  heldBy: string[];
  fact: { stay: Stay } | { tie: Tie };
}

export function householdRows(web: WebAnswer): HouseholdRow[] {
  const subject = web.subject.id;
  const people = new Map(web.people.map((row) => [row.person.id, row.person]));
  const members = (home: string) =>
    [
      ...new Set(
        web.stays
          .filter((s) => s.home === home && s.person !== subject && s.inForce && s.pattern !== 'visits' && s.pattern !== 'excluded')
          .map((s) => s.person),
      ),
    ].flatMap((id) => people.get(id) ?? []);
  const rowOf = (
    home: string | null,
    who: { id: string; name: string; age: string; child: boolean | null; unborn: boolean }[],
    contact: string,
    fact: Stay | Tie,
    kind: HouseholdRow['fact'],
  ): HouseholdRow => ({
    id: `${fact.id} ${fact.says}`,
    home: web.homes.find((one) => one.id === home) ?? null,
    carers: who.filter((p) => p.child !== true && !p.unborn),
    children: who.filter((p) => p.child === true || p.unborn),
    contact,
    from: fact.start.says,
    to: fact.end.latest === null ? (fact.inForce ? 'now' : 'not recorded') : fact.end.says,
    inForce: fact.inForce,
    order: `${fact.inForce ? 1 : 0} ${fact.start.latest ?? fact.start.earliest ?? ''}`,
    heldBy: fact.holders.map((holder) => holder.agency.name),
    fact: kind,
  });

  const stays = web.stays
    .filter((stay) => stay.person === subject)
    .map((stay) => rowOf(stay.home, members(stay.home), stay.pattern, stay, { stay }));
  const ties = web.ties
    .filter(({ from, to, tie }) => (from === subject || to === subject) && !isSaidByStays(tie.kind))
    .map(({ from, to, tie }) => {
      const other = from === subject ? to : from;
      const home =
        web.stays.find((s) => s.person === other && s.inForce && s.pattern !== 'visits' && s.pattern !== 'excluded')?.home ?? null;
      const who = home === null ? [people.get(other)].filter((p) => p !== undefined) : members(home);
      return rowOf(home, who, contactWords(tie, people.get(other)?.name ?? 'somebody'), tie, { tie });
    });
  return [...stays, ...ties].sort((a, b) => (a.order < b.order ? 1 : a.order > b.order ? -1 : a.id < b.id ? -1 : 1));
}

const TIE_NOUNS: Readonly<Record<TieKind, string>> = {
  PARENT_OF: 'parent and child',
  PARTNER_OF: 'couple',
  SIBLING_OF: 'siblings',
  RELATIVE_OF: 'relative',
  ASSOCIATE_OF: 'associate',
  CARES_FOR: 'looks after',
  HARMED: 'harm',
  SHARES_HOME: 'shares a home',
  VISITS_HOME_OF: 'visits',
  MAY_HAVE_MET: 'may have met',
  MET: 'met',
  SHARES_GROUP: 'same group',
};

function contactWords(tie: Tie, name: string): string {
  const form = tie.form === null || tie.form === 'other' ? '' : tie.form;
  return `${TIE_NOUNS[tie.kind]}${form === '' ? '' : `, ${form}`} (${name})`;
}

export interface Lane {
  home: { id: string; name: string };
  spans: { id: string; pattern: string; from: string | null; to: string | null; says: string }[];
}

/** The person's stays, a lane for each home, oldest first; with the first and last day there is something to draw on. */
export function lanesOf(
  web: WebAnswer,
): { lanes: Lane[]; marks: { id: string; day: string; says: string }[]; from: string; to: string } | null {
  const own = web.stays.filter((stay) => stay.person === web.subject.id && (stay.start.earliest !== null || stay.end.latest !== null));
  const to = web.grounds.asAt;
  const starts = own
    .map((stay) => stay.start.earliest ?? stay.end.latest!)
    .filter((day) => day <= to)
    .sort();
  if (starts.length === 0 || starts[0] === to) return null;
  const from = starts[0]!;
  const lanes = web.homes.flatMap((home) => {
    const spans = own
      .filter((stay) => stay.home === home.id)
      .map((stay) => ({ id: stay.id, pattern: stay.pattern, from: stay.start.earliest, to: stay.end.latest, says: stay.says }));
    return spans.length > 0 ? [{ home, spans }] : [];
  });
  // Births of children in these homes, as far as a day is held.
  const homes = new Set(lanes.map((lane) => lane.home.id));
  const marks = web.people.flatMap(({ person }) => {
    const day = person.born?.earliest;
    const here = web.stays.some((stay) => stay.person === person.id && homes.has(stay.home));
    return person.child === true && here && day !== null && day !== undefined && day === person.born?.latest && day >= from && day <= to
      ? [{ id: person.id, day, says: `${person.name} born` }]
      : [];
  });
  return { lanes, marks, from, to };
}
