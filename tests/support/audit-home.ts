/** A home with an audit log for each test, and an entry as one question makes it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { digestOf, type AuditEntry } from '../../server/access/audit.ts';
import { verifyLogs, type LogCheck } from '../../server/access/audit/verify.ts';
import { readPublicKey } from '../../server/access/keys.ts';

export interface AuditHome {
  /** KITH_HOME, a new one for each test. */
  readonly home: string;
  readonly folder: string;
  readonly logFile: string;
  /** Of the first log. */
  logText(): string;
  check(): Promise<LogCheck[]>;
}

/** Call once in a file of tests. */
export function auditHome(): AuditHome {
  let home = '';
  beforeEach(() => {
    home = mkdtempSync(path.join(tmpdir(), 'kith-audit-'));
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));
  const own: AuditHome = {
    get home() {
      return home;
    },
    get folder() {
      return path.join(home, 'audit');
    },
    get logFile() {
      return path.join(own.folder, '000001.jsonl');
    },
    logText: () => readFileSync(own.logFile, 'utf8'),
    check: async () => verifyLogs(own.folder, readPublicKey(home)),
  };
  return own;
}

export const looked = (over: Partial<AuditEntry> = {}): AuditEntry => ({
  user: 'amira',
  agency: 'mia/csc',
  role: 'mash',
  purpose: 'referral',
  reference: 'R-2020/117',
  question: 'people-of-concern-near',
  args: {
    child: 'mia/connor',
    asAt: '2020-04-25',
    heldBy: ['mia/csc', 'mia/probation'],
    within: 2,
    standings: ['alleged'],
    ties: ['PARENT_OF'],
  },
  decision: { outcome: 'answered', day: '2026-11-24', heldBy: ['mia/csc', 'mia/probation'], opened: ['mia/seal-1'] },
  people: ['mia/so2', 'mia/father', 'mia/so2'],
  counts: { found: 1 },
  digest: digestOf({ found: 1 }),
  revision: 4,
  duration: 12.3456,
  ...over,
});
