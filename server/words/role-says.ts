/** Somebody's part in a group, school or other organisation, as a sentence. Pure. */
import { TAKEN_BACK, type Day } from '../ledger/versions.ts';
import { periodSays } from './dates-say.ts';
import { heldSays, lastSpokenOf, type Names, type TieTold } from './route-says.ts';

export function roleSays(tie: TieTold, person: string, organisation: string, asAt: Day, agencyOf: Names['agencyOf']): string {
  const { version } = tie;
  const lead = TAKEN_BACK.includes(version.standing) ? 'was said, then taken back or denied: ' : version.to < asAt ? 'formerly ' : '';
  const children = version.more?.['children'] === true ? 'with the children there' : version.more?.['child'] === true ? 'as a child' : '';
  const parts = [
    children,
    periodSays(version),
    lastSpokenOf(version, asAt),
    heldSays(tie, { agencyOf }),
    ...tie.said,
    ...tie.against,
  ].filter((part) => part !== '');
  return `${person}: ${lead}${version.form ?? 'a part'} at ${organisation} (${parts.join('; ')}).`;
}
