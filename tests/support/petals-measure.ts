import { boxesTouch, chainHits, chainsCross, curve } from '../../client/web/petals/geometry.ts';
import { insideConvex, polygonTouches } from '../../client/web/petals/hull.ts';
import { makesMember } from '../../client/web/web-model.ts';
import type { Box, Scene, SceneSymbol } from '../../client/web/scene.ts';
import type { Web } from '../../client/web/web-model.ts';

/** The room a symbol takes, without its stroke. */
export function boxOf(s: SceneSymbol): Box {
  return s.type === 'card' || s.type === 'pill' ? s.box : { x: s.at.x - s.size / 2, y: s.at.y - s.size / 2, w: s.size, h: s.size };
}

/** Outlines that hold or touch the symbol of somebody who does not stay there. */
export function falseInclusions(web: Web, scene: Scene): string[] {
  const found: string[] = [];
  for (const o of scene.outlines) {
    const members = new Set(web.stays.filter((s) => s.home === o.home && makesMember(s)).map((s) => s.person));
    for (const s of scene.symbols) {
      if (s.type === 'house') continue;
      const id = s.type === 'pill' ? s.person : s.id;
      if (!members.has(id) && polygonTouches(o.points, boxOf(s))) found.push(`${id} in ${o.home}`);
    }
    for (const l of scene.labels)
      if (l.of === 'person' && !members.has(l.id) && polygonTouches(o.points, l.box)) found.push(`label ${l.id} in ${o.home}`);
  }
  return found;
}

/** Stays in a petal that neither the outline nor a line to the house shows. */
export function unshownMembers(web: Web, scene: Scene): string[] {
  const houses = new Map(scene.symbols.flatMap((s) => (s.type === 'house' ? [[s.id, s] as const] : [])));
  const drawn = new Set(scene.symbols.flatMap((s) => (s.type === 'person' ? [s.id] : [])));
  return web.stays
    .filter((s) => makesMember(s) && houses.has(s.home) && drawn.has(s.person))
    .flatMap((s) => {
      const at = scene.symbols.find((p) => p.type === 'person' && p.id === s.person);
      const outline = scene.outlines.find((o) => o.home === s.home);
      const inside = outline !== undefined && at?.type === 'person' && insideConvex(outline.points, at.at);
      const tethered = scene.lines.some((l) => l.from.id === s.person && l.to.type === 'house' && l.to.id === s.home);
      return inside || tethered ? [] : [`${s.person} in ${s.home}`];
    });
}

/** Pairs of symbols that share any room; a folded person lies on their own card. */
export function overlappingSymbols(scene: Scene): string[] {
  const onCard = (a: SceneSymbol, b: SceneSymbol) =>
    a.type === 'card' &&
    (b.type === 'person'
      ? b.card === a.id
      : b.type === 'pill' && scene.symbols.some((p) => p.type === 'person' && p.id === b.person && p.card === a.id));
  return pairs(scene.symbols)
    .filter(([a, b]) => boxesTouch(boxOf(a), boxOf(b)) && !onCard(a, b) && !onCard(b, a))
    .map(([a, b]) => `${nameOf(a)} / ${nameOf(b)}`);
}

function nameOf(s: SceneSymbol): string {
  return `${s.type} ${s.type === 'pill' ? `${s.words} of ${s.person}` : s.id}`;
}

/** Words over other words, or over a symbol; the words of a card and its people lie on their own card. */
export function coveredLabels(scene: Scene): string[] {
  const cardOf = new Map(scene.symbols.flatMap((s) => (s.type === 'person' && s.card !== null ? [[s.id, s.card] as const] : [])));
  const found = pairs(scene.labels)
    .filter(([a, b]) => boxesTouch(a.box, b.box))
    .map(([a, b]) => `${a.text.join(' ')} / ${b.text.join(' ')}`);
  for (const l of scene.labels) {
    const card = l.of === 'card' ? l.id : l.of === 'person' ? cardOf.get(l.id) : undefined;
    for (const s of scene.symbols)
      if (!(s.type === 'card' && s.id === card) && boxesTouch(l.box, boxOf(s))) found.push(`${l.text.join(' ')} / ${nameOf(s)}`);
  }
  return found;
}

function pairs<T>(list: readonly T[]): [T, T][] {
  return list.flatMap((a, i) => list.slice(i + 1).map((b): [T, T] => [a, b]));
}

export interface Figures {
  lines: number;
  crossings: number;
  overSymbols: number;
  overLabels: number;
  zoom: number;
  labelPx: number;
}

/** The figures the pictures were compared by, for a canvas of 1330 x 1040 with 14 px of air. */
export function figuresOf(scene: Scene): Figures {
  const chains = scene.lines.map((line) => ({ line, chain: curve(line.start, line.control, line.end, 24) }));
  let crossings = 0,
    overSymbols = 0,
    overLabels = 0;
  for (const [a, b] of pairs(chains)) crossings += chainsCross(a.chain, b.chain);
  for (const { line, chain } of chains) {
    for (const s of scene.symbols) {
      const id = s.type === 'pill' ? s.person : s.id;
      const own = [line.from, line.to].some((e) => e.id === id && (e.type === s.type || s.type === 'pill'));
      const folded =
        s.type !== 'card' && s.type !== 'house' && scene.symbols.some((p) => p.type === 'person' && p.id === id && p.card !== null);
      if (!own && !folded && chainHits(chain, boxOf(s))) overSymbols++;
    }
    for (const l of scene.labels)
      if (l.of !== 'line' && l.id !== line.from.id && l.id !== line.to.id && chainHits(chain, l.box)) overLabels++;
  }
  const zoom = Math.min((1330 - 28) / scene.box.w, (1040 - 28) / scene.box.h);
  return {
    lines: scene.lines.length,
    crossings,
    overSymbols,
    overLabels,
    zoom,
    labelPx: zoom * Math.min(...scene.labels.map((l) => l.size), 15),
  };
}
