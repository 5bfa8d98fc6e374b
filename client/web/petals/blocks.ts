import { boxOver, boxRound, shifted } from './geometry.ts';
import { textBlock, textWidth, wrapped } from './text.ts';
import type { Box, Label, PersonSymbol, PillSymbol, Point, SceneSymbol } from '../scene.ts';
import type { Web, WebHome, WebPerson } from '../web-model.ts';

export const SIZE = { focus: 78, person: 54, house: 40, folded: 40 } as const;
export const FONT = { person: 15, focus: 18, title: 18, line: 15, pill: 15, card: 16 } as const;

const LABEL_WIDTH = 128;
const PILL = { h: 20, pad: 12, gap: 3, perRow: 3, most: 6 } as const;

export type Side = 'below' | 'right' | 'left' | 'above';

/** A person with their pills and label as one thing that nothing else may touch; boxes relative to the symbol's centre. */
export interface Block {
  symbol: Box;
  /** Symbol, pennant and pills. */
  body: Box;
  label: Box;
  all: Box;
  side: Side;
  lines: string[];
  pills: { agencies: string[]; words: string; box: Box }[];
}

export type Codes = ReadonlyMap<string, string>;

export function codesOf(web: Web): Codes {
  return new Map(web.agencies.map((a) => [a.id, a.code]));
}

export function labelLines(person: WebPerson, extra: readonly string[] = []): string[] {
  const state = person.unborn ? 'not yet born' : person.deceased ? 'has died' : '';
  const parts = [person.role ?? '', person.mark ?? '', state, person.concern?.label ?? '', ...extra].filter((p) => p !== '');
  return [...wrapped(person.name, FONT.person, LABEL_WIDTH), ...parts.flatMap((p) => wrapped(p, FONT.person, LABEL_WIDTH + 20))];
}

export function personBlock(person: WebPerson, codes: Codes, focus: boolean, side: Side, extra: readonly string[] = []): Block {
  const size = focus ? SIZE.focus : SIZE.person;
  const symbol = boxRound({ x: 0, y: 0 }, size, size);
  const pills = pillsOver(person, codes, -size / 2 - 3);
  // The pennant stands out of the top right corner.
  const pennant = person.concern ? [{ x: size / 2 - 6, y: -size / 2 - 8, w: 22, h: 16 }] : [];
  const body = boxOver([symbol, ...pennant, ...pills.map((p) => p.box)]);
  const lines = focus ? wrapped(person.name, FONT.focus, 200, true) : labelLines(person, extra);
  const text = focus ? textBlock(lines, FONT.focus, true) : textBlock(lines, FONT.person);
  const label = besideBox(side, symbol, body, text.w, text.h);
  return { symbol, body, label, all: boxOver([body, label]), side, lines, pills };
}

function besideBox(side: Side, symbol: Box, body: Box, w: number, h: number): Box {
  const half = symbol.w / 2;
  // A tall label starts level with the symbol's top: above that are the pills, which may be wider than the symbol.
  const y = Math.max(-h / 2, -half);
  if (side === 'right') return { x: Math.max(half, body.x + body.w > half + 2 ? half + 16 : half) + 6, y, w, h };
  if (side === 'left') return { x: -half - 6 - w, y, w, h };
  if (side === 'above') return { x: -w / 2, y: body.y - 3 - h, w, h };
  return { x: -w / 2, y: half + 4, w, h };
}

function pillsOver(person: WebPerson, codes: Codes, bottom: number): Block['pills'] {
  const held = person.agencies.filter((id) => codes.has(id)).map((id) => ({ agencies: [id], words: codes.get(id)! }));
  held.sort((a, b) => (a.words < b.words ? -1 : a.words > b.words ? 1 : a.agencies[0]! < b.agencies[0]! ? -1 : 1));
  const shown = held.length > PILL.most ? held.slice(0, PILL.most - 1) : held;
  const rest = held.slice(shown.length).flatMap((p) => p.agencies);
  const all = rest.length > 0 ? [...shown, { agencies: rest, words: `+${rest.length}` }] : shown;
  const rows = Math.ceil(all.length / PILL.perRow);
  return all.map((pill, i) => {
    const row = Math.floor(i / PILL.perRow);
    const inRow = all.slice(row * PILL.perRow, (row + 1) * PILL.perRow).map((p) => textWidth(p.words, FONT.pill) + PILL.pad);
    const width = inRow.reduce((sum, w) => sum + w, 0) + PILL.gap * (inRow.length - 1);
    const before = inRow.slice(0, i % PILL.perRow).reduce((sum, w) => sum + w + PILL.gap, 0);
    return { ...pill, box: { x: -width / 2 + before, y: bottom - (rows - row) * (PILL.h + 2) + 2, w: inRow[i % PILL.perRow]!, h: PILL.h } };
  });
}

