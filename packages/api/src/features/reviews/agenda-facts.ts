import type { DeliveryStatus, IsoDate, Priority, Rag } from '@gt/contracts/words';
import { type Db, type Sql, sql, type Tx } from '@gt/db';
import { calculateRag, isSilent, shownRag, silentSince } from '@gt/domain/rag';
import type { AgendaAction } from '@gt/domain/review';
import { londonDate } from '../../core/dates.ts';
import type { Scope } from '../../core/scope.ts';
import { isChangedSince } from '../actions/action-filter.ts';
import { isOpen, timesMovedSql } from '../actions/action-sql.ts';
import { type RagFacts, ragFactColumns, ragInput, ragThresholds } from '../actions/rag-facts.ts';
import { isAskedFor } from '../asks/is-asked-for.ts';

/** What a review is about. */
export type ReviewScope = { planId: string; recommendationId: string | null; teamId: string | null };

type RawFacts = RagFacts & {
  id: string;
  recommendationNumber: number;
  number: number;
  status: DeliveryStatus;
  priority: Priority;
  startDate: IsoDate | null;
  dueDate: IsoDate | null;
  originalDueDate: IsoDate | null;
  declaredRag: Rag;
  ragDeclaredAt: Date | null;
  lastUpdateAt: Date | null;
  createdAt: Date;
  timesMoved: number;
  sameAsLast: number | null;
  isChanged: boolean;
  isMarked: boolean;
  isAsked: boolean;
};

/** Actions of a review over `a`: of one recommendation also those that serve it besides, of a team also as partner. */
function ofReview({ planId, recommendationId, teamId }: ReviewScope): Sql {
  if (recommendationId !== null) {
    return sql`a."planId" = ${planId} AND (a."recommendationId" = ${recommendationId} OR EXISTS (
      SELECT 1 FROM "also_serves" s
      WHERE s."actionId" = a."id" AND s."recommendationId" = ${recommendationId}))`;
  }
  if (teamId !== null) {
    return sql`a."planId" = ${planId} AND (a."teamId" = ${teamId} OR a."partnerTeamId" = ${teamId})`;
  }
  return sql`a."planId" = ${planId}`;
}

/**
 * What decides about each action of a review, in one statement whatever their number. `since` is the last review;
 * `addedIds` were put on the agenda by hand. Finished actions of which nothing is to be said are left out at once.
 */
export async function loadAgendaFacts(
  db: Db | Tx,
  scope: Scope,
  of: ReviewScope,
  {
    since,
    addedIds,
    ragsBefore,
  }: { since: Date; addedIds: readonly string[]; ragsBefore: ReadonlyMap<string, Rag> },
): Promise<AgendaAction[]> {
  const added = new Set(addedIds);
  const rows = await db.$queryRaw<RawFacts[]>`
    SELECT * FROM (
      SELECT a."id", r."number" AS "recommendationNumber", a."number", a."status"::text, a."priority"::text,
        a."startDate"::text, a."dueDate"::text, a."originalDueDate"::text, a."declaredRag"::text,
        a."ragDeclaredAt", a."lastUpdateAt", a."createdAt", ${timesMovedSql} AS "timesMoved",
        ${isChangedSince(since)} AS "isChanged", a."reviewMarkedAt" IS NOT NULL AS "isMarked",
        ${isAskedFor(of.planId)} AS "isAsked",
        (SELECT u."sameAsLast" FROM "progress_update" u WHERE u."actionId" = a."id"
          ORDER BY u."createdAt" DESC, u."id" DESC LIMIT 1) AS "sameAsLast",
        ${ragFactColumns(scope)}, ${isOpen} AS "isOpen"
      FROM "action" a JOIN "recommendation" r ON r."id" = a."recommendationId"
      JOIN "plan" pl ON pl."id" = a."planId"
      WHERE a."deletedAt" IS NULL AND (${ofReview(of)} OR a."id" = ANY(${addedIds}::text[]))
    ) x WHERE x."isOpen" OR x."isChanged" OR x."isMarked" OR x."isAsked" OR x."id" = ANY(${addedIds}::text[])`;
  return rows.map((row) => ({
    id: row.id,
    recommendationNumber: row.recommendationNumber,
    number: row.number,
    status: row.status,
    priority: row.priority,
    dueDate: row.dueDate,
    ...coloursOf(row, scope.today),
    ragBefore: ragsBefore.get(row.id) ?? null,
    sameAsLast: row.sameAsLast,
    isChanged: row.isChanged,
    isAsked: row.isAsked,
    isAdded: row.isMarked || added.has(row.id),
  }));
}

function coloursOf(row: RawFacts, today: IsoDate) {
  const facts = ragInput(row);
  const thresholds = ragThresholds(row);
  return {
    rag: shownRag(row),
    ragSince: row.ragDeclaredAt && londonDate(row.ragDeclaredAt),
    calculated: calculateRag(facts, thresholds, today),
    isSilent: isSilent(facts, thresholds.silentDays, today),
    silentSince: silentSince(facts),
  };
}
