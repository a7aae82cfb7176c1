import type { Db } from '@gt/db';
import { fromIsoDate, toInstant } from '../../core/dates.ts';
import type { Scope } from '../../core/scope.ts';

/** Every account with roles, teams and the posts held today. */
export async function listPeople(db: Db, scope: Scope) {
  const today = fromIsoDate(scope.today);
  const users = await db.user.findMany({
    orderBy: [{ deactivatedAt: { sort: 'asc', nulls: 'first' } }, { name: 'asc' }],
    select: {
      id: true,
      name: true,
      email: true,
      version: true,
      deactivatedAt: true,
      roleGrants: { select: { role: true } },
      postHoldings: {
        where: { fromDate: { lte: today }, OR: [{ toDate: null }, { toDate: { gte: today } }] },
        select: { post: { select: { id: true, title: true } } },
      },
    },
  });
  const memberships = await db.teamMembership.findMany({
    select: { userId: true, team: { select: { id: true, name: true } } },
  });
  const seen = await lastActivity(db);
  return users.map((user) => ({
    id: user.id,
    name: user.name,
    email: user.email,
    version: user.version,
    roles: user.roleGrants.map((grant) => grant.role),
    teams: memberships.filter((membership) => membership.userId === user.id).map(({ team }) => team),
    posts: user.postHoldings.map(({ post }) => post),
    deactivatedAt: user.deactivatedAt ? toInstant(user.deactivatedAt) : null,
    lastActiveAt: seen.get(user.id) ?? null,
  }));
}

/** Sessions end and go; the history of signing in and out stays. The later of the two is when somebody was here. */
async function lastActivity(db: Db): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ userId: string; at: Date }[]>`
    SELECT "userId", max("at") AS "at" FROM (
      SELECT "userId", "activeAt" AS "at" FROM "session"
      UNION ALL
      SELECT "entityId", max("at") FROM "audit_event"
      WHERE "entityType" = 'USER' AND "action" IN ('session.signIn', 'session.signOut') GROUP BY "entityId"
    ) s GROUP BY "userId"`;
  return new Map(rows.map((row) => [row.userId, toInstant(row.at)]));
}

/** One-time links that can still be used. */
export async function listInvitations(db: Db, scope: Scope) {
  const rows = await db.invitation.findMany({
    where: { usedAt: null, revokedAt: null, expiresAt: { gt: scope.now } },
    orderBy: { createdAt: 'desc' },
    select: { id: true, kind: true, email: true, name: true, roles: true, createdAt: true, expiresAt: true },
  });
  return rows.map((row) => ({
    ...row,
    createdAt: toInstant(row.createdAt),
    expiresAt: toInstant(row.expiresAt),
  }));
}
