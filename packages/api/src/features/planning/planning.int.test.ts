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

describe('a difference of colours', () => {
  const overdue = { dueDate: new Date('2026-03-02'), originalDueDate: new Date('2026-03-02') };
  const update = {
    whatHappened: 'Four households came.',
    difference: '',
    inTheWay: '',
    next: '',
    ragReason: '',
    percentComplete: 50,
  };

  test('is asked about when declaring, kept for that pair of colours, and out of date with the next', async () => {
    const { id } = await anAction({ ...overdue, status: 'IN_PROGRESS' });
    const declare = { actionId: id, declaredRag: 'GREEN' as const, ragReason: '' };
    await expect(
      contributor.actions.declareRag({ ...declare, version: 1, mismatchReason: '' }),
    ).rejects.toMatchObject({
      cause: {
        fields: [
          {
            field: 'mismatchReason',
            message:
              'The rule says Off track: 10 days past its due date of 2 March 2026. Say why it is On track.',
          },
        ],
      },
    });
    expect((await lead.actions.get({ actionId: id })).declaredRag).toBe('NONE');
    await contributor.actions.declareRag({
      ...declare,
      version: 1,
      mismatchReason: 'The panel sits tomorrow.',
    });
    expect(await lead.actions.get({ actionId: id })).toMatchObject({
      mismatch: true,
      mismatchReason: 'The panel sits tomorrow.',
    });
    const { colour } = await lead.planning.ofAction({ actionId: id });
    expect(colour).toMatchObject({
      saidBy: 'Fostering Officer, holder 1',
      mismatchReason: 'The panel sits tomorrow.',
      mismatch: 'Declared On track, calculated Off track: 10 days past its due date of 2 March 2026',
    });
    await contributor.actions.declareRag({
      ...declare,
      version: 2,
      declaredRag: 'AMBER',
      ragReason: 'It was postponed.',
    });
    const after = (await lead.planning.ofAction({ actionId: id })).colour;
    expect(after).toMatchObject({ mismatchReason: '', outdatedReason: 'The panel sits tomorrow.' });
    await contributor.planning.explainMismatch({
      actionId: id,
      version: 3,
      mismatchReason: 'It needs one signature.',
    });
    expect(await lead.actions.get({ actionId: id })).toMatchObject({
      mismatchReason: 'It needs one signature.',
    });
  });

  test('is asked about with an update, and nothing of the update is kept without it', async () => {
    const { id } = await anAction(overdue);
    const post = (mismatchReason?: string) =>
      contributor.updates.create({
        actionId: id,
        version: 1,
        ...update,
        rag: 'GREEN',
        mismatchReason,
        idempotencyKey: key(),
      });
    await expect(post('')).rejects.toThrow('Say why it is On track.');
    await expect(post('Too short')).rejects.toThrow('The explanation must be at least 10 characters.');
    expect(await db.progressUpdate.count({ where: { actionId: id } })).toBe(0);
    await post('The panel sits tomorrow.');
    expect(await lead.actions.get({ actionId: id })).toMatchObject({
      mismatchReason: 'The panel sits tomorrow.',
      updateCount: 1,
    });
  });

  test('worse than the rule is explained by the reason for the colour', async () => {
    const { id } = await anAction();
    const declare = { actionId: id, version: 1, declaredRag: 'AMBER' as const, mismatchReason: '' };
    await contributor.actions.declareRag({ ...declare, ragReason: 'Two supervisors left.' });
    expect(await lead.actions.get({ actionId: id })).toMatchObject({
      mismatch: true,
      mismatchReason: 'Two supervisors left.',
    });
  });

  test('where the colours agree there is nothing to explain', async () => {
    const { id } = await anAction({ ...overdue, declaredRag: 'RED' });
    await expect(
      contributor.planning.explainMismatch({ actionId: id, version: 1, mismatchReason: REASON }),
    ).rejects.toThrow('The declared and the calculated colour agree now, so there is nothing to explain.');
  });
});

