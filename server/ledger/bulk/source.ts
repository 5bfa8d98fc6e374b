/** The records of a bulk load as a fold looks them up: as source.ts does in the graph. */
import type { ClaimType, StatementRecord } from '../records.ts';
import type { LedgerSource, TopicAt } from '../source.ts';
import { topicOf } from '../topics.ts';
import type { Lists } from './keys.ts';
import type { Store } from './store.ts';

export function storeSource(store: Store): LedgerSource {
  const idsOf = (list: Lists, id: string): string[] => [...list.of(store.ids.of(id))].map((number) => store.read(number).id);
  const numbersOf = (list: Lists, ids: Iterable<string>): number[] => {
    const numbers = new Set<number>();
    for (const id of ids) for (const number of list.of(store.ids.of(id))) numbers.add(number);
    return [...numbers];
  };
  return {
    records: async (ids) => ids.flatMap((id) => store.find(id) ?? []),
    statements: async (topics) =>
      topics.flatMap((topic) => [...store.byTopic.of(store.topics.of(topic))].map((number) => store.read(number) as StatementRecord)),
    topicsAt: async (ids, claims = []) => {
      const found = new Map<string, TopicAt>();
      for (const number of numbersOf(store.byEnd, ids)) {
        if (claims.length > 0 && !claims.includes(store.kindOf(number) as ClaimType)) continue;
        const at = store.topicAt(number);
        found.set(at.topic, at);
      }
      return [...found.values()];
    },
    bearingOn: async (ids) =>
      ids.flatMap((id) => {
        const record = store.find(id);
        if (record?.type !== 'statement') return [];
        const { repeats = null, withdraws = null } = record;
        return [{ repeats, withdraws, repeatedBy: idsOf(store.repeating, id), withdrawnBy: idsOf(store.withdrawing, id) }];
      }),
    sharings: async (statements) => numbersOf(store.bySharing, statements).map((number) => store.read(number)),
    naming: async (people) =>
      numbersOf(store.byNamed, people).map((number) => {
        const record = store.read(number);
        return { id: record.id, topic: record.type === 'statement' ? topicOf(record.claim).topic : null };
      }),
    seals: async () => store.seals.map((number) => store.read(number)),
  };
}
