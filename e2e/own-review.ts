import type { BrowserContext, Page } from '@playwright/test';
import { expect } from './fixtures.ts';
import { call, makeOwnPlan } from './own-plan.ts';

export const LEAD = 'Programme Lead';
export const LONG_AGO = '2026-01-05';
const PAST = '2026-02-02';

/** Nobody prepares a review for a day that is past. */
const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);

type Prepared = { planId: string; reviewId: string; path: string; actionIds: string[] };

/** A plan of the test's own with so many overdue actions, and its review, opened with whoever asks in the chair. */
export async function openReview(context: BrowserContext, count: number, isOpen = true): Promise<Prepared> {
  const actions = Array.from({ length: count }, (_, at) => ({
    title: `Approve foster carers, part ${at + 1}`,
    startDate: LONG_AGO,
    dueDate: PAST,
  }));
  const { planId, actionIds } = await makeOwnPlan(context.request, actions);
  const { id: reviewId, version } = await call<{ id: string; version: number }>(
    context.request,
    'reviews.prepare',
    { planId, heldOn: tomorrow(), startTime: '10:00', idempotencyKey: crypto.randomUUID() },
  );
  if (isOpen) await call(context.request, 'reviews.open', { reviewId, version });
  return { planId, reviewId, path: `/plans/${planId}/reviews/${reviewId}`, actionIds };
}

export const heading = (page: Page) => page.locator('[data-item-heading]');
/** The first look at a meeting waits for its scripts too. */
export const enter = async (page: Page, path: string) => {
  await page.goto(path);
  await expect(heading(page)).toContainText('part 1', { timeout: 60_000 });
};
export const noteOf = (page: Page) => page.getByRole('textbox', { name: /^Note/ });
export const row = (page: Page, reference: string) =>
  page.locator('[data-item]').filter({ hasText: new RegExp(`^${reference.replace('.', '\\.')} `) });
