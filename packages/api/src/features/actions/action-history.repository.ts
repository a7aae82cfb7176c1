import type { ActionHistoryEntry, ActionHistoryInput, ActionHistoryOut } from '@gt/contracts/schemas';
import { type Db, emptySql, type Sql, sql } from '@gt/db';
import { undoChange } from '@gt/domain/assignment';
import { canOnAction, holds, seesWholePlan } from '@gt/domain/authz';
import { actionRecord } from '../../core/action-access.ts';
import { toInstant } from '../../core/dates.ts';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { UNDO_RIGHTS } from '../assignments/undo-changes.ts';
import { isVisible } from './action-sql.ts';
import { changesIn, fieldsNamed, idsIn, labelsOf, type Payload, verbWords } from './history-words.ts';
import { type ActionForWrite, actionValues, findAction } from './write-action.ts';

type RawEvent = {
  id: string;
  at: Date;
  actorName: string;
  action: string;
  entityType: string;
  requestId: string;
  body: Payload | null;
  redactedAt: Date | null;
  total: number;
};

/** The records whose history is the action's: itself, its updates, comments, and the evidence linked to it. */
const recordsOf = (actionId: string): Sql => sql`(
  SELECT 'ACTION' AS "entityType", ${actionId} AS "entityId"
  UNION ALL SELECT 'PROGRESS_UPDATE', pu."id" FROM "progress_update" pu WHERE pu."actionId" = ${actionId}
  UNION ALL SELECT 'COMMENT', c."id" FROM "action_comment" c WHERE c."actionId" = ${actionId}
  UNION ALL SELECT 'EVIDENCE', l."evidenceId" FROM "evidence_link" l WHERE l."actionId" = ${actionId}
)`;

/**
 * Who changed what when, newest first, in a constant number of statements: what the filter lets through, and what can
 * be filtered by. An entry whose payload was destroyed keeps who and when, and says so. What was said in a comment
 * stands among the comments and not here, so that a removed one is out of sight.
 */
export async function listActionHistory(
  db: Db,
  scope: Scope,
  input: ActionHistoryInput,
): Promise<ActionHistoryOut> {
  const { actionId, limit } = input;
  const shown = holds(scope.roles, 'action.delete') ? sql`true` : isVisible(scope);
  const [there] = await db.$queryRaw<{ id: string; planId: string }[]>`
    SELECT a."id", a."planId" FROM "action" a WHERE a."id" = ${actionId} AND ${shown}`;
  if (!there) throw notFound('action');
  const found = await selectEvents(db, scope, input);
  const events = found.slice(0, limit);
  const names = await namesOf(
    db,
    scope,
    there.planId,
    events.flatMap((event) => (event.body ? idsIn(event.body) : [])),
  );
  const action = await findAction(db, actionId, 'live');
  const entries = events.map(
    (event): ActionHistoryEntry => ({
      id: event.id,
      at: toInstant(event.at),
      who: event.actorName,
      action: event.action,
      words: verbWords(event.action),
      changes: event.body && event.entityType !== 'COMMENT' ? changesIn(event.body, names) : [],
      redactedAt: event.redactedAt && toInstant(event.redactedAt),
      saveId: event.requestId,
      undoable: action !== null && isUndoable(scope, action, event),
    }),
  );
  const next = found.length > limit ? (events.at(-1)?.id ?? null) : null;
  return { entries, total: events[0]?.total ?? 0, next, ...(await facetsOf(db, scope, actionId)) };
}

function selectEvents(db: Db, _scope: Scope, input: ActionHistoryInput): Promise<RawEvent[]> {
  const { actionId, filter, before, limit } = input;
  // Counted before the page is cut off, so that "earlier" says how many in all.
  return db.$queryRaw<RawEvent[]>`
    SELECT * FROM (
      SELECT ev."id"::text AS "id", ev."id" AS "place", ev."at", ev."actorName", ev."action", ev."entityType",
        ev."requestId", pl."body", pl."redactedAt", (count(*) OVER ())::int AS "total"
      FROM ${recordsOf(actionId)} of
      JOIN "audit_event" ev ON ev."entityType" = of."entityType" AND ev."entityId" = of."entityId"
      LEFT JOIN "audit_payload" pl ON pl."eventId" = ev."id"
      WHERE true ${filterOf(filter)}
    ) found
    WHERE true ${before === null ? emptySql : sql`AND found."place" < ${before}::bigint`}
    ORDER BY found."place" DESC LIMIT ${limit + 1}`;
}

