import { boxesTouch, boxRound, centreOf, distance, grown } from './geometry.ts';
import { polygonTouches } from './hull.ts';
import { bearing, pointOf } from './core.ts';
import { FONT } from './blocks.ts';
import { textBlock, wrapped } from './text.ts';
import type { Field } from './field.ts';
import type { Box, Ink, Label, Point } from '../scene.ts';

/** Name of each home outside the tip of its outline, at the nearest place that is free. */
export function placeTitles(field: Field, inkOf: (home: string) => Ink): Label[] {
  const { homes } = field.core.seating;
  return homes.map((id, i) => {
    const home = field.plan.homes.get(id)!;
    const text = [...wrapped(home.name, FONT.title, 190, true), ...(home.kindWord ? wrapped(home.kindWord, FONT.title, 190, true) : [])];
    const { w, h } = textBlock(text, FONT.title, true);
    const outline = field.core.outlines.get(id)?.points ?? [];
    const tip = tipOf(outline, field.at.get(`house ${id}`)!, bearing(i, homes.length));
    const box = freeNear(field, tip, outline, w, h);
    field.taken.set(`title ${id}`, { key: `title ${id}`, solid: box, label: null, all: box });
    return { of: 'home', id, text, box, align: 'middle', size: FONT.title, bold: true, ink: inkOf(id) };
  });
}

function tipOf(outline: readonly Point[], house: Point, angle: number): Point {
  const way = pointOf(angle, 1000);
  let tip = house;
  for (const p of outline) if (p.x * way.x + p.y * way.y > tip.x * way.x + tip.y * way.y) tip = p;
  return tip;
}

/** Nearest first on rings round the tip; rings grow until a place is free, so there always is one. */
function freeNear(field: Field, tip: Point, outline: readonly Point[], w: number, h: number): Box {
  for (let radius = 20; ; radius += 10) {
    let best: Box | null = null;
    let cost = Infinity;
    for (let k = 0; k < 72; k++) {
      const a = (k * Math.PI) / 36;
      const box = boxRound({ x: Math.round(tip.x + Math.cos(a) * radius), y: Math.round(tip.y + Math.sin(a) * radius) }, w, h);
      if (![...field.core.outlines.values()].every((o) => !polygonTouches(o.points, grown(box, 7)))) continue;
      if ([...field.taken.values()].some((t) => boxesTouch(t.all, box, 8))) continue;
      // Among places as near as each other, the one closest to the outline itself.
      const c = outline.length > 0 ? Math.min(...outline.map((p) => distance(p, centreOf(box)))) : 0;
      if (c < cost) [best, cost] = [box, c];
    }
    if (best) return best;
  }
}
