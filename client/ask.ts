/** The only place that speaks to the server: questions by name, looks into the log and at seals, and the session. Every request is a POST; nothing is cached. */
import type { Shown } from '../server/access/oversight/shown.ts';
import type { Answers } from './answers.gen.ts';

export type QuestionName = keyof Answers;
export type Variables = Readonly<Record<string, unknown>>;

/** Codes of the server, and three of the page's own: nobody there, stopped by the reader, asked too often. */
export type TroubleCode =
  | 'BAD_INPUT'
  | 'NOT_SIGNED_IN'
  | 'REASON_REQUIRED'
  | 'NOT_PERMITTED'
  | 'NOT_FOUND'
  | 'UNKNOWN_QUESTION'
  | 'TOO_MUCH'
  | 'BUSY'
  | 'TIMED_OUT'
  | 'GRAPH_UNAVAILABLE'
  | 'AUDIT_UNAVAILABLE'
  | 'BUG'
  | 'UNREACHABLE'
  | 'STOPPED'
  | 'TOO_OFTEN';

export class Trouble extends Error {
  readonly code: TroubleCode;
  readonly argument: string | undefined;

  constructor(code: TroubleCode, message: string, argument?: string) {
    super(message);
    this.code = code;
    this.argument = argument;
  }
}

export interface Account {
  user: string;
  name: string;
  role: string;
  says: string;
}
export interface PurposeKind {
  kind: string;
  words: string;
  needsReference: boolean;
}

export interface Session {
  signedIn: boolean;
  user?: string;
  name?: string;
  role?: string;
  agency?: string;
  /** Records decisions, with the purpose stated. */
  decides?: boolean;
  /** Asks of all records at once, with the purpose stated. */
  sweeps?: boolean;
  purpose?: { kind: string; words?: string; reference?: string } | null;
  /** Minutes without a request after which the session ends. */
  idleMinutes: number;
  /** When it ends whatever happens. */
  signsOutAt?: string;
  /** Null where there are none. */
  demonstration: readonly Account[] | null;
  identityProvider: boolean;
  purposes: readonly PurposeKind[];
  /** What the role may look into for oversight; none for most. */
  looks?: readonly LookName[];
}

export type LookName = keyof Shown;

/** @throws Trouble */
export async function ask<Name extends QuestionName>(name: Name, variables: Variables, signal: AbortSignal): Promise<Answers[Name]> {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== null && value !== undefined));
  const reply = await post('/graphql', { operationName: name, variables: given }, signal);
  const { data, errors } = reply as {
    data?: Answers[Name];
    errors?: readonly { message: string; extensions?: { code?: TroubleCode; argument?: string } }[];
  };
  const first = errors?.[0];
  if (first) throw new Trouble(first.extensions?.code ?? 'BUG', first.message, first.extensions?.argument);
  if (!data) throw new Trouble('BUG', 'The answer of the server cannot be read.');
  return data;
}

/** The answer of one question as a file. @throws Trouble */
export async function file(name: QuestionName, variables: Variables, format: 'docx' | 'csv'): Promise<Blob> {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== null && value !== undefined));
  const reply = await send('/export', { operationName: name, variables: given, format });
  if (!reply.ok) throw troubleOf(parsed(await reply.text()) ?? {});
  return reply.blob();
}

/** @throws Trouble */
export async function lookInto<Name extends LookName>(name: Name, given: Variables, signal: AbortSignal): Promise<Shown[Name]> {
  return (await post(`/audit/${name}`, given, signal)) as Shown[Name];
}

/** `path` is what follows /session: "", "/sign-in", "/purpose", "/sign-out". @throws Trouble */
export async function session(path: '' | '/sign-in' | '/purpose' | '/sign-out', body: Variables = {}): Promise<Session> {
  return (await post(`/session${path}`, body)) as Session;
}

async function post(path: string, body: unknown, signal?: AbortSignal): Promise<unknown> {
  const reply = await send(path, body, signal);
  const text = await heard(() => reply.text(), signal);
  if (reply.status === 429) throw new Trouble('TOO_OFTEN', 'Too many questions in a short time.');
  const read = parsed(text);
  // A GraphQL reply carries its own errors, whatever its status; anything else must be a success.
  if (read === undefined) throw new Trouble(reply.ok ? 'BUG' : 'UNREACHABLE', 'The answer of the server cannot be read.');
  if (!reply.ok && !('errors' in read)) throw troubleOf(read);
  if (!reply.ok && path !== '/graphql') throw troubleOf(read);
  return read;
}

async function send(path: string, body: unknown, signal?: AbortSignal): Promise<Response> {
  return heard(
    async () =>
      fetch(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        credentials: 'same-origin',
        cache: 'no-store',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
        ...(signal ? { signal } : {}),
      }),
    signal,
  );
}

/** @throws Trouble where the line is cut, or the reader stops waiting */
async function heard<T>(listen: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  try {
    return await listen();
  } catch (error) {
    if (signal?.aborted) throw new Trouble('STOPPED', 'You stopped waiting for this answer.');
    throw new Trouble('UNREACHABLE', error instanceof Error ? error.message : 'No answer.');
  }
}

function troubleOf(read: object): Trouble {
  const { errors, code, message, argument } = read as {
    errors?: readonly { message?: string; extensions?: { code?: TroubleCode; argument?: string } }[];
    code?: TroubleCode;
    message?: string;
    argument?: string;
  };
  const first = errors?.[0];
  return new Trouble(
    first?.extensions?.code ?? code ?? 'BUG',
    first?.message ?? message ?? 'Something went wrong.',
    first?.extensions?.argument ?? argument,
  );
}

function parsed(text: string): object | undefined {
  try {
    const read: unknown = text === '' ? {} : JSON.parse(text);
    return typeof read === 'object' && read !== null ? read : undefined;
  } catch {
    return undefined;
  }
}
