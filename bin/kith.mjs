#!/usr/bin/env node
/** `npx kith` in a clone: runs server/kith.ts as it stands, without a build. */
import { existsSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { endWithParent } from '../scripts/parent.mjs';

const root = new URL('../', import.meta.url);

if (!existsSync(new URL('node_modules/tsx/package.json', root))) {
  console.error('The packages of this clone are missing: run "npm install" first, or "npm start", which does it all.');
  process.exit(2);
}
// Under npm or npx.
if (process.env.npm_execpath !== undefined) endWithParent();

const settings = fileURLToPath(new URL('.env', root));
// What is set in the shell wins over the file.
if (existsSync(settings)) process.loadEnvFile(settings);

const { register } = await import('tsx/esm/api');
register();
await import(new URL('server/kith.ts', root).href);
