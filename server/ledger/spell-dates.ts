/**
 * What the words on one spell add up to: the best standing word, and the possible and certain days.
 * docs/model.md sections 3 and 4, rules 2 to 4. Pure.
 */
import { addDays, earlier, later, type Span } from './dates.ts';
import { groupBy } from './grouping.ts';
import { precedes, type Order, type Word } from './words.ts';
import { FIRST_DAY, LAST_DAY, type Day, type Standing } from './versions.ts';

export type Period = { from: Day; sureFrom: Day; sureTo: Day; to: Day };

/** A source that moves on to another form ends its own open part of this one the day before. */
export type Closing = { source: string; end: Span; order: Order };

/** How the dates of some ties differ from the rule. */
export type DateRule =
  | { kind: 'as stated' }
  /** Birth and adoptive parents: for ever, from the child's birth as the agency holds it where no start is stated. */
  | { kind: 'from birth'; birth: Span | null }
  /** A conviction has no end. */
  | { kind: 'no end' }
  /** An event is on its day. */
  | { kind: 'its day' };

type SourceDates = { start: Span | null; end: Span | null; endImplied: boolean; spoken: Span[] };

/** What a source has said of a spell up to a point; the days it spoke of it as so are those it stated, else the day it spoke. */
export function sourceDates(words: readonly Word[], closings: readonly Closing[]): SourceDates {
  const said: SourceDates = { start: null, end: null, endImplied: false, spoken: [] };
  const steps = [...words, ...closings].sort((a, b) => (precedes(a.order, b.order) ? -1 : 1));
  for (const step of steps) {
    if (!('isSo' in step)) {
      if (said.end === null) Object.assign(said, { end: step.end, endImplied: true });
      continue;
    }
    if (step.from) {
      said.start = step.from;
      if (said.end && step.from.earliest > said.end.latest) said.end = null;
    }
    if (step.to) {
      Object.assign(said, { end: step.to, endImplied: false });
      if (said.start && said.start.earliest > step.to.latest) said.start = null;
    }
    if (speaksOfItsDay(step)) {
      said.spoken.push(step.said);
      if (said.end && step.said.earliest > said.end.latest) said.end = null;
    }
  }
  return said;
}

/** A claim without dates, or "going on", speaks of the day it was recorded. */
export const speaksOfItsDay = (word: Word): boolean => word.goingOn || (word.from === null && word.to === null);

function sourcePeriod({ start, end, endImplied, spoken }: SourceDates): Period {
  const days = [...spoken, ...(start ? [start] : []), ...(end && !endImplied ? [end] : [])];
  const first = days.map((day) => day.latest).reduce(earlier, LAST_DAY);
  const last = (limit: Day): Day =>
    days
      .map((day) => day.earliest)
      .filter((day) => day <= limit)
      .reduce(later, FIRST_DAY);
  return {
    from: start?.earliest ?? FIRST_DAY,
    sureFrom: start ? later(start.earliest, earlier(start.latest, first)) : first,
    sureTo: end ? earlier(end.latest, later(end.earliest, last(end.latest))) : last(LAST_DAY),
    to: end?.latest ?? LAST_DAY,
  };
}

/** The widest stated period; certain from the earliest to the latest certain day, cut to what every source finds possible. */
export function periodOf(words: readonly Word[], closings: readonly Closing[], rule: DateRule): Period {
  const bySource = groupBy(words, (word) => word.source);
  const dates = [...bySource].map(([source, own]) =>
    sourceDates(
      own,
      closings.filter((closing) => closing.source === source),
    ),
  );
  const periods = dates.map(sourcePeriod);
  const cut = {
    from: widestStart(dates),
    to: widestEnd(dates),
    sureFrom: later(periods.map((p) => p.sureFrom).reduce(earlier, LAST_DAY), periods.map((p) => p.from).reduce(later, FIRST_DAY)),
    sureTo: earlier(periods.map((p) => p.sureTo).reduce(later, FIRST_DAY), periods.map((p) => p.to).reduce(earlier, LAST_DAY)),
  };
  return adjust(cut, dates, rule);
}

