/** Entries of the audit log and the outcome of a check of it, in words. Pure. */
import type { WrittenEntry } from '../access/audit/entry.ts';
import type { LogCheck } from '../access/audit/verify.ts';

/** "answered", "refused: NOT_FOUND", "done". */
export function outcomeSays({ decision: { outcome, code } }: Pick<WrittenEntry, 'decision'>): string {
  return outcome === 'refused' ? `refused: ${code ?? 'no code'}` : outcome;
}

/** "Log 1: 17 entries, 12 of them covered by a signed note." and what is at its end. */
export function logSays({ log, entries, covered, torn }: LogCheck): string {
  const cut = torn === 0 ? '' : ` ${torn} bytes at the end are no whole entry: cut short by a crash or by a hand, or being written.`;
  return `Log ${log}: ${entries} ${entries === 1 ? 'entry' : 'entries'}, ${covered} of them covered by a signed note.${cut}`;
}

/** Of all logs together; what it cannot find alone is said with it. */
export function checkSays(checks: readonly LogCheck[]): string {
  const findings = checks.reduce((sum, check) => sum + check.findings.length, 0);
  return findings === 0
    ? 'Nothing was found changed, put in or taken out.'
    : `${findings === 1 ? 'One place was' : `${findings} places were`} found that cannot be as it was written.`;
}
