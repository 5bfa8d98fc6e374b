/**
 * Reads case files (`kith/1`, docs/model.md section 2): JSON Lines to records with their prefixes, or
 * every problem with its line, field and rule. What concerns one row alone is checked here; what
 * concerns several, in check-records.ts. Files are hostile: sizes are bounded before they are parsed.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { KithError } from '../errors.ts';
import { canonicalJson } from './canonical.ts';
import { CaseFileError, MOST_PROBLEMS, shown, type Problem } from './problems.ts';
import { FILE_SHAPE, RECORD_SHAPES } from './record-shapes.ts';
import type { LedgerRecord, RecordType } from './records.ts';
import { checkPeriod, isIdText, readShape, type RowReader } from './rows.ts';

/** A mention of another record. */
export type Reference = { field: string; id: string; to: readonly RecordType[] };

export type Row = {
  record: LedgerRecord;
  file: string;
  line: number;
  /** Canonical JSON of the record (keys sorted, ids with their prefix) and its SHA-256 in hex. */
  text: string;
  hash: string;
  references: Reference[];
};

export type CaseFile = { name: string; title: string; prefix: string; records: LedgerRecord[]; rows: Row[] };

export const LONGEST_LINE = 1_000_000;

/** Throws CaseFileError with every problem. */
export function readCaseFile(name: string, text: string): CaseFile {
  const rows: Row[] = [];
  const reader = caseFileReader(name, (row) => rows.push(row));
  let start = 0;
  for (let line = 1; start <= text.length && !reader.isGivenUp(); line += 1) {
    const end = text.indexOf('\n', start);
    const stop = end === -1 ? text.length : end;
    reader.readLine(line, stop - start > LONGEST_LINE ? null : text.slice(start, stop));
    start = stop + 1;
  }
  return asCaseFile(name, reader.finish(), rows);
}

/** The same from disk, a piece at a time. `progress` is told the bytes read so far. Throws also BAD_INPUT when the file cannot be read. */
export async function readCaseFileAt(file: string, progress: (bytes: number) => void = () => undefined): Promise<CaseFile> {
  const rows: Row[] = [];
  return asCaseFile(path.basename(file), await streamCaseFile(file, (row) => rows.push(row), progress), rows);
}

const asCaseFile = (name: string, head: Head, rows: Row[]): CaseFile => ({ name, ...head, rows, records: rows.map((row) => row.record) });

export type Head = { title: string; prefix: string };

/** Each good row as it is read, never all of them in memory. Throws as readCaseFileAt, at the end. */
export async function streamCaseFile(file: string, take: (row: Row) => void, progress: (bytes: number) => void): Promise<Head> {
  const reader = caseFileReader(path.basename(file), take);
  try {
    let line = 0;
    for await (const bytes of linesOf(file, progress)) {
      line += 1;
      reader.readLine(line, bytes === null ? null : decode(bytes));
      if (reader.isGivenUp()) break;
    }
  } catch (error) {
    throw unreadable(file, error);
  }
  return reader.finish();
}

/** Lines as bytes without their end; null for one longer than LONGEST_LINE. */
async function* linesOf(file: string, progress: (bytes: number) => void): AsyncGenerator<Buffer | null> {
  let pending: Buffer[] = [];
  let size = 0;
  let read = 0;
  const take = (last: Buffer): Buffer | null => {
    const line = size + last.length > LONGEST_LINE ? null : pending.length === 0 ? last : Buffer.concat([...pending, last]);
    pending = [];
    size = 0;
    return line;
  };
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    let start = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
      yield take(chunk.subarray(start, end));
      start = end + 1;
    }
    const rest = chunk.subarray(start);
    size += rest.length;
    // What is already too long is counted and not kept.
    if (size <= LONGEST_LINE) pending.push(rest);
    else pending = [];
    read += chunk.length;
    progress(read);
  }
  if (size > 0) yield take(Buffer.alloc(0));
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** undefined: not UTF-8. */
function decode(bytes: Buffer): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

