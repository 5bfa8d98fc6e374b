/**
 * A search came upon something under a seal that is shut to the asker. With the policy "signal" the
 * answer says whom to ask, and nothing else; with "hide" the custodian gets a notice in the audit log,
 * and the answer is as if nothing were there (docs/security.md section 3).
 */
import type { Graph } from '../database/graph.ts';
import type { SealRecord } from '../ledger/records.ts';

export interface Touched {
  /** Agencies to ask before relying on the answer, sorted. */
  ask: string[];
  /** Seals whose custodian is told. */
  notices: SealRecord[];
}

/** People and homes looked through; an answer with more has said where to look closer. */
const mostIds = 1_000;

/** `shut`: seals that bind the asker; `ids`: people and homes told of or asked about. */
export async function touchedBy(graph: Graph, shut: readonly SealRecord[], ids: Iterable<string>, revision: number): Promise<Touched> {
  const rows = await graph.read('read/seals-touched', { ids: [...new Set(ids)].sort().slice(0, mostIds), seals: shut.map(({ id }) => id), revision });
  const touched = new Set(rows.map(({ seal }) => seal));
  const found = shut.filter(({ id }) => touched.has(id));
  return {
    ask: [...new Set(found.filter(({ policy }) => policy === 'signal').map(({ custodian }) => custodian))].sort(),
    notices: found.filter(({ policy }) => policy !== 'signal'),
  };
}
