/**
 * What the picture, the list and the sentence are made from: one view model, so that all three say the same.
 * It knows nothing of GraphQL or the graph; whoever asks the server maps the answer into it.
 */

/** Patterns of a home claim (docs/model.md section 2). `visits` and `excluded` do not make somebody a member of the home. */
export type StayPattern = 'lives' | 'part week' | 'weekends' | 'stays' | 'lodges' | 'visits' | 'excluded';

/** Standing of a spell (docs/model.md section 4.3), best first. */
export type Standing = 'confirmed' | 'observed' | 'alleged' | 'denied' | 'retracted' | 'disproved';

/** Of two settings in one picture: only in the second, only in the first, or told differently in both. What is in both alike has none. */
export type Mark = 'gained' | 'lost' | 'changed';

export interface WebPerson {
  id: string;
  name: string;
  /** What they are to the subject: "mother", "visitor". */
  role?: string;
  /** As it is written in the symbol: "7", "10m". */
  age?: string;
  sex: 'female' | 'male' | 'unknown';
  child: boolean;
  unborn: boolean;
  deceased: boolean;
  /** Somebody nobody could name. */
  placeholder: boolean;
  /** Label gives source and year; filled for a court or managed finding, outlined for an allegation. */
  concern?: { label: string; filled: boolean };
  /** Ids of the agencies that hold a record on them. */
  agencies: readonly string[];
  mark?: Mark;
}

export interface WebHome {
  id: string;
  name: string;
  /** "mother's home", "refuge". */
  kindWord?: string;
}

export interface WebStay {
  id: string;
  person: string;
  home: string;
  pattern: StayPattern;
  /** Short words for the line: "Mon-Fri", "visits weekly since Jan 2025". May be empty. */
  words: string;
  inForce: boolean;
  standing: Standing;
  /** Reported and not confirmed: drawn as a line with "?", even where being inside the outline would say the rest. */
  reported?: boolean;
  mark?: Mark;
}

export type LineKind = 'couple' | 'parent' | 'sibling' | 'kin' | 'associate' | 'care' | 'harm' | 'contact';

export interface WebLine {
  id: string;
  kind: LineKind;
  /** A person; for `parent` the parent, for `care` the carer, for `harm` who did it. */
  from: string;
  /** A person, or a home: contact lines end on the household (never on the mother as "the route"). */
  to: string;
  /** Short words for the line. May be empty. */
  words: string;
  /** The form of the claim: "married", "living together", "birth", "step", "friend". */
  form: string;
  ended: boolean;
  /** How a couple ended, where stated: decides one slash or two. */
  endedBy?: 'divorce' | 'dissolution' | 'separation' | 'death' | 'not stated';
  /** Reported and not confirmed: drawn with a gap and "?". */
  reported: boolean;
  mark?: Mark;
}

export interface WebAgency {
  id: string;
  /** Short code for the pill: "GP", "CS1". */
  code: string;
  name: string;
}

export interface Web {
  /** Id of the person the picture is about. */
  subject: string;
  people: readonly WebPerson[];
  homes: readonly WebHome[];
  stays: readonly WebStay[];
  lines: readonly WebLine[];
  agencies: readonly WebAgency[];
}

const REJECTED: readonly Standing[] = ['denied', 'retracted', 'disproved'];

/** Words only denied, taken back or disproved are listed apart and never drawn (docs/model.md section 7). */
export function stands(stay: WebStay): boolean {
  return !REJECTED.includes(stay.standing);
}

/** Whether this stay makes the person a member of the home on the day asked about (docs/model.md section 6, SHARES_HOME). A lost one does not. */
export function makesMember(stay: WebStay): boolean {
  return stay.mark !== 'lost' && madeMember(stay);
}

/** The same where the stay was told: of a lost one, in the first of two settings. */
export function madeMember(stay: WebStay): boolean {
  return stay.inForce && stands(stay) && stay.pattern !== 'visits' && stay.pattern !== 'excluded';
}

/** The mark of several facts that are drawn as one: the one they share, or "changed". */
export function markOfAll(facts: readonly { mark?: Mark | null }[]): Mark | null {
  const marks = [...new Set(facts.map(({ mark }) => mark ?? null))];
  return marks.length > 1 ? 'changed' : (marks[0] ?? null);
}

/** "lost: weekends"; the words alone where nothing differs. */
export function markedWords(mark: Mark | null | undefined, words: string): string {
  return [mark ?? '', words].filter((part) => part !== '').join(': ');
}

/** Order of records that depends on nothing but their ids. */
export function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
