import { beforeAll, describe, expect, it } from 'vitest';
import { type Harness, type PlanFixture, startHarness } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';

let h: Harness;
let plan: PlanFixture;

beforeAll(async () => {
  h = await startHarness();
  plan = await h.makePlan();
});

describe('status', () => {
  it('closes only by a verifier who took no part, on accepted evidence', async () => {
    const { id, version } = await h.makeAction(plan, {
      teamId: h.teams.fostering,
      ownerPostId: h.posts.headOfFostering,
      status: 'IN_PROGRESS',
    });
    const manager = h.callerAs(h.people.manager);
    const verifier = h.callerAs(h.people.verifier);
    const direct = await problemOf(manager.actions.changeStatus({ actionId: id, version, status: 'CLOSED' }));
    expect(direct.message).toContain('A verifier closes an action');
    const done = await manager.actions.changeStatus({
      actionId: id,
      version,
      status: 'AWAITING_EVIDENCE_CHECK',
    });
    const bare = await problemOf(verifier.actions.close({ actionId: id, version: done.version }));
    expect(bare).toMatchObject({ code: 'RULE' });
    expect(bare.message).toContain('None has been uploaded');
    await linkEvidence(id, 'ACCEPTED', h.people.manager.userId);
    const byOwner = await problemOf(manager.actions.close({ actionId: id, version: done.version }));
    expect(byOwner.code).toBe('NOT_ALLOWED');
    await verifier.actions.close({ actionId: id, version: done.version });
    const closed = await verifier.actions.get({ actionId: id });
    expect(closed).toMatchObject({ status: 'CLOSED', declaredRag: 'BLUE', calculatedRag: 'BLUE' });
    expect(closed.evidence).toMatchObject({ total: 1, accepted: 1 });
    expect(closed.closedAt).not.toBeNull();
    const reopened = await problemOf(
      manager.actions.changeStatus({ actionId: id, version: closed.version, status: 'REOPENED' }),
    );
    expect(reopened.fields).toEqual([{ field: 'reason', message: 'Enter why the action is reopened.' }]);
    await manager.actions.changeStatus({
      actionId: id,
      version: closed.version,
      status: 'REOPENED',
      reason: 'The dip sample of March did not hold',
    });
    expect(await manager.actions.get({ actionId: id })).toMatchObject({
      status: 'REOPENED',
      declaredRag: 'NONE',
      closedAt: null,
    });
  });

  it('goes to the recycle bin and back with its reason', async () => {
    const { id, version } = await h.makeAction(plan, { title: 'To be removed' });
    const lead = h.callerAs(h.people.lead);
    const removed = await lead.actions.remove({
      actionId: id,
      version,
      reason: 'Entered twice by mistake',
    });
    const list = await lead.actions.list({ planId: plan.planId, filter: { q: 'To be removed' } });
    expect(list.total).toBe(0);
    expect((await problemOf(h.callerAs(h.people.viewer).actions.get({ actionId: id }))).code).toBe(
      'NOT_FOUND',
    );
    expect(await lead.actions.get({ actionId: id })).toMatchObject({
      deletedReason: 'Entered twice by mistake',
    });
    await lead.actions.restore({ actionId: id, version: removed.version });
    expect(await lead.actions.get({ actionId: id })).toMatchObject({ deletedAt: null });
  });
});

async function linkEvidence(actionId: string, state: 'ACCEPTED' | 'RETURNED', uploadedById: string) {
  const action = await h.db.action.findUniqueOrThrow({
    where: { id: actionId },
    select: { planId: true, recommendationId: true },
  });
  const { nextEvidenceNumber } = await h.db.plan.update({
    where: { id: action.planId },
    data: { nextEvidenceNumber: { increment: 1 } },
    select: { nextEvidenceNumber: true },
  });
  const evidence = await h.db.evidence.create({
    data: {
      planId: action.planId,
      number: nextEvidenceNumber - 1,
      title: 'Dip sample of ten files',
      kind: 'AUDIT',
      shows: 'Plans are reviewed on time',
      state,
      uploadedById,
      changedById: uploadedById,
    },
    select: { id: true },
  });
  await h.db.evidenceLink.create({
    data: {
      evidenceId: evidence.id,
      actionId,
      recommendationId: action.recommendationId,
      linkedById: uploadedById,
    },
    select: { id: true },
  });
}
