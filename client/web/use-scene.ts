import { useEffect, useState } from 'react';
import { layoutOf } from './layout.ts';
import type { Scene } from './scene.ts';
import type { Web } from './web-model.ts';

export type Drawn = { is: 'drawing' } | { is: 'drawn'; scene: Scene } | { is: 'failed' };

/** Laid out once for each answer: selecting, the panel and the filter never move anybody. */
export function useScene(web: Web): Drawn {
  const [drawn, setDrawn] = useState<{ web: Web; drawn: Drawn } | null>(null);
  useEffect(() => {
    const control = new AbortController();
    layoutOf(web, control.signal)
      .then((scene) => setDrawn({ web, drawn: { is: 'drawn', scene } }))
      .catch(() => {
        if (!control.signal.aborted) setDrawn({ web, drawn: { is: 'failed' } });
      });
    return () => control.abort();
  }, [web]);
  return drawn?.web === web ? drawn.drawn : { is: 'drawing' };
}
