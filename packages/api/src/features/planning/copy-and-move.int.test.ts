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
