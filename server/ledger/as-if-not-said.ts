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

/** How well a tie stands, at best, and over which days, at their widest. */
export type Stand = Pick<Version, 'standing' | 'from' | 'sureFrom' | 'sureTo' | 'to'>;
/** By tie and who holds it: of what is stated one agency, of what is drawn from others all that must be asked. */
export type Standings = ReadonlyMap<string, Stand>;
export const partOf = (tie: string, ...holders: readonly string[]): string => [tie, ...holders].join('\n');
export const tieOf = (part: string): string => part.split('\n')[0]!;

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

/** What agencies hold as stated, and what follows from it, without the statements `gone`. */
export function standingWithout(statements: readonly HeldStatement[], gone: ReadonlySet<string>, tested: Tested): Standings {
  const left = statements.filter(({ record }) => !gone.has(record.id));
  const there = new Set(left.map(({ record }) => record.id));
  const records = left.flatMap(({ record, held }): LedgerRecord[] => [
    withoutDangling(record, there),
    ...held.filter(({ agency }) => agency !== record.agency).map(({ agency, since }) => passedOn(record, agency, since)),
  ]);
  const standings = new Map<string, Stand>();
  for (const version of project(records)) {
    if (OF_STATEMENTS.includes(version.kind) || version.tie.includes(' as ') || !isSeen(version, tested)) continue;
    const key = partOf(version.tie, ...version.holders);
    standings.set(key, together(standings.get(key) ?? version, version));
  }
  return standings;
}

const together = (a: Stand, b: Stand): Stand => ({
  standing: STANDINGS.indexOf(a.standing) <= STANDINGS.indexOf(b.standing) ? a.standing : b.standing,
  from: a.from < b.from ? a.from : b.from,
  sureFrom: a.sureFrom < b.sureFrom ? a.sureFrom : b.sureFrom,
  sureTo: a.sureTo > b.sureTo ? a.sureTo : b.sureTo,
  to: a.to > b.to ? a.to : b.to,
});

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

/** Ties of which fewer days are left, with those that are. */
export function shortened(all: Standings, left: Standings): Map<string, Stand> {
  const [before, after] = [widest(all), widest(left)];
  return new Map([...after].filter(([tie, { from, to }]) => from > before.get(tie)!.from || to < before.get(tie)!.to));
}

function widest(standings: Standings): Map<string, Stand> {
  const ties = new Map<string, Stand>();
  for (const [key, stand] of standings) ties.set(tieOf(key), together(ties.get(tieOf(key)) ?? stand, stand));
  return ties;
}

/** Whether a version of a tie no longer stands: one of those it is made of does not, in what its holders hold, or they share no day. */
export function falls(version: Version, all: Standings, left: Standings): boolean {
  const { via, tie, rests, holders } = version;
  if (via !== null && sharesNoDay(version, all, left)) return true;
  const parts = [...(via === null && !tie.includes(' as ') ? [tie] : []), ...rests.filter((id) => id !== tie)];
  return parts.some((part) => {
    const keys = holders.map((agency) => partOf(part, agency)).filter((key) => all.has(key));
    return keys.length > 0 && keys.every((key) => !left.has(key));
  });
}

/** What is drawn from stays, roles or parents over the days they share: none is left of it for its holders. */
function sharesNoDay({ tie, holders }: Version, all: Standings, left: Standings): boolean {
  const drawn = [...all.keys()].filter((key) => {
    const [of, ...by] = key.split('\n');
    return of === tie && by.every((agency) => holders.includes(agency));
  });
  return drawn.length > 0 && drawn.every((key) => !left.has(key));
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
