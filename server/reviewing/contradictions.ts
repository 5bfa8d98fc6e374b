/**
 * Where what is held does not agree: standing words of several sources that cannot both be so, and one
 * source against its own earlier word. Pure; which words are compared is said in docs/questions.md.
 */
import type { Span } from '../ledger/dates.ts';
import { groupBy } from '../ledger/grouping.ts';
import { factsOf, type Said } from './words-said.ts';

export const CONTRADICTION_KINDS = ['so and not so', 'days', 'form', 'fact', 'two homes', 'own word'] as const;
export type ContradictionKind = (typeof CONTRADICTION_KINDS)[number];

/** `words`: in order of the day they were said; two or more. */
export type Contradiction = { kind: ContradictionKind; words: Said[] };

type Clash = (a: Said, b: Said) => boolean;

/** `words`: all that was said on one topic, in order. */
export function contradictionsOn(words: readonly Said[]): Contradiction[] {
  const standing = latestOf(words).filter(({ statement, withdrawnBy }) => withdrawnBy === null && statement.stance !== 'retracts');
  const between = (kind: ContradictionKind, clash: Clash): Contradiction[] => {
    const some = standing.filter((a) => standing.some((b) => a.source !== b.source && (clash(a, b) || clash(b, a))));
    return some.length === 0 ? [] : [{ kind, words: some }];
  };
  return [
    ...between('so and not so', isDenied),
    ...between('days', daysDiffer),
    ...between('form', formsDiffer),
    ...between('fact', factsDiffer),
    ...[...groupBy(words, ({ source }) => source).values()].flatMap((own) => ownWord(own)),
  ];
}

/** Two homes somebody is said to live in on one and the same night. `words`: of all their homes. */
export function twoHomes(words: readonly Said[]): Contradiction[] {
  const lived = latestOf(words).filter(({ isSo, form, withdrawnBy }) => isSo && form === 'lives' && withdrawnBy === null);
  const homeOf = ({ statement: { claim } }: Said): string | null => (claim.type === 'home' ? claim.household : null);
  const some = lived.filter((a) => lived.some((b) => homeOf(a) !== homeOf(b) && a.certain && b.certain && meet(a.certain, b.certain)));
  return some.length === 0 ? [] : [{ kind: 'two homes', words: some }];
}

/** A source's word on each form of a topic is its latest. */
const latestOf = (words: readonly Said[]): Said[] => {
  const latest = new Map<string, Said>();
  for (const word of words) latest.set(`${word.source}\n${topicOfHome(word)}\n${word.isSo ? word.form : '-'}`, word);
  // Whoever denied it and then says it is so, or the other way about, speaks by the later word.
  return words.filter((word) => {
    if (latest.get(`${word.source}\n${topicOfHome(word)}\n${word.isSo ? word.form : '-'}`) !== word) return false;
    return !words.some((other) => other.source === word.source && isLater(other, word) && other.isSo !== word.isSo && bearsOn(other, word));
  });
};

const topicOfHome = ({ statement: { claim } }: Said): string => (claim.type === 'home' ? claim.household : '');
const isLater = (a: Said, b: Said): boolean => a.day > b.day || (a.day === b.day && a.statement.id > b.statement.id);

/** A denial without a form bears on every form; without days, on every day. */
const bearsOn = (a: Said, b: Said): boolean =>
  (a.form === null || b.form === null || a.form === b.form) && topicOfHome(a) === topicOfHome(b) && meet(a.possible, b.possible);

const isDenied: Clash = (a, b) => a.isSo && !b.isSo && b.statement.stance !== 'retracts' && bearsOn(a, b);

/** An act (a conviction, a charge) of another day is another act; so is a stay that began after the other ended. */
const ACTS = ['convicted', 'cautioned', 'charged', 'finding'];
/** What has a key is one thing, whenever it was; anything else of other days may be another time of the same. */
const ONE_THING = ['order', 'plan', 'assessment', 'event'];
const daysDiffer: Clash = (a, b) => {
  const { type } = a.statement.claim;
  if (!a.isSo || !b.isSo || a.form !== b.form || (a.form !== null && ACTS.includes(a.form)) || type === 'involvement') return false;
  if (!ONE_THING.includes(type) && !meet(a.spoken, b.spoken)) return false;
  return (a.from !== null && b.from !== null && !meet(a.from, b.from)) || (a.to !== null && b.to !== null && !meet(a.to, b.to));
};

/** Forms of which two cannot hold of one pair, or one stay, on one day; the others hold side by side. */
const EXCLUDING: Readonly<Record<string, readonly string[]>> = {
  parent: ['birth', 'adoptive', 'step', 'foster'],
  sibling: ['full', 'half', 'step'],
  partner: ['married', 'civil partnership', 'living together', 'relationship', 'engaged', 'separated'],
  home: ['lives', 'part week', 'weekends', 'stays', 'lodges', 'visits', 'excluded'],
};
const TOGETHER: Readonly<Record<string, readonly string[]>> = { partner: ['separated'], home: ['excluded', 'lives'] };

const formsDiffer: Clash = (a, b) => {
  const { type } = a.statement.claim;
  const excluding = EXCLUDING[type] ?? [];
  if (!a.isSo || !b.isSo || a.form === b.form || a.form === null || b.form === null) return false;
  if (!excluding.includes(a.form) || !excluding.includes(b.form)) return false;
  // A couple called a relationship by one and living together by another is no contradiction; a separation is.
  const telling = TOGETHER[type];
  if (telling !== undefined && !telling.includes(a.form) && !telling.includes(b.form)) return false;
  return type === 'parent' || type === 'sibling' ? true : a.certain !== null && b.certain !== null && meet(a.certain, b.certain);
};

const factsDiffer: Clash = (a, b) =>
  a.isSo &&
  b.isSo &&
  factsOf(a.statement.claim).some((one) =>
    factsOf(b.statement.claim).some(
      (other) =>
        one.name === other.name && (one.span === null || other.span === null ? one.value !== other.value : !meet(one.span, other.span)),
    ),
  );

/** One source's words that cannot both be so, the earlier with each later one that turns it. */
function ownWord(own: readonly Said[]): Contradiction[] {
  const turned = own.filter((word) => own.some((other) => other !== word && (turns(word, other) || turns(other, word))));
  return turned.length === 0 ? [] : [{ kind: 'own word', words: turned }];
}

const turns = (earlier: Said, later: Said): boolean => {
  if (!isLater(later, earlier)) return false;
  if (later.statement.withdraws === earlier.statement.id) return true;
  return (
    (earlier.isSo !== later.isSo && bearsOn(later, earlier)) ||
    daysDiffer(earlier, later) ||
    formsDiffer(earlier, later) ||
    factsDiffer(earlier, later)
  );
};

const meet = (a: Span, b: Span): boolean => a.earliest <= b.latest && b.earliest <= a.latest;
