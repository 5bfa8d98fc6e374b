/** What answers call agencies: no two of one case the same. Pure. */
import { groupBy } from '../ledger/grouping.ts';
import type { Agency, Asking } from './asking.ts';

/** "Police" is no other name than "police". */
const key = (words: string): string => words.trim().toLowerCase();
const isSame = (a: string, b: string): boolean => a.length === b.length && key(a) === key(b);
/** Ids of one case begin alike: "mia/probation". */
const inCase = ({ id }: Agency, words: string): string => `${id.slice(0, id.lastIndexOf('/') + 1)}\n${key(words)}`;

/**
 * `name`: its own; where another of the case is called so, with its area, or where that is not stated or the
 * same, its id. `short`: its kind ("probation"), for where no other of that kind is asked; `name` where another
 * of the case is called by that word.
 */
export function namedApart<T extends Agency>(agencies: readonly T[]): (T & { short: string })[] {
  const byName = groupBy(agencies, (agency) => inCase(agency, agency.name));
  return agencies.map((agency) => {
    const { id, kind, area } = agency;
    const namesakes = byName.get(inCase(agency, agency.name))!;
    const isOnlyThere = area !== null && namesakes.filter((one) => one.area === area).length === 1;
    const name = namesakes.length === 1 ? agency.name : `${agency.name} (${isOnlyThere ? area : id})`;
    const isMeant = kind !== 'other' && (byName.get(inCase(agency, kind)) ?? []).every((one) => one === agency);
    return { ...agency, name, short: isMeant ? kind : name };
  });
}

/** "probation" where one agency of that kind is asked and no other that is asked is called so, else its own name. */
export function shortName({ agencies, common }: Pick<Asking, 'agencies' | 'common'>, id: string): string {
  const agency = agencies.get(id);
  if (!agency) return id;
  const isClear = common.heldBy.every((one) => {
    const other = agencies.get(one);
    return other === undefined || other === agency || (other.kind !== agency.kind && !isSame(other.name, agency.short));
  });
  return isClear && common.heldBy.includes(id) ? agency.short : agency.name;
}
