/**
 * What two people are to each other in family words, by parent, couple and sibling ties at any distance:
 * "half-brother", "mother's former husband's sister". All that hold, nearest first. British English. Pure.
 */
import type { Sex, SexOf } from './tie-verbs.ts';

export type KinTie =
  | { kind: 'parent'; parent: string; child: string; basis: string | null }
  | { kind: 'couple'; persons: readonly [string, string]; form: string | null; former: boolean; ended: string | null }
  | { kind: 'sibling'; persons: readonly [string, string]; form: string | null };

/** One move along a tie, to `to`. */
export type Move = { way: 'up' | 'down' | 'across' | 'couple'; to: string; tie: KinTie };
export type Family = Map<string, Move[]>;

/** Of several parent ties of one pair the first counts; parental responsibility alone makes nobody kin. */
const BASES = ['birth', 'adoptive', 'unknown', 'believed', 'step', 'foster'];
/** A marriage says more than a relationship, a couple of today more than a former one. */
const COUPLES = ['married', 'civil partnership', 'engaged', 'living together', 'relationship', 'unknown', 'separated'];
const MOST_WAYS = 20_000;
const FURTHER = 2;
const ALWAYS_LOOKED_AT = 6;

export function familyOf(ties: readonly KinTie[]): Family {
  const best = new Map<string, KinTie>();
  for (const tie of ties) {
    if (tie.kind === 'parent' && !BASES.includes(tie.basis ?? 'unknown')) continue;
    const key = tie.kind === 'parent' ? `parent ${tie.parent} ${tie.child}` : `${tie.kind} ${[...tie.persons].sort().join(' ')}`;
    const known = best.get(key);
    if (!known || worth(tie) < worth(known)) best.set(key, tie);
  }
  const family: Family = new Map();
  const add = (from: string, move: Move): void => void family.set(from, [...(family.get(from) ?? []), move]);
  for (const tie of best.values()) {
    if (tie.kind === 'parent') {
      add(tie.child, { way: 'up', to: tie.parent, tie });
      add(tie.parent, { way: 'down', to: tie.child, tie });
    } else {
      const way = tie.kind === 'couple' ? 'couple' : 'across';
      add(tie.persons[0], { way, to: tie.persons[1], tie });
      add(tie.persons[1], { way, to: tie.persons[0], tie });
    }
  }
  return family;
}

const worth = (tie: KinTie): number =>
  tie.kind === 'parent'
    ? BASES.indexOf(tie.basis ?? 'unknown')
    : tie.kind === 'couple'
      ? COUPLES.indexOf(tie.form ?? 'unknown') + (tie.former ? COUPLES.length : 0)
      : 0;

/** What `to` is to `from`. Empty: nothing recorded. */
export function kinWords(family: Family, from: string, to: string, sexOf: SexOf): string[] {
  if (from === to) return [];
  const plain = waysBetween(family, from, to, true);
  const ways = plain.length > 0 ? plain : shortest(waysBetween(family, from, to, false));
  return [...new Set(ways.sort((a, b) => a.length - b.length).map((way) => wordFor(way, from, family, sexOf)))];
}

const shortest = (ways: Move[][]): Move[][] => ways.filter((way) => way.length === Math.min(...ways.map((other) => other.length)));

/**
 * Ways without a short cut: two people of a way who are themselves tied are next to each other in it.
 * `plain`: within one family line nobody goes down to a child and up again to its other parent.
 */
function waysBetween(family: Family, from: string, to: string, plain: boolean): Move[][] {
  const left = stepsTo(family, to);
  const direct = left.get(from);
  if (direct === undefined) return [];
  const longest = Math.max(direct + FURTHER, ALWAYS_LOOKED_AT);
  const found: Move[][] = [];
  let tried = 0;
  const walk = (way: Move[], people: string[]): void => {
    for (const move of family.get(people.at(-1)!) ?? []) {
      if (++tried > MOST_WAYS) return;
      if (people.includes(move.to) || way.length + 1 + (left.get(move.to) ?? Infinity) > longest) continue;
      if (plain && turnsBack(way, move)) continue;
      if (people.slice(0, -1).some((earlier) => areTied(family, earlier, move.to))) continue;
      if (move.to === to) found.push([...way, move]);
      else walk([...way, move], [...people, move.to]);
    }
  };
  walk([], [from]);
  return found;
}

/** Sibling ties are no short cut: they stand beside the parents they follow from. */
const areTied = (family: Family, a: string, b: string): boolean =>
  (family.get(a) ?? []).some((move) => move.to === b && move.way !== 'across');

function turnsBack(way: readonly Move[], next: Move): boolean {
  if (next.way === 'couple' || next.way === 'down') return false;
  const line = way.slice(way.map((move) => move.way).lastIndexOf('couple') + 1);
  return line.some((move) => move.way !== 'up');
}

function stepsTo(family: Family, to: string): Map<string, number> {
  const steps = new Map([[to, 0]]);
  for (const [person, step] of steps) {
    for (const move of family.get(person) ?? []) if (!steps.has(move.to)) steps.set(move.to, step + 1);
  }
  return steps;
}

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
