import { beforeEach, describe, expect, test } from 'vitest';
import { type PlanFixture, startHarness } from '../../testing/harness.ts';

const harness = await startHarness();
const { db, people, callerAs, teams, posts } = harness;
const lead = callerAs(people.lead);
const contributor = callerAs(people.contributor);
const key = () => crypto.randomUUID();
const REASON = 'It answers the other one better.';

let plan: PlanFixture;
beforeEach(async () => {
  plan = await harness.makePlan();
});
const anAction = (more: Record<string, unknown> = {}) =>
  harness.makeAction(plan, { teamId: teams.fostering, ownerPostId: posts.fosteringOfficer, ...more });

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
