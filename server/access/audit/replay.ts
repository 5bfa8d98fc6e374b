/**
 * The question of an entry asked again, at the revision and on the day it was asked, as the same viewer:
 * the answer must have the digest of the entry. Ids are found again by trying the key of the pseudonyms
 * on every id of the ledger; words somebody typed (a name to search for) must be typed again.
 */
import { KithError, plainError } from '../../errors.ts';
import type { Office } from '../../questions/answer.ts';
import { digestOf } from '../audit.ts';
import { openKeys, pseudonymOf } from '../keys.ts';
import type { Viewer } from '../viewer.ts';
import type { WrittenEntry } from './entry.ts';

export interface Replayed {
  /** The answer, or the refusal, is the one of the entry. */
  same: boolean;
  says: string;
}

/** `typed`: words that may have been typed then. Throws BAD_INPUT when the entry is no question, or something in it cannot be found again. */
export async function replay(office: Office, home: string, entry: WrittenEntry, typed: readonly string[]): Promise<Replayed> {
  const { question, user, role, agency, purpose, reference, revision, decision } = entry;
  if (user === null || role === null || revision === null || decision.day === undefined || decision.heldBy === undefined) {
    throw new KithError('BAD_INPUT', 'This entry is no question that was asked of the ledger, so it cannot be asked again.');
  }
  const given = await argumentsAgain(office, home, entry, revision, typed);
  const viewer = {
    user,
    role,
    ...(agency === null ? {} : { agency }),
    ...(purpose === null ? {} : { purpose }),
    ...(reference === null ? {} : { reference }),
  } as Viewer;
  const [digest, code] = await office.again(question, given, viewer, { day: decision.day, revision }).then(
    (answer): [string | null, string | undefined] => [digestOf(answer), undefined],
    (error: unknown): [string | null, string | undefined] => [null, plainError(error).code],
  );
  const same = digest === entry.digest && code === decision.code;
  const then = entry.digest === null ? `refused with ${decision.code}` : `answered with digest ${entry.digest}`;
  const now = digest === null ? `refused with ${code}` : `answered with digest ${digest}`;
  return {
    same,
    says: same
      ? `Asked again at revision ${revision}: ${now}, as then.`
      : `Asked again at revision ${revision}: ${now}. Then it was ${then}.`,
  };
}

async function argumentsAgain(
  office: Office,
  home: string,
  entry: WrittenEntry,
  revision: number,
  typed: readonly string[],
): Promise<Record<string, unknown>> {
  const key = openKeys(home, false).pseudonyms;
  const wanted = new Set(JSON.stringify(entry.arguments).match(/~[\w-]{22}/g) ?? []);
  const found = new Map<string, string>();
  const tryOne = (text: string): void => {
    const name = pseudonymOf(key, text);
    if (wanted.has(name)) found.set(name, text);
  };
  typed.forEach(tryOne);
  for await (const { id } of office.graph.stream('read/ids', { revision })) {
    if (found.size === wanted.size) break;
    tryOne(id);
  }
  const again = (value: unknown, argument: string): unknown => {
    if (Array.isArray(value)) return value.map((one) => again(one, argument));
    if (typeof value !== 'string' || !wanted.has(value)) return value;
    const text = found.get(value);
    if (text === undefined)
      throw new KithError(
        'BAD_INPUT',
        `What was given as ${argument} is no id of the ledger: say it with --typed, if you know what was typed.`,
        { argument },
      );
    return text;
  };
  return Object.fromEntries(Object.entries(entry.arguments).map(([name, value]) => [name, again(value, name)]));
}
