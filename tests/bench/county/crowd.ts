/** Some users at once for some seconds, five questions in turn, the log on. */
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
  for (const child of children.slice(0, 10)) for (const [name, args] of asked(child)) await office.answer(name, args, operator());

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
  const [p50, p99] = [share(times, 0.5).toFixed(0), share(times, 0.99).toFixed(0)];
  return `${users} users for ${seconds} s, five questions, audit on: ${(times.length / seconds).toFixed(0)} a second, p50 ${p50} ms, p99 ${p99} ms, ${failed} failed (P12).`;
}
