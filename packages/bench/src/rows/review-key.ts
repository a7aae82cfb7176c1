import type { Row } from '../row.ts';
import type { Tab } from '../stage/chromium.ts';
import { KEPT_ACTIONS, keptPlan } from '../stage/make-up-weeks.ts';
import { openPlanPage } from '../stage/plan-page.ts';
import { openReview } from './reviews.ts';

/** From the press to "saved" on the screen, in milliseconds. */
const SAVED_WITHIN = 150;

/**
 * Listens for the key that records; `window.saved` is how many milliseconds later the item that was open stands in the
 * agenda as dealt with and as saved, painted.
 */
const LISTEN = `window.saved = new Promise((done) => {
  const item = document.querySelector('[data-item][aria-current="step"]').dataset.item;
  const row = () => document.querySelector('[data-item="' + item + '"]');
  document.addEventListener('keydown', function pressed({ key, ctrlKey }) {
    if (key !== 'Enter' || !ctrlKey) return;
    document.removeEventListener('keydown', pressed, true);
    const began = performance.now();
    const look = () => row()?.dataset.state === 'DONE' && row()?.dataset.saved === 'true'
      ? requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)))
      : requestAnimationFrame(look);
    look();
  }, true);
}), 0`;

const HERE = `document.querySelector('[data-item][aria-current="step"]')?.dataset.item`;
const NEXT = (before: string) => `new Promise((done) => {
  const look = () => ${HERE} && ${HERE} !== '${before}' ? setTimeout(done, 300) : requestAnimationFrame(look);
  look();
})`;

async function press(tab: Tab, key: string, text?: string, modifiers = 0): Promise<void> {
  await tab.send('Input.dispatchKeyEvent', {
    type: text ? 'keyDown' : 'rawKeyDown',
    key,
    modifiers,
    ...(text ? { text } : {}),
  });
  await tab.send('Input.dispatchKeyEvent', { type: 'keyUp', key, modifiers });
}

const CONTROL = 2;

/** A colour, a reason, and the key that records them, on the open item; the next opens by itself. */
async function recordOne(tab: Tab): Promise<number> {
  const before = await tab.evaluate<string>(HERE);
  await tab.evaluate(`document.querySelector('[data-item-heading]').focus()`);
  await press(tab, '2', '2');
  await tab.send('Input.insertText', { text: 'The panel met and agreed two carers.' });
  await tab.evaluate(LISTEN);
  await press(tab, 'Enter', undefined, CONTROL);
  const took = await tab.evaluate<number>('window.saved');
  await tab.evaluate(NEXT(before));
  return took;
}

export const reviewKey: Row = {
  name: 'review-key',
  measure: `milliseconds from key to saved on screen in a review of ${KEPT_ACTIONS.toLocaleString('en-GB')} actions, against ${SAVED_WITHIN}`,
  bar: { cost: 1 },
  async prepare(stage) {
    if (stage.chromium === null)
      return { skipped: 'no Chromium on this machine; CHROMIUM_PATH may name one' };
    const plan = await keptPlan(stage);
    const { caller, review } = await openReview(plan);
    const page = await openPlanPage(stage, stage.chromium);
    await page.show(`/plans/${plan.planId}/reviews/${review.id}`, '[data-item][aria-current="step"]');
    return {
      ours: () => recordOne(page.tab),
      against: async () => SAVED_WITHIN,
      async dispose() {
        await page.close();
        const { version } = await caller.reviews.get({ reviewId: review.id });
        await caller.reviews.freeze({ reviewId: review.id, version });
      },
    };
  },
};
