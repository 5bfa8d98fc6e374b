/** Scene -> Cytoscape elements. The scene has decided everything; this only says it in Cytoscape's words. Pure. */
import { COLOURS, houseSvg, symbolSvg } from './symbol.ts';
import type { ElementDefinition } from 'cytoscape';
import type { Label, Outline, Point, Scene, SceneLine, SceneSymbol } from './scene.ts';

/** The window round a symbol that its drawing may use (pennant, stroke), beyond its size. */
const ROOM = 1.9;

export function elementsOf(scene: Scene): ElementDefinition[] {
  return [
    ...scene.outlines.map(outlineNode),
    ...scene.lines.flatMap(lineElements),
    ...scene.symbols.map(symbolNode),
    ...scene.labels.map(labelNode),
  ];
}

function outlineNode({ home, points, ink, dash }: Outline): ElementDefinition {
  const xs = points.map((p) => p.x);
  const ys = points.map((p) => p.y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  const [w, h] = [Math.max(...xs) - x, Math.max(...ys) - y];
  // Cytoscape's polygon lives in a box from -1 to 1.
  const polygon = points.map((p) => `${((p.x - x) / w) * 2 - 1} ${((p.y - y) / h) * 2 - 1}`).join(' ');
  return {
    group: 'nodes',
    classes: 'outline',
    position: { x: x + w / 2, y: y + h / 2 },
    data: {
      id: `outline ${home}`,
      of: `home ${home}`,
      w,
      h,
      polygon,
      colour: COLOURS[ink],
      dash: dash.length > 0 ? dash.join(' ') : '1 0',
      border: dash.length > 0 ? 'dashed' : 'solid',
    },
  };
}

function symbolNode(symbol: SceneSymbol): ElementDefinition {
  switch (symbol.type) {
    case 'person': {
      const side = symbol.size * ROOM;
      const svg = symbolSvg({ ...symbol, at: { x: side / 2, y: side / 2 } });
      // Age and shape make the drawing, not the person: many people share one cached image.
      return {
        group: 'nodes',
        classes: 'symbol',
        position: { ...symbol.at },
        data: {
          id: `person ${symbol.id}${symbol.card === null ? '' : ` ${symbol.card}`}`,
          of: `person ${symbol.id}`,
          w: side,
          h: side,
          image: svgAddress(svg, side, side),
        },
      };
    }
    case 'house': {
      const side = symbol.size * 1.2;
      const svg = houseSvg({ x: side / 2, y: side / 2 }, symbol.size, COLOURS[symbol.ink], symbol.ink, COLOURS);
      return {
        group: 'nodes',
        classes: 'symbol',
        position: { ...symbol.at },
        data: { id: `house ${symbol.id}`, of: `home ${symbol.id}`, w: side, h: side, image: svgAddress(svg, side, side) },
      };
    }
    case 'card':
      return {
        group: 'nodes',
        classes: 'card',
        position: middle(symbol.box),
        data: { id: `card ${symbol.id}`, of: `home ${symbol.id}`, w: symbol.box.w, h: symbol.box.h },
      };
    case 'pill':
      return {
        group: 'nodes',
        classes: 'pill',
        position: middle(symbol.box),
        data: {
          id: `pill ${symbol.person} ${symbol.box.x} ${symbol.box.y}`,
          of: `person ${symbol.person}`,
          agencies: symbol.agencies.join('\n'),
          w: symbol.box.w,
          h: symbol.box.h,
          words: symbol.words,
        },
      };
  }
}

/** A line runs between two points of its own, so it ends exactly where the scene says. */
function lineElements(line: SceneLine): ElementDefinition[] {
  const anchor = (end: 'start' | 'end', at: Point): ElementDefinition => ({
    group: 'nodes',
    classes: 'anchor',
    position: { ...at },
    data: { id: `${end} ${line.id}` },
  });
  const bow = line.control === null ? { distance: 0, weight: 0.5 } : bowOf(line.start, line.control, line.end);
  const colour = COLOURS[line.ink];
  return [
    anchor('start', line.start),
    anchor('end', line.end),
    {
      group: 'edges',
      classes: line.control === null ? 'line' : 'line bowed',
      data: {
        id: `line ${line.id}`,
        source: `start ${line.id}`,
        target: `end ${line.id}`,
        ends: `${line.from.type} ${line.from.id}\n${line.to.type} ${line.to.id}`,
        ...bow,
        colour,
        width: line.width,
        arrow: line.arrow,
        dash: line.dash.length > 0 ? line.dash.join(' ') : '1 0',
        style: line.dash.length > 0 ? 'dashed' : 'solid',
        cap: line.dash[0] !== undefined && line.dash[0] < 4 && line.width > 2 ? 'round' : 'butt',
      },
    },
    ...line.slashes.flatMap(({ from, to }, i): ElementDefinition[] => [
      { group: 'nodes', classes: 'anchor', position: { ...from }, data: { id: `slash ${i} from ${line.id}` } },
      { group: 'nodes', classes: 'anchor', position: { ...to }, data: { id: `slash ${i} to ${line.id}` } },
      {
        group: 'edges',
        classes: 'line',
        data: {
          id: `slash ${i} ${line.id}`,
          source: `slash ${i} from ${line.id}`,
          target: `slash ${i} to ${line.id}`,
          ends: `${line.from.type} ${line.from.id}\n${line.to.type} ${line.to.id}`,
          distance: 0,
          weight: 0.5,
          colour,
          width: 2.2,
          arrow: 'none',
          dash: '1 0',
          style: 'solid',
          cap: 'butt',
        },
      },
    ]),
  ];
}

/** Cytoscape measures a control point along the line (weight) and beside it (distance, positive to the left of the way, y down). */
export function bowOf(start: Point, control: Point, end: Point): { distance: number; weight: number } {
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const long = Math.hypot(dx, dy) || 1;
  const [cx, cy] = [control.x - start.x, control.y - start.y];
  return { weight: (cx * dx + cy * dy) / (long * long), distance: (cy * dx - cx * dy) / long };
}

function labelNode(label: Label): ElementDefinition {
  const { box, align } = label;
  const x = align === 'start' ? box.x : align === 'end' ? box.x + box.w : box.x + box.w / 2;
  const side = align === 'start' ? 'right' : align === 'end' ? 'left' : 'center';
  return {
    group: 'nodes',
    classes: `label ${label.of === 'line' ? 'on-line' : ''}`,
    position: { x, y: box.y + box.h / 2 },
    data: {
      id: `label ${label.of} ${label.id} ${Math.round(box.x)} ${Math.round(box.y)}`,
      of: label.of === 'line' ? `line ${label.id}` : `${label.of === 'card' ? 'home' : label.of} ${label.id}`,
      words: label.text.join('\n'),
      side,
      justify: align === 'start' ? 'left' : align === 'end' ? 'right' : 'center',
      size: label.size,
      weight: label.bold ? 'bold' : 'normal',
      colour: COLOURS[label.ink],
    },
  };
}

function middle(box: { x: number; y: number; w: number; h: number }): Point {
  return { x: box.x + box.w / 2, y: box.y + box.h / 2 };
}

function svgAddress(svg: string, width: number, height: number): string {
  return `data:image/svg+xml;utf8,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="${width * 2}" height="${height * 2}" viewBox="0 0 ${width} ${height}">${svg}</svg>`)}`;
}
