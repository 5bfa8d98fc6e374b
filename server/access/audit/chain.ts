/**
 * How one line of the audit log hangs on the line before it. A line is one JSON object whose last
 * field is `hash`: SHA-256 over the hash of the line before and the text of this line up to that
 * field. Checked on bytes, so that nothing a decoder forgives goes unnoticed.
 */
import { createHash } from 'node:crypto';

const field = ',"hash":"';
const tail = field.length + 64 + 2;

/** What the first line of log `number` hangs on. */
export function firstHash(number: number): string {
  return createHash('sha256').update(`kith audit log ${number}`).digest('hex');
}

/** `body`: a JSON object without `hash`. Returns the whole line, its end of line included. */
export function chainLine(previous: string, body: string): { line: string; hash: string } {
  const open = body.slice(0, -1);
  const hash = createHash('sha256').update(previous).update(open).digest('hex');
  return { line: `${open}${field}${hash}"}\n`, hash };
}

/** The hash the line claims to have; undefined when it does not end as a line must. `line` is without its end of line. */
export function claimedHash(line: Buffer): string | undefined {
  const end = line.subarray(Math.max(0, line.length - tail)).toString('latin1');
  return new RegExp(`^${field}([0-9a-f]{64})"}$`).exec(end)?.[1];
}

/** Whether the line hangs on `previous` and says what it was written with. */
export function hangsOn(previous: string, line: Buffer): boolean {
  const claimed = claimedHash(line);
  return (
    claimed !== undefined &&
    createHash('sha256')
      .update(previous)
      .update(line.subarray(0, line.length - tail))
      .digest('hex') === claimed
  );
}
