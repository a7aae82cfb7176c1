import { describe, expect, it } from 'vitest';
import { newId } from '../../core/new-id.ts';
import { startHarness } from '../../testing/harness.ts';
import { problemOf } from '../../testing/problem-of.ts';

const h = await startHarness();
const plan = await h.makePlan();
const { fostering, permanence } = h.teams;
const key = () => newId();
const REASON = 'The work belongs with another team';
const lead = h.callerAs(h.people.lead);
const manager = h.callerAs(h.people.manager);

const make = (more: Record<string, unknown> = {}) => h.makeAction(plan, more);
const itemOf = ({ id, version }: { id: string; version: number }) => ({ actionId: id, version });

async function inbox(userId: string, actionId: string) {
  const rows = await h.db.notification.findMany({ where: { userId, actionId }, select: { kind: true } });
  return rows.map((row) => row.kind);
}

describe('a change of many actions', () => {
  it('assigns all of them at once, and the team and the owner are told', async () => {
    const [one, two] = [await make(), await make()];
    const { results, undoable } = await lead.assignments.bulkChange({
      change: {
        kind: 'ASSIGN',
        set: { teamId: fostering, ownerPostId: h.posts.fosteringOfficer },
        reason: '',
      },
      items: [itemOf(one), itemOf(two)],
      idempotencyKey: key(),
    });
    expect(undoable).toBe(true);
    expect(results).toMatchObject([
      { actionId: one.id, ok: true, changed: true, version: 2 },
      { actionId: two.id, ok: true, changed: true, version: 2 },
    ]);
    expect(results[0]?.sentence).toBe(
      'Given to Fostering and Fostering Officer. The team is asked to take it on.',
    );
    const row = await lead.actions.get({ actionId: one.id });
    expect(row).toMatchObject({ acceptance: 'OFFERED', team: { name: 'Fostering' }, version: 2 });
    expect(await inbox(h.people.manager.userId, one.id)).toEqual(['OFFERED_TO_TEAM']);
    expect(await inbox(h.people.contributor.userId, two.id)).toEqual(['ASSIGNED_TO_YOU']);
  });

  it('gives a line for each: done, same, forbidden, changed by somebody, closed, gone', async () => {
    const own = await make({ teamId: fostering });
    const same = await make({ teamId: fostering, ownerPostId: h.posts.fosteringOfficer });
    const others = await make({ teamId: permanence });
    const stale = await make({ teamId: fostering });
    const closed = await make({ teamId: fostering, status: 'CLOSED' });
    await lead.actions.edit({
      actionId: stale.id,
      version: stale.version,
      title: 'Somebody was sooner',
      detail: '',
      successMeasure: '',
      priority: 'HIGH',
      startDate: null,
    });
    const gone = { actionId: newId(), version: 1 };
    const { results } = await manager.assignments.bulkChange({
      change: { kind: 'ASSIGN', set: { ownerPostId: h.posts.fosteringOfficer }, reason: '' },
      items: [itemOf(own), itemOf(same), itemOf(others), itemOf(stale), itemOf(closed), gone],
      idempotencyKey: key(),
    });
    expect(results.map(({ ok, changed, sentence }) => [ok, changed, sentence])).toEqual([
      [true, true, 'Given to Fostering and Fostering Officer.'],
      [true, false, 'It was assigned so already.'],
      [false, false, "A manager can change only their own teams' actions."],
      [false, false, 'Programme Lead changed it since you looked. Look at it again, then try once more.'],
      [false, false, 'The action is closed, so it does not change hands. Reopen it first.'],
      [false, false, 'This action is not there any more, or you may not see it.'],
    ]);
    expect(results[5]?.reference).toBe('');
    const untouched = await h.db.action.findUniqueOrThrow({
      where: { id: others.id },
      select: { version: true },
    });
    expect(untouched.version).toBe(1);
  });

  it('is refused as a whole when the person may change none of them', async () => {
    const others = await make({ teamId: permanence });
    const problem = await problemOf(
      manager.assignments.bulkChange({
        change: { kind: 'PRIORITY', priority: 'LOW' },
        items: [itemOf(others)],
        idempotencyKey: key(),
      }),
    );
    expect(problem).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('gives the same answer to the same intent, in series and in parallel', async () => {
    const action = await make({ teamId: fostering });
    const input = {
      change: { kind: 'PRIORITY' as const, priority: 'URGENT' as const },
      items: [itemOf(action)],
      idempotencyKey: key(),
    };
    const answers = await Promise.all(Array.from({ length: 4 }, () => lead.assignments.bulkChange(input)));
    answers.push(await lead.assignments.bulkChange(input));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]?.results[0]).toMatchObject({ ok: true, changed: true, version: 2 });
    const row = await h.db.action.findUniqueOrThrow({ where: { id: action.id }, select: { version: true } });
    expect(row.version).toBe(2);
  });

  it('moves dates by days, sets statuses and marks for review; closing and reopening are refused', async () => {
    const [dated, undated] = [await make(), await make({ dueDate: null, originalDueDate: null })];
    const moved = await lead.assignments.bulkChange({
      change: { kind: 'DUE_DATE', shiftDays: 7, reason: 'Two panels were postponed' },
      items: [itemOf(dated), itemOf(undated)],
      idempotencyKey: key(),
    });
    expect(moved.results.map(({ ok, sentence }) => [ok, sentence])).toEqual([
      [true, 'Moved from 30 April 2026 to 7 May 2026.'],
      [false, 'It has no due date to move. Set one first.'],
    ]);
    const begun = await lead.assignments.bulkChange({
      change: { kind: 'STATUS', status: 'IN_PROGRESS', reason: '' },
      items: [{ actionId: dated.id, version: 2 }],
      idempotencyKey: key(),
    });
    expect(begun.results[0]).toMatchObject({ ok: true, sentence: 'Now “In progress”.', version: 3 });
    const marked = await h.callerAs(h.people.verifier).assignments.bulkChange({
      change: { kind: 'REVIEW_MARK', marked: true },
      items: [{ actionId: dated.id, version: 3 }],
      idempotencyKey: key(),
    });
    expect(marked.results[0]).toMatchObject({ ok: true, changed: true });
    for (const status of ['CLOSED', 'REOPENED'] as const) {
      const refused = await problemOf(
        lead.assignments.bulkChange({
          change: { kind: 'STATUS', status, reason: REASON },
          items: [{ actionId: dated.id, version: 4 }],
          idempotencyKey: key(),
        }),
      );
      expect(refused).toMatchObject({ code: 'RULE' });
      expect(refused.message).toContain('in bulk');
    }
  });

  it('answers bad input with a sentence', async () => {
    const both = await problemOf(
      lead.assignments.bulkChange({
        change: { kind: 'DUE_DATE', reason: REASON },
        items: [itemOf(await make())],
        idempotencyKey: key(),
      }),
    );
    expect(both.message).toBe('Enter the new date, or by how many days to move it.');
    const many = Array.from({ length: 501 }, () => ({ actionId: newId(), version: 1 }));
    const tooMany = await problemOf(
      lead.assignments.bulkChange({
        change: { kind: 'PRIORITY', priority: 'LOW' },
        items: many,
        idempotencyKey: key(),
      }),
    );
    expect(tooMany.message).toContain('up to 500 actions');
  });
});

