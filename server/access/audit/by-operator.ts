/** What is done on the command line is in the log before it is done. */
import { openAudit, type Audit } from '../audit.ts';
import { OPERATOR } from '../viewer.ts';

/** Throws AUDIT_UNAVAILABLE, and then nothing was done. `question`: `users/add`, `ledger/export`. */
export async function byOperator<T>(
  home: string,
  question: string,
  args: Readonly<Record<string, string>>,
  work: (audit: Audit) => Promise<T>,
): Promise<T> {
  const audit = await openAudit(home);
  try {
    await audit.record({ user: OPERATOR, role: OPERATOR, purpose: OPERATOR, question, args, decision: { outcome: 'done' }, duration: 0 });
    return await work(audit);
  } finally {
    await audit.close();
  }
}
