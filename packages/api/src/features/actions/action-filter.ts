import type { ActionFilter } from '@gt/contracts/schemas';
import type { IsoDate } from '@gt/contracts/words';
import { emptySql, type Sql, sql } from '@gt/db';
import { addDays } from '@gt/domain/calendar';
import { isAccepted, isExpired, SHOWS_DIFFERENCE } from '../../core/evidence-sql.ts';
import type { Scope } from '../../core/scope.ts';
import {
  calculatedRagSql,
  hasEvidence,
  hasMeasure,
  hasOpenMilestone,
  isMine,
  isMismatchSql,
  isOpen,
  isSilentSql,
  movedBySql,
  owesWordsSql,
  shownRagSql,
  timesMovedSql,
  waitsForLateSql,
} from './action-sql.ts';
import { filledConditions } from './filter-filled.ts';
import { ownerConditions } from './filter-owners.ts';
import { searchConditions } from './search-words.ts';

/** "Due soon" means due today or within this many days. */
export const DUE_SOON_DAYS = 14;

/**
 * The filter of the plan's table as conditions over `a` ("action"), `r` ("recommendation") and `pl` (its "plan").
 * `lastReviewAt` is the instant that `changedSince: 'LAST_REVIEW'` stands for.
 */
export function filterConditions(scope: Scope, filter: ActionFilter, lastReviewAt?: Date): Sql[] {
  return [
    ...ownerConditions(scope, filter),
    ...placeConditions(filter),
    ...standingConditions(scope, filter),
    ...dateConditions(scope, filter),
    ...updateConditions(scope, filter, lastReviewAt),
    ...partConditions(scope, filter),
    ...filledConditions(filter),
    ...(filter.q ? searchConditions(filter.q) : []),
  ];
}

function placeConditions(filter: ActionFilter): Sql[] {
  const { recommendationId, recommendationIds, judgementAreas, inspectionIds, categories } = filter;
  const found: Sql[] = [];
  if (inspectionIds) found.push(sql`r."inspectionId" = ANY(${inspectionIds}::text[])`);
  if (categories) found.push(sql`r."category" = ANY(${categories}::"ItemCategory"[])`);
  if (filter.answersElsewhere) {
    found.push(sql`EXISTS (SELECT 1 FROM "also_serves" s JOIN "recommendation" sr ON sr."id" = s."recommendationId"
      WHERE s."actionId" = a."id" AND sr."planId" <> a."planId")`);
  }
  if (recommendationId) found.push(sql`a."recommendationId" = ${recommendationId}`);
  if (recommendationIds) {
    found.push(sql`(a."recommendationId" = ANY(${recommendationIds}::text[]) OR EXISTS (
      SELECT 1 FROM "also_serves" s
      WHERE s."actionId" = a."id" AND s."recommendationId" = ANY(${recommendationIds}::text[])))`);
  }
  if (judgementAreas) found.push(sql`r."judgementAreas" && ${judgementAreas}::text[]`);
  return found;
}

function standingConditions(scope: Scope, filter: ActionFilter): Sql[] {
  const { statuses, rags, calculatedRags, priorities, acceptances, mismatch, percent } = filter;
  const found: Sql[] = [];
  if (statuses) found.push(sql`a."status" = ANY(${statuses}::"DeliveryStatus"[])`);
  if (priorities) found.push(sql`a."priority" = ANY(${priorities}::"Priority"[])`);
  if (acceptances) found.push(sql`a."acceptance" = ANY(${acceptances}::"Acceptance"[])`);
  if (rags) found.push(sql`${shownRagSql} = ANY(${rags}::text[])`);
  if (calculatedRags) found.push(sql`${calculatedRagSql(scope)} = ANY(${calculatedRags}::text[])`);
  if (mismatch) found.push(isMismatchSql(scope, mismatch === 'UNEXPLAINED'));
  if (percent?.from !== undefined) found.push(sql`a."percentComplete" >= ${percent.from}`);
  if (percent?.to !== undefined) found.push(sql`a."percentComplete" <= ${percent.to}`);
  return found;
}

export function isOverdueSql(scope: Scope): Sql {
  return sql`(${isOpen} AND a."dueDate" < ${scope.today}::date)`;
}

function dateConditions(scope: Scope, filter: ActionFilter): Sql[] {
  const { due, originalDue, startDate } = filter;
  const found: Sql[] = [];
  if (due) found.push(dueCondition(scope, due));
  if (originalDue) found.push(within(sql`a."originalDueDate"`, originalDue));
  if (filter.pastOriginal) found.push(sql`(${isOpen} AND a."originalDueDate" < ${scope.today}::date)`);
  if (startDate || filter.noStartDate) {
    const none = sql`a."startDate" IS NULL`;
    const inSpan = startDate && within(sql`a."startDate"`, startDate);
    found.push(inSpan && filter.noStartDate ? sql`(${inSpan} OR ${none})` : (inSpan ?? none));
  }
  if (filter.movedBy) found.push(sql`${movedBySql} = ${filter.movedBy}`);
  if (filter.movedAtLeast) found.push(sql`${timesMovedSql} >= ${filter.movedAtLeast}`);
  if (filter.pendingDueDate) {
    found.push(sql`EXISTS (SELECT 1 FROM "due_date_request" q
      WHERE q."actionId" = a."id" AND q."state" = 'PENDING')`);
  }
  return found;
}

