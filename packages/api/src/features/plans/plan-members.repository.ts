import type { MemberChoicesOut, PlanMember, PlanMembersOut } from '@gt/contracts/schemas';
import type { MeetingKind } from '@gt/contracts/words';
import type { Db } from '@gt/db';
import { holds } from '@gt/domain/authz';
import { memberAsks } from '@gt/domain/review';
import { fromIsoDate } from '../../core/dates.ts';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';

/** Who belongs to a plan's weekly review and to its board, the chair first, then by name. Throws NOT_FOUND. */
export async function listPlanMembers(db: Db, scope: Scope, planId: string): Promise<PlanMembersOut> {
  const plan = await db.plan.findFirst({
    where: { id: planId, deletedAt: null },
    select: { members: { select: { userId: true, meeting: true, isChair: true } } },
  });
  if (!plan) throw notFound('plan');
  const people = await findPeople(db, scope, {
    id: { in: plan.members.map(({ userId }) => userId) },
  });
  const ofMeeting = (kind: MeetingKind) => {
    const found = new Map(
      plan.members.filter(({ meeting }) => meeting === kind).map(({ userId, isChair }) => [userId, isChair]),
    );
    const members: PlanMember[] = people
      .filter(({ userId }) => found.has(userId))
      .map((person) => ({ ...person, isChair: found.get(person.userId) ?? false }))
      .sort((one, other) => Number(other.isChair) - Number(one.isChair));
    return { members, asks: memberAsks(kind, members) };
  };
  return { REVIEW: ofMeeting('REVIEW'), BOARD: ofMeeting('BOARD') };
}

/** Everybody with a working account, by name. */
export async function listMemberChoices(db: Db, scope: Scope): Promise<MemberChoicesOut> {
  const people = await findPeople(db, scope, { deactivatedAt: null });
  return people.map(({ isActive: _, ...choice }) => choice);
}

type People = { id: { in: string[] } } | { deactivatedAt: null };

/** By name, with the posts they hold today. */
async function findPeople(db: Db, scope: Scope, where: People): Promise<Omit<PlanMember, 'isChair'>[]> {
  const today = fromIsoDate(scope.today);
  const users = await db.user.findMany({
    where,
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      name: true,
      deactivatedAt: true,
      roleGrants: { select: { role: true } },
      postHoldings: {
        where: { fromDate: { lte: today }, OR: [{ toDate: null }, { toDate: { gte: today } }] },
        orderBy: { post: { title: 'asc' } },
        select: { post: { select: { title: true } } },
      },
    },
  });
  return users.map(({ id, name, deactivatedAt, roleGrants, postHoldings }) => {
    const roles = roleGrants.map(({ role }) => role);
    return {
      userId: id,
      name,
      posts: postHoldings.map(({ post }) => post.title),
      isActive: deactivatedAt === null,
      mayChair: holds(roles, 'review.chair'),
      mayRead: holds(roles, 'review.read'),
    };
  });
}
