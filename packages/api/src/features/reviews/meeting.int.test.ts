import type { AgendaItem } from '@gt/contracts/schemas';
import { isoDate } from '@gt/contracts/words';
import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../core/new-id.ts';
import { type Person, type PlanFixture, startHarness } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';
import { makeMembers, QUIET, reviewsOf } from './reviews.fixture.ts';

const h = await startHarness();
const { lead, manager, viewer, contributor, verifier } = h.people;
const { open, prepare } = reviewsOf(h);
const caller = h.callerAs(lead);

let plan: PlanFixture;
beforeEach(async () => {
  plan = await h.makePlan();
  await makeMembers(h, plan, [lead, manager, viewer, contributor]);
});

/** An open review with so many red actions on its agenda. */
async function openWith(count: number, more: object = {}) {
  for (let n = 0; n < count; n += 1) {
    await h.makeAction(plan, { ...QUIET, declaredRag: 'RED', ragReason: 'Carers withdrew.', ...more });
  }
  const review = await open(plan);
  const [first, second] = review.agenda;
  return { review, reviewId: review.id, first: first as AgendaItem, second: second as AgendaItem };
}
const audits = (reviewId: string) =>
  h.db.auditEvent.findMany({
    where: { entityType: 'REVIEW', entityId: reviewId },
    orderBy: { id: 'asc' },
    select: { action: true, payload: { select: { body: true } } },
  });
const rating = ({ actionVersion }: AgendaItem, rag: 'RED' | 'AMBER' | 'GREEN', ragReason = '') => ({
  actionVersion: actionVersion ?? 0,
  rag,
  ragReason,
});

describe('a note as it is typed', () => {
  test('is kept at each pause, and stands in no history until the item is recorded', async () => {
    const { reviewId, first } = await openWith(1);
    const before = (await audits(reviewId)).length;
    let { version } = first;
    for (const note of ['Two', 'Two carers', 'Two carers withdrew.']) {
      ({ version } = (await caller.reviews.saveItem({ itemId: first.id, version, note })).item);
    }
    expect(await audits(reviewId)).toHaveLength(before);
    await caller.reviews.record({ itemId: first.id, version, note: 'Two carers withdrew.', state: 'DONE' });
    const last = (await audits(reviewId)).at(-1);
    expect(last).toMatchObject({
      action: 'review.record',
      payload: { body: { after: { itemId: first.id, note: 'Two carers withdrew.', state: 'DONE' } } },
    });
  });

  test('two who type at once: the second is shown what the first wrote, and who', async () => {
    const { first } = await openWith(1);
    const both = ['Two carers withdrew.', 'Panel is full until May.'].map((note) =>
      h.callerAs(lead).reviews.saveItem({ itemId: first.id, version: 1, note }),
    );
    const ends = await Promise.allSettled(both);
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const stale = await problemOf(caller.reviews.saveItem({ itemId: first.id, version: 1, note: 'Mine.' }));
    expect(stale).toMatchObject({
      code: 'CONFLICT',
      current: { version: 2, changedBy: lead.userName, values: { state: 'WAITING' } },
    });
    expect(stale.current?.values.note).toMatch(/carers|Panel/);
  });

  test('an item that is done can be parked or opened again; what is left out stays', async () => {
    const { first } = await openWith(1);
    const done = await caller.reviews.saveItem({
      itemId: first.id,
      version: 1,
      note: 'Agreed.',
      state: 'DONE',
    });
    expect(done.item.doneAt).not.toBeNull();
    const parked = await caller.reviews.saveItem({ itemId: first.id, version: 2, state: 'PARKED' });
    expect(parked.item).toMatchObject({ note: 'Agreed.', state: 'PARKED', doneAt: null });
  });

  test('the closing words are kept as they are typed, with the version they were read at', async () => {
    const { review, reviewId } = await openWith(1);
    const { version } = await caller.reviews.saveSummary({
      reviewId,
      version: review.version,
      summary: 'A good month.',
    });
    const stale = await problemOf(
      caller.reviews.saveSummary({ reviewId, version: review.version, summary: 'A bad month.' }),
    );
    expect(stale).toMatchObject({
      code: 'CONFLICT',
      current: { version, values: { summary: 'A good month.' } },
    });
  });
});

