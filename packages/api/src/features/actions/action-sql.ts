import { emptySql, joinSql, type Sql, sql } from '@gt/db';
import { seesWholePlan } from '@gt/domain/authz';
import { DEFAULT_RAG_THRESHOLDS } from '@gt/domain/rag';
import type { Scope } from '../../core/scope.ts';

/**
 * The rules of the domain as parts of statements over `a` ("action") and `r` ("recommendation"). Each says which
 * function it must equal; tests hold the pairs together on random actions.
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
  WHERE d."actionId" = a."id" AND d."fromDate" IS NOT NULL AND d."toDate" IS DISTINCT FROM d."fromDate")`;

/** Equals the `isNotYetBegun` of `calculateRag`. */
function isNotYetBegun(scope: Scope): Sql {
  return sql`(a."status" = 'NOT_STARTED' AND COALESCE(a."startDate" > ${scope.today}::date, false))`;
}

/** Equals `isSilent`. The days are London's, as everywhere. */
export function isSilentSql(scope: Scope): Sql {
  return sql`(a."status" IN ('IN_PROGRESS', 'REOPENED', 'NOT_STARTED') AND NOT ${isNotYetBegun(scope)}
    AND ${scope.today}::date - COALESCE(
      (a."lastUpdateAt" AT TIME ZONE 'Europe/London')::date,
      GREATEST(a."startDate", (a."createdAt" AT TIME ZONE 'Europe/London')::date)
    ) > ${DEFAULT_RAG_THRESHOLDS.silentDays}::int)`;
}

/** Equals `calculateRag(…).rag`. The dearest part, the count of moves, is asked only when nothing before it decides. */
export function calculatedRagSql(scope: Scope): Sql {
  return sql`(CASE
    WHEN a."status" = 'CLOSED' THEN 'BLUE'
    WHEN a."status" = 'CANCELLED' THEN 'NONE'
    WHEN a."dueDate" < ${scope.today}::date THEN 'RED'
    WHEN a."originalDueDate" < ${scope.today}::date AND a."originalDueDate" IS DISTINCT FROM a."dueDate" THEN 'AMBER'
    WHEN ${isSilentSql(scope)} THEN 'AMBER'
    WHEN ${timesMovedSql} >= ${DEFAULT_RAG_THRESHOLDS.timesMoved}::int THEN 'AMBER'
    WHEN ${isNotYetBegun(scope)} THEN 'NONE'
    ELSE 'GREEN' END)`;
}

/** Equals `ragMismatch(…).isMismatch`. */
export function isMismatchSql(scope: Scope): Sql {
  const calculated = calculatedRagSql(scope);
  return sql`(SELECT x.c NOT IN ('NONE', 'BLUE') AND x.s <> x.c AND NOT (x.s IN ('NONE', 'BLUE') AND x.c = 'GREEN')
    FROM (SELECT ${calculated} AS c, ${shownRagSql} AS s) x)`;
}

/** Evidence that counts: neither withdrawn, nor in the bin, nor destroyed. */
export const EVIDENCE_COUNTS = sql`e."deletedAt" IS NULL AND e."redactedAt" IS NULL AND e."state" <> 'WITHDRAWN'`;

/** Linked evidence in one state; null for any. */
export function hasEvidence(state: 'RETURNED' | null): Sql {
  return sql`EXISTS (SELECT 1 FROM "evidence_link" l JOIN "evidence" e ON e."id" = l."evidenceId"
    WHERE l."actionId" = a."id" AND ${EVIDENCE_COUNTS} ${state ? sql`AND e."state" = 'RETURNED'` : emptySql})`;
}

/** Conditions joined by AND. */
export function all(conditions: readonly Sql[]): Sql {
  return joinSql([...conditions], ' AND ');
}
