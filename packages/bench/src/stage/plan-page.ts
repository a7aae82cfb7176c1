import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openTab, type Tab } from './chromium.ts';
import { runProduct } from './run-product.ts';
import type { Stage } from './stage.ts';

const WEB = fileURLToPath(new URL('../../../../apps/web', import.meta.url));

/** The plan's table in a real browser, signed in, on the made-up plans. */
export type PlanPage = {
  tab: Tab;
  /** Opens the table of a plan and answers after how many milliseconds its first rows were painted. */
  open(planId: string): Promise<number>;
  /** Opens a page of the product and waits until something is there. */
  show(path: string, selector: string): Promise<void>;
  close(): Promise<void>;
};

/** Painted, not only there: a frame after the one that draws the rows. */
const painted = (selector: string) => `new Promise((done) => {
  const look = () => document.querySelector(${JSON.stringify(selector)})
    ? requestAnimationFrame(() => setTimeout(() => done(performance.now())))
    : requestAnimationFrame(look);
  look();
})`;
const FIRST_ROWS = painted('[role="grid"] tbody [data-key]');

export async function openPlanPage(stage: Stage, chromium: string): Promise<PlanPage> {
  const database = await stage.database();
  const product = await runProduct(database, stage.folder, { WEB_DIR: await builtWeb(stage.folder) });
  const tab = await openTab(chromium);
  await tab.send('Emulation.setDeviceMetricsOverride', {
    width: 1440,
    height: 900,
    deviceScaleFactor: 1,
    mobile: false,
  });
  for (const pair of product.headers.cookie?.split('; ') ?? []) {
    const [name = '', ...value] = pair.split('=');
    await tab.send('Network.setCookie', { name, value: value.join('='), url: product.url });
  }
  const go = async (path: string) => {
    await tab.send('Page.navigate', { url: 'about:blank' });
    await tab.send('Page.navigate', { url: `${product.url}${path}` });
  };
  return {
    tab,
    async open(planId) {
      await go(`/plans/${planId}/actions`);
      return tab.evaluate<number>(FIRST_ROWS);
    },
    async show(path, selector) {
      await go(path);
      await tab.evaluate(painted(selector));
    },
    async close() {
      await tab.close();
      await product.stop();
    },
  };
}

/** The pages as they are shipped, built once a run. */
async function builtWeb(folder: string): Promise<string> {
  const target = join(folder, 'web');
  if (existsSync(join(target, 'index.html'))) return target;
  const vite = fileURLToPath(new URL('../../../../node_modules/vite/bin/vite.js', import.meta.url));
  const child = spawn(process.execPath, [vite, 'build', '--outDir', target, '--logLevel', 'error'], {
    cwd: WEB,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error('The pages could not be built');
  return target;
}
