import { LINE_HEIGHT, textWidth, wrapped } from './petals/text.ts';
import { keySvg } from './svg-key.ts';
import { arrowSvg, pillSvg, text } from './svg-marks.ts';
import { BLACK, COLOURS, escaped, houseSvg, n, symbolSvg } from './symbol.ts';
import type { KeyEntry } from './key.ts';
import type { Palette } from './symbol.ts';
import type { Label, Outline, Scene, SceneLine, SceneSymbol } from './scene.ts';

export interface Print {
  title: string;
  /** Under the title: "As at 12 March 2026"; of two settings, a line for each. */
  settings: readonly string[];
  key: readonly KeyEntry[];
  /** Who asked, printed on every copy. */
  askedBy: string;
  /** Handling mark: "OFFICIAL-SENSITIVE". */
  marking: string;
  /** The generated sentences, printed above the picture. */
  says?: readonly string[];
  /** Black on white; the default is colour. */
  black?: boolean;
  /** For a file that stands alone: carries its own style for forced colours. In a page the style sheet does that (CSP). */
  standalone?: boolean;
}

/** System colours wherever the reader has asked for forced colours; the page's style sheet has the same rules. */
export const FORCED_COLOURS = `@media (forced-colors:active){
svg.kith text{fill:CanvasText;stroke:Canvas;paint-order:stroke;forced-color-adjust:none}
svg.kith .kith-paper,svg.kith .kith-child,svg.kith .kith-card,svg.kith .kith-pill{fill:Canvas;stroke:CanvasText;forced-color-adjust:none}
svg.kith .kith-focus{fill:Highlight;stroke:CanvasText;forced-color-adjust:none}
svg.kith .kith-on-focus{fill:HighlightText;stroke:none}
svg.kith .kith-line,svg.kith .kith-outline,svg.kith [class^="kith-stroke"],svg.kith .kith-risk{stroke:CanvasText;forced-color-adjust:none}
svg.kith .kith-outline,svg.kith [class^="kith-stroke"]{fill:none}
svg.kith .kith-arrow{fill:CanvasText;forced-color-adjust:none}
svg.kith .kith-risk{fill:Canvas}
svg.kith .kith-risk-filled{fill:CanvasText}
svg.kith .kith-halo{fill:Canvas;forced-color-adjust:none}
}`;

const KEY_WIDTH = 280;
const MARGIN = 14;

