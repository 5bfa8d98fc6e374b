/**
 * Checks a log against itself and against its signed notes, and says where it was changed. What it
 * cannot find alone is a log and its notes both cut back to an earlier note: a note that was copied
 * elsewhere finds that (`copied`).
 */
import { createReadStream, existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { KeyObject } from 'node:crypto';
import { claimedHash, firstHash, hangsOn } from './chain.ts';
import { logName, logNumbers } from './log-file.ts';
import { notesName, readNotes, type Note, type NotesRead } from './notes.ts';

/** Something does not fit. The change lies in the entries `from` to `to`, both included. */
export interface Finding {
  log: number;
  from: number;
  to: number;
  says: string;
}

export interface LogCheck {
  log: number;
  entries: number;
  /** Last entry that a signed note covers, 0 for none. */
  covered: number;
  /** Bytes of a line that was cut short, at the end of the log or of its notes: by a crash, or by a hand. */
  torn: number;
  findings: Finding[];
}

/** A log signs after 1,000 entries, and one batch may bring it that many more. */
const mostUnsigned = 2_000;
const mostFindings = 100;

/** Every log of the folder, those of which only notes are left included. */
export async function verifyLogs(folder: string, key: KeyObject, copied: readonly Note[] = []): Promise<LogCheck[]> {
  const noted = existsSync(folder)
    ? readdirSync(folder).flatMap((name) => (/^\d{6}\.notes\.jsonl$/.test(name) ? [Number(name.slice(0, 6))] : []))
    : [];
  const numbers = new Set([...logNumbers(folder), ...noted, ...copied.map((note) => note.log)]);
  const checks: LogCheck[] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    checks.push(
      await verifyLog(
        folder,
        number,
        key,
        copied.filter((note) => note.log === number),
      ),
    );
  }
  return checks;
}

export async function verifyLog(folder: string, number: number, key: KeyObject, copied: readonly Note[] = []): Promise<LogCheck> {
  return checkLog(number, linesOf(path.join(folder, logName(number))), readNotes(path.join(folder, notesName(number)), key), copied);
}

interface Line {
  line: Buffer;
  whole: boolean;
}

export async function checkLog(
  number: number,
  lines: AsyncIterable<Line> | Iterable<Line>,
  read: NotesRead,
  copied: readonly Note[] = [],
): Promise<LogCheck> {
  const findings: Finding[] = [];
  const find = (from: number, to: number, says: string): void => {
    if (findings.length < mostFindings) findings.push({ log: number, from, to, says });
  };
  const notes = checkedNotes(read.notes, number, find);
  const bySequence = new Map<number, Note[]>();
  for (const note of [...notes, ...copied]) bySequence.set(note.sequence, [...(bySequence.get(note.sequence) ?? []), note]);

  let previous = firstHash(number);
  let entries = 0;
  let covered = 0;
  let { torn } = read;
  for await (const { line, whole } of lines) {
    if (!whole) {
      torn += line.length;
      break;
    }
    entries += 1;
    if (!hangsOn(previous, line))
      find(
        entries,
        entries,
        `Entry ${entries} does not hang on the one before it: it was changed, put in or moved, or one before it was taken out.`,
      );
    else if (!isNumbered(line, number, entries)) find(entries, entries, `Entry ${entries} carries another number.`);
    previous = claimedHash(line) ?? previous;
    for (const note of bySequence.get(entries) ?? []) {
      if (note.hash !== previous)
        find(covered + 1, entries, `Entries ${covered + 1} to ${entries} are not those that were signed on ${note.time}.`);
      else covered = entries;
    }
    if (entries - covered === mostUnsigned) find(covered + 1, entries, `No signed note covers entries ${covered + 1} to ${entries}.`);
  }
  const last = Math.max(0, ...bySequence.keys());
  if (last > entries) find(entries + 1, last, `Entries ${entries + 1} to ${last} are gone from the end.`);
  return { log: number, entries, covered, torn, findings };
}

function checkedNotes(lines: (Note | undefined)[], number: number, find: (from: number, to: number, says: string) => void): Note[] {
  const good: Note[] = [];
  lines.forEach((note, at) => {
    const after = good.at(-1)?.sequence ?? 0;
    if (note === undefined || note.log !== number || note.note !== at + 1 || note.sequence <= after) {
      find(
        after + 1,
        lines.slice(at).find((later) => later !== undefined && later.sequence > after)?.sequence ?? after + 1,
        `Note ${at + 1} is not the one that was signed, or one before it was taken out.`,
      );
    }
    if (note !== undefined && note.log === number && note.sequence > after) good.push(note);
  });
  return good;
}

function isNumbered(line: Buffer, log: number, sequence: number): boolean {
  return line.subarray(0, 60).toString('latin1').startsWith(`{"log":${log},"sequence":${sequence},`);
}

/** Lines as bytes; the last one is not whole when no end of line follows it. */
export async function* linesOf(file: string): AsyncGenerator<Line> {
  if (existsSync(file)) yield* linesIn(createReadStream(file, { highWaterMark: 1 << 18 }));
}

export async function* linesIn(chunks: AsyncIterable<unknown> | Iterable<unknown>): AsyncGenerator<Line> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const bytes = rest.length === 0 ? (chunk as Buffer) : Buffer.concat([rest, chunk as Buffer]);
    let begin = 0;
    for (let end = bytes.indexOf(10, begin); end >= 0; end = bytes.indexOf(10, begin)) {
      yield { line: bytes.subarray(begin, end), whole: true };
      begin = end + 1;
    }
    rest = bytes.subarray(begin);
  }
  if (rest.length > 0) yield { line: rest, whole: false };
}
