import { describe, expect, it } from 'vitest';
import { systemScope } from '../../core/guard.ts';
import { newId } from '../../core/new-id.ts';
import { type PlanFixture, startHarness } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';
import { loadPackContent } from '../packs/load-pack-content.ts';
import { makeEvidence } from '../packs/packs.fixture.ts';
import { listAllPlans } from './all-plans.repository.ts';
import { aPlanContent } from './plan-content.fixture.ts';

const h = await startHarness();
const lead = h.callerAs(h.people.lead);
const partner = h.callerAs(h.people.partner);
const OPINION = 'ASSURANCE_LIMITED' as const;

const NOBODY = {
  teamId: null,
  ownerPostId: null,
  ownerUserId: null,
  leadPostId: null,
  partnerTeamId: null,
  supportingTeamIds: [],
  reason: '',
};

/** Two plans, and an action of the first one that answers R1 of the second. */
async function twoPlans() {
  const home = await h.makePlan();
  const other = await h.makePlan();
  await h.db.plan.update({ where: { id: other.planId }, data: { name: 'Northmoor SEND 2025' } });
  const action = await h.makeAction(home, { partnerTeamId: h.teams.police });
  const target = other.recommendationIds[0] ?? '';
  const answer = (alsoServesIds: string[], version: number) =>
    lead.actions.assign({
      actionId: action.id,
      version,
      ...NOBODY,
      partnerTeamId: h.teams.police,
      alsoServesIds,
    });
  await answer([target], action.version);
  return { home, other, action, target, answer };
}

const proofOf = (action: { id: string }, home: PlanFixture) =>
  makeEvidence(h, home, {
    bytes: `proof of ${action.id}`,
    actionId: action.id,
    recommendationIds: [home.recommendationIds[0] ?? ''],
    sensitivity: 'OFFICIAL_SENSITIVE',
  });

