/** What differs between two states of one web, thing by thing. Pure: the lists of a comparison and its picture are made with it. */
import type { ChangeHow, ChangeKind } from '../words/compare-says.ts';

/** One thing of a state. `key`: what it is; `content`: what is told of it. */
export type Item = { what: ChangeKind; key: string; content: string };

/** What two settings can tell differently of one tie, stay or fact of concern. */
type Told = {
  start: { earliest: string | null; latest: string | null; says: string };
  end: { earliest: string | null; latest: string | null; says: string };
  inForce: boolean;
  certain: boolean;
  standing: string;
  disputed: boolean;
  holders: readonly { agency: { id: string } }[];
};

export const tieItem = (tie: Told & { id: string; form: string | null }): Item => ({
  what: 'TIE',
  key: `${tie.id} ${tie.form}`,
  content: contentOf(tie),
});

export const stayItem = (stay: Told & { person: string; home: string; pattern: string }): Item => ({
  what: 'HOME',
  key: `${stay.person} ${stay.home} ${stay.pattern}`,
  content: contentOf(stay),
});

export const concernItem = (person: string, concern: Told & { id: string }): Item => ({
  what: 'CONCERN',
  key: `${person} ${concern.id}`,
  content: contentOf(concern),
});

const contentOf = ({ start, end, inForce, certain, standing, disputed, holders }: Told): string =>
  JSON.stringify([daysOf(start), daysOf(end), inForce, certain, standing, disputed, holders.map(({ agency }) => agency.id)]);

const daysOf = ({ earliest, latest, says }: Told['start']): (string | null)[] => [earliest, latest, says];

export type Change<Thing> = { what: ChangeKind; how: ChangeHow; key: string; before: Thing[]; after: Thing[] };

/** Parts of one thing (its spells, or what different agencies hold of it) are compared together. */
export function differences<Thing extends Item>(before: readonly Thing[], after: readonly Thing[]): Change<Thing>[] {
  const byKey = (items: readonly Thing[]): Map<string, Thing[]> => {
    const map = new Map<string, Thing[]>();
    for (const one of items) map.set(`${one.what} ${one.key}`, [...(map.get(`${one.what} ${one.key}`) ?? []), one]);
    return map;
  };
  const contents = (items: readonly Thing[]): string => JSON.stringify(items.map(({ content }) => content).sort());
  const [old, now] = [byKey(before), byKey(after)];
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((id): Change<Thing>[] => {
    const [was, is] = [old.get(id) ?? [], now.get(id) ?? []];
    if (contents(was) === contents(is)) return [];
    const { what, key } = (was[0] ?? is[0])!;
    return [{ what, key, how: was.length === 0 ? 'GAINED' : is.length === 0 ? 'LOST' : 'CHANGED', before: was, after: is }];
  });
}
