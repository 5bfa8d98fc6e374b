/** Ties and facts of concern as sentences, one for each, and those that are left when something falls. */
import { groupBy } from '../ledger/grouping.ts';
import type { Version } from '../ledger/versions.ts';
import type { StatementTold } from './evidence-told.ts';
import type { People } from './people-told.ts';
import type { Telling } from './telling.ts';

export type FactResting = { id: string; kind: string; says: string };

type Versions = { ties: readonly Version[]; concerns: readonly Version[] };

/** Ties and facts of concern of which no version is left. */
export function factsOf(before: Versions, after: Versions, people: People, telling: Telling): FactResting[] {
  const left = new Set([...after.ties, ...after.concerns].map(({ tie }) => tie));
  return factsTold(
    [...before.ties, ...before.concerns].filter(({ tie }) => !left.has(tie)),
    people,
    telling,
  );
}

/** One sentence for each tie or fact of concern, by id. */
export function factsTold(versions: readonly Version[], people: People, telling: Telling): FactResting[] {
  return [...groupBy(versions, ({ tie }) => tie)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([id, own]): FactResting[] => {
      const { kind, start, end } = own[0]!;
      if (kind === 'OF_CONCERN')
        return telling
          .concerns(own)
          .slice(0, 1)
          .map((concern) => ({ id, kind, says: `${people.tell(start).name}: ${concern.says}.` }));
      const [from, to] = [people.personOf(start), people.personOf(end)];
      const told = telling.ties(
        own.map((version) => ({ ...version, start: from, end: to })),
        from,
        to,
      );
      return told.slice(0, 1).map((tie) => ({ id, kind, says: tie.says }));
    });
}

export function statementsTold(telling: Telling, ids: readonly string[]): StatementTold[] {
  const { evidence, against } = telling.evidence.about(ids);
  const wanted = new Set(ids);
  return [...evidence, ...against].filter(({ id }) => wanted.has(id));
}
