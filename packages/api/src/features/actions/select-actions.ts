import type { ActionFilter } from '@gt/contracts/schemas';
import { type Db, type Sql, sql } from '@gt/db';
import { lastReviewAt } from '@gt/domain/review';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { filterConditions } from './action-filter.ts';
import { isVisible } from './action-sql.ts';

/** The actions of a plan that a filter lets through and a person may see, as parts of a statement. */
export type SelectedActions = {
  /** `a` ("action"), `r` ("recommendation") and `pl` ("plan"). */
  from: Sql;
  /** Of the plan, and seen by the person: the whole that `conditions` narrow. Speaks of `a` alone. */
  visible: Sql;
  conditions: Sql[];
};

/**
 * An action is in its recommendation's plan. Said here, it lets a page in reference order stop after the first
 * recommendations instead of sorting the plan.
 */
const FROM = sql`FROM "action" a
  JOIN "recommendation" r ON r."id" = a."recommendationId" AND r."planId" = a."planId"
  JOIN "plan" pl ON pl."id" = a."planId"`;

/** Asks the database only when the filter names the last review. Throws NOT_FOUND for a plan that is not there then. */
export async function selectActions(
  db: Db,
  scope: Scope,
  planId: string,
  filter: ActionFilter,
): Promise<SelectedActions> {
  return {
    from: FROM,
    visible: sql`a."planId" = ${planId} AND ${isVisible(scope)}`,
    conditions: filterConditions(scope, filter, await lastReviewOf(db, scope, planId, filter)),
  };
}

/** When the plan's latest weekly review began, if the filter asks for it; undefined without a statement otherwise. */
export async function lastReviewOf(
  db: Db,
  scope: Scope,
  planId: string,
  filter: ActionFilter,
): Promise<Date | undefined> {
  if (filter.changedSince !== 'LAST_REVIEW') return undefined;
  const plan = await db.plan.findFirst({
    where: { id: planId, deletedAt: null },
    select: { reviewWeekday: true, reviewTime: true },
  });
  if (!plan) throw notFound('plan');
  return lastReviewAt(plan, scope.now);
}
