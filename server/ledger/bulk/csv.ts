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

/** Lines of one file, without its header. */
export class Lines {
  rows = 0;
  text = '';
  /** Some text in it goes over several lines. */
  isMultiline = false;

  put(fields: readonly Field[]): void {
    const line = fields.map(written).join();
    this.isMultiline ||= /[\r\n]/.test(line);
    this.rows += 1;
    this.text += `${line}\n`;
  }
}

function written(field: Field): string {
  if (field === null) return '';
  if (typeof field === 'number' || typeof field === 'boolean') return String(field);
  const text = typeof field === 'string' ? field : field.join(PART);
  return `"${text.includes('"') ? text.replaceAll('"', '""') : text}"`;
}

export class CsvFile extends Lines {
  readonly file: string;
  private readonly handle: number;

  constructor(folder: string, name: string, columns: readonly string[]) {
    super();
    this.file = path.join(folder, `${name}.csv`);
    this.handle = onDisk(folder, 'KITH_HOME', () => openSync(this.file, 'wx', 0o600));
    this.text = `${columns.join()}\n`;
  }

  override put(fields: readonly Field[]): void {
    super.put(fields);
    if (this.text.length > PIECE) this.flush();
  }

  append({ rows, text, isMultiline }: Pick<Lines, 'rows' | 'text' | 'isMultiline'>): void {
    this.rows += rows;
    this.isMultiline ||= isMultiline;
    this.text += text;
    if (this.text.length > PIECE) this.flush();
  }

  private flush(): void {
    onDisk(path.dirname(this.file), 'KITH_HOME', () => writeFileSync(this.handle, this.text));
    this.text = '';
  }

  close(): void {
    this.flush();
    closeSync(this.handle);
  }
}
