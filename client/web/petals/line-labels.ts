import { boxesTouch, boxRound, centreOf, chainHits, distance, onCurve } from './geometry.ts';
import { insideConvex, polygonTouches } from './hull.ts';
import { FONT } from './blocks.ts';
import { textBlock, wrapped } from './text.ts';
import type { Field } from './field.ts';
import type { Routed } from './lines.ts';
import type { Box, Ink, Label, Point } from '../scene.ts';

const ALONG = [0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8, 0.14, 0.86];
const WIDTHS = [120, 90, 160];

/**
 * Words of lines, on the line where there is room and otherwise close beside it; never over a symbol or other words. Short
 * lines choose first: they have the fewest places. What finds no place keeps its words in the list, and is returned apart.
 */
export function placeLineLabels(
  field: Field,
  routed: readonly Routed[],
  inkOf: (r: Routed) => Ink,
): { labels: Label[]; without: Routed[] } {
  const labels: Label[] = [];
  const without: Routed[] = [];
  const spoken = routed.filter((r) => r.tie.words !== '');
  const length = (r: Routed) => distance(r.path.start, r.path.end);
  spoken.sort((a, b) => length(a) - length(b) || (a.tie.id < b.tie.id ? -1 : 1));
  for (const r of spoken) {
    const full = labelFor(field, r, routed, labels, r.tie.words, inkOf(r));
    // A line never loses its question mark, or how two settings differ in it, for want of room for the rest.
    const least = `${r.tie.mark ?? ''}${r.tie.reported ? ' ?' : ''}`.trim();
    const label = full ?? (least === '' ? null : labelFor(field, r, routed, labels, least, inkOf(r)));
    if (label) labels.push(label);
    if (!full) without.push(r);
  }
  return { labels, without };
}

function labelFor(field: Field, r: Routed, routed: readonly Routed[], labels: readonly Label[], words: string, ink: Ink): Label | null {
  let best: Label | null = null;
  let cost = Infinity;
  const bold = r.tie.mark !== null;
  for (const width of words.length > 9 ? WIDTHS : WIDTHS.slice(0, 1)) {
    const text = wrapped(words, FONT.line, width, bold);
    const { w, h } = textBlock(text, FONT.line, bold);
    for (const t of ALONG)
      for (const aside of [0, 1, -1]) {
        const on = onCurve(r.path.start, r.path.control, r.path.end, t);
        const at = aside === 0 ? on : besideLine(r, on, aside, w, h);
        const box = boxRound({ x: Math.round(at.x), y: Math.round(at.y) }, w + 6, h + 2);
        const least = Math.abs(t - 0.5) * 60 + Math.abs(aside) * 45 + (width === WIDTHS[0] ? 0 : 8);
        if (least >= cost || !clear(field, box, labels)) continue;
        const total = least + under(field, r, routed, box);
        if (total < cost) {
          cost = total;
          best = { of: 'line', id: r.tie.id, text, box, align: 'middle', size: FONT.line, bold, ink };
        }
      }
  }
  return best;
}

function besideLine(r: Routed, on: Point, aside: number, w: number, h: number): Point {
  const long = Math.max(1, distance(r.path.start, r.path.end));
  const across = { x: -(r.path.end.y - r.path.start.y) / long, y: (r.path.end.x - r.path.start.x) / long };
  const off = (Math.abs(across.x) * (w + 6)) / 2 + (Math.abs(across.y) * (h + 2)) / 2 + 4;
  return { x: on.x + across.x * off * aside, y: on.y + across.y * off * aside };
}

function clear(field: Field, box: Box, labels: readonly Label[]): boolean {
  for (const t of field.taken.values()) {
    if (!boxesTouch(t.all, box, 2)) continue;
    if (boxesTouch(t.solid, box, 2) || (t.label && boxesTouch(t.label, box, 2))) return false;
  }
  return !labels.some((l) => boxesTouch(l.box, box, 2));
}

/** Other lines that would run under the words, and the edge of an outline. */
function under(field: Field, r: Routed, routed: readonly Routed[], box: Box): number {
  let cost = 0;
  for (const other of routed) if (other !== r && boxesTouch(other.box, box) && chainHits(other.chain, box)) cost += 50;
  for (const o of field.core.outlines.values()) if (polygonTouches(o.points, box) && !insideConvex(o.points, centreOf(box))) cost += 12;
  return cost;
}
