/** What each look of policy.ts (OVERSIGHT) shows, as the page gets it. */
import type { EntryShown, NoticeShown } from './entries-shown.ts';
import type { SealShown } from './seals-shown.ts';

export interface Paged<Row> {
  /** Newest first. */
  rows: Row[];
  /** How many there are in all pages. */
  total: number;
  /** To be sent for the next page; null: this is the last. */
  before: string | null;
}

export interface Shown {
  seals: { seals: SealShown[]; revision: number };
  notices: Paged<NoticeShown>;
  'who-saw': Paged<EntryShown>;
  'what-did': Paged<EntryShown>;
  verify: { whole: boolean; says: string; logs: { says: string; findings: string[] }[] };
}
