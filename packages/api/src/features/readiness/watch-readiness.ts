import { inTransaction } from '@gt/db';
import { systemScope } from '../../core/guard.ts';
import type { JobHandler } from '../../core/job-handler.ts';
import { remindOfAsks } from '../asks/remind-of-asks.ts';
import { remindOfDates } from '../calendar/remind-of-dates.ts';
import { remindOfChecks } from '../closure/remind-of-checks.ts';
import { takePoint, takePoints } from './take-points.ts';

/**
 * Every morning: a point of the trend where the last one is a week old, and a word on sustain checks, on evidence that
 * was asked for and is late, and on approval gates and windows that are near. With a plan named (a review of it was frozen) that plan's point alone.
 */
export const watchReadiness: JobHandler = async (ctx, { planId }) => {
  const scope = systemScope({ userId: '', userName: 'Golden Thread' }, ctx);
  if (planId) {
    await inTransaction(ctx.db, (tx) => takePoint(tx, scope, planId));
    return;
  }
  await takePoints(ctx, scope);
  await inTransaction(ctx.db, (tx) => remindOfChecks(tx, scope));
  await inTransaction(ctx.db, (tx) => remindOfAsks(tx, scope));
  await inTransaction(ctx.db, (tx) => remindOfDates(tx, scope));
};
