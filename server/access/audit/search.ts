/** Reading the log: who saw somebody, what a user did, one entry by its name. */
import path from 'node:path';
import { KithError } from '../../errors.ts';
import { openKeys, pseudonymOf } from '../keys.ts';
import type { WrittenEntry } from './entry.ts';
import { auditFolder, logName, logNumbers } from './log-file.ts';
import { linesOf } from './verify.ts';

/** Entries whose answer held this person, or which asked about them. `person`: any id. */
export async function whoSaw(home: string, person: string): Promise<WrittenEntry[]> {
  const name = pseudonymOf(openKeys(home, false).pseudonyms, person);
  return entriesWhere(home, name, (entry) => entry.people.includes(name) || mentions(entry.arguments, name));
}

export async function whatDid(home: string, user: string): Promise<WrittenEntry[]> {
  return entriesWhere(home, JSON.stringify(user), (entry) => entry.user === user);
}

/** Notices to the custodian of a seal: when a search came upon it, and which seal, as a pseudonym. */
export async function noticesTo(home: string, agency: string): Promise<WrittenEntry[]> {
  return entriesWhere(home, '"seal/touched"', (entry) => entry.question === 'seal/touched' && entry.agency === agency);
}

/** `name`: `1.17`, or `17` for the first log. Throws NOT_FOUND. */
export async function entryNamed(home: string, name: string): Promise<WrittenEntry> {
  const [, log = '1', sequence] = /^(?:(\d{1,6})\.)?(\d+)$/.exec(name) ?? [];
  if (sequence === undefined)
    throw new KithError('BAD_INPUT', 'An entry is named as 1.17, or 17 for the first log.', { argument: 'sequence' });
  const found = await entriesWhere(
    home,
    `"sequence":${sequence},`,
    (entry) => entry.log === Number(log) && entry.sequence === Number(sequence),
  );
  if (found[0] === undefined) throw new KithError('NOT_FOUND', `The audit log has no entry ${name}.`);
  return found[0];
}

/** In order of time. `hint`: bytes a matching line must hold, so that most lines are not parsed. */
async function entriesWhere(home: string, hint: string, matches: (entry: WrittenEntry) => boolean): Promise<WrittenEntry[]> {
  const folder = auditFolder(home);
  const found: WrittenEntry[] = [];
  for (const number of logNumbers(folder)) {
    for await (const { line, whole } of linesOf(path.join(folder, logName(number)))) {
      if (!whole || !line.includes(hint)) continue;
      const entry = entryOf(line);
      if (entry !== undefined && matches(entry)) found.push(entry);
    }
  }
  return found.sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : a.log - b.log || a.sequence - b.sequence));
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
