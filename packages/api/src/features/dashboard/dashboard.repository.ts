import type { PositionOut } from '@gt/contracts/schemas';
import type { Db } from '@gt/db';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { CLOCK_SELECT, clockOf } from '../inspections/clock-of.ts';
import {
  loadActionFacts,
  loadEvidenceFacts,
  loadRecommendationFacts,
} from '../recommendations/load-facts.ts';
import { loadMeasureFacts } from '../recommendations/load-measure-facts.ts';
import { positionOf } from './position-of.ts';

/** The plan's front page. Six statements, however large the plan. Throws NOT_FOUND. */
export async function getPosition(db: Db, scope: Scope, planId: string): Promise<PositionOut> {
  const [plan, clocks, recommendations, actions, evidence, measures] = await Promise.all([
    db.plan.findFirst({ where: { id: planId, deletedAt: null }, select: { id: true } }),
    db.statutoryClock.findMany({ where: { planId }, select: CLOCK_SELECT, orderBy: { dueDate: 'asc' } }),
    loadRecommendationFacts(db, scope, { planId }),
    loadActionFacts(db, scope, { planId }),
    loadEvidenceFacts(db, scope, { planId }),
    loadMeasureFacts(db, scope, { planId }),
  ]);
  if (!plan) throw notFound('plan');
  const facts = {
    planId,
    clocks: clocks.map((clock) => clockOf(clock, scope.today)),
    recommendations,
    actions,
    evidence,
    measures,
  };
  return positionOf(facts, scope.today);
}
