import type { LineageMarksOut } from '@gt/contracts/schemas';
import type { IsoDate } from '@gt/contracts/words';
import type { Db, Tx } from '@gt/db';
import { raisedBeforeWords } from '@gt/domain/lineage';
import type { Scope } from '../../core/scope.ts';

type Raised = { recommendationId: string; dates: IsoDate[] };

/**
 * Which recommendations of a plan were raised before, and on which days the earlier inspections ended: what a person
 * confirmed, and what that repeats in turn. One statement.
 */
function readRaisedBefore(db: Db | Tx, _scope: Scope, planId: string): Promise<Raised[]> {
  return db.$queryRaw<Raised[]>`
    WITH RECURSIVE chain AS (
      SELECT l."recommendationId", l."earlierId", l."earlierInPlanId"
      FROM "lineage_link" l JOIN "recommendation" r ON r."id" = l."recommendationId"
      WHERE r."planId" = ${planId} AND r."deletedAt" IS NULL AND l."state" = 'CONFIRMED'
      UNION
      SELECT c."recommendationId", l."earlierId", l."earlierInPlanId"
      FROM chain c JOIN "lineage_link" l ON l."recommendationId" = c."earlierInPlanId" AND l."state" = 'CONFIRMED'
    ), said AS (
      SELECT c."recommendationId", e."endDate" AS "on"
      FROM chain c JOIN "earlier_recommendation" x ON x."id" = c."earlierId"
      JOIN "earlier_inspection" e ON e."id" = x."earlierInspectionId" AND e."deletedAt" IS NULL
      UNION
      SELECT c."recommendationId", coalesce(i."endDate", i."startDate", i."publicationDate", i."receivedDate")
      FROM chain c JOIN "recommendation" x ON x."id" = c."earlierInPlanId" AND x."deletedAt" IS NULL
      JOIN "plan" p ON p."id" = x."planId" AND p."deletedAt" IS NULL
      JOIN "inspection" i ON i."id" = x."inspectionId"
    )
    SELECT "recommendationId", array_agg(DISTINCT "on"::text ORDER BY "on"::text) AS "dates"
    FROM said GROUP BY "recommendationId"`;
}

/** "Raised in 2016 and 2018", for the list of recommendations, for packs and for the position. */
export async function readMarks(db: Db | Tx, scope: Scope, planId: string): Promise<LineageMarksOut> {
  const raised = await readRaisedBefore(db, scope, planId);
  return raised.map(({ recommendationId, dates }) => ({ recommendationId, words: raisedBeforeWords(dates) }));
}
