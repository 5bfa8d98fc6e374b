/**
 * Routes that lean on what was said and then taken back or denied: a step all of whose ties, or a
 * concern all of whose versions, are only denied, retracted or disproved (docs/model.md section 7).
 * Agencies that hold less may see such a step where others see a standing tie, so the sets are tried
 * route by route. Pure.
 */
import type { Version } from '../ledger/versions.ts'
import { smallest, together, type AgencyBits, type AgencySet } from './held-between.ts'
import { best, type Network } from './network.ts'
import { routeFacts, sequences, type Fact, type FactOf, type PersonOf, type RouteFacts, type Sequence } from './sequences.ts'
import { groupBy } from '../ledger/grouping.ts'

/** What is recorded at the end of the route: the versions of each concern, by record. */
export type ConcernsOf = (record: string) => Version[]

export type TakenBack = {
  routes: RouteFacts[]
  /** Smallest sets of agencies that would get them in this list. */
  holders: AgencySet[]
  /** False: no step leans, only the concern was taken back. */
  byStep: boolean
}

type Asked = { network: Network; bits: AgencyBits; isTaken: (version: Version) => boolean; concernsOf: ConcernsOf; personOf: PersonOf }

export function takenBackRoutes(asked: Asked, start: string, targets: ReadonlySet<string>, within: number): TakenBack {
  const { network, personOf } = asked
  const leaning = sequences(network, start, targets, within, personOf).map(sequence => lean(asked, sequence))
  return {
    routes: leaning.flatMap(({ route }) => (route ? [route] : [])),
    holders: smallest(leaning.flatMap(({ holders }) => holders)),
    byStep: leaning.some(({ route, byStep }) => route && byStep),
  }
}

function lean(asked: Asked, sequence: Sequence): { route: RouteFacts | null; holders: AgencySet[]; byStep: boolean } {
  const { network, bits, isTaken } = asked
  const plain = routeFacts(network, sequence, factFrom(asked, () => true))
  const concerns = [...groupBy(sequence.ways.flatMap(way => asked.concernsOf(way.at(-1)!)), concern => concern.end).values()]
  const leansFor = (versions: readonly Version[]): boolean => versions.length > 0 && versions.every(isTaken)
  const leansUnder = (set: AgencySet): boolean =>
    [...plain.steps, ...concerns].some(parallel => leansFor(parallel.filter(version => (set & bits.setOf(version.holders)) === bits.setOf(version.holders))))

  const holders = smallest(sequence.ways.flatMap(way => {
    const walked = together(...way.slice(1).map((record, at) => network.get(way[at]!)!.get(record)!.holders))
    const facts = asked.concernsOf(way.at(-1)!).map(version => bits.setOf(version.holders))
    return walked.flatMap(set => (facts.length === 0 ? [set] : facts.map(fact => set | fact))).filter(leansUnder)
  }))
  const byStep = plain.steps.some(leansFor)
  const takenConcerns = new Set(concerns.filter(leansFor).flat())
  if (!byStep && takenConcerns.size === 0) return { route: null, holders, byStep }
  const route = byStep ? plain : routeFacts(network, sequence, factFrom(asked, version => takenConcerns.has(version)))
  return { route: { ...route, holders }, holders, byStep }
}

const factFrom = ({ concernsOf, bits }: Asked, counts: (version: Version) => boolean): FactOf => record => factOf(concernsOf(record).filter(counts), bits)

/** What a person's concerns together add to a route: the best of them. */
export function factOf(versions: readonly Version[], bits: AgencyBits): Fact | undefined {
  if (versions.length === 0) return undefined
  return {
    holders: smallest(versions.map(version => bits.setOf(version.holders))),
    heldSince: versions.map(version => version.heldSince).reduce((a, b) => (a < b ? a : b)),
    standing: best(versions.map(version => version.standing)),
  }
}
