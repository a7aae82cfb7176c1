import { type DueDateApproval, isoDate } from '@gt/contracts/words';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  agreeDueDate,
  checkDueDateAnswer,
  copyMilestones,
  cycleWords,
  type Dependency,
  type DueDateRequestAsked,
  decideDependency,
  milestoneDaysLate,
  milestonesAreKept,
  milestoneWarning,
  orderWarning,
  requestDueDate,
  validateMilestone,
} from './index.ts';

const today = isoDate('2026-03-12');
const edge = (predecessorId: string, successorId: string): Dependency => ({ predecessorId, successorId });

describe('what waits for what', () => {
  test.each<[string, Dependency[], Dependency, string]>([
    ['the first', [], edge('a', 'b'), 'ok'],
    ['itself', [], edge('a', 'a'), 'SELF'],
    ['twice', [edge('a', 'b')], edge('a', 'b'), 'ALREADY'],
    ['each other', [edge('a', 'b')], edge('b', 'a'), 'b → a → b'],
    ['round three', [edge('a', 'b'), edge('b', 'c')], edge('c', 'a'), 'c → a → b → c'],
    ['the shortest way round', [edge('a', 'b'), edge('b', 'c'), edge('a', 'c')], edge('c', 'a'), 'c → a → c'],
    ['two ways to one end', [edge('a', 'b'), edge('a', 'c'), edge('b', 'd')], edge('c', 'd'), 'ok'],
  ])('%s', (_case, existing, wanted, expected) => {
    const decision = decideDependency(existing, wanted);
    const words = decision.ok ? 'ok' : decision.code === 'CYCLE' ? cycleWords(decision.cycle) : decision.code;
    expect(words).toBe(expected);
  });

  it('never lets a circle in, however the dependencies come, and shows a real one when it refuses', () => {
    const node = fc.integer({ min: 0, max: 7 }).map(String);
    fc.assert(
      fc.property(fc.array(fc.tuple(node, node), { maxLength: 40 }), (wanted) => {
        const kept: Dependency[] = [];
        for (const [predecessorId, successorId] of wanted) {
          const one = { predecessorId, successorId };
          const decision = decideDependency(kept, one);
          if (decision.ok) kept.push(one);
          else if (decision.code === 'CYCLE') expectCircle(decision.cycle, [...kept, one]);
        }
        expect(hasCircle(kept)).toBe(false);
      }),
    );
  });

  it('refuses nothing that would be no circle', () => {
    const node = fc.integer({ min: 0, max: 6 });
    fc.assert(
      fc.property(fc.array(fc.tuple(node, node), { maxLength: 30 }), (pairs) => {
        // Always from a lower to a higher number: no circle is possible.
        const kept: Dependency[] = [];
        for (const [one, other] of pairs) {
          if (one === other) continue;
          const wanted = edge(String(Math.min(one, other)), String(Math.max(one, other)));
          const decision = decideDependency(kept, wanted);
          if (decision.ok) kept.push(wanted);
          else expect(decision.code).toBe('ALREADY');
        }
      }),
    );
  });

  it('warns when the order of the dates does not hold', () => {
    const end = (reference: string, dueDate: string | null) => ({
      reference,
      dueDate: dueDate === null ? null : isoDate(dueDate),
    });
    expect(orderWarning(end('R1.A2', '2026-03-12'), end('R3.A1', '2026-03-01'))).toBe(
      'R3.A1 is due on 1 March 2026, before R1.A2 on 12 March 2026',
    );
    expect(orderWarning(end('R1.A2', '2026-03-12'), end('R3.A1', '2026-03-12'))).toBe('');
    expect(orderWarning(end('R1.A2', null), end('R3.A1', '2026-03-12'))).toBe('');
    expect(orderWarning(end('R1.A2', '2026-03-12'), end('R3.A1', null))).toBe('');
  });
});

