import { byId, madeMember, makesMember, stands } from '../web-model.ts';
import type { Web, WebHome, WebPerson, WebStay } from '../web-model.ts';

/** More people than this in one picture cannot be read; the rest are counted and stay in the list. */
export const MOST_PEOPLE = 60;

/** Where everybody goes, before anything has a position. */
export interface Plan {
  subject: WebPerson;
  /** The subject's own homes, each an outline; ordered by id. */
  petals: WebHome[];
  /** People other than the subject who stay in a petal: the petals they stay in, in order of id. */
  inside: Map<string, string[]>;
  /** People drawn on their own outside the petals. */
  free: WebPerson[];
  /** Home of a free person who is the only one there, said in their label. */
  homeWords: Map<string, string>;
  /** Homes beyond the subject's, with the people folded into each. */
  cards: { home: WebHome; members: WebPerson[] }[];
  /** Card a person is folded into. */
  cardOf: Map<string, string>;
  people: Map<string, WebPerson>;
  homes: Map<string, WebHome>;
  /** Stays that stand, of people who are shown. */
  stays: WebStay[];
  /** Steps from the subject over stays and lines, for people and homes. */
  steps: Map<string, number>;
  hidden: { people: string[]; facts: string[]; notes: string[] };
}

/** @throws RangeError when the subject is not one of the people. */
export function planOf(web: Web, subjectId: string, most = MOST_PEOPLE): Plan {
  const people = new Map([...web.people].sort(byId).map((p) => [p.id, p]));
  const homes = new Map([...web.homes].sort(byId).map((h) => [h.id, h]));
  const subject = people.get(subjectId);
  if (!subject) throw new RangeError('the subject is not among the people of this web');

  const steps = stepsFrom(web, subjectId, people, homes);
  const reached = [...people.values()].filter((p) => steps.has(p.id));
  reached.sort((a, b) => steps.get(a.id)! - steps.get(b.id)! || byId(a, b));
  const shown = new Set(reached.slice(0, most).map((p) => p.id));
  const hidden = hiddenFrom(web, people, homes, shown, reached.length);

  const stays = web.stays.filter((s) => stands(s) && shown.has(s.person) && homes.has(s.home)).sort(byId);
  const memberOf = new Map<string, Set<string>>();
  for (const s of stays) if (makesMember(s)) setOf(memberOf, s.person).add(s.home);
  const petals = [...(memberOf.get(subjectId) ?? [])].sort().map((id) => homes.get(id)!);
  const isPetal = new Set(petals.map((h) => h.id));
  for (const s of onCards(stays)) if (!isPetal.has(s.home) && s.person !== subjectId) setOf(memberOf, s.person).add(s.home);

  const inside = new Map<string, string[]>();
  const outside: WebPerson[] = [];
  for (const id of [...shown].sort()) {
    if (id === subjectId) continue;
    const own = [...(memberOf.get(id) ?? [])].filter((h) => isPetal.has(h)).sort();
    if (own.length > 0) inside.set(id, own);
    else outside.push(people.get(id)!);
  }

  const placed = foldIntoCards(web, outside, memberOf, stays, isPetal, shown, homes);
  return { subject, petals, inside, ...placed, people: new Map([...people].filter(([id]) => shown.has(id))), homes, stays, steps, hidden };
}

/** Stays that put somebody on the card of a home: as a member, and of two settings, who is a member nowhere now, where they were in the first. */
export function onCards(stays: readonly WebStay[]): WebStay[] {
  const members = new Set(stays.filter(makesMember).map(({ person }) => person));
  return stays.filter((stay) => makesMember(stay) || (madeMember(stay) && !members.has(stay.person)));
}

function setOf(map: Map<string, Set<string>>, key: string): Set<string> {
  const found = map.get(key) ?? new Set<string>();
  map.set(key, found);
  return found;
}

/** Breadth first over stays and lines; whoever is not reached has no tie to the subject in this web. */
function stepsFrom(web: Web, subject: string, people: Map<string, WebPerson>, homes: Map<string, WebHome>): Map<string, number> {
  const next = new Map<string, Set<string>>();
  const join = (a: string, b: string) => {
    setOf(next, a).add(b);
    setOf(next, b).add(a);
  };
  for (const s of web.stays) if (stands(s) && people.has(s.person) && homes.has(s.home)) join(s.person, s.home);
  for (const l of web.lines) if (people.has(l.from) && (people.has(l.to) || homes.has(l.to))) join(l.from, l.to);
  const steps = new Map([[subject, 0]]);
  let front = [subject];
  while (front.length > 0) {
    const further: string[] = [];
    for (const at of front)
      for (const other of next.get(at) ?? [])
        if (!steps.has(other)) {
          steps.set(other, steps.get(at)! + 1);
          further.push(other);
        }
    front = further;
  }
  return steps;
}

