import { type Db, sql } from '@gt/db';
import { holds, seesWholePlan } from '@gt/domain/authz';
import type { LiveMessage, LiveRecord } from '../../core/live.ts';
import type { Scope } from '../../core/scope.ts';
import { isVisible } from '../actions/action-sql.ts';

/** What one open page is told of a change: enough to know what to ask for again, and no content. */
export type News = {
  planId: string;
  /** Names of tables in capitals; empty when only "something of yours" may be said. */
  kinds: string[];
  /** Actions that changed, or whose updates, comments or evidence did; null when they are too many to be named. */
  actionIds: string[] | null;
  /** Whether the person did it themselves, in this window or another. */
  isOwn: boolean;
  who: string;
};

type Change = Extract<LiveMessage, { kind: 'records' }>;
type OfAction = { entityType: string; actionId: string };

/**
 * What a change is to somebody; null when it is nothing to them. Whoever reads the plan is told all of it; a partner
 * only of actions that they may see, and of nothing that is not of such an action.
 */
export async function newsFor(db: Db, scope: Scope, change: Change): Promise<News | null> {
  if (!holds(scope.roles, 'action.read')) return null;
  const { planId, records } = change;
  const base = { planId, isOwn: change.actorId === scope.userId, who: change.actorName };
  if (records === null) return newsOfMany(db, scope, base);
  const wholePlan = seesWholePlan(scope.roles);
  const found = await actionsOf(db, scope, records);
  if (!wholePlan && found.length === 0) return null;
  const kinds = wholePlan
    ? records.map((record) => record.entityType)
    : found.map((record) => record.entityType);
  return {
    ...base,
    kinds: [...new Set(kinds)].sort(),
    actionIds: [...new Set(found.map((record) => record.actionId))].sort(),
  };
}

async function newsOfMany(
  db: Db,
  scope: Scope,
  base: Pick<News, 'planId' | 'isOwn' | 'who'>,
): Promise<News | null> {
  if (seesWholePlan(scope.roles)) return { ...base, kinds: [], actionIds: null };
  const [one] = await db.$queryRaw<{ id: string }[]>`
    SELECT a."id" FROM "action" a WHERE a."planId" = ${base.planId} AND ${isVisible(scope)} LIMIT 1`;
  return one ? { planId: base.planId, kinds: [], actionIds: null, isOwn: base.isOwn, who: '' } : null;
}

/** The actions that the records are, or belong to: all for whoever reads the plan, else those the person may see. */
async function actionsOf(db: Db, scope: Scope, records: readonly LiveRecord[]): Promise<OfAction[]> {
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