function expectCircle(cycle: readonly string[], edges: readonly Dependency[]): void {
  expect(cycle.length).toBeGreaterThan(2);
  expect(cycle.at(0)).toBe(cycle.at(-1));
  for (const [index, predecessorId] of cycle.slice(0, -1).entries()) {
    expect(edges).toContainEqual({ predecessorId, successorId: cycle[index + 1] });
  }
}

/** By taking away what waits for nothing until nothing is left; another way than the one under test. */
function hasCircle(edges: readonly Dependency[]): boolean {
  let left = [...edges];
  for (;;) {
    const waiting = new Set(left.map(({ successorId }) => successorId));
    const next = left.filter(({ predecessorId }) => waiting.has(predecessorId));
    if (next.length === left.length) return next.length > 0;
    left = next;
  }
}

describe('milestones', () => {
  const message = (input: Parameters<typeof validateMilestone>[0]) =>
    validateMilestone(input, today)
      .map((problem) => problem.message)
      .join(' | ');

  test.each<[Parameters<typeof validateMilestone>[0], string]>([
    [{ title: 'First panel sits', dueDate: today }, ''],
    [{ title: ' ', dueDate: null }, 'Enter what will be reached | Enter the date it should be reached by'],
    [{ title: 'x'.repeat(201) }, 'The title must be 200 characters or fewer. Shorten it by 1.'],
    [{ dueDate: isoDate('1999-12-31') }, 'Check the year: 31 December 1999 is not between 2000 and 2099'],
    [{ dueDate: isoDate('2000-01-01') }, ''],
    [{ dueDate: isoDate('2099-12-31') }, ''],
    [{ doneOn: today }, ''],
    [{ doneOn: isoDate('2026-03-13') }, 'The day it was done cannot be after today'],
    [{ doneOn: null }, ''],
  ])('case %#', (input, expected) => {
    expect(message(input)).toBe(expected);
  });

  const dates = { startDate: isoDate('2026-02-02'), dueDate: isoDate('2026-04-30') };
  test.each([
    ['2026-04-30', ''],
    ['2026-05-01', '1 day after the action is due on 30 April 2026'],
    ['2026-02-02', ''],
    ['2026-02-01', 'Before the action starts on 2 February 2026'],
  ])('on %s: “%s”', (day, expected) => {
    expect(milestoneWarning({ dueDate: isoDate(day) }, dates)).toBe(expected);
    expect(milestoneWarning({ dueDate: isoDate(day) }, { startDate: null, dueDate: null })).toBe('');
  });

  it('are late from the day after, and only while they are open and so is the action', () => {
    const late = { dueDate: isoDate('2026-03-10'), doneOn: null };
    expect(milestoneDaysLate(late, 'IN_PROGRESS', today)).toBe(2);
    expect(milestoneDaysLate({ ...late, dueDate: today }, 'IN_PROGRESS', today)).toBe(0);
    expect(milestoneDaysLate({ ...late, doneOn: today }, 'IN_PROGRESS', today)).toBe(0);
    expect(milestoneDaysLate(late, 'CLOSED', today)).toBe(0);
    expect(milestonesAreKept('IN_PROGRESS')).toBeNull();
    expect(milestonesAreKept('CANCELLED')).toContain('The action is cancelled');
  });

  it('keep their distance from the due date in a copy, and are open again', () => {
    const milestones = [{ title: 'First', dueDate: isoDate('2026-02-26'), doneOn: today }];
    const due = { from: isoDate('2026-03-12'), to: isoDate('2026-03-17') };
    expect(copyMilestones(milestones, due)).toEqual([
      { title: 'First', dueDate: '2026-03-03', doneOn: null },
    ]);
    expect(copyMilestones(milestones, { ...due, to: null })).toEqual([
      { title: 'First', dueDate: '2026-02-26', doneOn: null },
    ]);
  });
});

