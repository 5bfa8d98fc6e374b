/**
 * Words on one tie -> its spells: how long it was so, how often, in which form.
 * docs/model.md section 4, rules 2 to 5. Pure.
 */
import { dayAfter, dayBefore, later, type Span } from './dates.ts'
import { groupBy } from './grouping.ts'
import { judge, periodOf, sourceDates, speaksOfItsDay, type Closing, type DateRule, type Judgement, type Period } from './spell-dates.ts'
import { precedes, type Order, type Word } from './words.ts'
import { FIRST_DAY, LAST_DAY, type Day } from './versions.ts'

export type SpellRules = {
  /** Home patterns, and forms of partner, involvement and custody: a source's new form ends its own open one. */
  succession: boolean
  /** One spell for ever, whatever days are spoken of (birth and adoptive parents). */
  single: (form: string | null) => boolean
  dates: (form: string | null) => DateRule
}

export type Spell = Period & Judgement & {
  form: string | null
  /** The id of the first word of it: what makes it this spell and no other. */
  opener: string
  words: Word[]
}

type Draft = { form: string | null; words: Word[]; closings: Closing[] }

export function spellsOf(words: readonly Word[], rules: SpellRules): Spell[] {
  const drafts: Draft[] = []
  const undated: Word[] = []
  for (const word of words) {
    if (!word.isSo && word.from === null && word.to === null) undated.push(word)
    else join(drafts, word, rules)
  }
  for (const negative of undated) bear(drafts, negative, rules)
  return keepApart(drafts.map(draft => finish(draft, rules)))
}

/** A claim joins the latest-starting spell of its form that it touches, else opens one. */
function join(drafts: Draft[], word: Word, rules: SpellRules): void {
  const touched = drafts
    .filter(draft => (word.form === null || draft.form === word.form) && touches(draft, word, rules))
    .map(draft => ({ draft, from: draftPeriod(draft, rules).from }))
    .reduce<{ draft: Draft; from: Day } | null>((best, next) => (best === null || next.from >= best.from ? next : best), null)
  let draft = touched?.draft
  if (draft) draft.words.push(word)
  else drafts.push((draft = { form: word.form, words: [word], closings: [] }))
  if (rules.succession && word.isSo && word.form !== null) closeOwnOthers(drafts, draft, word)
  absorb(drafts, rules)
}

function touches(draft: Draft, word: Word, rules: SpellRules): boolean {
  if (rules.single(draft.form)) return true
  if (takesBackOwnEnd(draft, word)) return true
  const period = draftPeriod(draft, rules)
  const spoken: Span = word.from === null && word.to === null
    ? word.said
    : { earliest: word.from?.earliest ?? FIRST_DAY, latest: word.to?.latest ?? LAST_DAY }
  return spoken.earliest <= period.to && spoken.latest >= period.from
}

/** A source that speaks of a tie as so after its own stated end takes that end back. */
function takesBackOwnEnd(draft: Draft, word: Word): boolean {
  if (!word.isSo || word.from !== null || word.to !== null || !speaksOfItsDay(word)) return false
  const { end } = sourceDates(draft.words.filter(own => own.isSo && own.source === word.source), [])
  return end !== null && word.said.earliest > end.latest
}

/** "Lives there", then from the same source "visits": its own open segment that began earlier ends the day before. */
function closeOwnOthers(drafts: Draft[], own: Draft, word: Word): void {
  const start = word.from?.earliest ?? (word.to === null ? word.said.earliest : null)
  if (start === null) return
  const end = word.from
    ? { earliest: dayBefore(word.from.earliest), latest: dayBefore(word.from.latest) }
    : { earliest: FIRST_DAY, latest: dayBefore(start) }
  for (const other of drafts) {
    if (other === own || other.form === word.form) continue
    const before = other.words.filter(w => w.isSo && w.source === word.source)
    if (before.length === 0) continue
    const said = sourceDates(before, other.closings.filter(closing => closing.source === word.source))
    const began = said.start?.earliest ?? said.spoken.map(day => day.latest).sort()[0]
    if (said.end === null && began !== undefined && began < start) other.closings.push({ source: word.source, end, order: word.order })
  }
}

/** A spell left wholly within another of its form joins it. */
function absorb(drafts: Draft[], rules: SpellRules): void {
  for (let again = true; again;) {
    again = false
    search: for (const inner of drafts) {
      for (const outer of drafts) {
        if (inner === outer || inner.form !== outer.form || !isWithin(draftPeriod(inner, rules), draftPeriod(outer, rules))) continue
        outer.words = [...outer.words, ...inner.words].sort((a, b) => (precedes(a.order, b.order) ? -1 : 1))
        outer.closings.push(...inner.closings)
        drafts.splice(drafts.indexOf(inner), 1)
        again = true
        break search
      }
    }
  }
}

const isWithin = (inner: Period, outer: Period): boolean => outer.from <= inner.from && inner.to <= outer.to

/** An undated denial, retraction or disproof bears on spells stated before it, and on later ones that could have begun by its day. */
function bear(drafts: Draft[], negative: Word, rules: SpellRules): void {
  for (const draft of drafts) {
    if (negative.form !== null && draft.form !== negative.form) continue
    if (negative.stance === 'retracts' && !draft.words.some(word => word.isSo && word.source === negative.source)) continue
    const statedBefore = draft.words.some(word => precedes(word.order, negative.order))
    if (!statedBefore && draftPeriod(draft, rules).from > negative.said.latest) continue
    draft.words = [...draft.words, negative].sort((a, b) => (precedes(a.order, b.order) ? -1 : 1))
  }
}

const draftPeriod = (draft: Draft, rules: SpellRules): Period => {
  const { words } = lastStanding(draft)
  return periodOf(words, draft.closings, rules.dates(draft.form))
}

/** When none stands, the last standing dates are kept: those of the longest beginning of the words that still had one. */
function lastStanding({ words }: Draft): { words: Word[] } {
  const now = judge(words, null)
  if (now.standingWords.length > 0) return { words: now.standingWords }
  const turns: Order[] = words.flatMap(word => (word.fallsAt ? [word.order, word.fallsAt] : [word.order]))
  for (const turn of turns.sort((a, b) => (precedes(a, b) ? 1 : -1))) {
    const then = judge(words, turn)
    if (then.standingWords.length > 0) return { words: then.standingWords }
  }
  return { words }
}

function finish(draft: Draft, rules: SpellRules): Spell {
  return { ...draftPeriod(draft, rules), ...judge(draft.words, null), form: draft.form, words: draft.words, opener: draft.words.find(w => w.isSo)?.id ?? draft.words[0]!.id }
}

/** Spells of one form that succeed each other share no possible day: the later begins after the earlier. */
function keepApart(spells: Spell[]): Spell[] {
  return [...groupBy(spells, spell => spell.form).values()].flatMap(sameForm => {
    const inOrder = sameForm.sort((a, b) => (a.from !== b.from ? (a.from < b.from ? -1 : 1) : a.to < b.to ? -1 : 1))
    return inOrder.map((spell, index) => {
      const before = inOrder[index - 1]
      if (!before || before.to < spell.from) return spell
      const from = dayAfter(before.to)
      return { ...spell, from, sureFrom: later(spell.sureFrom, from) }
    })
  })
}
