/**
 * The questions (design of the questions, "people of concern near a child" and its mirror), by trying everything:
 * every sequence of different people, every set of agencies.
 */
import type { LedgerRecord } from '../../../server/ledger/records.ts'
import { STANDINGS, type Standing, type TieKind } from '../../../server/ledger/versions.ts'
import { FIRST, earlier, eighteenYearsAfter, later, type Day } from './dates.ts'
import { allTiesOn } from './derive.ts'
import { arrivalDays, openBook, subsets, type Book } from './holdings.ts'
import { birthHeldBy, type Tie } from './ties.ts'

export type Asked = {
  asAt: Day
  since?: Day | null
  heldOn: Day
  heldBy: string[]
  within?: number
  ties?: TieKind[]
  standings?: Standing[]
  without?: string[]
  /** Seals open to the asker. */
  opened?: string[]
}
export type OracleRoute = { people: string[]; inForce: boolean; certain: boolean; together: boolean; standing: Standing }
export type OracleFound = {
  id: string
  steps: number
  stepsInForce: number | null
  stepsCertain: number | null
  assembled: boolean
  /** All minimal sets, smallest first, then by id. */
  heldBetween: string[][]
  heldFrom: Day
  /** All routes; the order is by length, then ids. */
  routes: OracleRoute[]
}
export type OracleNear = { found: OracleFound[]; takenBack: OracleFound[]; ageNotKnown: OracleFound[] }

const PERSON_TIES: Tie['kind'][] = ['PARENT_OF', 'PARTNER_OF', 'SIBLING_OF', 'RELATIVE_OF', 'ASSOCIATE_OF', 'CARES_FOR', 'HARMED', 'SHARES_HOME', 'VISITS_HOME_OF', 'MAY_HAVE_MET', 'MET', 'SHARES_GROUP']
const TAKEN_BACK: Standing[] = ['denied', 'retracted', 'disproved']
const WORDS: Standing[] = ['alleged', 'observed', 'confirmed']

/** Ties as one set of agencies sees them; records joined by `same` are one person, named by the smallest id. */
type View = { ties: Tie[]; concerns: Tie[]; who: (record: string) => string; people: string[] }
type Search = { view: View; followed: Standing[]; leaningOnly: boolean }
type Reached = { route: string[]; steps: Tie[][]; concerns: Tie[] }

function viewOf(all: Tie[], records: LedgerRecord[], asked: Asked, heldBy: string[], followed: Standing[]): View {
  const { since = null, opened = [] } = asked
  const seen = all.filter((tie) => tie.from <= asked.asAt && tie.to >= (since ?? FIRST)
    && tie.holders.every((holder) => heldBy.includes(holder)) && tie.seals.every((seal) => opened.includes(seal)) && followed.includes(tie.standing))
  const persons = records.filter((r) => r.type === 'person').map((r) => r.id).sort()
  const names = new Map(persons.map((id) => [id, id]))
  const sames = seen.filter((tie) => tie.kind === 'SAME_AS' && WORDS.includes(tie.standing))
  for (let again = true; again;) {
    again = false
    for (const same of sames) {
      const smallest = [names.get(same.start) ?? '', names.get(same.end) ?? ''].sort()[0] ?? ''
      for (const end of [same.start, same.end]) if (names.get(end) !== smallest) { names.set(end, smallest); again = true }
    }
  }
  const who = (record: string): string => names.get(record) ?? record
  const asTie = (tie: Tie): boolean => PERSON_TIES.includes(tie.kind) && (!asked.ties || asked.ties.includes(tie.kind as TieKind)) && who(tie.start) !== who(tie.end)
  return { ties: seen.filter(asTie), concerns: seen.filter((tie) => tie.kind === 'OF_CONCERN'), who, people: [...new Set(persons.map(who))] }
}

const joins = (view: View, tie: Tie, a: string, b: string): boolean => {
  const [start, end] = [view.who(tie.start), view.who(tie.end)]
  return (start === a && end === b) || (start === b && end === a)
}

