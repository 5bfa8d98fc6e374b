/** The same picture as SVG in the page, for readers who have asked for forced colours: a canvas ignores those. */
import { trustedSvg } from '../trusted.ts';
import type { Canvas } from './canvas.ts';
import type { Scene } from './scene.ts';
import { pictureSvg } from './svg.ts';

const FIT_PADDING = 14;

export function openSvgCanvas(
  container: HTMLElement,
  scene: Scene,
  onView: (view: { x: number; y: number; zoom: number }) => void,
): Canvas {
  container.innerHTML = trustedSvg(
    `<svg xmlns="http://www.w3.org/2000/svg" class="kith" width="100%" height="100%" aria-hidden="true"><g>${pictureSvg(scene)}</g></svg>`,
  );
  const group = container.querySelector('g');
  let view = { x: 0, y: 0, zoom: 1 };
  const show = (next: typeof view) => {
    view = next;
    group?.setAttribute('transform', `translate(${view.x} ${view.y}) scale(${view.zoom})`);
    onView(view);
  };
  const fit = () => {
    const [w, h] = [container.clientWidth, container.clientHeight];
    const zoom = Math.min(1.4, (w - 2 * FIT_PADDING) / scene.box.w, (h - 2 * FIT_PADDING) / scene.box.h);
    if (zoom > 0) show({ zoom, x: w / 2 - (scene.box.x + scene.box.w / 2) * zoom, y: h / 2 - (scene.box.y + scene.box.h / 2) * zoom });
  };
  fit();
  return {
    fit,
    zoom: (factor) => {
      const zoom = Math.min(4, Math.max(0.1, view.zoom * factor));
      const [cx, cy] = [container.clientWidth / 2, container.clientHeight / 2];
      show({ zoom, x: cx - ((cx - view.x) / view.zoom) * zoom, y: cy - ((cy - view.y) / view.zoom) * zoom });
    },
    pan: (dx, dy) => show({ ...view, x: view.x + dx, y: view.y + dy }),
    // Nothing is dimmed: with forced colours a dimmed thing would look like one that is not there.
    light: () => {},
    reveal: (at) => {
      const [px, py] = [at.x * view.zoom + view.x, at.y * view.zoom + view.y];
      const room = 60;
      const dx = px < room ? room - px : Math.min(0, container.clientWidth - room - px);
      const dy = py < room ? room - py : Math.min(0, container.clientHeight - room - py);
      if (dx !== 0 || dy !== 0) show({ ...view, x: view.x + dx, y: view.y + dy });
    },
    resize: fit,
    close: () => container.replaceChildren(),
  };
}
