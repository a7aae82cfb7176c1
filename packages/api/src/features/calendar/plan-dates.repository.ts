import type { PlanDateOut } from '@gt/contracts/schemas';
import type { Db } from '@gt/db';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { PLAN_DATE_SELECT, planDateOut } from './plan-date-access.ts';

/** The most that the bin shows at once. */
const BIN_LIMIT = 100;

/** One date with its words. Throws NOT_FOUND. */
export async function getPlanDate(db: Db, _scope: Scope, planDateId: string): Promise<PlanDateOut> {
  const row = await db.planDate.findFirst({
    where: { id: planDateId, deletedAt: null, plan: { deletedAt: null } },
    select: PLAN_DATE_SELECT,
  });
  if (!row) throw notFound('date');
  const names = await namesOf(db, [row.createdById]);
  return planDateOut(row, names.get(row.createdById) ?? '');
}

/** The dates of a plan that were taken out, newest first, with why. */
export async function listPlanDateBin(db: Db, _scope: Scope, planId: string): Promise<PlanDateOut[]> {
  const rows = await db.planDate.findMany({
    where: { planId, deletedAt: { not: null }, plan: { deletedAt: null } },
    orderBy: [{ deletedAt: 'desc' }, { id: 'desc' }],
    take: BIN_LIMIT,
    select: PLAN_DATE_SELECT,
  });
  const names = await namesOf(
    db,
    rows.map(({ createdById }) => createdById),
  );
  return rows.map((row) => planDateOut(row, names.get(row.createdById) ?? ''));
}

async function namesOf(db: Db, userIds: readonly string[]): Promise<Map<string, string>> {
  const people = await db.user.findMany({
    where: { id: { in: [...userIds] } },
    select: { id: true, name: true },
  });
  return new Map(people.map(({ id, name }) => [id, name]));
}