describe('a rating in one go with the note', () => {
  test('the note is the reason where one is needed and none is given', async () => {
    const { first } = await openWith(1, { declaredRag: 'AMBER' });
    await caller.reviews.record({
      ...{ itemId: first.id, version: 1, note: 'Two carers withdrew.', state: 'DONE' },
      rating: rating(first, 'RED'),
    });
    const row = await h.db.action.findUniqueOrThrow({ where: { id: first.actionId ?? '' } });
    expect(row).toMatchObject({ declaredRag: 'RED', ragReason: 'Two carers withdrew.' });
  });

  test('neither a reason nor a note: a sentence says so, and nothing is half written', async () => {
    const { first } = await openWith(1, { declaredRag: 'AMBER' });
    const refused = await problemOf(
      caller.reviews.record({
        ...{ itemId: first.id, version: 1, note: '', state: 'DONE', seconds: 9 },
        rating: rating(first, 'RED'),
      }),
    );
    expect(refused).toMatchObject({
      code: 'INVALID',
      fields: [{ field: 'ragReason', message: 'Say why the rating changes from At risk to Off track' }],
    });
    const item = await h.db.reviewItem.findUniqueOrThrow({ where: { id: first.id } });
    expect(item).toMatchObject({ state: 'WAITING', version: 1, secondsSpent: 0 });
  });

  test('the same colour again needs no words, and keeps the reason that stands', async () => {
    const { first } = await openWith(1);
    const { action } = await caller.reviews.record({
      ...{ itemId: first.id, version: 1, note: '', state: 'DONE' },
      rating: rating(first, 'RED'),
    });
    expect(action?.version).toBe(first.actionVersion);
    const row = await h.db.action.findUniqueOrThrow({ where: { id: first.actionId ?? '' } });
    expect(row.ragReason).toBe('Carers withdrew.');
  });

  test('an action that its owner has changed meanwhile: theirs is shown, and the note is not lost half-way', async () => {
    const { first } = await openWith(1);
    await h.callerAs(lead).actions.declareRag({
      ...{ actionId: first.actionId ?? '', version: first.actionVersion ?? 0 },
      ...{ declaredRag: 'AMBER', ragReason: 'A new carer came.' },
    });
    const stale = await problemOf(
      caller.reviews.record({
        ...{ itemId: first.id, version: 1, note: 'Still red.', state: 'DONE' },
        rating: rating(first, 'RED'),
      }),
    );
    expect(stale).toMatchObject({
      code: 'CONFLICT',
      current: { values: { declaredRag: 'AMBER', ragReason: 'A new carer came.' } },
    });
    const item = await h.db.reviewItem.findUniqueOrThrow({ where: { id: first.id } });
    expect(item).toMatchObject({ note: '', state: 'WAITING', version: 1 });
  });

  test('whoever may not update the action takes the note, and is told why the rating is not theirs', async () => {
    const { reviewId, first } = await openWith(1);
    await caller.reviews.setChair({ reviewId, userId: viewer.userId });
    const chair = h.callerAs(viewer);
    const note = { itemId: first.id, version: 1, note: 'Still red.', state: 'DONE' } as const;
    const refused = await problemOf(
      chair.reviews.record({ ...note, rating: rating(first, 'AMBER', 'Better.') }),
    );
    expect(refused.code).toBe('NOT_ALLOWED');
    expect((await chair.reviews.record(note)).item.note).toBe('Still red.');
  });

  test('a decision has no rating; a closed action says so', async () => {
    const { first } = await openWith(1);
    await h.db.action.update({ where: { id: first.actionId ?? '' }, data: { status: 'CLOSED' } });
    const refused = await problemOf(
      caller.reviews.record({
        ...{ itemId: first.id, version: 1, note: 'Closed by now.', state: 'DONE' },
        rating: rating(first, 'RED', 'Not so.'),
      }),
    );
    expect(refused.fields?.[0]).toMatchObject({
      field: 'declaredRag',
      message: expect.stringMatching(/is closed/),
    });
  });
});