function filterOf({ field, actorId, from, to }: ActionHistoryInput['filter']): Sql {
  const day = sql`(ev."at" AT TIME ZONE 'Europe/London')::date`;
  const fields = field === undefined ? [] : fieldsNamed(field);
  const changed = sql`AND EXISTS (SELECT 1 FROM unnest(${fields}::text[]) AS f
    WHERE COALESCE(NULLIF(pl."body" -> 'after' -> f, 'null'), '""')
      IS DISTINCT FROM COALESCE(NULLIF(pl."body" -> 'before' -> f, 'null'), '""'))`;
  return sql`${field === undefined ? emptySql : changed}
    ${actorId ? sql`AND ev."actorId" = ${actorId}` : emptySql}
    ${from ? sql`AND ${day} >= ${from}::date` : emptySql}
    ${to ? sql`AND ${day} <= ${to}::date` : emptySql}`;
}

/** By the rule that undoing itself goes through; several parts at once are changed back by hand. */
function isUndoable(scope: Scope, action: ActionForWrite, event: RawEvent): boolean {
  if (event.entityType !== 'ACTION' || event.body === null) return false;
  const decision = undoChange({ ...event.body, current: actionValues(action) });
  if (!decision.ok) return false;
  const { groups } = decision;
  const [group] = groups;
  const isOne = groups.length === 1 || groups.every((one) => one === 'STATUS' || one === 'RAG');
  const record = actionRecord(action);
  return isOne && group !== undefined && canOnAction(scope, UNDO_RIGHTS[group], record).ok;
}

async function facetsOf(
  db: Db,
  _scope: Scope,
  actionId: string,
): Promise<Pick<ActionHistoryOut, 'fields' | 'people'>> {
  const [row] = await db.$queryRaw<{ fields: string[]; people: { id: string; name: string }[] }[]>`
    WITH ev AS (
      SELECT e."id", e."actorId", e."actorName", e."entityType" FROM ${recordsOf(actionId)} of
      JOIN "audit_event" e ON e."entityType" = of."entityType" AND e."entityId" = of."entityId"
    )
    SELECT
      ARRAY(SELECT DISTINCT k FROM ev JOIN "audit_payload" pl ON pl."eventId" = ev."id",
        jsonb_object_keys(CASE WHEN jsonb_typeof(pl."body" -> 'after') = 'object' THEN pl."body" -> 'after'
          ELSE '{}' END) AS k WHERE ev."entityType" <> 'COMMENT') AS "fields",
      COALESCE((SELECT json_agg(json_build_object('id', p."actorId", 'name', p."name") ORDER BY p."name")
        FROM (SELECT ev."actorId", max(ev."actorName") AS "name" FROM ev WHERE ev."actorId" IS NOT NULL
          GROUP BY ev."actorId") p), '[]') AS "people"`;
  return { fields: labelsOf(row?.fields ?? []), people: row?.people ?? [] };
}

async function namesOf(
  db: Db,
  scope: Scope,
  planId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)];
  const rows = await db.$queryRaw<{ id: string; name: string }[]>`
    SELECT "id", "name" FROM "team" WHERE "id" = ANY(${wanted}::text[])
    UNION ALL SELECT "id", "title" FROM "post" WHERE "id" = ANY(${wanted}::text[])
    UNION ALL SELECT "id", "name" FROM "user" WHERE "id" = ANY(${wanted}::text[])
    UNION ALL SELECT r."id", CASE WHEN pl."id" = ${planId} THEN 'R' || r."number"
        WHEN ${seesWholePlan(scope.roles)} THEN 'R' || r."number" || ' of ' || pl."name"
        ELSE 'one of another plan' END
      FROM "recommendation" r JOIN "plan" pl ON pl."id" = r."planId" WHERE r."id" = ANY(${wanted}::text[])`;
  return new Map(rows.map((row) => [row.id, row.name]));
}
