/**
 * A search came upon something under a seal that is shut to the asker. With the policy "signal" the
 * answer says whom to ask, and nothing else; with "hide" the custodian gets a notice in the audit log,
 * and the answer is as if nothing were there (docs/security.md section 3).
 */
import type { SealRecord } from '../ledger/records.ts';
import { allStandings } from '../questions/near.ts';
import { tests, type Asking } from '../questions/asking.ts';

export interface Touched {
  /** Agencies to ask before relying on the answer, sorted. */
  ask: string[];
  /** Seals whose custodian is told. */
  notices: SealRecord[];
}

/** People and homes looked through; an answer with more has said where to look closer. */
const mostIds = 1_000;

/** `shut`: seals that bind the asker; `about`: ids the question was about. Who is told of is in `asking`. */
export async function touchedBy(asking: Asking, shut: readonly SealRecord[], about: readonly string[]): Promise<Touched> {
  const { within } = asking.common;
  const rows = await asking.graph.read('read/seals-touched', {
    ...tests(asking, allStandings(asking)),
    ids: [...new Set([...about, ...asking.told])].sort().slice(0, mostIds),
    // The last step of a search is onto a tie of whoever was reached one step before.
    about: within === 1 ? [] : [...about],
    reach: Math.max(1, within - 1) as 1 | 2 | 3,
    seals: shut.map(({ id }) => id),
  });
  const touched = new Set(rows.map(({ seal }) => seal));
  const found = shut.filter(({ id }) => touched.has(id));
  return {
    ask: [...new Set(found.filter(({ policy }) => policy === 'signal').map(({ custodian }) => custodian))].sort(),
    notices: found.filter(({ policy }) => policy !== 'signal'),
  };
}
