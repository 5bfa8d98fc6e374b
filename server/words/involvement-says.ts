/** An agency's part in somebody's life, in words: "Health visiting: open (from 2018; ...)". Pure. */
import { daySays, periodSays } from './dates-say.ts';
import { heldSays, lastSpokenOf, type Names, type TieTold } from './route-says.ts';
import type { Day, Version } from '../ledger/versions.ts';

/** Whoever transferred or closed is not involved any more. */
export const isWorking = ({ form }: Version): boolean => form !== 'closed' && form !== 'transferred';

const FORMS: Readonly<Record<string, string>> = {
  open: 'open',
  allocated: 'allocated',
  registered: 'registered',
  waiting: 'on a waiting list',
  supervises: 'supervises',
  transferred: 'transferred elsewhere',
  closed: 'closed',
};

export function involvementSays(agency: string, tie: TieTold, asAt: Day, agencyOf: Names['agencyOf']): string {
  const { version } = tie;
  const over = version.to < asAt ? 'was ' : '';
  const parts = [periodSays(version), lastSpokenOf(version, asAt), heldSays(tie, { agencyOf }), ...tie.said, ...tie.against].filter(
    (part) => part !== '',
  );
  return `${agency}: ${over}${FORMS[version.form ?? ''] ?? 'involved'} (${parts.join('; ')}).`;
}

export const recordOnlySays = (agency: string, since: Day): string =>
  `${agency}: holds a record since ${daySays(since)}; no involvement is recorded.`;

/** "remand, from 3 May 2020; no end recorded, last spoken of 10 May 2020". */
export function custodySays(version: Version, certain: boolean, asAt: Day): string {
  const words = [
    [version.form ?? 'custody', periodSays(version)].filter((part) => part !== '').join(', '),
    lastSpokenOf(version, asAt),
    certain ? '' : 'possibly, not certainly',
  ].filter((part) => part !== '');
  return words.join('; ');
}
