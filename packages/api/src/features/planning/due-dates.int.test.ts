import { isoDate } from '@gt/contracts/words';
import { beforeEach, describe, expect, test } from 'vitest';
import { type PlanFixture, startHarness } from '../../testing/harness.ts';

const harness = await startHarness();
const { db, people, callerAs, teams, posts } = harness;
const lead = callerAs(people.lead);
const contributor = callerAs(people.contributor);
const key = () => crypto.randomUUID();
const REASON = 'Two panels were postponed.';
const MAY = isoDate('2026-05-29');

let plan: PlanFixture;
beforeEach(async () => {
  plan = await harness.makePlan();
});
const anAction = (more: Record<string, unknown> = {}) =>
  harness.makeAction(plan, { teamId: teams.fostering, ownerPostId: posts.fosteringOfficer, ...more });
const ask = (actionId: string, more: object = {}) =>
  contributor.planning.requestDueDate({
    actionId,
    version: 1,
    dueDate: MAY,
    reason: REASON,
    idempotencyKey: key(),
    ...more,
  });
const setApproval = (dueDateApproval: 'NONE' | 'LEAD' | 'BOARD') =>
  db.plan.update({ where: { id: plan.planId }, data: { dueDateApproval }, select: { id: true } });
const inbox = (userId: string, kind: 'DATE_REQUESTED' | 'DATE_DECIDED', sourceId: string) =>
  db.notification.count({ where: { userId, kind, sourceId } });

