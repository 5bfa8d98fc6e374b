/** A sharing in words: who passed on what to whom, and what is recorded of its arrival. Pure. */
import type { SharingRecord } from '../ledger/records.ts';
import { countedSays } from './grounds-say.ts';
import { andList } from './route-says.ts';

type State = NonNullable<SharingRecord['state']>;

const ARRIVED: Readonly<Record<State, string>> = {
  received: 'received',
  sent: 'sent; no receipt is recorded',
  claimed: 'said to have been passed on; the other has no record of it',
  refused: 'not passed on',
  'not known': 'whether it arrived is not known',
};

export const stateOf = ({ state }: SharingRecord): State => state ?? 'received';

/** "Police to social care, 3 records (2 partner, 1 concern) about Mother and SO2: received". `kinds`: of the statements, one each. */
export function sharingSays(
  sharing: SharingRecord,
  { kinds, about, agencyOf }: { kinds: readonly string[]; about: readonly string[]; agencyOf: (agency: string) => string },
): string {
  const counts = [...new Set(kinds)].sort().map((kind) => `${kinds.filter((one) => one === kind).length} ${kind}`);
  const whom = about.length === 0 ? '' : ` about ${andList(about)}`;
  return `${agencyOf(sharing.from)} to ${agencyOf(sharing.to)}, ${countedSays(kinds.length, 'record', 'records')} (${counts.join(', ')})${whom}: ${ARRIVED[stateOf(sharing)]}`;
}

/** For the statement itself: "passed to social care (received) on 3 May 2020". */
export const passedOnSays = (sharing: SharingRecord, when: string, agencyOf: (agency: string) => string): string =>
  `passed to ${agencyOf(sharing.to)} ${when}: ${ARRIVED[stateOf(sharing)]}`;
