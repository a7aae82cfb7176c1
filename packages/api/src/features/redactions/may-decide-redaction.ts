import type { Db, Tx } from '@gt/db';
import { canDecideRedaction, type Decision } from '@gt/domain/authz';
import type { Scope } from '../../core/scope.ts';

type Asked = { requestedById: string; requestedAt: Date };

/** Whether this person may be the second of the two, and if not, why. */
export async function mayDecideRedaction(db: Db | Tx, scope: Scope, row: Asked): Promise<Decision> {
  const made = await linksMade(db, scope, [row.requestedById]);
  return canDecideRedaction(scope, { ...row, linkMadeAt: made.get(row.requestedById) ?? null });
}

/**
 * When this person last made a password link or an invitation for each of these people, as the history has it; whom
 * they never made one for is not in the answer. One statement.
 */
export async function linksMade(
  db: Db | Tx,
  scope: Scope,
  userIds: readonly string[],
): Promise<Map<string, Date>> {
  const rows = await db.$queryRaw<{ userId: string; madeAt: Date }[]>`
    SELECT u."id" AS "userId", max(e."at") AS "madeAt" FROM "audit_event" e
    LEFT JOIN "invitation" i ON e."action" = 'person.invite' AND i."id" = e."entityId"
    JOIN "user" u ON u."id" = ANY(${[...userIds]}::text[])
      AND ((e."action" = 'person.resetLink' AND u."id" = e."entityId") OR lower(u."email") = lower(i."email"))
    WHERE e."actorId" = ${scope.userId} AND e."action" IN ('person.resetLink', 'person.invite')
    GROUP BY u."id"`;
  return new Map(rows.map(({ userId, madeAt }) => [userId, madeAt]));
}
