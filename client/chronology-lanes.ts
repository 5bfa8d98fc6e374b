/**
 * A page of a chronology as lanes over time, for the drawing under its table: one dot for each agency that
 * held an entry, joined by a thin line to the day it happened. Pure; each dot is an entry of the table.
 */
import type { ChronologyAnswer, Entry } from './answers.gen.ts';

export type Chronology = ChronologyAnswer['chronology'];
export type LaneKind = 'agency' | 'household' | 'person';

export interface Dot {
  entry: string;
  /** Day it was held. */
  at: string;
  /** Day it happened; null: none is recorded. */
  happened: string | null;
  /** Learnt from another agency, and not recorded by this one. */
  learnt: boolean;
}
export interface Lane {
  id: string;
  name: string;
  dots: Dot[];
  /** No record of these people is held before this day; null: at no time. Agencies only. */
  heldFrom?: string | null;
}
export interface Drawn {
  lanes: Lane[];
  marks: { what: string; on: string; says: string }[];
  from: string;
  to: string;
}

/** Null: nothing on this page has a day. */
export function drawnLanes(answer: Chronology, kind: LaneKind): Drawn | null {
  const entries = [...answer.entries, ...answer.undated, ...answer.notHeld];
  const lanes = kind === 'agency' ? agencyLanes(answer, entries) : otherLanes(entries, kind, answer.people);
  const marks = new Map(
    entries.flatMap(({ keyEvent, about }) => {
      const on = keyEvent?.on.latest ?? keyEvent?.on.earliest;
      if (!keyEvent || !on) return [];
      const says = `${keyEvent.what}, ${about.map(({ name }) => name).join(', ')}: ${keyEvent.on.says}`;
      return [[says, { what: keyEvent.what, on, says }] as const];
    }),
  );
  const days = lanes.flatMap(({ dots }) => dots.flatMap(({ at, happened }) => [at, ...(happened === null ? [] : [happened])]));
  const all = [...days, ...[...marks.values()].map(({ on }) => on)].sort();
  if (days.length === 0) return null;
  const [from, to] = [all[0]!, all.at(-1)!];
  return {
    lanes,
    marks: [...marks.values()].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.says < b.says ? -1 : 1)),
    from,
    to: from === to ? `${Number(to.slice(0, 4)) + 1}${to.slice(4)}`.replace('-02-29', '-03-01') : to,
  };
}

const happenedOn = ({ happened }: Entry): string | null => happened.latest ?? happened.earliest;

function agencyLanes(answer: Chronology, entries: readonly Entry[]): Lane[] {
  return answer.lanes.map(({ agency, heldFrom }) => ({
    id: agency.id,
    name: agency.name,
    heldFrom,
    dots: entries.flatMap((entry) =>
      entry.heldBy
        .filter((holding) => holding.agency.id === agency.id)
        .map(({ from }) => ({ entry: entry.id, at: from, happened: happenedOn(entry), learnt: entry.agency.id !== agency.id })),
    ),
  }));
}

const NO_HOME = { id: '', name: 'No home named' };

function otherLanes(entries: readonly Entry[], kind: 'household' | 'person', people: Chronology['people']): Lane[] {
  const lanesOf = ({ place, about }: Entry): readonly { id: string; name: string }[] =>
    kind === 'person' ? about : place?.kind === 'household' ? [place] : [NO_HOME];
  const lanes = new Map<string, Lane>(kind === 'person' ? people.map(({ id, name }) => [id, { id, name, dots: [] }]) : []);
  for (const entry of entries) {
    const first = entry.knownFrom ?? entry.heldBy[0]?.from;
    if (first === undefined) continue;
    for (const { id, name } of lanesOf(entry)) {
      const lane = lanes.get(id) ?? { id, name, dots: [] };
      const recordedBy = entry.heldBy.find(({ from }) => from === first)?.agency.id;
      lane.dots.push({ entry: entry.id, at: first, happened: happenedOn(entry), learnt: recordedBy !== entry.agency.id });
      lanes.set(id, lane);
    }
  }
  const chosen = new Set(people.map(({ id }) => id));
  const place = ({ id, name }: Lane): string => `${id === '' ? 2 : chosen.has(id) ? 0 : 1} ${name} ${id}`;
  return [...lanes.values()].sort((a, b) => (place(a) < place(b) ? -1 : 1));
}
