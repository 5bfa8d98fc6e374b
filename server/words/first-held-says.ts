/**
 * Who first held a whole route, and from when, in sentences: "From 12 October 2016 police and midwifery
 * held it between them; neither held it alone until 5 November 2018." Pure.
 */
import type { Day } from '../ledger/versions.ts';
import type { Span } from '../ledger/dates.ts';
import { daySays, spanSays } from './dates-say.ts';
import { andList } from './route-says.ts';

/** `sets`: names of agencies, whoever completed it first; none: nobody holds it any more. */
export type PeriodSaid = { on: Span; sets: readonly (readonly string[])[] };

/** "12 October 2016", or, of a day known only as a span, "30 September 2017 at the latest (September 2017)". */
export function byDaySays({ earliest, latest }: Span): string {
  return earliest === latest ? daySays(latest) : `${daySays(latest)} at the latest (${spanSays({ earliest, latest })})`;
}

const MOST_SETS = 4;
const countOf = (sets: number): string => (sets === 1 ? 'one more such set' : `${sets} more such sets`);

/** One period as a sentence. `before`: the sets of the period before, which need not be said again. */
export function periodSays({ on, sets }: PeriodSaid, before: readonly (readonly string[])[] = []): string {
  return sets.length === 0 ? `From ${byDaySays(on)} nobody held all of it any more.` : `From ${byDaySays(on)} ${heldBySays(sets, before)}.`;
}

function heldBySays(sets: readonly (readonly string[])[], before: readonly (readonly string[])[]): string {
  const known = new Set(before.map((set) => [...set].sort().join('\n')));
  const fresh = sets.filter((set) => !known.has([...set].sort().join('\n')));
  const told = fresh.length === 0 ? sets : fresh;
  const alone = told.filter((set) => set.length === 1).flat();
  const between = told.filter((set) => set.length > 1);
  const more = between.length > MOST_SETS ? ` (and ${countOf(between.length - MOST_SETS)})` : '';
  const parts = [
    ...(alone.length === 0 ? [] : [`${andList(alone)} ${alone.length === 1 ? 'held it alone' : 'each held it alone'}`]),
    ...(between.length === 0
      ? []
      : [
          `${between
            .slice(0, MOST_SETS)
            .map((set) => andList(set))
            .join(', or ')} held it between them${more}`,
        ]),
  ];
  return parts.join('; ');
}

/** The whole history in two or three sentences. `until`: the last day asked about. */
export function readingSays(periods: readonly PeriodSaid[], until: Day): string {
  const [first] = periods;
  if (first === undefined) return `By ${daySays(until)} no agency asked held all of it, nor did all of them together.`;
  const last = periods.at(-1)!;
  const alone = periods.find(({ sets }) => sets.some((set) => set.length === 1));
  const lead = periodSays(first).slice(0, -1);
  const one = first.sets.length === 1 && first.sets[0]!.length > 1 ? first.sets[0]! : null;
  const nobody =
    one !== null && (alone === undefined || alone.sets.every((set) => set.length > 1 || one.includes(set[0]!)))
      ? one.length === 2
        ? 'neither'
        : 'none of them'
      : 'no agency';
  const notBefore =
    alone === first ? '' : `; ${nobody} held it alone ${alone === undefined ? `by ${daySays(until)}` : `until ${byDaySays(alone.on)}`}`;
  const sentences = [`${lead}${notBefore}.`];
  if (alone !== undefined && alone !== first) sentences.push(periodSays({ ...alone, sets: alone.sets.filter((set) => set.length === 1) }));
  if (last !== first && last !== alone && !saysTheSame(last, alone)) sentences.push(periodSays(last));
  return sentences.join(' ');
}

/** Held again as it was before, after days on which it was not: the days one by one say so. */
const saysTheSame = (last: PeriodSaid, alone: PeriodSaid | undefined): boolean =>
  alone !== undefined && JSON.stringify(last.sets) === JSON.stringify(alone.sets.filter((set) => set.length === 1));

/** How an agency came to hold something. `firstHand` and `from` both: partly one, partly the other. */
export type HeldSaid = {
  agencies: readonly string[];
  on: Span;
  firstHand: boolean;
  from: readonly string[];
  /** Held before it happened, or could have: the first day it is about. */
  about: Day | null;
  /** Last day on which it was held so; null: still. */
  to: Day | null;
};

export function heldSays({ agencies, on, firstHand, from, about, to }: HeldSaid): string {
  const how =
    agencies.length > 1
      ? 'only together'
      : from.length === 0
        ? 'first-hand'
        : firstHand
          ? `partly first-hand, partly from ${andList(from)}`
          : `from ${andList(from)}`;
  const early = about === null ? '' : ` That was before it happened: it is about ${daySays(about)} and later.`;
  const until = to === null ? '' : ` It was held so to ${daySays(to)} and not after.`;
  return `${capital(andList(agencies))}: from ${byDaySays(on)}, ${how}.${early}${until}`;
}

export type SharingSaid = { from: string; to: string; on: Span; state: 'received' | 'sent' | 'claimed' | 'refused' | 'not known' };

/** What is recorded of one sharing. Only one that was received gave anybody anything. */
export function sharingSays({ from, to, on, state }: SharingSaid): string {
  const day = on.earliest === on.latest ? `on ${daySays(on.latest)}` : `(${spanSays(on)})`;
  switch (state) {
    case 'received':
      return `${capital(from)} shared it with ${to} ${day}.`;
    case 'sent':
      return `${capital(from)} sent it to ${to} ${day}; no receipt is recorded, so it is not counted as held there.`;
    case 'claimed':
      return `${capital(from)} said that it was passed to ${to} ${day}; ${to} has no record of that, so it is not counted as held there.`;
    case 'refused':
      return `Passing it from ${from} to ${to} ${day} was refused, so it is not counted as held there.`;
    case 'not known':
      return `Whether ${from} passed it to ${to} ${day} is not known, so it is not counted as held there.`;
  }
}

/** Where nothing could be found: which part nobody held. */
export function nothingSays({ route, concern }: { route: boolean; concern: boolean }, person: string): string {
  if (!route && !concern) return `Neither a route nor a fact of concern about ${person} is recorded there.`;
  if (!route) return 'No such route is recorded there.';
  return concern
    ? 'The route and the fact of concern were never held on one day.'
    : `No fact of concern about ${person} is recorded there, so the days of the route alone are given with each tie.`;
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
