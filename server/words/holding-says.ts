/**
 * What one agency holds on somebody, in a sentence or two. The five answers differ and none of them is
 * "clear" (docs/product.md, rule 8). Pure.
 */
import type { ContactRecord } from '../ledger/records.ts';
import type { Day } from '../ledger/versions.ts';
import { ANSWERS } from './contact-says.ts';
import { daySays } from './dates-say.ts';
import { andList } from './route-says.ts';

/** Kinds of claim as a reader knows them. */
const KINDS: Readonly<Record<string, string>> = {
  detail: 'names and births',
  same: 'same person',
  address: 'addresses',
  parent: 'parents',
  partner: 'partners',
  sibling: 'siblings',
  relative: 'relatives',
  associate: 'associates',
  care: 'care',
  harm: 'harm',
  home: 'homes',
  role: 'groups',
  involvement: 'involvement',
  concern: 'facts of concern',
  custody: 'custody',
  order: 'orders',
  plan: 'plans',
  assessment: 'assessments',
  event: 'events',
};

export type HoldingSaid = {
  agency: string;
  person: string;
  answer: NonNullable<ContactRecord['answer']>;
  /** Whose holdings were put together in this question. */
  isAsked: boolean;
  /** Nothing of this agency has been loaded at all, as far as the asker may see. */
  isNothingLoaded: boolean;
  /** Where the answer comes from a contact: who asked, and when. */
  saidIn: { by: string; on: string } | null;
  kinds: readonly { kind: string; count: number }[];
  statements: number;
  heldSince: Day | null;
  heldOn: Day;
  involvement: readonly string[];
  noLongerInvolved: boolean;
  lastContact: string | null;
};

export function holdingSays(said: HoldingSaid): string {
  const { involvement, noLongerInvolved, lastContact } = said;
  return [
    answerSays(said),
    noLongerInvolved ? 'Holds records, no longer involved.' : '',
    ...involvement,
    lastContact === null ? '' : `Last contact: ${lastContact}`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function answerSays({
  agency,
  person,
  answer,
  isAsked,
  isNothingLoaded,
  saidIn,
  kinds,
  statements,
  heldSince,
  heldOn,
}: HoldingSaid): string {
  if (kinds.length > 0) {
    const listed = kinds.filter(({ kind }) => kind !== 'contact').map(({ kind, count }) => `${KINDS[kind] ?? kind} ${count}`);
    const contacts = kinds.find(({ kind }) => kind === 'contact')?.count ?? 0;
    const what = [
      statements === 0 ? '' : statements === 1 ? '1 statement' : `${statements} statements`,
      contacts === 0 ? '' : contacts === 1 ? '1 contact' : `${contacts} contacts`,
    ].filter((part) => part !== '');
    const since = heldSince === null ? '' : `, the first by ${daySays(heldSince)}`;
    return `${agency} held ${andList(what)} on ${person} by ${daySays(heldOn)}${since}${listed.length === 0 ? '' : ` (${listed.join(', ')})`}.`;
  }
  if (saidIn !== null)
    return `${agency}: ${ANSWERS[answer]}, as answered to ${saidIn.by}, ${saidIn.on}.${isAsked ? '' : ` ${agency} was not asked here.`}`;
  if (answer === 'not permitted') return `${agency}: you may not ask for what it holds.`;
  if (!isAsked) return `${agency} was not asked here: not checked.`;
  if (isNothingLoaded) return `Nothing of ${agency} has been loaded by ${daySays(heldOn)}: not checked.`;
  return `${agency} was asked: no record on ${person} is held by ${daySays(heldOn)}.`;
}
