/** Which ties the claims of a topic speak of, and what else each says of its tie. Pure. */
import { isGoingOn, readSpan } from './dates.ts';
import { groupBy } from './grouping.ts';
import type { Claim, StatementRecord } from './records.ts';
import { sorted } from './topics.ts';
import type { Kind } from './versions.ts';

export type BaseTie = {
  kind: Kind;
  id: string;
  start: string;
  end: string;
  isEvent: boolean;
  statements: StatementRecord[];
  /** What a claim says of this tie beside its dates and form; lists are gathered over claims. */
  detailsOf: (claim: Claim) => Record<string, unknown>;
};

const tie = (
  kind: Kind,
  start: string,
  end: string,
  statements: StatementRecord[],
  detailsOf: BaseTie['detailsOf'] = () => ({}),
  isEvent = false,
): BaseTie => ({ kind, id: `${kind} ${start} ${end}`, start, end, isEvent, statements, detailsOf });

/** The ties of one topic; details and addresses are not ties (see details.ts). */
export function tiesOf(topic: string, statements: readonly StatementRecord[]): BaseTie[] {
  const all = [...statements];
  const claim = all[0]!.claim;
  switch (claim.type) {
    case 'detail':
    case 'address':
      return [];
    case 'same':
      return [tie('SAME_AS', ...sorted(claim.persons), all)];
    case 'parent':
      return [tie('PARENT_OF', claim.parent, claim.child, all)];
    case 'partner':
      return [tie('PARTNER_OF', ...sorted(claim.persons), all, (c) => pick(c, 'ended'))];
    case 'sibling':
      return [tie('SIBLING_OF', ...sorted(claim.persons), all)];
    case 'relative':
      return [tie('RELATIVE_OF', claim.person, claim.relative, all, (c) => pick(c, 'what'))];
    case 'associate':
      return [tie('ASSOCIATE_OF', ...sorted(claim.persons), all, (c) => pick(c, 'what', 'channels'))];
    case 'care':
      return [tie('CARES_FOR', claim.carer, claim.child, all)];
    case 'harm':
      return [tie('HARMED', claim.person, claim.towards, all)];
    case 'home':
      return [
        tie('AT_HOME', claim.person, claim.household, all, (c) => ({
          ...pick(c, 'nights'),
          ...(c.type === 'home' && c.party !== undefined ? { parties: [c.party] } : {}),
        })),
      ];
    case 'role':
      return [tie('HAS_ROLE', claim.person, claim.organisation, all, (c) => pick(c, 'children', 'child'))];
    case 'involvement':
      return [tie('INVOLVED_WITH', claim.agency, claim.person, all)];
    case 'custody':
      return [tie('IN_CUSTODY', claim.person, topic, all)];
    case 'concern':
      return concernActs(topic, claim.person, all);
    case 'order':
    case 'plan':
    case 'assessment':
    case 'event':
      return matterTies(claim.key, all);
  }
}

/**
 * One concern per person, form and wording, and for what happened on a day (a conviction, caution,
 * charge or finding) one per day; an undated denial or disproof bears on every act.
 */
function concernActs(topic: string, person: string, statements: StatementRecord[]): BaseTie[] {
  const dayOf = ({ claim }: StatementRecord): string =>
    claim.type === 'concern' && claim.from !== undefined && ['convicted', 'cautioned', 'charged', 'finding'].includes(claim.form)
      ? spanKey(claim.from)
      : '';
  const isAct = (s: StatementRecord): boolean => !isNegative(s) || s.claim.from !== undefined || isDay(s.claim.to);
  const undatedNegatives = statements.filter((s) => !isAct(s));
  const acts = groupBy(statements.filter(isAct), dayOf);
  return [...acts].map(([day, own]) =>
    tie('OF_CONCERN', person, day === '' ? topic : `${topic}|${day}`, [...own, ...undatedNegatives], (c) => pick(c, 'what', 'against')),
  );
}

const isDay = (to: string | undefined): boolean => to !== undefined && !isGoingOn(to);

const isNegative = ({ stance }: StatementRecord): boolean => stance === 'denies' || stance === 'retracts' || stance === 'disproves';

function spanKey(text: string): string {
  const { earliest, latest } = readSpan(text);
  return earliest === latest ? earliest : `${earliest}/${latest}`;
}

/** An order, plan, assessment or event, tied to each person it is about; being present at an event is a tie of its own. */
function matterTies(key: string, statements: StatementRecord[]): BaseTie[] {
  const isEvent = statements[0]!.claim.type === 'event';
  const persons = new Set(statements.flatMap((s) => personsIn(s.claim)));
  return [...persons].sort().flatMap((person) => {
    const naming = statements.filter((s) => personsIn(s.claim).includes(person));
    const [present, absent] = [naming.filter((s) => isPresent(s.claim, person)), naming.filter((s) => !isPresent(s.claim, person))];
    const against = absent.filter(isNegative);
    const ties = [tie('ABOUT', key, person, absent, (c) => matterDetails(c, person), isEvent)];
    const presence = tie('ABOUT', key, person, [...present, ...against], (c) => matterDetails(c, person), isEvent);
    return [...(absent.length > 0 ? ties : []), ...(present.length > 0 ? [{ ...presence, id: `${presence.id} present` }] : [])];
  });
}

const isPresent = (claim: Claim, person: string): boolean =>
  claim.type === 'event' && claim.persons.some((p) => p.person === person && p.present === true);

export function personsIn(claim: Claim): string[] {
  switch (claim.type) {
    case 'order':
    case 'plan':
    case 'assessment':
      return claim.persons;
    case 'event':
      return claim.persons.map((p) => p.person);
    default:
      return [];
  }
}

function matterDetails(claim: Claim, person: string): Record<string, unknown> {
  if (claim.type === 'event') {
    const part = claim.persons.find((p) => p.person === person);
    return { type: 'event', form: claim.form, part: part?.part, present: part?.present === true, place: claim.place };
  }
  return { type: claim.type, ...pick(claim, 'form', 'instrument', 'conditions', 'measures', 'result', 'verified', 'nextDue', 'closedWhy') };
}

function pick(claim: Claim, ...keys: string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(claim).filter(([key]) => keys.includes(key)));
}
