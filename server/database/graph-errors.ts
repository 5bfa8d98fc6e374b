/**
 * What the driver throws, told apart by its codes and never by its text
 * (Neo4j status codes: neo4j.com/docs/status-codes). What is not here is a BUG of ours and is
 * thrown on as it is: errors.ts gives it a reference.
 */
import { KithError } from '../errors.ts';

export interface DriverError extends Error {
  code: string;
  retryable: boolean;
}

export function isDriverError(error: unknown): error is DriverError {
  return error instanceof Error && error.name === 'Neo4jError';
}

export function isRetryable(error: unknown): boolean {
  return isDriverError(error) && error.retryable;
}

/** A unique key that is already there: what a repeated write meets when its first try did arrive. */
export function isAlreadyThere(error: unknown): boolean {
  return isDriverError(error) && error.code === 'Neo.ClientError.Schema.ConstraintValidationFailed';
}

/** `IF NOT EXISTS` looks before it makes: a second process that starts at the same moment may have made it meanwhile. */
export function isSchemaThere(error: unknown): boolean {
  return (
    isDriverError(error) &&
    [
      'Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists',
      'Neo.ClientError.Schema.IndexAlreadyExists',
      'Neo.ClientError.Schema.ConstraintAlreadyExists',
    ].includes(error.code)
  );
}

export function unavailable(cause?: unknown): KithError {
  return new KithError('GRAPH_UNAVAILABLE', 'The database does not answer. Start it again, or try again in a moment.', {}, { cause });
}

export function asKithError(error: unknown): unknown {
  if (!isDriverError(error)) return error;
  if (gone.has(error.code)) return unavailable(error);
  if (error.code.startsWith('Neo.ClientError.Transaction.TransactionTimedOut')) {
    return new KithError('TIMED_OUT', 'That took too long and was stopped. Ask for fewer steps or a shorter time.', {}, { cause: error });
  }
  if (tooMuch.has(error.code))
    return new KithError(
      'TOO_MUCH',
      'That needs more memory than the database has. Ask for fewer steps or a shorter time.',
      {},
      { cause: error },
    );
  if (error.code.startsWith('Neo.ClientError.Security.')) {
    return new KithError(
      'GRAPH_UNAVAILABLE',
      'The database refused the user name or password. Set NEO4J_USER and NEO4J_PASSWORD to those of NEO4J_URI.',
      {},
      { cause: error },
    );
  }
  return error.retryable ? unavailable(error) : error;
}

const gone = new Set([
  'ServiceUnavailable',
  'SessionExpired',
  'Neo.TransientError.General.DatabaseUnavailable',
  'Neo.ClientError.Database.DatabaseNotFound',
]);
const tooMuch = new Set([
  'Neo.TransientError.General.MemoryPoolOutOfMemoryError',
  'Neo.TransientError.General.TransactionOutOfMemoryError',
  'Neo.TransientError.General.OutOfMemoryError',
]);
