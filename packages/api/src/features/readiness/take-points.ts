import { inTransaction, type Tx } from '@gt/db';
import { addDays } from '@gt/domain/calendar';
import type { Context } from '../../core/context.ts';
import { fromIsoDate } from '../../core/dates.ts';
import type { Scope } from '../../core/scope.ts';
import { readinessOf } from '../packs/readiness-of.ts';
import { countsOf, loadReadinessFacts } from './load-readiness.ts';

/** A point of the trend is wanted at least so often, in days. */
const POINT_DAYS = 7;

/** Plans without a point in the last week are given one. Run again, it goes on with those that are left. */
export async function takePoints(ctx: Context, scope: Scope): Promise<void> {
  const since = fromIsoDate(addDays(ctx.today, 1 - POINT_DAYS));
  const plans = await ctx.db.$queryRaw<{ id: string }[]>`
    SELECT pl."id" FROM "plan" pl WHERE pl."deletedAt" IS NULL AND NOT EXISTS (
      SELECT 1 FROM "readiness_point" p WHERE p."planId" = pl."id" AND p."takenOn" >= ${since}::date)
    ORDER BY pl."id"`;
  for (const { id } of plans) await inTransaction(ctx.db, (tx) => takePoint(tx, scope, id));
}

/** Keeps how ready the plan is today; of one day the last answer stays. */
export async function takePoint(tx: Tx, scope: Scope, planId: string): Promise<void> {
  const answer = readinessOf(await loadReadinessFacts(tx, scope, planId), scope.today);
  const { items, ready, recommendations } = countsOf(answer, scope.today);
  const byReference = Object.fromEntries(
    answer.recommendations.map((row) => [row.reference, row.items.length]),
  );
  const point = { items, ready, recommendations, byReference };
  const takenOn = fromIsoDate(scope.today);
  await tx.readinessPoint.upsert({
    where: { planId_takenOn: { planId, takenOn } },
    create: { planId, takenOn, ...point },
    update: point,
    select: { planId: true },
  });
}