/** The whole sheet as SVG text: title, date, sentences, picture, key, notes, who asked, handling mark. Same scene, same text. */
export function sceneToSvg(scene: Scene, print: Print): string {
  const palette = print.black ? BLACK : COLOURS;
  const key = keySvg(print.key, palette);
  const width = Math.max(scene.box.w + 2 * MARGIN + KEY_WIDTH, 1100);
  const head = headOf(print, width, palette);
  const { notes } = scene;
  const bodyHeight = Math.max(scene.box.h + 2 * MARGIN, key.height + MARGIN);
  const height = head.height + bodyHeight + 30 + notes.length * 20;
  const room = width - KEY_WIDTH;
  const dx = (room - scene.box.w) / 2 - scene.box.x;
  const dy = head.height + (bodyHeight - scene.box.h) / 2 - scene.box.y;
  const foot = height - 12;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="kith" role="img" viewBox="0 0 ${n(width)} ${n(height)}" width="${n(width)}" height="${n(height)}">`,
    `<title>${escaped(print.title)}</title>`,
    print.says && print.says.length > 0 ? `<desc>${escaped(print.says.join(' '))}</desc>` : '',
    print.standalone ? `<style>${FORCED_COLOURS}</style>` : '',
    `<rect class="kith-halo" width="${n(width)}" height="${n(height)}" fill="${palette.paper}"/>`,
    head.svg,
    `<g transform="translate(${n(dx)} ${n(dy)})">${pictureSvg(scene, palette, print.black === true)}</g>`,
    `<g transform="translate(${n(room)} ${n(head.height + MARGIN)})"><path class="kith-line" d="M-10 0V${n(bodyHeight - MARGIN)}" stroke="${palette.secondary}" stroke-width="1"/>${key.svg}</g>`,
    ...notes.map((note, i) => text(note, MARGIN, foot - 20 * (notes.length - i), 15, false, palette.ink)),
    text(`Asked by ${print.askedBy}`, MARGIN, foot, 15, false, palette.ink),
    text(print.marking, width / 2, foot, 15, true, palette.ink, 'middle'),
    '</svg>',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function headOf(print: Print, width: number, palette: Palette): { svg: string; height: number } {
  const left = Math.max(textWidth(print.title, 22, true), ...print.settings.map((one) => textWidth(one, 16))) + 2 * MARGIN + 20;
  const says = wrapped((print.says ?? []).join(' '), 16, width - left - MARGIN);
  const height = Math.max(42 + print.settings.length * 20, says.length * 20 + 22);
  const svg = [
    text(print.title, MARGIN, 30, 22, true, palette.ink),
    ...print.settings.map((one, i) => text(one, MARGIN, 52 + i * 20, 16, false, palette.ink)),
    ...says.map((line, i) => text(line, left, 24 + i * 20, 16, false, palette.ink)),
    `<path class="kith-line" d="M0 ${height}H${n(width)}" stroke="${palette.ink}" stroke-width="2"/>`,
  ].join('\n');
  return { svg, height };
}

/** The picture alone, in the scene's own coordinates. */
export function pictureSvg(scene: Scene, palette: Palette = COLOURS, black = false): string {
  return [
    ...scene.outlines.map((o) => outlineSvg(o, palette, black)),
    ...scene.symbols.filter((s) => s.type === 'card').map((s) => symbolOf(s, palette)),
    ...scene.lines.map((l) => lineSvg(l, palette)),
    ...scene.symbols.filter((s) => s.type !== 'card').map((s) => symbolOf(s, palette)),
    ...scene.labels.map((l) => labelSvg(l, palette)),
  ].join('\n');
}

function outlineSvg(outline: Outline, palette: Palette, black: boolean): string {
  const points = outline.points.map((p) => `${n(p.x)},${n(p.y)}`).join(' ');
  const dash = outline.dash.length > 0 ? ` stroke-dasharray="${outline.dash.join(' ')}"` : '';
  return `<polygon class="kith-outline" points="${points}" fill="${palette[outline.ink]}" fill-opacity="${black ? 0.03 : 0.09}" stroke="${palette[outline.ink]}" stroke-width="2.5"${dash}/>`;
}

function symbolOf(symbol: SceneSymbol, palette: Palette): string {
  switch (symbol.type) {
    case 'person':
      return symbolSvg(symbol, palette);
    case 'house':
      return houseSvg(symbol.at, symbol.size, palette[symbol.ink], symbol.ink, palette);
    case 'card':
      return `<rect class="kith-card" x="${n(symbol.box.x)}" y="${n(symbol.box.y)}" width="${n(symbol.box.w)}" height="${n(symbol.box.h)}" rx="9" fill="${palette.paper}" stroke="${palette.secondary}" stroke-width="2"/>`;
    case 'pill':
      return pillSvg(symbol.words, { x: symbol.box.x + symbol.box.w / 2, y: symbol.box.y + symbol.box.h / 2 }, symbol.box.w, palette);
  }
}

function lineSvg(line: SceneLine, palette: Palette): string {
  const stroke = palette[line.ink];
  const { start, end, control } = line;
  const back = control ?? start;
  const long = Math.max(1, Math.hypot(end.x - back.x, end.y - back.y));
  const way = { x: (end.x - back.x) / long, y: (end.y - back.y) / long };
  // The stroke of a filled arrow ends under its head, not at its point.
  const stop = line.arrow === 'triangle' ? { x: end.x - way.x * 8, y: end.y - way.y * 8 } : end;
  const d = `M${n(start.x)} ${n(start.y)}${control ? `Q${n(control.x)} ${n(control.y)} ` : 'L'}${n(stop.x)} ${n(stop.y)}`;
  const cap = line.dash[0] !== undefined && line.dash[0] < 4 && line.width > 2 ? ' stroke-linecap="round"' : '';
  const dash = line.dash.length > 0 ? ` stroke-dasharray="${line.dash.join(' ')}"` : '';
  const slashes = line.slashes.map(
    (s) => `<path class="kith-line" d="M${n(s.from.x)} ${n(s.from.y)}L${n(s.to.x)} ${n(s.to.y)}" stroke="${stroke}" stroke-width="2.2"/>`,
  );
  return `<path class="kith-line" d="${d}" fill="none" stroke="${stroke}" stroke-width="${line.width}"${dash}${cap}/>${arrowSvg(line.arrow, end, way, stroke)}${slashes.join('')}`;
}

function labelSvg(label: Label, palette: Palette): string {
  const { box, size } = label;
  const x = label.align === 'start' ? box.x : label.align === 'end' ? box.x + box.w : box.x + box.w / 2;
  const step = size * LINE_HEIGHT;
  const top = box.y + (box.h - label.text.length * step) / 2;
  const halo =
    label.of === 'line'
      ? `<rect class="kith-halo" x="${n(box.x)}" y="${n(box.y)}" width="${n(box.w)}" height="${n(box.h)}" fill="${palette.paper}" fill-opacity="0.9"/>`
      : '';
  return (
    halo +
    label.text
      .map((line, i) =>
        text(line, x, top + i * step + size * 0.93, size, label.bold, palette[label.ink], label.align, label.of !== 'line', palette.paper),
      )
      .join('')
  );
}