describe('the chair', () => {
  test('walks on with everybody who follows, and time is added to what is left', async () => {
    const { reviewId, first, second } = await openWith(2);
    const left = { itemId: first.id, seconds: 95 };
    await caller.reviews.goTo({ reviewId, itemId: second.id, left });
    await caller.reviews.goTo({ reviewId, itemId: first.id, left: { itemId: second.id, seconds: 0 } });
    await caller.reviews.goTo({ reviewId, itemId: second.id, left: { itemId: first.id, seconds: 5 } });
    const seen = await h.callerAs(contributor).reviews.get({ reviewId });
    expect(seen).toMatchObject({ currentItemId: second.id, mayChair: false, isChair: false });
    expect(seen.agenda.find(({ id }) => id === first.id)?.secondsSpent).toBe(100);
  });

  test('nobody else walks for them; items of other reviews are not there', async () => {
    const { reviewId, first } = await openWith(1);
    const refused = await problemOf(h.callerAs(manager).reviews.goTo({ reviewId, itemId: first.id }));
    expect(refused).toMatchObject({ code: 'NOT_ALLOWED', message: expect.stringMatching(/Take the chair/) });
    expect((await problemOf(caller.reviews.goTo({ reviewId, itemId: newId() }))).code).toBe('NOT_FOUND');
  });

  test('is handed over in one call, and taken in one call by whoever may chair', async () => {
    const { reviewId, first } = await openWith(1);
    await caller.reviews.setChair({ reviewId, userId: viewer.userId });
    let seen = await h.callerAs(viewer).reviews.get({ reviewId });
    expect(seen).toMatchObject({ isChair: true, mayRun: false, chair: { name: viewer.userName } });
    expect(seen.attendances.filter(({ isChair }) => isChair)).toMatchObject([{ userId: viewer.userId }]);
    // The chair's computer is dead: the manager takes the chair, and goes on.
    await h.callerAs(manager).reviews.setChair({ reviewId, userId: manager.userId });
    await h.callerAs(manager).reviews.goTo({ reviewId, itemId: first.id });
    seen = await h.callerAs(viewer).reviews.get({ reviewId });
    expect(seen).toMatchObject({ isChair: false, mayChair: true, chair: { id: manager.userId } });
    const words = { itemId: first.id, version: 1, note: 'Mine.' };
    expect((await problemOf(h.callerAs(viewer).reviews.saveItem(words))).code).toBe('NOT_ALLOWED');
    // Whoever was given the chair reads of it; whoever took it knows.
    const toldOf = async (person: Person) => {
      const { rows } = await h.callerAs(person).notifications.list({});
      return rows.filter(({ kind }) => kind === 'MADE_CHAIR').map(({ actorName }) => actorName);
    };
    expect(await toldOf(viewer)).toContain(lead.userName);
    expect(await toldOf(manager)).toEqual([]);
  });

  test('not to somebody who may not chair, who is not in the meeting, or who has left', async () => {
    const { reviewId } = await openWith(1);
    const give = (userId: string, by = lead) =>
      problemOf(h.callerAs(by).reviews.setChair({ reviewId, userId }));
    expect((await give(contributor.userId)).fields?.[0]?.message).toMatch(/cannot chair/);
    const outside = await h.makeUser('Deputy Chair, holder 1', ['VIEWER']);
    expect((await give(outside.userId)).fields?.[0]?.message).toMatch(/is not on the attendance list/);
    await h.db.user.update({ where: { id: outside.userId }, data: { deactivatedAt: new Date() } });
    expect((await give(outside.userId)).message).toMatch(/deactivated/);
    expect((await give(lead.userId, verifier)).code).toBe('NOT_ALLOWED');
    expect((await give(viewer.userId, manager)).message).toMatch(/^Only whoever has the chair hands it over/);
  });
});

