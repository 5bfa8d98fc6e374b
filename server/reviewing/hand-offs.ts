/**
 * What was handed on and, as far as is recorded, not taken up: a sharing without a receipt, a request
 * without an answer, a decision after which nothing is recorded. Pure; docs/questions.md, "Lost hand-offs".
 */
import { readSpan } from '../ledger/dates.ts';
import type { ContactRecord, DecisionRecord, SharingRecord } from '../ledger/records.ts';
import type { Day } from '../ledger/versions.ts';
import { answerHeld } from '../words/contact-says.ts';
import { daysBetween } from './delay.ts';

export const HAND_OFF_KINDS = ['no receipt', 'refused', 'no answer', 'not checked', 'nothing after'] as const;
export type HandOffKind = (typeof HAND_OFF_KINDS)[number];

export type Act = { record: ContactRecord | DecisionRecord; about: string[]; met: string[] };
/** `arrived`: for each statement, the first day on which whom it was sent to held it; null: not, or that agency was not asked. */
export type Sent = { record: SharingRecord; statements: string[]; about: string[]; arrived: (Day | null)[] };

/** What happened next, or what closed it, with its day; null: nothing by the day asked about. */
export type HandOff = {
  kind: HandOffKind;
  record: Act['record'] | SharingRecord;
  from: string;
  to: string[];
  about: string[];
  /** Latest day it may have been handed on. */
  on: Day;
  settledOn: Day | null;
  /** The record that settled it, where it is not simply held by then. */
  settledBy: Act['record'] | SharingRecord | null;
  /** Days from `on` to the day it was settled, or to the day asked about. */
  days: number;
};

/** By the day handed on, then kind, then id. `heldOn`: what has not come by then has not come. */
export function handOffsIn(acts: readonly Act[], sharings: readonly Sent[], heldOn: Day): HandOff[] {
  const found = [
    ...sharings.flatMap((sent) => ofSharing(sent, heldOn)),
    ...acts.flatMap((act) => ofRequest(act, acts, heldOn)),
    ...acts.flatMap((act) => ofDecision(act, acts, sharings, heldOn)),
  ];
  const place = ({ on, kind, record }: HandOff): string => `${on} ${HAND_OFF_KINDS.indexOf(kind)} ${record.id}`;
  return found.sort((a, b) => (place(a) < place(b) ? -1 : 1));
}

function ofSharing({ record, about, arrived }: Sent, heldOn: Day): HandOff[] {
  const state = record.state ?? 'received';
  if (state === 'received') return [];
  const on = readSpan(record.on).latest;
  const days = arrived.filter((day) => day !== null);
  // It has arrived when all of it is held: on the last day of those.
  const settledOn = days.length === arrived.length && days.length > 0 ? days.sort().at(-1)! : null;
  return [handOff(state === 'refused' ? 'refused' : 'no receipt', record, [record.to], about, on, settledOn, null, heldOn)];
}

/** Somebody was asked and no answer is recorded; or was not asked at all; or could not be reached. */
function ofRequest(act: Act, acts: readonly Act[], heldOn: Day): HandOff[] {
  const { record, about } = act;
  if (record.type !== 'contact') return [];
  const asked = record.asked ?? [];
  const answer = answerHeld(record, heldOn) ? record.answer : undefined;
  const kind: HandOffKind | null =
    answer === 'not checked'
      ? 'not checked'
      : answer === 'could not be reached' || (answer === undefined && asked.length > 0)
        ? 'no answer'
        : null;
  if (kind === null) return [];
  const on = readSpan(record.on).latest;
  const next = acts
    .filter((other) => other.record !== record && other.record.type === 'contact' && other.record.agency === record.agency)
    .filter((other) => isAfter(other, act) && asked.length > 0 && asked.every((agency) => askedIn(other).includes(agency)))
    .filter((other) => answerHeld(other.record as ContactRecord, heldOn) && ANSWERED.includes((other.record as ContactRecord).answer ?? ''))
    .filter((other) => other.about.some((person) => about.includes(person)))
    .sort(byDay)[0];
  return [handOff(kind, record, asked, about, on, next ? answeredDay(next) : null, next?.record ?? null, heldOn)];
}

/** The day the answer came, where it is stated, else that of asking. */
const answeredDay = ({ record }: Act): Day => readSpan(record.type === 'contact' ? (record.answeredOn ?? record.on) : record.on).latest;

const ANSWERED = ['recorded', 'none held', 'not permitted'];
const askedIn = ({ record }: Act): string[] => (record.type === 'contact' ? (record.asked ?? []) : []);

/** What the agency that decided recorded next of everybody the decision was about: that is what is known to have been done. */
function ofDecision(act: Act, acts: readonly Act[], sharings: readonly Sent[], heldOn: Day): HandOff[] {
  const { record, about } = act;
  if (record.type !== 'decision') return [];
  const on = readSpan(record.on).latest;
  const later = [
    ...acts.filter(
      (other) => other.record.agency === record.agency && isAfter(other, act) && coversAll([...other.about, ...other.met], about),
    ),
    ...sharings.filter((sent) => sent.record.from === record.agency && isAfter(sent, act) && coversAll(sent.about, about)),
  ];
  const next = later.filter((one) => dayOf(one) <= heldOn).sort(byDay)[0];
  return [handOff('nothing after', record, [], about, on, next ? dayOf(next) : null, next?.record ?? null, heldOn)];
}

function handOff(
  kind: HandOffKind,
  record: HandOff['record'],
  to: string[],
  about: string[],
  on: Day,
  settledOn: Day | null,
  settledBy: HandOff['settledBy'],
  heldOn: Day,
): HandOff {
  const from = record.type === 'sharing' ? record.from : record.agency;
  return { kind, record, from, to, about, on, settledOn, settledBy, days: Math.max(0, daysBetween(on, settledOn ?? heldOn)) };
}

const coversAll = (some: readonly string[], all: readonly string[]): boolean => all.every((person) => some.includes(person));
const dayOf = ({ record }: { record: { on: string } }): Day => readSpan(record.on).latest;
/** It may have come after, and cannot have come before: what only says "some time in those years" settles nothing. */
const isAfter = (next: { record: { on: string } }, { record }: { record: { on: string } }): boolean =>
  readSpan(next.record.on).earliest >= readSpan(record.on).earliest && dayOf(next) > dayOf({ record });
const byDay = (a: { record: { on: string; id: string } }, b: { record: { on: string; id: string } }): number => {
  const [left, right] = [`${dayOf(a)} ${a.record.id}`, `${dayOf(b)} ${b.record.id}`];
  return left < right ? -1 : left > right ? 1 : 0;
};
