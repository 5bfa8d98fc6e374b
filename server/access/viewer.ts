/** Who asks (docs/security.md, sections 2 and 3). What they may see is decided in decide.ts. */

/** Written in accounts, in an identity provider's mapping, and in a seal's `opens.roles`. */
export const ROLES = {
  mash: 'MASH worker',
  analyst: 'Analyst',
  reviewer: 'Reviewer',
  practitioner: 'Practitioner of one agency',
  'privacy officer': 'Privacy officer',
  custodian: 'Custodian of seals',
} as const;
export type AccountRole = keyof typeof ROLES;
/** The operator sits at the machine; no account has this role. */
export type Role = AccountRole | 'operator';

export interface Viewer {
  user: string;
  role: Role;
  /** Id of an agency of the ledger. */
  agency?: string;
  team?: string;
  /** A kind of policy.ts, stated before the first question: REASON_REQUIRED without one. */
  purpose?: string;
  /** The case, authority or warrant the purpose names. */
  reference?: string;
  /** Signed in with a demonstration account. */
  demonstration?: boolean;
}

export const OPERATOR = 'operator';

/** Who sits at the machine: every unsealed record, and audited like anybody. `purpose` in their own words. */
export const operator = (purpose: string = OPERATOR): Viewer => ({ user: OPERATOR, role: OPERATOR, purpose });

export function isRole(text: string): text is AccountRole {
  return Object.hasOwn(ROLES, text);
}
