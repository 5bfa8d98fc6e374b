#!/usr/bin/env node
/** `npm run check:two-worlds [-- --pairs 2000 --seed 1]`: the long form of tests/graph/two-worlds.test.ts. */
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { run } from './packages.mjs';

const { values } = parseArgs({ options: { pairs: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' } } });
process.env.KITH_PAIRS = values.pairs;
process.env.KITH_SEED = values.seed;
console.log(`Comparing ${values.pairs} pairs of sessions from seed ${values.seed}.`);
process.exitCode = await run(process.execPath, [
  fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url)),
  'run',
  '--project',
  'graph',
  'two-worlds',
]);
