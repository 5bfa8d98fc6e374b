/** Which seals are open to somebody on the day of asking (docs/security.md section 3). Pure. */
import { isGoingOn, readSpan } from '../ledger/dates.ts';
import type { SealRecord } from '../ledger/records.ts';
import type { Day } from '../ledger/versions.ts';
import type { Viewer } from './viewer.ts';

/** Ids of the seals that do not bind the viewer on that day, sorted: `$opened` of the predicate (docs/model.md section 5). */
export function sealsOpenTo(viewer: Viewer, seals: Iterable<SealRecord>, day: Day): string[] {
  return [...seals]
    .filter((seal) => isOpen(viewer, seal, day))
    .map(({ id }) => id)
    .sort();
}

/**
 * Seals whose being there the viewer may know of: a privacy officer of all, a custodian of those their
 * agency keeps. Whoever a seal excludes does not.
 */
export function sealsKnownTo<Seal extends SealRecord>({ user, role, agency }: Viewer, seals: readonly Seal[]): Seal[] {
  return seals.filter(
    ({ excludes, custodian }) =>
      excludes?.users?.includes(user) !== true && (role === 'privacy officer' || (role === 'custodian' && custodian === agency)),
  );
}

function isOpen({ user, role, agency }: Viewer, { opens, excludes, from, to }: SealRecord, day: Day): boolean {
  // Whoever has a conflict of interest stays out whatever else is said, and after the seal has ended too.
  if (excludes?.users?.includes(user) === true) return false;
  if (!isInForce(from, to, day)) return true;
  return (
    opens?.users?.includes(user) === true ||
    opens?.roles?.includes(role) === true ||
    (agency !== undefined && opens?.agencies?.includes(agency) === true)
  );
}

/** An imprecise day is taken so that the seal holds longer. */
function isInForce(from: string | undefined, to: string | undefined, day: Day): boolean {
  const begun = from === undefined || isGoingOn(from) || readSpan(from).earliest <= day;
  const ended = to !== undefined && !isGoingOn(to) && readSpan(to).latest < day;
  return begun && !ended;
}

/** "in force", "not begun", "ended", on that day. */
export function stateOn({ from, to }: SealRecord, day: Day): 'in force' | 'not begun' | 'ended' {
  if (isInForce(from, to, day)) return 'in force';
  return isInForce(undefined, to, day) ? 'not begun' : 'ended';
}
