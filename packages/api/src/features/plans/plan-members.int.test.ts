import { describe, expect, test } from 'vitest';
import { newId } from '../../core/new-id.ts';
import { startHarness } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';

const h = await startHarness();
const lead = h.callerAs(h.people.lead);
const { manager, otherManager, contributor, viewer } = h.people;

type Standing = 'NONE' | 'MEMBER' | 'CHAIR';
const setting =
  (planId: string, meeting: 'REVIEW' | 'BOARD' = 'REVIEW') =>
  (person: { userId: string }, was: Standing, standing: Standing) =>
    lead.plans.setMember({ planId, meeting, userId: person.userId, was, standing });

async function reviewOf(planId: string) {
  const { REVIEW } = await lead.plans.members({ planId });
  return {
    asks: REVIEW.asks,
    members: REVIEW.members.map(({ name, isChair }) => `${name}${isChair ? ' (chair)' : ''}`),
  };
}

describe('who belongs to a meeting', () => {
  test('nobody at first; each meeting has its own members and one chair, who comes first', async () => {
    const { planId } = await h.makePlan();
    expect(await lead.plans.members({ planId })).toEqual({
      REVIEW: { members: [], asks: [] },
      BOARD: { members: [], asks: [] },
    });
    const set = setting(planId);
    await set(contributor, 'NONE', 'MEMBER');
    await set(otherManager, 'NONE', 'CHAIR');
    expect((await reviewOf(planId)).members).toEqual([
      'Head of Permanence, holder 1 (chair)',
      'Fostering Officer, holder 1',
    ]);
    await set(manager, 'NONE', 'CHAIR');
    expect(await reviewOf(planId)).toEqual({
      asks: [],
      members: [
        'Head of Fostering, holder 1 (chair)',
        'Fostering Officer, holder 1',
        'Head of Permanence, holder 1',
      ],
    });
    await set(manager, 'CHAIR', 'NONE');
    expect(await reviewOf(planId)).toEqual({
      asks: ['The weekly review has no chair. Name one.'],
      members: ['Fostering Officer, holder 1', 'Head of Permanence, holder 1'],
    });
    expect((await lead.plans.members({ planId })).BOARD.members).toEqual([]);
  });

  test('whoever is made the chair reads of it in their inbox, once', async () => {
    const { planId } = await h.makePlan();
    const set = setting(planId);
    await set(manager, 'NONE', 'MEMBER');
    const told = async () => {
      const { rows } = await h.callerAs(manager).notifications.list({});
      return rows.filter((row) => row.kind === 'MADE_CHAIR' && row.planId === planId);
    };
    expect(await told()).toEqual([]);
    await set(manager, 'MEMBER', 'CHAIR');
    expect(await told()).toMatchObject([{ actorName: 'Programme Lead', actionId: null, readAt: null }]);
  });

  test('what is so already is no change, and leaves no trace', async () => {
    const { planId } = await h.makePlan();
    const set = setting(planId);
    await set(manager, 'NONE', 'MEMBER');
    expect(await set(manager, 'NONE', 'MEMBER')).toEqual({ userId: manager.userId, standing: 'MEMBER' });
    const { history } = await lead.plans.settings({ planId });
    expect(history.map(({ who, changes }) => [who, changes])).toEqual([
      [
        'Programme Lead',
        [{ field: 'Weekly review, Head of Fostering, holder 1', from: 'not a member', to: 'member' }],
      ],
    ]);
  });

  test('somebody who saw an older list is told, and changes nothing', async () => {
    const { planId } = await h.makePlan();
    const set = setting(planId);
    await set(manager, 'NONE', 'MEMBER');
    await set(manager, 'MEMBER', 'CHAIR');
    const problem = await problemOf(set(manager, 'MEMBER', 'NONE'));
    expect(problem).toMatchObject({ code: 'CONFLICT', current: { values: { standing: 'CHAIR' } } });
    expect((await reviewOf(planId)).members).toEqual(['Head of Fostering, holder 1 (chair)']);
  });

  test('two who name a chair at once leave one', async () => {
    const { planId } = await h.makePlan();
    const set = setting(planId, 'BOARD');
    await Promise.all([
      set(manager, 'NONE', 'CHAIR'),
      set(otherManager, 'NONE', 'CHAIR'),
      set(viewer, 'NONE', 'CHAIR'),
    ]);
    const { members } = (await lead.plans.members({ planId })).BOARD;
    expect(members).toHaveLength(3);
    expect(members.filter(({ isChair }) => isChair)).toHaveLength(1);
  });
});

describe('who may belong to it', () => {
  test('a contributor may not chair; nobody who is not there, in no plan that is not there', async () => {
    const { planId } = await h.makePlan();
    const set = setting(planId);
    expect(await problemOf(set(contributor, 'NONE', 'CHAIR'))).toMatchObject({
      code: 'INVALID',
      fields: [{ field: 'userId', message: expect.stringContaining('cannot chair') }],
    });
    expect((await problemOf(set({ userId: newId() }, 'NONE', 'MEMBER'))).code).toBe('INVALID');
    expect((await problemOf(setting(newId())(manager, 'NONE', 'MEMBER'))).code).toBe('NOT_FOUND');
    expect(await reviewOf(planId)).toEqual({ asks: [], members: [] });
  });

  test('a member who left is shown as such, and somebody else is asked for; the chair first', async () => {
    const { planId } = await h.makePlan();
    const set = setting(planId);
    const chair = await h.makeUser('Deputy Director, holder 1', ['MANAGER']);
    const member = await h.makeUser('Analyst, holder 1', ['CONTRIBUTOR']);
    await set(chair, 'NONE', 'CHAIR');
    await set(member, 'NONE', 'MEMBER');
    const leave = (deactivatedAt: Date | null) =>
      h.db.user.updateMany({
        where: { id: { in: [chair.userId, member.userId] } },
        data: { deactivatedAt },
      });
    await leave(new Date());
    const { members, asks } = (await lead.plans.members({ planId })).REVIEW;
    expect(members.map(({ isActive }) => isActive)).toEqual([false, false]);
    expect(asks).toEqual([
      'Deputy Director, holder 1, the chair of the weekly review, has left. Name a new chair.',
      'Analyst, holder 1, a member of the weekly review, has left. Name somebody else.',
    ]);
    expect((await problemOf(set(member, 'MEMBER', 'CHAIR'))).code).toBe('INVALID');
    const choices = await lead.plans.memberChoices();
    expect(choices.map(({ name }) => name)).not.toContain('Analyst, holder 1');
    expect(choices.find(({ userId }) => userId === manager.userId)).toMatchObject({
      posts: ['Head of Fostering'],
      mayChair: true,
      mayRead: true,
    });
    await set(chair, 'CHAIR', 'NONE');
    await set(member, 'MEMBER', 'NONE');
    expect(await reviewOf(planId)).toEqual({ asks: [], members: [] });
  });
});