function caseFileReader(name: string, take: (row: Row) => void) {
  const problems: Problem[] = [];
  let head: Head | undefined;

  const readLine = (line: number, raw: string | null | undefined): void => {
    const wrong = (field: string, rule: string): void => void problems.push({ file: name, line, field, rule });
    if (raw === null) return wrong('', `is longer than ${LONGEST_LINE.toLocaleString('en-GB')} characters`);
    if (raw === undefined) return wrong('', 'is not UTF-8 text');
    // A byte order mark says nothing in UTF-8 but some editors write it.
    const text = (line === 1 ? raw.replace(/^\uFEFF/, '') : raw).trim();
    if (text === '') return;
    const value = parse(text, wrong);
    if (value === undefined) return;
    const reader: RowReader = { prefix: head?.prefix ?? '', references: [], wrong };
    if (head === undefined) {
      const read = readHead(value, reader);
      if (problems.length === 0) head = read;
      return;
    }
    const type = value['type'];
    if (type === 'file') return wrong('type', 'is "file" again: only the first line says what the file is');
    if (typeof type !== 'string' || !Object.hasOwn(RECORD_SHAPES, type)) {
      return wrong('type', type === undefined ? 'is missing' : `${shown(type)} is not one of ${Object.keys(RECORD_SHAPES).join(', ')}`);
    }
    const before = problems.length;
    const record = readShape(RECORD_SHAPES[type as RecordType], value, '', reader) as unknown as LedgerRecord;
    if (record.type === 'seal' && problems.length === before) checkPeriod(record.from, record.to, 'to', reader);
    if (problems.length > before) return;
    const canonical = canonicalJson(record);
    // Read back, so that a record is the same to the last key's place whether it comes from a file or from the graph.
    take({
      record: JSON.parse(canonical) as LedgerRecord,
      file: name,
      line,
      text: canonical,
      hash: createHash('sha256').update(canonical).digest('hex'),
      references: reader.references,
    });
  };

  return {
    readLine,
    /** Without its first line nothing else can be read; and nobody mends a thousand rows by hand. */
    isGivenUp: (): boolean => (head === undefined && problems.length > 0) || problems.length > 10 * MOST_PROBLEMS,
    finish: (): Head => {
      if (head === undefined && problems.length === 0)
        problems.push({
          file: name,
          line: 0,
          field: '',
          rule: 'is empty: the first line is {"type":"file","format":"kith/1","title":"..."}',
        });
      if (problems.length > 0 || head === undefined) throw new CaseFileError(problems);
      return head;
    },
  };
}

function parse(text: string, wrong: RowReader['wrong']): Record<string, unknown> | undefined {
  if (text.includes('\0')) {
    wrong('', 'holds a NUL character');
    return undefined;
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    wrong('', 'is not JSON: one record a line, as {"type":"person","id":"p1"}');
    return undefined;
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  wrong('', 'is not a record: {"type":"person","id":"p1"}');
  return undefined;
}

function readHead(value: Record<string, unknown>, reader: RowReader): Head {
  if (value['type'] !== 'file') {
    reader.wrong('type', 'is not "file": the first line says what the file is, as {"type":"file","format":"kith/1","title":"..."}');
    return { title: '', prefix: '' };
  }
  const { title, prefix } = readShape(FILE_SHAPE, value, '', reader) as { title?: string; prefix?: string };
  if (prefix !== undefined && !(prefix.endsWith('/') && isIdText(prefix.slice(0, -1)) && !prefix.slice(0, -1).includes('/'))) {
    reader.wrong('prefix', `${shown(prefix)} is not a word followed by "/", as "mia/"`);
  }
  return { title: title ?? '', prefix: prefix ?? '' };
}

function unreadable(file: string, error: unknown): unknown {
  const reason = { ENOENT: 'is not there', EISDIR: 'is a folder: name the files in it', EACCES: 'may not be read by this user' }[
    (error as NodeJS.ErrnoException).code ?? ''
  ];
  return reason === undefined
    ? error
    : new KithError('BAD_INPUT', `${file} ${reason}.`, { argument: 'FILE', rule: reason }, { cause: error });
}
