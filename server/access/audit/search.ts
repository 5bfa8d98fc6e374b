/** Reading the log: who saw somebody, what a user did, one entry by its name. */
import path from 'node:path';
import { KithError } from '../../errors.ts';
import { openKeys, pseudonymOf } from '../keys.ts';
import type { WrittenEntry } from './entry.ts';
import { auditFolder, logName, logNumbers } from './log-file.ts';
import { linesOf } from './verify.ts';

/** Entries to look for. `hint`: bytes a matching line must hold, so that most lines are not parsed. */
export interface Sought {
  hint: string;
  matches: (entry: WrittenEntry) => boolean;
}

/** Entries whose answer held this person, or which asked about them. `person`: any id. */
export function sawPerson(home: string, person: string): Sought {
  const name = pseudonymOf(openKeys(home, false).pseudonyms, person);
  return { hint: name, matches: (entry) => entry.people.includes(name) || mentions(entry.arguments, name) };
}

export const didUser = (user: string): Sought => ({ hint: JSON.stringify(user), matches: (entry) => entry.user === user });

/** Notices to the custodian of a seal: when a search came upon it, and which seal, as a pseudonym. */
export const toCustodian = (agency: string): Sought => ({
  hint: '"seal/touched"',
  matches: (entry) => entry.question === 'seal/touched' && entry.agency === agency,
});

export const whoSaw = async (home: string, person: string): Promise<WrittenEntry[]> => inOrder(home, sawPerson(home, person));
export const whatDid = async (home: string, user: string): Promise<WrittenEntry[]> => inOrder(home, didUser(user));
export const noticesTo = async (home: string, agency: string): Promise<WrittenEntry[]> => inOrder(home, toCustodian(agency));

/** `name`: `1.17`, or `17` for the first log. Throws NOT_FOUND. */
export async function entryNamed(home: string, name: string): Promise<WrittenEntry> {
  const [, log = '1', sequence] = /^(?:(\d{1,6})\.)?(\d+)$/.exec(name) ?? [];
  if (sequence === undefined)
    throw new KithError('BAD_INPUT', 'An entry is named as 1.17, or 17 for the first log.', { argument: 'sequence' });
  const found = await inOrder(home, {
    hint: `"sequence":${sequence},`,
    matches: (entry) => entry.log === Number(log) && entry.sequence === Number(sequence),
  });
  if (found[0] === undefined) throw new KithError('NOT_FOUND', `The audit log has no entry ${name}.`);
  return found[0];
}

export interface EntriesPage {
  /** Newest first. */
  entries: WrittenEntry[];
  /** How many there are in all. */
  total: number;
  /** Where the next page begins; null: there is none. */
  before: string | null;
}

export const PAGE_ROWS = 50;

/** The newest entries, or the newest before a place that another page ended with. No more than two pages are held in memory. */
export async function newest(home: string, sought: Sought, before?: string): Promise<EntriesPage> {
  let kept: WrittenEntry[] = [];
  let total = 0;
  let left = 0;
  const trim = (): void => {
    kept.sort((a, b) => byTime(b, a));
    kept = kept.slice(0, PAGE_ROWS);
  };
  for await (const entry of entriesIn(home, sought)) {
    total += 1;
    if (before !== undefined && placeOf(entry) >= before) continue;
    left += 1;
    kept.push(entry);
    if (kept.length >= 2 * PAGE_ROWS) trim();
  }
  trim();
  const last = kept.at(-1);
  return { entries: kept, total, before: last !== undefined && left > kept.length ? placeOf(last) : null };
}

/** Where an entry stands among all logs: in order as text is. */
export const placeOf = ({ time, log, sequence }: WrittenEntry): string =>
  `${time} ${String(log).padStart(6, '0')}.${String(sequence).padStart(12, '0')}`;
export const isPlace = (text: string): boolean => /^\d{4}-\d\d-\d\dT[\d:.]{12}Z \d{6}\.\d{12}$/.test(text);

async function inOrder(home: string, sought: Sought): Promise<WrittenEntry[]> {
  const found: WrittenEntry[] = [];
  for await (const entry of entriesIn(home, sought)) found.push(entry);
  return found.sort(byTime);
}

const byTime = (a: WrittenEntry, b: WrittenEntry): number => (placeOf(a) < placeOf(b) ? -1 : 1);

async function* entriesIn(home: string, { hint, matches }: Sought): AsyncGenerator<WrittenEntry> {
  const folder = auditFolder(home);
  for (const number of logNumbers(folder)) {
    for await (const { line, whole } of linesOf(path.join(folder, logName(number)))) {
      if (!whole || !line.includes(hint)) continue;
      const entry = entryOf(line);
      if (entry !== undefined && matches(entry)) yield entry;
    }
  }
}

/** A line that is no entry is for `verify` to report. */
function entryOf(line: Buffer): WrittenEntry | undefined {
  try {
    return JSON.parse(line.toString()) as WrittenEntry;
  } catch {
    return undefined;
  }
}

function mentions(value: unknown, name: string): boolean {
  if (Array.isArray(value)) return value.some((one) => mentions(one, name));
  return typeof value === 'object' && value !== null ? Object.values(value).some((one) => mentions(one, name)) : value === name;
}