describe('who is there', () => {
  test('members are expected, the opener is there; a guest is named by post', async () => {
    const { review, reviewId } = await openWith(1);
    expect(review.attendances.map(({ userId, attendance }) => [userId, attendance])).toContainEqual([
      lead.userId,
      'PRESENT',
    ]);
    const rows = [
      { userId: lead.userId, name: 'somebody', attendance: 'PRESENT' as const },
      { userId: viewer.userId, name: 'somebody', attendance: 'APOLOGIES' as const },
      { userId: null, name: 'Head teacher, Northmoor Primary', attendance: 'PRESENT' as const },
    ];
    const { version } = await caller.reviews.setAttendance({
      reviewId,
      version: review.version,
      attendances: rows,
    });
    const seen = await caller.reviews.get({ reviewId });
    expect(seen.attendances.map(({ name, attendance }) => `${name}: ${attendance}`).sort()).toEqual([
      'Head teacher, Northmoor Primary: PRESENT',
      `${viewer.userName}: APOLOGIES`,
      `${lead.userName}: PRESENT`,
    ]);
    const kept = seen.attendances.find(({ userId }) => userId === viewer.userId)?.id;
    expect(review.attendances.find(({ userId }) => userId === viewer.userId)?.id).toBe(kept);
    const stale = await problemOf(
      caller.reviews.setAttendance({ reviewId, version: review.version, attendances: rows }),
    );
    expect(stale).toMatchObject({ code: 'CONFLICT', current: { version } });
  });

  test('refused with a sentence: named twice, without an account, or without the chair', async () => {
    const { review, reviewId } = await openWith(1);
    const refusal = async (...rows: { userId: string | null; name: string }[]) => {
      const attendances = rows.map((row) => ({ ...row, attendance: 'PRESENT' as const }));
      const problem = await problemOf(
        caller.reviews.setAttendance({ reviewId, version: review.version, attendances }),
      );
      return problem.fields?.[0]?.message;
    };
    const chair = { userId: lead.userId, name: lead.userName };
    expect(await refusal(chair, chair)).toBe(`${lead.userName} is on the list twice.`);
    expect(await refusal(chair, { userId: newId(), name: 'Panel Adviser' })).toMatch(
      /has no account any more/,
    );
    expect(await refusal({ userId: viewer.userId, name: 'x' })).toMatch(
      /^Whoever has the chair is in the meeting/,
    );
  });

  test('apologies are taken before the meeting; a member who left since is dropped when it is opened', async () => {
    const leaver = await h.makeUser('Fostering Adviser, holder 1', ['CONTRIBUTOR']);
    await makeMembers(h, plan, [leaver]);
    const { id: reviewId, version, attendances } = await prepare(plan);
    const sorry = attendances.map(({ userId, name }) => ({
      ...{ userId, name },
      attendance: userId === viewer.userId ? ('APOLOGIES' as const) : ('EXPECTED' as const),
    }));
    const written = await caller.reviews.setAttendance({ reviewId, version, attendances: sorry });
    await h.db.user.update({ where: { id: leaver.userId }, data: { deactivatedAt: new Date() } });
    expect(
      (await caller.reviews.get({ reviewId })).attendances.find(({ userId }) => userId === leaver.userId)
        ?.hasLeft,
    ).toBe(true);
    await caller.reviews.open({ reviewId, version: written.version });
    const there = (await caller.reviews.get({ reviewId })).attendances;
    expect(there.map(({ userId }) => userId)).not.toContain(leaver.userId);
    expect(there.find(({ userId }) => userId === viewer.userId)?.attendance).toBe('APOLOGIES');
  });
});

