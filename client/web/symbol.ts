import type { Ink, PersonSymbol, Point } from './scene.ts';

/** Outlines #0b5394, #801650, #00703c: nearest pair under normal, protan, deutan and tritan vision differs by 14.5 (CIE76). */
export const COLOURS: Readonly<Record<Ink | 'paper' | 'child' | 'focus' | 'pill', string>> = {
  ink: '#0b0c0c',
  secondary: '#505a5f',
  contact: '#4a4a4a',
  risk: '#a62c00',
  home0: '#0b5394',
  home1: '#801650',
  home2: '#00703c',
  home3: '#b35900',
  home4: '#6a3d9a',
  paper: '#ffffff',
  child: '#cfe3f5',
  focus: '#12436d',
  pill: '#f3f2f1',
};

/** Black on white for print: shades keep child and subject apart without colour. */
export const BLACK: typeof COLOURS = {
  ink: '#000000',
  secondary: '#000000',
  contact: '#000000',
  risk: '#000000',
  home0: '#000000',
  home1: '#000000',
  home2: '#000000',
  home3: '#000000',
  home4: '#000000',
  paper: '#ffffff',
  child: '#dddddd',
  focus: '#000000',
  pill: '#ffffff',
};

export type Palette = typeof COLOURS;

const FONT = 'Arial, Liberation Sans, sans-serif';

export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;');
}

/** Two decimals at most, so that the text is short and the same on every machine. */
export function n(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return String(Object.is(rounded, -0) ? 0 : rounded);
}

/**
 * One person as SVG elements (genogram: square man, circle woman, diamond not known, triangle not yet born, double outline for
 * the person it is about, cross for deceased, pennant for a sourced risk marker). Classes let a style sheet put in system colours.
 */
export function symbolSvg(s: PersonSymbol, palette: Palette = COLOURS): string {
  const half = s.size / 2;
  const fill = s.focus ? palette.focus : s.child ? palette.child : palette.paper;
  const stroke = s.size < 45 ? 2 : 3;
  const parts: string[] = [];
  if (s.focus) parts.push(shape(s, half, palette.paper, palette.ink, 3, 'paper'), shape(s, half - 6, fill, palette.ink, 3, 'focus'));
  else parts.push(shape(s, half - stroke / 2, fill, palette.ink, stroke, s.child ? 'child' : 'paper'));
  if (s.deceased) {
    const d = half * (s.shape === 'circle' || s.shape === 'diamond' ? 0.68 : 0.9);
    parts.push(
      `<path class="kith-stroke-ink" d="M${n(s.at.x - d)} ${n(s.at.y - d)}L${n(s.at.x + d)} ${n(s.at.y + d)}M${n(s.at.x + d)} ${n(s.at.y - d)}L${n(s.at.x - d)} ${n(s.at.y + d)}" stroke="${s.focus ? palette.paper : palette.ink}" stroke-width="2" fill="none"/>`,
    );
  }
  if (s.inside !== '') {
    const size = Math.round(s.size * (s.shape === 'triangle' ? 0.26 : s.inside.length > 2 ? 0.3 : 0.36));
    const y = s.at.y + size * 0.36 + (s.shape === 'triangle' ? half * 0.3 : 0);
    // The halo keeps the age readable over the cross of somebody who has died.
    const halo = s.deceased ? ` stroke="${fill}" stroke-width="5" paint-order="stroke"` : '';
    parts.push(
      `<text class="${s.focus ? 'kith-on-focus' : 'kith-ink'}" x="${n(s.at.x)}" y="${n(y)}" font-family="${FONT}" font-size="${size}" font-weight="bold" text-anchor="middle" fill="${s.focus ? palette.paper : palette.ink}"${halo}>${escaped(s.inside)}</text>`,
    );
  }
  if (s.marker !== 'none') parts.push(pennant({ x: s.at.x + half - 1, y: s.at.y - half + 1 }, s.marker === 'filled', s.size / 54, palette));
  return parts.join('');
}

function shape(s: PersonSymbol, r: number, fill: string, stroke: string, width: number, name: string): string {
  const { x, y } = s.at;
  const paint = `class="kith-${name}" fill="${fill}" stroke="${stroke}" stroke-width="${width}"`;
  if (s.shape === 'circle') return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" ${paint}/>`;
  if (s.shape === 'square') return `<rect x="${n(x - r)}" y="${n(y - r)}" width="${n(2 * r)}" height="${n(2 * r)}" ${paint}/>`;
  const points =
    s.shape === 'diamond'
      ? [
          [0, -r],
          [r, 0],
          [0, r],
          [-r, 0],
        ]
      : [
          [0, -r],
          [r, r * 0.8],
          [-r, r * 0.8],
        ];
  return `<polygon points="${points.map(([dx, dy]) => `${n(x + dx!)},${n(y + dy!)}`).join(' ')}" stroke-linejoin="round" ${paint}/>`;
}

function pennant(at: Point, filled: boolean, scale: number, palette: Palette): string {
  const [w, h, pole] = [16 * scale, 11 * scale, 20 * scale];
  const paint = `class="kith-risk${filled ? ' kith-risk-filled' : ''}" stroke="${palette.risk}" fill="${filled ? palette.risk : palette.paper}"`;
  return `<path d="M${n(at.x)} ${n(at.y + pole - 8 * scale)}V${n(at.y - 8 * scale)}L${n(at.x + w)} ${n(at.y - 8 * scale + h / 2)}L${n(at.x)} ${n(at.y - 8 * scale + h)}" stroke-width="2" stroke-linejoin="round" ${paint}/>`;
}

export function houseSvg(at: Point, size: number, stroke: string, name: string, palette: Palette = COLOURS): string {
  const s = size / 40;
  const p = (x: number, y: number) => `${n(at.x + x * s)} ${n(at.y + y * s)}`;
  return `<path class="kith-stroke-${name}" d="M${p(-17, -1)}L${p(0, -16)}L${p(17, -1)}M${p(-12, -4)}V${n(at.y + 15 * s)}H${n(at.x + 12 * s)}V${n(at.y - 4 * s)}M${p(-4, 15)}V${n(at.y + 4 * s)}H${n(at.x + 4 * s)}V${n(at.y + 15 * s)}" fill="${palette.paper}" stroke="${stroke}" stroke-width="3" stroke-linejoin="round" stroke-linecap="round"/>`;
}
