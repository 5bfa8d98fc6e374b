/**
 * The one way to an answer, for the page and the command alike: check the arguments, decide what is open
 * to the asker, ask at one revision, write the audit entry, and only then let the answer leave.
 */
import { digestOf, type Audit } from '../access/audit.ts'
import { decide } from '../access/decide.ts'
import { sealsOpenTo } from '../access/seals.ts'
import type { Viewer } from '../access/viewer.ts'
import type { Graph } from '../database/graph.ts'
import { KithError, plainError } from '../errors.ts'
import type { SealRecord } from '../ledger/records.ts'
import type { Day } from '../ledger/versions.ts'
import type { Asking, KnownAgency } from './asking.ts'
import { readCommonArguments, type Given } from './common-arguments.ts'
import { catalogue } from './catalogue.ts'

export type Office = {
  graph: Graph
  audit: Audit
  /** The day of asking; a clock only here. */
  today: () => Day
  answer: (name: string, given: Given, viewer: Viewer) => Promise<unknown>
  /** Notes what was refused before any question was reached. Throws AUDIT_UNAVAILABLE. */
  refuse: (name: string | undefined, viewer: Viewer | undefined, error: unknown) => Promise<void>
}

export function openOffice(graph: Graph, audit: Audit, today: () => Day = () => new Date().toISOString().slice(0, 10)): Office {
  const agenciesAt = rememberAgencies(graph)
  const sealsAt = rememberSeals(graph)

  const ask = async (name: string, given: Given, viewer: Viewer, entry: Entry): Promise<unknown> => {
    const question = catalogue.get(name)
    if (!question) throw new KithError('UNKNOWN_QUESTION', `There is no question called ${shown(name)}. There are ${[...catalogue.keys()].join(', ')}.`)
    // Without a purpose nothing is read.
    decide(viewer, [])
    const [ledger] = await graph.read('read/ledger', {})
    entry.revision = ledger?.revision ?? 0
    const day = today()
    const opened = sealsOpenTo(viewer, await sealsAt(entry.revision), day)
    entry.opened = opened
    const agencies = await agenciesAt(entry.revision, opened)
    const { agencies: allowed, shows } = decide(viewer, agencies.values())
    const common = readCommonArguments(given, question.own, { known: new Set(agencies.keys()), allowed, today: day })
    entry.heldBy = common.heldBy
    const asking: Asking = { graph, viewer, shows, today: day, revision: entry.revision, opened, agencies, common, told: entry.told }
    return question.ask(asking, given)
  }

  const answer = async (name: string, given: Given, viewer: Viewer): Promise<unknown> => {
    const began = performance.now()
    const entry: Entry = { told: new Set() }
    let reply: unknown
    let refusal: unknown
    try {
      reply = await ask(name, given, viewer, entry)
    } catch (error) {
      refusal = error
    }
    const { user, agency, role, purpose, reference } = viewer
    await audit.record({
      user, agency, role, purpose, reference, question: catalogue.has(name) ? name : 'unknown question', args: given,
      decision: { outcome: refusal === undefined ? 'answered' : 'refused', code: refusal === undefined ? undefined : plainError(refusal).code, day: today(), heldBy: entry.heldBy, opened: entry.opened },
      people: refusal === undefined ? entry.told : [], digest: refusal === undefined ? digestOf(reply) : undefined, revision: entry.revision,
      counts: { people: entry.told.size }, duration: performance.now() - began,
    })
    if (refusal !== undefined) throw refusal
    return reply
  }
  const refuse = async (name: string | undefined, viewer: Viewer | undefined, error: unknown): Promise<void> => {
    const { user, agency, role, purpose, reference } = viewer ?? {}
    await audit.record({
      user, agency, role, purpose, reference, question: name ?? 'unknown question',
      decision: { outcome: 'refused', code: plainError(error).code, day: today() }, duration: 0,
    })
  }
  return { graph, audit, today, answer, refuse }
}

type Entry = { told: Set<string>; revision?: number; heldBy?: string[]; opened?: string[] }

const shown = (name: string): string => (/^[a-z-]{1,40}$/.test(name) ? `"${name}"` : 'that')

/** Seals are read once for each revision: with one more seal or one less, the same statements are asked. */
function rememberSeals(graph: Graph): (revision: number) => Promise<SealRecord[]> {
  let known: { revision: number; seals: Promise<SealRecord[]> } | undefined
  return async revision => {
    if (known?.revision !== revision) {
      const reading = { revision, seals: graph.read('read/seals', { revision }).then(rows => rows.map(row => JSON.parse(row.line) as SealRecord)) }
      known = reading
      reading.seals.catch(() => (known = known === reading ? undefined : known))
    }
    return known.seals
  }
}

/** Agencies change only with the revision, so they are read once for each, and for each set of open seals. */
function rememberAgencies(graph: Graph): (revision: number, opened: readonly string[]) => Promise<ReadonlyMap<string, KnownAgency>> {
  const known = new Map<string, Promise<ReadonlyMap<string, KnownAgency>>>()
  let current = -1
  return async (revision, opened) => {
    if (revision !== current) known.clear()
    current = revision
    const key = opened.join('\n')
    let agencies = known.get(key)
    if (!agencies) {
      agencies = graph.read('read/agencies', { revision, opened: [...opened] }).then(rows => new Map(rows.map(row => [row.id, row])))
      known.set(key, agencies)
      agencies.catch(() => known.delete(key))
    }
    return agencies
  }
}
