/** The page of client/, built into dist/client when that is missing or older than its sources. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { cloneRoot } from '../config.ts';

export async function buildPage(say: (line: string) => void): Promise<void> {
  const client = path.join(cloneRoot, 'client');
  const built = path.join(cloneRoot, 'dist', 'client', 'index.html');
  // Some of its words and kinds are the server's own.
  if (existsSync(built) && statSync(built).mtimeMs > Math.max(newestIn(client), newestIn(path.join(cloneRoot, 'server')))) return;
  say('Building the page.');
  // Only needed here, and slow to load.
  const { build } = await import('vite');
  await build({ configFile: path.join(client, 'vite.config.ts'), logLevel: 'error' });
}

function newestIn(folder: string): number {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file));
  return Math.max(...files.map((file) => statSync(file).mtimeMs));
}
