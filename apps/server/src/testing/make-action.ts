import type { Db } from '@gt/db';

/** A plan with one recommendation and one action under it, to upload evidence to. */
export async function makeAction(db: Db, userId: string): Promise<{ planId: string; actionId: string }> {
  const plan = await db.plan.create({
    data: { name: 'Plan', councilName: 'Council', trustName: 'Trust', createdById: userId },
    select: { id: true },
  });
  const recommendation = await db.recommendation.create({
    data: { planId: plan.id, number: 1, quote: 'The effectiveness of the fostering service.' },
    select: { id: true },
  });
  const action = await db.action.create({
    data: {
      planId: plan.id,
      recommendationId: recommendation.id,
      number: 1,
      title: 'Recruit twelve mainstream carers',
      createdById: userId,
      changedById: userId,
    },
    select: { id: true },
  });
  return { planId: plan.id, actionId: action.id };
}
