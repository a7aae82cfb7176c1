import { isoDate } from '@gt/contracts/words';
import { beforeEach, describe, expect, it } from 'vitest';
import { FAR, startDigestWorld, TODAY } from './digest.fixture.ts';
import { sendDigests } from './send-digests.ts';

const w = await startDigestWorld();
beforeEach(() => w.begin());

describe('one digest a person a day', () => {
  it('goes out once however often the job runs, with its row, its mail and its line in the inbox', async () => {
    const action = await w.owned();
    await Promise.all([w.send(), w.send()]);
    await w.send(TODAY, '15:00');
    const [mail, ...others] = await w.mailsTo(w.people.contributor);
    expect(others).toEqual([]);
    const [digest] = await w.db.digest.findMany({
      where: { userId: w.people.contributor.userId },
      select: { id: true, counts: true, forDate: true },
    });
    expect(digest).toMatchObject({ counts: { OVERDUE: 1 }, forDate: new Date('2026-03-12') });
    expect(mail).toMatchObject({
      messageId: `<digest-${digest?.id}@golden-thread>`,
      subject: 'Golden Thread: 1 overdue',
    });
    expect(mail?.text).toContain(
      `R1.A${action.number} Recruit twelve mainstream foster carers, due 2 March 2026`,
    );
    expect(mail?.text).toContain('http://localhost:3000/my-updates');
    expect(await w.linesOf(w.people.contributor, 'DIGEST')).toEqual([
      { actorName: 'Golden Thread', planId: w.plan().planId, sourceId: digest?.id },
    ]);
    expect(w.jobs.map(({ name }) => name)).toContain('mail.send');
  });

  it('comes again the next day; in the inbox the newest takes the place of the one before', async () => {
    await w.owned();
    await w.send();
    await w.send(isoDate('2026-03-13'));
    expect(await w.mailsTo(w.people.contributor)).toHaveLength(2);
    expect(await w.linesOf(w.people.contributor, 'DIGEST')).toHaveLength(1);
  });

  it('is one across all plans', async () => {
    await w.owned();
    const other = await w.makePlan();
    await w.makeAction(other, { ownerUserId: w.people.contributor.userId, dueDate: new Date('2026-03-13') });
    await w.send();
    const mails = await w.mailsTo(w.people.contributor);
    expect(mails.map(({ subject }) => subject)).toEqual(['Golden Thread: 1 overdue, 1 due soon']);
  });

  it('waits for the time that somebody chose, and does not come in their quiet hours', async () => {
    await w.owned();
    await w.prefer(w.people.contributor, { digestTime: '11:00' });
    await w.send(TODAY, '10:55');
    expect(await w.mailsTo(w.people.contributor)).toEqual([]);
    await w.send(TODAY, '18:30');
    expect(await w.mailsTo(w.people.contributor)).toEqual([]);
    await w.send(TODAY, '11:00');
    expect(await w.mailsTo(w.people.contributor)).toHaveLength(1);
  });

  it('a server asked to stop begins no other batch, and the next run goes on', async () => {
    await w.owned();
    await w.send(TODAY, '10:00', AbortSignal.abort());
    expect(await w.db.digest.count()).toBe(0);
    await w.send();
    expect(await w.mailsTo(w.people.contributor)).toHaveLength(1);
  });
});

describe('nothing is sent', () => {
  it.each([
    ['is closed', { status: 'CLOSED' }],
    ['is cancelled', { status: 'CANCELLED' }],
    ['is in the recycle bin', { deletedAt: new Date('2026-03-01') }],
    ['is due in eight days', { dueDate: new Date('2026-03-20') }],
  ])('where all that somebody owns %s', async (_, more) => {
    await w.owned(more);
    await w.send();
    expect(await w.db.outboxMail.count()).toBe(0);
    expect(await w.db.notification.count()).toBe(0);
  });

  it('of a plan that was removed', async () => {
    await w.owned();
    await w.db.plan.updateMany({ data: { deletedAt: new Date() } });
    await w.send();
    expect(await w.db.outboxMail.count()).toBe(0);
  });

  it('to whoever left, handed the post over, or has no role', async () => {
    const post = await w.db.post.create({
      data: { title: 'Kinship Officer', teamId: w.teams.fostering },
      select: { id: true },
    });
    const former = await w.makeUser('Kinship Officer, holder 1', ['CONTRIBUTOR'], { postIds: [post.id] });
    const { userId } = former;
    await w.db.postHolding.updateMany({ where: { userId }, data: { toDate: new Date('2026-03-11') } });
    const left = await w.makeUser('Kinship Officer, holder 2', ['CONTRIBUTOR']);
    const none = await w.makeUser('Kinship Officer, holder 3', []);
    await w.owned({ ownerPostId: post.id });
    await w.owned({ ownerPostId: null, ownerUserId: left.userId, teamId: null });
    await w.owned({ ownerPostId: null, ownerUserId: none.userId, teamId: null });
    await w.db.user.update({ where: { id: left.userId }, data: { deactivatedAt: new Date() } });
    await w.send();
    for (const person of [former, left, none]) expect(await w.mailsTo(person)).toEqual([]);
    // What nobody is there to answer for, the team's manager is told.
    expect((await w.mailsTo(w.people.manager)).map(({ subject }) => subject)).toEqual([
      'Golden Thread: 1 overdue',
    ]);
  });

  it('to whoever wants none; updates that are wanted stand in their inbox once a review', async () => {
    await w.owned({ lastUpdateAt: null, dueDate: FAR });
    await w.prefer(w.people.contributor, { digest: false });
    await w.send();
    await w.send(isoDate('2026-03-13'), '09:00');
    expect(await w.db.outboxMail.count()).toBe(0);
    expect(await w.linesOf(w.people.contributor, 'DIGEST')).toEqual([]);
    expect(await w.linesOf(w.people.contributor, 'UPDATE_WANTED')).toEqual([
      { actorName: 'Golden Thread', planId: w.plan().planId, sourceId: `${w.plan().planId}:2026-03-13` },
    ]);
  });

  it('of parts that somebody leaves out', async () => {
    await w.owned({ lastUpdateAt: null });
    await w.prefer(w.people.contributor, { digestLeavesOut: ['OVERDUE'] });
    await w.send();
    const [mail] = await w.mailsTo(w.people.contributor);
    expect(mail?.subject).toBe('Golden Thread: 1 update wanted');
  });

  it('by mail where mail is not set up; the inbox has it', async () => {
    await w.owned();
    await sendDigests(w.ctxAs(null), {}, new AbortController().signal);
    expect(await w.db.outboxMail.count()).toBe(0);
    expect(await w.linesOf(w.people.contributor, 'DIGEST')).toHaveLength(1);
  });
});

it('rows, mails and lines of long ago go', async () => {
  await w.owned();
  await w.send(isoDate('2025-11-03'));
  await w.db.outboxMail.updateMany({ data: { sentAt: new Date() } });
  await w.send();
  expect(await w.mailsTo(w.people.contributor)).toHaveLength(1);
  expect(await w.db.digest.count({ where: { userId: w.people.contributor.userId } })).toBe(1);
});
