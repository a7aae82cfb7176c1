import type { ActionFilter } from '@gt/contracts/schemas';
import { type Db, emptySql, joinSql, type Sql, sql } from '@gt/db';
import { seesWholePlan } from '@gt/domain/authz';
import { notFound } from '../../core/domain-error.ts';
import { LAST_REVIEW_SELECT, lastReviewIn } from '../../core/last-review.ts';
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

/** The tables beside the three that a list may speak of, under the names they have in `loadRawRows`. */
const NAMED: readonly [RegExp, Sql][] = [
  [/\bt\."/, sql`LEFT JOIN "team" t ON t."id" = a."teamId"`],
  [/\bpt\."/, sql`LEFT JOIN "team" pt ON pt."id" = a."partnerTeamId"`],
  [/\bp\."/, sql`LEFT JOIN "post" p ON p."id" = a."ownerPostId"`],
  [/\blp\."/, sql`LEFT JOIN "post" lp ON lp."id" = a."leadPostId"`],
  [/\bu\."/, sql`LEFT JOIN "user" u ON u."id" = a."ownerUserId"`],
];
const BASE: readonly [RegExp, Sql][] = [
  [/\br\."/, sql`JOIN "recommendation" r ON r."id" = a."recommendationId"`],
  [/\bpl\."/, sql`JOIN "plan" pl ON pl."id" = a."planId"`],
];

/** The names that these parts of a statement speak of, joined: nothing is joined that nobody asks for. */
export function namesFor(parts: readonly Sql[]): Sql {
  return joined(NAMED, parts);
}

/** As `namesFor`, for a statement that begins with `a` alone. */
export function joinsFor(parts: readonly Sql[]): Sql {
  return joined([...BASE, ...NAMED], parts);
}

function joined(tables: readonly [RegExp, Sql][], parts: readonly Sql[]): Sql {
  const asked = tables.filter(([name]) => parts.some((part) => name.test(part.sql)));
  return asked.length === 0
    ? emptySql
    : joinSql(
        asked.map(([, join]) => join),
        ' ',
      );
}

/** Asks the database only when the filter names the last review. Throws NOT_FOUND for a plan that is not there then. */
export async function selectActions(
  db: Db,
  scope: Scope,
  planId: string,
  filter: ActionFilter,
): Promise<SelectedActions> {
  return {
    from: FROM,
    visible: sql`${placedIn(scope, planId, filter)} AND ${isVisible(scope)}`,
    conditions: filterConditions(scope, filter, await lastReviewOf(db, scope, planId, filter)),
  };
}

/**
 * The actions that stand in the plan; or, when asked for, those of other plans that answer its recommendations. Who sees
 * only their own actions is told of no other plan.
 */
function placedIn(scope: Scope, planId: string, { fromOtherPlans }: ActionFilter): Sql {
  if (!fromOtherPlans || !seesWholePlan(scope.roles)) return sql`a."planId" = ${planId}`;
  return sql`a."id" IN (SELECT s."actionId" FROM "also_serves" s JOIN "recommendation" sr ON sr."id" = s."recommendationId"
    JOIN "action" o ON o."id" = s."actionId" JOIN "plan" op ON op."id" = o."planId" AND op."deletedAt" IS NULL
    WHERE sr."planId" = ${planId} AND o."planId" <> ${planId})`;
}

/** When the plan was last reviewed, if the filter asks for it; undefined without a statement otherwise. */
export async function lastReviewOf(
  db: Db,
  scope: Scope,
  planId: string,
  filter: ActionFilter,
): Promise<Date | undefined> {
  if (filter.changedSince !== 'LAST_REVIEW') return undefined;
  const plan = await db.plan.findFirst({
    where: { id: planId, deletedAt: null },
    select: LAST_REVIEW_SELECT,
  });
  if (!plan) throw notFound('plan');
  return lastReviewIn(plan, scope.now);
}
