/**
 * What people of a web are to its subject, in family words along the fewest family ties: "mother",
 * "stepmother", "half-brother", "mother's former husband", "grandmother". Only ties whose word stands
 * are followed; what is not family has no word here. Pure.
 */
import { groupBy } from '../ledger/grouping.ts';
import { STANDING_WORDS, type Day, type Version } from '../ledger/versions.ts';
import { verbOf, type Sex, type SexOf } from './tie-verbs.ts';

/** A longer chain is no word a reader could use. */
const MOST_TIES = 3;
const FAMILY = ['PARENT_OF', 'PARTNER_OF', 'SIBLING_OF', 'RELATIVE_OF'];

/** Ends of the versions are people. Nobody without a family chain to the subject is in the map. */
export function wordsToSubject(ties: readonly Version[], subject: string, asAt: Day, sexOf: SexOf): Map<string, string[]> {
  const family = ties.filter(({ kind, standing }) => FAMILY.includes(kind) && STANDING_WORDS.includes(standing));
  const byPerson = groupBy(
    family.flatMap((tie) => [
      { from: tie.start, to: tie.end, tie },
      { from: tie.end, to: tie.start, tie },
    ]),
    ({ from }) => from,
  );
  const parents = birthParents(family);
  const found = new Map<string, string[]>([[subject, []]]);
  let layer = new Map<string, string[][]>([[subject, [[]]]]);
  for (let step = 0; step < MOST_TIES && layer.size > 0; step++) {
    const next = new Map<string, string[][]>();
    for (const [person, chains] of layer) {
      for (const { to, tie } of byPerson.get(person) ?? []) {
        if (found.has(to)) continue;
        const word = wordOf(tie, to, asAt, sexOf, parents);
        if (word !== null) next.set(to, [...(next.get(to) ?? []), ...chains.map((chain) => [...chain, word])]);
      }
    }
    for (const [person, chains] of next) found.set(person, [...new Set(chains.map((chain) => inWords(chain, sexOf(person))))].sort());
    layer = next;
  }
  found.delete(subject);
  return found;
}

/** What the person at the far end of a tie is to the other. Null: no family word for it. */
function wordOf(tie: Version, far: string, asAt: Day, sexOf: SexOf, parents: ReadonlyMap<string, ReadonlySet<string>>): string | null {
  if (tie.kind === 'PARTNER_OF') return partnerWord(tie, sexOf(far), asAt);
  const stated =
    tie.kind === 'SIBLING_OF' && (tie.form === null || tie.form === 'unknown') ? { ...tie, form: siblingForm(tie, parents) } : tie;
  const [, believed, noun] = /^is (believed to be )?(?:the|a|an) (.+) of$/.exec(verbOf(stated, far, sexOf).now) ?? [];
  return noun === undefined ? null : `${believed === undefined ? '' : 'believed '}${noun}`;
}

function partnerWord({ form, to }: Version, sex: Sex, asAt: Day): string {
  const former = to < asAt || form === 'separated' ? 'former ' : '';
  if (form === 'married') return `${former}${sex === 'female' ? 'wife' : sex === 'male' ? 'husband' : 'spouse'}`;
  return `${former}${form === 'civil partnership' ? 'civil partner' : form === 'engaged' ? 'fiancé or fiancée' : 'partner'}`;
}

function birthParents(family: readonly Version[]): Map<string, Set<string>> {
  const births = family.filter(({ kind, form }) => kind === 'PARENT_OF' && form === 'birth');
  return new Map([...groupBy(births, ({ end }) => end)].map(([child, own]) => [child, new Set(own.map(({ start }) => start))]));
}

/** Full or half only where two birth parents are recorded for both (docs/model.md section 6); else the word says neither. */
function siblingForm({ start, end }: Version, parents: ReadonlyMap<string, ReadonlySet<string>>): string | null {
  const [one, other] = [parents.get(start) ?? new Set<string>(), parents.get(end) ?? new Set<string>()];
  if (one.size !== 2 || other.size !== 2) return null;
  return [...one].filter((parent) => other.has(parent)).length === 1 ? 'half' : null;
}

/** Two ties that have one word between them. */
const SHORTER: readonly (readonly [RegExp, RegExp, readonly [string, string, string]])[] = [
  [/^(mother|father|parent)$/, /^(mother|father|parent)$/, ['grandmother', 'grandfather', 'grandparent']],
  [/^(mother|father|parent)$/, /^(half-)?(sister|brother|sibling)$/, ['aunt', 'uncle', 'aunt or uncle']],
  [/^(son|daughter|child)$/, /^(son|daughter|child)$/, ['granddaughter', 'grandson', 'grandchild']],
  [/^(half-)?(sister|brother|sibling)$/, /^(son|daughter|child)$/, ['niece', 'nephew', 'niece or nephew']],
];

function inWords(chain: readonly string[], sex: Sex): string {
  const [first, second] = [chain.at(-2), chain.at(-1)];
  const shorter =
    first === undefined || second === undefined ? undefined : SHORTER.find(([one, other]) => one.test(first) && other.test(second));
  const words = shorter === undefined ? chain : [...chain.slice(0, -2), shorter[2][sex === 'female' ? 0 : sex === 'male' ? 1 : 2]];
  return words.join("'s ");
}
