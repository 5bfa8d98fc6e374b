/**
 * Which records may be one person: whoever is joined by any `same` statement, standing or not, over
 * any number of steps. Looked up as it is asked for.
 */
import type { LedgerSource } from './source.ts';

export type SamePeople = {
  /** Reads the `same` statements about these people and everybody they lead to. */
  learn(people: Iterable<string>): Promise<void>;
  /** The person, and every record that may be the same person, of those learnt. */
  of(person: string): readonly string[];
  ofAll(people: Iterable<string>): Set<string>;
  /** Every `same` topic met. */
  readonly topics: ReadonlySet<string>;
};

export function samePeople(source: LedgerSource): SamePeople {
  const others = new Map<string, Set<string>>();
  const topics = new Set<string>();
  const of = (person: string): readonly string[] => {
    const met = new Set([person]);
    for (const one of met) for (const other of others.get(one) ?? []) met.add(other);
    return [...met];
  };
  const learn = async (people: Iterable<string>): Promise<void> => {
    for (let asking = unknown(people); asking.length > 0;) {
      for (const person of asking) others.set(person, new Set());
      const found = await source.topicsAt(asking, ['same']);
      const met: string[] = [];
      for (const { topic, end1, end2 } of found) {
        topics.add(topic);
        if (end2 === null) continue;
        for (const [one, other] of [
          [end1, end2],
          [end2, end1],
        ] as const) {
          others.get(one)?.add(other);
          met.push(other);
        }
      }
      asking = unknown(met);
    }
  };
  const unknown = (people: Iterable<string>): string[] => [...new Set(people)].filter((person) => !others.has(person));
  return { learn, of, ofAll: (people) => new Set([...people].flatMap(of)), topics };
}
