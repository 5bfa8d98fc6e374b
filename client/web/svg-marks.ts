/** The small parts of a picture as SVG text, shared by the picture and its key. */
import { boxRound } from './petals/geometry.ts';
import { escaped, n } from './symbol.ts';
import type { Palette } from './symbol.ts';
import type { Label, Point, SceneLine } from './scene.ts';

const FONT = 'Arial, Liberation Sans, sans-serif';

export function pillSvg(words: string, at: Point, width: number, palette: Palette): string {
  const box = boxRound(at, width, 20);
  return `<rect class="kith-pill" x="${n(box.x)}" y="${n(box.y)}" width="${n(box.w)}" height="20" rx="10" fill="${palette.pill}" stroke="${palette.secondary}" stroke-width="1.2"/>${text(words, at.x, at.y + 5.3, 15, false, palette.ink, 'middle')}`;
}

export function arrowSvg(arrow: SceneLine['arrow'], end: Point, way: Point, stroke: string): string {
  if (arrow === 'none') return '';
  const [long, wide] = arrow === 'triangle' ? [13, 6] : [8, 4];
  const wing = (side: number) => `${n(end.x - way.x * long - way.y * wide * side)} ${n(end.y - way.y * long + way.x * wide * side)}`;
  return arrow === 'triangle'
    ? `<path class="kith-arrow" d="M${n(end.x)} ${n(end.y)}L${wing(1)}L${wing(-1)}Z" fill="${stroke}"/>`
    : `<path class="kith-line" d="M${wing(1)}L${n(end.x)} ${n(end.y)}L${wing(-1)}" fill="none" stroke="${stroke}" stroke-width="1.6"/>`;
}

export function text(
  words: string,
  x: number,
  y: number,
  size: number,
  bold: boolean,
  fill: string,
  anchor: Label['align'] = 'start',
  halo = false,
  paper = '',
): string {
  const weight = bold ? ' font-weight="bold"' : '';
  const at = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  const round = halo ? ` stroke="${paper}" stroke-width="3" stroke-opacity="0.9" paint-order="stroke" stroke-linejoin="round"` : '';
  return `<text class="kith-ink" x="${n(x)}" y="${n(y)}" font-family="${FONT}" font-size="${size}"${weight}${at} fill="${fill}"${round}>${escaped(words)}</text>`;
}
