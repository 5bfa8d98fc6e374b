/** When the web round somebody is another one, in words. Pure. */
import type { Day } from '../ledger/versions.ts';
import { daySays } from './dates-say.ts';

export function changeDaysSay({ name, asAt, previous, next }: { name: string; asAt: Day; previous: Day | null; next: Day | null }): string {
  const before =
    previous === null
      ? `no day before ${daySays(asAt)} is recorded on which it was otherwise`
      : `it was otherwise up to ${daySays(previous)}`;
  const after = next === null ? 'no later change is recorded' : `it changes on ${daySays(next)}`;
  return `What is recorded round ${name}: ${before}, and ${after}.`;
}
