/**
 * One topic's statements, as one agency sees them on one day, become spells (model section 4). Everything is
 * worked out again after every statement; nothing is remembered but who is in which spell and what was last so.
 */
import type { Kind, Standing } from '../../../server/ledger/versions.ts';
import { FIRST, LAST, earlier, earliestOf, equalSpans, later, latestOf, overlap, plusDays, spanOf, type Day, type Span } from './dates.ts';
import type { Seen } from './holdings.ts';

export type Dates = { from: Day; sureFrom: Day; sureTo: Day; to: Day };
/** `at` = place in the order of the fold. */
type Word = Seen & { at: number };
/** After everything in the order of a fold. */
const END = '~';

type Implied = { source: string; end: Span; at: number };
export type Spell = { form: string | null; opened: number; members: Word[]; implied: Implied[]; stood: Dates | null; dates: Dates };
export type Folded = {
  form: string | null;
  standing: Standing;
  disputed: boolean;
  dates: Dates;
  heldSince: Day;
  members: Seen[];
  standingMembers: Seen[];
};

const SUCCEED: Kind[] = ['PARTNER_OF', 'AT_HOME', 'INVOLVED_WITH', 'IN_CUSTODY'];
const AFFIRMS = ['claims', 'observes', 'confirms'];
const affirms = (word: Seen): boolean => AFFIRMS.includes(word.stance);

export type Topic = { kind: Kind | 'PRESENT'; formOf: (seen: Seen) => string | null; birth: Span | null };

const start = (seen: Seen): Span | null => spanOf(seen.claim.from);
const end = (seen: Seen): Span | null => spanOf(seen.claim.to);
/** A `..` is an end not stated. */
const undated = (seen: Seen): boolean => start(seen) === null && spanOf(seen.claim.to) === null;
const forLife = (topic: Topic, form: string | null): boolean => topic.kind === 'PARENT_OF' && (form === 'birth' || form === 'adoptive');
const noEnd = (topic: Topic, form: string | null): boolean => forLife(topic, form) || (topic.kind === 'OF_CONCERN' && form === 'convicted');

/** The days a claim speaks of: the dates it states, while they stand, and when it states no end or `..` alone, the day it was recorded. */
function spokenOf(seen: Seen, startStands = true, endStands = true): Span[] {
  const said = [startStands ? start(seen) : null, endStands ? end(seen) : null].filter((span) => span !== null);
  return seen.claim.to === '..' || undated(seen) ? [...said, seen.recorded] : said;
}

function touches(seen: Word, spell: Spell, loose: Word[], topic: Topic): boolean {
  // An event happens once, whatever days are told of it.
  if (forLife(topic, spell.form) || topic.kind === 'PRESENT') return true;
  const possible = { earliest: spell.dates.from, latest: spell.dates.to };
  if (undated(seen)) {
    const own = sourcesOf(wordsOn(spell, loose, topic, seen.order), spell.implied).get(seen.source);
    const wentPast = affirms(seen) && own?.end && !own.endImplied && own.end.latest < seen.recorded.earliest;
    return Boolean(wentPast) || overlap(seen.recorded, possible);
  }
  return overlap({ earliest: start(seen)?.earliest ?? FIRST, latest: end(seen)?.latest ?? LAST }, possible);
}

type SourceSays = { start: Span | null; end: Span | null; endImplied: boolean; first: Day; last: Day; sureFrom: Day; sureTo: Day };

