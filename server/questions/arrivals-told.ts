/**
 * How statements came to the agencies that held them: recorded by themselves, or passed on by which
 * sharing; and every sharing of them that nobody is recorded to have received. Kept to what the agencies
 * asked held by the day, and to what the asker may see.
 */
import { readSpan, type Span } from '../ledger/dates.ts';
import type { SharingRecord } from '../ledger/records.ts';
import type { Day } from '../ledger/versions.ts';
import { saySpan, type SpanSaid } from '../words/dates-say.ts';
import { sharingSays } from '../words/first-held-says.ts';
import { shortName } from './agency-names.ts';
import { tests, type Agency, type Asking } from './asking.ts';
import { agencyTold, type StatementTold } from './evidence-told.ts';

/** One statement reaching one agency. `day`: the latest day of `on`, from which it counts as held. */
export type ArrivalTold = {
  statement: StatementTold;
  agency: Agency;
  day: Day;
  on: SpanSaid;
  firstHand: boolean;
  sharing: string | null;
  from: Agency | null;
};

export type SharingTold = {
  id: string;
  from: Agency;
  to: Agency;
  on: SpanSaid;
  state: NonNullable<SharingRecord['state']>;
  statements: StatementTold[];
  ref: string | null;
  note: string | null;
  says: string;
};

export type Arrivals = {
  /** Every way into every agency, by day, then ids. */
  all: readonly ArrivalTold[];
  /** How an agency came by a statement that it held; null: it did not. */
  of: (statement: string, agency: string) => ArrivalTold | null;
  /** By day, then id. */
  sharings: readonly SharingTold[];
};

export async function arrivalsOf(asking: Asking, statements: readonly StatementTold[]): Promise<Arrivals> {
  const byId = new Map(statements.map((statement) => [statement.id, statement]));
  const ids = [...byId.keys()].sort();
  const rows = ids.length === 0 ? [] : await asking.graph.read('read/passed-on', { ...tests(asking), statements: ids });
  const sharings = rows
    .map((row) => ({ record: JSON.parse(row.line) as SharingRecord, passed: row.statements }))
    .map(({ record, passed }) => ({ record, on: readSpan(record.on), state: record.state ?? 'received', passed }));
  const arrivals = statements.flatMap((statement) =>
    statement.heldBy.map(({ agency, from: day }): ArrivalTold => {
      if (statement.agency.id === agency.id)
        return { statement, agency, day, on: statement.recorded, firstHand: true, sharing: null, from: null };
      const by = sharings.find(
        ({ record, on, state, passed }) =>
          state === 'received' && record.to === agency.id && on.latest === day && passed.includes(statement.id),
      );
      return {
        statement,
        agency,
        day,
        on: saySpan(by?.on ?? { earliest: day, latest: day }),
        firstHand: false,
        sharing: by?.record.id ?? null,
        from: by === undefined ? null : agencyTold(asking, by.record.from),
      };
    }),
  );
  const keyed = new Map(arrivals.map((arrival) => [`${arrival.statement.id}\n${arrival.agency.id}`, arrival]));
  return {
    all: arrivals.sort((a, b) => compare([a.day, a.agency.id, a.statement.id], [b.day, b.agency.id, b.statement.id])),
    of: (statement, agency) => keyed.get(`${statement}\n${agency}`) ?? null,
    sharings: sharings
      .map(({ record, on, state, passed }): SharingTold => ({
        id: record.id,
        from: agencyTold(asking, record.from),
        to: agencyTold(asking, record.to),
        on: saySpan(on),
        state,
        statements: passed.map((id) => byId.get(id)!),
        ref: record.ref ?? null,
        note: asking.shows.has('free text') ? (record.note ?? null) : null,
        says: sharingSays({ from: shortName(asking, record.from), to: shortName(asking, record.to), on, state }),
      }))
      .sort((a, b) => compare([a.on.latest ?? '', a.id], [b.on.latest ?? '', b.id])),
  };
}

function compare(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((part, index) => part !== b[index]);
  return at < 0 ? 0 : a[at]! < b[at]! ? -1 : 1;
}

/** The day on which some things had arrived, as widely as it is known; exact where no arrival was known only as a span. */
export function spanOfArrivals(day: Day, arrivals: readonly Pick<ArrivalTold, 'on' | 'day'>[]): Span {
  const earliest = arrivals
    .filter((arrival) => arrival.day === day)
    .map(({ on }) => on.earliest ?? day)
    .sort();
  return { earliest: earliest[0] ?? day, latest: day };
}
