#!/usr/bin/env node
/** `npm start`: what is missing is fetched, then `kith start --demo` runs in this very process. */
import process from 'node:process';
import { endWithParent } from './parent.mjs';
import { getPackages } from './packages.mjs';
import { getSystemPrograms } from './system.mjs';

const own = ['--no-system-packages'];
const given = process.argv.slice(2);
endWithParent();

await getPackages();
await getSystemPrograms({ mayInstall: !given.includes('--no-system-packages'), chromium: false });

process.argv.splice(2, Infinity, 'start', '--demo', ...given.filter((argument) => !own.includes(argument)));
await import('../bin/kith.mjs');
