/** What many questions need alike: the revision, and what changes only with it and is therefore read once for each, seals and agencies. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Graph } from '../database/graph.ts';
import type { SealRecord } from '../ledger/records.ts';
import type { Row } from '../types.gen.ts';
import { namedApart } from './agency-names.ts';
import type { KnownAgency } from './asking.ts';

/** A seal, and the revision with which it was loaded. */
export type LoadedSeal = SealRecord & { added: number };

/** What is published now. Questions that arrive together share one reading, begun after the last of them came. */
export function publishedNow(graph: Graph): () => Promise<Row<'read/ledger'> | undefined> {
  let reading: Promise<Row<'read/ledger'> | undefined> | undefined;
  return () =>
    (reading ??= nextTurn().then(async () => {
      reading = undefined;
      return (await graph.read('read/ledger', {}))[0];
    }));
}

/** With one more seal or one less, the same statements are asked. */
export function rememberSeals(graph: Graph): (revision: number) => Promise<LoadedSeal[]> {
  let known: { revision: number; seals: Promise<LoadedSeal[]> } | undefined;
  return async (revision) => {
    if (known?.revision !== revision) {
      const reading = {
        revision,
        seals: graph
          .read('read/seals', { revision })
          .then((rows) => rows.map(({ line, added }): LoadedSeal => ({ ...(JSON.parse(line) as SealRecord), added }))),
      };
      known = reading;
      reading.seals.catch(() => (known = known === reading ? undefined : known));
    }
    return known.seals;
  };
}

/** For each set of open seals: what is under them shows in the days from which an agency has records. */
export function rememberAgencies(graph: Graph): (revision: number, opened: readonly string[]) => Promise<ReadonlyMap<string, KnownAgency>> {
  const known = new Map<string, Promise<ReadonlyMap<string, KnownAgency>>>();
  let current = -1;
  return async (revision, opened) => {
    if (revision !== current) known.clear();
    current = revision;
    const key = opened.join('\n');
    let agencies = known.get(key);
    if (!agencies) {
      agencies = graph
        .read('read/agencies', { revision, opened: [...opened] })
        .then((rows) => new Map(namedApart(rows).map((agency) => [agency.id, agency])));
      known.set(key, agencies);
      agencies.catch(() => known.delete(key));
    }
    return agencies;
  };
}
