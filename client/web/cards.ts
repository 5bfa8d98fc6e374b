/**
 * The picture of a web too large for petals: each household is a card with everybody who stays there, round the person it is
 * about those they have something to do with, and all others in rows below. Lines run from that person alone. A draft, and it
 * says so; the list holds the rest. Pure: no clock, no chance, and the order of the input does not matter.
 */
import { cardBlock, codesOf, drawnBlock, FONT, movedSymbol, personBlock } from './petals/blocks.ts';
import { inRing, inRows } from './petals/card-places.ts';
import type { Placed, Unit } from './petals/card-places.ts';
import { boxesTouch, boxOver, boxRound, clip, onCurve, shifted } from './petals/geometry.ts';
import { onCards, planOf } from './petals/plan.ts';
import type { Plan } from './petals/plan.ts';
import { drawnLine } from './petals/style.ts';
import { textBlock } from './petals/text.ts';
import { tiesOf } from './petals/ties.ts';
import type { Tie } from './petals/ties.ts';
import type { Box, Label, LineEnd, Point, Scene, SceneLine, SceneSymbol } from './scene.ts';
import { markedWords } from './web-model.ts';
import type { Web, WebStay } from './web-model.ts';

/** People, homes, groups and agencies together; more cannot be drawn so that anybody could read it. */
export const MOST_NODES = 1_000;
/** Cards round the person; a line to a further one would be too long to follow. */
const MOST_IN_RING = 24;
const TITLE = { size: 18, words: 'Other households and people, nearest first' };

/** @throws RangeError when `subject` is not one of the people. */
export function cardsLayout(web: Web, subject: string): Scene {
  const codes = codesOf(web);
  const { plan, elsewhere } = cardPlan(web, subject);
  const { ties, folded } = tiesOf(web, plan);
  const own = ties.filter(({ from, to }) => isSubject(from, subject) !== isSubject(to, subject));
  const nearKeys = [...new Set(own.map((tie) => keyOf(otherEnd(tie, subject))))];

  const focus = personBlock(plan.subject, codes, true, 'below');
  const cards = new Map(plan.cards.map(({ home, members }) => [home.id, cardBlock(home, members, elsewhere.words, codes)]));
  const free = new Map(plan.free.map((person) => [person.id, personBlock(person, codes, false, 'below')]));
  const units: Unit[] = [
    ...[...cards].map(([id, card]) => ({ key: `card ${id}`, box: card.box, steps: plan.steps.get(id) ?? Infinity })),
    ...[...free].map(([id, block]) => ({ key: `person ${id}`, box: block.all, steps: plan.steps.get(id) ?? Infinity })),
  ].sort((a, b) => a.steps - b.steps || (a.key < b.key ? -1 : 1));
  const near = units.filter(({ key }) => nearKeys.includes(key)).slice(0, MOST_IN_RING);
  const ring = inRing(near, focus.all);
  const rows = inRows(
    units.filter((unit) => !near.includes(unit)),
    boxOver([focus.all, ...ring.map(({ box }) => box)]),
  );
  const at = new Map([...ring, ...rows.placed].map((unit) => [unit.key, unit]));

  const symbols: SceneSymbol[] = [];
  const labels: Label[] = rows.placed.length === 0 ? [] : [titleLabel(rows.top)];
  const put = (drawn: { symbols: SceneSymbol[]; label: Label }): void => {
    symbols.push(...drawn.symbols);
    labels.push(drawn.label);
  };
  put(drawnBlock(plan.subject, focus, { x: 0, y: 0 }, true));
  for (const [id, card] of cards) {
    const place = at.get(`card ${id}`)!.at;
    symbols.push(...card.symbols.map((symbol) => movedSymbol(symbol, place)));
    labels.push(...card.labels.map((label) => ({ ...label, box: shifted(label.box, place) })));
  }
  for (const [id, block] of free) put(drawnBlock(plan.people.get(id)!, block, at.get(`person ${id}`)!.at, false));

  const lines = linesTo(own, subject, focus.symbol, new Map(ring.map((unit) => [unit.key, unit])), labels);
  const marked = markLabels(lines, [focus.all, ...ring.map(({ box }) => box), ...labels.map(({ box }) => box)]);
  labels.push(...marked);
  const wordless = lines.filter(({ mark }) => mark !== null).length - marked.length;
  const drawn = new Set(lines.flatMap(({ facts }) => facts));
  const said = [...new Set([...folded, ...elsewhere.facts])].filter((fact) => !drawn.has(fact));
  const isSaid = new Set([...drawn, ...said]);
  return {
    subject,
    outlines: [],
    symbols,
    lines,
    labels,
    notes: [
      `More than can be drawn with every tie: households are cards, and lines run from ${plan.subject.name} alone`,
      ...(wordless > 0 ? [`${wordless} ${wordless === 1 ? 'line' : 'lines'} without room for words, show as list`] : []),
      ...plan.hidden.notes,
    ],
    box: boxOver([focus.all, ...[...at.values()].map(({ box }) => box), ...labels.map((label) => label.box)]),
    folded: said.sort(),
    notShown: {
      people: plan.hidden.people,
      facts: [...web.stays, ...web.lines]
        .map(({ id }) => id)
        .filter((id) => !isSaid.has(id))
        .sort(),
    },
  };
}

