import { markedWords } from './web-model.ts';
import { cardBlock, codesOf, drawnBlock, movedSymbol, personBlock, SIZE } from './petals/blocks.ts';
import { blockMaker, coreOf } from './petals/core.ts';
import { fieldOf } from './petals/field.ts';
import { boxOver, curve } from './petals/geometry.ts';
import { placeLineLabels } from './petals/line-labels.ts';
import { routeAll } from './petals/lines.ts';
import { bestSeating } from './petals/orders.ts';
import { placeOutside } from './petals/outside.ts';
import { onCards, planOf } from './petals/plan.ts';
import { turnLabels } from './petals/sides.ts';
import { drawnLine, HOME_INK, OUTLINE_DASH } from './petals/style.ts';
import { tiesOf } from './petals/ties.ts';
import { placeTitles } from './petals/titles.ts';
import type { CardBlock, Side } from './petals/blocks.ts';
import type { Core } from './petals/core.ts';
import type { Routed } from './petals/lines.ts';
import type { Plan } from './petals/plan.ts';
import type { Tie } from './petals/ties.ts';
import type { Unit } from './petals/outside.ts';
import type { Ink, Label, Scene, SceneLine, SceneSymbol } from './scene.ts';
import type { Web } from './web-model.ts';

/**
 * The picture of a web of households, centred on one person: an outline for each of their homes, people who stay in two homes
 * where the outlines overlap, households beyond as cards. Pure: no clock, no chance, and the order of the input does not matter.
 *
 * It keeps: an outline never touches anybody who does not stay there; every member is inside the outline or joined to the
 * house by a line; no symbol over a symbol; no words over words or a symbol; every fact is drawn, folded or counted as not shown.
 *
 * @throws RangeError when `subject` is not one of the people.
 */
export function petalLayout(web: Web, subject: string): Scene {
  const plan = planOf(web, subject);
  const { ties, folded } = tiesOf(web, plan);
  const codes = codesOf(web);
  const block = blockMaker(plan, codes);
  const core = coreOf(plan, bestSeating(plan, ties), block);
  const field = fieldOf(plan, core);

  const inkOfHome = (home: string): Ink => HOME_INK[core.seating.homes.indexOf(home) % HOME_INK.length] ?? 'ink';
  const titles = placeTitles(field, inkOfHome);
  const needed = ties.map((tie) => ({ ...tie, saidByOutline: tie.saidByOutline && isInside(core, tie) }));

  const cards = new Map(plan.cards.map(({ home, members }) => [home.id, cardBlock(home, members, cardWords(plan, home.id), codes)]));
  const free = new Map(plan.free.map((p) => [p.id, personBlock(p, codes, false, 'below', homeLine(plan, p.id))]));
  const units: Unit[] = [
    ...[...cards].map(([id, c]) => ({ key: `card ${id}`, solid: c.box, label: null, all: c.box, steps: plan.steps.get(id)! })),
    ...[...free].map(([id, b]) => ({ key: `person ${id}`, solid: b.body, label: b.label, all: b.all, steps: plan.steps.get(id)! })),
  ];
  placeOutside(field, units, needed);

  const toRoute = needed.filter((t) => !t.saidByOutline);
  const roughly = routeAll(field, toRoute, false);
  const freeBlock = (id: string, side: Side) => personBlock(plan.people.get(id)!, codes, false, side, homeLine(plan, id));
  turnLabels(field, roughly, core.blocks, block);
  turnLabels(field, roughly, free, freeBlock);
  const routed = routeAll(field, toRoute, true);
  const inkOf = (r: Routed): Ink => (r.tie.to.type === 'house' ? inkOfHome(r.tie.to.id) : r.tie.to.type === 'card' ? 'secondary' : 'ink');
  const words = placeLineLabels(field, routed, (r) =>
    r.tie.ended ? 'secondary' : r.tie.to.type === 'house' ? inkOfHome(r.tie.to.id) : 'ink',
  );

  const people: SceneSymbol[] = [];
  const labels: Label[] = [...titles];
  const draw = (id: string, own: typeof free) => {
    const drawn = drawnBlock(plan.people.get(id)!, own.get(id)!, field.at.get(`person ${id}`)!, id === subject);
    people.push(...drawn.symbols);
    labels.push(drawn.label);
  };
  for (const id of [...core.people.keys()].sort()) draw(id, core.blocks);
  for (const id of free.keys()) draw(id, free);
  for (const [id, card] of cards) drawCard(card, field.at.get(`card ${id}`)!, people, labels);
  labels.push(...words.labels);

  const houses = core.seating.homes.map((id): SceneSymbol => ({
    type: 'house',
    id,
    at: core.houses.get(id)!,
    size: SIZE.house,
    ink: inkOfHome(id),
  }));
  const outlines = core.seating.homes.flatMap((id, i) => {
    const outline = core.outlines.get(id);
    return outline
      ? [{ home: id, points: outline.points, inside: outline.inside, ink: inkOfHome(id), dash: OUTLINE_DASH[i % OUTLINE_DASH.length]! }]
      : [];
  });
  const solid = [...field.taken.values()].flatMap((t) => (t.label ? [t.solid, t.label] : [t.solid])).concat(labels.map((l) => l.box));
  const lines = routed.map((r): SceneLine => drawnLine(r.tie, r.path, inkOf(r), solid));
  const notes = [...plan.hidden.notes];
  if (words.without.length > 0)
    notes.push(`${words.without.length} ${words.without.length === 1 ? 'line' : 'lines'} without room for words, show as list`);
  return {
    subject,
    outlines,
    symbols: [...houses, ...people],
    lines,
    labels,
    notes,
    box: boxOfAll(
      outlines.map((o) => o.points),
      [...houses, ...people],
      lines,
      labels,
    ),
    folded: [...folded, ...needed.filter((t) => t.saidByOutline).flatMap((t) => t.facts)].sort(),
    notShown: { people: plan.hidden.people, facts: plan.hidden.facts },
  };
}

