/**
 * A finished picture: absolute coordinates in pixels at zoom 1, x to the right, y down, the subject at 0,0.
 * Both renderers (Cytoscape canvas, SVG) draw exactly this and decide nothing themselves.
 */
import type { Mark } from './web-model.ts';

export interface Point {
  x: number;
  y: number;
}

/** Left, top, width, height. */
export interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** `home0`..`home4` are the outlines' colours in the order of the picture; the rest are named for their use. */
export type Ink = 'ink' | 'secondary' | 'contact' | 'risk' | 'home0' | 'home1' | 'home2' | 'home3' | 'home4';

export interface PersonSymbol {
  type: 'person';
  /** Id of the record. */
  id: string;
  at: Point;
  /** Side of the square box the symbol fills. */
  size: number;
  shape: 'circle' | 'square' | 'diamond' | 'triangle';
  /** The person the picture is about. */
  focus: boolean;
  child: boolean;
  /** Age, or "?" for somebody nobody could name. */
  inside: string;
  deceased: boolean;
  marker: 'none' | 'filled' | 'outlined';
  /** Home whose card they are folded into, if any. */
  card: string | null;
}
export interface HouseSymbol {
  type: 'house';
  id: string;
  at: Point;
  size: number;
  ink: Ink;
}
export interface CardSymbol {
  type: 'card';
  id: string;
  box: Box;
}
/** Agency pill, or "+3" for the agencies that did not fit. */
export interface PillSymbol {
  type: 'pill';
  person: string;
  agencies: readonly string[];
  words: string;
  box: Box;
}
export type SceneSymbol = PersonSymbol | HouseSymbol | CardSymbol | PillSymbol;

/** Convex polygon round everybody it contains; it never touches anybody who does not stay there. */
export interface Outline {
  home: string;
  points: readonly Point[];
  ink: Ink;
  dash: readonly number[];
  /** People drawn inside, the subject included. */
  inside: readonly string[];
}

export interface Label {
  of: 'person' | 'home' | 'card' | 'line' | 'note';
  /** Id of the person, home or line it names. */
  id: string;
  text: readonly string[];
  box: Box;
  align: 'start' | 'middle' | 'end';
  /** Font size, px. */
  size: number;
  bold: boolean;
  ink: Ink;
}

/** What a line joins; `outline` is the edge of a home's petal, `house` its icon. */
export interface LineEnd {
  type: 'person' | 'house' | 'outline' | 'card';
  id: string;
}

export interface SceneLine {
  /** Id of the first fact; unique in the picture. */
  id: string;
  /** Ids of the stays and lines it draws. */
  facts: readonly string[];
  kind: 'lives' | 'stays' | 'visits' | 'couple' | 'parent' | 'sibling' | 'kin' | 'associate' | 'care' | 'harm' | 'contact';
  ended: boolean;
  reported: boolean;
  /** Where the picture is of two settings: how they differ in what the line draws. */
  mark: Mark | null;
  from: LineEnd;
  to: LineEnd;
  /** Quadratic curve; `control` is null for a straight line. */
  start: Point;
  control: Point | null;
  end: Point;
  ink: Ink;
  width: number;
  dash: readonly number[];
  arrow: 'none' | 'triangle' | 'vee';
  /** Genogram slashes across a couple line, as short strokes. */
  slashes: readonly { from: Point; to: Point }[];
}

export interface Scene {
  subject: string;
  /** Round everything drawn. */
  box: Box;
  outlines: readonly Outline[];
  symbols: readonly SceneSymbol[];
  lines: readonly SceneLine[];
  labels: readonly Label[];
  /** Said beside the picture: "12 more people, show as list". */
  notes: readonly string[];
  /** Facts said by place and not by a line: lives only inside this outline, folded into this card. */
  folded: readonly string[];
  /** Facts that are in the list and not in the picture. */
  notShown: { people: readonly string[]; facts: readonly string[] };
}