describe('50 people on one action', () => {
  it('lets exactly one win each version; 49 are told who won, and nothing is lost', async () => {
    const action = await make({ teamId: fostering });
    let version = action.version;
    for (const priority of ['URGENT', 'LOW'] as const) {
      const answers = await Promise.all(
        Array.from({ length: 50 }, (_, index) =>
          lead.assignments.bulkChange({
            change: {
              kind: 'ASSIGN',
              set: { supportingTeamIds: [permanence] },
              reason: `Racer ${index} of ${priority}`,
            },
            items: [{ actionId: action.id, version }],
            idempotencyKey: key(),
          }),
        ),
      );
      const results = answers.flatMap((answer) => answer.results);
      const won = results.filter(({ changed }) => changed);
      expect(won).toHaveLength(1);
      const lost = results.filter(({ ok }) => !ok);
      expect(lost).toHaveLength(49);
      expect(lost[0]?.sentence).toContain('Programme Lead changed it since you looked');
      version += 1;
      expect(won[0]?.version).toBe(version);
      await lead.assignments.bulkChange({
        change: { kind: 'ASSIGN', set: { supportingTeamIds: [] }, reason: '' },
        items: [{ actionId: action.id, version }],
        idempotencyKey: key(),
      });
      version += 1;
    }
    const events = await h.db.auditEvent.count({ where: { entityId: action.id, action: 'action.assign' } });
    expect(events).toBe(4);
  });
});

describe('owners outside the team', () => {
  it('are the programme lead’s to choose, with a warning, and refused to a manager', async () => {
    const action = await make({ teamId: fostering });
    const set = { ownerPostId: h.posts.headOfPermanence };
    const { results } = await lead.assignments.bulkChange({
      change: { kind: 'ASSIGN', set, reason: '' },
      items: [itemOf(action)],
      idempotencyKey: key(),
    });
    expect(results[0]).toMatchObject({ ok: true, changed: true });
    expect(results[0]?.sentence).toContain('Head of Permanence does not work in Fostering.');
    const both = await h.makeUser('Manager of both, holder 1', ['MANAGER'], {
      teamIds: [fostering, permanence],
    });
    const other = await make({ teamId: fostering });
    const refused = await h.callerAs(both).assignments.bulkChange({
      change: { kind: 'ASSIGN', set, reason: '' },
      items: [itemOf(other)],
      idempotencyKey: key(),
    });
    expect(refused.results[0]).toMatchObject({ ok: false });
    expect(refused.results[0]?.sentence).toContain('A manager gives work within the team');
  });
});
