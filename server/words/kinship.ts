/**
 * What two people are to each other in family words, by parent, couple and sibling ties at any distance:
 * "half-brother", "mother's former husband's sister". All that hold, nearest first. British English. Pure.
 */
import { waysBetween, type Family, type Move } from '../routes/family.ts';
import type { Sex, SexOf } from './tie-verbs.ts';

/** What `to` is to `from`. Empty: nothing recorded. */
export function kinWords(family: Family, from: string, to: string, sexOf: SexOf): string[] {
  if (from === to) return [];
  const plain = waysBetween(family, from, to, true);
  const ways = plain.length > 0 ? plain : shortest(waysBetween(family, from, to, false));
  return [...new Set(ways.sort((a, b) => a.length - b.length).map((way) => wordFor(way, from, family, sexOf)))];
}

const shortest = (ways: Move[][]): Move[][] => ways.filter((way) => way.length === Math.min(...ways.map((other) => other.length)));

function wordFor(way: readonly Move[], from: string, family: Family, sexOf: SexOf): string {
  const last = way.at(-1)!;
  const people = [from, ...way.map((move) => move.to)];
  if (way.every((move) => move.way !== 'couple')) return bloodWord(way, people, family, sexOf) ?? inSteps(way, people, family, sexOf);
  return byMarriage(way, sexOf(last.to)) ?? inSteps(way, people, family, sexOf);
}

/** Counts of moves up and down, a sibling tie being one of each. */
function rise(way: readonly Move[]): { up: number; down: number } {
  const count = (...ways: Move['way'][]): number => way.filter((move) => ways.includes(move.way)).length;
  return { up: count('up', 'across'), down: count('down', 'across') };
}

/** One word for a line of blood or adoption; null where it must be told step by step. */
function bloodWord(way: readonly Move[], people: readonly string[], family: Family, sexOf: SexOf): string | null {
  const sex = sexOf(people.at(-1)!);
  const { up, down } = rise(way);
  if (way.length === 1 && way[0]!.way !== 'across') return parentOrChild(way[0]!, sex);
  if (['up down', 'across'].includes(way.map((move) => move.way).join(' '))) return siblingWord(way, people, family, sex);
  if (!isPlainLine(way)) return null;
  if (down === 0) return great(up - 2, bySex(sex, 'grandmother', 'grandfather', 'grandparent'));
  if (up === 0) return great(down - 2, bySex(sex, 'granddaughter', 'grandson', 'grandchild'));
  if (down === 1) return great(up - 2, bySex(sex, 'aunt', 'uncle', 'aunt or uncle'));
  if (up === 1) return great(down - 2, bySex(sex, 'niece', 'nephew', 'niece or nephew'));
  const removed = Math.abs(up - down);
  return `${ORDINALS[Math.min(up, down) - 1] ?? `${Math.min(up, down) - 1}th`} cousin${removed === 0 ? '' : ` ${TIMES[removed] ?? `${removed} times`} removed`}`;
}

const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth'];
const TIMES = ['', 'once', 'twice', 'three times'];

/** Up, then down, and every tie by birth or adoption, or not stated. */
function isPlainLine(way: readonly Move[]): boolean {
  const ups = way.findIndex((move) => move.way !== 'up');
  return (
    way.slice(ups < 0 ? way.length : ups + 1).every((move) => move.way === 'down') &&
    way.every(({ tie }) =>
      tie.kind === 'parent'
        ? ['birth', 'adoptive', 'unknown'].includes(tie.basis ?? 'unknown')
        : tie.kind === 'sibling' && tie.form !== 'step',
    )
  );
}

const great = (times: number, word: string): string => `${'great-'.repeat(Math.max(times, 0))}${word}`;
const bySex = (sex: Sex, female: string, male: string, other: string): string =>
  sex === 'female' ? female : sex === 'male' ? male : other;

function parentOrChild({ way, tie }: Move, sex: Sex): string {
  const basis = tie.kind === 'parent' ? tie.basis : null;
  if (way === 'up') {
    const word = bySex(sex, 'mother', 'father', 'parent');
    if (basis === 'step') return word === 'parent' ? 'step-parent' : `step${word}`;
    return basis === 'adoptive' || basis === 'foster' ? `${basis} ${word}` : basis === 'believed' ? `believed ${word}` : word;
  }
  const word = bySex(sex, 'daughter', 'son', 'child');
  if (basis === 'step') return `step${word}`;
  return basis === 'adoptive'
    ? `adopted ${word}`
    : basis === 'foster'
      ? `foster ${word}`
      : basis === 'believed'
        ? `believed ${word}`
        : word;
}

