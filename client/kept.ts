/** What is half typed when a session ends is there again after signing in: in the memory of the page, and only from the one to the other. */
import { useCallback, useEffect, useState } from 'react';

const kept = new Map<string, unknown>();
let ended = false;

/** Told before the page is taken off the screen, and before it comes back. */
export function sessionIs(over: boolean): void {
  ended = over;
}

/** `useState` for something typed; `name`: which field of which form, the same when the form comes back. */
export function useKept<T>(name: string, initial: () => T): [T, (value: T) => void] {
  const [value, setValue] = useState(() => (kept.has(name) ? (kept.get(name) as T) : initial()));
  useEffect(
    () => () => {
      if (!ended) kept.delete(name);
    },
    [name],
  );
  const change = useCallback(
    (next: T) => {
      kept.set(name, next);
      setValue(next);
    },
    [name],
  );
  return [value, change];
}