describe('asking for a date', () => {
  test('the date stays, the lead is told and lists it; agreed, the ledger says who asked and who agreed', async () => {
    const action = await anAction();
    const request = await ask(action.id);
    expect(request).toMatchObject({ state: 'PENDING', reference: 'R1.A1', actionVersion: 1 });
    expect(await inbox(people.lead.userId, 'DATE_REQUESTED', request.id)).toBe(1);
    expect(await lead.actions.get({ actionId: action.id })).toMatchObject({
      dueDate: '2026-04-30',
      pendingDueDate: MAY,
    });
    const list = await lead.planning.dueDateRequests({ planId: plan.planId });
    expect(list).toMatchObject({ total: 1, mayDecide: true, approval: 'NONE' });
    expect(list.requests[0]).toMatchObject({
      reference: 'R1.A1',
      reason: REASON,
      requestedBy: { name: 'Fostering Officer, holder 1' },
    });
    const agreed = await lead.planning.decideDueDate({
      requestId: request.id,
      version: 1,
      isAgreed: true,
      note: 'No later.',
    });
    expect(agreed).toMatchObject({ state: 'AGREED', actionVersion: 2 });
    expect(await inbox(people.contributor.userId, 'DATE_DECIDED', request.id)).toBe(1);
    const after = await lead.actions.get({ actionId: action.id });
    expect(after).toMatchObject({ dueDate: MAY, originalDueDate: '2026-04-30', timesMoved: 1 });
    expect(after.dateRevisions).toMatchObject([
      {
        changedBy: 'Fostering Officer, holder 1',
        agreedBy: 'LEAD',
        agreedByName: 'Programme Lead',
        agreedNote: 'No later.',
        reason: REASON,
      },
    ]);
    const { entries } = await lead.actions.history({ actionId: action.id });
    expect(entries.map((entry) => entry.words)).toEqual([
      'agreed the due date that was asked for',
      'asked for a new due date',
    ]);
  });

  test('a refusal says why, the date stays, and another may be asked for', async () => {
    const action = await anAction();
    const request = await ask(action.id);
    const at = { requestId: request.id, version: 1, isAgreed: false };
    await expect(lead.planning.decideDueDate({ ...at, note: '' })).rejects.toThrow(
      'Enter why the date stays, so that whoever asked knows what to do',
    );
    await lead.planning.decideDueDate({ ...at, note: 'The board meets on 9 April.' });
    expect((await lead.actions.get({ actionId: action.id })).dueDate).toBe('2026-04-30');
    const { requests } = await contributor.planning.ofAction({ actionId: action.id });
    expect(requests).toMatchObject([{ state: 'REFUSED', decisionNote: 'The board meets on 9 April.' }]);
    await ask(action.id);
  });

  test.each([
    [
      'a date that has passed',
      { dueDate: isoDate('2026-03-11') },
      'The new date has passed. Ask for 12 March 2026 or later.',
    ],
    [
      'before the start',
      { dueDate: isoDate('2026-02-01') },
      'The due date must be the same as or after the start date',
    ],
    [
      'a slip of the year',
      { dueDate: isoDate('1926-05-29') },
      'Check the year: 29 May 1926 is not between 2000 and 2099',
    ],
    ['the same date', { dueDate: isoDate('2026-04-30') }, 'The action is already due on 30 April 2026'],
    ['no date', { dueDate: null }, 'A due date can be moved but not taken away'],
    ['no reason', { reason: '' }, 'Enter why the date should move'],
    [
      'a long reason',
      { reason: 'x'.repeat(2_001) },
      'The reason must be 2,000 characters or fewer. Shorten it by 1.',
    ],
  ])('%s is refused in words', async (_case, more, message) => {
    const action = await anAction();
    await expect(ask(action.id, more)).rejects.toThrow(message);
    expect(await db.dueDateRequest.count({ where: { actionId: action.id } })).toBe(0);
  });

  test('one open request an action, also when two ask at once; the same intent is one request', async () => {
    const action = await anAction();
    const manager = callerAs(people.manager);
    const input = { actionId: action.id, version: 1, dueDate: MAY, reason: REASON };
    const same = { ...input, idempotencyKey: key() };
    const answers = await Promise.allSettled([
      contributor.planning.requestDueDate(same),
      contributor.planning.requestDueDate(same),
      manager.planning.requestDueDate({ ...input, idempotencyKey: key() }),
      manager.planning.requestDueDate({ ...input, idempotencyKey: key() }),
    ]);
    const done = answers.filter((answer) => answer.status === 'fulfilled');
    expect(new Set(done.map((answer) => answer.value.id)).size).toBe(1);
    expect(await db.dueDateRequest.count({ where: { actionId: action.id, state: 'PENDING' } })).toBe(1);
    await expect(manager.planning.requestDueDate({ ...input, idempotencyKey: key() })).rejects.toThrow(
      'has already asked for 29 May 2026. It must be answered or withdrawn first.',
    );
  });

  test('whoever asked withdraws it, nobody else, and not once it is answered', async () => {
    const action = await anAction();
    const request = await ask(action.id);
    const at = { requestId: request.id, version: 1 };
    await expect(callerAs(people.manager).planning.withdrawDueDate(at)).rejects.toThrow(
      'Only whoever asked can withdraw a request.',
    );
    const gone = await contributor.planning.withdrawDueDate(at);
    expect(gone.state).toBe('WITHDRAWN');
    await expect(
      contributor.planning.withdrawDueDate({ requestId: request.id, version: gone.version }),
    ).rejects.toThrow('This request has been answered, so it cannot be withdrawn.');
  });

  test('two answers at once: one wins, the other sees what it was', async () => {
    const action = await anAction();
    const request = await ask(action.id);
    const at = { requestId: request.id, version: 1, note: 'The board meets on 9 April.' };
    const answers = await Promise.allSettled([
      lead.planning.decideDueDate({ ...at, isAgreed: true }),
      lead.planning.decideDueDate({ ...at, isAgreed: false }),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = answers.find((answer) => answer.status === 'rejected');
    expect(refused?.reason).toMatchObject({ cause: { code: 'CONFLICT' } });
  });

  test('others see only what they asked for themselves', async () => {
    const action = await anAction();
    await ask(action.id);
    const own = await contributor.planning.dueDateRequests({ planId: plan.planId });
    expect(own).toMatchObject({ total: 1, mayDecide: false });
    const others = await callerAs(people.otherManager).planning.dueDateRequests({ planId: plan.planId });
    expect(others.requests).toEqual([]);
  });
});

describe('whose word it needs', () => {
  test('nobody: the lead sets it with a reason', async () => {
    const action = await anAction();
    await lead.actions.changeDueDate({ actionId: action.id, version: 1, dueDate: MAY, reason: REASON });
    const { dateRevisions } = await lead.actions.get({ actionId: action.id });
    expect(dateRevisions).toMatchObject([
      { agreedBy: 'NONE', agreedByName: null, changedBy: 'Programme Lead' },
    ]);
  });

  test('the lead: setting it is agreeing', async () => {
    await setApproval('LEAD');
    const action = await anAction();
    await lead.actions.changeDueDate({ actionId: action.id, version: 1, dueDate: MAY, reason: REASON });
    const { dateRevisions } = await lead.actions.get({ actionId: action.id });
    expect(dateRevisions).toMatchObject([{ agreedBy: 'LEAD', agreedByName: 'Programme Lead' }]);
  });

  test('the board: its day is asked, and a board to come has agreed to nothing', async () => {
    await setApproval('BOARD');
    const action = await anAction();
    const change = { actionId: action.id, version: 1, dueDate: MAY, reason: REASON };
    await expect(lead.actions.changeDueDate(change)).rejects.toThrow(
      'Enter the date of the board that agreed',
    );
    await expect(lead.actions.changeDueDate({ ...change, agreedOn: isoDate('2026-03-13') })).rejects.toThrow(
      'The board that agreed must have met. Enter a date up to today',
    );
    const request = await lead.planning.requestDueDate({ ...change, idempotencyKey: key() });
    const answer = { requestId: request.id, version: 1, isAgreed: true, agreedOn: isoDate('2026-03-10') };
    await lead.planning.decideDueDate(answer);
    const { dateRevisions } = await lead.actions.get({ actionId: action.id });
    expect(dateRevisions).toMatchObject([{ agreedBy: 'BOARD', agreedOn: '2026-03-10' }]);
  });

  test('a first date is no move and needs nobody', async () => {
    await setApproval('BOARD');
    const action = await anAction({ dueDate: null, originalDueDate: null });
    await lead.actions.changeDueDate({ actionId: action.id, version: 1, dueDate: MAY, reason: '' });
    expect((await lead.actions.get({ actionId: action.id })).dateRevisions).toMatchObject([
      { agreedBy: 'NONE' },
    ]);
  });

  test('the lead has nobody to ask where the word is theirs', async () => {
    const action = await anAction();
    await expect(
      lead.planning.requestDueDate({
        actionId: action.id,
        version: 1,
        dueDate: MAY,
        reason: REASON,
        idempotencyKey: key(),
      }),
    ).rejects.toThrow('You may set this date yourself, so there is nobody to ask.');
  });

  test('a date set by hand answers the request for just that date', async () => {
    const action = await anAction();
    const request = await ask(action.id);
    await lead.actions.changeDueDate({ actionId: action.id, version: 1, dueDate: MAY, reason: REASON });
    const { requests } = await lead.planning.ofAction({ actionId: action.id });
    expect(requests).toMatchObject([{ state: 'AGREED', decidedBy: 'Programme Lead' }]);
    expect(await inbox(people.contributor.userId, 'DATE_DECIDED', request.id)).toBe(1);
  });
});

test('many at once: each by itself, and each row says what became of it', async () => {
  const [first, second, closed] = [await anAction(), await anAction(), await anAction()];
  const requests = [];
  for (const action of [first, second, closed]) {
    const { id, version } = await ask(action.id);
    requests.push({ requestId: id, version });
  }
  await db.action.update({ where: { id: closed.id }, data: { status: 'CLOSED' }, select: { id: true } });
  const { results } = await lead.planning.decideDueDates({ requests, isAgreed: true });
  expect(results.map(({ reference, ok }) => [reference, ok])).toEqual([
    ['R1.A1', true],
    ['R1.A2', true],
    ['R1.A3', false],
  ]);
  expect(results[2]?.message).toBe(
    'The action is closed, so its due date stays as it was. Reopen it to set a new one.',
  );
  const again = await lead.planning.decideDueDates({ requests, isAgreed: true });
  expect(again.results.map(({ ok }) => ok)).toEqual([false, false, false]);
});
