/**
 * Whose records a role and a purpose open: one table, read top to bottom by anybody, and one pure
 * function over it. What no line of the table opens stays shut (docs/security.md section 3).
 */
import type { AGENCY_KINDS } from '../ledger/records.ts';
import type { AccountRole, Role, Viewer } from './viewer.ts';

export interface Purpose {
  kind: string;
  words: string;
  needsReference: boolean;
}

export const PURPOSES = [
  { kind: 'contact', words: 'A contact or referral to decide on', needsReference: true },
  { kind: 'review', words: 'A statutory review, under its warrant', needsReference: true },
  { kind: 'network', words: 'Network analysis, under an authority', needsReference: true },
  { kind: 'oversight', words: 'Checking who looked, or a seal', needsReference: true },
  { kind: 'training', words: 'Training on demonstration data', needsReference: false },
] as const satisfies readonly Purpose[];
export const isPurpose = (text: string): boolean => PURPOSES.some(({ kind }) => kind === text);

/** A reference is a number of a case, contact or authority; it stands in the audit log, so it must be no sentence and no name. */
export const isReference = (text: string): boolean => /^(?=.*\d)[A-Za-z0-9][A-Za-z0-9./_-]{0,39}$/.test(text);

export type PurposeKind = (typeof PURPOSES)[number]['kind'];

type AgencyKind = (typeof AGENCY_KINDS)[number];

/**
 * Kinds of detail, each shown or left out as a whole: names and birth dates with other names and
 * numbers; where a home is; what an offence was; whose word a statement is; notes and outcomes.
 */
export const FIELD_GROUPS = ['identity', 'address', 'offence', 'source', 'free text'] as const;
export type FieldGroup = (typeof FIELD_GROUPS)[number];

/** `every`: every agency of the ledger; `own`: the asker's; a list: agencies of these kinds, and the asker's. */
type Pool = 'every' | 'own' | readonly AgencyKind[];

interface Line {
  role: AccountRole;
  purpose: PurposeKind;
  pools: Pool;
  shows: readonly FieldGroup[];
  /** May record a decision, for the asker's own agency. */
  decides?: true;
  /** May ask of all records at once. */
  sweeps?: true;
}

/** An authority for network analysis does not reach into health records. */
const NETWORK_KINDS: readonly AgencyKind[] = ['police', 'probation', 'prison', 'social care', 'court', 'housing', 'school', 'nursery'];

export const POLICY: readonly Line[] = [
  { role: 'mash', purpose: 'contact', pools: 'every', shows: FIELD_GROUPS, decides: true },
  { role: 'analyst', purpose: 'network', pools: NETWORK_KINDS, shows: ['identity', 'address', 'offence'], sweeps: true },
  // With a warrant a reviewer may also ask as any one agency, by naming it in `heldBy`.
  { role: 'reviewer', purpose: 'review', pools: 'every', shows: FIELD_GROUPS },
  { role: 'practitioner', purpose: 'contact', pools: 'own', shows: FIELD_GROUPS, decides: true },
  { role: 'privacy officer', purpose: 'oversight', pools: 'every', shows: FIELD_GROUPS },
  // Keeps the seals of one agency, and looks at what that agency recorded.
  { role: 'custodian', purpose: 'oversight', pools: 'own', shows: FIELD_GROUPS },
  // Only on demonstration data: see demonstration.ts.
  { role: 'mash', purpose: 'training', pools: 'every', shows: FIELD_GROUPS, decides: true },
  { role: 'analyst', purpose: 'training', pools: 'every', shows: FIELD_GROUPS, sweeps: true },
  { role: 'reviewer', purpose: 'training', pools: 'every', shows: FIELD_GROUPS },
];

/**
 * What else may be looked into, by whom, for the purpose `oversight`. A custodian sees the seals their own
 * agency keeps, a privacy officer all; nobody one that excludes them (seals.ts).
 */
export const OVERSIGHT = {
  seals: ['privacy officer', 'custodian'],
  notices: ['privacy officer', 'custodian'],
  'who-saw': ['privacy officer'],
  'what-did': ['privacy officer'],
  verify: ['privacy officer'],
} as const satisfies Record<string, readonly AccountRole[]>;
export type Look = keyof typeof OVERSIGHT;

export const looksOf = (role: Role): Look[] =>
  (Object.keys(OVERSIGHT) as Look[]).filter((look) => (OVERSIGHT[look] as readonly Role[]).includes(role));

export interface Opened {
  /** Ids of the agencies whose holdings may be pooled, sorted. */
  agencies: string[];
  shows: readonly FieldGroup[];
}

/** `agencies`: those of the ledger. undefined: the purpose opens nothing to this role. */
export function openedTo(
  viewer: Pick<Viewer, 'role' | 'purpose' | 'agency'>,
  agencies: Iterable<{ id: string; kind: string }>,
): Opened | undefined {
  const all = [...agencies];
  if (viewer.role === 'operator') return { agencies: idsOf(all), shows: FIELD_GROUPS };
  const line = lineOf(viewer);
  if (line === undefined) return undefined;
  return { agencies: idsOf(all.filter(({ id, kind }) => isPooled(line.pools, id, kind, viewer.agency))), shows: line.shows };
}

/** Whether the role records decisions for its purpose. */
export const mayDecide = (viewer: Pick<Viewer, 'role' | 'purpose'>): boolean => lineOf(viewer)?.decides === true;

/** Whether the role asks of all records at once for its purpose. */
export const maySweep = (viewer: Pick<Viewer, 'role' | 'purpose'>): boolean =>
  viewer.role === 'operator' || lineOf(viewer)?.sweeps === true;

const lineOf = (viewer: Pick<Viewer, 'role' | 'purpose'>): Line | undefined =>
  POLICY.find(({ role, purpose }) => role === viewer.role && purpose === viewer.purpose);

/** Purposes that open something to the role; `demonstration`: an account of the demonstration, which is for training alone. */
export function purposesOf(role: Role, demonstration: boolean): Purpose[] {
  return PURPOSES.filter(
    ({ kind }) => (kind === 'training') === demonstration && POLICY.some((line) => line.role === role && line.purpose === kind),
  );
}

function isPooled(pools: Pool, id: string, kind: string, own: string | undefined): boolean {
  if (pools === 'every' || id === own) return true;
  return pools !== 'own' && (pools as readonly string[]).includes(kind);
}

const idsOf = (agencies: readonly { id: string }[]): string[] => agencies.map(({ id }) => id).sort();
