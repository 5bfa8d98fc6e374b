/**
 * The names of units: what a load replaces as a whole. A unit is a topic (topics.ts); or what ties were
 * derived from: `home|h`, `group|o`, `parent|p`, `couple|p|q`, `event|key`, `contact|id`, `decision|id`;
 * or `carried|<any of these>`, what was carried over from it to the other record of one person.
 */
import type { Kind } from './versions.ts';

const KINDS_BY_FIRST_WORD: Readonly<Record<string, readonly Kind[]>> = {
  detail: ['HAS_DETAIL'],
  address: ['HAS_ADDRESS'],
  same: ['SAME_AS'],
  parent: ['PARENT_OF', 'SIBLING_OF'],
  partner: ['PARTNER_OF'],
  couple: ['SIBLING_OF'],
  sibling: ['SIBLING_OF'],
  relative: ['RELATIVE_OF'],
  associate: ['ASSOCIATE_OF'],
  care: ['CARES_FOR'],
  harm: ['HARMED'],
  home: ['AT_HOME', 'SHARES_HOME', 'VISITS_HOME_OF', 'MAY_HAVE_MET'],
  role: ['HAS_ROLE'],
  group: ['SHARES_GROUP'],
  involvement: ['INVOLVED_WITH'],
  concern: ['OF_CONCERN'],
  custody: ['IN_CUSTODY'],
  order: ['ABOUT'],
  plan: ['ABOUT'],
  assessment: ['ABOUT'],
  event: ['ABOUT', 'MET'],
  contact: ['ABOUT', 'MET'],
  decision: ['ABOUT'],
};

/** The kinds of version a unit can hold; HELD_BY and PASSED_TO are of any topic. */
export function kindsIn(unit: string): readonly Kind[] {
  const [first = '', second = ''] = unit.split('|', 2);
  const carried = first === 'carried' ? (KINDS_BY_FIRST_WORD[second] ?? []) : [];
  return ['HELD_BY', 'PASSED_TO', ...(KINDS_BY_FIRST_WORD[first] ?? []), ...carried];
}
