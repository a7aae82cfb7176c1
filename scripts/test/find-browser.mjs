import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { commandFile, inRoot, pinnedNode, toolEnvironment } from '../prepare/paths.mjs';
import { Problem } from '../prepare/problem.mjs';
import { note } from '../prepare/progress.mjs';
import { runCommand } from '../prepare/run-command.mjs';

/** The shell first: the same engine without a browser's own windows, which the tests would wait for too. */
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The browser that the end-to-end tests drive. A machine without one gets one; a machine that cannot get one
 * fails with the list of what was tried, since a skipped browser test proves nothing.
 * @returns {Promise<string>} path of the executable
 */
export async function findBrowser() {
  const asked = process.env.CHROMIUM_PATH;
  if (asked) {
    if (existsSync(asked)) return asked;
    throw new Problem(`CHROMIUM_PATH names ${asked}, and there is no such file.`);
  }
  return (
    (await playwrightsOwn()) ??
    onThisMachine() ??
    (await installed('playwright install chromium', installByPlaywright, playwrightsOwn)) ??
    (await installed('apt-get install chromium-headless-shell', installByApt, onThisMachine)) ??
    notFound()
  );
}

async function playwrightsOwn() {
  const ask = "import { chromium } from 'playwright-core'; console.log(chromium.executablePath())";
  const { code, output } = await runCommand(pinnedNode(), ['--input-type=module', '-e', ask], {
    cwd: inRoot('e2e'),
  });
  const path = output.trim().split('\n').pop() ?? '';
  return code === 0 && path && existsSync(path) ? path : undefined;
}

function onThisMachine() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...candidates, ...places].find((path) => existsSync(path));
}

async function installed(words, install, look) {
  note(`No browser yet; trying ${words}`);
  return (await install()) ? look() : undefined;
}

async function installByPlaywright() {
  const env = toolEnvironment({ PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: undefined });
  const cli = commandFile('@playwright/test', 'playwright');
  const { code } = await runCommand(pinnedNode(), [cli, 'install', 'chromium'], { env, timeoutMs: 180_000 });
  return code === 0;
}

async function installByApt() {
  const debian = existsSync('/etc/os-release') && /debian/i.test(readFileSync('/etc/os-release', 'utf8'));
  if (!debian || process.getuid?.() !== 0) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runCommand('apt-get', ['update'], { env, timeoutMs: 120_000 });
  for (const name of ['chromium-headless-shell', 'chromium']) {
    const { code } = await runCommand('apt-get', ['install', '-y', '--no-install-recommends', name], {
      env,
      timeoutMs: 300_000,
    });
    if (code === 0) return true;
  }
  return false;
}

function notFound() {
  throw new Problem(
    'No browser was found for the end-to-end tests. Tried, in order: CHROMIUM_PATH (not set), the one Playwright ' +
      'downloads, Chromium or Chrome on this machine, "playwright install chromium", and "apt-get install ' +
      'chromium-headless-shell" (Debian, as root). Install Chromium or Chrome, or set CHROMIUM_PATH to one.',
  );
}
