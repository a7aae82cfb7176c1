import { defineConfig } from 'vitest/config';

/** Everything that is made or brought in rather than written. */
const NOT_OURS = ['**/node_modules/**', '**/dist/**', '**/generated/**', 'e2e/**'];

/**
 * Two projects. `unit`: rules and pure functions, no database. `integration`: real PostgreSQL, files and servers;
 * one throw-away PostgreSQL is started for the whole run, and each test file clones a database of its own.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          // Properties are tried on hundreds of made-up values, which takes its time on a busy machine.
          testTimeout: 60_000,
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...NOT_OURS, '**/*.int.test.ts'],
        },
      },
      {
        test: {
          name: 'integration',
          environment: 'node',
          include: ['**/*.int.test.ts'],
          exclude: NOT_OURS,
          globalSetup: ['packages/db/src/testing/global-setup.ts'],
          pool: 'forks',
          maxWorkers: 2,
          // As in the browser: a machine that stood still for a moment is asked once more. The kill harnesses are
          // not: a loss that happens once has happened.
          retry: process.env.CI ? 1 : 0,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
