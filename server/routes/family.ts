/**
 * A family as moves along its ties, up to a parent, down to a child, across to a sibling or to a partner,
 * and the ways by such moves from one person to another. Pure.
 */

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

/**
 * Ways without a short cut: two people of a way who are themselves tied are next to each other in it.
 * `plain`: within one family line nobody goes down to a child and up again to its other parent.
 */
export function waysBetween(family: Family, from: string, to: string, plain: boolean): Move[][] {
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
