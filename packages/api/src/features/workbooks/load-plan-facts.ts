import type { Db, Tx } from '@gt/db';
import { PERMISSION_ROLES } from '@gt/domain/authz';
import type { Directory, PlanFacts } from '@gt/domain/workbook';
import { londonDate, toIsoDateOrNull } from '../../core/dates.ts';
import type { Scope } from '../../core/scope.ts';

type Reader = Pick<Db | Tx, 'team' | 'post' | 'user' | 'recommendation' | 'action'>;

/** Whom an action can be given to: teams, posts and people at work. Three statements. */
export async function loadDirectory(db: Reader, _scope: Scope): Promise<Directory> {
  const roles = [...PERMISSION_ROLES['update.create']];
  const [teams, posts, people] = [
    await db.team.findMany({
      where: { archivedAt: null },
      select: { id: true, name: true },
      orderBy: { name: 'asc' },
    }),
    await db.post.findMany({
      where: { archivedAt: null },
      select: { id: true, title: true, teamId: true },
      orderBy: { title: 'asc' },
    }),
    await db.user.findMany({
      where: { deactivatedAt: null, roleGrants: { some: { role: { in: roles } } } },
      select: { id: true, name: true },
      orderBy: { name: 'asc' },
    }),
  ];
  return { teams, posts, people };
}

/** What a workbook is held against: the plan's recommendations, actions, and whom they can be given to. */
export async function loadPlanFacts(db: Reader, scope: Scope, planId: string): Promise<PlanFacts> {
  const directory = await loadDirectory(db, scope);
  const recommendations = await db.recommendation.findMany({
    where: { planId, deletedAt: null },
    select: { id: true, number: true, quote: true },
    orderBy: { number: 'asc' },
  });
  const rows = await db.action.findMany({
    where: { planId, deletedAt: null },
    select: {
      id: true,
      number: true,
      recommendationId: true,
      version: true,
      changedById: true,
      changedAt: true,
      title: true,
      detail: true,
      successMeasure: true,
      priority: true,
      status: true,
      startDate: true,
      dueDate: true,
      teamId: true,
      ownerPostId: true,
      ownerUserId: true,
      leadPostId: true,
    },
  });
  const changers = await db.user.findMany({
    where: { id: { in: [...new Set(rows.map(({ changedById }) => changedById))] } },
    select: { id: true, name: true },
  });
  const names = new Map(changers.map(({ id, name }) => [id, name]));
  const actions = rows.map(({ changedById, changedAt, ...row }) => ({
    ...row,
    startDate: toIsoDateOrNull(row.startDate),
    dueDate: toIsoDateOrNull(row.dueDate),
    changedBy: names.get(changedById) ?? 'Somebody else',
    changedOn: londonDate(changedAt),
  }));
  return { directory, recommendations, actions };
}
