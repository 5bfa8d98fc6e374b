#!/usr/bin/env node
/** `npm run check:crowd [-- --users 400 --seconds 60]`: the long form of tests/api/crowd.test.ts. */
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { run } from './packages.mjs';

const { values } = parseArgs({ options: { users: { type: 'string', default: '400' }, seconds: { type: 'string', default: '60' } } });
process.env.KITH_CROWD_USERS = values.users;
process.env.KITH_CROWD_SECONDS = values.seconds;
process.exitCode = await run(process.execPath, [
  fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url)),
  'run',
  '--project',
  'api',
  'crowd',
]);
