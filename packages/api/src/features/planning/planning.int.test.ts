import { isoDate } from '@gt/contracts/words';
import { beforeEach, describe, expect, test } from 'vitest';
import { type PlanFixture, startHarness } from '../../testing/harness.ts';

const harness = await startHarness();
const { db, people, callerAs, teams, posts } = harness;
const lead = callerAs(people.lead);
const manager = callerAs(people.manager);
const contributor = callerAs(people.contributor);
const key = () => crypto.randomUUID();
const REASON = 'It answers the other one better.';

let plan: PlanFixture;
beforeEach(async () => {
  plan = await harness.makePlan();
});
const anAction = (more: Record<string, unknown> = {}) =>
  harness.makeAction(plan, { teamId: teams.fostering, ownerPostId: posts.fosteringOfficer, ...more });
const milestone = (actionId: string, title: string, dueDate: string) =>
  manager.planning.addMilestone({ actionId, title, dueDate: isoDate(dueDate), idempotencyKey: key() });
const wait = (successorId: string, predecessorId: string) =>
  lead.planning.addDependency({ successorId, predecessorId });

describe('milestones', () => {
  test('are added, moved, ticked off by the owner, taken away and brought back; the history tells it', async () => {
    const { id } = await anAction();
    const added = await milestone(id, 'First panel sits', '2026-04-02');
    const at = { milestoneId: added.id };
    await manager.planning.editMilestone({
      ...at,
      version: 1,
      title: 'First panel sits',
      dueDate: isoDate('2026-04-09'),
    });
    await contributor.planning.tickMilestone({ ...at, version: 2, doneOn: isoDate('2026-03-11') });
    expect(await lead.planning.ofAction({ actionId: id })).toMatchObject({
      milestones: [{ title: 'First panel sits', dueDate: '2026-04-09', doneOn: '2026-03-11', daysLate: 0 }],
    });
    await manager.planning.removeMilestone({ ...at, version: 3 });
    expect((await lead.planning.ofAction({ actionId: id })).milestones).toEqual([]);
    await manager.planning.restoreMilestone({ ...at, version: 4 });
    const { entries } = await lead.actions.history({ actionId: id });
    expect(entries.map((entry) => entry.words)).toEqual([
      'brought a milestone back',
      'took away a milestone',
      'ticked off a milestone',
      'changed a milestone',
      'added a milestone',
    ]);
    expect(entries[3]?.changes).toEqual([
      { field: 'Milestone', from: '', to: 'First panel sits' },
      { field: 'To be reached by', from: '2 April 2026', to: '9 April 2026' },
    ]);
  });

  test('late by more than the plan allows, it turns the action red; done, it does not', async () => {
    const { id } = await anAction({ status: 'IN_PROGRESS', lastUpdateAt: new Date('2026-03-11T10:00:00Z') });
    const added = await milestone(id, 'First panel sits', '2026-02-26');
    const colour = async () => (await lead.planning.ofAction({ actionId: id })).colour;
    expect((await colour()).calculatedRag).toBe('GREEN');
    expect((await lead.actions.get({ actionId: id })).milestones).toEqual({ total: 1, done: 0, late: 1 });
    const { version, planName: _name, history: _none, ...settings } = await lead.plans.settings(plan);
    await lead.plans.editSettings({ ...settings, version, milestoneLateDays: 7 });
    const red = await colour();
    expect(red.calculatedRag).toBe('RED');
    expect(red.parts.find((part) => part.rule === 'A milestone is more than 7 days late')?.fired).toEqual([
      'Milestone “First panel sits” is 14 days late',
    ]);
    expect(red.parts.filter((part) => part.fired.length === 0)).toHaveLength(7);
    await manager.planning.tickMilestone({
      milestoneId: added.id,
      version: 1,
      doneOn: isoDate('2026-03-12'),
    });
    expect((await colour()).calculatedRag).toBe('GREEN');
  });

  test('after the action is due is warned of and not refused', async () => {
    const { id } = await anAction();
    await milestone(id, 'First panel sits', '2026-05-03');
    const { milestones } = await lead.planning.ofAction({ actionId: id });
    expect(milestones[0]?.warning).toBe('3 days after the action is due on 30 April 2026');
  });

  test.each([
    ['no title', { title: ' ' }, 'Enter what will be reached'],
    [
      'a long title',
      { title: 'x'.repeat(201) },
      'The title must be 200 characters or fewer. Shorten it by 1.',
    ],
    ['no date', { dueDate: null }, 'Enter the date it should be reached by'],
    ['a slip of the year', { dueDate: isoDate('1926-05-29') }, 'Check the year: 29 May 1926'],
    ['a date that never was', { dueDate: '2026-02-31' }, 'Enter a real date, such as 12 March 2026.'],
    ['a date in 1826', { dueDate: '1826-05-29' }, 'Enter a real date, such as 12 March 2026.'],
  ])('%s is refused in words', async (_case, more, message) => {
    const { id } = await anAction();
    const input = { actionId: id, title: 'First panel sits', dueDate: isoDate('2026-04-02'), ...more };
    await expect(manager.planning.addMilestone({ ...input, idempotencyKey: key() })).rejects.toThrow(message);
  });

  test('of a closed action stay; a stale change sees the other; the same intent is one milestone', async () => {
    const { id } = await anAction();
    const input = {
      actionId: id,
      title: 'First panel sits',
      dueDate: isoDate('2026-04-02'),
      idempotencyKey: key(),
    };
    const [one, two] = await Promise.all([
      manager.planning.addMilestone(input),
      manager.planning.addMilestone(input),
    ]);
    expect(one.id).toBe(two.id);
    const edit = { milestoneId: one.id, version: 1, dueDate: isoDate('2026-04-02') };
    await manager.planning.editMilestone({ ...edit, title: 'Second panel sits' });
    await expect(lead.planning.editMilestone({ ...edit, title: 'Third panel sits' })).rejects.toMatchObject({
      cause: {
        code: 'CONFLICT',
        current: {
          version: 2,
          changedBy: 'Head of Fostering, holder 1',
          values: { title: 'Second panel sits' },
        },
      },
    });
    await expect(
      contributor.planning.tickMilestone({ milestoneId: one.id, version: 2, doneOn: isoDate('2026-03-13') }),
    ).rejects.toThrow('The day it was done cannot be after today');
    await db.action.update({ where: { id }, data: { status: 'CLOSED' }, select: { id: true } });
    await expect(manager.planning.removeMilestone({ milestoneId: one.id, version: 2 })).rejects.toThrow(
      'The action is closed, so its milestones stay as they were. Reopen it to change them.',
    );
  });
});

