import { isoDate } from '@gt/contracts/words';
import { describe, expect, it } from 'vitest';
import { newId } from '../../core/new-id.ts';
import { startHarness } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';

const h = await startHarness();
const plan = await h.makePlan();
const { fostering, permanence } = h.teams;
const lead = h.callerAs(h.people.lead);
const manager = h.callerAs(h.people.manager);
const REASON = 'The work belongs with another team';

const make = (more: Record<string, unknown> = {}) => h.makeAction(plan, more);
const get = (actionId: string) => lead.actions.get({ actionId });

async function bulk(
  change: Parameters<typeof lead.assignments.bulkChange>[0]['change'],
  at: { id: string; version: number },
) {
  const { results } = await lead.assignments.bulkChange({
    change,
    items: [{ actionId: at.id, version: at.version }],
    idempotencyKey: newId(),
  });
  const version = results[0]?.version;
  if (!results[0]?.changed || version === undefined) throw new Error(results[0]?.sentence);
  return version;
}

async function undo(actionId: string, version: number, eventId?: string, by = lead) {
  const { results } = await by.assignments.undo({
    entries: [{ actionId, version, ...(eventId ? { eventId } : {}) }],
  });
  return results[0];
}

describe('undoing one’s own last change', () => {
  it('gives an action back to the team that had it, with the word it had given', async () => {
    const action = await make({
      teamId: fostering,
      ownerPostId: h.posts.headOfFostering,
      acceptance: 'ACCEPTED',
    });
    const set = { teamId: permanence, ownerPostId: null };
    const version = await bulk({ kind: 'ASSIGN', set, reason: REASON }, action);
    expect(await get(action.id)).toMatchObject({ acceptance: 'OFFERED', ownerPost: null });
    expect(await undo(action.id, version)).toMatchObject({
      ok: true,
      changed: true,
      sentence: 'Undone.',
      version: 3,
    });
    expect(await get(action.id)).toMatchObject({
      acceptance: 'ACCEPTED',
      team: { name: 'Fostering' },
      ownerPost: { title: 'Head of Fostering' },
    });
    const { entries } = await lead.actions.history({ actionId: action.id });
    expect(entries[0]).toMatchObject({ action: 'action.undo', words: 'undid a change' });
  });

  it('takes status, rating and priority back, and what was undone can be undone', async () => {
    const action = await make({ teamId: fostering, status: 'IN_PROGRESS', declaredRag: 'GREEN' });
    const cancelled = await bulk(
      { kind: 'STATUS', status: 'CANCELLED', reason: 'No longer needed at all' },
      action,
    );
    expect(await get(action.id)).toMatchObject({ status: 'CANCELLED' });
    await undo(action.id, cancelled);
    const row = await h.db.action.findUniqueOrThrow({
      where: { id: action.id },
      select: { status: true, declaredRag: true, statusReason: true, version: true },
    });
    expect(row).toEqual({ status: 'IN_PROGRESS', declaredRag: 'GREEN', statusReason: null, version: 3 });
    const urgent = await bulk({ kind: 'PRIORITY', priority: 'URGENT' }, { id: action.id, version: 3 });
    const back = await undo(action.id, urgent);
    expect(await get(action.id)).toMatchObject({ priority: 'MEDIUM' });
    expect(await undo(action.id, back?.version ?? 0)).toMatchObject({ changed: true });
    expect(await get(action.id)).toMatchObject({ priority: 'URGENT' });
    const rated = await lead.actions.declareRag({
      actionId: action.id,
      version: 6,
      declaredRag: 'RED',
      ragReason: 'No panel chair since January',
    });
    await undo(action.id, rated.version);
    expect(await get(action.id)).toMatchObject({ declaredRag: 'GREEN', ragReason: '' });
  });

  it('counts a date that was a slip as never moved, and keeps both rows of the ledger', async () => {
    const action = await make();
    const dueDate = isoDate('2026-05-29');
    const version = await bulk({ kind: 'DUE_DATE', dueDate, reason: 'Two panels were postponed' }, action);
    expect(await get(action.id)).toMatchObject({ timesMoved: 1, dueDate });
    await undo(action.id, version);
    const row = await get(action.id);
    expect(row).toMatchObject({ timesMoved: 0, dueDate: '2026-04-30', originalDueDate: '2026-04-30' });
    expect(row.dateRevisions).toHaveLength(2);
    const first = await make({ dueDate: null, originalDueDate: null });
    const set = await bulk({ kind: 'DUE_DATE', dueDate, reason: '' }, first);
    await undo(first.id, set);
    expect(await get(first.id)).toMatchObject({ dueDate: null, originalDueDate: null, timesMoved: 0 });
  });

  it('leaves somebody else’s change, a newer one, and closing alone', async () => {
    const action = await make({ teamId: fostering });
    const version = await bulk({ kind: 'PRIORITY', priority: 'LOW' }, action);
    const others = await undo(action.id, version, undefined, manager);
    expect(others).toMatchObject({ ok: false });
    expect(others?.sentence).toContain('The last change was made by Programme Lead');
    const stale = await undo(action.id, action.version);
    expect(stale?.sentence).toContain('changed it since you looked');
    const closed = await make({ status: 'CLOSED' });
    const reopened = await lead.actions.changeStatus({
      actionId: closed.id,
      version: closed.version,
      status: 'REOPENED',
      reason: 'Evidence did not hold up',
    });
    const never = await undo(closed.id, reopened.version);
    expect(never?.sentence).toContain('Closing and reopening are decided on evidence');
  });
});

describe('undoing from the history', () => {
  it('works while the fields hold what the entry wrote, and says what has changed since', async () => {
    const action = await make({ teamId: fostering });
    const low = await bulk({ kind: 'PRIORITY', priority: 'LOW' }, action);
    const marked = await bulk({ kind: 'REVIEW_MARK', marked: true }, { id: action.id, version: low });
    const { entries } = await lead.actions.history({ actionId: action.id });
    const eventId = entries[1]?.id ?? '';
    const done = await undo(action.id, marked, eventId);
    expect(done).toMatchObject({ changed: true });
    expect(await get(action.id)).toMatchObject({ priority: 'MEDIUM' });
    const again = await undo(action.id, done?.version ?? 0, eventId);
    expect(again?.sentence).toBe(
      'The priority has changed since, so this cannot be undone. Change it by hand.',
    );
    const other = await make();
    const foreign = await undo(other.id, other.version, eventId);
    expect(foreign?.sentence).toBe('This entry of the history is not there.');
  });

  it('asks for the right to make the change', async () => {
    const action = await make({ teamId: permanence });
    const version = await bulk({ kind: 'PRIORITY', priority: 'LOW' }, action);
    const { entries } = await lead.actions.history({ actionId: action.id });
    const problem = await problemOf(
      manager.assignments.undo({
        entries: [{ actionId: action.id, version, eventId: entries[0]?.id ?? '' }],
      }),
    );
    expect(problem.code).toBe('NOT_ALLOWED');
  });
});