function isInside(core: Core, tie: Tie): boolean {
  return core.outlines.get(tie.to.id)?.inside.includes(tie.from.id) ?? false;
}

/** A card says nothing of somebody who lives there; another pattern of stay, and what two settings differ in, is said under their name. */
function cardWords(plan: Plan, home: string): Map<string, string> {
  const words = new Map<string, string>();
  const here = onCards(plan.stays).filter((s) => s.home === home);
  for (const s of here) if (s.pattern !== 'lives') words.set(s.person, markedWords(s.mark, s.words || s.pattern));
  for (const s of here) if (s.pattern === 'lives') words.set(s.person, s.mark ?? '');
  return words;
}

function homeLine(plan: Plan, person: string): string[] {
  const home = plan.homeWords.get(person);
  if (home === undefined) return [];
  const mark = plan.stays.find((s) => s.person === person && s.home === home)?.mark;
  return [`at ${plan.homes.get(home)!.name}${mark === undefined ? '' : `, ${mark}`}`];
}

function drawCard(card: CardBlock, at: { x: number; y: number }, symbols: SceneSymbol[], labels: Label[]): void {
  symbols.push(...card.symbols.map((s) => movedSymbol(s, at)));
  labels.push(...card.labels.map((l) => ({ ...l, box: { ...l.box, x: l.box.x + at.x, y: l.box.y + at.y } })));
}

function boxOfAll(
  outlines: readonly (readonly { x: number; y: number }[])[],
  symbols: readonly SceneSymbol[],
  lines: readonly SceneLine[],
  labels: readonly Label[],
): Scene['box'] {
  const points = [...outlines.flat(), ...lines.flatMap((l) => curve(l.start, l.control, l.end))];
  return boxOver([
    ...points.map((p) => ({ x: p.x - 2, y: p.y - 2, w: 4, h: 4 })),
    ...symbols.map((s) =>
      s.type === 'card' || s.type === 'pill'
        ? s.box
        : { x: s.at.x - s.size / 2 - 4, y: s.at.y - s.size / 2 - 8, w: s.size + 22, h: s.size + 12 },
    ),
    ...labels.map((l) => l.box),
  ]);
}
