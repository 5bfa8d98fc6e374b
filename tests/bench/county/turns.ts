/** Candidates that take turns within one run, since no machine is quiet. */
import { share, type Line } from '../told.ts';

export type Candidates<Asked> = Readonly<Record<string, (of: Asked) => Promise<unknown>>>;

/**
 * Each candidate asked once about each, after so many rounds about the first ones that do not count: by then
 * every statement is planned and every text compiled. Milliseconds by the candidate's name, and each round's answers.
 */
export async function inTurns<Asked>(
  candidates: Candidates<Asked>,
  asked: readonly Asked[],
  { unmeasured, answered = () => undefined }: { unmeasured: number; answered?: (of: Asked, answers: ReadonlyMap<string, unknown>) => void },
): Promise<Map<string, number[]>> {
  const times = new Map(Object.keys(candidates).map((name) => [name, [] as number[]]));
  for (let round = -unmeasured; round < asked.length; round++) {
    const of = asked[round < 0 ? -round % asked.length : round]!;
    const answers = new Map<string, unknown>();
    for (const [name, ask] of Object.entries(candidates)) {
      const began = performance.now();
      answers.set(name, await ask(of));
      if (round >= 0) times.get(name)!.push(performance.now() - began);
    }
    if (round >= 0) answered(of, answers);
  }
  return times;
}

/** `floor`: T, in milliseconds. Candidates that were never asked have no line. */
export const linesOf = (times: ReadonlyMap<string, readonly number[]>, floor: number): Line[] =>
  [...times]
    .filter(([, all]) => all.length > 0)
    .map(([name, all]) => ({ name, p50: share(all, 0.5), p99: share(all, 0.99), ratio: share(all, 0.5) / floor }));
