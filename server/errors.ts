/**
 * Everything that can go wrong, in one table: the code the caller reads, the HTTP status of the
 * reply and the exit code of the command. Where a code is missing from here, it does not exist.
 */
import { randomUUID } from 'node:crypto';

interface Outcome {
  readonly status: number;
  /** 1: bad input or not found; 2: something is down (docs/questions.md, "The command line"). */
  readonly exit: 1 | 2;
}

export const errorTable = {
  BAD_INPUT: { status: 400, exit: 1 },
  NOT_SIGNED_IN: { status: 401, exit: 1 },
  REASON_REQUIRED: { status: 403, exit: 1 },
  /** An act, not a look: what may not be seen is NOT_FOUND. */
  NOT_PERMITTED: { status: 403, exit: 1 },
  /** Absent or hidden: the asker must not be able to tell which. */
  NOT_FOUND: { status: 404, exit: 1 },
  UNKNOWN_QUESTION: { status: 404, exit: 1 },
  TOO_MUCH: { status: 413, exit: 1 },
  /** More is asked at once than can be answered: the same may be asked again in a moment. */
  BUSY: { status: 503, exit: 2 },
  TIMED_OUT: { status: 504, exit: 2 },
  GRAPH_UNAVAILABLE: { status: 503, exit: 2 },
  AUDIT_UNAVAILABLE: { status: 503, exit: 2 },
  BUG: { status: 500, exit: 2 },
} as const satisfies Record<string, Outcome>;

export type ErrorCode = keyof typeof errorTable;

/** Where the trouble is: an argument of a question, or a line and field of a case file. */
export interface ErrorDetail {
  argument?: string;
  rule?: string;
  line?: number;
  field?: string;
}

export class KithError extends Error {
  readonly code: ErrorCode;
  readonly detail: ErrorDetail;

  constructor(code: ErrorCode, message: string, detail: ErrorDetail = {}, options?: ErrorOptions) {
    super(message, options);
    this.name = 'KithError';
    this.code = code;
    this.detail = detail;
  }
}

/** No page, and none that the asker may see: the same words. */
export const nothingThere = (): KithError => new KithError('NOT_FOUND', 'There is nothing at this address.');

export interface PlainError {
  code: ErrorCode;
  message: string;
  detail: ErrorDetail;
}

/**
 * The one formatter. A KithError was worded for the reader and passes; anything else may carry a
 * value, a name or a driver's text, so the reader gets only a reference. `note` receives the
 * original with that reference, for the log of whoever runs Kith.
 */
export function plainError(error: unknown, note?: (reference: string, error: unknown) => void): PlainError {
  if (error instanceof KithError) return { code: error.code, message: error.message, detail: error.detail };
  const reference = randomUUID();
  note?.(reference, error);
  return { code: 'BUG', message: `Something went wrong inside Kith. Quote this reference: ${reference}`, detail: {} };
}

export function exitCodeOf(error: unknown): 1 | 2 {
  return errorTable[codeOf(error)].exit;
}

export function httpStatusOf(error: unknown): number {
  return errorTable[codeOf(error)].status;
}

/** The shape of one entry of `errors` in a GraphQL reply: no path, no location, no stack. */
export function toGraphQLError(plain: PlainError): { message: string; extensions: { code: ErrorCode } & ErrorDetail } {
  return { message: plain.message, extensions: { code: plain.code, ...plain.detail } };
}

function codeOf(error: unknown): ErrorCode {
  return error instanceof KithError ? error.code : 'BUG';
}
