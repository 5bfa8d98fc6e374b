/**
 * A table as CSV (RFC 4180): UTF-8 with a byte order mark, lines ended by CRLF, every cell in quotation
 * marks. A cell that a spreadsheet would take for a formula gets a leading apostrophe (OWASP, "CSV injection"). Pure.
 */
import type { Exported } from './report.ts';

const MARK = '\uFEFF';

/** The settings first, a name and a value a row; then, after an empty row, the table. */
export function toCsv({ report, table }: Exported): Uint8Array {
  const rows = [...report.settings, [], table.heads, ...table.rows];
  return new TextEncoder().encode(`${MARK}${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`);
}

/** Blanks before the sign do not make it any less of a formula. */
const FORMULA = /^\s*[=+\-@]|^[\t\r]/;

export function cell(text: string): string {
  return `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}
