import { isoDate } from '@gt/contracts/words';
import { beforeEach, expect, test } from 'vitest';
import { type PlanFixture, startHarness } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';

const harness = await startHarness();
const { db, people, callerAs, teams, posts } = harness;
const lead = callerAs(people.lead);
const manager = callerAs(people.manager);
const contributor = callerAs(people.contributor);
const key = () => crypto.randomUUID();

let plan: PlanFixture;
beforeEach(async () => {
  plan = await harness.makePlan();
});

/** An action with two milestones, the first of them reached. */
async function anAction(more: Record<string, unknown> = {}) {
  const owned = { teamId: teams.fostering, ownerPostId: posts.fosteringOfficer, priority: 'HIGH' };
  const { id } = await harness.makeAction(plan, { ...owned, ...more });
  const add = (title: string, day: string) =>
    lead.planning.addMilestone({ actionId: id, title, dueDate: isoDate(day), idempotencyKey: key() });
  const reached = await add('First panel sits', '2026-03-10');
  const open = await add('Second panel sits', '2026-04-10');
  const at = { milestoneId: reached.id, version: 1, doneOn: isoDate('2026-03-10') };
  await lead.planning.tickMilestone(at);
  return { id, reached: { milestoneId: reached.id, version: 2 }, open: { milestoneId: open.id, version: 1 } };
}

const part = (actionId: string, milestones: { milestoneId: string; version: number }[]) => ({
  actionId,
  version: 1,
  title: 'Recruit the last six',
  dueDate: isoDate('2026-06-30'),
  teamId: teams.fostering,
  ownerPostId: posts.headOfFostering,
  milestones,
  waits: true,
  idempotencyKey: key(),
});

test('a part goes over with its milestones, waits for the first, and both histories tell; a repeat adds nothing', async () => {
  const { id, reached, open } = await anAction();
  await contributor.updates.create({
    actionId: id,
    version: 1,
    whatHappened: 'Four came.',
    difference: 'Two children were placed near home.',
    inTheWay: '',
    next: 'The panel.',
    rag: 'GREEN',
    ragReason: 'On time.',
    percentComplete: 40,
    idempotencyKey: key(),
  });
  const { version } = await lead.actions.get({ actionId: id });
  const input = { ...part(id, [open]), version };
  const made = await manager.planning.splitAction(input);
  const events = await db.auditEvent.count();
  expect(await manager.planning.splitAction(input)).toEqual(made);
  expect(await db.auditEvent.count()).toBe(events);
  expect(made.reference).toBe('R1.A2');
  expect(await lead.actions.get({ actionId: made.id })).toMatchObject({
    title: 'Recruit the last six',
    priority: 'HIGH',
    dueDate: '2026-06-30',
    originalDueDate: '2026-06-30',
    team: { name: 'Fostering' },
    ownerPost: { title: 'Head of Fostering' },
    status: 'NOT_STARTED',
    updateCount: 0,
  });
  expect(await lead.actions.get({ actionId: id })).toMatchObject({ version: version + 1, updateCount: 1 });
  const first = await lead.planning.ofAction({ actionId: id });
  const second = await lead.planning.ofAction({ actionId: made.id });
  expect(first.milestones.map((item) => item.id)).toEqual([reached.milestoneId]);
  expect(second.milestones).toMatchObject([{ id: open.milestoneId, title: 'Second panel sits', version: 2 }]);
  expect(second.waitsFor).toMatchObject([{ actionId: id, reference: 'R1.A1' }]);
  const went = { field: 'Milestones that went over', from: '', to: 'Second panel sits' };
  const ofFirst = (await lead.actions.history({ actionId: id })).entries;
  expect(ofFirst.find((entry) => entry.action === 'action.split')).toMatchObject({
    words: 'split a new action off it',
    changes: [{ field: 'Split off', from: '', to: 'R1.A2' }, went],
    undoable: false,
  });
  const ofSecond = (await lead.actions.history({ actionId: made.id })).entries;
  expect(ofSecond.find((entry) => entry.action === 'action.splitFrom')).toMatchObject({
    words: 'split it from another action',
    changes: [{ field: 'Split from', from: '', to: 'R1.A1' }, went],
  });
});

test('an action that changed meanwhile is a conflict, and nothing is made', async () => {
  const { id, open } = await anAction();
  await lead.planning.splitAction({ ...part(id, []), waits: false });
  const actions = await db.action.count({ where: { planId: plan.planId } });
  const problem = await problemOf(manager.planning.splitAction(part(id, [open])));
  expect(problem).toMatchObject({
    code: 'CONFLICT',
    current: { version: 2, changedBy: 'Programme Lead' },
  });
  expect(await db.action.count({ where: { planId: plan.planId } })).toBe(actions);
  expect((await lead.planning.ofAction({ actionId: id })).milestones).toHaveLength(2);
});

test('what is no longer open does not go over, and a finished action is kept whole', async () => {
  const { id, reached, open } = await anAction();
  await expect(lead.planning.splitAction(part(id, [reached]))).rejects.toThrow('Choose again');
  await expect(lead.planning.splitAction(part(id, [{ ...open, version: 9 }]))).rejects.toThrow(
    'Choose again',
  );
  const other = await anAction();
  await expect(lead.planning.splitAction(part(id, [other.open]))).rejects.toThrow('Choose again');
  await expect(lead.planning.splitAction({ ...part(id, [open]), title: '' })).rejects.toThrow(
    'Enter what will be done',
  );
  await db.action.update({ where: { id }, data: { status: 'CLOSED' }, select: { id: true } });
  await expect(lead.planning.splitAction(part(id, [open]))).rejects.toThrow('Reopen it to split it');
});

test('it needs the right to plan the first and to add the second', async () => {
  const { id, open } = await anAction();
  await expect(contributor.planning.splitAction(part(id, [open]))).rejects.toThrow();
  await expect(
    manager.planning.splitAction({ ...part(id, [open]), teamId: teams.permanence, ownerPostId: null }),
  ).rejects.toThrow("A manager can change only their own teams' actions.");
  const theirs = await anAction({ teamId: teams.permanence, ownerPostId: posts.headOfPermanence });
  await expect(manager.planning.splitAction(part(theirs.id, []))).rejects.toThrow(
    "A manager can change only their own teams' actions.",
  );
});

test('words destroyed with the second go from the history of the first, short ones too', async () => {
  const { id, open } = await anAction();
  const kept = await lead.planning.splitAction({ ...part(id, []), milestones: [] });
  const version = 2;
  const { id: entityId } = await lead.planning.splitAction({ ...part(id, [open]), version });
  const request = { entity: 'ACTION' as const, entityId, reason: 'A child is named.', idempotencyKey: key() };
  const { redactionId } = await lead.redactions.request(request);
  const decision = { redactionId, version: 1, approve: true, note: 'Checked.' };
  await callerAs(people.verifier).redactions.decide(decision);
  const bodies = await db.auditPayload.findMany({
    where: { event: { entityId: { in: [id, entityId, kept.id] } } },
    select: { body: true },
  });
  const left = JSON.stringify(bodies);
  expect(left).not.toContain('Second panel sits');
  expect(left).toContain('First panel sits');
});
