import type { Claim } from '../ledger/records.ts';

/** Everybody a claim names. */
export function personsOf(claim: Claim): string[] {
  switch (claim.type) {
    case 'detail':
    case 'home':
    case 'role':
    case 'involvement':
    case 'concern':
    case 'custody':
      return [claim.person];
    case 'same':
    case 'partner':
    case 'sibling':
    case 'associate':
      return claim.persons;
    case 'parent':
      return [claim.parent, claim.child];
    case 'relative':
      return [claim.person, claim.relative];
    case 'care':
      return [claim.carer, claim.child];
    case 'harm':
      return [claim.person, claim.towards];
    case 'order':
    case 'plan':
    case 'assessment':
      return claim.persons;
    case 'event':
      return claim.persons.map(({ person }) => person);
    case 'address':
      return [];
  }
}
