/**
 * What Kith's clocks, holders, seals and standings cost: the reach query with all of them, one version in
 * so many replaced, beside the same walk over ties that have dates alone, none of them replaced.
 */
import { LAST_DAY, TIE_KINDS } from '../../../server/ledger/versions.ts';
import type { County } from './loaded.ts';
import { wholeOf } from './reach.ts';
import { inTurns } from './turns.ts';

const LONG = { timeoutMs: 3_600_000 };
const UNMEASURED = 20;

export async function besideDatesOnly({ graph, tests, children }: County): Promise<{ times: Map<string, number[]>; says: string }> {
  const write = graph.write as (name: string, params: object, limits: object) => Promise<unknown>;
  if ((await graph.read('read/dates-only-there', {})).length === 0) {
    await write('write/dates-only-id', {}, LONG);
    await write('write/dates-only-people', {}, LONG);
    for (const kind of TIE_KINDS) await write('write/dates-only-ties', { kind, last: LAST_DAY }, LONG);
    await write('write/dates-only-whole', {}, LONG);
  }
  const [counted] = await graph.read<{ standing: number; replaced: number }>('read/replaced', { last: LAST_DAY }, LONG);
  const times = await inTurns(
    {
      'dates alone, 3 steps': (child: string) =>
        graph.read('read/dates-only-near', { child, within: 3, asAt: tests.asAt, since: tests.since }),
      'every test, 3 steps': (child: string) => graph.read('read/people-of-concern-near', { ...wholeOf(tests), within: 3, child }),
    },
    children,
    { unmeasured: UNMEASURED },
  );
  const { standing, replaced } = counted!;
  return {
    times,
    says: `${standing} versions of ties between people stand, ${replaced} were replaced: one to ${(standing / replaced).toFixed(1)} (P5).`,
  };
}
