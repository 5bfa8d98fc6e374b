/** What a long piece of work says while it goes on. */
export type Telling = {
  say(line: string): void;
  /** `total` 0: not known. */
  progress(what: string, done: number, total: number): void;
};

export const SILENT: Telling = { say: () => undefined, progress: () => undefined };