/** What one source says of the dates, from its claims in order. */
function dated(claims: Word[], implied: Implied[]): SourceSays {
  let from: { span: Span; at: number } | null = null;
  let to: { span: Span; at: number; implied: boolean } | null = null;
  const turns = [
    ...claims.map((claim) => ({ at: claim.at, claim, ending: null })),
    ...implied.map((ending) => ({ at: ending.at, claim: null, ending })),
  ];
  for (const turn of turns.sort((a, b) => a.at - b.at)) {
    if (turn.ending) {
      to ??= { span: turn.ending.end, at: turn.at, implied: true };
      continue;
    }
    if (!turn.claim) continue;
    const statedFrom = start(turn.claim);
    const statedTo = end(turn.claim);
    if (statedFrom) from = { span: statedFrom, at: turn.at };
    if (statedTo) to = { span: statedTo, at: turn.at, implied: false };
    else if (to !== null && latestOf(spokenOf(turn.claim).map((s) => s.earliest)) > to.span.latest) to = null;
  }
  if (from && to && from.span.earliest > to.span.latest) {
    if (to.at > from.at) from = null;
    else to = null;
  }
  // A stated date that was replaced or taken back no longer speaks.
  const spoken = claims.flatMap((claim) => spokenOf(claim, from?.at === claim.at, to?.at === claim.at && !to.implied));
  const first = earliestOf(spoken.map((s) => s.latest));
  const last = latestOf(spoken.map((s) => s.earliest));
  const within = latestOf(spoken.map((s) => s.earliest).filter((day) => !to || day <= to.span.latest));
  return {
    start: from?.span ?? null,
    end: to?.span ?? null,
    endImplied: to?.implied ?? false,
    first,
    last,
    sureFrom: from ? later(from.span.earliest, earlier(from.span.latest, first)) : first,
    sureTo: to ? earlier(to.span.latest, later(to.span.earliest, within)) : last,
  };
}

/** Place of the last disproof: everything said before it is overruled for good; -1 when there is none. */
function disprovedAt(words: Word[]): number {
  return Math.max(-1, ...words.filter((word) => word.stance === 'disproves').map((word) => word.at));
}

function lastWords(words: Word[]): Word[] {
  return [...new Map(words.map((word) => [word.source, word])).values()];
}

/** Claims of each standing source that count: all of them, but for what a disproof overruled. */
function standingClaims(words: Word[]): Map<string, Word[]> {
  const overruled = disprovedAt(words);
  const standing = new Map<string, Word[]>();
  for (const last of lastWords(words)) {
    if (!affirms(last) || last.at < overruled) continue;
    standing.set(
      last.source,
      words.filter((word) => word.source === last.source && affirms(word) && word.at > overruled),
    );
  }
  return standing;
}

function sourcesOf(words: Word[], implied: Implied[]): Map<string, SourceSays> {
  const says = new Map<string, SourceSays>();
  for (const [source, claims] of standingClaims(words)) {
    const since = claims[0]?.at ?? 0;
    says.set(
      source,
      dated(
        claims,
        implied.filter((one) => one.source === source && one.at > since),
      ),
    );
  }
  return says;
}

function acrossSources(says: SourceSays[], topic: Topic, form: string | null): Dates {
  const starts = says.map((s) => s.start).filter((s) => s !== null);
  const ends = says.map((s) => s.end).filter((s) => s !== null);
  let from = starts.length > 0 ? earliestOf(starts.map((s) => s.earliest)) : FIRST;
  let to = ends.length > 0 ? latestOf(ends.map((s) => s.latest)) : LAST;
  if (says.some((s) => !s.start && s.first < from)) from = FIRST;
  if (says.some((s) => !s.end && s.last > to)) to = LAST;
  let sureFrom = later(earliestOf(says.map((s) => s.sureFrom)), latestOf(starts.map((s) => s.earliest)));
  let sureTo = earlier(latestOf(says.map((s) => s.sureTo)), earliestOf(ends.map((s) => s.latest)));
  if (forLife(topic, form) && topic.birth && starts.length === 0) {
    from = plusDays(topic.birth.earliest, -300);
    sureFrom = later(from, earlier(topic.birth.latest, earliestOf(says.map((s) => s.first))));
  }
  if (noEnd(topic, form)) to = sureTo = LAST;
  if (topic.kind === 'PRESENT') {
    // An event is over when it has begun, unless somebody says how long it went on.
    if (ends.length > 0) to = latestOf(ends.map((s) => s.latest));
    else if (starts.length > 0) to = latestOf(starts.map((s) => s.latest));
    sureTo = earlier(sureTo, to);
  }
  return { from, sureFrom, sureTo, to };
}