describe('decisions and actions arising', () => {
  test('a decision is numbered, given to a post whose holder is told, worded anew, and settled', async () => {
    const { reviewId, first } = await openWith(1);
    const make = (text: string, idempotencyKey = newId()) =>
      caller.reviews.decide({ reviewId, text, ownerPostId: h.posts.headOfFostering, idempotencyKey });
    const key = newId();
    const [one, again] = [await make('Ask the board.', key), await make('Ask the board.', key)];
    expect(again.id).toBe(one.id);
    const two = await make('Hold a second panel.');
    expect([one.reference, two.reference].map((name) => name.split(', ')[1])).toEqual([
      'decision 1',
      'decision 2',
    ]);
    const told = await h.db.notification.findMany({ where: { kind: 'DECISION_GIVEN', planId: plan.planId } });
    expect(told.map(({ userId }) => userId)).toEqual([manager.userId, manager.userId]);
    const worded = await caller.reviews.editDecision({
      ...{ decisionId: one.id, version: 1, text: 'Ask the board in April.' },
      ...{ ownerPostId: null, dueDate: isoDate('2026-04-01') },
    });
    expect(worded).toMatchObject({ text: 'Ask the board in April.', ownerPost: null, version: 2 });
    const stale = await problemOf(
      caller.reviews.editDecision({
        decisionId: one.id,
        version: 1,
        text: 'x',
        ownerPostId: null,
        dueDate: null,
      }),
    );
    expect(stale).toMatchObject({
      code: 'CONFLICT',
      current: { values: { text: 'Ask the board in April.' } },
    });
    const bare = { decisionId: two.id, version: 1, state: 'DROPPED', reviewId } as const;
    expect((await problemOf(caller.reviews.settleDecision(bare))).fields?.[0]?.message).toMatch(/^Say why/);
    const settled = await caller.reviews.settleDecision({ ...bare, note: 'The panel met already.' });
    expect(settled).toMatchObject({ state: 'DROPPED', settledNote: 'The panel met already.' });
    expect(first.actionId).toBeTruthy();
  });

  test('about an action it stands on its item, and on the item of another review', async () => {
    const { reviewId, first } = await openWith(1);
    await caller.reviews.decide({
      ...{ reviewId, actionId: first.actionId, text: 'Ask the board.', idempotencyKey: newId() },
    });
    const detail = await caller.reviews.item({ reviewId, itemId: first.id });
    expect(detail.openDecisions).toMatchObject([
      { text: 'Ask the board.', actionReference: first.reference },
    ]);
  });

  test('an action made in the meeting is told in it; in one that is over, or of another plan, it is refused', async () => {
    const { reviewId } = await openWith(1);
    const create = (more: object) =>
      h.callerAs(manager).actions.create({
        ...{ recommendationId: plan.recommendationIds[0] ?? '', title: 'Hold a second panel' },
        ...{ teamId: h.teams.fostering, idempotencyKey: newId(), ...more },
      });
    const made = await create({ reviewId });
    expect((await caller.reviews.get({ reviewId })).actionsArising).toMatchObject([
      { id: made.id, reference: made.reference, title: 'Hold a second panel', owner: '', dueDate: null },
    ]);
    const other = await h.makePlan();
    const elsewhere = await problemOf(create({ reviewId, recommendationId: other.recommendationIds[0] }));
    expect(elsewhere.code).toBe('NOT_FOUND');
    const prepared = await prepare(plan, { teamId: h.teams.fostering });
    expect((await problemOf(create({ reviewId: prepared.id }))).message).toMatch(/not open yet/);
  });
});

test('what is not open is not written in: the sentence says what to do instead', async () => {
  const { id: reviewId, version } = await prepare(plan);
  const early = await problemOf(caller.reviews.decide({ reviewId, text: 'Early.', idempotencyKey: newId() }));
  expect(early.message).toBe('This review is not open yet. Open it first.');
  await caller.reviews.cancel({ reviewId, version, reason: 'Half-term.' });
  const off = await problemOf(caller.reviews.open({ reviewId, version: version + 1 }));
  expect(off.message).toMatch(/was called off/);
});
