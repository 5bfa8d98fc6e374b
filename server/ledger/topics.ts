import type { Claim } from './records.ts';

/**
 * What a claim is about: all claims of one topic are folded together (a concern's topic holds every
 * act of its form and wording, since an undated denial bears on all of them).
 * `ends` are the ids under which a statement can be looked up again.
 */
export type Topic = { topic: string; ends: [string] | [string, string] };

export function topicOf(claim: Claim): Topic {
  switch (claim.type) {
    case 'detail':
    case 'custody':
      return one(claim.type, claim.person);
    case 'address':
      return one(claim.type, claim.household);
    case 'same':
    case 'partner':
    case 'sibling':
    case 'associate':
      return two(claim.type, ...sorted(claim.persons));
    case 'parent':
      return two(claim.type, claim.parent, claim.child);
    case 'relative':
      return two(claim.type, claim.person, claim.relative);
    case 'care':
      return two(claim.type, claim.carer, claim.child);
    case 'harm':
      return two(claim.type, claim.person, claim.towards);
    case 'home':
      return two(claim.type, claim.person, claim.household);
    case 'role':
      return two(claim.type, claim.person, claim.organisation);
    case 'involvement':
      return two(claim.type, claim.agency, claim.person);
    case 'concern':
      return { topic: `concern|${claim.person}|${claim.form}|${claim.what ?? ''}`, ends: [claim.person] };
    case 'order':
    case 'plan':
    case 'assessment':
    case 'event':
      return one(claim.type, claim.key);
  }
}

const one = (type: string, id: string): Topic => ({ topic: `${type}|${id}`, ends: [id] });
const two = (type: string, a: string, b: string): Topic => ({ topic: `${type}|${a}|${b}`, ends: [a, b] });

/** Ends of a tie without direction, in the order it is stored. */
export const sorted = ([a, b]: readonly [string, string]): [string, string] => (a <= b ? [a, b] : [b, a]);
