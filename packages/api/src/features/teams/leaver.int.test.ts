import { isoDate } from '@gt/contracts/words';
import { describe, expect, it } from 'vitest';
import { newId } from '../../core/new-id.ts';
import { startHarness } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';

const h = await startHarness();
const plan = await h.makePlan();
const admin = h.callerAs(h.people.administrator);
const { fostering } = h.teams;
const LAST_DAY = isoDate('2026-03-31');
const NOTE = 'The April panel is booked; ask for the list of carers who wait.';

async function somebodyWithAPost(name: string) {
  const post = await h.db.post.create({
    data: { title: `${name} post`, teamId: fostering },
    select: { id: true, version: true, title: true },
  });
  const leaver = await h.makeUser(`${name}, holder 1`, ['MANAGER'], {
    teamIds: [fostering],
    postIds: [post.id],
  });
  const next = await h.makeUser(`${name}, holder 2`, ['MANAGER']);
  return { post, leaver, next };
}

function leaving(of: Awaited<ReturnType<typeof somebodyWithAPost>>, more: { to?: string | null } = {}) {
  const to = more.to === undefined ? of.next.userId : more.to;
  return {
    userId: of.leaver.userId,
    lastDay: LAST_DAY,
    posts: [{ postId: of.post.id, version: of.post.version, successorId: to, note: NOTE }],
    ownedActionsTo: to,
    sharedViewsTo: to,
    followsTo: to,
    idempotencyKey: newId(),
  };
}

