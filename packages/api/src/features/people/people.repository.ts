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
      sessions: { orderBy: { activeAt: 'desc' }, take: 1, select: { activeAt: true } },
      postHoldings: {
        where: { fromDate: { lte: today }, OR: [{ toDate: null }, { toDate: { gte: today } }] },
        select: { post: { select: { id: true, title: true } } },
      },
    },
  });
  const memberships = await db.teamMembership.findMany({
    select: { userId: true, team: { select: { id: true, name: true } } },
  });
  return users.map((user) => ({
    id: user.id,
    name: user.name,
    email: user.email,
    version: user.version,
    roles: user.roleGrants.map((grant) => grant.role),
    teams: memberships.filter((membership) => membership.userId === user.id).map(({ team }) => team),
    posts: user.postHoldings.map(({ post }) => post),
    deactivatedAt: user.deactivatedAt ? toInstant(user.deactivatedAt) : null,
    lastActiveAt: user.sessions[0] ? toInstant(user.sessions[0].activeAt) : null,
  }));
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
