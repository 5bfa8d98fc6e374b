import { textWidth, wrapped } from './petals/text.ts';
import { arrowSvg, pillSvg, text } from './svg-marks.ts';
import { houseSvg, n, symbolSvg } from './symbol.ts';
import type { KeyEntry } from './key.ts';
import type { Palette } from './symbol.ts';

const WORDS_AT = 76;
const WORDS_WIDTH = 180;

/** The key as a column of small drawings with words; origin at its top left. */
export function keySvg(key: readonly KeyEntry[], palette: Palette): { svg: string; height: number } {
  const parts: string[] = [];
  let y = 4;
  for (const entry of key) {
    if (entry.draw === 'heading') {
      y += 8;
      parts.push(text(entry.words, 4, y + 15, 16, true, palette.ink));
      y += 25;
      continue;
    }
    const words = wrapped(entry.words, 15, WORDS_WIDTH);
    const height = Math.max(entry.draw === 'person' ? 34 : 24, words.length * 18 + 5);
    const middle = y + height / 2;
    parts.push(
      drawing(entry, middle, palette),
      ...words.map((w, i) => text(w, WORDS_AT, middle + 5 + (i - (words.length - 1) / 2) * 18, 15, false, palette.ink)),
    );
    y += height;
  }
  return { svg: parts.join('\n'), height: y };
}

function drawing(entry: Exclude<KeyEntry, { draw: 'heading' }>, y: number, palette: Palette): string {
  const at = { x: 34, y };
  switch (entry.draw) {
    case 'person':
      return symbolSvg({ type: 'person', id: '', at, size: 28, inside: '', card: null, ...entry.symbol }, palette);
    case 'house':
      return houseSvg(at, 26, palette.home0, 'home0', palette);
    case 'outline':
      return `<rect class="kith-outline" x="8" y="${n(y - 9)}" width="52" height="18" rx="9" fill="${palette.home0}" fill-opacity="0.09" stroke="${palette.home0}" stroke-width="2.5"/>`;
    case 'card':
      return `<rect class="kith-card" x="12" y="${n(y - 9)}" width="44" height="18" rx="4" fill="${palette.paper}" stroke="${palette.secondary}" stroke-width="2"/>`;
    case 'mark':
      return text(entry.mark, at.x, y + 5, 15, true, palette.ink, 'middle');
    case 'pill':
      return pillSvg(entry.code, at, textWidth(entry.code, 15) + 12, palette);
    case 'line': {
      const { line } = entry;
      const end = { x: 62, y };
      const dash = line.dash.length > 0 ? ` stroke-dasharray="${line.dash.join(' ')}"` : '';
      const slashes = line.slashes === 2 ? [-4, 4] : line.slashes === 1 ? [0] : [];
      return `<path class="kith-line" d="M6 ${n(y)}H${line.arrow === 'triangle' ? 54 : 62}" stroke="${palette[line.ink]}" stroke-width="${line.width}"${dash}/>${arrowSvg(line.arrow, end, { x: 1, y: 0 }, palette[line.ink])}${slashes.map((dx) => `<path class="kith-line" d="M${29 + dx} ${n(y + 9)}L${39 + dx} ${n(y - 9)}" stroke="${palette.ink}" stroke-width="2.2"/>`).join('')}`;
    }
  }
}