function dueCondition(scope: Scope, due: NonNullable<ActionFilter['due']>): Sql {
  if (due === 'OVERDUE') return isOverdueSql(scope);
  if (due === 'NO_DATE') return sql`a."dueDate" IS NULL`;
  if (due === 'DUE_14') {
    const until = addDays(scope.today, DUE_SOON_DAYS);
    return sql`(${isOpen} AND a."dueDate" BETWEEN ${scope.today}::date AND ${until}::date)`;
  }
  return within(sql`a."dueDate"`, due);
}

function within(column: Sql, span: { from?: IsoDate | undefined; to?: IsoDate | undefined }): Sql {
  return sql`(${column} IS NOT NULL
    ${span.from ? sql`AND ${column} >= ${span.from}::date` : emptySql}
    ${span.to ? sql`AND ${column} <= ${span.to}::date` : emptySql})`;
}

function updateConditions(scope: Scope, filter: ActionFilter, lastReviewAt: Date | undefined): Sql[] {
  const found: Sql[] = [];
  const updatedOn = sql`(a."lastUpdateAt" AT TIME ZONE 'Europe/London')::date`;
  if (filter.updatedSince) found.push(sql`${updatedOn} >= ${filter.updatedSince}::date`);
  if (filter.notUpdatedSince) {
    found.push(sql`(a."lastUpdateAt" IS NULL OR ${updatedOn} < ${filter.notUpdatedSince}::date)`);
  }
  if (filter.neverUpdated) found.push(sql`a."lastUpdateAt" IS NULL`);
  if (filter.silent) found.push(isSilentSql(scope));
  if (filter.updatesInTime) found.push(sql`(${owesWordsSql(scope)} AND NOT ${isSilentSql(scope)})`);
  const { changedSince } = filter;
  if (changedSince) {
    found.push(
      isChangedSince(changedSince === 'LAST_REVIEW' ? (lastReviewAt ?? scope.now) : new Date(changedSince)),
    );
  }
  return found;
}

/** Its own fields, an update, a milestone, or what is linked as evidence. */
export function isChangedSince(at: Date): Sql {
  return sql`(a."changedAt" > ${at} OR a."lastUpdateAt" > ${at}
    OR EXISTS (SELECT 1 FROM "milestone" m WHERE m."actionId" = a."id" AND m."changedAt" > ${at})
    OR EXISTS (SELECT 1 FROM "evidence_link" l JOIN "evidence" e ON e."id" = l."evidenceId"
      WHERE l."actionId" = a."id" AND e."changedAt" > ${at}))`;
}

/** What hangs on an action, or is missing from it. */
function partConditions(scope: Scope, filter: ActionFilter): Sql[] {
  const found: Sql[] = [];
  const live = sql`a."status" <> 'CANCELLED'`;
  const { evidence, milestones, milestoneDue } = filter;
  // What is cancelled needs none, and the position counts it so.
  if (filter.noEvidence || evidence === 'NONE') found.push(sql`(${live} AND NOT ${hasEvidence()})`);
  if (evidence === 'WAITING') found.push(hasEvidence(sql`AND e."state" = 'SUBMITTED'`));
  if (evidence === 'RETURNED') found.push(hasEvidence(sql`AND e."state" = 'RETURNED'`));
  if (evidence === 'ACCEPTED') found.push(hasEvidence(sql`AND ${isAccepted(scope)}`));
  if (evidence === 'EXPIRED') found.push(hasEvidence(sql`AND ${isExpired(scope)}`));
  if (evidence === 'NO_IMPACT') {
    found.push(sql`(${live} AND NOT ${hasEvidence(sql`AND ${isAccepted(scope)} AND ${SHOWS_DIFFERENCE}`)})`);
  }
  if (milestoneDue) {
    found.push(sql`(${isOpen} AND ${hasOpenMilestone(sql`AND ${within(sql`m."dueDate"`, milestoneDue)}`)})`);
  }
  if (milestones === 'OPEN') found.push(hasOpenMilestone());
  if (milestones === 'LATE') found.push(hasOpenMilestone(sql`AND m."dueDate" < ${scope.today}::date`));
  if (milestones === 'NONE') {
    found.push(sql`NOT EXISTS (SELECT 1 FROM "milestone" m
      WHERE m."actionId" = a."id" AND m."deletedAt" IS NULL)`);
  }
  if (filter.waitsForLate) found.push(waitsForLateSql(scope));
  if (filter.noMeasure) found.push(sql`NOT ${hasMeasure()}`);
  if (filter.noSuccessMeasure) found.push(sql`a."successMeasure" = ''`);
  if (filter.noDetail) found.push(sql`a."detail" = ''`);
  if (filter.mine) found.push(isMine(scope));
  if (filter.following) {
    found.push(sql`EXISTS (SELECT 1 FROM "action_follow" f
      WHERE f."actionId" = a."id" AND f."userId" = ${scope.userId})`);
  }
  if (filter.reviewMarked) found.push(sql`a."reviewMarkedAt" IS NOT NULL`);
  if (filter.waitingForCheck) {
    found.push(
      sql`(a."status" = 'AWAITING_EVIDENCE_CHECK' OR ${hasEvidence(sql`AND e."state" = 'SUBMITTED'`)})`,
    );
  }
  return found;
}