function hiddenFrom(
  web: Web,
  people: Map<string, WebPerson>,
  homes: Map<string, WebHome>,
  shown: Set<string>,
  reached: number,
): Plan['hidden'] {
  const more = reached - shown.size;
  const apart = people.size - reached;
  const notes: string[] = [];
  if (more > 0) notes.push(`${more} more ${more === 1 ? 'person' : 'people'}, show as list`);
  if (apart > 0) notes.push(`${apart} ${apart === 1 ? 'person' : 'people'} with no tie to anybody in the picture, show as list`);
  const facts = [
    ...web.stays.filter((s) => !stands(s) || !shown.has(s.person) || !homes.has(s.home)),
    ...web.lines.filter((l) => !shown.has(l.from) || !(shown.has(l.to) || homes.has(l.to))),
  ];
  return { people: [...people.keys()].filter((id) => !shown.has(id)), facts: facts.map((f) => f.id).sort(), notes };
}

/**
 * A person outside the petals is folded into the card of their home, unless lines of their own to several homes would then
 * look like the whole household's: such a person is drawn on their own and tethered to each home.
 */
function foldIntoCards(
  web: Web,
  outside: WebPerson[],
  memberOf: Map<string, Set<string>>,
  stays: WebStay[],
  isPetal: Set<string>,
  shown: Set<string>,
  homes: Map<string, WebHome>,
): Pick<Plan, 'free' | 'homeWords' | 'cards' | 'cardOf'> {
  const marked = new Set(outside.filter((p) => p.concern).map((p) => p.id));
  const aimedAt = new Set<string>();
  for (const s of stays) if (!memberOf.get(s.person)?.has(s.home)) aimedAt.add(s.home);
  for (const l of web.lines) if (shown.has(l.from) && homes.has(l.to)) aimedAt.add(l.to);
  for (const own of memberOf.values()) {
    const inPetal = [...own].some((h) => isPetal.has(h));
    for (const h of own) if (!isPetal.has(h) && (inPetal || own.size > 1)) aimedAt.add(h);
  }
  // An ended stay elsewhere does not unfold somebody, unless it is what the picture is asked for: where a risk marker has been.
  const wanders = new Set(
    stays
      .filter((s) => !memberOf.get(s.person)?.has(s.home))
      .filter((s) => s.inForce || marked.has(s.person))
      .map((s) => s.person),
  );
  // Two settings that differ in a tie of two people of one home: on one card the line could not be drawn.
  const together = (a: string, b: string) => [...(memberOf.get(a) ?? [])].some((home) => memberOf.get(b)?.has(home));
  for (const l of web.lines) if (l.mark !== undefined && together(l.from, l.to)) wanders.add(l.from).add(l.to);

  const folded = new Map<string, WebPerson[]>();
  const living = new Map<string, number>();
  for (const p of outside) for (const h of memberOf.get(p.id) ?? []) living.set(h, (living.get(h) ?? 0) + 1);
  const free: WebPerson[] = [];
  const homeWords = new Map<string, string>();
  const cardOf = new Map<string, string>();
  for (const p of outside) {
    const own = [...(memberOf.get(p.id) ?? [])];
    const home = own[0];
    const only = home !== undefined && living.get(home) === 1 && !aimedAt.has(home);
    if (own.length === 1 && home !== undefined && only) {
      homeWords.set(p.id, home);
      free.push(p);
    } else if (own.length === 1 && home !== undefined && !wanders.has(p.id)) {
      folded.set(home, [...(folded.get(home) ?? []), p]);
      cardOf.set(p.id, home);
    } else free.push(p);
  }
  const needed = new Set([...aimedAt, ...folded.keys()]);
  for (const p of free) if (!homeWords.has(p.id)) for (const h of memberOf.get(p.id) ?? []) needed.add(h);
  const cards = [...needed]
    .filter((h) => !isPetal.has(h))
    .sort()
    .map((h) => ({ home: homes.get(h)!, members: inCardOrder(folded.get(h) ?? []) }));
  return { free, homeWords, cards, cardOf };
}

/** Adults first, then children from the eldest to the youngest (McGoldrick's convention). */
function inCardOrder(members: WebPerson[]): WebPerson[] {
  return [...members].sort((a, b) => Number(a.child) - Number(b.child) || (a.child ? yearsOf(b) - yearsOf(a) : 0) || byId(a, b));
}

function yearsOf(person: WebPerson): number {
  if (person.unborn) return -1;
  const match = /^(\d+)\s*([a-z]?)/i.exec(person.age ?? '');
  if (!match) return 0;
  const unit = (match[2] ?? '').toLowerCase();
  return Number(match[1]) / (unit === 'm' ? 12 : unit === 'w' ? 52 : unit === 'd' ? 365 : 1);
}
