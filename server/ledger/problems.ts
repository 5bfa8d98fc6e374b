/** What is wrong with a case file, row by row, in words. */
import { KithError } from '../errors.ts';

export type Problem = {
  file: string;
  /** 1 for the first; 0 where it is the file as a whole. */
  line: number;
  /** Path of the key: `claim.parent`, `statements[2]`. Empty where it is the row as a whole. */
  field: string;
  rule: string;
};

/** More would not help whoever mends the file. */
export const MOST_PROBLEMS = 100;

/** BAD_INPUT with every problem in its message; `detail` is the first. */
export class CaseFileError extends KithError {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const shown = problems.slice(0, MOST_PROBLEMS);
    const more = problems.length > shown.length ? [`and ${problems.length - shown.length} more`] : [];
    const head =
      problems.length === 1 ? 'Nothing was loaded. One thing is wrong:' : `Nothing was loaded. ${problems.length} things are wrong:`;
    const { line, field, rule } = problems[0] ?? { line: 0, field: '', rule: '' };
    super('BAD_INPUT', [head, ...shown.map(problemSays), ...more].join('\n'), { line, field, rule });
    this.name = 'CaseFileError';
    this.problems = problems;
  }
}

export function problemSays({ file, line, field, rule }: Problem): string {
  return `${file}${line === 0 ? '' : `, line ${line}`}${field === '' ? '' : `, ${field}`}: ${rule}`;
}

/** A value as it may be printed: short, and nothing in it that a terminal would obey. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  const safe = text.replace(/[^\P{C}\u{AD}]/gu, (char) => `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);
  return safe.length > 60 ? `${safe.slice(0, 57)}...` : safe;
}
