import type { Tx } from '@gt/db';

/**
 * A plan, and every plan with a recommendation that an action of it answers or ever answered, or that a measure of it
 * shows or ever showed: their packs print the action with its evidence, or the measure, so what is destroyed in the one leaves the packs of all. One statement.
 */
export async function plansThatPrint(tx: Pick<Tx, '$queryRaw'>, planId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ planId: string }[]>`
    SELECT r."planId" FROM "also_serves" s JOIN "action" a ON a."id" = s."actionId"
      JOIN "recommendation" r ON r."id" = s."recommendationId" WHERE a."planId" = ${planId}
    UNION SELECT r."planId" FROM "measure_serves" s JOIN "measure" m ON m."id" = s."measureId"
      JOIN "recommendation" r ON r."id" = s."recommendationId" WHERE m."planId" = ${planId}
    UNION SELECT ev."planId" FROM "audit_event" ev JOIN "audit_payload" pl ON pl."eventId" = ev."id"
      WHERE ev."entityType" = 'RECOMMENDATION' AND ev."action" IN ('recommendation.answered', 'recommendation.unanswered',
        'recommendation.measured', 'recommendation.unmeasured')
        AND coalesce(pl."body" #>> '{after,byPlanId}', pl."body" #>> '{before,byPlanId}') = ${planId}`;
  return [...new Set([planId, ...rows.map((row) => row.planId)])];
}

/** A plan, and every plan from which its packs print: those whose actions or measures serve its recommendations. */
export async function plansPrinted(tx: Pick<Tx, '$queryRaw'>, planId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ planId: string }[]>`
    SELECT DISTINCT a."planId" FROM "also_serves" s JOIN "action" a ON a."id" = s."actionId"
    JOIN "recommendation" r ON r."id" = s."recommendationId" WHERE r."planId" = ${planId}
    UNION SELECT m."planId" FROM "measure_serves" s JOIN "measure" m ON m."id" = s."measureId"
    JOIN "recommendation" r ON r."id" = s."recommendationId" WHERE r."planId" = ${planId}`;
  return [...new Set([planId, ...rows.map((row) => row.planId)])];
}
