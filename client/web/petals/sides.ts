import { boxesTouch, chainHits, grown, shifted } from './geometry.ts';
import { insideConvex, polygonTouches } from './hull.ts';
import type { Block, Side } from './blocks.ts';
import type { Field } from './field.ts';
import type { Routed } from './lines.ts';
import type { Box } from '../scene.ts';

const SIDES: readonly Side[] = ['below', 'right', 'left', 'above'];

/**
 * Turns a person's label to the side where the fewest lines run under it, where that is free and tells no untruth: a label
 * inside an outline belongs to somebody who stays there, and a member's label stays inside with them.
 */
export function turnLabels(
  field: Field,
  routed: readonly Routed[],
  blocks: Map<string, Block>,
  make: (id: string, side: Side) => Block,
): void {
  for (const id of [...blocks.keys()].sort()) {
    if (id === field.plan.subject.id) continue;
    const was = blocks.get(id)!;
    const at = field.at.get(`person ${id}`)!;
    let best = was;
    let cost = linesUnder(routed, shifted(was.label, at));
    for (const side of SIDES) {
      if (cost === 0) break;
      const block = make(id, side);
      const label = shifted(block.label, at);
      const lines = linesUnder(routed, label);
      if (lines < cost && isClear(field, id, label)) [best, cost] = [block, lines];
    }
    if (best === was) continue;
    blocks.set(id, best);
    field.taken.set(`person ${id}`, {
      key: `person ${id}`,
      solid: shifted(best.body, at),
      label: shifted(best.label, at),
      all: shifted(best.all, at),
    });
  }
}

function linesUnder(routed: readonly Routed[], label: Box): number {
  let count = 0;
  for (const r of routed) if (boxesTouch(r.box, label) && chainHits(r.chain, label)) count++;
  return count;
}

function isClear(field: Field, id: string, label: Box): boolean {
  for (const t of field.taken.values()) {
    if (t.key === `person ${id}`) continue;
    if (boxesTouch(t.solid, label, 6) || (t.label && boxesTouch(t.label, label, 6))) return false;
  }
  for (const outline of field.core.outlines.values()) {
    const { x, y, w, h } = grown(label, 3);
    const corners = [
      { x, y },
      { x: x + w, y },
      { x, y: y + h },
      { x: x + w, y: y + h },
    ];
    const member = outline.inside.includes(id);
    if (member ? !corners.every((c) => insideConvex(outline.points, c)) : polygonTouches(outline.points, grown(label, 6))) return false;
  }
  return true;
}
