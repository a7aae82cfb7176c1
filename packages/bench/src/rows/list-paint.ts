import type { Row } from '../row.ts';
import { openPlanPage, type PlanPage } from '../stage/plan-page.ts';
import type { Stage } from '../stage/stage.ts';

const NO_CHROMIUM = 'no Chromium on this machine; CHROMIUM_PATH may name one';
/** Elements of the page, milliseconds from the press to the paint, and milliseconds of one task. */
const MOST_NODES = 1_500;
const SORT_WITHIN = 100;
const LONGEST_TASK = 50;

let opened: Promise<PlanPage> | undefined;
let users = 0;

/** One browser for all rows of this file: it goes with the last of them. */
async function sharedPage(stage: Stage, chromium: string) {
  users += 1;
  opened ??= openPlanPage(stage, chromium);
  const page = await opened;
  return {
    page,
    dispose: async () => {
      users -= 1;
      if (users > 0) return;
      opened = undefined;
      await page.close();
    },
  };
}

/** A row that holds a figure of the page against its limit, which is the same in every round. */
function limit(
  name: string,
  measure: string,
  most: number,
  look: (page: PlanPage, planId: string) => Promise<number>,
): Row {
  return {
    name,
    measure,
    bar: { cost: 1 },
    async prepare(stage) {
      if (stage.chromium === null) return { skipped: NO_CHROMIUM };
      const { plans } = await stage.database();
      const { page, dispose } = await sharedPage(stage, stage.chromium);
      await page.open(plans.large);
      return { ours: () => look(page, plans.large), against: async () => most, dispose };
    },
  };
}

export const listPaint: Row = {
  name: 'list-paint',
  measure: 'first rows of 10,000 actions on screen, against first rows of 100',
  bar: { cost: 2 },
  async prepare(stage) {
    if (stage.chromium === null) return { skipped: NO_CHROMIUM };
    const { plans } = await stage.database();
    const { page, dispose } = await sharedPage(stage, stage.chromium);
    return { ours: () => page.open(plans.large), against: () => page.open(plans.small), dispose };
  },
};

export const listNodes = limit(
  'list-nodes',
  `elements of the page at 10,000 actions, against ${MOST_NODES.toLocaleString('en-GB')}`,
  MOST_NODES,
  ({ tab }) => tab.evaluate<number>(`document.querySelectorAll('*').length`),
);

/** From the press on a header until the first row is another one, as it is by this column, and painted. */
const SORT = `new Promise((done) => {
  const first = () => document.querySelector('[role="grid"] tbody [data-key]')?.dataset.key;
  const header = [...document.querySelectorAll('[role="columnheader"] button')]
    .find((button) => button.textContent.trim() === 'Updated');
  const before = first();
  const began = performance.now();
  header.click();
  const stale = () => document.querySelector('[data-stale="true"]');
  const look = () => first() !== before && !stale()
    ? requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)))
    : requestAnimationFrame(look);
  look();
})`;

export const listSort = limit(
  'list-sort',
  `milliseconds to sort and paint 10,000 actions, against ${SORT_WITHIN}`,
  SORT_WITHIN,
  async (page, planId) => {
    await page.open(planId);
    await page.tab.evaluate('new Promise((done) => setTimeout(done, 300))');
    return page.tab.evaluate<number>(SORT);
  },
);

/** Two seconds of scrolling, a third of a screen a frame; the longest task on the way, at least a frame's. */
const SCROLL = `new Promise((done) => {
  let longest = 0;
  const watch = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) longest = Math.max(longest, entry.duration);
  });
  watch.observe({ type: 'longtask' });
  const began = performance.now();
  const step = () => {
    window.scrollBy(0, 120);
    if (performance.now() - began < 2000) requestAnimationFrame(step);
    else setTimeout(() => { watch.disconnect(); done(Math.max(longest, 16)); }, 200);
  };
  requestAnimationFrame(step);
})`;

export const listScroll = limit(
  'list-scroll',
  `the longest task, in milliseconds, while 10,000 actions are scrolled, against ${LONGEST_TASK}`,
  LONGEST_TASK,
  async (page, planId) => {
    await page.open(planId);
    await page.tab.evaluate('new Promise((done) => setTimeout(done, 500))');
    return page.tab.evaluate<number>(SCROLL);
  },
);
