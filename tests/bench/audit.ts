/**
 * `npx tsx tests/bench/audit.ts [entries] [in flight]`: what the audit log costs on this machine. Entries a second and
 * the 99th percentile with 50 in flight (or as many as given), and the time `kith audit verify` takes for as many entries as given.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { digestOf, openAudit, type AuditEntry } from '../../server/access/audit.ts';
import { verifyLogs } from '../../server/access/audit/verify.ts';
import { readPublicKey } from '../../server/access/keys.ts';

const entries = Number(process.argv[2] ?? 100_000);
const inFlight = Number(process.argv[3] ?? 50);
const home = mkdtempSync(path.join(tmpdir(), 'kith-bench-audit-'));

/** As of a question that tells of ten people. */
const entry = (at: number): AuditEntry => ({
  user: 'amira.khan',
  agency: 'mia/csc',
  role: 'mash',
  purpose: 'contact',
  reference: 'R-2026/117',
  question: 'people-of-concern-near',
  args: { child: `case/child-${at}`, asAt: '2026-04-25' },
  decision: { outcome: 'answered', day: '2026-11-24', heldBy: ['mia/csc', 'mia/police'], opened: [] },
  people: Array.from({ length: 10 }, (_, person) => `case/person-${(at + person) % 5_000}`),
  counts: { people: 10 },
  digest: digestOf({ at }),
  revision: 4,
  duration: 3.2,
});

try {
  const audit = await openAudit(home);
  const waits: number[] = [];
  let at = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      while (at < entries) {
        const from = performance.now();
        await audit.record(entry(at++));
        waits.push(performance.now() - from);
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  await audit.close();
  waits.sort((a, b) => a - b);
  const percentile = (of: number): string => (waits[Math.floor(waits.length * of)] ?? 0).toFixed(2);
  console.log(
    `${waits.length} entries with ${inFlight} in flight: ${Math.round(waits.length / seconds)} a second; p50 ${percentile(0.5)} ms, p99 ${percentile(0.99)} ms.`,
  );
  const before = performance.now();
  const [check] = await verifyLogs(path.join(home, 'audit'), readPublicKey(home));
  const took = (performance.now() - before) / 1000;
  const megabytes = statSync(path.join(home, 'audit', '000001.jsonl')).size / 2 ** 20;
  console.log(
    `Verified ${check?.entries} entries (${megabytes.toFixed(0)} MB) in ${took.toFixed(1)} s, ${check?.findings.length} findings.`,
  );
} finally {
  rmSync(home, { recursive: true, force: true });
}
