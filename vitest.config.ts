/**
 * Four rings of tests. The unit ring needs nothing; the other three share one real Neo4j (Community
 * edition has one database), so their files run one at a time and each begins by replacing what is there. They run real processes on
 * machines that may be busy: a test that fails is tried once more, and counts as failed only then.
 */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Vite would take the ES modules of graphql, while mercurius takes CommonJS: two copies, which do not know each other's schemas.
const alias = { graphql: fileURLToPath(import.meta.resolve('graphql/index.js')) };
// Files share a process: reading the program anew for each took a fifth of the time.
const shared = { isolate: false };
const oneAtATime = {
  ...shared,
  fileParallelism: false,
  globalSetup: ['tests/support/database.ts'],
  hookTimeout: 240_000,
  retry: 1,
  alias,
};

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], sequence: { groupOrder: 0 }, testTimeout: 60_000, ...shared } },
      { test: { name: 'graph', include: ['tests/graph/**/*.test.ts'], sequence: { groupOrder: 1 }, testTimeout: 180_000, ...oneAtATime } },
      { test: { name: 'api', include: ['tests/api/**/*.test.ts'], sequence: { groupOrder: 2 }, testTimeout: 180_000, ...oneAtATime } },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          sequence: { groupOrder: 3 },
          testTimeout: 120_000,
          ...oneAtATime,
        },
      },
    ],
  },
});
