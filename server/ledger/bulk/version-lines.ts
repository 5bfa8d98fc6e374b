/**
 * Versions as lines of an import's files: what writing.ts writes over Bolt. They are made where they were
 * folded (fold-thread.ts), so that the files have only to be put together.
 */
import { canonicalJson } from '../canonical.ts';
import { searchWords } from '../search-words.ts';
import { ENDS, NOT_REMOVED, type Kind, type Version } from '../versions.ts';
import type { Hashed } from '../writing.ts';
import { Lines } from './csv.ts';
import type { Store } from './store.ts';

type Label = (typeof ENDS)[Kind][number];
/**
 * Properties of a version that are written as they are, with their types. In this order they lie in the store,
 * where a property is found by walking past those before it: first what a step is tested by.
 */
const PLAIN_TYPES = {
  from: 'date',
  to: 'date',
  heldFrom: 'date',
  heldTo: 'date',
  standing: 'string',
  holders: 'string[]',
  seals: 'string[]',
  form: 'string',
  disputed: 'boolean',
  heldSince: 'date',
  sureFrom: 'date',
  sureTo: 'date',
  tie: 'string',
  spell: 'string',
  unit: 'string',
  because: 'string[]',
  via: 'string',
  rests: 'string[]',
} as const satisfies Record<keyof Omit<Version, 'kind' | 'start' | 'end' | 'more'>, string>;
const PLAIN = Object.keys(PLAIN_TYPES) as (keyof typeof PLAIN_TYPES)[];
export const VERSION_COLUMNS = [
  'added:long',
  'removed:long',
  ...PLAIN.map((name) => `${name}:${PLAIN_TYPES[name]}`),
  'more:string',
  'search:string',
  'hash:string',
];
export const endColumns = (label: Label): string[] => [`:ID(${label})`, 'id:string', 'added:long'];

/** Lines of each file that these versions add to, and the numbers of people who are of concern by them. */
export type VersionLines = { nodes: Map<Label, Lines>; ties: Map<Kind, Lines>; ofConcern: Set<number> };

/** `firstNumber`: concerns, custodies, matters and details have no record and are numbered from here. */
export function versionLines(versions: readonly Hashed[], store: Store, revision: number, firstNumber: number): VersionLines {
  const nodes = new Map<Label, Lines>();
  const ties = new Map<Kind, Lines>();
  const ofConcern = new Set<number>();
  const linesOf = <Name>(files: Map<Name, Lines>, name: Name): Lines => files.get(name) ?? files.set(name, new Lines()).get(name)!;

  const numbers = new Map<string, number>();
  const numberOfEnd = (label: Label, id: string): number => {
    if (label === 'Statement') return store.numberOf(id);
    if (label === 'Person' || label === 'Household' || label === 'Organisation' || label === 'Agency') return store.ids.of(id);
    const key = `${label} ${id}`;
    let number = numbers.get(key);
    if (number === undefined) {
      numbers.set(key, (number = firstNumber + numbers.size));
      linesOf(nodes, label).put([number, id, revision]);
    }
    return number;
  };

  for (const { version, hash } of versions) {
    const { kind, start, end, more } = version;
    const [startLabel, endLabel] = ENDS[kind];
    const from = numberOfEnd(startLabel, start);
    if (kind === 'OF_CONCERN') ofConcern.add(from);
    linesOf(ties, kind).put([
      from,
      numberOfEnd(endLabel, end),
      revision,
      NOT_REMOVED,
      ...PLAIN.map((name) => version[name]),
      more === null ? null : canonicalJson(more),
      searchWords(kind, more),
      hash,
    ]);
  }
  return { nodes, ties, ofConcern };
}