describe('moving an action', () => {
  test('keeps its history, takes its evidence along, and the old reference still leads there', async () => {
    const { id } = await anAction();
    await milestone(id, 'First panel sits', '2026-04-02');
    const evidence = await db.evidence.create({
      data: {
        planId: plan.planId,
        number: 1,
        title: 'Panel minutes',
        kind: 'MINUTES',
        shows: 'Who was approved',
        source: 'Panel',
        uploadedById: people.lead.userId,
        changedById: people.lead.userId,
        links: {
          create: {
            actionId: id,
            recommendationId: plan.recommendationIds[0] ?? '',
            linkedById: people.lead.userId,
          },
        },
      },
      select: { id: true },
    });
    const [from = '', to = ''] = plan.recommendationIds;
    const moved = await lead.planning.moveAction({
      actionId: id,
      version: 1,
      recommendationId: to,
      reason: REASON,
    });
    expect(moved).toMatchObject({ reference: 'R2.A1', version: 2 });
    const byOld = await lead.actions.byReference({ planId: plan.planId, reference: 'R1.A1' });
    expect(byOld).toMatchObject({ id, reference: 'R2.A1' });
    const links = await db.evidenceLink.findMany({
      where: { evidenceId: evidence.id },
      select: { recommendationId: true },
    });
    expect(links).toEqual([{ recommendationId: to }]);
    const { entries } = await lead.actions.history({ actionId: id });
    expect(entries.map((entry) => entry.action)).toEqual(['action.move', 'action.addMilestone']);
    expect(entries[0]?.changes).toContainEqual({ field: 'Reference', from: 'R1.A1', to: 'R2.A1' });
    const next = await anAction();
    expect(next.number).toBe(2);
    const back = await lead.planning.moveAction({
      actionId: id,
      version: 2,
      recommendationId: from,
      reason: REASON,
    });
    expect(back.reference).toBe('R1.A1');
    expect((await lead.actions.byReference({ planId: plan.planId, reference: 'R2.A1' })).reference).toBe(
      'R1.A1',
    );
  });

  test('under where it stands, another plan, or without a reason is refused in words', async () => {
    const { id } = await anAction();
    const other = await harness.makePlan();
    const move = { actionId: id, version: 1, reason: REASON };
    await expect(
      lead.planning.moveAction({ ...move, recommendationId: plan.recommendationIds[0] ?? '' }),
    ).rejects.toThrow('It stands under R1 already');
    await expect(
      lead.planning.moveAction({ ...move, recommendationId: other.recommendationIds[0] ?? '' }),
    ).rejects.toThrow('Choose a recommendation of this plan');
    await expect(
      lead.planning.moveAction({ ...move, recommendationId: plan.recommendationIds[1] ?? '', reason: '' }),
    ).rejects.toThrow('Enter why it moves');
  });
});

describe('a copy', () => {
  test('takes what is chosen, moves its milestones with the due date, and never takes updates or evidence', async () => {
    const { id } = await anAction({ detail: 'By district.', successMeasure: 'Twelve approved.' });
    const first = await milestone(id, 'First panel sits', '2026-04-10');
    await contributor.planning.tickMilestone({
      milestoneId: first.id,
      version: 1,
      doneOn: isoDate('2026-03-10'),
    });
    const copy = { milestones: true, assignment: true, successMeasure: false };
    const input = {
      actionId: id,
      recommendationId: plan.recommendationIds[1] ?? '',
      title: 'Recruit six more',
      dueDate: isoDate('2026-05-30'),
      copy,
      idempotencyKey: key(),
    };
    const made = await manager.planning.duplicateAction(input);
    expect(await manager.planning.duplicateAction(input)).toEqual(made);
    expect(made.reference).toBe('R2.A1');
    expect(await lead.actions.get({ actionId: made.id })).toMatchObject({
      title: 'Recruit six more',
      detail: 'By district.',
      successMeasure: '',
      status: 'NOT_STARTED',
      team: { name: 'Fostering' },
      ownerPost: { title: 'Fostering Officer' },
      updateCount: 0,
      evidenceItems: [],
    });
    const { milestones } = await lead.planning.ofAction({ actionId: made.id });
    expect(milestones).toMatchObject([{ title: 'First panel sits', dueDate: '2026-05-10', doneOn: null }]);
    const { entries } = await lead.actions.history({ actionId: made.id });
    expect(entries[0]).toMatchObject({ words: 'made it from another action' });
    const bare = await lead.planning.duplicateAction({
      ...input,
      copy: { milestones: false, assignment: false, successMeasure: true },
      idempotencyKey: key(),
    });
    expect(await lead.actions.get({ actionId: bare.id })).toMatchObject({
      team: null,
      ownerPost: null,
      successMeasure: 'Twelve approved.',
      milestones: { total: 0 },
    });
  });

  test('needs a title, and a manager copies for their own team', async () => {
    const { id } = await anAction({ teamId: teams.permanence });
    const input = {
      actionId: id,
      recommendationId: plan.recommendationIds[0] ?? '',
      title: '',
      dueDate: null,
      copy: { milestones: false, assignment: true, successMeasure: false },
      idempotencyKey: key(),
    };
    await expect(lead.planning.duplicateAction(input)).rejects.toThrow('Enter what will be done');
    await expect(manager.planning.duplicateAction({ ...input, title: 'Six more' })).rejects.toThrow(
      "A manager can change only their own teams' actions.",
    );
  });
});

test('the recycle bin says what was removed, by whom and why, and gives it back', async () => {
  const { id } = await anAction();
  await lead.actions.remove({ actionId: id, version: 1, reason: 'It repeats R1.A2.' });
  const { items } = await lead.planning.bin({ planId: plan.planId });
  expect(items).toMatchObject([
    {
      kind: 'ACTION',
      reference: 'R1.A1',
      removedBy: 'Programme Lead',
      reason: 'It repeats R1.A2.',
      version: 2,
    },
  ]);
  await lead.actions.restore({ actionId: id, version: 2 });
  expect((await lead.planning.bin({ planId: plan.planId })).items).toEqual([]);
});
