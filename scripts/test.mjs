#!/usr/bin/env node
/** `npm test`: the same set-up as `npm start`, Chromium as well, then everything; what cannot run fails. */
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { endWithParent } from './parent.mjs';
import { getPackages, run } from './packages.mjs';
import { getSystemPrograms } from './system.mjs';

const given = process.argv.slice(2);
endWithParent();

await getPackages();
await getSystemPrograms({ mayInstall: !given.includes('--no-system-packages'), chromium: true });

const parts = [
  ['types', 'typescript/bin/tsc', ['--noEmit']],
  ['lint', 'oxlint/bin/oxlint', []],
  ['format', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '**/*.{ts,tsx,mjs}']],
  ['tests', 'vitest/vitest.mjs', ['run', ...given.filter((argument) => argument !== '--no-system-packages')]],
];
for (const [name, program, args] of parts) {
  console.log(`\n${name}`);
  const file = fileURLToPath(new URL(`../node_modules/${program}`, import.meta.url));
  const code = await run(process.execPath, [file, ...args]);
  if (code !== 0) {
    console.error(`\nnpm test: ${name} failed.`);
    process.exit(code);
  }
}
