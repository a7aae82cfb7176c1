import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];
const executablePath = process.env.CHROMIUM_PATH ?? SYSTEM_BROWSERS.find((path) => existsSync(path));
const ALONE = /review-restart\.spec\.ts$/;
const isRoot = process.getuid?.() === 0;

/** The production build, a real server with its own PostgreSQL and sample plan, a real browser. */
export default defineConfig({
  testDir: '.',
  globalSetup: './start-server.ts',
  fullyParallel: false,
  // The server, PostgreSQL and the browser share two cores with the tests.
  workers: 2,
  retries: process.env.CI ? 1 : 0,
  // A journey with its looks at three widths and two schemes; on a busy machine each takes its time.
  timeout: 240_000,
  expect: { timeout: 20_000 },
  // What is held to seconds has the machine to itself, after all others.
  projects: [
    { name: 'journeys', testMatch: '*.spec.ts', testIgnore: ALONE },
    { name: 'alone', testMatch: ALONE, dependencies: ['journeys'] },
  ],
  reporter: [['list']],
  outputDir: process.env.E2E_OUTPUT_DIR ?? '../test-results/e2e',
  use: {
    viewport: { width: 1440, height: 900 },
    actionTimeout: 20_000,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        ...(isRoot ? ['--no-sandbox'] : []),
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
