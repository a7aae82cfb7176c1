import type { Db } from '@gt/db';
import { holds, seesWholePlan } from '@gt/domain/authz';
import type { LiveMessage } from '../../core/live.ts';
import type { Scope } from '../../core/scope.ts';
import { isVisible } from '../actions/action-sql.ts';
import { actionsOf } from './actions-of.ts';

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
