/** Every tie anybody holds by the end of one day, before anything is derived: each agency folded alone, then put side by side (model section 4.7). */
import type { Claim } from '../../../server/ledger/records.ts';
import type { Kind, Standing } from '../../../server/ledger/versions.ts';
import { equalSpans, mustSpan, spanOf, type Day, type Span } from './dates.ts';
import { fold, foldBirth, type Dates } from './fold.ts';
import { seenBy, subsets, type Book, type Seen } from './holdings.ts';

/** PRESENT: a person at an event, or met in a contact; only MET is drawn from it. */
export type Tie = Dates & {
  kind: Kind | 'PRESENT';
  start: string;
  end: string;
  form: string | null;
  via: string | null;
  holders: string[];
  seals: string[];
  standing: Standing;
  disputed: boolean;
  heldSince: Day;
  party: string | null;
  /** A role of a child who attends. */
  attends: boolean;
  /** Records a tie was carried along to reach its start and its end. */
  startPath: string[];
  endPath: string[];
};

type Topic = { kind: Tie['kind']; start: string; end: string };
const ACTS = ['convicted', 'cautioned', 'charged', 'finding'];

const pair = (persons: [string, string]): { start: string; end: string } => {
  const [start = '', end = ''] = [...persons].sort();
  return { start, end };
};

const concernEnd = (claim: Claim & { type: 'concern' }): string => `${claim.form}|${claim.what ?? ''}`;

/** The ties a claim speaks of; an event speaks of each person present. */
function topicsOf(claim: Claim): Topic[] {
  switch (claim.type) {
    case 'parent':
      return [{ kind: 'PARENT_OF', start: claim.parent, end: claim.child }];
    case 'partner':
      return [{ kind: 'PARTNER_OF', ...pair(claim.persons) }];
    case 'sibling':
      return [{ kind: 'SIBLING_OF', ...pair(claim.persons) }];
    case 'associate':
      return [{ kind: 'ASSOCIATE_OF', ...pair(claim.persons) }];
    case 'same':
      return [{ kind: 'SAME_AS', ...pair(claim.persons) }];
    case 'relative':
      return [{ kind: 'RELATIVE_OF', start: claim.relative, end: claim.person }];
    case 'care':
      return [{ kind: 'CARES_FOR', start: claim.carer, end: claim.child }];
    case 'harm':
      return [{ kind: 'HARMED', start: claim.person, end: claim.towards }];
    case 'home':
      return [{ kind: 'AT_HOME', start: claim.person, end: claim.household }];
    case 'role':
      return [{ kind: 'HAS_ROLE', start: claim.person, end: claim.organisation }];
    case 'involvement':
      return [{ kind: 'INVOLVED_WITH', start: claim.agency, end: claim.person }];
    case 'custody':
      return [{ kind: 'IN_CUSTODY', start: claim.person, end: 'custody' }];
    case 'concern': {
      const day = spanOf(claim.from);
      const act = ACTS.includes(claim.form) ? `|${day ? `${day.earliest}/${day.latest}` : ''}` : '';
      return [{ kind: 'OF_CONCERN', start: claim.person, end: concernEnd(claim) + act }];
    }
    case 'event':
      return claim.persons.filter((one) => one.present === true).map((one) => ({ kind: 'PRESENT', start: one.person, end: claim.key }));
    default:
      return [];
  }
}

function formOf(seen: Seen): string | null {
  const claim = seen.claim;
  if (claim.type === 'parent') return claim.basis;
  if (claim.type === 'home') return claim.pattern;
  if (claim.type === 'role') return claim.role;
  if (claim.type === 'same' || claim.type === 'detail' || claim.type === 'address' || claim.type === 'event') return null;
  return claim.form ?? null;
}

/** An undated word against a conviction, caution, charge or finding bears on every act of that form and what. */
function bearsOnEveryAct(seen: Seen): boolean {
  const claim = seen.claim;
  return (
    claim.type === 'concern' &&
    ACTS.includes(claim.form) &&
    ['denies', 'retracts', 'disproves'].includes(seen.stance) &&
    !spanOf(claim.from) &&
    !spanOf(claim.to)
  );
}

function onTopic(seen: Seen, topic: Topic): boolean {
  if (seen.claim.type === 'concern' && bearsOnEveryAct(seen))
    return topic.kind === 'OF_CONCERN' && topic.start === seen.claim.person && topic.end.startsWith(`${concernEnd(seen.claim)}|`);
  return topicsOf(seen.claim).some((one) => one.kind === topic.kind && one.start === topic.start && one.end === topic.end);
}

const detailsOf = (seen: Seen[], person: string): Seen[] =>
  seen.filter((one) => one.claim.type === 'detail' && one.claim.person === person);

