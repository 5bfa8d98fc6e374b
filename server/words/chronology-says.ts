/** One entry of a chronology as a sentence, and what is known of each agency's part in it. Pure. */
import type { Span } from '../ledger/dates.ts';
import type { Condition, StatementRecord } from '../ledger/records.ts';
import type { Day } from '../ledger/versions.ts';
import { delaySays, isHeldBefore, type Delay } from '../reviewing/delay.ts';
import { daySays, spanSays } from './dates-say.ts';
import { countedSays } from './grounds-say.ts';
import { andList } from './route-says.ts';

export type EntrySaid = {
  happened: Span | null;
  until: Span | null;
  what: string;
  /** Whose record it is, as the first of those who held it. */
  held: readonly { agency: string; since: Day }[];
  /** Of the day it was first held, or held by the one agency asked about. */
  delay: Delay | null;
  done: string | null;
};

export function entrySays({ happened, until, what, held, delay, done }: EntrySaid): string {
  const when = happened === null ? 'No day recorded' : capital(spanSays(happened));
  const end = until === null ? '' : `, to ${spanSays(until)}`;
  const holders = held.map(({ agency, since }) => `${agency} from ${daySays(since)}`);
  const late = delay === null ? '' : ` (${delaySays(delay)}${isHeldBefore(delay) ? ' it happened' : ''})`;
  const by =
    holders.length === 0 ? 'Not held.' : `Held by ${holders[0]}${late}${holders.length > 1 ? `; ${holders.slice(1).join('; ')}` : ''}.`;
  return [`${when}${end}: ${sentence(what)}`, by, done === null ? '' : sentence(`Done: ${done}`)].filter((part) => part !== '').join(' ');
}

export function laneSays(agency: string, entries: number, heldFrom: Day | null, loadedFrom: Day | null): string {
  if (loadedFrom === null) return `${agency}: nothing has been loaded from it.`;
  if (heldFrom === null) return `${agency}: no record of them is held; its records here begin on ${daySays(loadedFrom)}.`;
  return `${agency}: holds ${countedSays(entries, 'of these entries', 'of these entries').replace('no of', 'none of')}; before ${daySays(heldFrom)} it held no record of them.`;
}

/** What an order, plan or assessment asks for or came to: "must: unpaid work; must not: contact with under-16s; result: High". */
export function matterSays({ claim }: StatementRecord): string[] {
  if (claim.type !== 'order' && claim.type !== 'plan' && claim.type !== 'assessment') return [];
  const part = (title: string, text: string | undefined): string[] => (text === undefined ? [] : [`${title}: ${text}`]);
  return [
    ...(claim.conditions ?? []).map(conditionSays),
    ...part('measures', claim.measures),
    ...part('result', claim.result),
    ...part('closed because', claim.closedWhy),
  ];
}

const conditionSays = ({ must, what, towards }: Condition): string =>
  `${must === true ? 'must' : must === false ? 'must not' : must}: ${what}${towards === undefined ? '' : ` (${towards})`}`;

export const settingsSay = (asHeldBy: string | null, kinds: readonly string[] | null): string =>
  [
    asHeldBy === null ? 'As it happened.' : `As it came to be held by ${asHeldBy}.`,
    kinds === null ? 'Every kind of entry.' : `Only ${andList(kinds.map((kind) => `${kind}s`))}.`,
  ].join(' ');

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
