/**
 * A process that writes to the audit log of the home given until it is killed or refused, and prints
 * the name of each entry it was told is on the disk: what an answer that left would be.
 */
import { writeSync } from 'node:fs';
import process from 'node:process';
import { openAudit } from '../../server/access/audit.ts';
import { KithError } from '../../server/errors.ts';

// Without this, a file larger than the limit (`ulimit -f`) ends the process instead of refusing the write.
process.on('SIGXFSZ', () => undefined);
const audit = await openAudit(process.argv[2] ?? '', { signAfter: 40 });

async function askOn(worker: number): Promise<void> {
  for (let at = 0; ; at += 1) {
    const name = await audit.record({
      user: 'worker',
      role: 'mash',
      question: 'people-of-concern-near',
      args: { child: `case/child-${worker}-${at}` },
      decision: { outcome: 'answered' },
      people: Array.from({ length: 20 }, (_, person) => `case/person-${person}`),
      duration: 1,
    });
    writeSync(1, `${name}\n`);
  }
}

await Promise.all(Array.from({ length: 20 }, (_, worker) => askOn(worker))).catch((error: unknown) => {
  writeSync(1, `refused ${error instanceof KithError ? error.code : String(error)}\n`);
});
await audit.close();
