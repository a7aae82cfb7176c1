import type { PlanDetail, PlanSummary } from '@gt/contracts/schemas';
import type { Db } from '@gt/db';
import { seesWholePlan } from '@gt/domain/authz';
import { visibleActions } from '../../core/action-access.ts';
import { toInstant } from '../../core/dates.ts';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { CLOCK_SELECT, clockOf, nextClock } from '../inspections/clock-of.ts';
import { INSPECTION_SELECT, inspectionOf } from '../inspections/inspection-of.ts';

const PLAN_SELECT = {
  id: true,
  name: true,
  kind: true,
  councilName: true,
  trustName: true,
  createdAt: true,
} as const;

/**
 * Plans the person may open, newest first. A partner gets those in which they have actions, counts only their own,
 * and sees no clock.
 */
export async function listPlans(db: Db, scope: Scope): Promise<PlanSummary[]> {
  const seesAll = seesWholePlan(scope.roles);
  const actions = visibleActions(scope, seesAll);
  const rows = await db.plan.findMany({
    where: { deletedAt: null, ...(seesAll ? {} : { actions: { some: actions } }) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: {
      ...PLAN_SELECT,
      clocks: { select: CLOCK_SELECT, orderBy: { dueDate: 'asc' } },
      _count: {
        select: {
          actions: { where: actions },
          recommendations: {
            where: { deletedAt: null, ...(seesAll ? {} : { actions: { some: actions } }) },
          },
        },
      },
    },
  });
  return rows.map(({ clocks, _count, createdAt, ...plan }) => ({
    ...plan,
    createdAt: toInstant(createdAt),
    recommendations: _count.recommendations,
    actions: _count.actions,
    clock: seesAll ? nextClock(clocks.map((clock) => clockOf(clock, scope.today))) : null,
  }));
}

/** One plan with its inspections, judgements and clocks. Throws NOT_FOUND. */
export async function getPlan(db: Db, scope: Scope, planId: string): Promise<PlanDetail> {
  const row = await db.plan.findFirst({
    where: { id: planId, deletedAt: null },
    select: {
      ...PLAN_SELECT,
      version: true,
      inspections: { select: INSPECTION_SELECT, orderBy: { createdAt: 'asc' } },
      clocks: { select: CLOCK_SELECT, orderBy: { dueDate: 'asc' } },
    },
  });
  if (!row) throw notFound('plan');
  return {
    ...row,
    createdAt: toInstant(row.createdAt),
    inspections: row.inspections.map(inspectionOf),
    clocks: row.clocks.map((clock) => clockOf(clock, scope.today)),
  };
}
