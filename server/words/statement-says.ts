/**
 * One statement as a sentence, and whose word it is in a few words. A child *said*; nobody "alleged"
 * or "knew" (docs/product.md, Words). Pure.
 */
import type { Claim, Source, StatementRecord } from '../ledger/records.ts';
import type { Version } from '../ledger/versions.ts';
import { isGoingOn, readSpan } from '../ledger/dates.ts';
import { spanSays } from './dates-say.ts';
import { andList } from './route-says.ts';
import { verbOf, type SexOf } from './tie-verbs.ts';

export type StatementNames = {
  /** Null for whoever the asker may not see: they are left out. */
  nameOf: (person: string) => string | null;
  sexOf: SexOf;
  placeOf: (id: string) => string | null;
  agencyOf: (agency: string) => string;
};

/** "Connor", "a relative", "an official record": with the agency where only a kind is recorded. */
export function whoSays({ source, agency }: StatementRecord, names: StatementNames): string {
  const named = sourceName(source, names);
  if (named !== null) return named;
  const kind = KINDS[source?.kind ?? 'not stated'];
  return kind === null || kind === undefined ? names.agencyOf(agency) : `${kind} (${names.agencyOf(agency)})`;
}

export function sourceName(source: Source | undefined, names: StatementNames): string | null {
  return (source?.person === undefined ? null : names.nameOf(source.person)) ?? source?.name ?? null;
}

/** Null: the agency itself speaks. */
const KINDS: Readonly<Record<Source['kind'], string | null>> = {
  child: 'a child',
  self: 'the person themselves',
  parent: 'a parent',
  relative: 'a relative',
  practitioner: null,
  'third party': 'a third party',
  anonymous: 'somebody anonymous',
  'open source': 'an open source',
  'official record': null,
  inference: null,
  'not stated': null,
};

/** For a tie's parentheses: who said so, where that is not simply the agency that holds it. */
export function saidSo(statement: StatementRecord, names: StatementNames): string | null {
  if (sourceName(statement.source, names) === null && KINDS[statement.source?.kind ?? 'not stated'] === null) return null;
  const who = whoSays(statement, names);
  return statement.stance === 'observes' ? `seen by ${who}` : statement.stance === 'confirms' ? `confirmed by ${who}` : `${who} said so`;
}

export function speaksAgainst(statement: StatementRecord, names: StatementNames): string {
  const who = whoSays(statement, names);
  return statement.stance === 'retracts'
    ? `${who} took it back`
    : statement.stance === 'disproves'
      ? `${who} showed it not to be so`
      : `${who} denies it`;
}

