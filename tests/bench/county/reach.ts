/** The reach query of the main question, Kith's and PostgreSQL's in turns, and the sweep; every answer compared. */
import { TIE_KINDS } from '../../../server/ledger/versions.ts';
import type { Postgres } from '../postgres.ts';
import type { Reached } from '../ties-in-sql.ts';
import { timed, type County } from './loaded.ts';
import { inTurns, type Candidates } from './turns.ts';

export type Compared = {
  times: Map<string, number[]>;
  compared: number;
  different: number;
  /** Children with somebody of concern within two and within three steps. */
  hits: Record<2 | 3, Set<string>>;
};

const UNMEASURED = 20;
const SWEEPS = 5;

export async function compareReach({ graph, tests, children }: County, sql: Postgres | undefined): Promise<Compared> {
  const whole = wholeOf(tests);
  const near = (within: 2 | 3 | 4) => (child: string) => graph.read('read/people-of-concern-near', { ...whole, within, child });
  const candidates: Candidates<string> = {
    'RETURN 1 (T)': () => graph.read('read/return-1', {}),
    'Kith, 2 steps': near(2),
    'Kith, 3 steps': near(3),
    'Kith, 4 steps': near(4),
    ...(sql && {
      'SELECT 1': () => sql.one(),
      ...Object.fromEntries(
        [2, 3, 4].map((within) => [`SQL recursive, ${within} steps`, (child: string) => sql.recursive(child, within, tests)]),
      ),
      ...Object.fromEntries(
        ([2, 3] as const).map((within) => [`SQL unrolled, ${within} steps`, (child: string) => sql.unrolled(child, within, tests)]),
      ),
    }),
  };
  const hits = { 2: new Set<string>(), 3: new Set<string>() };
  let compared = 0;
  let different = 0;
  const times = await inTurns(candidates, children, {
    unmeasured: UNMEASURED,
    answered: (child, answers) => {
      for (const within of [2, 3] as const) if (asText(answers.get(`Kith, ${within} steps`)) !== '[]') hits[within].add(child);
      for (const [name, answer] of answers) {
        if (!name.startsWith('SQL')) continue;
        compared += 1;
        if (asText(answer) !== asText(answers.get(`Kith, ${stepsIn(name)} steps`))) different += 1;
      }
    },
  });
  return { times, compared, different, hits };
}

/** How many pairs each finds, the two in turns; the first round is for the plan. */
export async function compareSweeps({ graph, tests }: County, sql: Postgres | undefined): Promise<Omit<Compared, 'hits'>> {
  const times = new Map<string, number[]>([
    ['Kith, sweep of 3 steps', []],
    ['SQL, sweep of 3 steps', []],
  ]);
  let compared = 0;
  let different = 0;
  for (let round = -1; round < SWEEPS; round++) {
    const [pairs, took] = await timed(async () => {
      let rows = 0;
      for await (const row of graph.stream('read/county-sweep', { ...wholeOf(tests), within: 3 }, { timeoutMs: 600_000 }))
        rows += row.steps > 0 ? 1 : 0;
      return rows;
    });
    if (round >= 0) times.get('Kith, sweep of 3 steps')!.push(took * 1_000);
    if (sql === undefined) continue;
    const [same, sqlTook] = await timed(async () => sql.sweep(3, tests));
    if (round >= 0) times.get('SQL, sweep of 3 steps')!.push(sqlTook * 1_000);
    compared += 1;
    if (same !== pairs) different += 1;
  }
  return { times, compared, different };
}

export const wholeOf = (tests: County['tests']) => ({ ...tests, ties: [...TIE_KINDS], without: [], most: 3_000 });

/** Of the name of a candidate. */
export const stepsIn = (name: string): string | undefined => /(\d) steps/.exec(name)?.[1];

const asText = (rows: unknown): string => JSON.stringify((rows as Reached[]).map(({ person, steps }) => `${person} ${steps}`).sort());
