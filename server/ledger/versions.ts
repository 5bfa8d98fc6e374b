/**
 * What the ledger is folded into: versions of ties, each one Neo4j relationship.
 * docs/model.md sections 4 to 6 say how they come about; section 5 says how a question tests them.
 */

/** An ISO day, `2020-04-25`; days compare as strings. */
export type Day = string;
export const FIRST_DAY: Day = '0001-01-01';
export const LAST_DAY: Day = '9999-12-31';
/** `removed` of a version that is still live. */
export const NOT_REMOVED = Number.MAX_SAFE_INTEGER;

/** Best to worst: what a derived tie takes is the later of its parts' in this list. */
export const STANDINGS = ['confirmed', 'observed', 'alleged', 'denied', 'retracted', 'disproved'] as const;
export type Standing = (typeof STANDINGS)[number];
export const STANDING_WORDS: readonly Standing[] = ['confirmed', 'observed', 'alleged'];
export const TAKEN_BACK: readonly Standing[] = ['denied', 'retracted', 'disproved'];

/** Ties between two people: each is one step. */
export const TIE_KINDS = [
  'PARENT_OF',
  'PARTNER_OF',
  'SIBLING_OF',
  'RELATIVE_OF',
  'ASSOCIATE_OF',
  'CARES_FOR',
  'HARMED',
  'SHARES_HOME',
  'VISITS_HOME_OF',
  'MAY_HAVE_MET',
  'MET',
  'SHARES_GROUP',
] as const;
export type TieKind = (typeof TIE_KINDS)[number];

/** Relationship type -> labels of its two ends. Every version is one of these. */
export const ENDS = {
  PARENT_OF: ['Person', 'Person'],
  PARTNER_OF: ['Person', 'Person'],
  SIBLING_OF: ['Person', 'Person'],
  RELATIVE_OF: ['Person', 'Person'],
  ASSOCIATE_OF: ['Person', 'Person'],
  CARES_FOR: ['Person', 'Person'],
  HARMED: ['Person', 'Person'],
  SHARES_HOME: ['Person', 'Person'],
  VISITS_HOME_OF: ['Person', 'Person'],
  MAY_HAVE_MET: ['Person', 'Person'],
  MET: ['Person', 'Person'],
  SHARES_GROUP: ['Person', 'Person'],
  SAME_AS: ['Person', 'Person'],
  AT_HOME: ['Person', 'Household'],
  HAS_ROLE: ['Person', 'Organisation'],
  INVOLVED_WITH: ['Agency', 'Person'],
  OF_CONCERN: ['Person', 'Concern'],
  IN_CUSTODY: ['Person', 'Custody'],
  /** An order, plan, assessment, event, contact or decision, and a person it is about. */
  ABOUT: ['Matter', 'Person'],
  /** What an agency holds of a person (names, births) or of a home (address), merged over its standing sources. */
  HAS_DETAIL: ['Person', 'Detail'],
  HAS_ADDRESS: ['Household', 'Detail'],
  /** A statement, and an agency that holds it: recorded by it or received from one that held it. */
  HELD_BY: ['Statement', 'Agency'],
  /** A statement, and an agency it was passed on to or is said to have been: `spell` is the sharing, `form` its state. */
  PASSED_TO: ['Statement', 'Agency'],
} as const satisfies Record<string, readonly [string, string]>;
export type Kind = keyof typeof ENDS;

export type Version = {
  kind: Kind;
  /** Ids of the two ends, in the relationship's direction. */
  start: string;
  end: string;
  /** The tie this is a version of: kind, ends and (derived) what it runs through. Content, never a counter. */
  tie: string;
  spell: string;
  /** What made it: the ledger topic, or the home, parent, couple, group, event or contact it was derived from. Loading replaces unit by unit. */
  unit: string;
  from: Day;
  sureFrom: Day;
  sureTo: Day;
  to: Day;
  heldFrom: Day;
  heldTo: Day;
  /** First day on which its holders held any claim of this spell, whatever they learnt of its dates later (questions, `heldFrom`). */
  heldSince: Day;
  /** Agencies that must ALL be asked. Sorted. */
  holders: string[];
  /** Seals that must ALL be open. Sorted. */
  seals: string[];
  standing: Standing;
  disputed: boolean;
  form: string | null;
  /** Every statement that bears on it, for and against. Sorted. For ties drawn from a contact: the contact's id. */
  because: string[];
  /** Derived ties: the home, organisation, parent, couple (`p+q`), event or contact passed through. */
  via: string | null;
  /** Ids whose absence would take this version away: its ends, what it runs through, the ties it was derived from. For `without`. Sorted. */
  rests: string[];
  /** What else is said of it, shown but never searched: nights, party, channels, what, role, children, child, ended, names, born ... */
  more: Record<string, unknown> | null;
};
