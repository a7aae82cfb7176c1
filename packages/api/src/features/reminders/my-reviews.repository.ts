import type { MyReviewsOut } from '@gt/contracts/schemas';
import { type Db, sql } from '@gt/db';
import { askedOf } from '../../core/asked-of.ts';
import { toInstant } from '../../core/dates.ts';
import type { Scope } from '../../core/scope.ts';
import { isOpen } from '../actions/action-sql.ts';
import { loadPlanReviews } from './plan-reviews.ts';
import { wantsUpdate } from './wants-update.ts';

/** The plans in which the person is asked for word of open actions, with what their next review wants. Two statements. */
export async function listMyReviews(db: Db, scope: Scope): Promise<MyReviewsOut> {
  const reviews = await loadPlanReviews(db, scope);
  const rows = await db.$queryRaw<{ planId: string; open: number; wanted: number }[]>`
    SELECT a."planId", count(*)::int AS "open",
      (count(*) FILTER (WHERE ${wantsUpdate(scope.today, sql`review."reviewedAt"`)}))::int AS "wanted"
    FROM (${askedOf(scope.today, { userIds: [scope.userId] })}) asked
    JOIN "action" a ON a."id" = asked."actionId"
    JOIN unnest(${reviews.map(({ planId }) => planId)}::text[],
      ${reviews.map(({ reviewedAt }) => reviewedAt)}::timestamptz[]) AS review("planId", "reviewedAt")
      ON review."planId" = a."planId"
    WHERE ${isOpen} GROUP BY a."planId"`;
  const counts = new Map(rows.map((row) => [row.planId, row]));
  return {
    plans: reviews.flatMap(({ planId, planName, next }) => {
      const count = counts.get(planId);
      if (!count) return [];
      const review = next && { words: next.words, dueAt: toInstant(next.dueAt) };
      return [{ planId, planName, review, open: count.open, wanted: count.wanted }];
    }),
  };
}
