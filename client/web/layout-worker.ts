/** Runs the layout beside the page, so that a large family never stops the reader's keys. */
import { cardsLayout } from './cards.ts';
import { petalLayout } from './petals.ts';
import { MOST_PEOPLE } from './petals/plan.ts';
import type { LayoutReply, LayoutTask } from './layout.ts';

addEventListener('message', (event: MessageEvent<LayoutTask>) => {
  const { turn, web } = event.data;
  const started = performance.now();
  try {
    const layout = web.people.length > MOST_PEOPLE ? cardsLayout : petalLayout;
    const scene = layout(web, web.subject);
    postMessage({ turn, scene, ms: performance.now() - started } satisfies LayoutReply);
  } catch (error) {
    postMessage({ turn, problem: error instanceof Error ? error.name : 'Error', ms: performance.now() - started } satisfies LayoutReply);
  }
});
