/**
 * What would still stand if some statements had never been made: the statements that an asker may see are
 * folded with them and without them (docs/model.md section 4). Pure.
 */
import { project } from './project.ts';
import type { LedgerRecord, SharingRecord, Source, StatementRecord } from './records.ts';
import { STANDINGS, type Day, type Kind, type Standing, type Version } from './versions.ts';

/** A statement with the agencies that held it, and since when. */
export type HeldStatement = { record: StatementRecord; held: readonly { agency: string; since: Day }[] };

/** The setting of a question, as far as a fold has to be tested by it. */
export type Tested = { asAt: Day; since: Day; heldOn: Day; heldBy: readonly string[]; standings: readonly Standing[] };

/** Tie and agency -> the best standing it has there. */
export type Standings = ReadonlyMap<string, Standing>;
export const partOf = (tie: string, agency: string): string => `${tie}\n${agency}`;

/** What repeats or withdraws what is gone is gone with it. */
export function withAllThatFalls(statements: readonly HeldStatement[], ids: Iterable<string>): Set<string> {
  const gone = new Set(ids);
  for (let before = -1; before !== gone.size;) {
    before = gone.size;
    for (const { record } of statements)
      if ([record.repeats, record.withdraws].some((id) => id !== undefined && gone.has(id))) gone.add(record.id);
  }
  return gone;
}

/** What each agency holds as stated, without the statements `gone`. */
export function standingWithout(statements: readonly HeldStatement[], gone: ReadonlySet<string>, tested: Tested): Standings {
  const left = statements.filter(({ record }) => !gone.has(record.id));
  const there = new Set(left.map(({ record }) => record.id));
  const records = left.flatMap(({ record, held }): LedgerRecord[] => [
    withoutDangling(record, there),
    ...held.filter(({ agency }) => agency !== record.agency).map(({ agency, since }) => passedOn(record, agency, since)),
  ]);
  const standings = new Map<string, Standing>();
  for (const version of project(records)) {
    if (OF_STATEMENTS.includes(version.kind) || version.via !== null || version.tie.includes(' as ') || !isSeen(version, tested)) continue;
    const key = partOf(version.tie, version.holders[0]!);
    const known = standings.get(key);
    if (known === undefined || STANDINGS.indexOf(version.standing) < STANDINGS.indexOf(known)) standings.set(key, version.standing);
  }
  return standings;
}

/** Who holds a statement, and who passed it on: no ties of people. */
const OF_STATEMENTS: readonly Kind[] = ['HELD_BY', 'PASSED_TO'];

const isSeen = ({ from, to, heldFrom, heldTo, holders, standing }: Version, { asAt, since, heldOn, heldBy, standings }: Tested): boolean =>
  from <= asAt &&
  to >= since &&
  heldFrom <= heldOn &&
  heldTo >= heldOn &&
  standings.includes(standing) &&
  holders.every((agency) => heldBy.includes(agency));

function withoutDangling({ repeats, withdraws, ...record }: StatementRecord, there: ReadonlySet<string>): StatementRecord {
  return {
    ...record,
    ...(repeats !== undefined && there.has(repeats) ? { repeats } : {}),
    ...(withdraws !== undefined && there.has(withdraws) ? { withdraws } : {}),
  };
}

/** However it came there: what counts is that it did, and when. */
const passedOn = ({ id, agency }: StatementRecord, to: string, on: Day): SharingRecord => ({
  type: 'sharing',
  id: `${id} to ${to}`,
  from: agency,
  to,
  on,
  statements: [id],
});

/** Whether a version of a tie still stands: all it is made of does, in what its holders hold. */
export function falls({ via, tie, rests, holders }: Version, all: Standings, left: Standings): boolean {
  const parts = [...(via === null && !tie.includes(' as ') ? [tie] : []), ...rests.filter((id) => id !== tie)];
  return parts.some((part) => {
    const keys = holders.map((agency) => partOf(part, agency)).filter((key) => all.has(key));
    return keys.length > 0 && keys.every((key) => !left.has(key));
  });
}

/** Somebody with a side: the person spoken of, a parent or a relative. A child's own word is never counted so. */
export function isInterested(source: Source | undefined, spokenOf: readonly string[]): boolean {
  if (source === undefined || source.kind === 'child') return false;
  return (
    source.kind === 'self' ||
    source.kind === 'parent' ||
    source.kind === 'relative' ||
    (source.person !== undefined && spokenOf.includes(source.person))
  );
}

/** One source (docs/model.md section 2): a named person or name; else agency and kind; every anonymous statement by itself. */
export function sourceKey({ id, agency, source }: StatementRecord): string {
  if (source?.person !== undefined) return `person ${source.person}`;
  if (source?.name !== undefined) return `name ${source.name}`;
  return source?.kind === 'anonymous' ? `statement ${id}` : `${agency} ${source?.kind ?? 'not stated'}`;
}
