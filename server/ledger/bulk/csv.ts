/**
 * Files as Neo4j's importer reads them: a header, then one node or relationship a line. Nothing is an
 * empty field, an empty text or list is `""`; the parts of a list are parted by U+001F, which no case file
 * may hold (rows.ts).
 */
import { closeSync, openSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { onDisk } from '../../database/disk.ts';

const PIECE = 1 << 20;
export const PART = '\u001f';

export type Field = string | number | boolean | null | readonly string[];

export const asFields = (fields: readonly Field[]): string => fields.map(written).join();

function written(field: Field): string {
  if (field === null) return '';
  if (typeof field === 'number' || typeof field === 'boolean') return String(field);
  const text = typeof field === 'string' ? field : field.join(PART);
  return `"${text.includes('"') ? text.replaceAll('"', '""') : text}"`;
}

export class CsvFile {
  readonly file: string;
  rows = 0;
  /** Some text in it goes over several lines. */
  isMultiline = false;
  private readonly handle: number;
  private piece: string;

  constructor(folder: string, name: string, columns: readonly string[]) {
    this.file = path.join(folder, `${name}.csv`);
    this.handle = onDisk(folder, 'KITH_HOME', () => openSync(this.file, 'wx', 0o600));
    this.piece = `${columns.join()}\n`;
  }

  put(fields: readonly Field[]): void {
    this.putLine(asFields(fields));
  }

  putLine(line: string): void {
    this.rows += 1;
    this.isMultiline ||= /[\r\n]/.test(line);
    this.piece += `${line}\n`;
    if (this.piece.length > PIECE) this.flush();
  }

  private flush(): void {
    onDisk(path.dirname(this.file), 'KITH_HOME', () => writeFileSync(this.handle, this.piece));
    this.piece = '';
  }

  close(): void {
    this.flush();
    closeSync(this.handle);
  }
}
