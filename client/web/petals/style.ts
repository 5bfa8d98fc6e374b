import { boxesTouch, boxRound, onCurve } from './geometry.ts';
import type { Path } from './lines.ts';
import type { Tie } from './ties.ts';
import type { Box, Ink, SceneLine } from '../scene.ts';

/** Dash of the outlines in turn, so that two homes differ without colour. */
export const OUTLINE_DASH: readonly (readonly number[])[] = [[], [14, 6], [3, 5], [14, 5, 3, 5], [7, 7]];
export const HOME_INK: readonly Ink[] = ['home0', 'home1', 'home2', 'home3', 'home4'];

type Look = Pick<SceneLine, 'ink' | 'width' | 'dash' | 'arrow'>;

/** Of two settings, what is only in the first; what the line is, its words say. */
export const LOST_DASH: readonly number[] = [14, 9];

/** A tie along its path; `solid`: what no stroke across it may lie on. */
export function drawnLine(tie: Tie, path: Path, homeInk: Ink, solid: readonly Box[]): SceneLine {
  const { id, facts, kind, ended, reported, mark, from, to } = tie;
  return {
    id,
    facts,
    kind,
    ended,
    reported,
    mark,
    from,
    to,
    ...path,
    ...lookOf(tie, homeInk),
    slashes: slashesOf(path, tie.slashes, solid),
  };
}

/** Every look differs from the others in weight, dash or arrow, never in colour alone. */
function lookOf(tie: Tie, homeInk: Ink): Look {
  const own = lookOfKind(tie, homeInk);
  return tie.mark === 'lost' ? { ...own, ink: 'secondary', width: Math.min(own.width, 3), dash: LOST_DASH } : own;
}

function lookOfKind(tie: Tie, homeInk: Ink): Look {
  const look = (ink: Ink, width: number, dash: number[] = [], arrow: Look['arrow'] = 'none'): Look => ({ ink, width, dash, arrow });
  switch (tie.kind) {
    case 'lives':
      return look(homeInk, 5);
    case 'stays':
      return look(homeInk, 4, [10, 6]);
    case 'visits':
    case 'contact':
    case 'harm':
      return tie.ended ? look('secondary', 2.5, [2, 6], 'triangle') : look('contact', 3.5, [2, 6], 'triangle');
    case 'couple':
      return look('ink', 2, tie.married ? [] : [6, 4]);
    case 'parent':
      return look('secondary', 1.4, [], 'vee');
    case 'care':
      return look('secondary', 1.8, [9, 4, 2, 4], 'vee');
    case 'sibling':
      return look('secondary', 1.4, [5, 3]);
    case 'kin':
      return look('secondary', 1.4, [1, 3]);
    case 'associate':
      return look('ink', 1.6, [1.5, 3.5]);
  }
}

/** Short strokes across a couple line: at its middle, or the nearest place to it that is clear of symbols and words. */
function slashesOf(path: Path, count: 0 | 1 | 2, solid: readonly Box[]): SceneLine['slashes'] {
  const at = count === 2 ? [-4, 4] : count === 1 ? [0] : [];
  const places = [0.5, 0.44, 0.56, 0.38, 0.62, 0.3, 0.7, 0.22, 0.78].map((t) => onCurve(path.start, path.control, path.end, t));
  const mid = places.find((p) => !solid.some((box) => boxesTouch(boxRound(p, 28, 28), box))) ?? places[0]!;
  const dx = path.end.x - path.start.x,
    dy = path.end.y - path.start.y;
  const long = Math.max(1, Math.hypot(dx, dy));
  const way = { x: dx / long, y: dy / long };
  // Leaning 60 degrees against the line, as genograms are drawn by hand.
  const lean = { x: way.x * 0.5 - way.y * 0.87, y: way.y * 0.5 + way.x * 0.87 };
  return at.map((along) => {
    const c = { x: mid.x + way.x * along, y: mid.y + way.y * along };
    return { from: { x: c.x - lean.x * 10, y: c.y - lean.y * 10 }, to: { x: c.x + lean.x * 10, y: c.y + lean.y * 10 } };
  });
}
