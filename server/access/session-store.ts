/**
 * Sessions in the memory of the server: a restart signs everybody out. The cookie holds a random token;
 * here only its hash is kept, so that a dump of the memory signs nobody in.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { AccountRole } from './viewer.ts';

/** Whose session it is. An account is looked up again at every request; a provider's claims hold for the session. */
export type Identity =
  | { from: 'account'; user: string }
  | { from: 'demonstration'; user: string }
  | { from: 'provider'; user: string; name: string; role: AccountRole; agency?: string; team?: string };

export interface Session {
  identity: Identity;
  purpose?: { kind: string; reference?: string };
  /** Milliseconds since 1970, as `used`. */
  begun: number;
  used: number;
}

export interface SessionLimits {
  idleMs: number;
  mostMs: number;
}

export interface SessionStore {
  /** Returns the token for the cookie. */
  begin(identity: Identity): string;
  /** The session, its idle time begun anew; undefined when there is none or it has ended. */
  use(token: string): Session | undefined;
  end(token: string): void;
  /** Whose session it is, without beginning its idle time anew. */
  userOf(token: string): string | undefined;
  readonly limits: SessionLimits;
}

const mostSessions = 10_000;

export function openSessionStore(limits: SessionLimits, now: () => number = Date.now): SessionStore {
  const sessions = new Map<string, Session>();
  const hasEnded = ({ begun, used }: Session): boolean => {
    const time = now();
    // A clock that was set back by more than a minute must not make a session longer: it has ended too.
    return time - used >= limits.idleMs || time - begun >= limits.mostMs || time < used - 60_000;
  };
  return {
    limits,
    begin: (identity) => {
      for (const [key, session] of sessions) if (hasEnded(session)) sessions.delete(key);
      const oldest = sessions.keys().next();
      if (sessions.size >= mostSessions && oldest.done !== true) sessions.delete(oldest.value);
      const token = randomBytes(32).toString('base64url');
      sessions.set(hashOf(token), { identity, begun: now(), used: now() });
      return token;
    },
    use: (token) => {
      const key = hashOf(token);
      const session = sessions.get(key);
      if (session === undefined) return undefined;
      if (hasEnded(session)) {
        sessions.delete(key);
        return undefined;
      }
      session.used = now();
      return session;
    },
    userOf: (token) => sessions.get(hashOf(token))?.identity.user,
    end: (token) => void sessions.delete(hashOf(token)),
  };
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');
