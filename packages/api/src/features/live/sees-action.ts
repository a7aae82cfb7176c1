import { type Db, sql } from '@gt/db';
import { holds, seesWholePlan } from '@gt/domain/authz';
import type { Scope } from '../../core/scope.ts';
import { isVisible } from '../actions/action-sql.ts';

/** Whether somebody may (still) see this action. Asks the database only for those who do not read the whole plan. */
export async function seesAction(db: Db, scope: Scope, actionId: string): Promise<boolean> {
  if (!holds(scope.roles, 'action.read')) return false;
  if (seesWholePlan(scope.roles)) return true;
  const rows = await db.$queryRaw<{ one: number }[]>(
    sql`SELECT 1 AS "one" FROM "action" a WHERE a."id" = ${actionId} AND ${isVisible(scope)}`,
  );
  return rows.length > 0;
}
