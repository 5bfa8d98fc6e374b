/** Where the reader is: the page is the path, everything chosen on it is the fragment (client/fragment.ts). */
import { useMemo } from 'react';
import { navigate, useLocationProperty } from 'wouter/use-browser-location';
import { readFragment, START, writeFragment } from './fragment.ts';
import type { ReadView, View } from './fragment.ts';

export type PagePath =
  | '/'
  | '/child'
  | '/web'
  | '/person'
  | '/chronology'
  | '/review'
  | '/first-held'
  | '/compare-days'
  | '/rests-on'
  | '/county-sweep'
  | '/oversight';

export function addressOf(page: PagePath, view: Partial<View>): string {
  const text = writeFragment({ ...START, ...view });
  return text === '' ? page : `${page}#${text}`;
}

/** Each move is a step of the browser's history: Back undoes it. */
export function go(page: PagePath, view: Partial<View>): void {
  const to = addressOf(page, view);
  // A move to where one is already would make Back do nothing.
  if (to !== location.pathname + location.hash) navigate(to);
}

export function useFragment(): ReadView {
  const hash = useLocationProperty(() => location.hash);
  return useMemo(() => readFragment(hash), [hash]);
}
