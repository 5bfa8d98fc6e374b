/**
 * What was searched and what was not, in words. Nothing found is never "clear" and never "safe"
 * (docs/product.md, rule 8). Pure.
 */
import { FIRST_DAY, type Day } from '../ledger/versions.ts';
import { daySays } from './dates-say.ts';
import { andList } from './route-says.ts';

export type Searched = {
  /** "No person of concern is recorded within 2 steps of Connor". */
  found: string;
  nothing: boolean;
  /** For a question that follows no ties: the days it looked over, in words. */
  period?: string | null;
  asAt: Day;
  since: Day | null;
  heldOn: Day;
  /** Names, as said in a sentence. */
  heldBy: readonly string[];
  notAsked: readonly string[];
  /** Names of what was left out, or how many things. */
  without: number;
};

export function groundsSay({ found, nothing, period: own = null, asAt, since, heldOn, heldBy, notAsked, without }: Searched): string {
  const period =
    own ??
    (since === null || since === FIRST_DAY
      ? `on ${daySays(asAt)}, ties of any time before included`
      : since === asAt
        ? `in force on ${daySays(asAt)}`
        : `in force at some time from ${daySays(since)} to ${daySays(asAt)}`);
  const held =
    heldBy.length === 0 ? 'no agency was asked' : `in what ${named(heldBy)} held by ${heldOn === asAt ? 'then' : daySays(heldOn)}`;
  const sentences = [
    `${found}, ${period}, ${held}.`,
    notAsked.length === 0 ? '' : `${capital(named(notAsked))} ${notAsked.length === 1 ? 'was' : 'were'} not asked.`,
    without === 0 ? '' : `This is a what-if: ${without === 1 ? 'one thing is' : `${without} things are`} left out as if not recorded.`,
    nothing ? 'That nothing is recorded does not mean that there is nothing.' : '',
    'Records you may not see could change this.',
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

const MOST_NAMES = 6;
const named = (names: readonly string[]): string => (names.length > MOST_NAMES ? `${names.length} agencies` : andList(names));
const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** "from 3 May 2020 to 9 June 2020", for what is looked for over days and not on one. */
export const daysLookedOver = (since: Day | null, asAt: Day): string =>
  since === null || since === FIRST_DAY ? `up to ${daySays(asAt)}` : `from ${daySays(since)} to ${daySays(asAt)}`;

export const countSays = (count: number, one: string, many: string): string =>
  count === 0 ? `no ${one} is` : count === 1 ? `1 ${one} is` : `${count} ${many} are`;

/** "3 records", "1 record", "no records". */
export const countedSays = (count: number, one: string, many: string): string =>
  `${count === 0 ? 'no' : count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
