#!/usr/bin/env node
/** `npm run check:kills [-- --kills 50]`: the long form of tests/api/killed.test.ts. */
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { run } from './packages.mjs';

const { values } = parseArgs({ options: { kills: { type: 'string', default: '50' } } });
process.env.KITH_KILLS = values.kills;
process.exitCode = await run(process.execPath, [
  fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url)),
  'run',
  '--project',
  'api',
  'killed',
]);
