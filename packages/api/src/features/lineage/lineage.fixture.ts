import { newId } from '../../core/new-id.ts';
import { type PlanFixture, startHarness } from '../../testing/harness.ts';

export const words = (quote: string) => ({ quote, leadIn: null, page: 3, judgementAreas: [] });

/** What the earlier inspections of the tests said. */
export const SAID = [
  'Ensure that every child has a plan for permanence that is acted on without drift.',
  'Practice with children who live in private fostering arrangements.',
  'Reduce the backlog of domestic abuse notifications.',
];

export const facts = (endDate: string, more: Record<string, unknown> = {}) => ({
  kind: 'SIF' as const,
  frameworkKey: 'SIF',
  authority: 'Northmoor City Council',
  inspectionDateText: `ended ${endDate}`,
  startDate: null,
  endDate,
  publicationDate: null,
  judgements: [{ area: 'overall', grade: 'INADEQUATE' as const }],
  ...more,
});

/** The second recommendation of a plan repeats an earlier one: what is sent to say so. */
export const decideOn = (plan: PlanFixture, id: string, more: Record<string, unknown> = {}) => ({
  recommendationId: plan.recommendationIds[1] ?? '',
  earlier: { source: 'EARLIER' as const, id },
  state: 'CONFIRMED' as const,
  note: '',
  version: null,
  idempotencyKey: newId(),
  ...more,
});

/** The harness, a programme lead, and councils with earlier inspections. */
export async function startLineage() {
  const harness = await startHarness();
  const lead = harness.callerAs(harness.people.lead);
  return {
    ...harness,
    lead,
    bringIn: (plan: PlanFixture, endDate: string, more: Record<string, unknown> = {}) =>
      lead.lineage.addInspection({
        planId: plan.planId,
        importId: null,
        inspection: facts(endDate, more),
        recommendations: SAID.map(words),
        idempotencyKey: newId(),
      }),
    /** A plan of a council of its own: history is shared by name. */
    aCouncil: async (name: string): Promise<PlanFixture> => {
      const plan = await harness.makePlan();
      await harness.db.plan.update({
        where: { id: plan.planId },
        data: { councilName: name },
        select: { id: true },
      });
      await harness.db.inspection.update({
        where: { id: plan.inspectionId },
        data: { authority: name },
        select: { id: true },
      });
      return plan;
    },
  };
}