export function personSymbol(person: WebPerson, at: Point, size: number, focus: boolean, card: string | null): PersonSymbol {
  const shape = person.unborn ? 'triangle' : person.sex === 'female' ? 'circle' : person.sex === 'male' ? 'square' : 'diamond';
  return {
    type: 'person',
    id: person.id,
    at,
    size,
    shape,
    focus,
    child: person.child,
    inside: person.age ?? (person.placeholder ? '?' : ''),
    deceased: person.deceased,
    marker: !person.concern ? 'none' : person.concern.filled ? 'filled' : 'outlined',
    card,
  };
}

export function drawnBlock(person: WebPerson, block: Block, at: Point, focus: boolean): { symbols: SceneSymbol[]; label: Label } {
  const size = focus ? SIZE.focus : SIZE.person;
  return {
    symbols: [
      personSymbol(person, at, size, focus, null),
      ...block.pills.map((p): PillSymbol => ({
        type: 'pill',
        person: person.id,
        agencies: p.agencies,
        words: p.words,
        box: shifted(p.box, at),
      })),
    ],
    label: {
      of: 'person',
      id: person.id,
      text: block.lines,
      box: shifted(block.label, at),
      size: focus ? FONT.focus : FONT.person,
      bold: focus,
      ink: 'ink',
      align: block.side === 'right' ? 'start' : block.side === 'left' ? 'end' : 'middle',
    },
  };
}

/** A household beyond the subject's, folded: everything relative to the card's centre. */
export interface CardBlock {
  box: Box;
  symbols: SceneSymbol[];
  labels: Label[];
}

export function cardBlock(home: WebHome, members: readonly WebPerson[], words: ReadonlyMap<string, string>, codes: Codes): CardBlock {
  const title = [...wrapped(home.name, FONT.card, 200, true), ...(home.kindWord ? wrapped(home.kindWord, FONT.person, 200) : [])];
  const titleSize = textBlock(title, FONT.card, true);
  const cells = members.map((person) => {
    const pills = pillsOver(person, codes, -SIZE.folded / 2 - 3);
    const extra = [
      words.get(person.id) || (person.mark ?? ''),
      person.concern?.label ?? '',
      person.unborn ? 'not yet born' : person.deceased ? 'has died' : '',
    ];
    const lines = [person.name, ...extra.filter((e) => e !== '')].flatMap((t) => wrapped(t, FONT.person, 92));
    const text = textBlock(lines, FONT.person);
    const label = { x: -text.w / 2, y: SIZE.folded / 2 + 3, w: text.w, h: text.h };
    const symbol = boxRound({ x: 0, y: 0 }, SIZE.folded + (person.concern ? 20 : 0), SIZE.folded + (person.concern ? 12 : 0));
    return { person, pills, lines, label, all: boxOver([symbol, label, ...pills.map((p) => p.box)]) };
  });
  const columns = cells.length <= 4 ? Math.max(1, cells.length) : Math.ceil(Math.sqrt(cells.length * 1.4));
  const symbols: SceneSymbol[] = [];
  const labels: Label[] = [];
  let y = titleSize.h + 10,
    width = titleSize.w;
  for (let i = 0; i < cells.length; i += columns) {
    const row = cells.slice(i, i + columns);
    const top = Math.min(...row.map((c) => c.all.y));
    const bottom = Math.max(...row.map((c) => c.all.y + c.all.h));
    const rowWidth = row.reduce((sum, c) => sum + c.all.w + 12, -12);
    let x = -rowWidth / 2;
    for (const cell of row) {
      const at = { x: x - cell.all.x, y: y - top };
      symbols.push(personSymbol(cell.person, at, SIZE.folded, false, home.id));
      for (const p of cell.pills)
        symbols.push({ type: 'pill', person: cell.person.id, agencies: p.agencies, words: p.words, box: shifted(p.box, at) });
      labels.push({
        of: 'person',
        id: cell.person.id,
        text: cell.lines,
        box: shifted(cell.label, at),
        align: 'middle',
        size: FONT.person,
        bold: false,
        ink: 'ink',
      });
      x += cell.all.w + 12;
    }
    y += bottom - top + 8;
    width = Math.max(width, rowWidth);
  }
  const box = { x: -width / 2 - 12, y: -(y + 6) / 2, w: width + 24, h: y + 6 };
  const down = { x: 0, y: box.y + 6 };
  labels.push({
    of: 'card',
    id: home.id,
    text: title,
    box: { x: -titleSize.w / 2, y: 0, w: titleSize.w, h: titleSize.h },
    align: 'middle',
    size: FONT.card,
    bold: true,
    ink: 'ink',
  });
  return {
    box,
    symbols: [{ type: 'card', id: home.id, box }, ...symbols.map((s) => movedSymbol(s, down))],
    labels: labels.map((l) => ({ ...l, box: shifted(l.box, down) })),
  };
}

export function movedSymbol(symbol: SceneSymbol, by: Point): SceneSymbol {
  if (symbol.type === 'person' || symbol.type === 'house') return { ...symbol, at: { x: symbol.at.x + by.x, y: symbol.at.y + by.y } };
  return { ...symbol, box: shifted(symbol.box, by) };
}
