import { type Db, sql } from '@gt/db';
import { seesWholePlan } from '@gt/domain/authz';
import type { LiveRecord } from '../../core/live.ts';
import type { Scope } from '../../core/scope.ts';
import { isVisible } from '../actions/action-sql.ts';

type OfAction = { entityType: string; actionId: string };

/** The actions that the records are, or belong to: all for whoever reads the plan, else those the person may see. */
export async function actionsOf(db: Db, scope: Scope, records: readonly LiveRecord[]): Promise<OfAction[]> {
  const wholePlan = seesWholePlan(scope.roles);
  const others = records.filter((record) => record.entityType !== 'ACTION');
  if (wholePlan && others.length === 0) {
    return records.map(({ entityId }) => ({ entityType: 'ACTION', actionId: entityId }));
  }
  const types = records.map((record) => record.entityType);
  const ids = records.map((record) => record.entityId);
  const seen = wholePlan ? sql`true` : isVisible(scope);
  return db.$queryRaw<OfAction[]>`
    WITH rec AS (SELECT * FROM unnest(${types}::text[], ${ids}::text[]) AS t("entityType", "entityId")),
    found AS (
      SELECT rec."entityType", rec."entityId" AS "actionId" FROM rec WHERE rec."entityType" = 'ACTION'
      UNION SELECT rec."entityType", x."actionId" FROM rec JOIN "progress_update" x ON x."id" = rec."entityId"
        WHERE rec."entityType" = 'PROGRESS_UPDATE'
      UNION SELECT rec."entityType", x."actionId" FROM rec JOIN "action_comment" x ON x."id" = rec."entityId"
        WHERE rec."entityType" = 'COMMENT'
      UNION SELECT rec."entityType", x."actionId" FROM rec JOIN "milestone" x ON x."id" = rec."entityId"
        WHERE rec."entityType" = 'MILESTONE'
      UNION SELECT rec."entityType", x."actionId" FROM rec JOIN "due_date_request" x ON x."id" = rec."entityId"
        WHERE rec."entityType" = 'DUE_DATE_REQUEST'
      UNION SELECT rec."entityType", x."actionId" FROM rec JOIN "evidence_link" x ON x."evidenceId" = rec."entityId"
        WHERE rec."entityType" = 'EVIDENCE' AND x."actionId" IS NOT NULL
    )
    SELECT found."entityType", found."actionId" FROM found JOIN "action" a ON a."id" = found."actionId"
    WHERE ${seen}`;
}