describe('an action that answers a recommendation of another plan', () => {
  it('counts in that recommendation, and in no total but of its own plan', async () => {
    const { home, other, action, target } = await twoPlans();
    await proofOf(action, home);
    const shown = await lead.recommendations.get({ recommendationId: target });
    expect(shown.actions).toMatchObject([
      {
        id: action.id,
        reference: 'R1.A1',
        isServed: true,
        planId: home.planId,
        ofPlan: 'Northmoor ILACS plan',
      },
    ]);
    expect(shown.evidence).toMatchObject([{ reference: 'E1', ofPlan: 'Northmoor ILACS plan' }]);
    expect(shown.evidenceAnswer.missing.flatMap(({ references }) => references)).not.toContain('E1');
    expect(shown.thread.knots.find(({ knot }) => knot === 'DONE')?.state).not.toBe('MISSING');
    const [row] = await lead.recommendations.list({ planId: other.planId });
    expect(row).toMatchObject({ actions: 1, evidence: 1, acceptedEvidence: 1 });
    const there = await lead.dashboard.position({ planId: other.planId });
    expect(there.totals).toMatchObject({ actions: { value: 0 } });
    const here = await lead.dashboard.position({ planId: home.planId });
    expect(here.totals).toMatchObject({ actions: { value: 1 } });
  });

  it('is no longer there while it is in the recycle bin, and comes back with it', async () => {
    const { action, target } = await twoPlans();
    const count = async () => (await lead.recommendations.get({ recommendationId: target })).actions.length;
    const at = await lead.actions.get({ actionId: action.id });
    const gone = await lead.actions.remove({
      actionId: action.id,
      version: at.version,
      reason: 'Entered twice by mistake.',
    });
    expect(await count()).toBe(0);
    await lead.actions.restore({ actionId: action.id, version: gone.version });
    expect(await count()).toBe(1);
  });

  it('keeps its link when it moves in its own plan, under its new reference', async () => {
    const { home, action, target } = await twoPlans();
    const at = await lead.actions.get({ actionId: action.id });
    await lead.planning.moveAction({
      actionId: action.id,
      version: at.version,
      recommendationId: home.recommendationIds[1] ?? '',
      reason: 'It belongs to permanence.',
    });
    const shown = await lead.recommendations.get({ recommendationId: target });
    expect(shown.actions).toMatchObject([{ reference: 'R2.A1' }]);
  });

  it('is on record on both sides when it is linked, unlinked and linked again by undoing', async () => {
    const { other, action, target, answer } = await twoPlans();
    const at = await lead.actions.get({ actionId: action.id });
    expect(at.alsoServes).toMatchObject([
      { recommendationId: target, number: 1, ofPlan: 'Northmoor SEND 2025' },
    ]);
    const { version } = await answer([], at.version);
    await lead.assignments.undo({ entries: [{ actionId: action.id, version }] });
    const rows = await h.db.auditEvent.findMany({
      where: { entityType: 'RECOMMENDATION', entityId: target },
      orderBy: { id: 'asc' },
      select: { action: true, planId: true },
    });
    expect(rows).toEqual(
      ['answered', 'unanswered', 'answered'].map((verb) => ({
        action: `recommendation.${verb}`,
        planId: other.planId,
      })),
    );
    const history = await lead.actions.history({ actionId: action.id, filter: {}, before: null, limit: 20 });
    const words = history.entries
      .flatMap(({ changes }) => changes)
      .filter(({ field }) => field === 'Also serves');
    expect(words.map(({ to }) => to)).toContain('R1 of Northmoor SEND 2025');
  });

  it('of two people who link at once, one is told of the other', async () => {
    const { home, other, action, target, answer } = await twoPlans();
    const { version } = await lead.actions.get({ actionId: action.id });
    const more = other.recommendationIds[1] ?? '';
    const own = home.recommendationIds[1] ?? '';
    const results = await Promise.allSettled([
      answer([target, more], version),
      answer([target, own], version),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = results.find((one) => one.status === 'rejected');
    expect((await problemOf(Promise.reject(refused?.reason))).code).toBe('CONFLICT');
    const links = await h.db.alsoServes.count({ where: { actionId: action.id } });
    expect(links).toBe(2);
  });

  it('comes into the table of the other plan when asked for, and is told apart in its own', async () => {
    const { home, other, action } = await twoPlans();
    const of = async (planId: string, filter: object, as = lead) =>
      (await as.actions.list({ planId, filter })).rows.map(({ id }) => id);
    expect(await of(other.planId, {})).toEqual([]);
    expect(await of(other.planId, { fromOtherPlans: true })).toEqual([action.id]);
    expect(await of(home.planId, { fromOtherPlans: true })).toEqual([]);
    expect(await of(home.planId, { answersElsewhere: true })).toEqual([action.id]);
    expect(await of(home.planId, { inspectionIds: [home.inspectionId] })).toEqual([action.id]);
    expect(await of(home.planId, { categories: ['HIGH'] })).toEqual([]);
    expect(await of(other.planId, { fromOtherPlans: true }, partner)).toEqual([]);
  });

  it('tells a partner who has it nothing of the other plan', async () => {
    const { action } = await twoPlans();
    const seen = await partner.actions.get({ actionId: action.id });
    expect(seen.alsoServes).toEqual([]);
    const history = await partner.actions.history({
      actionId: action.id,
      filter: {},
      before: null,
      limit: 20,
    });
    expect(JSON.stringify(history)).not.toContain('SEND');
  });

  it('stands in the pack of the other plan, marked, with its evidence where its sensitivity belongs', async () => {
    const { home, other, action } = await twoPlans();
    await proofOf(action, home);
    const ctx = h.ctxAs(h.people.lead);
    const { content } = await loadPackContent(ctx.db, systemScope(h.people.lead, ctx), {
      packId: newId(),
      planId: other.planId,
      recommendationIds: [],
      marking: 'OFFICIAL_SENSITIVE',
      audience: 'INSPECTOR',
      coverNote: '',
      cutOff: null,
      snapshot: null,
      audit: { sequence: 0, hash: '', at: '' },
    });
    expect(content.recommendations[0]).toMatchObject({
      actions: [],
      alsoAnsweredBy: [{ ref: 'R1.A1 of Northmoor ILACS plan' }],
    });
    expect(content.evidence).toMatchObject([
      {
        ref: 'E1 of Northmoor ILACS plan',
        place: 'APPENDIX',
        recommendationRefs: ['R1'],
        actionRefs: ['R1.A1 of Northmoor ILACS plan'],
      },
    ]);
  });
});

describe('all plans side by side', () => {
  it('gives each plan its figures, and counts what answers several once', async () => {
    const { home, other, action } = await twoPlans();
    await proofOf(action, home);
    const before = await lead.plans.all();
    const of = (planId: string, { plans } = before) => plans.find(({ id }) => id === planId);
    expect(of(home.planId)).toMatchObject({
      figures: { actions: 1, closed: 0, noEvidence: 0, recommendations: 2, noAction: 1 },
      answeredFromOutside: 0,
      inspections: [{ kind: 'ILACS_STANDARD', on: '2025-12-12' }],
      movement: null,
    });
    expect(of(other.planId)).toMatchObject({
      name: 'Northmoor SEND 2025',
      figures: { actions: 0, recommendations: 2, noAction: 1 },
      answeredFromOutside: 1,
    });
    const sum = before.plans.reduce((total, { figures }) => total + figures.actions, 0);
    expect(before.together.actions).toBe(sum);
    expect(before.together.actions).toBe(
      await h.db.action.count({ where: { deletedAt: null, plan: { deletedAt: null } } }),
    );
    // The list of the plan itself says the same.
    const { total } = await lead.actions.list({
      planId: home.planId,
      filter: {},
      page: { kind: 'FIRST', size: 50 },
    } as never);
    expect(total).toBe(1);
  });

  it('asks the same four statements however many plans there are', async () => {
    const scope = systemScope(h.people.lead, h.ctxAs(h.people.lead));
    const statements = async () => {
      let count = 0;
      const counted = h.db.$extends({
        query: {
          $allOperations({ args, query }) {
            count += 1;
            return query(args);
          },
        },
      });
      const { plans } = await listAllPlans(counted as unknown as typeof h.db, scope);
      return { count, plans: plans.length };
    };
    const before = await statements();
    for (let index = 0; index < 5; index += 1) await h.makePlan();
    expect(await statements()).toEqual({ count: before.count, plans: before.plans + 5 });
    expect(before.count).toBe(4);
  });
});

describe('a further inspection of a plan', () => {
  const visit = () => {
    const { inspection, recommendations } = aPlanContent();
    return {
      inspection: { ...inspection, kind: 'FOCUSED_VISIT' as const, judgements: [] },
      hasAreaForPriorityAction: true,
      recommendations: recommendations.map((item) => ({
        ...item,
        paragraphs: [],
        category: 'PRIORITY_ACTION' as const,
      })),
    };
  };

  it('goes on numbering, has clocks of its own, and says where an item came from', async () => {
    const plan = await h.makePlan();
    const input = { ...visit(), planId: plan.planId, idempotencyKey: newId() };
    await Promise.all([lead.plans.addInspection(input), lead.plans.addInspection(input)]);
    const rows = await lead.recommendations.list({ planId: plan.planId });
    expect(rows.map(({ reference }) => reference)).toEqual(['R1', 'R2', 'R3', 'R4']);
    expect(rows[2]).toMatchObject({
      category: 'PRIORITY_ACTION',
      inspection: { kind: 'FOCUSED_VISIT', on: '2025-12-12' },
    });
    expect(rows[0]).toMatchObject({ category: null, inspection: { kind: 'ILACS_STANDARD' } });
    const { inspections, clocks } = await lead.plans.get({ planId: plan.planId });
    expect(inspections).toHaveLength(2);
    const came = inspections.find(({ kind }) => kind === 'FOCUSED_VISIT');
    const ofVisit = clocks.filter(({ inspectionId }) => inspectionId === came?.id);
    expect(ofVisit.map(({ workingDays }) => workingDays)).toEqual([20, 70]);
  });

  it('two that come in at once are numbered one after the other', async () => {
    const plan = await h.makePlan();
    await Promise.all(
      [1, 2].map(() =>
        lead.plans.addInspection({ ...visit(), planId: plan.planId, idempotencyKey: newId() }),
      ),
    );
    const rows = await lead.recommendations.list({ planId: plan.planId });
    expect(rows.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
    const next = await lead.recommendations.add({
      planId: plan.planId,
      inspectionId: rows[0]?.inspection?.id ?? null,
      quote: 'One that the letter names in passing.',
      leadIn: null,
      page: null,
      judgementAreas: [],
      frameworkRefs: [],
      idempotencyKey: newId(),
    });
    expect(next.reference).toBe('R7');
    const shown = await lead.recommendations.get({ recommendationId: next.recommendationId });
    expect(shown.inspection).toMatchObject({ kind: 'ILACS_STANDARD' });
  });

  it('is refused what its kind does not have', async () => {
    const plan = await h.makePlan();
    const given = visit();
    const wrong = {
      ...given,
      planId: plan.planId,
      idempotencyKey: newId(),
      inspection: { ...given.inspection, outcome: OPINION },
      recommendations: given.recommendations.map((item) => ({ ...item, category: 'HIGH' as const })),
    };
    const problem = await problemOf(lead.plans.addInspection(wrong));
    expect(problem.fields?.map(({ field }) => field)).toEqual([
      'inspection.outcome',
      'recommendations.0.category',
      'recommendations.1.category',
    ]);
  });
});
