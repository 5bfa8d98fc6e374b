/** What is open to a viewer now: the policy and the seals together, before any question is asked. */
import { KithError } from '../errors.ts';
import type { SealRecord } from '../ledger/records.ts';
import type { Day } from '../ledger/versions.ts';
import { openedTo, type FieldGroup } from './policy.ts';
import { sealsOpenTo } from './seals.ts';
import type { Viewer } from './viewer.ts';

export interface Decision {
  /** Agencies the viewer may pool: `heldBy` is cut to these. */
  agencies: readonly string[];
  shows: ReadonlySet<FieldGroup>;
}

/** Throws REASON_REQUIRED: no purpose was stated, or it opens nothing to this role. */
export function decide(viewer: Viewer, agencies: Iterable<{ id: string; kind: string }>): Decision {
  if (viewer.purpose === undefined || viewer.purpose === '') throw new KithError('REASON_REQUIRED', 'State a purpose before you ask.');
  const opened = openedTo(viewer, agencies);
  if (opened === undefined) throw new KithError('REASON_REQUIRED', 'Your role has no records open to it for this purpose: state another.');
  return { agencies: opened.agencies, shows: new Set(opened.shows) };
}

/** Seals that bind the viewer on that day and whose custodian wants to be asked, or told. */
export function sealsShutTo(viewer: Viewer, seals: readonly SealRecord[], day: Day): SealRecord[] {
  const opened = new Set(sealsOpenTo(viewer, seals, day));
  return seals.filter(({ id }) => !opened.has(id));
}
