/** Bodies of requests that are no questions: one JSON object of a few texts. */
import { wrong } from '../questions/common-arguments.ts';

/** Throws BAD_INPUT unless the body is an object of these texts and nothing else. */
export function fieldsOf(body: unknown, needed: readonly string[], allowed: readonly string[]): Record<string, string | undefined> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw wrong('body', 'must be one JSON object');
  const fields = Object.entries(body);
  for (const name of needed) if (!Object.hasOwn(body, name)) throw wrong(name, 'is needed');
  for (const [name, value] of fields) {
    if (!needed.includes(name) && !allowed.includes(name)) throw wrong('body', `has only ${[...needed, ...allowed].join(', ')}`);
    if (typeof value !== 'string' || value.length > 1_000) throw wrong(name, 'must be a text of at most 1,000 characters');
  }
  return Object.fromEntries(fields) as Record<string, string>;
}
