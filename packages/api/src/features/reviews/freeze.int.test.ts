import type { AgendaItem } from '@gt/contracts/schemas';
import { isoDate } from '@gt/contracts/words';
import { inTransaction } from '@gt/db';
import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../core/new-id.ts';
import { type PlanFixture, startHarness } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';
import { makeMembers, QUIET, reviewsOf } from './reviews.fixture.ts';

const h = await startHarness();
const { lead, manager, viewer } = h.people;
const { open } = reviewsOf(h);
const caller = h.callerAs(lead);

let plan: PlanFixture;
beforeEach(async () => {
  plan = await h.makePlan();
  await makeMembers(h, plan, [lead, manager, viewer]);
  await h.db.plan.update({ where: { id: plan.planId }, data: { reviewWeekday: 4 } });
});

async function openWith(count: number) {
  for (let n = 0; n < count; n += 1) {
    await h.makeAction(plan, { ...QUIET, declaredRag: 'RED', ragReason: 'Carers withdrew.' });
  }
  const review = await open(plan);
  const [first, second] = review.agenda;
  return { review, reviewId: review.id, first: first as AgendaItem, second: second as AgendaItem };
}
const freeze = async (reviewId: string, by = lead) => {
  const { version } = await h.callerAs(by).reviews.get({ reviewId });
  return h.callerAs(by).reviews.freeze({ reviewId, version });
};

describe('ending a review', () => {
  test('everything said stands in the history with its end, and in the minutes', async () => {
    const { reviewId, first, second } = await openWith(2);
    await caller.reviews.saveItem({ itemId: first.id, version: 1, note: 'Typed and never recorded.' });
    await caller.reviews.saveItem({ itemId: second.id, version: 1, state: 'PARKED' });
    const frozen = await freeze(reviewId);
    const [event] = await h.db.auditEvent.findMany({
      where: { entityId: reviewId, action: 'review.freeze' },
      select: { payload: { select: { body: true } } },
    });
    expect(event?.payload?.body).toMatchObject({
      after: {
        snapshotId: frozen.snapshotId,
        reportId: frozen.minutesReportId,
        items: [
          { reference: 'R1.A1', state: 'WAITING', note: 'Typed and never recorded.' },
          { reference: 'R1.A2', state: 'PARKED' },
        ],
        notReached: 0,
      },
    });
    const minutes = await h.db.report.findUniqueOrThrow({ where: { id: frozen.minutesReportId } });
    expect(JSON.stringify(minutes.content)).toContain('Typed and never recorded.');
    expect(minutes).toMatchObject({ reviewId, snapshotId: frozen.snapshotId, state: 'ISSUING' });
    expect(h.jobs).toContainEqual({ name: 'reports.issue', data: { reportId: minutes.id } });
    const unsealed = await h.db.auditEvent.count({
      where: { seal: null, planId: plan.planId, id: { lt: 1n } },
    });
    expect(unsealed).toBe(0);
  });

  test('the history is sealed before it', async () => {
    const { reviewId } = await openWith(1);
    await freeze(reviewId);
    const unsealed = await h.db.auditEvent.findMany({
      where: { planId: plan.planId, seal: null },
      select: { action: true },
    });
    expect(unsealed.map(({ action }) => action)).not.toContain('review.open');
  });

  test('two chairs freeze at once: one does, the other is answered with what the first froze', async () => {
    const { review, reviewId } = await openWith(3);
    const input = { reviewId, version: review.version };
    const ends = await Promise.all([lead, lead, lead].map((by) => h.callerAs(by).reviews.freeze(input)));
    expect(
      new Set(ends.map(({ snapshotId, minutesReportId }) => `${snapshotId} ${minutesReportId}`)).size,
    ).toBe(1);
    expect(ends.filter(({ sentence }) => sentence.endsWith('are on their way.'))).toHaveLength(1);
    expect(
      ends.filter(({ sentence }) => /was frozen by Programme Lead on 12 March 2026/.test(sentence)),
    ).toHaveLength(2);
    expect(await h.db.snapshot.count({ where: { planId: plan.planId } })).toBe(1);
    expect(await h.db.report.count({ where: { planId: plan.planId } })).toBe(1);
  });

  test('a note that is on its way when the review is frozen is in the minutes; one that comes after keeps its words', async () => {
    const { review, reviewId, first } = await openWith(1);
    const held = Promise.withResolvers<void>();
    const written = Promise.withResolvers<void>();
    const typing = inTransaction(h.db, async (tx) => {
      await tx.$queryRaw`SELECT 1 AS "held" FROM "review" WHERE "id" = ${reviewId} FOR SHARE`;
      await tx.reviewItem.update({
        where: { id: first.id },
        data: { note: 'On its way.', version: { increment: 1 } },
      });
      written.resolve();
      await held.promise;
    });
    await written.promise;
    const freezing = caller.reviews.freeze({ reviewId, version: review.version });
    held.resolve();
    await typing;
    const { minutesReportId } = await freezing;
    const minutes = await h.db.report.findUniqueOrThrow({ where: { id: minutesReportId } });
    expect(JSON.stringify(minutes.content)).toContain('On its way.');
    const late = await problemOf(
      caller.reviews.saveItem({ itemId: first.id, version: 2, note: 'Too late.' }),
    );
    expect(late.code).toBe('RULE');
    expect(late.message).toBe(
      'This review was frozen by Programme Lead on 12 March 2026 at 10:00 and stays as it was. Your words are kept here: add them as a correction.',
    );
  });

  test('what changed since the chair looked is not frozen over: CONFLICT', async () => {
    const { review, reviewId } = await openWith(1);
    await caller.reviews.saveSummary({ reviewId, version: review.version, summary: 'A good month.' });
    const stale = await problemOf(caller.reviews.freeze({ reviewId, version: review.version }));
    expect(stale).toMatchObject({ code: 'CONFLICT', current: { values: { summary: 'A good month.' } } });
  });

  test('a mark for the review goes when its action was looked at, and stays when it was not', async () => {
    const marked = { ...QUIET, reviewMarkedAt: new Date(), reviewMarkedById: lead.userId };
    const [seen, unseen] = [await h.makeAction(plan, marked), await h.makeAction(plan, marked)];
    const { id: reviewId, agenda } = await open(plan);
    const item = agenda.find(({ actionId }) => actionId === seen.id);
    await caller.reviews.saveItem({ itemId: item?.id ?? '', version: 1, state: 'DONE' });
    await freeze(reviewId);
    const rows = await h.db.action.findMany({
      where: { id: { in: [seen.id, unseen.id] }, reviewMarkedAt: { not: null } },
      select: { id: true },
    });
    expect(rows).toEqual([{ id: unseen.id }]);
  });

  test('only whoever may run it: not the viewer in the chair', async () => {
    const { review, reviewId } = await openWith(1);
    const { version } = await caller.reviews.setChair({ reviewId, userId: viewer.userId });
    const refused = await problemOf(h.callerAs(viewer).reviews.freeze({ reviewId, version }));
    expect(refused.code).toBe('NOT_ALLOWED');
    expect(review.state).toBe('OPEN');
  });
});

