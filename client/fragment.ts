/**
 * What the address remembers, and the only place that reads or writes it. It is the fragment of the address, so a browser never
 * sends it to a server; it holds record ids, days and choices, and never a name or anything typed into a search.
 */
import { TIE_KINDS } from '../server/ledger/versions.ts';
import type { EntryKind, Standing, TieKind } from './answers.gen.ts';

export type PickKind = 'person' | 'home' | 'agency' | 'organisation' | 'fact';

/** A reader's place. Null: not chosen, so the question's own default holds. */
export interface View {
  /** Record the page is about. */
  of: string | null;
  /** Days as 2020-04-25. */
  asAt: string | null;
  since: string | null;
  heldOn: string | null;
  /** Agency ids; at least one when not null. */
  heldBy: readonly string[] | null;
  within: 1 | 2 | 3 | 4 | null;
  ties: readonly TieKind[] | null;
  standings: readonly Standing[] | null;
  /** People, homes and ties left out as a what-if. */
  without: readonly string[];
  pick: { kind: PickKind; id: string } | null;
  /** Another way of showing the same answer. */
  sheet: 'picture' | 'decision' | 'file' | null;
  /** The two ends of the path finder. */
  from: readonly string[];
  to: readonly string[];
  /** Of a chronology: whom it is about, kinds of entry, in the order of whose holding, what a lane is, entries on the pages before. */
  people: readonly string[];
  kinds: readonly EntryKind[] | null;
  asHeldBy: string | null;
  lanes: (typeof LANES)[number] | null;
  skip: number | null;
  /** Of two settings compared, the first; what is null is as in the second. */
  beforeAsAt: string | null;
  beforeHeldOn: string | null;
  beforeHeldBy: readonly string[] | null;
  /** Taken as never said, where it is asked what rests on it: one statement, or one source. */
  statement: string | null;
  source: string | null;
}

export const START: View = {
  of: null,
  asAt: null,
  since: null,
  heldOn: null,
  heldBy: null,
  within: null,
  ties: null,
  standings: null,
  without: [],
  pick: null,
  sheet: null,
  from: [],
  to: [],
  people: [],
  kinds: null,
  asHeldBy: null,
  lanes: null,
  skip: null,
  beforeAsAt: null,
  beforeHeldOn: null,
  beforeHeldBy: null,
  statement: null,
  source: null,
};

export const STANDINGS: readonly Standing[] = ['alleged', 'observed', 'confirmed', 'denied', 'retracted', 'disproved'];
export const ENTRY_KINDS: readonly EntryKind[] = ['statement', 'contact', 'event', 'sharing', 'plan', 'order', 'assessment', 'decision'];
export const LANES = ['agency', 'household', 'person'] as const;
const PICKS: readonly PickKind[] = ['person', 'home', 'agency', 'organisation', 'fact'];
const SHEETS = ['picture', 'decision', 'file'] as const;
const MOST_IDS = 50;

export interface ReadView {
  view: View;
  /** One sentence for each part that could not be read and was left out. */
  problems: string[];
}

/** The fragment for a view, without "#"; only what differs from START. Reading it gives the same view back. */
export function writeFragment(view: View): string {
  const out = new URLSearchParams();
  const one = (name: string, value: string | number | null) => {
    if (value !== null) out.append(name, String(value));
  };
  const many = (name: string, values: readonly string[] | null) => values?.forEach((value) => out.append(name, value));
  one('of', view.of);
  one('as-at', view.asAt);
  one('since', view.since);
  one('held-on', view.heldOn);
  many('held-by', view.heldBy);
  one('within', view.within);
  many('tie', view.ties);
  many('standing', view.standings);
  many('without', view.without);
  one('pick', view.pick && `${view.pick.kind}:${view.pick.id}`);
  one('sheet', view.sheet);
  many('from', view.from);
  many('to', view.to);
  many('people', view.people);
  many('kind', view.kinds);
  one('as-held-by', view.asHeldBy);
  one('lanes', view.lanes);
  one('skip', view.skip);
  one('before-as-at', view.beforeAsAt);
  one('before-held-on', view.beforeHeldOn);
  many('before-held-by', view.beforeHeldBy);
  one('statement', view.statement);
  one('source', view.source);
  return out.toString();
}

