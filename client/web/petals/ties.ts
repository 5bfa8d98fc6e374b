import { byId, makesMember } from '../web-model.ts';
import type { StayPattern, Web, WebLine, WebStay } from '../web-model.ts';
import type { LineEnd, SceneLine } from '../scene.ts';
import type { Plan } from './plan.ts';

/** A line to be drawn, before it has a path. */
export interface Tie extends Pick<SceneLine, 'id' | 'facts' | 'kind' | 'ended' | 'reported' | 'from' | 'to'> {
  words: string;
  slashes: 0 | 1 | 2;
  /** Solid couple line: married or in a civil partnership. */
  married: boolean;
  /** A stay that being inside the outline already says: drawn only when they cannot be inside. */
  saidByOutline: boolean;
}

const STRONGEST: readonly StayPattern[] = ['lives', 'part week', 'weekends', 'stays', 'lodges', 'visits', 'excluded'];
const SAID_BY_FORM = ['adoptive', 'step', 'foster', 'parental responsibility', 'believed'];

export function tiesOf(web: Web, plan: Plan): { ties: Tie[]; folded: string[] } {
  const folded: string[] = [];
  const found = [...stayTies(plan, folded), ...lineTies(web, plan, folded)];
  return { ties: gathered(found).sort(byId), folded: folded.sort() };
}

function personEnd(plan: Plan, id: string): LineEnd {
  const card = plan.cardOf.get(id);
  return card === undefined ? { type: 'person', id } : { type: 'card', id: card };
}

function stayTies(plan: Plan, folded: string[]): Tie[] {
  const groups = new Map<string, WebStay[]>();
  for (const stay of plan.stays) {
    const key = JSON.stringify([stay.person, stay.home]);
    groups.set(key, [...(groups.get(key) ?? []), stay]);
  }
  const isPetal = new Set(plan.petals.map((h) => h.id));
  const homesOf = new Map<string, number>();
  for (const group of groups.values())
    if (group.some(makesMember)) homesOf.set(group[0]!.person, (homesOf.get(group[0]!.person) ?? 0) + 1);

  const ties: Tie[] = [];
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
    ties.push({
      id: facts[0]!, facts, slashes: pattern === 'excluded' && !member ? 1 : 0, married: false,
      kind: !member ? 'visits' : pattern === 'lives' ? 'lives' : 'stays',
      ended: !telling.some((s) => s.inForce),
      reported: false,
      from: personEnd(plan, person),
      to: isPetal.has(home) ? { type: member ? 'house' : 'outline', id: home } : { type: 'card', id: home },
      words: words === '' && pattern !== 'lives' ? pattern : words,
      saidByOutline: member && isPetal.has(home) && pattern === 'lives' && homesOf.get(person) === 1,
    });
  }
  return ties;
}

function lineTies(web: Web, plan: Plan, folded: string[]): Tie[] {
  const hidden = new Set(plan.hidden.facts);
  const shown = web.lines.filter((l) => !hidden.has(l.id)).sort(byId);
  const isPetal = new Set(plan.petals.map((h) => h.id));
  const parents = new Map<string, Set<string>>();
  for (const l of shown) if (l.kind === 'parent') parents.set(l.to, (parents.get(l.to) ?? new Set()).add(l.from));
  const shareParent = (a: string, b: string) => [...(parents.get(a) ?? [])].some((p) => parents.get(b)?.has(p));

  const ties: Tie[] = [];
  for (const line of shown) {
    const from = personEnd(plan, line.from);
    const to: LineEnd = plan.people.has(line.to) ? personEnd(plan, line.to)
      : isPetal.has(line.to) ? { type: 'outline', id: line.to } : { type: 'card', id: line.to };
    const same = from.type === to.type && from.id === to.id;
    if (same || (line.kind === 'sibling' && !line.reported && shareParent(line.from, line.to))) {
      folded.push(line.id);
      continue;
    }
    ties.push({
      id: line.id, facts: [line.id], kind: line.kind, ended: line.ended, reported: line.reported, from, to,
      words: wordsOf(line, plan), slashes: slashesOf(line), saidByOutline: false,
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

/** Genogram lines speak by their shape; the others, and lines whose end is folded into a card, need words. */
function wordsOf(line: WebLine, plan: Plan): string {
  const names = [line.from, line.to].filter((id) => plan.cardOf.has(id)).map((id) => plan.people.get(id)!.name);
  const genogram = line.kind === 'couple' || line.kind === 'parent' || line.kind === 'sibling';
  const plain = genogram && names.length === 0;
  const words = plain ? (SAID_BY_FORM.includes(line.form) ? line.form : '') : line.words || line.form || line.kind;
  const named = names.filter((name) => !words.includes(name));
  const asked = line.reported && !words.includes('?') ? '? ' : '';
  return `${asked}${words}${named.length > 0 ? ` (${named.join(', ')})` : ''}`.trim();
}

function said(words: readonly string[]): string {
  return [...new Set(words.filter((w) => w !== ''))].join(', ');
}

/** Several facts of one kind between the same person and the same card make one line with all of them on it. */
function gathered(ties: Tie[]): Tie[] {
  const groups = new Map<string, Tie[]>();
  for (const tie of ties) {
    const card = tie.from.type === 'card' || tie.to.type === 'card';
    const key = card ? JSON.stringify([tie.kind, tie.from, tie.to, tie.ended, tie.reported, tie.slashes, tie.married]) : `alone ${tie.id}`;
    groups.set(key, [...(groups.get(key) ?? []), tie]);
  }
  return [...groups.values()].map((group) => {
    const first = group[0]!;
    if (group.length === 1) return first;
    const words = group.length > 2 ? `${first.kind} of ${group.length} people` : said(group.map((t) => t.words));
    const facts = group.flatMap((t) => t.facts).sort();
    return { ...first, id: facts[0]!, facts, words };
  });
}
