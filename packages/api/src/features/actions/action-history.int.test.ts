import { isoDate } from '@gt/contracts/words';
import { beforeAll, expect, it } from 'vitest';
import { newId } from '../../core/new-id.ts';
import { type Harness, type PlanFixture, startHarness } from '../../testing/harness.ts';

let h: Harness;
let plan: PlanFixture;

beforeAll(async () => {
  h = await startHarness();
  plan = await h.makePlan();
});

/** An action with three changes by two people on three days, and an update. */
async function busyAction() {
  const { id } = await h.makeAction(plan, {
    teamId: h.teams.fostering,
    ownerPostId: h.posts.fosteringOfficer,
  });
  const at = (day: string) => h.callerAs(h.people.lead, isoDate(day));
  const version = async () => (await at('2026-03-12').actions.get({ actionId: id })).version;
  await at('2026-03-12').actions.changeDueDate({
    actionId: id,
    version: await version(),
    dueDate: isoDate('2026-05-29'),
    reason: 'The panel was moved to May.',
  });
  await at('2026-03-13').actions.changeStatus({
    actionId: id,
    version: await version(),
    status: 'IN_PROGRESS',
  });
  await h.callerAs(h.people.contributor, isoDate('2026-03-14')).updates.create({
    actionId: id,
    version: await version(),
    whatHappened: 'Four came',
    difference: '',
    inTheWay: '',
    next: '',
    rag: 'GREEN',
    ragReason: '',
    percentComplete: 20,
    idempotencyKey: newId(),
  });
  await h.callerAs(h.people.contributor, isoDate('2026-03-15')).comments.add({
    actionId: id,
    body: 'Wait for the panel',
    mentionIds: [],
    idempotencyKey: newId(),
  });
  return id;
}

it('is narrowed by field, by person and by span, and says by what it can be', async () => {
  const actionId = await busyAction();
  const lead = h.callerAs(h.people.lead);
  const all = await lead.actions.history({ actionId });
  expect(all.total).toBe(4);
  expect(all.people.map((person) => person.name)).toEqual(['Fostering Officer, holder 1', 'Programme Lead']);
  expect(all.fields).toEqual(expect.arrayContaining(['Due date', 'Status', 'Rating', 'What happened']));
  const of = async (filter: Record<string, string>) =>
    (await lead.actions.history({ actionId, filter: filter as never })).entries.map((entry) => entry.action);
  expect(await of({ field: 'Due date' })).toEqual(['action.changeDueDate']);
  expect(await of({ field: 'Rating' })).toEqual(['update.create']);
  expect(await of({ field: 'Favourite colour' })).toEqual([]);
  expect(await of({ actorId: h.people.contributor.userId })).toEqual(['comment.add', 'update.create']);
  expect(await of({ from: '2026-03-13', to: '2026-03-14' })).toEqual([
    'update.create',
    'action.changeStatus',
  ]);
  expect(JSON.stringify(all)).not.toContain('Wait for the panel');
});

it('pages by place, and keeps the count of all', async () => {
  const actionId = await busyAction();
  const lead = h.callerAs(h.people.lead);
  const first = await lead.actions.history({ actionId, limit: 3 });
  expect(first.entries).toHaveLength(3);
  const second = await lead.actions.history({ actionId, limit: 3, before: first.next });
  expect(second.entries.map((entry) => entry.action)).toEqual(['action.changeDueDate']);
  expect([first.total, second.total, second.next]).toEqual([4, 4, null]);
});

it('says of each entry whether this person may undo it, and what it says is so', async () => {
  const actionId = await busyAction();
  const undoableFor = async (person: (typeof h.people)['lead']) =>
    (await h.callerAs(person).actions.history({ actionId })).entries.flatMap((entry) =>
      entry.undoable ? [entry.action] : [],
    );
  expect(await undoableFor(h.people.lead)).toEqual(['action.changeStatus', 'action.changeDueDate']);
  expect(await undoableFor(h.people.viewer)).toEqual([]);
  const lead = h.callerAs(h.people.lead);
  const { entries } = await lead.actions.history({ actionId });
  const moved = entries.find((entry) => entry.action === 'action.changeDueDate');
  const { version } = await lead.actions.get({ actionId });
  const undone = await lead.assignments.undo({ entries: [{ actionId, version, eventId: moved?.id }] });
  expect(undone.results[0]).toMatchObject({ ok: true, changed: true });
  expect(await undoableFor(h.people.lead)).not.toContain('action.changeDueDate');
});

it('puts what one save wrote under one sign', async () => {
  const { id: actionId, version } = await h.makeAction(plan, { ownerUserId: h.people.contributor.userId });
  const caller = h.callerAs(h.people.lead);
  await caller.actions.changeStatus({ actionId, version, status: 'IN_PROGRESS' });
  const { entries } = await caller.actions.history({ actionId });
  expect(new Set(entries.map((entry) => entry.saveId)).size).toBe(1);
});