describe('a leaver', () => {
  it('hands over posts, named actions, shared views and follows; the successor is told and reads the note', async () => {
    const of = await somebodyWithAPost('Head of Kinship');
    const { leaver, next, post } = of;
    const byPost = await h.makeAction(plan, { teamId: fostering, ownerPostId: post.id });
    const byName = await h.makeAction(plan, { teamId: fostering, ownerUserId: leaver.userId });
    await h.makeAction(plan, { teamId: fostering, ownerUserId: leaver.userId, status: 'CLOSED' });
    await h.db.actionFollow.create({
      data: { actionId: byPost.id, userId: leaver.userId },
      select: { actionId: true },
    });
    await h.db.savedView.create({
      data: { planId: plan.planId, ownerId: leaver.userId, name: 'Panel work', isShared: true, search: {} },
      select: { id: true },
    });
    const holds = await admin.teams.leaver({ userId: leaver.userId });
    expect(holds).toMatchObject({
      posts: [{ id: post.id, openActions: 1, until: null }],
      ownedActions: [{ id: byName.id }],
      follows: 1,
      sharedViews: [{ name: 'Panel work' }],
      handedOver: null,
    });
    const input = leaving(of);
    const done = await admin.teams.handOverLeaver(input);
    expect(done).toMatchObject({ posts: 1, actions: 1, views: 1, follows: 1 });
    expect(await admin.teams.handOverLeaver(input)).toEqual(done);
    const lead = h.callerAs(h.people.lead);
    const before = await lead.actions.get({ actionId: byPost.id });
    expect(before.ownerPost?.holder).toBe('Head of Kinship, holder 1');
    const after = await h.callerAs(h.people.lead, isoDate('2026-04-01')).actions.get({ actionId: byPost.id });
    expect(after.ownerPost?.holder).toBe('Head of Kinship, holder 2');
    const named = await lead.actions.get({ actionId: byName.id });
    expect(named.ownerUser?.name).toBe('Head of Kinship, holder 2');
    const { entries } = await lead.actions.history({ actionId: byName.id });
    expect(entries[0]?.changes[0]).toMatchObject({
      from: 'Head of Kinship, holder 1',
      to: 'Head of Kinship, holder 2',
    });
    const told = await h.db.notification.findMany({ where: { userId: next.userId }, select: { kind: true } });
    expect(told.map(({ kind }) => kind)).toEqual(['HANDED_OVER', 'HANDED_OVER']);
    const mine = await h.callerAs(next).teams.handedToMe();
    expect(mine).toMatchObject([
      {
        title: post.title,
        from: 'Head of Kinship, holder 1',
        fromDate: '2026-04-01',
        note: NOTE,
        openActions: 1,
      },
    ]);
    const team = (await admin.teams.list()).find(({ id }) => id === fostering);
    expect(team?.members.map(({ id }) => id)).toContain(next.userId);
  });

  it('can be taken back until the last day, and not after', async () => {
    const of = await somebodyWithAPost('Head of Contact');
    const byName = await h.makeAction(plan, { teamId: fostering, ownerUserId: of.leaver.userId });
    const { eventId } = await admin.teams.handOverLeaver(leaving(of));
    const undo = { userId: of.leaver.userId, eventId };
    expect((await admin.teams.leaver({ userId: of.leaver.userId })).handedOver).toEqual({
      eventId,
      lastDay: LAST_DAY,
    });
    const late = await problemOf(
      h.callerAs(h.people.administrator, isoDate('2026-04-01')).teams.undoHandOver(undo),
    );
    expect(late.message).toContain('The last day was 31 March 2026');
    expect(await admin.teams.undoHandOver(undo)).toEqual({ kept: [] });
    const holds = await admin.teams.leaver({ userId: of.leaver.userId });
    expect(holds).toMatchObject({
      posts: [{ until: null }],
      ownedActions: [{ id: byName.id }],
      handedOver: null,
    });
    expect(await h.callerAs(of.next).teams.handedToMe()).toEqual([]);
    const twice = await problemOf(admin.teams.undoHandOver(undo));
    expect(twice.message).toContain('taken back');
  });

  it('may leave the post vacant, and its actions are orphans from then on', async () => {
    const of = await somebodyWithAPost('Head of Respite');
    const action = await h.makeAction(plan, { teamId: fostering, ownerPostId: of.post.id });
    await admin.teams.handOverLeaver(leaving(of, { to: null }));
    const orphans = async (today: string) => {
      const { rows } = await h
        .callerAs(h.people.lead, isoDate(today))
        .actions.list({ planId: plan.planId, filter: { orphan: true } });
      return rows.map(({ id }) => id);
    };
    expect(await orphans('2026-03-31')).not.toContain(action.id);
    expect(await orphans('2026-04-01')).toContain(action.id);
    const waiting = await h.callerAs(h.people.lead, isoDate('2026-04-01')).assignments.waiting();
    expect(waiting.plans[0]?.orphans).toBeGreaterThan(0);
  });

  it('who holds nothing has nothing to hand over', async () => {
    const nobody = await h.makeUser('Temporary Officer, holder 1', ['CONTRIBUTOR']);
    const input = {
      userId: nobody.userId,
      lastDay: LAST_DAY,
      posts: [],
      ownedActionsTo: null,
      sharedViewsTo: null,
      followsTo: null,
      idempotencyKey: newId(),
    };
    const problem = await problemOf(admin.teams.handOverLeaver(input));
    expect(problem).toMatchObject({ code: 'RULE' });
    expect(problem.message).toContain('nothing to hand over');
  });

  it('is refused beside the field: to oneself, to somebody who left, to one who cannot own, at an old version', async () => {
    const of = await somebodyWithAPost('Head of Support');
    await h.makeAction(plan, { ownerUserId: of.leaver.userId });
    const own = await problemOf(admin.teams.handOverLeaver(leaving(of, { to: of.leaver.userId })));
    expect(own.fields?.[0]).toMatchObject({ field: `successor:${of.post.id}` });
    const viewer = await problemOf(
      admin.teams.handOverLeaver({ ...leaving(of), ownedActionsTo: h.people.viewer.userId }),
    );
    expect(viewer.fields).toMatchObject([{ field: 'ownedActionsTo' }]);
    const stale = leaving(of);
    await admin.teams.editPost({
      postId: of.post.id,
      version: of.post.version,
      title: 'Head of Family Support',
      teamId: fostering,
      archived: false,
    });
    const conflict = await problemOf(admin.teams.handOverLeaver(stale));
    expect(conflict.code).toBe('CONFLICT');
    const nothing = await admin.teams.leaver({ userId: of.leaver.userId });
    expect(nothing).toMatchObject({ ownedActions: [{}], handedOver: null });
  });
});
