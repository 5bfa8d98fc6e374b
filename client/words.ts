/** Words for what the server names by a code. Words of the domain (sentences, sources, facts) come from the server as they are. */
import type { EntryKind, Standing, TieKind } from './answers.gen.ts';

export const TIE_WORDS: Readonly<Record<TieKind, string>> = {
  PARENT_OF: 'Parent and child',
  PARTNER_OF: 'Couple, now or formerly',
  SIBLING_OF: 'Siblings',
  RELATIVE_OF: 'Other relatives',
  ASSOCIATE_OF: 'Friends and associates',
  CARES_FOR: 'Looks after',
  HARMED: 'Harmed or accused of harming',
  SHARES_HOME: 'Shares a home',
  VISITS_HOME_OF: 'Visits the home',
  MAY_HAVE_MET: 'May have met at a home',
  MET: 'Met at an event',
  SHARES_GROUP: 'Shares a small group',
};

export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  alleged: 'Somebody said so',
  observed: 'Seen by the person who recorded it',
  confirmed: 'Confirmed or from an official record',
  denied: 'Denied, and nobody still says so',
  retracted: 'Taken back',
  disproved: 'Shown not to be so',
};

export const STANDING_SHORT: Readonly<Record<Standing, string>> = {
  alleged: 'said',
  observed: 'observed',
  confirmed: 'confirmed',
  denied: 'denied',
  retracted: 'taken back',
  disproved: 'disproved',
};

/** The five answers of an agency, and what each does and does not mean. None of them is "clear". */
export const HOLDING_WORDS: Readonly<Record<string, { words: string; means: string }>> = {
  recorded: { words: 'Recorded', means: 'this agency holds something on this person' },
  'none held': { words: 'None held', means: 'the agency was asked or searched, and nothing was found in what is loaded here' },
  'not checked': { words: 'Not checked', means: 'nobody has asked this agency' },
  'not permitted': { words: 'Not permitted', means: 'you may not be told whether this agency holds anything' },
  'could not be reached': { words: 'Could not be reached', means: 'it was asked, and no answer came' },
};

export const ENTRY_WORDS: Readonly<Record<EntryKind, string>> = {
  statement: 'Statements',
  contact: 'Contacts',
  event: 'Events',
  sharing: 'Sharings',
  plan: 'Plans',
  order: 'Orders',
  assessment: 'Assessments',
  decision: 'Decisions',
};

export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** "a", "a and b", "a, b and c". */
export function listed(words: readonly string[], and = 'and'): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${and} ${words.at(-1)}`;
}

/** Sets of agencies that held something between them: "police and school; or probation". */
export function heldBetweenWords(sets: ReadonlyArray<ReadonlyArray<{ name: string }>>): string {
  return sets.map((set) => listed(set.map((agency) => agency.name))).join('; or ');
}

/** The handling mark of every sheet, picture and download. */
export const MARKING = 'OFFICIAL-SENSITIVE';
