import { type Sql, sql } from '@gt/db';
import { recommendationReference } from '@gt/domain/recommendation';

/**
 * Words of history and of notes on a lineage, as the search for repeated words wants them. What goes with the record
 * that is destroyed is left out: the items of an inspection, and the notes on a recommendation.
 */
export function lineageRepeatsSql(planId: string, targetId: string): Sql {
  return sql`
    SELECT 'EARLIER_RECOMMENDATION', e."id", NULL, NULL, e."number", NULL, i."deletedAt" IS NOT NULL,
      concat_ws(chr(1), e."quote", e."leadIn", e."whatWasDone", i."deletedReason", i."reportFileName")
    FROM "earlier_recommendation" e JOIN "earlier_inspection" i ON i."id" = e."earlierInspectionId"
    WHERE i."planId" = ${planId} AND e."redactedAt" IS NULL AND i."id" <> ${targetId}
    UNION ALL
    SELECT 'LINEAGE_LINK', l."id", l."recommendationId", r."number", r."number", NULL, r."deletedAt" IS NOT NULL, l."note"
    FROM "lineage_link" l JOIN "recommendation" r ON r."id" = l."recommendationId"
    WHERE l."planId" = ${planId} AND l."note" <> '' AND l."recommendationId" <> ${targetId}
      AND l."earlierInPlanId" IS DISTINCT FROM ${targetId}`;
}

/** "Item 4 of an earlier inspection". */
export function earlierItemReference(number: number): string {
  return `Item ${number} of an earlier inspection`;
}

/** "R3, note on its lineage", of the number of its recommendation. */
export function lineageNoteReference(number: number): string {
  return `${recommendationReference(number)}, note on its lineage`;
}
