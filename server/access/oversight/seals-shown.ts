/** Seals as a privacy officer or a custodian is shown them: by id only what is open to them, the rest by count. Pure. */
import type { SealRecord } from '../../ledger/records.ts';
import type { LoadedSeal } from '../../questions/remembered.ts';
import type { Standpoint } from '../../questions/answer.ts';
import { coversSays, opensSays, periodSays, policySays } from '../../words/seal-says.ts';
import { sealsKnownTo, stateOn } from '../seals.ts';
import type { Viewer } from '../viewer.ts';

export interface SealShown {
  id: string;
  label: string;
  state: string;
  covers: string;
  /** Ids of what it covers, null where the seal is shut to the viewer. */
  ids: string[] | null;
  opens: string;
  excludes: string[];
  custodian: string;
  period: string;
  policy: string;
  /** The revision with which it was loaded. */
  added: number;
}

/** In order of their ids. Something that lies also under a shut seal the viewer does not know of is as if absent. */
export function sealsShown(viewer: Viewer, { day, seals, opened, agencies }: Standpoint): SealShown[] {
  const known = sealsKnownTo(viewer, seals);
  const shutSeals = seals.filter(({ id }) => !opened.includes(id));
  const shut = new Set(shutSeals.flatMap(idsUnder));
  const unknown = new Set(shutSeals.filter((seal) => !known.includes(seal)).flatMap(idsUnder));
  const nameOf = (agency: string): string => agencies.get(agency)?.name ?? agency;
  return known.flatMap((seal: LoadedSeal) => {
    const { persons = [], households = [], organisations = [], records = [] } = seal.covers;
    const [people, homes, groups, single] = [persons, households, organisations, records].map(
      (ids) => ids.filter((id) => !unknown.has(id)).length,
    ) as [number, number, number, number];
    if (people + homes + groups + single === 0) return [];
    return {
      id: seal.id,
      label: seal.label,
      state: stateOn(seal, day),
      covers: coversSays({ people, homes, organisations: groups, records: single }),
      ids: opened.includes(seal.id) ? idsUnder(seal).filter((id) => !shut.has(id)) : null,
      opens: opensSays(seal, nameOf),
      excludes: [...(seal.excludes?.users ?? [])].sort(),
      custodian: nameOf(seal.custodian),
      period: periodSays(seal),
      policy: policySays(seal),
      added: seal.added,
    };
  });
}

function idsUnder({ covers: { persons = [], households = [], organisations = [], records = [] } }: SealRecord): string[] {
  return [...persons, ...households, ...organisations, ...records].sort();
}
