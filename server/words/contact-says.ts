/**
 * A contact as sentences: what it was, about whom, who was asked, and what was answered by the day.
 * "Checked and none held", "not checked", "not permitted" and "could not be reached" are different
 * answers, and no answer is one more (docs/product.md, rule 8). Pure.
 */
import type { ContactRecord } from '../ledger/records.ts';
import { readSpan } from '../ledger/dates.ts';
import type { Day } from '../ledger/versions.ts';
import { daySays, spanSays } from './dates-say.ts';
import { andList } from './route-says.ts';

export type ContactSaid = {
  kind: ContactRecord['kind'];
  agency: string;
  /** Null where the day stands beside the sentence. */
  on: string | null;
  about: readonly string[];
  met: readonly string[];
  from: string | null;
  asked: readonly string[];
  answer: ContactRecord['answer'] | null;
  answeredOn: string | null;
  outcome: string | null;
  heldOn: Day;
};

const KINDS: Readonly<Record<ContactRecord['kind'], string>> = {
  referral: 'Referral to',
  contact: 'Contact with',
  visit: 'Visit by',
  call: 'Call by',
  check: 'Check by',
  meeting: 'Meeting held by',
  conference: 'Conference held by',
  appointment: 'Appointment with',
  letter: 'Letter of',
  other: 'Contact with',
};

export const ANSWERS: Readonly<Record<NonNullable<ContactRecord['answer']>, string>> = {
  recorded: 'a record is held',
  'none held': 'no record is held',
  'not checked': 'not checked',
  'not permitted': 'telling was not permitted',
  'could not be reached': 'could not be reached',
};

export function contactSays({ kind, agency, on, about, met, from, asked, answer, answeredOn, outcome, heldOn }: ContactSaid): string {
  const who = about.length === 0 ? '' : `, about ${andList(about)}`;
  const circumstances = [
    from === null ? '' : `from ${from}`,
    met.length === 0 ? '' : `${andList(met)} ${met.length === 1 ? 'was' : 'were'} met`,
  ].filter((part) => part !== '');
  const when = on === null ? '' : `, ${on}`;
  const first = `${KINDS[kind]} ${agency}${when}${who}${circumstances.length === 0 ? '' : ` (${circumstances.join('; ')})`}.`;
  return [first, answerSays(asked, answer, answeredOn, heldOn), outcome === null ? '' : sentence(`Outcome: ${outcome}`)]
    .filter((part) => part !== '')
    .join(' ');
}

function answerSays(asked: readonly string[], answer: ContactRecord['answer'] | null, answeredOn: string | null, heldOn: Day): string {
  const when = answeredOn === null ? '' : ` (${answeredOn})`;
  if (asked.length === 0) return answer === null || answer === undefined ? '' : `Answer: ${ANSWERS[answer]}${when}.`;
  const whom = capital(andList(asked));
  const were = asked.length === 1 ? 'was' : 'were';
  if (answer === null || answer === undefined) return `${whom} ${were} asked; no answer is recorded by ${daySays(heldOn)}.`;
  return answer === 'not checked' ? `${whom} ${were} not checked${when}.` : `${whom} ${were} asked: ${ANSWERS[answer]}${when}.`;
}

/** "on 3 May 2020", "in May 2020", "about May 2020". */
export function whenSays(written: string): string {
  const span = readSpan(written);
  const says = spanSays(span);
  return span.earliest === span.latest ? `on ${says}` : /^(some|about)/.test(says) ? says : `in ${says}`;
}

/** An answer is held from the day it came, at the latest; without a day, from the contact's own. */
export function answerHeld({ answer, answeredOn }: Pick<ContactRecord, 'answer' | 'answeredOn'>, heldOn: Day): boolean {
  return answer !== undefined && (answeredOn === undefined || readSpan(answeredOn).latest <= heldOn);
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
