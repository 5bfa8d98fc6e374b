/** What a person, a program and a log are told when something goes wrong. */
import { expect, test } from 'vitest';
import { errorTable, exitCodeOf, httpStatusOf, KithError, plainError, toGraphQLError } from '../../server/errors.ts';

test('what the asker did wrong ends a command with 1, what is down with 2', () => {
  const exits = (exit: 1 | 2): string[] =>
    Object.entries(errorTable)
      .filter(([, one]) => one.exit === exit)
      .map(([code]) => code);
  expect(exits(1)).toEqual(['BAD_INPUT', 'NOT_SIGNED_IN', 'REASON_REQUIRED', 'NOT_PERMITTED', 'NOT_FOUND', 'UNKNOWN_QUESTION', 'TOO_MUCH']);
  expect(exits(2)).toEqual(['BUSY', 'TIMED_OUT', 'GRAPH_UNAVAILABLE', 'AUDIT_UNAVAILABLE', 'BUG']);
  expect(exitCodeOf(new KithError('NOT_FOUND', 'Nobody of that id.'))).toBe(1);
  expect(httpStatusOf(new KithError('GRAPH_UNAVAILABLE', 'Down.'))).toBe(503);
});

test('a bad row keeps its line, field and rule through to the reply', () => {
  const error = new KithError('BAD_INPUT', 'Line 7: no such claim.', { line: 7, field: 'claim', rule: 'one of the claims' });
  expect(toGraphQLError(plainError(error))).toEqual({
    message: 'Line 7: no such claim.',
    extensions: { code: 'BAD_INPUT', line: 7, field: 'claim', rule: 'one of the claims' },
  });
});

test('an error of any other kind shows only a reference, and the log gets the error beside it', () => {
  const noted: unknown[] = [];
  const fault = new Error('Node(12) with property name = "Connor"');
  const plain = plainError(fault, (reference, error) => noted.push(reference, error));
  expect(plain.code).toBe('BUG');
  expect(JSON.stringify(toGraphQLError(plain))).not.toContain('Connor');
  expect(noted[1]).toBe(fault);
  expect(plain.message).toContain(String(noted[0]));
  expect(exitCodeOf(fault)).toBe(2);
});
