import type { IsoDate } from '@gt/contracts/words';
import { inTransaction, type Tx } from '@gt/db';
import { addDays, londonInstant } from '@gt/domain/calendar';
import type { Context } from '../../core/context.ts';
import { fromIsoDate } from '../../core/dates.ts';
import { systemScope } from '../../core/guard.ts';
import { meetingsBetween, RHYTHM_SELECT, type Rhythm, rhythmOf } from '../../core/rhythm.ts';
import { takeSnapshot } from './take-snapshot.ts';

/** From this time on a review that was due that day and is not frozen will not be. */
const LATE = '22:45';

/**
 * Where a weekly review was due and none was frozen, the plan is kept as it stands, once, so that no week is missing:
 * late that evening, or as soon after as a server that was down then is up again. Each plan in a transaction of its
 * own; run again, it goes on with those that are left.
 */
export async function takeSnapshots(ctx: Context): Promise<void> {
  const plans = await ctx.db.plan.findMany({
    where: { deletedAt: null, reviewWeekday: { not: null } },
    select: { id: true, createdAt: true, ...RHYTHM_SELECT },
    orderBy: { id: 'asc' },
  });
  for (const plan of plans) {
    const due = lastDue(rhythmOf(plan), ctx);
    if (due === null || londonInstant(due, LATE) < plan.createdAt) continue;
    await inTransaction(ctx.db, (tx) => takeUnlessKept(tx, ctx, plan.id, due));
  }
}

/** The latest day of the past week on which a review was due and that is late enough by now. */
function lastDue(rhythm: Rhythm, { today, now }: Context): IsoDate | null {
  const late = meetingsBetween(rhythm, addDays(today, -6), today).filter(
    ({ kind, date }) => kind === 'REVIEW' && londonInstant(date, LATE) <= now,
  );
  return late.at(-1)?.date ?? null;
}

async function takeUnlessKept(tx: Tx, ctx: Context, planId: string, since: IsoDate): Promise<void> {
  // Whoever takes one holds this row until it is there, and so does a second run of this job.
  await tx.$queryRaw`SELECT 1 FROM "plan" WHERE "id" = ${planId} FOR UPDATE`;
  const kept = await tx.snapshot.count({
    where: { planId, asAt: { gte: fromIsoDate(since) }, cause: { in: ['REVIEW', 'SCHEDULE'] } },
  });
  if (kept > 0) return;
  const scope = systemScope({ userId: '', userName: 'Golden Thread' }, ctx);
  await takeSnapshot(tx, scope, { planId, cause: 'SCHEDULE' });
}