/** A source silent on the start leaves it to those who state one, unless it spoke of the tie as so before that day. */
function widestStart(dates: readonly SourceDates[]): Day {
  const stated = dates.flatMap((d) => (d.start ? [d.start.earliest] : []));
  if (stated.length === 0) return FIRST_DAY;
  const start = stated.reduce(earlier);
  const earlierWord = dates.some(
    (d) => d.start === null && [...d.spoken, ...(d.end && !d.endImplied ? [d.end] : [])].some((day) => day.latest < start),
  );
  return earlierWord ? FIRST_DAY : start;
}

function widestEnd(dates: readonly SourceDates[]): Day {
  const stated = dates.flatMap((d) => (d.end ? [d.end.latest] : []));
  if (stated.length === 0) return LAST_DAY;
  const end = stated.reduce(later);
  const laterWord = dates.some((d) => d.end === null && [...d.spoken, ...(d.start ? [d.start] : [])].some((day) => day.earliest > end));
  return laterWord ? LAST_DAY : end;
}

function adjust(period: Period, dates: readonly SourceDates[], rule: DateRule): Period {
  switch (rule.kind) {
    case 'as stated':
      return period;
    case 'no end':
      return { ...period, to: LAST_DAY, sureTo: LAST_DAY };
    case 'its day':
      return onItsDay(period, dates);
    case 'from birth': {
      const forEver = { ...period, to: LAST_DAY, sureTo: LAST_DAY };
      if (rule.birth === null || dates.some((d) => d.start !== null)) return forEver;
      // Before the birth there is a pregnancy: the unborn have a network.
      const from = addDays(rule.birth.earliest, -300);
      const firstSpoken = dates.flatMap((d) => [...d.spoken, ...(d.end ? [d.end] : [])].map((day) => day.latest)).reduce(earlier, LAST_DAY);
      return { ...forEver, from, sureFrom: later(from, earlier(rule.birth.latest, firstSpoken)) };
    }
  }
}

/** It ends on its stated last day, else on its day; a source that gives no day leaves it to those who do. */
function onItsDay(period: Period, dates: readonly SourceDates[]): Period {
  const last = dates.flatMap((d) => d.end ?? d.start ?? []);
  if (last.length === 0) return period;
  const to = last.map((day) => day.latest).reduce(later);
  const sureTo = last.map((day) => day.earliest).reduce(later);
  return { ...period, to, sureTo: earlier(later(sureTo, period.sureTo), to) };
}

/** The word of every source on a spell up to a point, withdrawn ones left out. */
export type Judgement = { standing: Standing; disputed: boolean; standingWords: Word[] };

export function judge(words: readonly Word[], until: Order | null): Judgement {
  const by = (order: Order): boolean => until === null || !precedes(until, order);
  const said = words.filter((word) => by(word.order));
  const kept = said.filter((word) => !(word.fallsAt && by(word.fallsAt)));
  const disproof = kept.filter((word) => word.stance === 'disproves').at(-1);
  const latest = new Map(kept.map((word) => [word.source, word]));
  const overruled = (word: Word): boolean => disproof !== undefined && precedes(word.order, disproof.order);
  const standing = [...latest.values()].filter((word) => word.isSo && !overruled(word));
  const sources = new Set(standing.map((word) => word.source));
  const standingWords = kept.filter((word) => word.isSo && sources.has(word.source) && !overruled(word));
  if (standing.length > 0) {
    const denied = [...latest.values()].some((word) => word.stance === 'denies' || word.stance === 'disproves');
    return { standing: bestWord(standing), disputed: denied || datesDiffer(standingWords), standingWords };
  }
  const taken: Standing = disproof ? 'disproved' : [...latest.values()].some((word) => word.stance === 'denies') ? 'denied' : 'retracted';
  return { standing: taken, disputed: false, standingWords };
}

function bestWord(words: readonly Word[]): Standing {
  if (words.some((word) => word.stance === 'confirms' || (word.stance === 'claims' && word.official))) return 'confirmed';
  return words.some((word) => word.stance === 'observes') ? 'observed' : 'alleged';
}

function datesDiffer(words: readonly Word[]): boolean {
  const dates = [...groupBy(words, (word) => word.source).values()].map((own) => sourceDates(own, []));
  const distinct = (spans: (Span | null)[]): number =>
    new Set(spans.flatMap((span) => (span ? [`${span.earliest}/${span.latest}`] : []))).size;
  return distinct(dates.map((d) => d.start)) > 1 || distinct(dates.map((d) => d.end)) > 1;
}
