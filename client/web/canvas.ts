/** Owns the one Cytoscape instance of a picture. It draws the scene and reports where the reader pointed; it decides nothing. */
import cytoscape from 'cytoscape';
import { elementsOf } from './elements.ts';
import { STYLE } from './stylesheet.ts';
import type { Scene } from './scene.ts';

export interface Pointed {
  kind: 'person' | 'home' | 'agency';
  id: string;
}

export interface Canvas {
  fit: () => void;
  /** By this factor, round the middle of the picture. */
  zoom: (factor: number) => void;
  pan: (dx: number, dy: number) => void;
  /** Dims everything these do not name; null dims nothing. Keys are "person ID", "home ID". */
  light: (keys: ReadonlySet<string> | null) => void;
  /** Brings a place of the scene into sight, if it is not. */
  reveal: (at: { x: number; y: number }) => void;
  resize: () => void;
  close: () => void;
}

interface Handlers {
  onPoint: (what: Pointed | null) => void;
  /** Called whenever the picture moved: position in pixels of the scene's 0,0, and scale. */
  onView: (view: { x: number; y: number; zoom: number }) => void;
}

const FIT_PADDING = 14;

export function openCanvas(container: HTMLElement, scene: Scene, { onPoint, onView }: Handlers): Canvas {
  const cy = cytoscape({
    container,
    elements: elementsOf(scene),
    style: STYLE,
    layout: { name: 'preset', fit: false },
    autoungrabify: true,
    autounselectify: true,
    boxSelectionEnabled: false,
    minZoom: 0.1,
    maxZoom: 4,
    // The wheel scrolls the page; with Ctrl it zooms, as everywhere else.
    userZoomingEnabled: false,
    userPanningEnabled: true,
  });
  const tell = () => onView({ ...cy.pan(), zoom: cy.zoom() });
  cy.on('viewport', tell);
  cy.on('tap', (event) => {
    if (event.target === cy) return onPoint(homeAt(scene, event.position));
    const agencies = String(event.target.data('agencies') ?? '')
      .split('\n')
      .filter((id) => id !== '');
    if (agencies.length === 1) return onPoint({ kind: 'agency', id: agencies[0]! });
    const of = String(event.target.data('of') ?? '');
    const kind = of.startsWith('person ') ? 'person' : of.startsWith('home ') ? 'home' : null;
    onPoint(kind && { kind, id: of.slice(of.indexOf(' ') + 1) });
  });
  const wheel = (event: WheelEvent) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    cy.zoom({ level: cy.zoom() * (event.deltaY < 0 ? 1.15 : 1 / 1.15), renderedPosition: { x: event.offsetX, y: event.offsetY } });
  };
  container.addEventListener('wheel', wheel, { passive: false });

  const fit = () => {
    const { box } = scene;
    const [w, h] = [cy.width() - 2 * FIT_PADDING, cy.height() - 2 * FIT_PADDING];
    if (w <= 0 || h <= 0) return;
    const zoom = Math.min(1.4, w / box.w, h / box.h);
    cy.viewport({ zoom, pan: { x: cy.width() / 2 - (box.x + box.w / 2) * zoom, y: cy.height() / 2 - (box.y + box.h / 2) * zoom } });
    tell();
  };
  fit();
  return {
    fit,
    zoom: (factor) => {
      cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
    },
    pan: (dx, dy) => {
      cy.panBy({ x: dx, y: dy });
    },
    light: (keys) => {
      cy.elements().removeClass('dim');
      if (keys === null) return;
      cy.nodes('.symbol, .pill, .label')
        .filter((node) => !isLit(String(node.data('of') ?? ''), keys, scene))
        .addClass('dim');
      cy.edges()
        .filter((edge) => !edgeIsLit(String(edge.data('ends')), keys))
        .addClass('dim');
    },
    reveal: (at) => {
      const zoom = cy.zoom();
      const { x, y } = cy.pan();
      const [px, py] = [at.x * zoom + x, at.y * zoom + y];
      const room = 60;
      const dx = px < room ? room - px : px > cy.width() - room ? cy.width() - room - px : 0;
      const dy = py < room ? room - py : py > cy.height() - room ? cy.height() - room - py : 0;
      if (dx !== 0 || dy !== 0) cy.panBy({ x: dx, y: dy });
    },
    resize: () => {
      cy.resize();
      fit();
    },
    close: () => {
      container.removeEventListener('wheel', wheel);
      cy.destroy();
    },
  };
}

/** A line is lit with what it belongs to: one of its ends is what was chosen. */
function edgeIsLit(ends: string, keys: ReadonlySet<string>): boolean {
  const [from = '', to = ''] = ends.split('\n').map((end) => end.replace(/^(house|outline|card) /, 'home '));
  return keys.has(from) && keys.has(to);
}

function isLit(of: string, keys: ReadonlySet<string>, scene: Scene): boolean {
  if (of === `person ${scene.subject}`) return true;
  if (!of.startsWith('line ')) return keys.has(of);
  const line = scene.lines.find((one) => `line ${one.id}` === of);
  return line !== undefined && edgeIsLit(`${line.from.type} ${line.from.id}\n${line.to.type} ${line.to.id}`, keys);
}

/** Pointing into an outline and at nobody means the home; where outlines overlap it means nothing. */
function homeAt(scene: Scene, at: { x: number; y: number }): Pointed | null {
  const inside = scene.outlines.filter(({ points }) => isInside(points, at));
  return inside.length === 1 ? { kind: 'home', id: inside[0]!.home } : null;
}

function isInside(points: readonly { x: number; y: number }[], at: { x: number; y: number }): boolean {
  let odd = false;
  points.forEach((a, i) => {
    const b = points[(i + 1) % points.length]!;
    if (a.y > at.y !== b.y > at.y && at.x < ((b.x - a.x) * (at.y - a.y)) / (b.y - a.y) + a.x) odd = !odd;
  });
  return odd;
}
