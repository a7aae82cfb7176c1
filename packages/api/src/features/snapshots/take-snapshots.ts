import { inTransaction, type Tx } from '@gt/db';
import type { Context } from '../../core/context.ts';
import { fromIsoDate } from '../../core/dates.ts';
import { systemScope } from '../../core/guard.ts';
import { meetingsBetween, RHYTHM_SELECT, rhythmOf } from '../../core/rhythm.ts';
import { takeSnapshot } from './take-snapshot.ts';

/**
 * Late in the evening: where a weekly review was due today and none was frozen, the plan is kept as it stands, once,
 * so that no week is missing. Each plan in a transaction of its own; run again, it goes on with those that are left.
 */
export async function takeSnapshots(ctx: Context): Promise<void> {
  const plans = await ctx.db.plan.findMany({
    where: { deletedAt: null, reviewWeekday: { not: null } },
    select: { id: true, ...RHYTHM_SELECT },
    orderBy: { id: 'asc' },
  });
  for (const plan of plans) {
    const due = meetingsBetween(rhythmOf(plan), ctx.today, ctx.today).some(({ kind }) => kind === 'REVIEW');
    if (due) await inTransaction(ctx.db, (tx) => takeUnlessKept(tx, ctx, plan.id));
  }
}

async function takeUnlessKept(tx: Tx, ctx: Context, planId: string): Promise<void> {
  // Whoever takes one holds this row until it is there, and so does a second run of this job.
  await tx.$queryRaw`SELECT 1 FROM "plan" WHERE "id" = ${planId} FOR UPDATE`;
  const kept = await tx.snapshot.count({
    where: { planId, asAt: fromIsoDate(ctx.today), cause: { in: ['REVIEW', 'SCHEDULE'] } },
  });
  if (kept > 0) return;
  const scope = systemScope({ userId: '', userName: 'Golden Thread' }, ctx);
  await takeSnapshot(tx, scope, { planId, cause: 'SCHEDULE' });
}
