import { inTransaction } from '@gt/db';
import type { Context } from '../../core/context.ts';
import { RHYTHM_SELECT, rhythmOf } from '../../core/rhythm.ts';
import { prepareComing } from './coming-review.ts';

/**
 * Every hour: the next weekly review and the next board of each plan are there to be seen, with those expected at
 * them. Each plan in a transaction of its own; run again, or by two servers at once, it prepares nothing twice.
 */
export async function prepareReviews(ctx: Context): Promise<void> {
  const plans = await ctx.db.plan.findMany({
    where: { deletedAt: null, OR: [{ reviewWeekday: { not: null } }, { boardFirstDate: { not: null } }] },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  const who = { userId: null, userName: 'Golden Thread', now: ctx.now, requestId: ctx.requestId };
  for (const { id } of plans) {
    await inTransaction(ctx.db, async (tx) => {
      // Whoever prepares a review holds this row until it is there, and so does a second run of this job.
      await tx.$queryRaw`SELECT 1 AS "held" FROM "plan" WHERE "id" = ${id} FOR NO KEY UPDATE`;
      const plan = await tx.plan.findFirst({ where: { id, deletedAt: null }, select: RHYTHM_SELECT });
      if (!plan) return;
      const rhythm = rhythmOf(plan);
      await prepareComing(tx, who, { id, rhythm }, 'REVIEW');
      await prepareComing(tx, who, { id, rhythm }, 'BOARD');
    });
  }
}
