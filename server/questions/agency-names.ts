/** What answers call agencies: no two of them the same. Pure. */
import { groupBy } from '../ledger/grouping.ts';
import type { Agency, Asking } from './asking.ts';

/** What is read as one word: "Police" is no other name than "police". */
const key = (words: string): string => words.trim().toLowerCase();

/**
 * `name`: its own; where another is called so, with its area, or where that is not stated or the same, its id.
 * `short`: its kind ("probation"), for where no other of that kind is asked; `name` where another is called by that word.
 */
export function namedApart<T extends Agency>(agencies: readonly T[]): (T & { short: string })[] {
  const byName = groupBy(agencies, ({ name }) => key(name));
  return agencies.map((agency) => {
    const { id, kind, area } = agency;
    const namesakes = byName.get(key(agency.name))!;
    const isOnlyThere = area !== null && namesakes.filter((one) => one.area === area).length === 1;
    const name = namesakes.length === 1 ? agency.name : `${agency.name} (${isOnlyThere ? area : id})`;
    const isMeant = kind !== 'other' && (byName.get(key(kind)) ?? []).every((one) => one === agency);
    return { ...agency, name, short: isMeant ? kind : name };
  });
}

/** "probation" where one agency of that kind is asked and no other is called so, else its own name. */
export function shortName({ agencies, common }: Pick<Asking, 'agencies' | 'common'>, id: string): string {
  const agency = agencies.get(id);
  if (!agency) return id;
  const alike = common.heldBy.filter((other) => agencies.get(other)?.kind === agency.kind);
  return alike.length === 1 && alike[0] === id ? agency.short : agency.name;
}
