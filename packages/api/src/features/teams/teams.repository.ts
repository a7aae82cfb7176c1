import type { Db } from '@gt/db';
import { OPEN_STATUSES } from '@gt/domain/action';
import { fromIsoDate, toIsoDate, toIsoDateOrNull } from '../../core/dates.ts';
import type { Scope } from '../../core/scope.ts';

/** Every team with its members, posts, present and earlier holders, and how much open work each has. */
export async function listTeams(db: Db, scope: Scope) {
  const isOpen = { deletedAt: null, status: { in: [...OPEN_STATUSES] } };
  const rows = await db.team.findMany({
    orderBy: [{ archivedAt: { sort: 'asc', nulls: 'first' } }, { kind: 'asc' }, { name: 'asc' }],
    select: {
      id: true,
      name: true,
      kind: true,
      version: true,
      archivedAt: true,
      memberships: { select: { userId: true } },
      _count: { select: { actions: { where: isOpen } } },
      posts: {
        orderBy: { title: 'asc' },
        select: {
          id: true,
          title: true,
          version: true,
          archivedAt: true,
          _count: { select: { ownedActions: { where: isOpen } } },
          holdings: {
            orderBy: { fromDate: 'desc' },
            select: {
              userId: true,
              fromDate: true,
              toDate: true,
              note: true,
              user: { select: { name: true, deactivatedAt: true } },
            },
          },
        },
      },
    },
  });
  const memberIds = rows.flatMap((team) => team.memberships.map((membership) => membership.userId));
  const users = await db.user.findMany({
    where: { id: { in: memberIds }, deactivatedAt: null },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  });
  const today = fromIsoDate(scope.today);
  return rows.map((team) => {
    const ids = new Set(team.memberships.map((membership) => membership.userId));
    return {
      id: team.id,
      name: team.name,
      kind: team.kind,
      version: team.version,
      archived: team.archivedAt !== null,
      members: users.filter((user) => ids.has(user.id)),
      openActions: team._count.actions,
      posts: team.posts.map((post) => {
        const now = post.holdings.find(
          (h) => h.fromDate <= today && (h.toDate === null || h.toDate >= today),
        );
        return {
          id: post.id,
          title: post.title,
          version: post.version,
          archived: post.archivedAt !== null,
          openActions: post._count.ownedActions,
          holder: now ? holderOf(now) : null,
          holdings: post.holdings.map((holding) => ({
            userId: holding.userId,
            name: holding.user.name,
            fromDate: toIsoDate(holding.fromDate),
            toDate: toIsoDateOrNull(holding.toDate),
            note: holding.note,
          })),
        };
      }),
    };
  });
}

function holderOf(holding: {
  userId: string;
  fromDate: Date;
  user: { name: string; deactivatedAt: Date | null };
}) {
  return {
    userId: holding.userId,
    name: holding.user.name,
    fromDate: toIsoDate(holding.fromDate),
    deactivated: holding.user.deactivatedAt !== null,
  };
}
