import { byId, makesMember, markedWords, markOfAll } from '../web-model.ts';
import type { StayPattern, Web, WebLine, WebStay } from '../web-model.ts';
import type { LineEnd, SceneLine } from '../scene.ts';
import type { Plan } from './plan.ts';

/** A line to be drawn, before it has a path. */
export interface Tie extends Pick<SceneLine, 'id' | 'facts' | 'kind' | 'ended' | 'reported' | 'mark' | 'from' | 'to'> {
  words: string;
  slashes: 0 | 1 | 2;
  /** Solid couple line: married or in a civil partnership. */
  married: boolean;
  /** A stay that being inside the outline already says: drawn only when they cannot be inside, or when two settings differ in it. */
  saidByOutline: boolean;
}

const STRONGEST: readonly StayPattern[] = ['lives', 'part week', 'weekends', 'stays', 'lodges', 'visits', 'excluded'];
const SAID_BY_FORM = ['adoptive', 'step', 'foster', 'parental responsibility', 'believed'];

/** A tie before the words of all its facts are put together: names are those folded into a card at one of its ends. */
type Found = Omit<Tie, 'words'> & { says: string; names: string[] };

export function tiesOf(web: Web, plan: Plan): { ties: Tie[]; folded: string[] } {
  const folded: string[] = [];
  const found = [...stayTies(plan, folded), ...lineTies(web, plan, folded)];
  return { ties: gathered(found).sort(byId), folded: folded.sort() };
}

function personEnd(plan: Plan, id: string): LineEnd {
  const card = plan.cardOf.get(id);
  return card === undefined ? { type: 'person', id } : { type: 'card', id: card };
}

function stayTies(plan: Plan, folded: string[]): Found[] {
  const groups = new Map<string, WebStay[]>();
  for (const stay of plan.stays) {
    const key = JSON.stringify([stay.person, stay.home]);
    groups.set(key, [...(groups.get(key) ?? []), stay]);
  }
  const isPetal = new Set(plan.petals.map((h) => h.id));
  const homesOf = new Map<string, number>();
  for (const group of groups.values()) if (group.some(makesMember)) homesOf.set(group[0]!.person, (homesOf.get(group[0]!.person) ?? 0) + 1);

  const ties: Found[] = [];
  for (const group of groups.values()) {
    const { person, home } = group[0]!;
    const facts = group.map((s) => s.id);
    if (plan.cardOf.get(person) === home || plan.homeWords.get(person) === home) {
      folded.push(...facts);
      continue;
    }
    const members = group.filter(makesMember);
    const rest = group.filter((s) => !makesMember(s));
    const telling = members.length > 0 ? members : rest.some((s) => s.inForce) ? rest.filter((s) => s.inForce) : rest;
    const pattern = STRONGEST.find((p) => telling.some((s) => s.pattern === p))!;
    const words = said(telling.map((s) => s.words));
    const member = members.length > 0;
    const reported = telling.every((s) => s.reported === true);
    const mark = markOfAll(group);
    const visits = mark === 'lost' ? pattern === 'visits' || pattern === 'excluded' : !member;
    ties.push({
      id: facts[0]!,
      facts,
      slashes: pattern === 'excluded' && !member ? 1 : 0,
      married: false,
      kind: visits ? 'visits' : pattern === 'lives' ? 'lives' : 'stays',
      ended: !telling.some((s) => s.inForce),
      reported,
      mark,
      from: personEnd(plan, person),
      to: isPetal.has(home) ? { type: member ? 'house' : 'outline', id: home } : { type: 'card', id: home },
      says: `${reported ? '? ' : ''}${words === '' && (pattern !== 'lives' || mark === 'lost') ? pattern : words}`.trim(),
      names: foldedNames(plan, person),
      saidByOutline: member && isPetal.has(home) && pattern === 'lives' && !reported && mark === null && homesOf.get(person) === 1,
    });
  }
  return ties;
}

