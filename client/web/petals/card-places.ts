/** Where cards go: in a ring round the middle, so that a straight line reaches each, or in rows below it. Pure. */
import type { Box, Point } from '../scene.ts';
import { boxesTouch, grown, polar, segmentHits, shifted, TURN } from './geometry.ts';

/** `box` relative to its own centre. */
export interface Unit {
  key: string;
  box: Box;
  steps: number;
}
/** `box` where it stands now. */
export interface Placed {
  key: string;
  at: Point;
  box: Box;
}

const GAP = 22;
/** Pictures are wider than high. */
const WIDE = 1.35;
const STEP = 30;

/** At equal angles, as near the middle as no card touches another, or the line to another. */
export function inRing(units: readonly Unit[], middle: Box): Placed[] {
  if (units.length === 0) return [];
  for (let radius = 160; ; radius += STEP) {
    const placed = units.map(({ key, box }, i): Placed => {
      const { x, y } = polar((i * TURN) / units.length - TURN / 4, radius);
      const at = { x: x * WIDE, y };
      return { key, at, box: shifted(box, at) };
    });
    if (isClear(placed, middle)) return placed;
  }
}

function isClear(placed: readonly Placed[], middle: Box): boolean {
  return placed.every(
    (one, i) =>
      !boxesTouch(one.box, middle, GAP) &&
      placed.every(
        (other, j) =>
          i === j || (!(j > i && boxesTouch(one.box, other.box, GAP)) && !segmentHits({ x: 0, y: 0 }, one.at, grown(other.box, 12))),
      ),
  );
}

/** Rows from left to right in the order given, under `above`, with room for a title over them. */
export function inRows(units: readonly Unit[], above: Box): { placed: Placed[]; top: Point } {
  const area = units.reduce((sum, { box }) => sum + (box.w + GAP) * (box.h + GAP), 0);
  const width = Math.max(above.w, Math.sqrt(area * WIDE));
  const left = -width / 2;
  const top = { x: left, y: above.y + above.h + 2 * GAP };
  const placed: Placed[] = [];
  let [x, y, high] = [left, top.y + 2 * GAP, 0];
  for (const { key, box } of units) {
    if (x > left && x + box.w > left + width) [x, y, high] = [left, y + high + GAP, 0];
    const at = { x: x - box.x, y: y - box.y };
    placed.push({ key, at, box: shifted(box, at) });
    x += box.w + GAP;
    high = Math.max(high, box.h);
  }
  return { placed, top };
}