/** Words that bear on a spell: its own, and undated words against that were said after it or that it could have begun by. */
function wordsOn(spell: Spell, loose: Word[], topic: Topic, now: string): Word[] {
  const bearing = loose.filter((word) => {
    const form = topic.formOf(word);
    return (form === null || form === spell.form) && (word.at > spell.opened || spell.dates.from <= word.recorded.latest);
  });
  return [...spell.members.filter((word) => word.voidFrom === null || word.voidFrom > now), ...bearing].sort((a, b) => a.at - b.at);
}

function date(spell: Spell, loose: Word[], topic: Topic, now: string): void {
  const standing = [...sourcesOf(wordsOn(spell, loose, topic, now), spell.implied).values()];
  if (standing.length > 0) spell.stood = acrossSources(standing, topic, spell.form);
  if (spell.stood) spell.dates = { ...spell.stood };
  else {
    const against = new Map<string, Word[]>();
    for (const word of spell.members) against.set(word.source, [...(against.get(word.source) ?? []), word]);
    spell.dates = acrossSources(
      [...against.values()].map((words) => dated(words, [])),
      topic,
      spell.form,
    );
  }
}

/** Spells of one form share no possible day; one left wholly within another joins it. */
function settle(spells: Spell[], loose: Word[], topic: Topic, now: string): Spell[] {
  for (const spell of spells) date(spell, loose, topic, now);
  for (const spell of spells) {
    if (spell.dates.from !== FIRST) continue;
    const ended = spells.filter((other) => other !== spell && other.form === spell.form && other.dates.to < spell.dates.sureFrom);
    if (ended.length > 0) spell.dates.from = plusDays(latestOf(ended.map((other) => other.dates.to)), 1);
  }
  for (const inner of spells) {
    const outer = spells.find(
      (other) => other !== inner && other.form === inner.form && other.dates.from <= inner.dates.from && inner.dates.to <= other.dates.to,
    );
    if (!outer) continue;
    outer.members = [...outer.members, ...inner.members].sort((a, b) => a.at - b.at);
    outer.implied = [...outer.implied, ...inner.implied];
    outer.opened = Math.min(outer.opened, inner.opened);
    outer.stood ??= inner.stood;
    return settle(
      spells.filter((spell) => spell !== inner),
      loose,
      topic,
      now,
    );
  }
  const inOrder = [...spells].sort((a, b) => (a.dates.from === b.dates.from ? a.opened - b.opened : a.dates.from < b.dates.from ? -1 : 1));
  for (const [place, spell] of inOrder.entries()) {
    for (const before of inOrder.slice(0, place)) {
      if (before.form === spell.form && spell.dates.from <= before.dates.to) spell.dates.from = plusDays(before.dates.to, 1);
    }
  }
  for (const spell of spells) spell.dates.sureFrom = later(spell.dates.from, spell.dates.sureFrom);
  return spells;
}

/** "Lives there", then "visits": the same source's open spells of other forms that began earlier end the day before. */
function succeed(spells: Spell[], into: Spell, word: Word, loose: Word[], topic: Topic): void {
  const form = topic.formOf(word);
  if (form === null || topic.kind === 'PRESENT' || !SUCCEED.includes(topic.kind)) return;
  const begins = start(word);
  // Of what is only known to have ended nobody can say that it came after.
  if (!begins && end(word)) return;
  for (const spell of spells) {
    if (spell === into || spell.form === form) continue;
    const own = sourcesOf(wordsOn(spell, loose, topic, word.order), spell.implied).get(word.source);
    if (!own || own.end) continue;
    if ((own.start?.earliest ?? own.first) >= (begins?.earliest ?? word.recorded.earliest)) continue;
    const ending = begins
      ? { earliest: plusDays(begins.earliest, -1), latest: plusDays(begins.latest, -1) }
      : { earliest: FIRST, latest: plusDays(word.recorded.earliest, -1) };
    spell.implied.push({ source: word.source, end: ending, at: word.at });
  }
}

const laterStarting = (a: Spell, b: Spell): Spell =>
  b.dates.from > a.dates.from || (b.dates.from === a.dates.from && b.opened > a.opened) ? b : a;

