/**
 * Words on one tie -> its spells: how long it was so, how often, in which form.
 * docs/model.md section 4, rules 2 to 5. Pure.
 */
import { dayAfter, dayBefore, later, type Span } from './dates.ts';
import { judge, periodOf, sourceDates, speaksOfItsDay, type Closing, type DateRule, type Judgement, type Period } from './spell-dates.ts';
import { precedes, type Order, type Word } from './words.ts';
import { FIRST_DAY, LAST_DAY, type Day } from './versions.ts';

export type SpellRules = {
  /** Home patterns, and forms of partner, involvement and custody: a source's new form ends its own open one. */
  succession: boolean;
  /** One spell, whatever days are spoken of (birth and adoptive parents, events). */
  single: (form: string | null) => boolean;
  dates: (form: string | null) => DateRule;
};

export type Spell = Period &
  Judgement & {
    form: string | null;
    /** The id of the first word of it: what makes it this spell and no other. */
    opener: string;
    words: Word[];
  };

type Draft = { form: string | null; words: Word[]; closings: Closing[] };

export function spellsOf(words: readonly Word[], rules: SpellRules): Spell[] {
  const drafts: Draft[] = [];
  const undated: Word[] = [];
  for (const word of words) {
    if (!word.isSo && word.from === null && word.to === null) undated.push(word);
    else join(drafts, word, undated, rules);
  }
  // An undated word against makes no tie: it keeps nothing that is otherwise gone.
  const said = drafts.filter(wasSaid);
  for (const negative of undated) bear(said, negative, rules);
  return said.map((draft) => finish(draft, said, rules));
}

/** A claim joins the latest-starting spell of its form that it touches, else opens one. */
function join(drafts: Draft[], word: Word, saidAgainst: readonly Word[], rules: SpellRules): void {
  const touched = drafts
    .map((draft) => ({ draft, ...keptApart(draft, drafts, rules) }))
    .filter(({ draft, ...period }) => (word.form === null || draft.form === word.form) && touches(draft, period, word, saidAgainst, rules))
    .reduce<{ draft: Draft; from: Day } | null>((best, next) => (best === null || next.from >= best.from ? next : best), null);
  let draft = touched?.draft;
  if (draft) draft.words.push(word);
  else drafts.push((draft = { form: word.form, words: [word], closings: [] }));
  if (rules.succession && word.isSo && word.form !== null) closeOwnOthers(drafts, draft, word, saidAgainst);
  absorb(drafts, rules);
}

function touches(draft: Draft, period: Period, word: Word, saidAgainst: readonly Word[], rules: SpellRules): boolean {
  if (rules.single(draft.form)) return true;
  if (takesBackOwnEnd(draft, word, saidAgainst)) return true;
  const spoken: Span =
    word.from === null && word.to === null
      ? word.said
      : { earliest: word.from?.earliest ?? FIRST_DAY, latest: word.to?.latest ?? LAST_DAY };
  return spoken.earliest <= period.to && spoken.latest >= period.from;
}

/** A source that speaks of a tie as so after its own stated end takes that end back. */
function takesBackOwnEnd(draft: Draft, word: Word, saidAgainst: readonly Word[]): boolean {
  if (!word.isSo || word.from !== null || word.to !== null || !speaksOfItsDay(word)) return false;
  const { end } = sourceDates(ownStanding(draft, word, saidAgainst), []);
  return end !== null && word.said.earliest > end.latest;
}

/** "Lives there", then from the same source "visits": its own open segment that began earlier ends the day before. */
function closeOwnOthers(drafts: Draft[], joined: Draft, word: Word, saidAgainst: readonly Word[]): void {
  const start = word.from?.earliest ?? (word.to === null ? word.said.earliest : null);
  if (start === null) return;
  const end = word.from
    ? { earliest: dayBefore(word.from.earliest), latest: dayBefore(word.from.latest) }
    : { earliest: FIRST_DAY, latest: dayBefore(start) };
  for (const other of drafts) {
    if (other === joined || other.form === word.form) continue;
    const before = ownStanding(other, word, saidAgainst);
    if (before.length === 0) continue;
    const said = sourceDates(
      before,
      other.closings.filter((closing) => closing.source === word.source),
    );
    const began = said.start?.earliest ?? said.spoken.map((day) => day.latest).sort()[0];
    if (said.end === null && began !== undefined && began < start) other.closings.push({ source: word.source, end, order: word.order });
  }
}