/** Every sequence of different people of at most `within` steps. */
function sequences(view: View, from: string, within: number): { route: string[]; steps: Tie[][] }[] {
  const all: { route: string[]; steps: Tie[][] }[] = [{ route: [view.who(from)], steps: [] }]
  for (const { route, steps } of all) {
    if (steps.length === within) continue
    for (const next of view.people) {
      const step = route.includes(next) ? [] : view.ties.filter((tie) => joins(view, tie, route.at(-1) ?? '', next))
      if (step.length > 0) all.push({ route: [...route, next], steps: [...steps, step] })
    }
  }
  return all.filter(({ steps }) => steps.length > 0)
}

function describe(reached: { route: string[]; steps: Tie[][] }, asAt: Day): OracleRoute {
  const { route, steps } = reached
  const day = (test: (tie: Tie) => boolean): boolean => steps.every((step) => step.some(test))
  const begins = [...new Set(steps.flat().map((tie) => tie.from))]
  const bestOf = (step: Tie[]): number => Math.min(...step.map((tie) => STANDINGS.indexOf(tie.standing)))
  return {
    people: route, inForce: day((tie) => tie.from <= asAt && asAt <= tie.to), certain: day((tie) => tie.sureFrom <= asAt && asAt <= tie.sureTo),
    // If all are in force on some day, they are so on the day the last of them begins.
    together: begins.some((begin) => day((tie) => tie.from <= begin && begin <= tie.to)),
    standing: STANDINGS[Math.max(...steps.map(bestOf))] ?? 'disproved',
  }
}

const byLengthThenIds = (a: string[], b: string[]): number => a.length - b.length || (a.join('\u0000') < b.join('\u0000') ? -1 : a.join('\u0000') > b.join('\u0000') ? 1 : 0)
const fewest = (routes: OracleRoute[]): number | null => (routes.length === 0 ? null : Math.min(...routes.map((route) => route.people.length - 1)))

