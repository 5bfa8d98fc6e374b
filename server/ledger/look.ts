/**
 * Records looked up once and kept, with all that bears on them: what a fold of some topics needs.
 */
import { SHARED_ROOFS } from './derive.ts';
import type { LedgerRecord } from './records.ts';
import type { LedgerSource, TopicAt } from './source.ts';
import type { SamePeople } from './same-people.ts';

export type Look = LedgerSource & {
  /** The statements of these topics, what they repeat, what withdraws any of them, and all their sharings. */
  withAllThatBears(topics: readonly string[]): Promise<LedgerRecord[]>;
  /** These two: of those whose records were looked up. */
  isSharedRoof(home: string): boolean;
  isSmallGroup(group: string): boolean;
};

const MATTERS: readonly string[] = ['order', 'plan', 'assessment', 'event'];
export const isMatter = ({ claim }: TopicAt): boolean => MATTERS.includes(claim);

export function endsThatArePeople({ claim, end1, end2 }: TopicAt): string[] {
  if (claim === 'address' || MATTERS.includes(claim)) return [];
  if (claim === 'home' || claim === 'role') return [end1];
  if (claim === 'involvement') return end2 === null ? [] : [end2];
  return end2 === null ? [end1] : [end1, end2];
}

/** A couple, and every couple it is carried over to. */
export function carriedPairs({ end1, end2 }: TopicAt, same: SamePeople): [string, string][] {
  return end2 === null ? [] : same.of(end1).flatMap((a) => same.of(end2).map((b): [string, string] => [a, b]));
}

export function lookIn(source: LedgerSource): Look {
  const known = new Map<string, LedgerRecord>();
  const records = async (ids: Iterable<string>): Promise<LedgerRecord[]> => {
    const wanted = [...new Set(ids)];
    for (const record of await source.records(wanted.filter((id) => !known.has(id)))) known.set(record.id, record);
    return wanted.flatMap((id) => known.get(id) ?? []);
  };

  const withAllThatBears = async (topics: readonly string[]): Promise<LedgerRecord[]> => {
    const found = new Map((await source.statements(topics)).map((statement): [string, LedgerRecord] => [statement.id, statement]));
    for (let asking = [...found.keys()]; asking.length > 0;) {
      const bearing = await source.bearingOn(asking);
      const next = new Set(
        bearing
          .flatMap(({ repeats, withdrawnBy }) => (repeats === null ? withdrawnBy : [repeats, ...withdrawnBy]))
          .filter((id) => !found.has(id)),
      );
      for (const record of await records(next)) found.set(record.id, record);
      asking = [...next];
    }
    for (const record of await source.sharings(found.keys())) found.set(record.id, record);
    return [...found.values()];
  };

  return {
    ...source,
    records,
    withAllThatBears,
    isSharedRoof: (home) => {
      const record = known.get(home);
      return record?.type === 'household' && SHARED_ROOFS.includes(record.kind ?? 'home');
    },
    isSmallGroup: (group) => {
      const record = known.get(group);
      return record?.type === 'organisation' && record.small === true;
    },
  };
}
