import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { session, Trouble } from './ask.ts';
import type { Session } from './ask.ts';
import { sessionIs } from './kept.ts';

interface Known {
  session: Session | null;
  /** The server could not be asked who is signed in. */
  trouble: Trouble | null;
  /** The session ended while the page was open. */
  ended: boolean;
  refresh: () => Promise<void>;
  /** @throws Trouble, for the form to show */
  signIn: (user: string, password: string) => Promise<void>;
  /** @throws Trouble, for the form to show */
  state: (kind: string, reference: string | undefined) => Promise<void>;
  /** Back to the choice of purpose, without signing out. */
  changePurpose: () => void;
  signOut: () => Promise<void>;
  /** A question was refused: look again who is signed in. */
  lost: () => void;
}

const Context = createContext<Known | null>(null);

export function useSession(): Known {
  const known = useContext(Context);
  if (!known) throw new Error('There is no session here.');
  return known;
}

export function SessionProvider({ children }: { children: ReactNode }) {
  const [held, setHeld] = useState<Session | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [ended, setEnded] = useState(false);

  const lastUser = useRef<string>(undefined);

  const refresh = useCallback(async () => {
    try {
      const now = await session('');
      // What somebody else typed or was shown is in this page's memory: it goes before another user sees it.
      if (now.user !== undefined && lastUser.current !== undefined && lastUser.current !== now.user) return location.reload();
      lastUser.current = now.user ?? lastUser.current;
      sessionIs(!now.signedIn);
      setHeld((before) => {
        if (before?.signedIn && !now.signedIn) setEnded(true);
        return now;
      });
      setTrouble(null);
    } catch (error) {
      setTrouble(error instanceof Trouble ? error : new Trouble('BUG', 'Something went wrong in the page.'));
    }
  }, []);
  const lost = useCallback(() => void refresh(), [refresh]);
  const signIn = useCallback(
    async (user: string, password: string) => {
      await session('/sign-in', { user, password });
      setEnded(false);
      await refresh();
    },
    [refresh],
  );
  const state = useCallback(
    async (kind: string, reference: string | undefined) => {
      await session('/purpose', reference === undefined ? { kind } : { kind, reference });
      await refresh();
    },
    [refresh],
  );
  const changePurpose = useCallback(() => setHeld((now) => now && { ...now, purpose: null }), []);
  const signOut = useCallback(async () => {
    try {
      await session('/sign-out');
    } finally {
      // Nothing of the session stays in memory.
      location.assign('/');
    }
  }, []);

  useEffect(lost, [lost]);
  const known = useMemo(
    () => ({ session: held, trouble, ended, refresh, signIn, state, changePurpose, signOut, lost }),
    [held, trouble, ended, refresh, signIn, state, changePurpose, signOut, lost],
  );
  return <Context value={known}>{children}</Context>;
}
