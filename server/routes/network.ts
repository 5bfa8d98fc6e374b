/**
 * The ties an answer may walk over, by person and neighbour, with what every search needs of each pair:
 * all parallel ties of two people are one step (docs/model.md section 7). Pure.
 */
import { STANDINGS, type Day, type Standing, type Version } from '../ledger/versions.ts'
import { smallest, type AgencyBits, type AgencySet } from './held-between.ts'

/** All parallel ties of two records. */
export type Pair = {
  versions: Version[]
  inForce: boolean
  certain: boolean
  /** The best of them. */
  standing: Standing
  /** The most recent start among them. */
  newest: Day
  /** First day on which all holders of one of them held it. */
  heldSince: Day
  holders: AgencySet[]
}

export type Network = Map<string, Map<string, Pair>>

export function readNetwork(versions: readonly Version[], asAt: Day, bits: AgencyBits): Network {
  const byPair = new Map<string, Map<string, Version[]>>()
  for (const version of versions) {
    for (const [one, other] of [[version.start, version.end], [version.end, version.start]] as const) {
      const neighbours = byPair.get(one) ?? new Map<string, Version[]>()
      byPair.set(one, neighbours)
      neighbours.set(other, [...(neighbours.get(other) ?? []), version])
    }
  }
  return new Map([...byPair].map(([one, neighbours]) => [one, new Map([...neighbours].map(([other, parallel]) => [other, pairOf(parallel, asAt, bits)]))]))
}

export function pairOf(versions: Version[], asAt: Day, bits: AgencyBits): Pair {
  return {
    versions,
    inForce: versions.some(version => isInForce(version, asAt)),
    certain: versions.some(version => isCertain(version, asAt)),
    standing: best(versions.map(version => version.standing)),
    newest: versions.reduce((day, { from }) => (from > day ? from : day), ''),
    heldSince: versions.reduce((day, { heldSince }) => (day === '' || heldSince < day ? heldSince : day), ''),
    holders: smallest(versions.map(version => bits.setOf(version.holders))),
  }
}

export const isInForce = ({ from, to }: Version, day: Day): boolean => from <= day && day <= to
export const isCertain = ({ sureFrom, sureTo }: Version, day: Day): boolean => sureFrom <= day && day <= sureTo

const place = (standing: Standing): number => STANDINGS.indexOf(standing)
export const best = (standings: readonly Standing[]): Standing => STANDINGS[Math.min(...standings.map(place))]!
export const weakest = (standings: readonly Standing[]): Standing => STANDINGS[Math.max(...standings.map(place))]!
/** Best founded first. */
export const compareStandings = (a: Standing, b: Standing): number => place(a) - place(b)

/** Fewest steps from any of `starts` to everybody, over the pairs that pass. */
export function fewestSteps(network: Network, starts: Iterable<string>, within: number, passes: (pair: Pair) => boolean = () => true): Map<string, number> {
  const steps = new Map([...starts].map(start => [start, 0]))
  let layer = [...steps.keys()]
  for (let step = 1; step <= within && layer.length > 0; step++) {
    const next: string[] = []
    for (const person of layer) {
      for (const [neighbour, pair] of network.get(person) ?? []) {
        if (steps.has(neighbour) || !passes(pair)) continue
        steps.set(neighbour, step)
        next.push(neighbour)
      }
    }
    layer = next
  }
  return steps
}

/** For everybody within so many steps: the first day on which a whole way there was held, pooled. */
export function heldSinceByPerson(network: Network, start: string, within: number): Map<string, Day> {
  const known = new Map<string, Day>([[start, '']])
  let layer = new Map(known)
  for (let step = 0; step < within && layer.size > 0; step++) {
    const next = new Map<string, Day>()
    for (const [person, day] of layer) {
      for (const [neighbour, pair] of network.get(person) ?? []) {
        const whole = pair.heldSince > day ? pair.heldSince : day
        if (whole < (next.get(neighbour) ?? known.get(neighbour) ?? '~')) next.set(neighbour, whole)
      }
    }
    for (const [person, day] of next) known.set(person, day)
    layer = next
  }
  return known
}
