import type { Tx } from '@gt/db';

/** The actions that this one was split from, however far back: their history names milestones that went over. */
export async function splitOrigins(tx: Tx, actionId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE up AS (
      SELECT ${actionId}::text AS "id"
      UNION
      SELECT s."entityId" FROM up
      JOIN "audit_event" f ON f."entityType" = 'ACTION' AND f."entityId" = up."id"
        AND f."action" = 'action.splitFrom'
      JOIN "audit_event" s ON s."planId" = f."planId" AND s."requestId" = f."requestId"
        AND s."action" = 'action.split')
    SELECT "id" FROM up WHERE "id" <> ${actionId}`;
  return rows.map(({ id }) => id);
}
