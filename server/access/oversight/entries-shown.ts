/** Rows of the audit log as a privacy officer or a custodian is shown them: no id of anybody, and no pseudonym. Pure. */
import type { KnownAgency } from '../../questions/asking.ts';
import { outcomeSays } from '../../words/audit-says.ts';
import type { WrittenEntry } from '../audit/entry.ts';
import { PURPOSES } from '../policy.ts';
import { isRole, ROLES } from '../viewer.ts';

export interface EntryShown {
  /** As `kith audit replay` takes it: 1.17. */
  entry: string;
  time: string;
  user: string | null;
  role: string | null;
  agency: string | null;
  purpose: string | null;
  reference: string | null;
  question: string;
  outcome: string;
  /** People in the answer; null: nobody was counted, or the count is left out. */
  people: number | null;
  /** The user had a seal open that is shut to the viewer: what they were shown may count somebody the viewer may not see. */
  countLeftOut: boolean;
}

/** `open`: pseudonyms of the seals open to the viewer. */
export function entryShown(entry: WrittenEntry, agencies: ReadonlyMap<string, KnownAgency>, open: ReadonlySet<string>): EntryShown {
  const { log, sequence, time, user, role, agency, purpose, reference, question, counts, decision } = entry;
  const countLeftOut = decision.opened?.some((seal) => !open.has(seal)) === true;
  return {
    entry: `${log}.${sequence}`,
    time,
    user,
    role: role !== null && isRole(role) ? ROLES[role] : role,
    agency: agency === null ? null : (agencies.get(agency)?.name ?? agency),
    purpose: PURPOSES.find(({ kind }) => kind === purpose)?.words ?? purpose,
    reference,
    question,
    outcome: outcomeSays(entry),
    people: countLeftOut ? null : (counts['people'] ?? null),
    countLeftOut,
  };
}

export interface NoticeShown {
  time: string;
  seal: string;
  custodian: string;
}
