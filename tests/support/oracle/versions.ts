/** What the ledger folds into, day by day, in a form in which two implementations can be compared. */
import type { LedgerRecord } from '../../../server/ledger/records.ts';
import type { Version } from '../../../server/ledger/versions.ts';
import { LAST, plusDays, type Day } from './dates.ts';
import { allTiesOn } from './derive.ts';
import { arrivalDays, openBook } from './holdings.ts';
import type { Tie } from './ties.ts';

const UNORDERED = [
  'PARTNER_OF',
  'SIBLING_OF',
  'ASSOCIATE_OF',
  'SAME_AS',
  'SHARES_HOME',
  'MAY_HAVE_MET',
  'MET',
  'SHARES_GROUP',
  'RELATIVE_OF',
];
const DRAWN = ['SIBLING_OF', 'SHARES_HOME', 'VISITS_HOME_OF', 'MAY_HAVE_MET', 'MET', 'SHARES_GROUP'];
/** Kinds whose content the text fixes; matters and details are shown, never searched. */
const COMPARED = [
  ...UNORDERED,
  'VISITS_HOME_OF',
  'PARENT_OF',
  'CARES_FOR',
  'HARMED',
  'AT_HOME',
  'HAS_ROLE',
  'INVOLVED_WITH',
  'OF_CONCERN',
  'IN_CUSTODY',
];

export type Saying = Pick<
  Version,
  'start' | 'end' | 'from' | 'sureFrom' | 'sureTo' | 'to' | 'holders' | 'seals' | 'standing' | 'disputed' | 'form' | 'via'
> & { kind: string };
export type OracleVersion = Saying & { heldFrom: Day; heldTo: Day };

/** Ends of symmetrical ties sorted, ids the program makes for itself left out, `disputed` kept for what was said, not for what follows from it. */
function plain(tie: Saying, carrying: boolean): Saying {
  const [start = '', end = ''] = UNORDERED.includes(tie.kind) ? [tie.start, tie.end].sort() : [tie.start, tie.end];
  const drawn = DRAWN.includes(tie.kind) && tie.via !== null;
  return {
    kind: tie.kind,
    start,
    end: tie.kind === 'OF_CONCERN' || tie.kind === 'IN_CUSTODY' ? '' : end,
    from: tie.from,
    sureFrom: tie.sureFrom,
    sureTo: tie.sureTo,
    to: tie.to,
    holders: [...tie.holders].sort(),
    seals: [...tie.seals].sort(),
    standing: tie.standing,
    disputed: !drawn && !carrying && tie.disputed,
    form: drawn ? null : tie.form,
    via: drawn ? tie.via : null,
  };
}

const within = (inner: string[], outer: string[]): boolean => inner.every((one) => outer.includes(one));

/** Whoever sees `worse` sees `better`, which says all of it and more. */
function outdone(worse: Saying, better: Saying, places: [number, number]): boolean {
  const sameTie =
    worse.kind === better.kind &&
    worse.start === better.start &&
    worse.end === better.end &&
    worse.via === better.via &&
    worse.form === better.form &&
    worse.standing === better.standing;
  if (!sameTie || !within(better.holders, worse.holders) || !within(better.seals, worse.seals)) return false;
  if (better.from > worse.from || better.sureFrom > worse.sureFrom || better.sureTo < worse.sureTo || better.to < worse.to) return false;
  const equal = JSON.stringify({ ...better, disputed: 0 }) === JSON.stringify({ ...worse, disputed: 0 });
  return !equal || (better.disputed && !worse.disputed) || (better.disputed === worse.disputed && places[1] < places[0]);
}

function onlyTelling(sayings: Saying[]): Saying[] {
  return sayings.filter((worse, i) => !sayings.some((better, j) => i !== j && outdone(worse, better, [i, j])));
}

/** What is held on one day, each thing once, as sorted lines. */
export function normalised(ties: Saying[]): string[] {
  const carrying = ties.some((tie) => tie.kind === 'SAME_AS');
  const byTie = new Map<string, Saying[]>();
  for (const tie of ties.filter((one) => COMPARED.includes(one.kind)).map((one) => plain(one, carrying))) {
    const key = `${tie.kind} ${tie.start} ${tie.end}`;
    byTie.set(key, [...(byTie.get(key) ?? []), tie]);
  }
  return [...byTie.values()]
    .flatMap(onlyTelling)
    .map((saying) => JSON.stringify(saying))
    .sort();
}

export const linesOn = (versions: Version[], day: Day): string[] =>
  normalised(versions.filter((version) => version.heldFrom <= day && day <= version.heldTo));

/** Every day's lines by the oracle, over the days on which somebody came to hold something. */
export function oracleDays(records: LedgerRecord[]): Map<Day, string[]> {
  const book = openBook(records);
  return new Map(arrivalDays(book).map((day) => [day, normalised(allTiesOn(book, day).map(asSaying))]));
}

const asSaying = (tie: Tie): Saying => ({ ...tie, kind: tie.kind });

/** Versions with the period each was held, touching periods of the same content being one. */
export function oracleVersions(records: LedgerRecord[]): OracleVersion[] {
  const days = [...oracleDays(records)];
  const open = new Map<string, OracleVersion>();
  const all: OracleVersion[] = [];
  for (const [place, [day, lines]] of days.entries()) {
    const until = days[place + 1] ? plusDays(days[place + 1]?.[0] ?? LAST, -1) : LAST;
    for (const line of open.keys()) if (!lines.includes(line)) open.delete(line);
    for (const line of lines) {
      const going = open.get(line);
      if (going) going.heldTo = until;
      else {
        const version: OracleVersion = { ...(JSON.parse(line) as Saying), heldFrom: day, heldTo: until };
        open.set(line, version);
        all.push(version);
      }
    }
  }
  return all;
}
