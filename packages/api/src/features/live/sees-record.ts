import type { HereInput } from '@gt/contracts/schemas';
import { type Db, sql } from '@gt/db';
import { holds, seesWholePlan } from '@gt/domain/authz';
import type { Scope } from '../../core/scope.ts';
import { isVisible } from '../actions/action-sql.ts';

/**
 * Whether somebody may (still) see this action or meeting. Asks the database only for actions, and of those who do not
 * read the whole plan.
 */
export async function seesRecord(
  db: Db,
  scope: Scope,
  { of, recordId }: Pick<HereInput, 'of' | 'recordId'>,
): Promise<boolean> {
  if (of === 'REVIEW') return holds(scope.roles, 'review.read');
  if (!holds(scope.roles, 'action.read')) return false;
  if (seesWholePlan(scope.roles)) return true;
  const rows = await db.$queryRaw<{ one: number }[]>(
    sql`SELECT 1 AS "one" FROM "action" a WHERE a."id" = ${recordId} AND ${isVisible(scope)}`,
  );
  return rows.length > 0;
}
