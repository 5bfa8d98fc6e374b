/**
 * What GraphQL refuses before a question is asked, in the words of the error table: a variable of
 * another kind is bad input, whatever else does not fit the schema is no question we know.
 */
import { GraphQLError } from 'graphql';
import { KithError } from './errors.ts';

/** The error to report; a thrown one passes as it is, to be worded by `plainError`. */
export function kithErrorOf(error: unknown): unknown {
  if (!(error instanceof GraphQLError)) return error;
  const { originalError, message } = error;
  if (originalError instanceof KithError) return originalError;
  const argument = /^(?:Variable|Argument) "\$?(\w+)"/.exec(message)?.[1];
  if (argument !== undefined)
    return new KithError('BAD_INPUT', `${argument} is missing or not of the kind that schema.graphql says.`, {
      argument,
      rule: 'is missing or not of the kind that schema.graphql says',
    });
  if (originalError !== undefined && originalError !== null) return originalError;
  return new KithError('BAD_INPUT', 'The question does not fit schema.graphql.');
}

/** The first of the errors of an execution or a validation. */
export function firstErrorOf(error: unknown): unknown {
  const errors = (error as { errors?: unknown } | null)?.errors;
  return kithErrorOf(Array.isArray(errors) && errors.length > 0 ? errors[0] : error);
}
