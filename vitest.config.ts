import { defineConfig } from 'vitest/config';

/** Everything that is made or brought in rather than written. */
const NOT_OURS = ['**/node_modules/**', '**/dist/**', '**/generated/**', 'e2e/**'];

/** They kill processes, or weigh them: each in a process of its own. */
const APART = ['**/kill/**', '**/*.kill.int.test.ts', '**/*memory*.int.test.ts', '**/*.soak.int.test.ts'];

const integration = {
  environment: 'node',
  globalSetup: ['packages/db/src/testing/global-setup.ts'],
  pool: 'forks',
  maxWorkers: 2,
  // As in the browser: a machine that stood still for a moment is asked once more. The kill harnesses are
  // not: a loss that happens once has happened.
  retry: process.env.CI ? 1 : 0,
  testTimeout: 60_000,
  hookTimeout: 60_000,
} as const;

/**
 * `unit`: rules and pure functions, no database. `integration` and `integration-apart`: real PostgreSQL, files and
 * servers; one throw-away PostgreSQL is started for the whole run, and each test file clones a database of its own.
 * Files share a process where they can: reading the same modules anew for each took half of the processor's time.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          isolate: false,
          // Properties are tried on hundreds of made-up values, which takes its time on a busy machine.
          testTimeout: 60_000,
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...NOT_OURS, '**/*.int.test.ts'],
        },
      },
      {
        test: {
          ...integration,
          name: 'integration',
          isolate: false,
          include: ['**/*.int.test.ts'],
          exclude: [...NOT_OURS, ...APART],
        },
      },
      {
        test: {
          ...integration,
          name: 'integration-apart',
          include: APART.map((pattern) => pattern.replace(/\/\*\*$/, '/**/*.int.test.ts')),
          exclude: NOT_OURS,
        },
      },
    ],
  },
});
