/** What answers call agencies: no two of them the same, whoever is asked. Pure. */
import { groupBy } from '../ledger/grouping.ts';
import type { Agency } from './asking.ts';

/** What is read as one word: "Police" is no other name than "police". */
const key = (words: string): string => words.trim().toLowerCase();

/**
 * `name`: its own; where another is called so, with its area, or where that is not stated or the same, its id.
 * `short`: its kind ("probation") where it is the only one of that kind and no other is called by that word, else `name`.
 */
export function namedApart<T extends Agency>(agencies: readonly T[]): (T & { short: string })[] {
  const byName = groupBy(agencies, ({ name }) => key(name));
  const byKind = groupBy(agencies, ({ kind }) => kind);
  return agencies.map((agency) => {
    const { id, kind, area } = agency;
    const namesakes = byName.get(key(agency.name))!;
    const isOnlyThere = area !== null && namesakes.filter((one) => one.area === area).length === 1;
    const name = namesakes.length === 1 ? agency.name : `${agency.name} (${isOnlyThere ? area : id})`;
    const isMeant = kind !== 'other' && byKind.get(kind)!.length === 1 && (byName.get(key(kind)) ?? []).every((one) => one === agency);
    return { ...agency, name, short: isMeant ? kind : name };
  });
}
