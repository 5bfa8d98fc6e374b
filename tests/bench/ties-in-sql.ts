/**
 * Versions of ties in SQL, in the form that suits it best: whole numbers for people, one bit an agency and a
 * seal, both directions of a tie, an index that covers the test. The statements alone, whatever server runs them.
 */
import type { Version } from '../../server/ledger/versions.ts';

export type Tests = {
  asAt: string;
  since: string;
  heldOn: string;
  heldBy: string[];
  opened: string[];
  revision: number;
  standings: string[];
};
export type Reached = { person: string; steps: number };
/** Of a version, its ends and what a step is tested by; days as texts. */
export type Tested = Pick<Version, 'start' | 'end' | 'from' | 'to' | 'heldFrom' | 'heldTo' | 'holders' | 'seals' | 'standing'> & {
  added: number;
  removed: number;
};

export type TiesInSql = {
  /** Takes every version of a tie between two people, and of a concern. */
  fill(ties: AsyncIterable<Tested>, concerns: AsyncIterable<Tested>): Promise<void>;
  one(): Promise<void>;
  recursive(person: string, within: number, tests: Tests): Promise<Reached[]>;
  unrolled(person: string, within: 2 | 3, tests: Tests): Promise<Reached[]>;
  /** How many pairs of a person of concern and somebody else. */
  sweep(within: number, tests: Tests): Promise<number>;
};

/** Runs one statement. A text is always the same for the same `name`, which a server may keep it under. */
export type Ask = (text: string, values?: unknown[], name?: string) => Promise<unknown[]>;

