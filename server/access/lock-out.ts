/**
 * Wrong passwords are counted for each name that is typed, known or not: a name that is refused for a
 * while does not tell that it exists. Kept in memory, so a restart forgets it.
 */
export interface LockOut {
  /** Minutes until this name may be tried again; 0 when it may. */
  minutesLeft(user: string): number;
  failed(user: string): void;
  succeeded(user: string): void;
}

const mostFailures = 5;
const lockedMs = 15 * 60_000;
/** More names than this are only typed by a program; the oldest are forgotten. */
const mostNames = 10_000;

export function openLockOut(now: () => number = Date.now): LockOut {
  const failures = new Map<string, { count: number; last: number }>();
  const current = (user: string): { count: number; last: number } | undefined => {
    const known = failures.get(user);
    if (known !== undefined && now() - known.last >= lockedMs) failures.delete(user);
    return failures.get(user);
  };
  return {
    minutesLeft: (user) => {
      const known = current(user);
      return known !== undefined && known.count >= mostFailures ? Math.ceil((known.last + lockedMs - now()) / 60_000) : 0;
    },
    failed: (user) => {
      const count = (current(user)?.count ?? 0) + 1;
      failures.delete(user);
      failures.set(user, { count, last: now() });
      const oldest = failures.keys().next();
      if (failures.size > mostNames && oldest.done !== true) failures.delete(oldest.value);
    },
    succeeded: (user) => failures.delete(user),
  };
}