/** The whole statement as a sentence. */
export function statementSays(statement: StatementRecord, names: StatementNames): string {
  const who = whoSays(statement, names);
  const what = `${claimSays(statement.claim, names)}${periodOf(statement.claim)}`;
  const sentence = sentenceOf(statement, who, what);
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

function sentenceOf({ stance, source }: StatementRecord, who: string, what: string): string {
  switch (stance ?? 'claims') {
    case 'observes':
      return `${who} saw that ${what}`;
    case 'confirms':
      return `${who} confirmed that ${what}`;
    case 'denies':
      return `${who} denied that ${what}`;
    case 'retracts':
      return `${who} took back that ${what}`;
    case 'disproves':
      return `${who} showed it not to be so that ${what}`;
    case 'claims':
      return source?.kind === 'inference'
        ? `${who} inferred that ${what}`
        : source?.kind === 'official record' || source?.kind === undefined || source.kind === 'not stated'
          ? `${who} recorded that ${what}`
          : `${who} said that ${what}`;
  }
}

function periodOf(claim: Claim): string {
  const from = claim.from === undefined ? '' : ` from ${spanSays(readSpan(claim.from))}`;
  const to = claim.to === undefined ? '' : isGoingOn(claim.to) ? ', going on then' : ` to ${spanSays(readSpan(claim.to))}`;
  return `${from}${to}`;
}

const SOMEBODY = 'somebody';

function claimSays(claim: Claim, names: StatementNames): string {
  const name = (person: string): string => names.nameOf(person) ?? SOMEBODY;
  const between = (kind: Version['kind'], start: string, end: string, form: string | undefined): string =>
    `${name(start)} ${verbOf({ kind, start, end, form: form ?? null, more: null } as Version, start, names.sexOf).now} ${name(end)}`;
  const what = (text: string | undefined): string => (text === undefined ? '' : ` (${text})`);
  switch (claim.type) {
    case 'detail':
      return `${name(claim.person)} ${detailSays(claim)}`;
    case 'same':
      return `the records of ${andList(claim.persons.map(name))} are of one person`;
    case 'address':
      return `${names.placeOf(claim.household) ?? 'a home'} is at ${[...(claim.lines ?? []), claim.postcode, claim.area].filter((part) => part !== undefined).join(', ') || 'an address not given'}`;
    case 'parent':
      return between('PARENT_OF', claim.parent, claim.child, claim.basis);
    case 'partner':
      return between('PARTNER_OF', ...claim.persons, claim.form);
    case 'sibling':
      return between('SIBLING_OF', ...claim.persons, claim.form);
    case 'relative':
      return between('RELATIVE_OF', claim.person, claim.relative, claim.form) + what(claim.what);
    case 'associate':
      return between('ASSOCIATE_OF', ...claim.persons, claim.form) + what(claim.what);
    case 'care':
      return between('CARES_FOR', claim.carer, claim.child, claim.form);
    case 'harm':
      return between('HARMED', claim.person, claim.towards, claim.form);
    case 'home':
      return `${name(claim.person)} ${PATTERNS[claim.pattern]} ${names.placeOf(claim.household) ?? 'a home'}${claim.nights === undefined ? '' : `, ${claim.nights} nights a week`}`;
    case 'role':
      return `${name(claim.person)} is ${claim.role} at ${names.placeOf(claim.organisation) ?? 'an organisation'}`;
    case 'involvement':
      return `${names.agencyOf(claim.agency)} is involved with ${name(claim.person)} (${claim.form})`;
    case 'concern':
      return `${name(claim.person)} ${CONCERNS[claim.form]}${claim.what === undefined ? '' : `: ${claim.what}`}`;
    case 'custody':
      return `${name(claim.person)} is in custody (${claim.form})`;
    case 'order':
    case 'plan':
    case 'assessment':
      return `there is ${claim.type === 'order' || claim.type === 'assessment' ? 'an' : 'a'} ${claim.type} about ${aboutWhom(claim.persons, names)}${what(claim.instrument ?? claim.form)}`;
    case 'event':
      return `there was an event (${claim.form}) with ${aboutWhom(
        claim.persons.map(({ person }) => person),
        names,
      )}`;
  }
}

const aboutWhom = (persons: readonly string[], names: StatementNames): string =>
  andList(persons.flatMap((person) => names.nameOf(person) ?? [])) || SOMEBODY;

function detailSays(claim: Extract<Claim, { type: 'detail' }>): string {
  const parts = [
    ...(claim.names ?? []).map(
      (name) => `is called ${[name.given, name.family].filter((part) => part !== undefined).join(' ') || name.alsoKnownAs}`,
    ),
    ...(claim.sex === undefined || claim.sex === 'unknown' ? [] : [`is ${claim.sex}`]),
    ...(claim.born === undefined ? [] : [`was born ${spanSays(readSpan(claim.born))}`]),
    ...(claim.died === undefined ? [] : [`died ${spanSays(readSpan(claim.died))}`]),
    ...(claim.expected === undefined ? [] : [`was expected ${spanSays(readSpan(claim.expected))}`]),
    ...(claim.identifiers ?? []).map(({ scheme }) => `has a ${scheme}`),
  ];
  return andList(parts) || 'is as recorded';
}

export const PATTERNS = {
  lives: 'lives at',
  'part week': 'lives part of the week at',
  weekends: 'spends weekends at',
  stays: 'stays at',
  lodges: 'lodges at',
  visits: 'visits',
  excluded: 'is kept away from',
} as const;

export const CONCERNS = {
  convicted: 'was convicted',
  cautioned: 'was cautioned',
  charged: 'was charged',
  finding: 'has a court finding',
  alleged: 'is said to have caused harm',
  registered: 'is registered',
  managed: 'is managed',
} as const;
