/**
 * The audit log: one entry an operation, on the disk before the answer leaves (docs/security.md
 * section 4). Entries that arrive together share one flush. When the log cannot be kept, nothing is
 * answered: every refusal here is AUDIT_UNAVAILABLE.
 */
import { createHash } from 'node:crypto';
import { KithError } from '../errors.ts';
import { chainLine } from './audit/chain.ts';
import { writtenEntry, type AuditEntry } from './audit/entry.ts';
import { auditFolder, FlushFailed, takeLogFile, type LogFile } from './audit/log-file.ts';
import { notesSoFar, writeNote } from './audit/notes.ts';

export type { AuditEntry } from './audit/entry.ts';

export interface Audit {
  /** The folder KITH_HOME whose log this is. */
  readonly home: string;
  /** Resolves with the entry's name (`1.17`) once the disk has it. Throws AUDIT_UNAVAILABLE. */
  record(entry: AuditEntry): Promise<string>;
  /** Throws AUDIT_UNAVAILABLE when the log could not be written last time and still cannot. */
  ready(): Promise<void>;
  /** Flushes, signs the head, and lets the file go. */
  close(): Promise<void>;
}

export interface AuditSettings {
  /** Entries after which the head is signed. */
  signAfter?: number;
  /** Milliseconds after which it is signed, when there is something new. */
  signEveryMs?: number;
  now?: () => Date;
}

interface Waiting {
  entry: AuditEntry;
  done: (name: string) => void;
  failed: (error: unknown) => void;
}

/** `home`: the folder KITH_HOME. Throws AUDIT_UNAVAILABLE with one sentence on what to do. */
export async function openAudit(home: string, settings: AuditSettings = {}): Promise<Audit> {
  const { signAfter = 1_000, signEveryMs = 60_000, now = () => new Date() } = settings;
  const log = await takeLogFile(home).catch((error: unknown) => {
    throw unavailable(error);
  });
  const folder = auditFolder(home);
  let waiting: Waiting[] = [];
  let writing: Promise<void> | undefined;
  let trouble: KithError | undefined;
  let lost = false;
  let { sequence, hash } = log;
  const { count, covered } = notesSoFar(folder, log.number, log.keys.signing);
  let notes = count;
  // Those of a process that was killed before it signed are signed with the next.
  let unsigned = Math.max(0, sequence - covered);

  const signHead = (): void => {
    if (unsigned === 0 || lost) return;
    writeNote(folder, log.keys.signing, { log: log.number, note: notes + 1, sequence, hash, time: now().toISOString() });
    notes += 1;
    unsigned = 0;
  };

  const writeBatch = async (batch: Waiting[]): Promise<void> => {
    const next = chainBatch(
      log,
      batch.map((one) => one.entry),
      sequence,
      hash,
      now(),
    );
    try {
      if (lost) throw trouble ?? new Error('The audit log was lost.');
      await log.append(next.lines);
      const first = sequence;
      ({ sequence, hash } = next);
      unsigned += batch.length;
      trouble = undefined;
      if (unsigned >= signAfter) signHead();
      batch.forEach((one, at) => one.done(`${log.number}.${first + at + 1}`));
    } catch (error) {
      lost ||= error instanceof FlushFailed;
      trouble = unavailable(error);
      for (const one of batch) one.failed(trouble);
    }
  };

  const writeAll = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, signAfter);
      await writeBatch(batch);
    }
    writing = undefined;
  };

  const record = (entry: AuditEntry): Promise<string> =>
    new Promise((done, failed) => {
      waiting.push({ entry, done, failed });
      // Begun after this turn of the event loop: what arrives together is flushed together.
      writing ??= Promise.resolve().then(writeAll);
    });

  const timer = setInterval(() => {
    try {
      signHead();
    } catch (error) {
      trouble = unavailable(error);
    }
  }, signEveryMs);
  timer.unref();

  if (log.torn > 0)
    await record({ question: 'audit/recover', decision: { outcome: 'done' }, counts: { tornBytes: log.torn }, duration: 0 });
  return {
    home,
    record,
    ready: async () => {
      if (trouble !== undefined) await record({ question: 'audit/check', decision: { outcome: 'done' }, duration: 0 });
    },
    close: async () => {
      clearInterval(timer);
      await writing;
      try {
        signHead();
      } catch (error) {
        // Whoever was refused has been told already.
        if (trouble === undefined) throw unavailable(error);
      } finally {
        await log.close();
      }
    },
  };
}

function chainBatch(
  log: LogFile,
  entries: AuditEntry[],
  sequence: number,
  hash: string,
  time: Date,
): { lines: string; sequence: number; hash: string } {
  let lines = '';
  for (const entry of entries) {
    sequence += 1;
    const next = chainLine(hash, JSON.stringify(writtenEntry(log.keys.pseudonyms, log.number, sequence, time, entry)));
    lines += next.line;
    hash = next.hash;
  }
  return { lines, sequence, hash };
}

/** Of an answer as its question builds it: the same question at the same revision builds the same text. */
export function digestOf(answer: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(answer) ?? 'null')
    .digest('hex');
}

const reasons = new Map([
  ['ENOSPC', 'the disk is full: free some space'],
  ['EDQUOT', 'your share of the disk is used up: free some space'],
  ['EFBIG', 'the file is as large as it may be: raise the limit'],
  ['EROFS', 'the disk is read-only: make it writable'],
  ['EACCES', 'it belongs to somebody else: change its owner'],
  ['EPERM', 'it belongs to somebody else: change its owner'],
  ['ENOTDIR', 'a part of its path is a file: move that file away'],
  ['EEXIST', 'there is a file of that name: move it away'],
  ['ENOENT', 'it was removed: put it back and start again'],
]);

function unavailable(error: unknown): KithError {
  if (error instanceof KithError && error.code === 'AUDIT_UNAVAILABLE') return error;
  const codes = [error, (error as Error).cause].map((one) => (one as NodeJS.ErrnoException | undefined)?.code ?? '');
  const says =
    codes.map((code) => reasons.get(code)).find((reason) => reason !== undefined) ??
    (error instanceof FlushFailed
      ? 'the disk reported a fault: start again once it is sound'
      : 'look at the folder audit in KITH_HOME and start again');
  return new KithError('AUDIT_UNAVAILABLE', `The audit log cannot be written, so nothing is answered; ${says}.`, {}, { cause: error });
}
