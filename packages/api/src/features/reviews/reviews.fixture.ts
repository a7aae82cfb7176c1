import type { ReviewOut } from '@gt/contracts/schemas';
import type { IsoDate } from '@gt/contracts/words';
import { newId } from '../../core/new-id.ts';
import { type Harness, type Person, type PlanFixture, TODAY } from '../../testing/harness.ts';

type Of = { recommendationId?: string; teamId?: string; meeting?: 'REVIEW' | 'BOARD' };

/** Reviews in tests: prepared and opened as people do it. */
export function reviewsOf(h: Harness, today: IsoDate = TODAY) {
  const prepare = async (plan: PlanFixture, of: Of = {}, by: Person = h.people.lead): Promise<ReviewOut> => {
    const input = { planId: plan.planId, ...of, heldOn: today, idempotencyKey: newId() };
    const { id } = await h.callerAs(by, today).reviews.prepare(input);
    return h.callerAs(by, today).reviews.get({ reviewId: id });
  };
  const open = async (plan: PlanFixture, of: Of = {}, by: Person = h.people.lead): Promise<ReviewOut> => {
    const { id: reviewId, version } = await prepare(plan, of, by);
    await h.callerAs(by, today).reviews.open({ reviewId, version });
    return h.callerAs(by, today).reviews.get({ reviewId });
  };
  return { prepare, open };
}

/** Makes people members of the plan's meeting. */
export async function makeMembers(
  h: Harness,
  plan: PlanFixture,
  people: readonly Person[],
  meeting: 'REVIEW' | 'BOARD' = 'REVIEW',
): Promise<void> {
  await h.db.planMember.createMany({
    data: people.map(({ userId }) => ({ planId: plan.planId, userId, meeting })),
  });
}

/** Columns of an action of which no agenda has anything to say: on track, due far ahead, spoken of lately. */
export const QUIET = {
  status: 'IN_PROGRESS',
  declaredRag: 'GREEN',
  ragDeclaredAt: new Date('2026-02-02T10:00:00Z'),
  startDate: new Date('2026-02-02'),
  originalDueDate: new Date('2026-12-01'),
  dueDate: new Date('2026-12-01'),
  lastUpdateAt: new Date('2026-03-04T10:00:00Z'),
  createdAt: new Date('2026-02-02T10:00:00Z'),
  changedAt: new Date('2026-03-01T10:00:00Z'),
};
