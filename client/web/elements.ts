/** Scene -> Cytoscape elements. The scene has decided everything; this only says it in Cytoscape's words. Pure. */
import { COLOURS, houseSvg, symbolSvg } from './symbol.ts';
import type { ElementDefinition, StylesheetJson } from 'cytoscape';
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

const FONT = 'Arial, Liberation Sans, sans-serif';

export const STYLE: StylesheetJson = [
  {
    selector: 'node',
    style: { width: 'data(w)', height: 'data(h)', 'background-opacity': 0, 'border-width': 0, 'overlay-opacity': 0, events: 'no' },
  },
  {
    selector: '.outline',
    style: {
      shape: 'polygon',
      'shape-polygon-points': 'data(polygon)' as never,
      'background-color': 'data(colour)',
      'background-opacity': 0.09,
      'border-width': 2.5,
      'border-color': 'data(colour)',
      'border-style': 'data(border)' as never,
      'border-dash-pattern': 'data(dash)' as never,
      'z-index': 1,
    },
  },
  {
    selector: '.card',
    style: {
      shape: 'round-rectangle',
      'corner-radius': '9px',
      'background-color': COLOURS.paper,
      'background-opacity': 1,
      'border-width': 2,
      'border-color': COLOURS.secondary,
      'z-index': 2,
      events: 'yes',
    },
  },
  { selector: '.anchor', style: { width: 0.01, height: 0.01, 'z-index': 0 } },
  {
    selector: '.symbol',
    style: {
      shape: 'rectangle',
      'background-image': 'data(image)',
      'background-width': '100%',
      'background-height': '100%',
      'background-image-smoothing': 'yes' as never,
      'z-index': 6,
      events: 'yes',
    },
  },
  {
    selector: '.pill',
    style: {
      shape: 'round-rectangle',
      'corner-radius': '10px',
      'background-color': COLOURS.pill,
      'background-opacity': 1,
      'border-width': 1.2,
      'border-color': COLOURS.secondary,
      label: 'data(words)',
      'font-family': FONT,
      'font-size': 15,
      'text-valign': 'center',
      'text-halign': 'center',
      color: COLOURS.ink,
      'z-index': 7,
      events: 'yes',
    },
  },
  {
    selector: '.label',
    style: {
      width: 0.01,
      height: 0.01,
      label: 'data(words)',
      'text-wrap': 'wrap',
      'text-halign': 'data(side)' as never,
      'text-valign': 'center',
      'text-justification': 'data(justify)' as never,
      'font-family': FONT,
      'font-size': 'data(size)',
      'font-weight': 'data(weight)' as never,
      color: 'data(colour)',
      'line-height': 1.18,
      'text-outline-color': COLOURS.paper,
      'text-outline-width': 2.5,
      'text-outline-opacity': 0.95,
      'z-index': 8,
    },
  },
  {
    selector: '.label.on-line',
    style: {
      'text-outline-width': 0,
      'text-background-color': COLOURS.paper,
      'text-background-opacity': 0.9,
      'text-background-padding': '1px',
      'z-index': 5,
    },
  },
  {
    selector: '.line',
    style: {
      'curve-style': 'straight',
      'line-color': 'data(colour)',
      width: 'data(width)',
      'line-style': 'data(style)' as never,
      'line-dash-pattern': 'data(dash)' as never,
      'line-cap': 'data(cap)' as never,
      'target-arrow-shape': 'data(arrow)' as never,
      'target-arrow-color': 'data(colour)',
      'arrow-scale': 0.9,
      'z-index': 3,
      'overlay-opacity': 0,
      events: 'no',
    },
  },
  {
    selector: '.line.bowed',
    style: {
      'curve-style': 'unbundled-bezier',
      'control-point-distances': 'data(distance)',
      'control-point-weights': 'data(weight)',
      'edge-distances': 'node-position',
    },
  },
  { selector: '.dim', style: { opacity: 0.4 } },
];