export function oracle(records: LedgerRecord[]) {
  const book: Book = openBook(records)
  const days = arrivalDays(book)
  const cache = new Map<string, Tie[]>()
  const heldBy = (asked: Asked): Tie[] => {
    const day = days.findLast((one) => one <= asked.heldOn)
    const key = `${day} ${(asked.without ?? []).join()}`
    const ties = cache.get(key) ?? (day === undefined ? [] : allTiesOn(book, day, asked.without))
    cache.set(key, ties)
    return ties
  }
  const wanted = (asked: Asked): Standing[] => asked.standings ?? WORDS
  const search = (asked: Asked, agencies: string[], leaningOnly: boolean): Search => {
    const followed = leaningOnly ? [...new Set([...wanted(asked), ...TAKEN_BACK])] : wanted(asked)
    return { followed, leaningOnly, view: viewOf(heldBy(asked), records, asked, agencies, followed) }
  }
  const said = (asked: Asked, ties: Tie[]): boolean => ties.some((tie) => wanted(asked).includes(tie.standing))

  /** Routes from the subject to everybody else; `needsConcern`: of which end the concern must be held, if of any. */
  function reach(asked: Asked, agencies: string[], subject: string, leaningOnly: boolean, end: 'far' | 'subject' | 'none'): Map<string, Reached[]> {
    const { view } = search(asked, agencies, leaningOnly)
    const reached = new Map<string, Reached[]>()
    for (const { route, steps } of sequences(view, subject, asked.within ?? 2)) {
      const far = route.at(-1) ?? ''
      const holder = end === 'far' ? far : view.who(subject)
      const concerns = end === 'none' ? [] : view.concerns.filter((tie) => view.who(tie.start) === holder)
      if (end !== 'none' && concerns.length === 0) continue
      const leans = steps.some((step) => !said(asked, step)) || (end !== 'none' && !said(asked, concerns))
      if (leaningOnly && !leans) continue
      reached.set(far, [...(reached.get(far) ?? []), { route, steps, concerns }])
    }
    return reached
  }

  function list(asked: Asked, subject: string, leaningOnly: boolean, end: 'far' | 'subject' | 'none'): OracleFound[] {
    const { view } = search(asked, asked.heldBy, leaningOnly)
    const sets = subsets([...asked.heldBy].sort()).map((agencies) => {
      const smaller = search(asked, agencies, leaningOnly).view
      return { agencies, people: [...reach(asked, agencies, subject, leaningOnly, end).keys()], who: smaller.who }
    })
    return [...reach(asked, asked.heldBy, subject, leaningOnly, end)].map(([id, reached]): OracleFound => {
      const finds = sets.filter(({ people, who }) => records.some((r) => r.type === 'person' && view.who(r.id) === id && people.includes(who(r.id)))).map(({ agencies }) => agencies)
      const minimal = finds.filter((set) => !finds.some((other) => other !== set && other.every((agency) => set.includes(agency)))).sort(byLengthThenIds)
      const routes = reached.map((one) => describe(one, asked.asAt)).sort((a, b) => byLengthThenIds(a.people, b.people))
      const first = (ties: Tie[]): Day => ties.map((tie) => tie.heldSince).reduce(earlier)
      const heldFrom = reached.map((one) => [...one.steps, ...(one.concerns.length > 0 ? [one.concerns] : [])].map(first).reduce(later)).reduce(earlier)
      return {
        id, steps: fewest(routes) ?? 0, stepsInForce: fewest(routes.filter((route) => route.inForce)), stepsCertain: fewest(routes.filter((route) => route.inForce && route.certain)),
        assembled: !minimal.some((set) => set.length < 2), heldBetween: minimal, heldFrom, routes,
      }
    }).sort((a, b) => a.steps - b.steps || (a.id < b.id ? -1 : 1))
  }

  function peopleOfConcernNear(asked: Asked & { child: string }): OracleNear {
    return { found: list(asked, asked.child, false, 'far'), takenBack: list(asked, asked.child, true, 'far'), ageNotKnown: [] }
  }

  function age(asked: Asked, id: string, who: (record: string) => string): 'child' | 'adult' | 'not known' {
    const day = days.findLast((one) => one <= asked.heldOn) ?? asked.heldOn
    const members = records.filter((r) => r.type === 'person' && who(r.id) === id)
    const births = members.flatMap((member) => asked.heldBy.map((agency) => birthHeldBy(book, agency, member.id, day, asked.opened ?? []))).filter((span) => span !== null)
    if (births.length === 0) return 'not known'
    return eighteenYearsAfter(births.map((span) => span.latest).reduce(later)) > asked.asAt ? 'child' : 'adult'
  }

  function childrenNear(asked: Asked & { person: string }): OracleNear {
    const main = search(asked, asked.heldBy, false).view
    const wider = search(asked, asked.heldBy, true).view
    const concernOf = (view: View): boolean => view.concerns.some((tie) => view.who(tie.start) === view.who(asked.person))
    const found = list(asked, asked.person, false, concernOf(main) ? 'subject' : 'none')
    const takenBack = list(asked, asked.person, true, concernOf(wider) ? 'subject' : 'none')
    return {
      found: found.filter(({ id }) => age(asked, id, main.who) === 'child'),
      takenBack: takenBack.filter(({ id }) => age(asked, id, wider.who) === 'child'),
      ageNotKnown: found.filter(({ id }) => age(asked, id, main.who) === 'not known'),
    }
  }

  /** Sequences from any of `from` to any of `to`, by length, then ids. */
  function routesBetween(asked: Asked & { from: string[]; to: string[] }): OracleRoute[] {
    const { view } = search(asked, asked.heldBy, false)
    const ends = asked.to.map(view.who)
    const starts = [...new Set(asked.from.map(view.who))]
    return starts.flatMap((from) => sequences(view, from, asked.within ?? 2)).filter(({ route }) => ends.includes(route.at(-1) ?? ''))
      .map((one) => describe(one, asked.asAt)).sort((a, b) => byLengthThenIds(a.people, b.people))
  }

  return { peopleOfConcernNear, childrenNear, routesBetween }
}