function lineTies(web: Web, plan: Plan, folded: string[]): Found[] {
  const hidden = new Set(plan.hidden.facts);
  const shown = web.lines.filter((l) => !hidden.has(l.id)).sort(byId);
  const isPetal = new Set(plan.petals.map((h) => h.id));
  const parents = new Map<string, Set<string>>();
  for (const l of shown) if (l.kind === 'parent' && l.mark !== 'lost') parents.set(l.to, (parents.get(l.to) ?? new Set()).add(l.from));
  const shareParent = (a: string, b: string) => [...(parents.get(a) ?? [])].some((p) => parents.get(b)?.has(p));

  const ties: Found[] = [];
  for (const line of shown) {
    const from = personEnd(plan, line.from);
    const to: LineEnd = plan.people.has(line.to)
      ? personEnd(plan, line.to)
      : isPetal.has(line.to)
        ? { type: 'outline', id: line.to }
        : { type: 'card', id: line.to };
    const same = from.type === to.type && from.id === to.id;
    if (same || (line.kind === 'sibling' && !line.reported && line.mark === undefined && shareParent(line.from, line.to))) {
      folded.push(line.id);
      continue;
    }
    ties.push({
      id: line.id,
      facts: [line.id],
      kind: line.kind,
      ended: line.ended,
      reported: line.reported,
      mark: line.mark ?? null,
      from,
      to,
      ...wordsOf(line, plan),
      slashes: slashesOf(line),
      saidByOutline: false,
      married: line.form === 'married' || line.form === 'civil partnership',
    });
  }
  return ties;
}

/** One slash separated, two divorced (McGoldrick); the ended line stays. */
function slashesOf(line: WebLine): 0 | 1 | 2 {
  if (line.kind !== 'couple') return 0;
  if (line.endedBy === 'divorce' || line.endedBy === 'dissolution') return 2;
  return line.form === 'separated' || (line.ended && line.endedBy !== 'death') ? 1 : 0;
}

/** Genogram lines speak by their shape; the others, lost ones, and lines whose end is folded into a card, need words. */
function wordsOf(line: WebLine, plan: Plan): Pick<Found, 'says' | 'names'> {
  const names = foldedNames(plan, line.from, line.to);
  const genogram = line.kind === 'couple' || line.kind === 'parent' || line.kind === 'sibling';
  const plain = genogram && names.length === 0 && line.mark !== 'lost';
  const words = plain ? (SAID_BY_FORM.includes(line.form) ? line.form : '') : line.words || line.form || line.kind;
  const asked = line.reported && !words.includes('?') ? '? ' : '';
  return { says: `${asked}${words}`.trim(), names: names.filter((name) => !words.includes(name)) };
}

function foldedNames(plan: Plan, ...ids: string[]): string[] {
  return ids.filter((id) => plan.cardOf.has(id)).map((id) => plan.people.get(id)!.name);
}

function said(words: readonly string[]): string {
  return [...new Set(words.filter((w) => w !== ''))].join(', ');
}

/**
 * Several facts of one kind between the same two make one line with all of them on it: a couple that lived together, married
 * and divorced is one line with two slashes, as in a genogram.
 */
function gathered(found: Found[]): Tie[] {
  const groups = new Map<string, Found[]>();
  for (const tie of found) {
    const pair = [keyOf(tie.from), keyOf(tie.to)];
    const key = JSON.stringify(
      tie.kind === 'couple' ? [tie.kind, ...pair.sort()] : [tie.kind, ...pair, tie.ended, tie.reported, tie.slashes, tie.mark],
    );
    groups.set(key, [...(groups.get(key) ?? []), tie]);
  }
  return [...groups.values()].map((group) => {
    const facts = group.flatMap((t) => t.facts).sort();
    const first = [...group].sort(latest)[0]!;
    const going = group.filter((t) => t.ended === first.ended);
    const says = said(going.map((t) => t.says));
    const names = [...new Set(going.flatMap((t) => t.names))];
    const who = names.length > 2 ? ` (${names.length} people)` : names.length > 0 ? ` (${names.join(', ')})` : '';
    const { kind, ended, reported, from, to, slashes, married, saidByOutline } = first;
    const mark = markOfAll(group);
    const words = markedWords(mark, `${says}${who}`.trim());
    return { id: facts[0]!, facts, kind, ended, reported, mark, from, to, slashes, married, saidByOutline, words };
  });
}

/** What stands for a couple: what is in force, else how it ended at last. */
function latest(a: Found, b: Found): number {
  return (
    Number(a.ended) - Number(b.ended) ||
    Number(a.reported) - Number(b.reported) ||
    b.slashes - a.slashes ||
    Number(b.married) - Number(a.married) ||
    (a.id < b.id ? -1 : 1)
  );
}

function keyOf(end: LineEnd): string {
  return `${end.type} ${end.id}`;
}
