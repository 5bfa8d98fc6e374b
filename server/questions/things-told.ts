/** Homes, groups, couples, events and contacts that ties run through, as an answer names them. */
import type { Version } from '../ledger/versions.ts';
import type { Asking } from './asking.ts';
import { andList } from '../words/route-says.ts';
import type { People } from './people-told.ts';

export type ThingTold = { id: string; kind: string; name: string };

export type Things = {
  load: (ids: Iterable<string>) => Promise<void>;
  /** Null: no such place, or none the asker may see. */
  nameOf: (id: string) => string | null;
};

export function thingsOf(asking: Asking): Things {
  const known = new Map<string, string | null>();
  return {
    load: async (ids) => {
      const missing = [...new Set(ids)].filter((id) => !known.has(id)).sort();
      if (missing.length === 0) return;
      for (const id of missing) known.set(id, null);
      const rows = await asking.graph.read('read/things', { ids: missing, opened: asking.opened, revision: asking.revision });
      for (const { id, kind, name } of rows) known.set(id, name ?? (kind === 'household' ? 'a home' : 'a group'));
    },
    nameOf: (id) => known.get(id) ?? null,
  };
}

/** What must be loaded to name what these ties run through: places, and the parents of siblings. */
export function throughOf(versions: readonly Version[]): { places: string[]; people: string[] } {
  const via = (kinds: readonly string[]): string[] =>
    versions.flatMap((version) => (version.via !== null && kinds.includes(version.kind) ? [version.via] : []));
  return {
    places: via(['SHARES_HOME', 'VISITS_HOME_OF', 'MAY_HAVE_MET', 'SHARES_GROUP']),
    people: via(['SIBLING_OF']).flatMap((couple) => couple.split('+')),
  };
}

export function thingOf({ kind, via, more }: Version, things: Things, people: People): ThingTold | null {
  if (via === null) return null;
  switch (kind) {
    case 'SHARES_HOME':
    case 'VISITS_HOME_OF':
    case 'MAY_HAVE_MET':
      return { id: via, kind: 'household', name: things.nameOf(via) ?? 'a home' };
    case 'SHARES_GROUP':
      return { id: via, kind: 'organisation', name: things.nameOf(via) ?? 'a group' };
    case 'SIBLING_OF':
      return { id: via, kind: via.includes('+') ? 'couple' : 'person', name: andList(via.split('+').map(people.nameOf)) };
    default: {
      const what = typeof more?.['form'] === 'string' ? more['form'] : 'an event';
      return { id: via, kind: 'event', name: typeof more?.['place'] === 'string' ? `${what}, ${more['place']}` : what };
    }
  }
}
