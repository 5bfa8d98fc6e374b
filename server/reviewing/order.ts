/** The order of a chronology, which is the same every time it is asked, and says itself. Pure. */
import type { Span } from '../ledger/dates.ts';
import { FIRST_DAY, type Day } from '../ledger/versions.ts';
import { ENTRY_KINDS, type EntryKind } from './dated.ts';

export type Placed = { id: string; kind: EntryKind; happened: Span | null; until: Span | null; knownFrom: Day | null };

/** `all`: each entry once, those of the second and third list after the first. */
export type Ordered<T> = { dated: T[]; undated: T[]; notHeld: T[]; all: T[] };

type Settings = { since: Day; asAt: Day; asHeld: boolean };

/**
 * Within `since` to `asAt`, by the day of it or of its end (as it happened) or by the day it was held; what
 * names no day, or was never held, stands apart whatever the days asked for.
 */
export function inOrderOf<T extends Placed>(entries: readonly T[], { since, asAt, asHeld }: Settings): Ordered<T> {
  const within = (span: Span | null): boolean => span !== null && span.earliest <= asAt && span.latest >= since;
  const happenedThen = ({ happened, until }: T): boolean => happened !== null && (within(happened) || within(until));
  const held = entries.filter(({ knownFrom }) => knownFrom !== null);
  const dated = asHeld ? held.filter((one) => one.knownFrom! >= since && one.knownFrom! <= asAt) : held.filter(happenedThen);
  const undated = asHeld ? [] : held.filter(({ happened }) => happened === null);
  const notHeld = asHeld ? entries.filter((one) => one.knownFrom === null && (one.happened === null || happenedThen(one))) : [];
  const [byHappened, byHeld] = [sorted(placeHappened), sorted(placeHeld)];
  const lists = { dated: dated.sort(asHeld ? byHeld : byHappened), undated: undated.sort(byHeld), notHeld: notHeld.sort(byHappened) };
  return { ...lists, all: [...lists.dated, ...lists.undated, ...lists.notHeld] };
}

export const orderSays = (asHeld: boolean): string =>
  asHeld
    ? 'In order of the day each came to be held; on one day by the day it happened, then by kind of entry, then by its id.'
    : 'In order of the first day each may have happened (its last, where no first day is known); on one day by its last possible day, then by the day it came to be held, then by kind of entry, then by its id.';

const NO_DAY = '~';
const startOf = (span: Span | null): Day => (span === null ? NO_DAY : span.earliest === FIRST_DAY ? span.latest : span.earliest);
const kindOf = ({ kind }: Placed): string => String(ENTRY_KINDS.indexOf(kind));
const placeHappened = (entry: Placed): string[] => [
  startOf(entry.happened),
  entry.happened?.latest ?? NO_DAY,
  entry.knownFrom ?? NO_DAY,
  kindOf(entry),
  entry.id,
];
const placeHeld = (entry: Placed): string[] => [
  entry.knownFrom ?? NO_DAY,
  startOf(entry.happened),
  entry.happened?.latest ?? NO_DAY,
  kindOf(entry),
  entry.id,
];

function sorted(placeOf: (entry: Placed) => string[]): (a: Placed, b: Placed) => number {
  return (a, b) => {
    const [left, right] = [placeOf(a), placeOf(b)];
    const at = left.findIndex((part, index) => part !== right[index]);
    return at < 0 ? 0 : left[at]! < right[at]! ? -1 : 1;
  };
}
