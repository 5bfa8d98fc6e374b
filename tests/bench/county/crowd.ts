/**
 * Some users at once, five questions in turn, the log on: for some seconds just after the start, while the database
 * still compiles what it runs, and for as many once that is done.
 */
import { operator } from '../../../server/access/viewer.ts';
import { LAST_COUNTY_DAY } from '../../../seed/population.ts';
import { openOffice } from '../../../server/questions/answer.ts';
import { share } from '../told.ts';
import type { County } from './loaded.ts';

export async function crowd({ graph, audit, children }: County, { users, seconds }: { users: number; seconds: number }): Promise<string> {
  const office = openOffice(graph, audit, () => LAST_COUNTY_DAY, { peopleADay: Infinity });
  const asked = (child: string) =>
    [
      ['people-of-concern-near', { child, within: 2 }],
      ['people-of-concern-near', { child, within: 3 }],
      ['who-holds-what', { person: child }],
      ['recent-contacts', { child }],
      ['web-of-person', { person: child, within: 1 }],
    ] as const;
  // What `kith start` does before anybody comes: each statement is planned once.
  for (const child of children.slice(0, 10)) for (const [name, args] of asked(child)) await office.answer(name, args, operator());

  const turn = async (): Promise<{ times: number[]; failed: number }> => {
    const times: number[] = [];
    let failed = 0;
    const until = performance.now() + seconds * 1_000;
    await Promise.all(
      Array.from({ length: users }, async (_, user) => {
        for (let at = user; performance.now() < until; at++) {
          const [name, args] = asked(children[at % children.length]!)[at % 5]!;
          const began = performance.now();
          await office.answer(name, args, operator()).catch(() => (failed += 1));
          times.push(performance.now() - began);
        }
      }),
    );
    return { times, failed };
  };
  const says = ({ times, failed }: Awaited<ReturnType<typeof turn>>): string =>
    `${(times.length / seconds).toFixed(0)} a second, p50 ${share(times, 0.5).toFixed(0)} ms, p99 ${share(times, 0.99).toFixed(0)} ms, ${failed} failed`;
  const first = await turn();
  for (let warming = 1; warming < TURNS_TO_WARM; warming++) await turn();
  return `${users} users, five questions, audit on: in the first ${seconds} s after the start ${says(first)}; once warm ${says(await turn())} (P12).`;
}

/** After three of 20 seconds the database needs a third of the time of the first. */
const TURNS_TO_WARM = 3;