export function tiesInSql(ask: Ask): TiesInSql {
  const people = new Map<string, number>();
  const names: string[] = [];
  const numberOf = (id: string): number => {
    let number = people.get(id);
    if (number === undefined) {
      number = names.push(id) - 1;
      people.set(id, number);
    }
    return number;
  };
  const bits = new Map<string, bigint>();
  const maskOf = (ids: readonly string[]): string =>
    ids
      .reduce((mask, id) => {
        if (!bits.has(id)) bits.set(id, 1n << BigInt(bits.size));
        return mask | bits.get(id)!;
      }, 0n)
      .toString();

  const insert = async (table: 'step' | 'concern', rows: unknown[][]): Promise<void> => {
    if (rows.length === 0) return;
    const columns = rows[0]!.map((_, at) => rows.map((row) => row[at]));
    const types = table === 'step' ? ['int', 'int', ...TESTED] : ['int', ...TESTED];
    await ask(`INSERT INTO ${table} SELECT * FROM unnest(${types.map((type, at) => `$${at + 1}::${type}[]`).join()})`, columns);
  };
  const tested = ({ from, to, heldFrom, heldTo, added, removed, holders, seals, standing }: Tested): unknown[] => [
    from,
    to,
    heldFrom,
    heldTo,
    added,
    removed,
    maskOf(holders),
    maskOf(seals),
    STANDING.indexOf(standing),
  ];

  const fill: TiesInSql['fill'] = async (ties, concerns) => {
    await ask(`CREATE TABLE step (a int, b int, ${COLUMNS})`);
    await ask(`CREATE TABLE concern (person int, ${COLUMNS})`);
    let rows: unknown[][] = [];
    for await (const version of ties) {
      const [a, b] = [numberOf(version.start), numberOf(version.end)];
      rows.push([a, b, ...tested(version)], [b, a, ...tested(version)]);
      if (rows.length >= 20_000) {
        await insert('step', rows);
        rows = [];
      }
    }
    await insert('step', rows);
    rows = [];
    for await (const version of concerns) rows.push([numberOf(version.start), ...tested(version)]);
    await insert('concern', rows);
    const included = 'since, until, held_from, held_to, added, removed, holders, seals, standing';
    await ask(`CREATE INDEX ON step (a) INCLUDE (b, ${included})`);
    await ask(`CREATE INDEX ON concern (person) INCLUDE (${included})`);
    await ask('VACUUM ANALYZE step');
    await ask('VACUUM ANALYZE concern');
  };

  const params = ({ asAt, since, heldOn, heldBy, opened, revision, standings }: Tests): unknown[] => [
    asAt,
    since,
    heldOn,
    revision,
    maskOf(heldBy),
    maskOf(opened),
    standings.map((standing) => STANDING.indexOf(standing)),
  ];
  /** Who of those reached, but for the one asked about, is of concern. */
  const ofConcernIn = async (reach: string, person: string, tests: Tests, name: string): Promise<Reached[]> => {
    const rows = await ask(reach, [...params(tests), people.get(person) ?? -1], name);
    return (rows as { person: number; steps: number }[]).map((row) => ({ person: names[row.person]!, steps: row.steps }));
  };
  const ofConcern = `EXISTS (SELECT 1 FROM concern c WHERE c.person = reach.person AND ${test('c')})`;

  return {
    fill,
    one: async () => void (await ask('SELECT 1', [], 'one')),
    recursive: async (person, within, tests) =>
      ofConcernIn(
        `WITH RECURSIVE reach(person, steps) AS (SELECT $8::int, 0 UNION SELECT s.b, reach.steps + 1 FROM reach JOIN step s ON s.a = reach.person WHERE reach.steps < ${within} AND ${test('s')}) SELECT person, min(steps) AS steps FROM reach WHERE person <> $8 AND ${ofConcern} GROUP BY person`,
        person,
        tests,
        `recursive-${within}`,
      ),
    unrolled: async (person, within, tests) => {
      const walk = (steps: number): string => {
        const joins = Array.from(
          { length: steps - 1 },
          (_, at) => `JOIN step s${at + 2} ON s${at + 2}.a = s${at + 1}.b AND ${test(`s${at + 2}`)}`,
        );
        return `SELECT s${steps}.b AS person, ${steps} AS steps FROM step s1 ${joins.join(' ')} WHERE s1.a = $8 AND ${test('s1')}`;
      };
      const union = Array.from({ length: within }, (_, at) => walk(at + 1)).join(' UNION ALL ');
      return ofConcernIn(
        `SELECT person, min(steps)::int AS steps FROM (${union}) reach WHERE person <> $8 AND ${ofConcern} GROUP BY person`,
        person,
        tests,
        `unrolled-${within}`,
      );
    },
    sweep: async (within, tests) => {
      const [row] = await ask(
        `WITH RECURSIVE start AS (SELECT DISTINCT person FROM concern c WHERE ${test('c')}), reach(origin, person, steps) AS (SELECT person, person, 0 FROM start UNION SELECT reach.origin, s.b, reach.steps + 1 FROM reach JOIN step s ON s.a = reach.person WHERE reach.steps < ${within} AND ${test('s')}) SELECT count(DISTINCT (origin, person))::int AS pairs FROM reach WHERE origin <> person`,
        params(tests),
        `sweep-${within}`,
      );
      return (row as { pairs: number }).pairs;
    },
  };
}

const STANDING: readonly string[] = ['confirmed', 'observed', 'alleged', 'denied', 'retracted', 'disproved'];
const TESTED = ['date', 'date', 'date', 'date', 'int', 'bigint', 'bigint', 'bigint', 'smallint'];
const COLUMNS =
  'since date, until date, held_from date, held_to date, added int, removed bigint, holders bigint, seals bigint, standing smallint';
const test = (of: string): string =>
  `${of}.since <= $1::date AND ${of}.until >= $2::date AND ${of}.held_from <= $3::date AND ${of}.held_to >= $3::date AND ${of}.added <= $4::int AND ${of}.removed > $4::int AND ${of}.holders & ~$5::bigint = 0 AND ${of}.seals & ~$6::bigint = 0 AND ${of}.standing = ANY($7::smallint[])`;
