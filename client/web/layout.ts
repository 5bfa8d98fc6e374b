import layoutWorker from './layout-worker.ts?worker&url';
import { trustedScript } from '../trusted.ts';
import type { Scene } from './scene.ts';
import type { Web } from './web-model.ts';

export interface LayoutTask {
  turn: number;
  web: Web;
}
export type LayoutReply = { turn: number; ms: number } & ({ scene: Scene } | { problem: string });

let worker: Worker | null = null;
let turns = 0;

/** The picture of a web, made in a worker. A layout that is no longer wanted is stopped with `signal`. @throws Error when there is none to show */
export function layoutOf(web: Web, signal: AbortSignal): Promise<Scene> {
  worker ??= new Worker(trustedScript(layoutWorker), { type: 'module' });
  const own = worker;
  const turn = ++turns;
  return new Promise((resolve, reject) => {
    const done = () => {
      own.removeEventListener('message', heard);
      own.removeEventListener('error', failed);
      signal.removeEventListener('abort', stopped);
    };
    const heard = ({ data }: MessageEvent<LayoutReply>) => {
      if (data.turn !== turn) return;
      done();
      if ('scene' in data) resolve(data.scene);
      else reject(new Error(`The picture could not be laid out (${data.problem}).`));
    };
    const failed = () => {
      done();
      worker = null;
      reject(new Error('The picture could not be laid out (no worker).'));
    };
    // A worker cannot be interrupted, only ended; the next layout starts another.
    const stopped = () => {
      done();
      own.terminate();
      if (worker === own) worker = null;
      reject(new DOMException('No longer wanted.', 'AbortError'));
    };
    own.addEventListener('message', heard);
    own.addEventListener('error', failed);
    signal.addEventListener('abort', stopped);
    own.postMessage({ turn, web } satisfies LayoutTask);
  });
}
