/**
 * Signed notes of the head of a log, KITH_HOME/audit/000001.notes.jsonl: "log 1 had 1,000 entries,
 * and the last hash was ...". Copied elsewhere, a note proves what the log was at that time, even to
 * somebody who does not trust this machine.
 */
import { sign, verify, type KeyObject } from 'node:crypto';
import { closeSync, existsSync, fstatSync, fsyncSync, ftruncateSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import path from 'node:path';

export interface Note {
  log: number;
  /** 1 for the first note of this log, and so on: a missing one is missed. */
  note: number;
  sequence: number;
  hash: string;
  time: string;
  signature: string;
}

export const notesName = (number: number): string => `${String(number).padStart(6, '0')}.notes.jsonl`;

/** Adds a note and returns when the disk has it. After a refusal the notes are as they were. */
export function writeNote(folder: string, key: KeyObject, head: Omit<Note, 'signature'>): void {
  const signature = sign(null, signedText(head), key).toString('base64');
  const fd = openSync(path.join(folder, notesName(head.log)), 'a', 0o600);
  const { size } = fstatSync(fd);
  try {
    writeSync(fd, `${JSON.stringify({ ...head, signature })}\n`);
    fsyncSync(fd);
  } catch (error) {
    ftruncateSync(fd, size);
    throw error;
  } finally {
    closeSync(fd);
  }
}

/** Each line of the notes: undefined where it is no note, or not signed by the key. `torn`: bytes after the last line. */
export interface NotesRead {
  notes: (Note | undefined)[];
  torn: number;
}

export function readNotes(file: string, key: KeyObject): NotesRead {
  // latin1 keeps bytes apart that UTF-8 would forgive; notes are ASCII.
  return notesIn(existsSync(file) ? readFileSync(file, 'latin1') : '', key);
}

export function notesIn(text: string, key: KeyObject): NotesRead {
  const lines = text.split('\n');
  return { notes: lines.slice(0, -1).map((line) => signedNote(line, key)), torn: lines.at(-1)?.length ?? 0 };
}

/** For the writer of a log: how many notes it has, and up to which entry they reach. One that a crash cut short said nothing and is taken off. */
export function notesSoFar(folder: string, number: number, key: KeyObject): { count: number; covered: number } {
  const file = path.join(folder, notesName(number));
  if (!existsSync(file)) return { count: 0, covered: 0 };
  const text = readFileSync(file, 'latin1');
  truncateSync(file, text.lastIndexOf('\n') + 1);
  const lines = text.split('\n').slice(0, -1);
  return { count: lines.length, covered: signedNote(lines.at(-1) ?? '', key)?.sequence ?? 0 };
}

export function signedNote(line: string, key: KeyObject): Note | undefined {
  try {
    const note = JSON.parse(line) as Note;
    const again = JSON.stringify({
      log: note.log,
      note: note.note,
      sequence: note.sequence,
      hash: note.hash,
      time: note.time,
      signature: note.signature,
    });
    const signature = Buffer.from(note.signature, 'base64');
    // The last character of base64 has bits that say nothing: another writing of the same signature is not ours.
    return again === line && signature.toString('base64') === note.signature && verify(null, signedText(note), key, signature)
      ? note
      : undefined;
  } catch {
    return undefined;
  }
}

function signedText({ log, note, sequence, hash, time }: Omit<Note, 'signature'>): Buffer {
  return Buffer.from(`kith audit note\n${log}\n${note}\n${sequence}\n${hash}\n${time}`);
}
