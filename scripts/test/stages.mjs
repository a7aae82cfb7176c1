import { join } from 'node:path';
import { buildWeb, webFreshness } from '../prepare/build-web.mjs';
import { commandFile, inRoot, pinnedNode, toolEnvironment } from '../prepare/paths.mjs';
import { runCommand } from '../prepare/run-command.mjs';
import { audit } from './audit.mjs';
import { countChecks, countPlaywright, countVitest } from './count-results.mjs';
import { findBrowser } from './find-browser.mjs';

/**
 * One stage of `npm test`. `run` prints its own output and answers how many tests or checks passed and failed;
 * undefined means that it could not be run here and proves nothing either way.
 * @typedef {{ passed: number, failed: number, skipped?: number } | undefined} Result
 * @typedef {{ name: string, about: string, kind: 'check' | 'test', run: (folder: string) => Promise<Result> }} Stage
 *   folder: where the stage may leave its reports
 */

const node = (args, options = {}) =>
  runCommand(pinnedNode(), args, { show: true, ...options, env: toolEnvironment(options.env) });

/** A tool whose exit code is the whole answer: one check. */
const tool = (args, options) => async () => {
  const { code } = await node(args(), options);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
};

/** A script of ours that counts its own checks. */
const script = (name) => async (folder) => {
  const report = join(folder, `${name}.json`);
  const { code } = await node([inRoot('scripts', `${name}.mjs`)], { env: { CHECK_RESULT_FILE: report } });
  return honest(countChecks(report), code);
};

/** A tool that ended badly without naming a failed test has failed all the same. */
function honest(counts, code) {
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

const vitest = (project) => async (folder) => {
  const report = join(folder, `${project.replace('*', '')}.json`);
  const { code } = await node([
    commandFile('vitest'),
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  return honest(countVitest(report), code);
};

async function advisories() {
  const { state, words } = await audit();
  console.log(state === 'not run' ? `npm audit: not run (${words})` : `npm audit: ${words}`);
  if (state === 'not run') return undefined;
  return state === 'clean' ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function build() {
  if (webFreshness().fresh) console.log('the built screens are up to date');
  await buildWeb();
  return { passed: 1, failed: 0 };
}

async function endToEnd(folder) {
  const browser = await findBrowser();
  console.log(`browser: ${browser}`);
  const report = join(folder, 'e2e.json');
  const { code } = await node(
    [
      commandFile('@playwright/test', 'playwright'),
      'test',
      '--config',
      inRoot('e2e', 'playwright.config.ts'),
      '--reporter=list,json',
      '--output',
      join(folder, 'e2e'),
    ],
    {
      env: {
        CHROMIUM_PATH: browser,
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      },
    },
  );
  return honest(countPlaywright(report), code);
}

/** @type {Stage[]} */
export const stages = [
  {
    name: 'lint',
    about: 'formatting and lint',
    kind: 'check',
    run: tool(() => [commandFile('@biomejs/biome'), 'ci', '.', '--max-diagnostics=50']),
  },
  { name: 'house', about: 'rules of the house', kind: 'check', run: script('house-rules') },
  {
    name: 'types',
    about: 'types of every package',
    kind: 'check',
    run: tool(() => [
      commandFile('turbo'),
      'run',
      'types',
      '--continue',
      '--concurrency=2',
      '--output-logs=errors-only',
    ]),
  },
  { name: 'boundaries', about: 'who imports whom', kind: 'check', run: script('boundaries') },
  {
    name: 'knip',
    about: 'unused files, exports and dependencies',
    kind: 'check',
    run: tool(() => [commandFile('knip'), '--no-progress', '--no-config-hints']),
  },
  { name: 'audit', about: 'known holes in what is shipped', kind: 'check', run: advisories },
  { name: 'unit', about: 'rules and pure functions', kind: 'test', run: vitest('unit') },
  {
    name: 'integration',
    about: 'real database, files and servers',
    kind: 'test',
    run: vitest('integration*'),
  },
  { name: 'build', about: 'the screens, for production', kind: 'test', run: build },
  { name: 'bundle', about: 'weight of the screens', kind: 'test', run: script('bundle-budget') },
  { name: 'e2e', about: 'a real browser on the production build', kind: 'test', run: endToEnd },
];
