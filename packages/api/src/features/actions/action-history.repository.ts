import type { ActionHistoryInput, ActionHistoryOut } from '@gt/contracts/schemas';
import { type Db, sql } from '@gt/db';
import { holds } from '@gt/domain/authz';
import { toInstant } from '../../core/dates.ts';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { isVisible } from './action-sql.ts';
import { changesIn, idsIn, type Payload, verbWords } from './history-words.ts';

type RawEvent = {
  id: string;
  at: Date;
  actorName: string;
  action: string;
  body: Payload | null;
  redactedAt: Date | null;
  total: number;
};

/**
 * Who changed what when: the audit of the action, of its updates and of the evidence linked to it, newest first, in
 * three statements. An entry whose payload was destroyed keeps who and when, and says so.
 */
export async function listActionHistory(
  db: Db,
  scope: Scope,
  { actionId, page }: ActionHistoryInput,
): Promise<ActionHistoryOut> {
  const shown = holds(scope.roles, 'action.delete') ? sql`true` : isVisible(scope);
  const [there] = await db.$queryRaw<{ id: string }[]>`
    SELECT a."id" FROM "action" a WHERE a."id" = ${actionId} AND ${shown}`;
  if (!there) throw notFound('action');
  const events = await db.$queryRaw<RawEvent[]>`
    SELECT ev."id"::text, ev."at", ev."actorName", ev."action", pl."body", pl."redactedAt",
      (count(*) OVER ())::int AS "total"
    FROM (
      SELECT 'ACTION' AS "entityType", ${actionId} AS "entityId"
      UNION ALL SELECT 'PROGRESS_UPDATE', pu."id" FROM "progress_update" pu WHERE pu."actionId" = ${actionId}
      UNION ALL SELECT 'EVIDENCE', l."evidenceId" FROM "evidence_link" l WHERE l."actionId" = ${actionId}
    ) of
    JOIN "audit_event" ev ON ev."entityType" = of."entityType" AND ev."entityId" = of."entityId"
    LEFT JOIN "audit_payload" pl ON pl."eventId" = ev."id"
    ORDER BY ev."id" DESC LIMIT ${page.limit} OFFSET ${page.offset}`;
  const names = await namesOf(
    db,
    events.flatMap((event) => (event.body ? idsIn(event.body) : [])),
  );
  const entries = events.map((event) => ({
    id: event.id,
    at: toInstant(event.at),
    who: event.actorName,
    action: event.action,
    words: verbWords(event.action),
    changes: event.body ? changesIn(event.body, names) : [],
    redactedAt: event.redactedAt && toInstant(event.redactedAt),
  }));
  return { entries, total: events[0]?.total ?? 0 };
}

async function namesOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)];
  const rows = await db.$queryRaw<{ id: string; name: string }[]>`
    SELECT "id", "name" FROM "team" WHERE "id" = ANY(${wanted}::text[])
    UNION ALL SELECT "id", "title" FROM "post" WHERE "id" = ANY(${wanted}::text[])
    UNION ALL SELECT "id", "name" FROM "user" WHERE "id" = ANY(${wanted}::text[])
    UNION ALL SELECT "id", 'R' || "number" FROM "recommendation" WHERE "id" = ANY(${wanted}::text[])`;
  return new Map(rows.map((row) => [row.id, row.name]));
}
