import { isoDate } from '@gt/contracts/words';
import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../core/new-id.ts';
import { type PlanFixture, startHarness } from '../../testing/harness.ts';
import { makeMembers, QUIET, reviewsOf } from './reviews.fixture.ts';

const h = await startHarness();
const { lead, manager, viewer, partner } = h.people;
const { prepare } = reviewsOf(h);

let plan: PlanFixture;
beforeEach(async () => {
  plan = await h.makePlan();
});

describe('from the agenda to the minutes', () => {
  test('a review is prepared, opened, walked through, recorded and frozen', async () => {
    await makeMembers(h, plan, [lead, manager, viewer, partner]);
    const late = await h.makeAction(plan, { ...QUIET, dueDate: new Date('2026-03-01') });
    await h.makeAction(plan, QUIET);
    const prepared = await prepare(plan);
    expect(prepared).toMatchObject({ state: 'PREPARED', scope: 'Whole plan', mayRun: true, isChair: false });
    expect(prepared.attendances.map(({ attendance }) => attendance)).toEqual(Array(4).fill('EXPECTED'));
    expect(prepared.agenda.map(({ actionId, section }) => [actionId, section])).toEqual([
      [late.id, 'OVERDUE'],
    ]);

    const { id: reviewId, version } = prepared;
    await h.callerAs(lead).reviews.open({ reviewId, version });
    const review = await h.callerAs(lead).reviews.get({ reviewId });
    expect(review).toMatchObject({ state: 'OPEN', isChair: true, chair: { id: lead.userId } });
    const [item] = review.agenda;
    if (!item) throw new Error('no item');
    expect(review.currentItemId).toBe(item.id);
    expect(item).toMatchObject({
      reference: 'R1.A1',
      rag: 'GREEN',
      calculatedRag: 'RED',
      before: null,
      version: 1,
    });

    const caller = h.callerAs(lead);
    const detail = await caller.reviews.item({ reviewId: review.id, itemId: item.id });
    expect(detail).toMatchObject({
      movement: [],
      evidenceGaps: ['No evidence', 'No measure linked', 'No difference shown'],
    });
    expect(detail.mismatch?.sentence).toMatch(/^Declared On track, calculated Off track/);

    const saved = await caller.reviews.saveItem({ itemId: item.id, version: 1, note: 'Two carers wi' });
    expect(saved.item).toMatchObject({ note: 'Two carers wi', version: 2 });
    const recorded = await caller.reviews.record({
      itemId: item.id,
      version: 2,
      note: 'Two carers withdrew.',
      state: 'DONE',
      seconds: 40,
      rating: { actionVersion: item.actionVersion ?? 0, rag: 'RED', ragReason: '' },
    });
    expect(recorded.item).toMatchObject({ rag: 'RED', state: 'DONE', secondsSpent: 40, version: 3 });
    expect(recorded.action?.version).toBe((item.actionVersion ?? 0) + 1);
    const action = await h.db.action.findUniqueOrThrow({ where: { id: late.id } });
    expect(action).toMatchObject({ declaredRag: 'RED', ragReason: 'Two carers withdrew.' });

    const decision = await caller.reviews.decide({
      reviewId: review.id,
      actionId: late.id,
      text: 'Ask the board for a second panel.',
      ownerPostId: h.posts.headOfFostering,
      dueDate: isoDate('2026-03-19'),
      idempotencyKey: newId(),
    });
    expect(decision).toMatchObject({ reference: `Review ${review.number}, decision 1`, state: 'OPEN' });
    const made = await caller.actions.create({
      recommendationId: plan.recommendationIds[0] ?? '',
      title: 'Hold a second panel',
      reviewId: review.id,
      idempotencyKey: newId(),
    });
    const head = await caller.reviews.get({ reviewId: review.id });
    expect(head.actionsArising).toMatchObject([{ id: made.id, title: 'Hold a second panel' }]);

    const frozen = await caller.reviews.freeze({ reviewId: review.id, version: head.version });
    expect(frozen.sentence).toMatch(/is frozen/);
    const after = await caller.reviews.get({ reviewId: review.id });
    expect(after).toMatchObject({
      state: 'FROZEN',
      snapshotId: frozen.snapshotId,
      minutesReportId: frozen.minutesReportId,
    });
    expect(after.agenda[0]).toMatchObject({ rag: 'RED', note: 'Two carers withdrew.', actionVersion: null });
    const told = await h.db.notification.findMany({ where: { kind: 'REVIEW_FROZEN', sourceId: review.id } });
    expect(told.map(({ userId }) => userId).sort()).toEqual([manager.userId, viewer.userId].sort());
  });
});
