/**
 * Somebody in a home by a pattern, as a sentence: "Connor lives part of the week at Household 1 (from
 * January 2018, 3 nights a week; no end recorded, last spoken of 2 May 2020; social care, held by
 * 2 May 2020; Connor said so)." Pure; given only what the asker may see.
 */
import { FIRST_DAY, LAST_DAY, TAKEN_BACK, type Day, type Version } from '../ledger/versions.ts';
import { daySays, periodSays, spanSays } from './dates-say.ts';
import { andList, heldSays, lastSpokenOf, type Names, type TieTold } from './route-says.ts';

/** As a home claim has them (docs/model.md section 2), in the order in which people of a home are listed. */
export const PATTERN_ORDER = ['lives', 'part week', 'weekends', 'stays', 'lodges', 'visits', 'excluded'] as const;
export type Pattern = (typeof PATTERN_ORDER)[number];

type Verb = { now: string; past: string; said: string; came: string; left: string; became: string; one: string; many: string };

const verb = (now: string, past: string, said: string, ing: string, place: string, there: string): Verb => ({
  now: `${now}${place}`,
  past: `${past}${place}`,
  said: `${said}${place}`,
  came: `began ${ing}${place}`,
  left: `stopped ${ing}${place}`,
  became: `began ${ing}${there}`,
  one: `${now}${there}`,
  many: `${said}${there}`,
});
const VERBS: Readonly<Record<Pattern, Verb>> = {
  lives: verb('lives', 'lived', 'live', 'living', ' at', ' there'),
  'part week': verb(
    'lives part of the week',
    'lived part of the week',
    'live part of the week',
    'living part of the week',
    ' at',
    ' there',
  ),
  weekends: verb('spends weekends', 'spent weekends', 'spend weekends', 'spending weekends', ' at', ' there'),
  stays: verb('stays', 'stayed', 'stay', 'staying', ' at', ' there'),
  lodges: verb('lodges', 'lodged', 'lodge', 'lodging', ' at', ' there'),
  visits: verb('visits', 'visited', 'visit', 'visiting', '', ''),
  excluded: {
    now: 'is kept away from',
    past: 'was kept away from',
    said: 'be kept away from',
    came: 'began to be kept away from',
    left: 'was no longer kept away from',
    became: 'began to be kept away',
    one: 'is kept away',
    many: 'are kept away',
  },
};

export const patternOf = ({ form }: Version): Pattern => PATTERN_ORDER.find((pattern) => pattern === form) ?? 'stays';
/** Whoever is in a home by this pattern is one of its people; a visitor and somebody kept away are not. */
export const makesMember = (pattern: Pattern): boolean => pattern !== 'visits' && pattern !== 'excluded';

export const nightsOf = ({ more }: Version): number | null => (typeof more?.['nights'] === 'number' ? more['nights'] : null);
export const partyOf = ({ more }: Version): string | null => {
  const parties: unknown = more?.['parties'];
  return Array.isArray(parties) && parties.length > 0 ? parties.join(', ') : null;
};

export function staySays(tie: TieTold, person: string, home: string, asAt: Day, agencyOf: Names['agencyOf']): string {
  const { version } = tie;
  const verb = VERBS[patternOf(version)];
  const words = TAKEN_BACK.includes(version.standing) ? `was said to ${verb.said}` : version.to < asAt ? verb.past : verb.now;
  const nights = nightsOf(version);
  const party = partyOf(version);
  const circumstances = [
    [periodSays(version), nights === null ? '' : nights === 1 ? '1 night a week' : `${nights} nights a week`]
      .filter((part) => part !== '')
      .join(', '),
    party === null ? '' : `in one party: ${party}`,
    lastSpokenOf(version, asAt),
    heldSays(tie, { agencyOf }),
    ...tie.said,
    ...tie.against,
  ];
  return `${person} ${words} ${home} (${circumstances.filter((part) => part !== '').join('; ')}).`;
}

/** Who came, left, or changed how they stay. */
export const cameSays = (person: string, version: Version, home: string): string =>
  `${person} ${VERBS[patternOf(version)].came} ${home}, ${startDay(version)}.`;
export const leftSays = (person: string, version: Version, home: string): string =>
  `${person} ${VERBS[patternOf(version)].left} ${home}, ${endDay(version)}.`;
export const changedSays = (person: string, before: Version, after: Version, home: string): string =>
  `${person} ${VERBS[patternOf(before)].left} ${home} and ${VERBS[patternOf(after)].became}, ${startDay(after)}.`;

const startDay = ({ from, sureFrom, to }: Version): string => spanSays({ earliest: from, latest: sureFrom <= to ? sureFrom : to });
const endDay = ({ from, sureTo, to }: Version): string => spanSays({ earliest: sureTo >= from ? sureTo : from, latest: to });

export const hasStart = ({ from }: Version): boolean => from !== FIRST_DAY;
export const hasEnd = ({ to }: Version): boolean => to !== LAST_DAY;

/** "Household 1, on 25 April 2020: Mother and Mia live there; Connor lives there part of the week; SO2 is kept away." */
export function householdSays(
  home: string,
  asAt: Day,
  people: readonly { name: string; patterns: readonly Pattern[]; certain: boolean; endKnown: boolean }[],
): string {
  if (people.length === 0) return `Nobody is recorded as living, staying, visiting or kept away at ${home}, on ${daySays(asAt)}.`;
  const groups = PATTERN_ORDER.flatMap((pattern) => {
    const by = people.filter(({ patterns }) => patterns.includes(pattern));
    if (by.length === 0) return [];
    const unsure = by.filter(({ certain }) => !certain);
    const why = unsure.every(({ endKnown }) => !endKnown) ? 'possibly: no end is recorded' : 'possibly, not certainly';
    const possibly =
      unsure.length === 0 ? '' : unsure.length === by.length ? ` (${why})` : ` (${andList(unsure.map(({ name }) => name))} ${why})`;
    return [`${andList(by.map(({ name }) => name))} ${by.length === 1 ? VERBS[pattern].one : VERBS[pattern].many}${possibly}`];
  });
  return `${home}, on ${daySays(asAt)}: ${groups.join('; ')}.`;
}
