import { isoDate } from '@gt/contracts/words';
import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../core/new-id.ts';
import { type PlanFixture, startHarness } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';
import { QUIET, reviewsOf } from './reviews.fixture.ts';

const h = await startHarness();
const { lead } = h.people;
const { prepare, open } = reviewsOf(h);
const caller = h.callerAs(lead);

let plan: PlanFixture;
beforeEach(async () => {
  plan = await h.makePlan();
});

const action = (more: object = {}) => h.makeAction(plan, { ...QUIET, ...more });
const sections = (review: Awaited<ReturnType<typeof open>>) =>
  review.agenda.map(({ reference, section }) => `${section} ${reference}`);

test('each section from the plan as it stands, each action once', async () => {
  const by = lead.userId;
  const moved = await action({ declaredRag: 'AMBER' });
  await caller.snapshots.take({ planId: plan.planId, idempotencyKey: newId() });
  await h.db.action.update({ where: { id: moved.id }, data: { declaredRag: 'GREEN' } });
  await action({ dueDate: new Date('2026-03-20') });
  await action({ lastUpdateAt: new Date('2026-02-20T10:00:00Z') });
  const copied = await action();
  await action({ changedAt: new Date('2026-03-11T10:00:00Z') });
  await action({ declaredRag: 'RED' });
  await action({ dueDate: new Date('2026-03-11') });
  await action({ reviewMarkedAt: new Date('2026-03-02T10:00:00Z'), reviewMarkedById: by });
  await action({ status: 'CLOSED', declaredRag: 'GREEN', dueDate: new Date('2026-03-01') });
  const closed = await action({ status: 'CLOSED', changedAt: new Date('2026-03-11T10:00:00Z') });
  await action({ deletedAt: new Date(), declaredRag: 'RED' });
  await h.db.progressUpdate.create({
    data: {
      ...{
        actionId: copied.id,
        authorId: by,
        whatHappened: 'As before.',
        difference: '',
        inTheWay: '',
        next: '',
      },
      ...{ rag: 'GREEN', ragReason: '', percentComplete: 0, sameAsLast: 96 },
    },
  });
  const review = await open(plan);
  expect(sections(review)).toEqual([
    'OVERDUE R1.A7',
    'RED_AMBER R1.A6',
    'MOVED_RAG R1.A1',
    'SILENT R1.A3',
    'COPY_PASTE R1.A4',
    'CHANGED R1.A5',
    `CHANGED R1.A${closed.number}`,
    'DUE_NEXT R1.A2',
    'ADDED R1.A8',
  ]);
  const item = review.agenda.find(({ actionId }) => actionId === moved.id);
  expect(item?.before).toMatchObject({ asAt: '2026-03-12', rag: 'AMBER', dueDate: '2026-12-01' });
  const detail = await caller.reviews.item({ reviewId: review.id, itemId: item?.id ?? '' });
  expect(detail).toMatchObject({
    ragWords: '6th week on track',
    movement: ['Better: from At risk to On track'],
    sameAsLast: null,
    lastNote: null,
  });
});

test('before it is open the agenda is worked out anew each time, with the same answers', async () => {
  const one = await action({ dueDate: new Date('2026-03-01') });
  const prepared = await prepare(plan);
  expect(prepared.agenda).toMatchObject([{ id: one.id, actionId: one.id, section: 'OVERDUE', position: 1 }]);
  const detail = await caller.reviews.item({ reviewId: prepared.id, itemId: one.id });
  expect(detail.item.reference).toBe('R1.A1');
  await h.db.action.update({ where: { id: one.id }, data: { dueDate: new Date('2026-12-01') } });
  expect((await caller.reviews.get({ reviewId: prepared.id })).agenda).toEqual([]);
  const added = await caller.reviews.addItem({ reviewId: prepared.id, actionId: one.id });
  expect((await caller.reviews.get({ reviewId: prepared.id })).agenda).toMatchObject([
    { id: added.item.id, section: 'ADDED' },
  ]);
  await caller.reviews.removeItem({ itemId: added.item.id, version: added.item.version });
  expect((await caller.reviews.get({ reviewId: prepared.id })).agenda).toEqual([]);
});

test('what was put on by hand stays when the agenda is made afresh, under its own section by then', async () => {
  const one = await action();
  const prepared = await prepare(plan);
  await caller.reviews.addItem({ reviewId: prepared.id, actionId: one.id });
  await h.db.action.update({ where: { id: one.id }, data: { declaredRag: 'RED' } });
  await caller.reviews.open({ reviewId: prepared.id, version: prepared.version });
  const { agenda } = await caller.reviews.get({ reviewId: prepared.id });
  expect(agenda).toMatchObject([
    { actionId: one.id, section: 'RED_AMBER', sections: ['RED_AMBER', 'ADDED'] },
  ]);
});

