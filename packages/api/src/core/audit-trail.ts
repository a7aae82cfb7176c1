import type { Db } from '@gt/db';

/** One entry of a record's audit. `body` is null for a payload that was destroyed; who and when stay. */
export type TrailEntry = {
  id: string;
  at: Date;
  who: string;
  action: string;
  body: { before: Record<string, unknown> | null; after: Record<string, unknown> | null } | null;
  redactedAt: Date | null;
};

/** The newest entries of one record's audit, newest first. One statement. Asked only for a record that the person may see. */
export function auditTrail(
  db: Db,
  of: { entityType: 'EVIDENCE' | 'MEASURE'; entityId: string; limit: number },
): Promise<TrailEntry[]> {
  return db.$queryRaw<TrailEntry[]>`
    SELECT ev."id"::text, ev."at", ev."actorName" AS "who", ev."action", pl."body", pl."redactedAt"
    FROM "audit_event" ev LEFT JOIN "audit_payload" pl ON pl."eventId" = ev."id"
    WHERE ev."entityType" = ${of.entityType} AND ev."entityId" = ${of.entityId}
    ORDER BY ev."id" DESC LIMIT ${of.limit}`;
}
