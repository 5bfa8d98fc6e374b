/** How Cytoscape draws the elements: sizes, strokes and layers; colours and dashes are data of each. */
import type { StylesheetJson } from 'cytoscape';
import { COLOURS } from './symbol.ts';

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