describe('dependencies', () => {
  test('are seen from both ends, warn of the order, and turn the successor amber when late', async () => {
    const late = new Date('2026-03-02');
    const first = await anAction({ dueDate: late, originalDueDate: late });
    const updated = { status: 'IN_PROGRESS', lastUpdateAt: new Date('2026-03-11T10:00:00Z') };
    const second = await anAction({ ...updated, dueDate: new Date('2026-03-20') });
    const third = await anAction({ dueDate: new Date('2026-03-18') });
    expect((await wait(second.id, first.id)).warning).toBe('');
    expect((await wait(third.id, second.id)).warning).toBe(
      'R1.A3 is due on 18 March 2026, before R1.A2 on 20 March 2026',
    );
    const { waitsFor, neededBy, colour } = await lead.planning.ofAction({ actionId: second.id });
    expect(waitsFor).toMatchObject([{ reference: 'R1.A1', isLate: true, mayRemove: true, warning: '' }]);
    expect(neededBy).toMatchObject([{ reference: 'R1.A3', isLate: false }]);
    expect(colour).toMatchObject({ calculatedRag: 'AMBER' });
    expect(colour.parts.find((part) => part.fired.length > 0)?.fired).toEqual([
      'Waits for R1.A1, which is late',
    ]);
    await lead.planning.removeDependency({ successorId: second.id, predecessorId: first.id });
    expect((await lead.planning.ofAction({ actionId: second.id })).waitsFor).toEqual([]);
    const { entries } = await lead.actions.history({ actionId: first.id });
    expect(entries[0]).toMatchObject({ changes: [{ field: 'Needed by', from: 'R1.A2', to: 'nothing' }] });
  });

  test('itself and a circle are refused, and the circle is shown; twice is once', async () => {
    const [a, b, c] = [await anAction(), await anAction(), await anAction()];
    await expect(wait(a.id, a.id)).rejects.toThrow('R1.A1 cannot wait for itself.');
    await wait(b.id, a.id);
    await wait(b.id, a.id);
    expect(await db.actionDependency.count({ where: { successorId: b.id } })).toBe(1);
    await wait(c.id, b.id);
    await expect(wait(a.id, c.id)).rejects.toThrow('R1.A3 → R1.A1 → R1.A2 → R1.A3.');
    await lead.actions.remove({ actionId: b.id, version: 1, reason: REASON });
    await expect(wait(a.id, c.id)).rejects.toThrow('R1.A3 → R1.A1 → R1.A2 (in the recycle bin) → R1.A3.');
  });

  test('two that close a circle from both sides at the same moment: one is refused', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [a, b, c, d] = [await anAction(), await anAction(), await anAction(), await anAction()];
      await wait(b.id, a.id);
      await wait(d.id, c.id);
      const answers = await Promise.allSettled([wait(c.id, b.id), wait(a.id, d.id)]);
      expect(answers.map((answer) => answer.status).sort()).toEqual(['fulfilled', 'rejected']);
    }
  });

  test('another plan, a finished action and an action of others are refused', async () => {
    const mine = await anAction();
    const elsewhere = await harness.makeAction(await harness.makePlan());
    await expect(wait(mine.id, elsewhere.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const closed = await anAction({ status: 'CLOSED' });
    await expect(wait(closed.id, mine.id)).rejects.toThrow('R1.A2 is closed, so it waits for nothing.');
    const others = await anAction({ teamId: teams.permanence });
    await expect(
      manager.planning.addDependency({ successorId: others.id, predecessorId: mine.id }),
    ).rejects.toThrow("A manager can change only their own teams' actions.");
  });

  test('a partner reads the reference of what they may not see, and no more', async () => {
    const hidden = await anAction({ title: 'A thing of the trust alone' });
    const shared = await anAction({ partnerTeamId: teams.police });
    await wait(shared.id, hidden.id);
    const seen = await callerAs(people.partner).planning.ofAction({ actionId: shared.id });
    expect(seen.waitsFor).toMatchObject([
      { reference: 'R1.A1', title: null, dueDate: null, isLate: false, mayRemove: false },
    ]);
    expect(JSON.stringify(seen)).not.toContain('A thing of the trust alone');
  });
});