/** What the source of a word had said of a spell until then, and not denied or taken back. */
function ownStanding(draft: Draft, { source, order }: Word, saidAgainst: readonly Word[]): Word[] {
  const bearing = saidAgainst.filter((word) => word.form === null || word.form === draft.form);
  return judge([...draft.words, ...bearing].sort(byOrder), order).standingWords.filter(
    (word) => word.source === source && word.order.id !== order.id,
  );
}

/** A spell left wholly within another of its form joins it. */
function absorb(drafts: Draft[], rules: SpellRules): void {
  for (let again = true; again;) {
    again = false;
    search: for (const inner of drafts) {
      for (const outer of drafts) {
        if (inner === outer || inner.form !== outer.form || !isWithin(draftPeriod(inner, rules), draftPeriod(outer, rules))) continue;
        outer.words = [...outer.words, ...inner.words].sort(byOrder);
        outer.closings.push(...inner.closings);
        drafts.splice(drafts.indexOf(inner), 1);
        again = true;
        break search;
      }
    }
  }
}

/** A spell whose start nobody states is not around one that ended before it was first spoken of: it comes after it. */
const isWithin = (inner: Period, outer: Period): boolean =>
  outer.from <= inner.from && inner.to <= outer.to && (inner.to === outer.to || outer.from !== FIRST_DAY || outer.sureFrom <= inner.from);

const byOrder = (a: Word, b: Word): number => (precedes(a.order, b.order) ? -1 : 1);

/** An undated denial, retraction or disproof bears on spells stated before it, and on later ones that could have begun by its day. */
function bear(drafts: Draft[], negative: Word, rules: SpellRules): void {
  for (const draft of drafts) {
    if (negative.form !== null && draft.form !== negative.form) continue;
    if (negative.stance === 'retracts' && !draft.words.some((word) => word.source === negative.source)) continue;
    const statedBefore = draft.words.some((word) => precedes(word.order, negative.order));
    if (!statedBefore && keptApart(draft, drafts, rules).from > negative.said.latest) continue;
    draft.words = [...draft.words, negative].sort(byOrder);
  }
}

const draftPeriod = (draft: Draft, rules: SpellRules): Period => {
  const { words } = lastStanding(draft);
  return periodOf(words, draft.closings, rules.dates(draft.form));
};

/** When none stands, the last standing dates are kept: those of the longest beginning of the words that still had one. */
function lastStanding({ words }: Draft): { words: Word[] } {
  const now = judge(words, null);
  if (now.standingWords.length > 0) return { words: now.standingWords };
  const turns: Order[] = words.flatMap((word) => (word.fallsAt ? [word.order, word.fallsAt] : [word.order]));
  for (const turn of turns.sort((a, b) => (precedes(a, b) ? 1 : -1))) {
    const then = judge(words, turn);
    if (then.standingWords.length > 0) return { words: then.standingWords };
  }
  const dated = words.filter((word) => word.from !== null || word.to !== null);
  return { words: dated.length > 0 ? dated : words.filter((word) => word.isSo) };
}

/** A denial that was withdrawn leaves nothing behind. */
const wasSaid = ({ words }: Draft): boolean => words.some((word) => word.isSo || word.fallsAt === null);

function finish(draft: Draft, drafts: Draft[], rules: SpellRules): Spell {
  return {
    ...keptApart(draft, drafts, rules),
    ...judge(draft.words, null),
    form: draft.form,
    words: draft.words,
    opener: draft.words.find((w) => w.isSo)?.id ?? draft.words[0]!.id,
  };
}

/** Spells of one form that succeed each other share no possible day: the later begins after the earlier. */
function keptApart(draft: Draft, drafts: readonly Draft[], rules: SpellRules): Period {
  const period = draftPeriod(draft, rules);
  const before = drafts
    .filter((other) => other !== draft && other.form === draft.form)
    .map((other) => draftPeriod(other, rules))
    .filter((other) => other.to < period.to && other.to >= period.from)
    .map((other) => other.to);
  if (before.length === 0) return period;
  const from = dayAfter(before.reduce(later));
  return { ...period, from, sureFrom: later(period.sureFrom, from) };
}