describe('what is carried over', () => {
  test('open decisions and parked items come up in the next of the rhythm, settled ones do not', async () => {
    const { reviewId, first, second } = await openWith(2);
    const decide = (text: string) =>
      caller.reviews.decide({ reviewId, text, dueDate: isoDate('2026-03-19'), idempotencyKey: newId() });
    const [kept, settled] = [await decide('Ask the board.'), await decide('Call the panel.')];
    await caller.reviews.settleDecision({ decisionId: settled.id, version: 1, state: 'DONE', reviewId });
    await caller.reviews.saveItem({ itemId: second.id, version: 1, state: 'PARKED' });
    await h.db.action.updateMany({
      where: { id: { in: [first.actionId ?? '', second.actionId ?? ''] } },
      data: { declaredRag: 'GREEN', changedAt: new Date('2026-03-01') },
    });
    const { nextReviewId } = await freeze(reviewId);
    const next = await caller.reviews.get({ reviewId: nextReviewId ?? '' });
    expect(next).toMatchObject({ state: 'PREPARED', heldOn: '2026-03-19', moved: null });
    expect(next.agenda.map(({ section, reference }) => `${section} ${reference}`)).toEqual([
      `DECISIONS ${kept.reference}`,
      `ADDED ${second.reference}`,
    ]);
  });
});

