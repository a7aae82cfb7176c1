import { emptySql, joinSql, type Sql, sql } from '@gt/db';
import { seesWholePlan } from '@gt/domain/authz';
import { IS_ON_RECORD } from '../../core/evidence-sql.ts';
import type { Scope } from '../../core/scope.ts';
import { isOpenPredecessor } from './rag-facts.ts';

/**
 * The rules of the domain as parts of statements over `a` ("action"), `r` ("recommendation") and `pl` (its "plan").
 * Each says which function it must equal; tests hold the pairs together on random actions.
 */

/** `ownActions` of somebody: owner, holder of the owner post, or in a partner or supporting team. */
function isOwn(scope: Scope): Sql {
  const teamIds = [...scope.teamIds];
  return sql`(a."ownerUserId" = ${scope.userId}
    OR a."ownerPostId" = ANY(${[...scope.postIds]}::text[])
    OR a."partnerTeamId" = ANY(${teamIds}::text[])
    OR EXISTS (SELECT 1 FROM "supporting_team" st
      WHERE st."actionId" = a."id" AND st."teamId" = ANY(${teamIds}::text[])))`;
}

function isOfTeam(scope: Scope): Sql {
  return sql`a."teamId" = ANY(${[...scope.teamIds]}::text[])`;
}

/** Equals `canOnAction(scope, 'action.read', …)` for live actions, as `visibleActions` does. */
export function isVisible(scope: Scope): Sql {
  if (seesWholePlan(scope.roles)) return sql`a."deletedAt" IS NULL`;
  return sql`a."deletedAt" IS NULL AND (${isOwn(scope)} OR ${isOfTeam(scope)})`;
}

/** Live actions that wait for this person's words: equals `canOnAction(scope, 'update.create', …)` without the lead's right to all. */
export function isMine(scope: Scope): Sql {
  const answersForTeam = scope.roles.includes('MANAGER') || scope.roles.includes('PARTNER');
  return sql`a."deletedAt" IS NULL AND (${isOwn(scope)} ${answersForTeam ? sql`OR ${isOfTeam(scope)}` : emptySql})`;
}

/** Equals `isOpenStatus`. */
export const isOpen = sql`a."status" NOT IN ('CLOSED', 'CANCELLED')`;

/** Equals `shownRag`. */
export const shownRagSql = sql`(CASE
  WHEN a."status" = 'CLOSED' THEN 'BLUE'
  WHEN a."status" = 'CANCELLED' OR a."declaredRag" = 'BLUE' THEN 'NONE'
  ELSE a."declaredRag"::text END)`;

/** Equals `dateLedger(…).timesMoved`. */
export const timesMovedSql = sql`(SELECT count(*)::int FROM "date_revision" d
  WHERE d."actionId" = a."id" AND d."fromDate" IS NOT NULL AND d."toDate" IS DISTINCT FROM d."fromDate"
    AND d."takenBackAt" IS NULL)`;

/** Equals `movedBy` of the position: on the board's word, or on the lead's; null when it never moved. */
export const movedBySql = sql`(SELECT CASE WHEN d."agreedBy" = 'BOARD' THEN 'BOARD' ELSE 'LEAD' END
  FROM "date_revision" d
  WHERE d."actionId" = a."id" AND d."fromDate" IS NOT NULL AND d."toDate" IS DISTINCT FROM d."fromDate"
    AND d."takenBackAt" IS NULL
  ORDER BY d."changedAt" DESC, d."id" DESC LIMIT 1)`;

/** Equals the `isNotYetBegun` of `calculateRag`. */
function isNotYetBegun(scope: Scope): Sql {
  return sql`(a."status" = 'NOT_STARTED' AND COALESCE(a."startDate" > ${scope.today}::date, false))`;
}

/** Equals `owesWords`. */
export function owesWordsSql(scope: Scope): Sql {
  return sql`(a."status" IN ('IN_PROGRESS', 'REOPENED', 'NOT_STARTED') AND NOT ${isNotYetBegun(scope)})`;
}