/** Full: two birth parents recorded for both, and both shared; half: two recorded for both, and one shared. */
function siblingWord(way: readonly Move[], people: readonly string[], family: Family, sex: Sex): string {
  const word = bySex(sex, 'sister', 'brother', 'sibling');
  const step = word === 'sibling' ? 'step-sibling' : `step${word}`;
  const bases = way.flatMap(({ tie }) => (tie.kind === 'parent' ? [tie.basis ?? 'unknown'] : []));
  const [stated] = way.flatMap(({ tie }) => (tie.kind === 'sibling' ? [tie.form ?? 'unknown'] : []));
  if (stated === 'step' || bases.includes('step')) return step;
  if (bases.includes('foster')) return `foster ${word}`;
  if (bases.includes('adoptive')) return `adoptive ${word}`;
  if (stated === 'half') return `half-${word}`;
  if (stated === 'full') return word;
  const [one, other] = [birthParents(family, people[0]!), birthParents(family, people.at(-1)!)];
  const shared = one.filter((parent) => other.includes(parent)).length;
  if (one.length === 2 && other.length === 2 && shared > 0) return shared === 2 ? word : `half-${word}`;
  return `${word} (half or full not known)`;
}

const birthParents = (family: Family, person: string): string[] =>
  (family.get(person) ?? [])
    .filter(({ way, tie }) => way === 'up' && tie.kind === 'parent' && tie.basis === 'birth')
    .map((move) => move.to);

/** Step-relations and in-laws, only by a marriage or civil partnership of today. */
function byMarriage(way: readonly Move[], sex: Sex): string | null {
  const couple = way.find((move) => move.way === 'couple')!.tie;
  if (couple.kind !== 'couple' || couple.former || !['married', 'civil partnership'].includes(couple.form ?? '')) return null;
  if (way.some(({ tie }) => tie.kind === 'parent' && !['birth', 'adoptive', 'unknown'].includes(tie.basis ?? 'unknown'))) return null;
  const shape = way.map((move) => move.way).join(' ');
  switch (shape) {
    case 'up couple':
      return bySex(sex, 'stepmother', 'stepfather', 'step-parent');
    case 'couple down':
      return bySex(sex, 'stepdaughter', 'stepson', 'stepchild');
    case 'up couple down':
      return bySex(sex, 'stepsister', 'stepbrother', 'step-sibling');
    case 'couple up':
      return bySex(sex, 'mother-in-law', 'father-in-law', 'parent-in-law');
    case 'down couple':
      return bySex(sex, 'daughter-in-law', 'son-in-law', 'child-in-law');
    case 'couple up down':
    case 'couple across':
    case 'up down couple':
    case 'across couple':
      return bySex(sex, 'sister-in-law', 'brother-in-law', 'sibling-in-law');
    default:
      return null;
  }
}

/** "father's brother's former partner": each person of the way by what they are to the one before. */
function inSteps(way: readonly Move[], people: readonly string[], family: Family, sexOf: SexOf): string {
  const words: string[] = [];
  for (let at = 0; at < way.length; at++) {
    const move = way[at]!;
    const next = way[at + 1];
    if (move.way === 'up' && next?.way === 'down') {
      words.push(plainSibling(siblingWord([move, next], [people[at]!, move.to, next.to], family, sexOf(next.to))));
      at += 1;
    } else if (move.way === 'across') words.push(plainSibling(siblingWord([move], [people[at]!, move.to], family, sexOf(move.to))));
    else if (move.way === 'couple') words.push(coupleWord(move, sexOf(move.to)));
    else words.push(parentOrChild(move, sexOf(move.to)));
  }
  return words.map((word, at) => (at < words.length - 1 ? possessive(word) : word)).join(' ');
}

const plainSibling = (word: string): string => word.replace(' (half or full not known)', '');
const possessive = (word: string): string => `${word}'s`;

function coupleWord({ tie }: Move, sex: Sex): string {
  if (tie.kind !== 'couple') return 'partner';
  const word =
    tie.form === 'married'
      ? bySex(sex, 'wife', 'husband', 'spouse')
      : tie.form === 'civil partnership'
        ? 'civil partner'
        : tie.form === 'engaged'
          ? bySex(sex, 'fiancée', 'fiancé', 'fiancé')
          : 'partner';
  if (tie.ended === 'death') return `late ${word}`;
  return tie.form === 'separated' ? 'separated partner' : tie.former ? `former ${word}` : word;
}
