import { planOf } from './petals/plan.ts';
import { makesMember, stands } from './web-model.ts';
import type { Plan } from './petals/plan.ts';
import type { Web, WebPerson } from './web-model.ts';

/** One sentence above the picture; `counts` are the numbers it says, in the order it says them. */
export interface Sentence {
  words: string;
  strong: boolean;
  counts: number[];
}

/** So many people get a sentence of their own; the rest are counted. */
const MOST_NAMED = 3;
const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/**
 * What the picture shows, in words: where the subject stays and with whom, who visits and whom else they are in contact with,
 * and whether any agency holds a record of both. Every number is a count in the model.
 * @throws RangeError when the subject is not one of the people.
 */
export function sentencesFor(web: Web, subject: string = web.subject): Sentence[] {
  // Everybody is counted, also those the picture has no room for.
  const plan = planOf(web, subject, Infinity);
  return [atHome(plan), ...visitors(web, plan), ...heldOfBoth(plan)];
}

/** Puts a sentence together and notes every number on the way. */
function sentence(strong: boolean, write: (count: (n: number, one: string, many: string) => string) => string): Sentence {
  const counts: number[] = [];
  const count = (n: number, one: string, many: string) => {
    counts.push(n);
    return `${NUMBERS[n] ?? String(n)} ${n === 1 ? one : many}`.trim();
  };
  return { words: write(count), strong, counts };
}

function joined(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]!}`;
}

function atHome(plan: Plan): Sentence {
  const { subject } = plan;
  if (plan.petals.length === 0) return sentence(false, () => `No home of ${subject.name} is recorded on this day.`);
  const own = plan.stays.filter((s) => s.person === subject.id && makesMember(s));
  const lives = plan.petals.filter((h) => own.some((s) => s.home === h.id && s.pattern === 'lives')).length;
  const stays = plan.petals.length - lives;
  const sharers = [...plan.inside.keys()].map((id) => plan.people.get(id)!);
  const other = subject.child ? 'other ' : '';
  return sentence(false, (count) => {
    const where = [
      ...(lives > 0 ? [`lives in ${count(lives, 'household', 'households')}`] : []),
      ...(stays > 0
        ? [`stays part of the time in ${lives > 0 ? count(stays, 'other', 'others') : count(stays, 'household', 'households')}`]
        : []),
    ];
    return `${subject.name} ${joined(where)}, ${whoWith(sharers, other, count)}.`;
  });
}

function whoWith(people: readonly WebPerson[], other: string, count: (n: number, one: string, many: string) => string): string {
  if (people.length === 0) return 'with nobody else recorded there';
  const unborn = people.filter((p) => p.unborn).length;
  const children = people.filter((p) => p.child && !p.unborn).length;
  const adults = people.length - children - unborn;
  return `sharing a home with ${joined([
    ...(adults > 0 ? [count(adults, 'adult', 'adults')] : []),
    ...(children > 0 ? [count(children, `${other}child`, `${other}children`)] : []),
    ...(unborn > 0 ? [count(unborn, 'child not yet born', 'children not yet born')] : []),
  ])}`;
}

/** People who visit a home of the subject and do not stay in any; those with a risk marker first, then by steps and id. */
function visitors(web: Web, plan: Plan): Sentence[] {
  const isPetal = new Set(plan.petals.map((h) => h.id));
  const visit = plan.stays.filter(
    (s) => s.pattern === 'visits' && s.inForce && isPetal.has(s.home) && s.person !== plan.subject.id && !plan.inside.has(s.person),
  );
  const who = inOrder(plan, [...new Set(visit.map((s) => s.person))]);
  const named = who.slice(0, MOST_NAMED).map((person) => {
    const homes = new Set(visit.filter((s) => s.person === person.id).map((s) => s.home)).size;
    const elsewhere = otherHouseholds(web, plan, person.id, isPetal);
    const there = new Set(plan.stays.filter((s) => makesMember(s) && elsewhere.has(s.home) && s.person !== person.id).map((s) => s.person));
    const members = [...there].map((id) => plan.people.get(id)!);
    const women = members.filter((p) => !p.child && !p.unborn && p.sex === 'female').length;
    const children = members.filter((p) => p.child && !p.unborn).length;
    return sentence(false, (count) => {
      const visited = isPetal.size === 1 ? 'this home' : `${count(homes, '', '')} of these homes`;
      const contact =
        elsewhere.size === 0 ? '' : ` and is, or has been, in contact with ${count(elsewhere.size, 'other household', 'other households')}`;
      const whom = joined([
        ...(women > 0 ? [count(women, 'woman', 'women')] : []),
        ...(children > 0 ? [count(children, 'child', 'children')] : []),
      ]);
      return `${person.name} visits ${visited}${contact}${contact !== '' && whom !== '' ? ` with ${whom}` : ''}.`;
    });
  });
  const more = who.length - named.length;
  return more === 0
    ? named
    : [...named, sentence(false, (count) => `${capital(count(more, 'more person visits', 'more people visit'))} these homes.`)];
}

function otherHouseholds(web: Web, plan: Plan, person: string, isPetal: Set<string>): Set<string> {
  const stays = plan.stays.filter((s) => s.person === person && stands(s) && s.pattern !== 'excluded');
  const own = new Set(stays.filter(makesMember).map((s) => s.home));
  const lines = web.lines.filter((l) => l.from === person && plan.homes.has(l.to));
  return new Set(
    [...stays.map((s) => s.home), ...lines.map((l) => l.to)].filter((h) => !isPetal.has(h) && !(own.has(h) && aloneIn(plan, h, person))),
  );
}

/** Somebody's own home where nobody else stays is not a household they are in contact with. */
function aloneIn(plan: Plan, home: string, person: string): boolean {
  return !plan.stays.some((s) => s.home === home && makesMember(s) && s.person !== person);
}

/** Never "not known to services": only what the records held here say. */
function heldOfBoth(plan: Plan): Sentence[] {
  const who = inOrder(
    plan,
    [...plan.people.values()].filter((p) => p.concern && p.id !== plan.subject.id).map((p) => p.id),
  );
  const named = who.slice(0, MOST_NAMED).map((person) => {
    const both = person.agencies.filter((a) => plan.subject.agencies.includes(a)).length;
    return sentence(
      true,
      (count) =>
        `In the records held here, ${count(both, 'agency has', both === 0 ? 'agency has' : 'agencies have')} a record of both ${plan.subject.name} and ${person.name}.`,
    );
  });
  const more = who.length - named.length;
  return more === 0
    ? named
    : [
        ...named,
        sentence(
          false,
          (count) => `${capital(count(more, 'more person in the picture has', 'more people in the picture have'))} a risk marker.`,
        ),
      ];
}

function inOrder(plan: Plan, ids: readonly string[]): WebPerson[] {
  const rank = (p: WebPerson) => (p.concern ? 0 : 1000) + plan.steps.get(p.id)!;
  return ids.map((id) => plan.people.get(id)!).sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