/** `echoes`: days on which the holder received repeats of each statement it also holds. */
export function fold(topic: Topic, seen: Seen[], echoes: Map<string, Day[]>): Folded[] {
  let spells: Spell[] = [];
  const loose: Word[] = [];
  const withdrawals = seen
    .map((one) => one.voidFrom)
    .filter((one) => one !== null)
    .sort();
  for (const [at, one] of seen.entries()) {
    const word: Word = { ...one, at };
    const form = topic.formOf(word);
    for (const moment of withdrawals.filter((one) => one < word.order)) spells = settle(spells, loose, topic, moment);
    spells = settle(spells, loose, topic, word.order);
    if (!affirms(word) && undated(word)) loose.push(word);
    else {
      const near = spells.filter((spell) => (form === null || spell.form === form) && touches(word, spell, loose, topic));
      const into =
        near.length > 0
          ? [near.reduce(laterStarting)]
          : [{ form, opened: at, members: [], implied: [], stood: null, dates: { from: FIRST, sureFrom: FIRST, sureTo: LAST, to: LAST } }];
      for (const spell of into) {
        spell.members.push(word);
        if (!spells.includes(spell)) spells.push(spell);
      }
      if (affirms(word) && into[0]) succeed(spells, into[0], word, loose, topic);
    }
    spells = settle(spells, loose, topic, word.order);
  }
  for (const moment of withdrawals) spells = settle(spells, loose, topic, moment);
  return settle(spells, loose, topic, END).map((spell) => stands(spell, loose, topic, echoes));
}

function stands(spell: Spell, loose: Word[], topic: Topic, echoes: Map<string, Day[]>): Folded {
  const words = wordsOn(spell, loose, topic, END);
  const last = lastWords(words);
  const claims = standingClaims(words);
  const standing = last.filter((word) => claims.has(word.source));
  const says = [...sourcesOf(words, spell.implied).values()];
  const differ = (spans: (Span | null)[]): boolean => spans.some((a) => a && spans.some((b) => b && !equalSpans(a, b)));
  const deniedByAnother = last.some((word) => word.stance === 'denies' || word.stance === 'disproves');
  const disputed = standing.length > 0 && (deniedByAnother || differ(says.map((s) => s.start)) || differ(says.map((s) => s.end)));
  const ever = spell.members.filter(affirms);
  const counted = ever.length > 0 ? ever : spell.members;
  const heldSince = earliestOf(counted.flatMap((word) => [word.arrived, ...(echoes.get(word.id) ?? [])]));
  return {
    form: spell.form,
    standing: best(standing, last, disprovedAt(words) >= 0),
    disputed,
    dates: spell.dates,
    heldSince,
    members: spell.members,
    standingMembers: [...claims.values()].flat().sort((a, b) => a.at - b.at),
  };
}

function best(standing: Word[], last: Word[], disproved: boolean): Standing {
  if (standing.some((word) => word.stance === 'confirms' || (word.stance === 'claims' && word.official))) return 'confirmed';
  if (standing.some((word) => word.stance === 'observes')) return 'observed';
  if (standing.length > 0) return 'alleged';
  if (disproved) return 'disproved';
  return last.some((word) => word.stance === 'denies') ? 'denied' : 'retracted';
}

/** A person's birth as one agency holds it: each source's newest, then the widest. A birth that is expected dates no tie. */
export function foldBirth(details: Seen[], keys: ('born' | 'expected')[] = ['born']): Span | null {
  for (const key of keys) {
    const words = details
      .filter((seen) => seen.voidFrom === null && seen.claim.type === 'detail' && seen.claim[key] !== undefined)
      .map((seen, at) => ({ ...seen, at }));
    const newest = [...standingClaims(words).values()].map((claims) => claims.at(-1)).filter((word) => word !== undefined);
    const spans = newest.map((word) => (word.claim.type === 'detail' ? spanOf(word.claim[key]) : null)).filter((span) => span !== null);
    if (spans.length > 0) return { earliest: earliestOf(spans.map((s) => s.earliest)), latest: latestOf(spans.map((s) => s.latest)) };
  }
  return null;
}