/** Everybody but the subject on the card of the first home they stay in; their other homes are said under their name. */
function cardPlan(web: Web, subject: string): { plan: Plan; elsewhere: { words: Map<string, string>; facts: string[] } } {
  const plan = planOf(web, subject, Infinity);
  const stays = onCards(plan.stays);
  const first = new Map<string, WebStay>();
  for (const stay of stays) if (stay.person !== subject && (first.get(stay.person)?.home ?? '~') > stay.home) first.set(stay.person, stay);
  const cardOf = new Map([...first].map(([person, { home }]) => [person, home]));
  const words = new Map<string, string>();
  const facts: string[] = [];
  for (const stay of stays) {
    const here = cardOf.get(stay.person) === stay.home;
    if (!cardOf.has(stay.person) || (here && stay.mark === undefined)) continue;
    if (!here) facts.push(stay.id);
    const other = here ? stay.mark! : markedWords(stay.mark, `also at ${plan.homes.get(stay.home)!.name}`);
    words.set(stay.person, [...new Set([...(words.get(stay.person)?.split('; ') ?? []), other])].sort().join('; '));
  }
  const ofSubject = plan.stays.filter(({ person }) => person === subject).map(({ home }) => home);
  const homes = [...new Set([...cardOf.values(), ...ofSubject])].sort();
  const people = [...plan.people.values()];
  const membersOf = (home: string) =>
    people.filter(({ id }) => cardOf.get(id) === home).sort((a, b) => Number(a.child) - Number(b.child) || (a.id < b.id ? -1 : 1));
  return {
    elsewhere: { words, facts },
    plan: {
      ...plan,
      petals: [],
      inside: new Map(),
      homeWords: new Map(),
      cardOf,
      cards: homes.map((home) => ({ home: plan.homes.get(home)!, members: membersOf(home) })),
      free: people.filter(({ id }) => id !== subject && !cardOf.has(id)).sort((a, b) => (a.id < b.id ? -1 : 1)),
    },
  };
}

/** Lines from the subject outwards, several to one card side by side. */
function linesTo(
  ties: readonly Tie[],
  subject: string,
  from: Box,
  ring: ReadonlyMap<string, Placed>,
  labels: readonly Label[],
): SceneLine[] {
  const solid = [from, ...[...ring.values()].map(({ box }) => box), ...labels.map(({ box }) => box)];
  const parallel = new Map<string, Tie[]>();
  for (const tie of ties) {
    const key = keyOf(otherEnd(tie, subject));
    parallel.set(key, [...(parallel.get(key) ?? []), tie]);
  }
  return [...parallel].flatMap(([key, own]) => {
    const unit = ring.get(key);
    return unit === undefined ? [] : own.map((tie, i) => lineOf(tie, subject, unit, (i - (own.length - 1) / 2) * 9, from.w / 2, solid));
  });
}

function lineOf(tie: Tie, subject: string, unit: Placed, beside: number, radius: number, solid: readonly Box[]): SceneLine {
  const long = Math.hypot(unit.at.x, unit.at.y);
  const way = { x: unit.at.x / long, y: unit.at.y / long };
  const off = { x: -way.y * beside, y: way.x * beside };
  const aim = { x: unit.at.x + off.x, y: unit.at.y + off.y };
  const near: Point = { x: way.x * (radius + 4) + off.x, y: way.y * (radius + 4) + off.y };
  const [enter] = clip(near, aim, unit.box) ?? [1];
  const far: Point = { x: near.x + (aim.x - near.x) * enter, y: near.y + (aim.y - near.y) * enter };
  const [start, end] = isSubject(tie.from, subject) ? [near, far] : [far, near];
  const path = { start, control: null, end };
  return drawnLine(tie, path, 'secondary', solid);
}

/** Lines of this picture have no words but how two settings differ in them; where there is no room, the lists say it alone. */
function markLabels(lines: readonly SceneLine[], solid: readonly Box[]): Label[] {
  const labels: Label[] = [];
  for (const { id, mark, start, end } of lines) {
    if (mark === null) continue;
    const { w, h } = textBlock([mark], FONT.line, true);
    const boxes = [0.5, 0.6, 0.4, 0.7, 0.3, 0.8, 0.2, 0.9, 0.1].map((t) => boxRound(onCurve(start, null, end, t), w + 6, h + 2));
    const box = boxes.find((one) => ![...solid, ...labels.map((label) => label.box)].some((other) => boxesTouch(one, other, 2)));
    if (box) labels.push({ of: 'line', id, text: [mark], box, align: 'middle', size: FONT.line, bold: true, ink: 'ink' });
  }
  return labels;
}

function titleLabel(top: Point): Label {
  const { w, h } = textBlock([TITLE.words], TITLE.size, true);
  const box = { x: top.x, y: top.y, w, h };
  return { of: 'note', id: 'others', text: [TITLE.words], box, align: 'start', size: TITLE.size, bold: true, ink: 'ink' };
}

const isSubject = (end: LineEnd, subject: string): boolean => end.type === 'person' && end.id === subject;
const otherEnd = ({ from, to }: Tie, subject: string): LineEnd => (isSubject(from, subject) ? to : from);
const keyOf = ({ type, id }: LineEnd): string => `${type} ${id}`;
