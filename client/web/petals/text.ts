/**
 * Widths of Helvetica (Arial and Liberation Sans have the same metrics) in thousandths of the font size, from the font's
 * published metrics. The layout must know how wide a name is without a browser, or it would not be a pure function.
 */
const WIDTHS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    222: "ijl'",
    278: ' !,./:;fIt[]\\|',
    333: '()-r`',
    389: '*',
    500: 'ckszvxyJ',
    556: '0123456789abdeghnopqu?_$#L',
    584: '+<=>~',
    611: 'FTZ',
    667: 'ABEKPSVXY&',
    722: 'CDHNRUw',
    778: 'GOQ',
    833: 'mM',
    889: '%',
    944: 'W',
    1015: '@',
  }).flatMap(([width, letters]) => [...letters].map((letter) => [letter, Number(width)] as const)),
);

/** Letters outside the table are measured wide, so a label box is never too small for its text. */
const UNKNOWN_LETTER = 780;
const UNKNOWN_SYMBOL = 1050;

export const LINE_HEIGHT = 1.2;

export function textWidth(text: string, size: number, bold = false): number {
  let width = 0;
  for (const letter of text) width += WIDTHS.get(letter) ?? (letter < '\u0250' ? UNKNOWN_LETTER : UNKNOWN_SYMBOL);
  return Math.ceil((width / 1000) * size * (bold ? 1.08 : 1.02));
}

/** Breaks at spaces so that no line is wider than `width` px; a single word that is too wide is broken inside. */
export function wrapped(text: string, size: number, width: number, bold = false): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text
    .split(/\s+/)
    .filter((w) => w !== '')
    .flatMap((w) => pieces(w, size, width, bold))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, size, bold) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  if (line !== '') lines.push(line);
  return lines;
}

function pieces(word: string, size: number, width: number, bold: boolean): string[] {
  if (textWidth(word, size, bold) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  for (const letter of word) {
    if (part !== '' && textWidth(part + letter, size, bold) > width) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part];
}

export function textBlock(lines: readonly string[], size: number, bold = false): { w: number; h: number } {
  return {
    w: Math.max(0, ...lines.map((line) => textWidth(line, size, bold))),
    h: Math.ceil(lines.length * size * LINE_HEIGHT),
  };
}