describe('on whose word a date moves', () => {
  const board = isoDate('2026-03-10');
  test.each<[DueDateApproval, { isAsked?: boolean; isFirst?: boolean; agreedOn?: string }, string]>([
    ['NONE', {}, 'NONE'],
    ['NONE', { isAsked: true }, 'LEAD'],
    ['LEAD', {}, 'LEAD'],
    ['LEAD', { isAsked: true }, 'LEAD'],
    ['LEAD', { isFirst: true }, 'NONE'],
    ['BOARD', {}, 'Enter the date of the board that agreed'],
    ['BOARD', { agreedOn: '2026-03-12' }, 'BOARD 2026-03-12'],
    ['BOARD', { agreedOn: '2026-03-13' }, 'The board that agreed must have met. Enter a date up to today'],
    ['BOARD', { isFirst: true }, 'NONE'],
    ['BOARD', { isFirst: true, isAsked: true, agreedOn: board }, 'BOARD 2026-03-10'],
  ])('%s, %j: %s', (approval, { isAsked = false, isFirst = false, agreedOn }, expected) => {
    const found = agreeDueDate({
      approval,
      isAsked,
      isFirst,
      agreedOn: agreedOn ? isoDate(agreedOn) : null,
      today,
    });
    const words = found.ok
      ? [found.agreedBy, found.agreedOn].filter(Boolean).join(' ')
      : found.problems.map((problem) => problem.message).join();
    expect(words).toBe(expected);
  });
});

describe('asking for a date', () => {
  const asked: DueDateRequestAsked = {
    status: 'IN_PROGRESS',
    startDate: isoDate('2026-02-02'),
    originalDueDate: isoDate('2026-03-31'),
    dueDate: isoDate('2026-03-31'),
    toDate: isoDate('2026-04-30'),
    reason: ' Two panels were postponed ',
    today,
    approval: 'NONE',
    maySet: false,
    pending: null,
  };
  const outcome = (more: Partial<DueDateRequestAsked>) => {
    const found = requestDueDate({ ...asked, ...more });
    return found.ok ? 'ok' : (found.rule ?? found.problems.map((problem) => problem.message).join(' | '));
  };

  test.each<[string, Partial<DueDateRequestAsked>, string]>([
    ['asked', {}, 'ok'],
    ['today', { toDate: today }, 'ok'],
    ['past', { toDate: isoDate('2026-03-11') }, 'The new date has passed. Ask for 12 March 2026 or later.'],
    ['a first date', { dueDate: null, originalDueDate: null }, 'ok'],
    [
      'both wrong',
      { toDate: null, reason: '' },
      'A due date can be moved but not taken away | Enter why the date should move',
    ],
    ['the lead', { maySet: true }, 'You may set this date yourself, so there is nobody to ask.'],
    ['the lead, where the board agrees', { maySet: true, approval: 'BOARD' }, 'ok'],
    [
      'one waits',
      { pending: { toDate: isoDate('2026-05-29'), requestedBy: 'Head of Fostering, holder 1' } },
      'Head of Fostering, holder 1 has already asked for 29 May 2026. It must be answered or withdrawn first.',
    ],
    [
      'closed',
      { status: 'CLOSED' },
      'The action is closed, so its due date stays as it was. Reopen it to set a new one.',
    ],
  ])('%s', (_case, more, expected) => {
    expect(outcome(more)).toBe(expected);
  });

  test.each([
    [{ isAgreed: true, note: '' }, ''],
    [
      { isAgreed: true, note: 'x'.repeat(2_001) },
      'The note must be 2,000 characters or fewer. Shorten it by 1.',
    ],
    [{ isAgreed: false, note: '' }, 'Enter why the date stays, so that whoever asked knows what to do'],
    [{ isAgreed: false, note: 'No.' }, 'The reason must be at least 10 characters.'],
  ])('answered %j: “%s”', (answer, expected) => {
    expect(checkDueDateAnswer({ state: 'PENDING', ...answer })[0]?.message ?? '').toBe(expected);
  });

  it('is answered once', () => {
    const answer = { isAgreed: true, note: '' };
    for (const state of ['AGREED', 'REFUSED', 'WITHDRAWN'] as const) {
      expect(checkDueDateAnswer({ state, ...answer })[0]?.message).toMatch(/Nothing more can be decided/);
    }
  });
});