describe('after it', () => {
  test('a correction is a visible note, and a new version of the minutes prints it; the review stays as it was', async () => {
    const { review, reviewId } = await openWith(1);
    const early = await problemOf(
      caller.reviews.correct({ reviewId, text: 'Too early.', idempotencyKey: newId() }),
    );
    expect(early.message).toMatch(/^Only a frozen review is corrected/);
    await freeze(reviewId);
    const input = { reviewId, text: 'The panel met on Tuesday, not on Monday.', idempotencyKey: newId() };
    await caller.reviews.correct(input);
    await caller.reviews.correct(input);
    const after = await caller.reviews.get({ reviewId });
    expect(after.corrections).toMatchObject([{ text: input.text, author: { id: lead.userId } }]);
    expect(after.agenda.map(({ reference, rag, note }) => [reference, rag, note])).toEqual(
      review.agenda.map(({ reference, rag, note }) => [reference, rag, note]),
    );
    const versions = await h.db.report.findMany({
      where: { reviewId },
      orderBy: { versionNumber: 'asc' },
      select: { id: true, content: true },
    });
    expect(versions).toHaveLength(2);
    expect(JSON.stringify(versions[0]?.content)).not.toContain(input.text);
    expect(JSON.stringify(versions[1]?.content)).toContain(input.text);
    expect(after.minutesReportId).toBe(versions[1]?.id);
  });

  test('it shows actions as they were, whatever becomes of them', async () => {
    const { reviewId, first } = await openWith(1);
    await freeze(reviewId);
    await h.db.action.update({
      where: { id: first.actionId ?? '' },
      data: { title: 'Something else', declaredRag: 'GREEN', dueDate: new Date('2027-01-01') },
    });
    const [item] = (await caller.reviews.get({ reviewId })).agenda;
    expect(item).toMatchObject({
      title: first.title,
      rag: 'RED',
      dueDate: first.dueDate,
      actionVersion: null,
    });
    const detail = await caller.reviews.item({ reviewId, itemId: item?.id ?? '' });
    expect(detail.ragWords).toBe('6th week off track');
  });

  test.each<[string, (reviewId: string, item: AgendaItem) => Promise<unknown>]>([
    ['a note', (_, { id, version }) => caller.reviews.saveItem({ itemId: id, version, note: 'x' })],
    ['a decision', (reviewId) => caller.reviews.decide({ reviewId, text: 'x', idempotencyKey: newId() })],
    ['a new chair', (reviewId) => caller.reviews.setChair({ reviewId, userId: viewer.userId })],
    ['attendance', (reviewId) => caller.reviews.setAttendance({ reviewId, version: 2, attendances: [] })],
    ['opening it again', (reviewId) => caller.reviews.open({ reviewId, version: 2 })],
    ['calling it off', (reviewId) => caller.reviews.cancel({ reviewId, version: 2, reason: 'x' })],
    [
      'an action made in it',
      (reviewId) =>
        caller.actions.create({
          ...{
            recommendationId: plan.recommendationIds[0] ?? '',
            title: 'x',
            reviewId,
            idempotencyKey: newId(),
          },
        }),
    ],
  ])('refused: %s', async (_, write) => {
    const { reviewId, first } = await openWith(1);
    await freeze(reviewId);
    const refused = await problemOf(write(reviewId, first));
    expect(refused).toMatchObject({
      code: 'RULE',
      message: expect.stringMatching(/was frozen by Programme Lead/),
    });
  });

  test('what it decided is settled in the next; its words are not changed any more', async () => {
    const { reviewId } = await openWith(1);
    const made = await caller.reviews.decide({ reviewId, text: 'Ask the board.', idempotencyKey: newId() });
    const { nextReviewId } = await freeze(reviewId);
    const edited = await problemOf(
      caller.reviews.editDecision({
        decisionId: made.id,
        version: 1,
        text: 'x',
        ownerPostId: null,
        dueDate: null,
      }),
    );
    expect(edited).toMatchObject({
      code: 'RULE',
      message: expect.stringMatching(/^This was decided in a review/),
    });
    const next = await caller.reviews.get({ reviewId: nextReviewId ?? '' });
    await caller.reviews.open({ reviewId: next.id, version: next.version });
    const settled = await caller.reviews.settleDecision({
      ...{ decisionId: made.id, version: 1, state: 'DONE', note: 'The board agreed.', reviewId: next.id },
    });
    expect(settled).toMatchObject({ state: 'DONE', settledNote: 'The board agreed.' });
    const { agenda } = await caller.reviews.get({ reviewId: next.id });
    expect(agenda.find(({ decisionId }) => decisionId === made.id)?.state).toBe('DONE');
    const { minutesReportId } = await freeze(next.id);
    const minutes = await h.db.report.findUniqueOrThrow({ where: { id: minutesReportId } });
    expect(JSON.stringify(minutes.content)).toContain('The board agreed.');
  });

  test('the last note on an action is shown in the review after', async () => {
    const { reviewId, first } = await openWith(1);
    await caller.reviews.saveItem({ itemId: first.id, version: 1, note: 'Ask the panel.', state: 'DONE' });
    const { nextReviewId } = await freeze(reviewId);
    const next = await caller.reviews.get({ reviewId: nextReviewId ?? '' });
    await caller.reviews.open({ reviewId: next.id, version: next.version });
    const { agenda } = await caller.reviews.get({ reviewId: next.id });
    const detail = await caller.reviews.item({ reviewId: next.id, itemId: agenda[0]?.id ?? '' });
    expect(detail.lastNote).toEqual({ reviewNumber: 1, heldOn: '2026-03-12', note: 'Ask the panel.' });
  });

  test('a team’s review leaves the plan’s rhythm alone, and prepares another where something is left', async () => {
    const review = await open(plan, { teamId: h.teams.fostering });
    expect((await freeze(review.id)).nextReviewId).toBeNull();
    const second = await open(plan, { teamId: h.teams.fostering }, manager);
    await h
      .callerAs(manager)
      .reviews.decide({ reviewId: second.id, text: 'Call the panel.', idempotencyKey: newId() });
    const { nextReviewId } = await freeze(second.id, manager);
    const next = await caller.reviews.get({ reviewId: nextReviewId ?? '' });
    expect(next).toMatchObject({ scope: 'Fostering', heldOn: '2026-03-19', state: 'PREPARED' });
    expect(next.agenda).toMatchObject([{ section: 'DECISIONS', title: 'Call the panel.' }]);
  });
});
