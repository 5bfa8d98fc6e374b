/** A fact of concern with its own words, year and holders: "convicted 2014: indecent images (police, held by 12 October 2016)". Pure. */
import { FIRST_DAY, LAST_DAY, TAKEN_BACK, type Version } from '../ledger/versions.ts';
import { daySays, startSays } from './dates-say.ts';

const FORMS: Readonly<Record<string, string>> = {
  convicted: 'convicted',
  cautioned: 'cautioned',
  charged: 'charged',
  finding: 'court finding',
  alleged: 'said to have caused harm',
  registered: 'registered',
  managed: 'managed',
};

export function concernSays(
  version: Version,
  holders: readonly { agency: string; from: string }[],
  said: readonly string[],
  against: readonly string[],
  agencyOf: (agency: string) => string,
): string {
  const { form, from, to, standing, more } = version;
  const since =
    from === FIRST_DAY ? '' : form === 'registered' || form === 'managed' ? ` since ${startSays(version).says}` : `, ${yearsOf(version)}`;
  const until = to === LAST_DAY ? '' : `, to ${to.slice(0, 4)}`;
  const what = typeof more?.['what'] === 'string' ? `: ${more['what']}` : '';
  const held = holders.map(({ agency, from: day }) => `${agencyOf(agency)}, held by ${daySays(day)}`);
  const lead = TAKEN_BACK.includes(standing) ? 'was said, then taken back or denied: ' : '';
  return `${lead}${FORMS[form ?? ''] ?? form ?? 'of concern'}${since}${until}${what} (${[...held, ...said, ...against].join('; ')})`;
}

function yearsOf(version: Version): string {
  const { earliest, latest } = startSays(version);
  const [first, last] = [earliest?.slice(0, 4), latest?.slice(0, 4)];
  return first === last || last === undefined || first === undefined ? `${first ?? last ?? 'year not recorded'}` : `${first} to ${last}`;
}
