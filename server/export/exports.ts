/** The questions whose answers can be taken along as a file, and the making of it. */
import type { Viewer } from '../access/viewer.ts';
import { KithError } from '../errors.ts';
import { wrong } from '../questions/common-arguments.ts';
import { fieldOf } from '../resolvers.ts';
import { exportChronology, type ChronologyRead } from './chronology.ts';
import { toCsv } from './csv.ts';
import { toDocx } from './docx.ts';
import { exportFirstHeld, type FirstHeldRead } from './first-held.ts';
import type { Exported } from './report.ts';

export const FORMATS = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv; charset=utf-8',
} as const;
export type Format = keyof typeof FORMATS;
/** By the question's name; each is given the answer as its operation under client/questions/ asks for it. */
const EXPORTS: ReadonlyMap<string, (answer: never, viewer: Viewer) => Exported> = new Map([
  ['chronology', (answer: never, viewer: Viewer) => exportChronology(answer as ChronologyRead, viewer)],
  ['first-held', (answer: never, viewer: Viewer) => exportFirstHeld(answer as FirstHeldRead, viewer)],
]);

/** Throws BAD_INPUT for a kind of file there is not, and for a question that has no file: before it is asked. */
export function checkExport(name: string, format: unknown): asserts format is Format {
  if (typeof format !== 'string' || !Object.hasOwn(FORMATS, format))
    throw wrong('format', `must be one of ${Object.keys(FORMATS).join(', ')}`);
  if (EXPORTS.has(name)) return;
  throw new KithError('BAD_INPUT', `There is no file of ${name}: there is one of ${[...EXPORTS.keys()].join(', ')}.`, {
    argument: 'format',
    rule: `must be left out for ${name}`,
  });
}

/** The file of an answer; `data` as GraphQL gives it. The same data and asker give the same bytes. */
export async function fileOf(name: string, data: Readonly<Record<string, unknown>>, viewer: Viewer, format: Format): Promise<Uint8Array> {
  checkExport(name, format);
  const exported = EXPORTS.get(name)!(data[fieldOf(name)] as never, viewer);
  return format === 'docx' ? toDocx(exported.report) : toCsv(exported);
}