/** Never throws: what cannot be read is left out and said. */
export function readFragment(text: string): ReadView {
  const problems: string[] = [];
  const given = new URLSearchParams(text.replace(/^#/, ''));
  const known = new Set([
    'of',
    'as-at',
    'since',
    'held-on',
    'held-by',
    'within',
    'tie',
    'standing',
    'without',
    'pick',
    'sheet',
    'from',
    'to',
    'people',
    'kind',
    'as-held-by',
    'lanes',
    'skip',
    'before-as-at',
    'before-held-on',
    'before-held-by',
    'statement',
    'source',
  ]);
  if ([...given.keys()].some((name) => !known.has(name))) problems.push('A part of this address is not known to Kith. It was left out.');

  const one = (name: string): string | null => {
    const all = given.getAll(name);
    if (all.length > 1) problems.push(`This address gives “${name}” more than once. The first was used.`);
    return all[0] ?? null;
  };
  const day = (name: string, words: string): string | null => {
    const value = one(name);
    if (value === null || isDay(value)) return value;
    problems.push(`The ${words} in this address is not a day such as 2020-04-25. It was left out.`);
    return null;
  };
  const ids = (name: string): string[] => {
    const all = [...new Set(given.getAll(name))];
    const good = all.filter(isId).slice(0, MOST_IDS);
    if (good.length < all.length)
      problems.push(`Some of the records named under “${name}” in this address cannot be read. They were left out.`);
    return good;
  };
  const chosen = <Word extends string>(name: string, words: readonly Word[]): Word[] | null => {
    const all = given.getAll(name);
    const good = words.filter((word) => all.includes(word));
    if (all.some((word) => !words.includes(word as Word)))
      problems.push(`A choice under “${name}” in this address does not exist. It was left out.`);
    return good.length > 0 ? good : null;
  };

  const of = ids('of');
  const within = one('within');
  if (within !== null && !/^[1-4]$/.test(within)) problems.push('Steps in this address must be 1 to 4. The usual number was used.');
  const heldBy = ids('held-by');
  const skip = one('skip');
  if (skip !== null && !isSkip(skip))
    problems.push('The number of entries to skip in this address cannot be read. The first page is shown.');
  const beforeHeldBy = ids('before-held-by');
  return {
    problems,
    view: {
      of: of[0] ?? null,
      asAt: day('as-at', 'day asked about'),
      since: day('since', 'earliest day'),
      heldOn: day('held-on', 'day it was held by'),
      heldBy: heldBy.length > 0 ? heldBy : null,
      within: within !== null && /^[1-4]$/.test(within) ? (Number(within) as 1 | 2 | 3 | 4) : null,
      ties: chosen('tie', TIE_KINDS),
      standings: chosen('standing', STANDINGS),
      without: ids('without'),
      pick: pickOf(one('pick'), problems),
      sheet: chosen('sheet', SHEETS)?.[0] ?? null,
      from: ids('from'),
      to: ids('to'),
      people: ids('people'),
      kinds: chosen('kind', ENTRY_KINDS),
      asHeldBy: ids('as-held-by')[0] ?? null,
      lanes: chosen('lanes', LANES)?.[0] ?? null,
      skip: skip !== null && isSkip(skip) ? Number(skip) : null,
      beforeAsAt: day('before-as-at', 'day of the first setting'),
      beforeHeldOn: day('before-held-on', 'day it was held by in the first setting'),
      beforeHeldBy: beforeHeldBy.length > 0 ? beforeHeldBy : null,
      statement: ids('statement')[0] ?? null,
      source: ids('source')[0] ?? null,
    },
  };
}

const isSkip = (text: string): boolean => /^[1-9]\d{0,5}$/.test(text);

function pickOf(text: string | null, problems: string[]): View['pick'] {
  if (text === null) return null;
  const colon = text.indexOf(':');
  const kind = PICKS.find((word) => word === text.slice(0, colon));
  const id = text.slice(colon + 1);
  if (kind && isId(id)) return { kind, id };
  problems.push('What was selected in this address cannot be read. Nothing is selected.');
  return null;
}

/** A day of the calendar from 1900 to 2199, written 2020-04-25. */
export function isDay(text: string): boolean {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false;
  const time = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().slice(0, 10) === text;
}

function isId(text: string): boolean {
  // Control characters and direction overrides have no place in an id.
  return text.length > 0 && text.length <= 300 && text.trim() === text && !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.test(text);
}
