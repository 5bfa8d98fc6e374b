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

/** One after another, but the parts of one step side by side. */
const steps = [
  [
    ['types', 'typescript/bin/tsc', ['--noEmit']],
    ['lint', 'oxlint/bin/oxlint', []],
    ['format', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '**/*.{ts,tsx,mjs}']],
  ],
  [['tests', 'vitest/vitest.mjs', ['run', ...given.filter((argument) => argument !== '--no-system-packages')]]],
];
for (const parts of steps) {
  console.log(`\n${parts.map(([name]) => name).join(', ')}`);
  const codes = await Promise.all(
    parts.map(([, program, args]) =>
      run(process.execPath, [fileURLToPath(new URL(`../node_modules/${program}`, import.meta.url)), ...args]),
    ),
  );
  const failed = parts.filter((_, at) => codes[at] !== 0);
  if (failed.length > 0) {
    console.error(`\nnpm test: ${failed.map(([name]) => name).join(', ')} failed.`);
    process.exit(codes.find((code) => code !== 0));
  }
}