export function birthHeldBy(
  book: Book,
  agency: string,
  person: string,
  day: Day,
  open: string[],
  keys?: ('born' | 'expected')[],
): Span | null {
  return foldBirth(detailsOf(seenBy(book, agency, day, open).seen, person), keys);
}

const union = (...lists: string[][]): string[] => [...new Set(lists.flat())].sort();
const sealsOf = (book: Book, ids: string[]): string[] => union(...ids.map((id) => book.sealsOn.get(id) ?? []));

function foldedBy(book: Book, agency: string, day: Day, open: string[]): Tie[] {
  const { seen, echoes } = seenBy(book, agency, day, open);
  const echoDays = new Map<string, Day[]>();
  for (const echo of echoes) echoDays.set(echo.original, [...(echoDays.get(echo.original) ?? []), echo.arrived]);
  const topics = new Map(seen.flatMap((one) => topicsOf(one.claim)).map((topic) => [`${topic.kind} ${topic.start} ${topic.end}`, topic]));
  return [...topics.values()].flatMap((topic) => {
    const birth = topic.kind === 'PARENT_OF' ? foldBirth(detailsOf(seen, topic.end)) : null;
    const spells = fold(
      { kind: topic.kind, formOf, birth },
      seen.filter((one) => onTopic(one, topic)),
      echoDays,
    );
    return spells.map((spell): Tie => {
      const said = spell.standingMembers.length > 0 ? spell.standingMembers : spell.members;
      const parties = said.map((one) => (one.claim.type === 'home' ? one.claim.party : undefined)).filter((party) => party !== undefined);
      return {
        ...topic,
        ...spell.dates,
        form: spell.form,
        via: null,
        holders: [agency],
        seals: union(open, sealsOf(book, [topic.start, topic.end])),
        standing: spell.standing,
        disputed: spell.disputed,
        heldSince: spell.heldSince,
        party: parties.at(-1) ?? null,
        attends: spell.members.some((one) => one.claim.type === 'role' && one.claim.child === true),
        startPath: [topic.start],
        endPath: [topic.end],
      };
    });
  });
}

/** What is said of a tie, its seals apart. */
const saying = (tie: Tie): string =>
  JSON.stringify([
    tie.kind,
    tie.start,
    tie.end,
    tie.form,
    tie.from,
    tie.sureFrom,
    tie.sureTo,
    tie.to,
    tie.standing,
    tie.disputed,
    tie.heldSince,
    tie.party,
    tie.attends,
  ]);

function met(book: Book, day: Day): Tie[] {
  return book.contacts.flatMap((contact) => {
    const on = mustSpan(contact.on);
    if (!['visit', 'appointment', 'meeting'].includes(contact.kind) || on.latest > day) return [];
    return (contact.with ?? []).map((person): Tie => ({
      kind: 'PRESENT',
      start: person,
      end: contact.id,
      form: null,
      via: null,
      from: on.earliest,
      sureFrom: on.latest,
      sureTo: on.earliest,
      to: on.latest,
      holders: [contact.agency],
      seals: sealsOf(book, [contact.id, person]),
      standing: 'observed',
      disputed: false,
      heldSince: on.latest,
      party: null,
      attends: false,
      startPath: [person],
      endPath: [contact.id],
    }));
  });
}

/** Folded once without sealed records and once with each set of seals, keeping what differs. */
export function tiesHeldOn(book: Book, day: Day): Tie[] {
  const ties = met(book, day);
  for (const agency of book.agencies) {
    const worlds: { open: string[]; said: Set<string> }[] = [];
    for (const open of subsets(book.sealsInPlay)) {
      const folded = foldedBy(book, agency, day, open);
      const smaller = worlds.filter((world) => world.open.every((seal) => open.includes(seal)));
      ties.push(...folded.filter((tie) => !smaller.some((world) => world.said.has(saying(tie)))));
      worlds.push({ open, said: new Set(folded.map(saying)) });
    }
  }
  return ties;
}

/** A person's birth as several agencies hold it, once for each set of seals that changes it. */
export function birthsHeldBy(book: Book, agencies: string[], person: string, day: Day): { seals: string[]; birth: Span | null }[] {
  const births: { seals: string[]; birth: Span | null }[] = [];
  for (const open of subsets(book.sealsInPlay)) {
    const held = agencies.map((agency) => birthHeldBy(book, agency, person, day, open)).filter((span) => span !== null);
    const birth =
      held.length === 0
        ? null
        : {
            earliest: held.map((s) => s.earliest).sort()[0] ?? '',
            latest:
              held
                .map((s) => s.latest)
                .sort()
                .at(-1) ?? '',
          };
    const known = births.some(
      (one) => one.seals.every((seal) => open.includes(seal)) && (one.birth && birth ? equalSpans(one.birth, birth) : one.birth === birth),
    );
    if (!known) births.push({ seals: open, birth });
  }
  return births;
}

export { union };