/** Equals `isSilent`. The days are London's, as everywhere. */
export function isSilentSql(scope: Scope): Sql {
  return sql`(${owesWordsSql(scope)}
    AND ${scope.today}::date - COALESCE(
      (a."lastUpdateAt" AT TIME ZONE 'Europe/London')::date,
      GREATEST(a."startDate", (a."createdAt" AT TIME ZONE 'Europe/London')::date)
    ) > pl."silentDays")`;
}

/** A live milestone that is not done; `more` narrows it, over `m`. */
export function hasOpenMilestone(more: Sql = emptySql): Sql {
  return sql`EXISTS (SELECT 1 FROM "milestone" m
    WHERE m."actionId" = a."id" AND m."deletedAt" IS NULL AND m."doneOn" IS NULL ${more})`;
}

/** Waits for an open action that is past its due date. */
export function waitsForLateSql(scope: Scope): Sql {
  return sql`EXISTS (SELECT 1 FROM "action_dependency" d JOIN "action" p ON p."id" = d."predecessorId"
    WHERE d."successorId" = a."id" AND ${isOpenPredecessor} AND p."dueDate" < ${scope.today}::date)`;
}

/** A live measure that the action is meant to move; `more` narrows it, over `me`. */
export function hasMeasure(more: Sql = emptySql): Sql {
  return sql`EXISTS (SELECT 1 FROM "action_measure" am JOIN "measure" me ON me."id" = am."measureId"
    WHERE am."actionId" = a."id" AND me."deletedAt" IS NULL ${more})`;
}

/** Equals `calculateRag(…).rag`. Parts that ask another table come after those that do not. */
export function calculatedRagSql(scope: Scope): Sql {
  const today = sql`${scope.today}::date`;
  return sql`(CASE
    WHEN a."status" = 'CLOSED' THEN 'BLUE'
    WHEN a."status" = 'CANCELLED' THEN 'NONE'
    WHEN a."dueDate" < ${today} THEN 'RED'
    WHEN ${hasOpenMilestone(sql`AND ${today} - m."dueDate" > pl."milestoneLateDays"`)} THEN 'RED'
    WHEN a."originalDueDate" < ${today} AND a."originalDueDate" IS DISTINCT FROM a."dueDate" THEN 'AMBER'
    WHEN ${isSilentSql(scope)} THEN 'AMBER'
    WHEN ${timesMovedSql} >= GREATEST(pl."timesMoved", 1) THEN 'AMBER'
    WHEN a."dueDate" BETWEEN ${today} AND ${today} + pl."dueSoonDays" AND ${hasOpenMilestone()} THEN 'AMBER'
    WHEN ${waitsForLateSql(scope)} THEN 'AMBER'
    WHEN ${hasMeasure(sql`AND me."movement" = 'AWAY'`)} THEN 'AMBER'
    WHEN ${isNotYetBegun(scope)} THEN 'NONE'
    ELSE 'GREEN' END)`;
}

/** Equals `ragMismatch(…).isMismatch`; `unexplained` also asks that nothing was said of the present pair of colours. */
export function isMismatchSql(scope: Scope, unexplained = false): Sql {
  const calculated = calculatedRagSql(scope);
  const said = sql`a."mismatchReason" <> '' AND a."mismatchDeclared"::text = x.s AND a."mismatchCalculated"::text = x.c`;
  return sql`(SELECT x.c NOT IN ('NONE', 'BLUE') AND x.s <> x.c AND NOT (x.s IN ('NONE', 'BLUE') AND x.c = 'GREEN')
      ${unexplained ? sql`AND NOT COALESCE(${said}, false)` : emptySql}
    FROM (SELECT ${calculated} AS c, ${shownRagSql} AS s) x)`;
}

/** Linked evidence on record; `more` narrows it, over `e`. */
export function hasEvidence(more: Sql = emptySql): Sql {
  return sql`EXISTS (SELECT 1 FROM "evidence_link" l JOIN "evidence" e ON e."id" = l."evidenceId"
    WHERE l."actionId" = a."id" AND ${IS_ON_RECORD} ${more})`;
}

/** Conditions joined by AND. */
export function all(conditions: readonly Sql[]): Sql {
  return joinSql([...conditions], ' AND ');
}
