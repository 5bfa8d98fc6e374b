/**
 * What one entry of the audit log says, and what it must not say: ids are written as keyed
 * pseudonyms, and anything somebody may have typed is written as one too, so that a name put into
 * the wrong box does not reach the log.
 */
import type { ErrorCode } from '../../errors.ts';
import { pseudonymOf } from '../keys.ts';

export type AuditOutcome = 'answered' | 'refused' | 'done';

/** One operation, with ids as they are: they are turned into pseudonyms on the way to the file. */
export interface AuditEntry {
  /** undefined: nobody was signed in. */
  user?: string | undefined;
  agency?: string | undefined;
  role?: string | undefined;
  purpose?: string | undefined;
  reference?: string | undefined;
  /** Name of the question or act: `people-of-concern-near`, `session/sign-in`. */
  question: string;
  args?: Readonly<Record<string, unknown>> | undefined;
  decision: {
    outcome: AuditOutcome;
    code?: ErrorCode | undefined;
    /** The day of asking, which opened the seals, and the default of `asAt` and `heldOn`. */
    day?: string | undefined;
    /** Agencies pooled, after the cut. */
    heldBy?: readonly string[] | undefined;
    /** Seals that were open. */
    opened?: readonly string[] | undefined;
  };
  /** Ids of every person in the answer. */
  people?: Iterable<string> | undefined;
  counts?: Readonly<Record<string, number>> | undefined;
  /** Of the answer: see `digestOf`. */
  digest?: string | undefined;
  revision?: number | undefined;
  /** Milliseconds from the request to here. */
  duration: number;
}

/** An entry as it stands in the file. */
export interface WrittenEntry {
  log: number;
  sequence: number;
  time: string;
  user: string | null;
  agency: string | null;
  role: string | null;
  purpose: string | null;
  reference: string | null;
  question: string;
  arguments: Record<string, unknown>;
  decision: { outcome: AuditOutcome; code?: ErrorCode; day?: string; heldBy?: string[]; opened?: string[] };
  people: string[];
  counts: Record<string, number>;
  digest: string | null;
  revision: number | null;
  duration: number;
}

export function writtenEntry(key: Buffer, log: number, sequence: number, time: Date, entry: AuditEntry): WrittenEntry {
  const { outcome, code, day, heldBy, opened } = entry.decision;
  return {
    log,
    sequence,
    time: time.toISOString(),
    user: entry.user ?? null,
    agency: entry.agency ?? null,
    role: entry.role ?? null,
    purpose: entry.purpose === undefined ? null : oneWord(key, entry.purpose),
    reference: entry.reference ?? null,
    question: entry.question,
    arguments: Object.fromEntries(Object.entries(entry.args ?? {}).map(([name, value]) => [shortName(key, name), withoutIds(key, value)])),
    decision: {
      outcome,
      ...(code === undefined ? {} : { code }),
      ...(day === undefined ? {} : { day }),
      ...(heldBy === undefined ? {} : { heldBy: [...heldBy] }),
      ...(opened === undefined ? {} : { opened: opened.map((seal) => pseudonymOf(key, seal)) }),
    },
    people: [...new Set(entry.people ?? [])].map((id) => pseudonymOf(key, id)).sort(),
    counts: { ...entry.counts },
    digest: entry.digest ?? null,
    revision: entry.revision ?? null,
    duration: Math.round(entry.duration * 1000) / 1000,
  };
}

/** Days, kinds of tie and standings say nothing of anybody; every other text could be a name or an id. */
const harmless = /^(\d{4}-\d{2}-\d{2}|[A-Z]+(_[A-Z]+)+|PARENT_OF|MET|HARMED|alleged|observed|confirmed|denied|retracted|disproved)$/;

function withoutIds(key: Buffer, value: unknown): unknown {
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return value;
  if (typeof value === 'string') return harmless.test(value) ? value : pseudonymOf(key, value);
  if (Array.isArray(value)) return value.map((one) => withoutIds(key, one));
  return pseudonymOf(key, JSON.stringify(value) ?? '');
}

/** A purpose is one word of the policy's; anything else was typed. */
function oneWord(key: Buffer, purpose: string): string {
  return /^[a-z]{1,20}$/.test(purpose) ? purpose : pseudonymOf(key, purpose);
}

/** The name of an argument, unless somebody made one up. */
function shortName(key: Buffer, name: string): string {
  return /^[a-zA-Z]{1,24}$/.test(name) ? name : pseudonymOf(key, name);
}