describe('what a review is of', () => {
  test('one recommendation: its actions, and those that serve it besides', async () => {
    const [first, second] = plan.recommendationIds;
    const red = { declaredRag: 'RED' };
    const serving = await action({ ...red, alsoServes: { create: [{ recommendationId: second ?? '' }] } });
    const own = await action({ ...red, recommendationId: second });
    await action(red);
    const review = await open(plan, { recommendationId: second ?? '' });
    expect(review.agenda.map(({ actionId }) => actionId).sort()).toEqual([serving.id, own.id].sort());
    expect((await open(plan, { recommendationId: first ?? '' })).agenda).toHaveLength(2);
  });

  test('one team: its own actions, and a partner agency’s those that it is the partner of', async () => {
    const red = { declaredRag: 'RED' };
    await action({ ...red, teamId: h.teams.fostering, partnerTeamId: h.teams.police });
    await action({ ...red, teamId: h.teams.permanence });
    expect((await open(plan, { teamId: h.teams.fostering })).agenda).toHaveLength(1);
    expect((await open(plan, { teamId: h.teams.police })).agenda).toHaveLength(1);
  });

  test('a plan with no actions: an empty agenda, which can be opened and frozen', async () => {
    const review = await open(plan);
    expect(review).toMatchObject({ state: 'OPEN', agenda: [], currentItemId: null });
    const frozen = await caller.reviews.freeze({ reviewId: review.id, version: review.version });
    expect((await caller.reviews.get({ reviewId: frozen.id })).state).toBe('FROZEN');
  });
});

test('another of the same scope cannot be opened meanwhile, one of another can', async () => {
  const first = await open(plan);
  const next = await prepare(plan, {});
  expect(next.id).toBe(first.id);
  const input = { planId: plan.planId, heldOn: isoDate('2026-03-13'), idempotencyKey: newId() };
  const { id: reviewId, version } = await caller.reviews.prepare(input);
  const refused = await problemOf(caller.reviews.open({ reviewId, version }));
  expect(refused).toMatchObject({ code: 'RULE', message: expect.stringMatching(/is open already. Join it/) });
  await open(plan, { teamId: h.teams.fostering });
  await open(plan, { meeting: 'BOARD' });
});

test('two who open reviews of the same scope at the same moment: one does', async () => {
  const days = ['2026-03-12', '2026-03-13'].map(isoDate);
  const prepared = await Promise.all(
    days.map((heldOn) => caller.reviews.prepare({ planId: plan.planId, heldOn, idempotencyKey: newId() })),
  );
  const ends = await Promise.allSettled(
    prepared.map(({ id: reviewId, version }) => h.callerAs(lead).reviews.open({ reviewId, version })),
  );
  expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('the chair puts the agenda in another order; a list that is not the whole of it is refused', async () => {
  for (let n = 0; n < 3; n += 1) await action({ declaredRag: 'RED' });
  const { id: reviewId, version, agenda } = await open(plan);
  const itemIds = agenda.map(({ id }) => id).reverse();
  await caller.reviews.reorder({ reviewId, version, itemIds });
  const after = await caller.reviews.get({ reviewId });
  expect(after.agenda.map(({ id, position }) => [id, position])).toEqual(
    itemIds.map((id, at) => [id, at + 1]),
  );
  for (const wrong of [itemIds.slice(1), [...itemIds, newId()], [itemIds[0] ?? '', ...itemIds]]) {
    const refused = await problemOf(
      caller.reviews.reorder({ reviewId, version: after.version, itemIds: wrong }),
    );
    expect(refused.code).toBe('INVALID');
  }
  expect((await problemOf(caller.reviews.reorder({ reviewId, version, itemIds }))).code).toBe('CONFLICT');
});

test('an action from the recycle bin, or of another plan, is not put on; one that is on is not put on twice', async () => {
  const binned = await action({ deletedAt: new Date() });
  const red = await action({ declaredRag: 'RED' });
  const { id: reviewId, agenda } = await open(plan);
  expect((await problemOf(caller.reviews.addItem({ reviewId, actionId: binned.id }))).message).toMatch(
    /recycle bin/,
  );
  const other = await h.makeAction(await h.makePlan());
  expect((await problemOf(caller.reviews.addItem({ reviewId, actionId: other.id }))).code).toBe('NOT_FOUND');
  expect((await caller.reviews.addItem({ reviewId, actionId: red.id })).item.id).toBe(agenda[0]?.id);
});

test('an item of which something was said stays on the agenda', async () => {
  await action({ declaredRag: 'RED' });
  const { agenda } = await open(plan);
  const { id: itemId, version } = agenda[0] ?? { id: '', version: 0 };
  const saved = await caller.reviews.saveItem({ itemId, version, note: 'Carers withdrew.' });
  const refused = await problemOf(caller.reviews.removeItem({ itemId, version: saved.item.version }));
  expect(refused).toMatchObject({ code: 'RULE', message: expect.stringMatching(/^Something was said/) });
  expect((await problemOf(caller.reviews.removeItem({ itemId, version }))).code).toBe('CONFLICT');
});
