import { type DeliveryStatus, isoDate, type Rag } from '@gt/contracts/words';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  ACTION_LIMITS,
  actionReference,
  changeDueDate,
  type DueDateChange,
  dateLedger,
  declareRag,
  overdue,
  parseActionReference,
  ragNeedsReason,
  validateAction,
} from './index.ts';

describe('references', () => {
  it('reads what it writes', () => {
    const number = fc.integer({ min: 1, max: 99_999 });
    fc.assert(
      fc.property(number, number, (recommendation, action) => {
        const text = actionReference(recommendation, action);
        expect(parseActionReference(text)).toEqual({ recommendation, action });
        expect(parseActionReference(` ${text.toLowerCase()} `)).toEqual({ recommendation, action });
      }),
    );
    expect(actionReference(3, 2)).toBe('R3.A2');
  });

  test.each(['', 'R3', 'A2', 'R0.A1', 'R3.A', 'R3.A2.', 'R03.A2', 'R3 A2', 'XR3.A2'])(
    'refuses “%s”',
    (text) => {
      expect(parseActionReference(text)).toBeNull();
    },
  );
});

describe('declaring a rating', () => {
  test.each<[Rag, Rag, string | null, string]>([
    ['NONE', 'GREEN', null, 'ok'],
    ['NONE', 'AMBER', null, 'Say why the action is at risk'],
    ['NONE', 'RED', ' ', 'Say why the action is off track'],
    ['GREEN', 'GREEN', null, 'ok'],
    ['AMBER', 'AMBER', null, 'Say why the action is at risk'],
    ['AMBER', 'GREEN', null, 'Say why the rating changes from At risk to On track'],
    ['AMBER', 'GREEN', 'Panel has sat', 'ok'],
    ['GREEN', 'RED', 'Two carers left', 'ok'],
    [
      'GREEN',
      'BLUE',
      'All done',
      'Blue (complete and embedded) follows when the action is closed. Choose Red, Amber or Green.',
    ],
    ['GREEN', 'NONE', 'Unsure', 'Choose a rating: Red, Amber or Green'],
    ['BLUE', 'GREEN', null, 'ok'],
  ])('%s → %s with “%s”: %s', (previous, rag, ragReason, expected) => {
    const decision = declareRag({ rag, ragReason, previous, status: 'IN_PROGRESS' });
    expect(decision.ok ? 'ok' : decision.problems[0]?.message).toBe(expected);
    if (decision.ok && !ragReason) expect(ragNeedsReason(rag, previous)).toBe(false);
  });

  it('is not for closed or cancelled actions, and says whether anything changed', () => {
    expect(declareRag({ rag: 'GREEN', previous: 'BLUE', status: 'CLOSED' })).toMatchObject({ ok: false });
    expect(declareRag({ rag: 'GREEN', previous: 'NONE', status: 'CANCELLED' })).toMatchObject({ ok: false });
    const same = declareRag({ rag: 'RED', ragReason: 'Still short', previous: 'RED', status: 'REOPENED' });
    expect(same).toEqual({ ok: true, declaredRag: 'RED', ragReason: 'Still short', changed: false });
    const long = declareRag({
      rag: 'RED',
      ragReason: 'x'.repeat(1_001),
      previous: 'RED',
      status: 'REOPENED',
    });
    expect(long).toMatchObject({ ok: false });
  });
});

describe('overdue', () => {
  const today = isoDate('2026-03-12');
  test.each<[string | null, string | null, DeliveryStatus, number, number, string]>([
    ['2026-03-12', '2026-03-12', 'IN_PROGRESS', 0, 0, 'Due today'],
    ['2026-03-11', '2026-03-11', 'IN_PROGRESS', 1, 1, '1 day overdue'],
    ['2026-03-06', '2026-01-31', 'IN_PROGRESS', 6, 40, '6 days overdue, 40 days past its original date'],
    ['2026-03-13', '2026-01-31', 'REOPENED', 0, 40, 'Due tomorrow, 40 days past its original date'],
    ['2026-03-16', '2026-03-20', 'NOT_STARTED', 0, 0, 'Due in 4 days'],
    ['2026-05-11', '2026-05-11', 'NOT_STARTED', 0, 0, 'Due in 60 days'],
    ['2026-05-12', '2026-05-12', 'NOT_STARTED', 0, 0, 'Due 12 May 2026'],
    ['2026-03-06', '2026-03-06', 'AWAITING_EVIDENCE_CHECK', 6, 6, '6 days overdue'],
    ['2026-03-06', '2026-03-06', 'CLOSED', 0, 0, ''],
    ['2026-03-06', '2026-03-06', 'CANCELLED', 0, 0, ''],
    [null, null, 'IN_PROGRESS', 0, 0, 'No due date'],
  ])('due %s (first %s), %s', (due, original, status, late, lateOriginal, words) => {
    const found = overdue({
      dueDate: due === null ? null : isoDate(due),
      originalDueDate: original === null ? null : isoDate(original),
      status,
      today,
    });
    expect(found).toMatchObject({
      daysOverdue: late,
      isOverdue: late > 0,
      daysPastOriginal: lateOriginal,
      isPastOriginal: lateOriginal > 0,
      words,
    });
  });
});

describe('changing a due date', () => {
  const change: DueDateChange = {
    status: 'IN_PROGRESS',
    startDate: isoDate('2026-01-05'),
    originalDueDate: isoDate('2026-01-31'),
    dueDate: isoDate('2026-02-28'),
    toDate: isoDate('2026-03-12'),
    reason: ' Two panels were postponed ',
  };
  const message = (input: Partial<DueDateChange>) => {
    const decision = changeDueDate({ ...change, ...input });
    return decision.ok ? 'ok' : decision.problems.map((problem) => problem.message).join(' | ');
  };

  it('keeps the original and writes the move', () => {
    expect(changeDueDate(change)).toEqual({
      ok: true,
      dueDate: '2026-03-12',
      originalDueDate: '2026-01-31',
      revision: { fromDate: '2026-02-28', toDate: '2026-03-12', reason: 'Two panels were postponed' },
    });
  });

  it('needs no reason for a first date, which becomes the original', () => {
    const first = changeDueDate({ ...change, originalDueDate: null, dueDate: null, reason: null });
    expect(first).toMatchObject({ ok: true, originalDueDate: '2026-03-12', revision: { fromDate: null } });
  });

  test.each<[string, Partial<DueDateChange>, string]>([
    ['no reason', { reason: null }, 'Enter why the date moves'],
    ['nine characters', { reason: '123456789' }, 'The reason must be at least 10 characters.'],
    ['ten characters', { reason: '1234567890' }, 'ok'],
    ['on the start date', { toDate: isoDate('2026-01-05') }, 'ok'],
    [
      'before the start',
      { toDate: isoDate('2026-01-04') },
      'The due date must be the same as or after the start date',
    ],
    ['taken away', { toDate: null }, 'A due date can be moved but not taken away'],
    ['the same', { toDate: isoDate('2026-02-28') }, 'The action is already due on 28 February 2026'],
    [
      'closed',
      { status: 'CLOSED' },
      'The action is closed, so its due date stays as it was. Reopen it to set a new one.',
    ],
    [
      'both wrong',
      { toDate: isoDate('2026-01-04'), reason: '' },
      'The due date must be the same as or after the start date | Enter why the date moves',
    ],
  ])('%s', (_, input, expected) => {
    expect(message(input)).toBe(expected);
  });
});

describe('the date ledger', () => {
  const move = (fromDate: string | null, toDate: string) => ({
    fromDate: fromDate === null ? null : isoDate(fromDate),
    toDate: isoDate(toDate),
  });
  const first = move(null, '2026-01-31');
  const second = move('2026-01-31', '2026-02-28');
  test.each<[string, ReturnType<typeof move>[], number, string]>([
    ['never set', [], 0, ''],
    ['set', [first], 0, ''],
    ['moved once', [first, second], 1, 'was 31 January 2026, moved once'],
    ['moved twice', [first, second, move('2026-02-28', '2026-03-12')], 2, 'was 31 January 2026, moved twice'],
    [
      'moved back',
      [first, second, move('2026-02-28', '2026-01-31')],
      2,
      'moved twice, now back at its original date',
    ],
    [
      'three times',
      [second, move('2026-02-28', '2026-03-12'), move('2026-03-12', '2026-04-01')],
      3,
      'was 31 January 2026, moved 3 times',
    ],
  ])('%s', (_, revisions, timesMoved, words) => {
    expect(dateLedger(isoDate('2026-01-31'), revisions)).toMatchObject({ timesMoved, words });
  });

  it('finds the original in the ledger when the action does not hold it', () => {
    expect(dateLedger(null, [second]).words).toBe('was 31 January 2026, moved once');
    expect(dateLedger(null, []).originalDueDate).toBeNull();
  });
});

describe('validating an action', () => {
  test.each([
    [{ title: '' }, 'title: Enter what will be done'],
    [{ title: '   ' }, 'title: Enter what will be done'],
    [{ title: 'x'.repeat(ACTION_LIMITS.title) }, ''],
    [{ title: 'x'.repeat(201) }, 'title: The title must be 200 characters or fewer. Shorten it by 1.'],
    [{ detail: 'x'.repeat(20_000) }, ''],
    [
      { detail: 'x'.repeat(21_000) },
      'detail: The detail must be 20,000 characters or fewer. Shorten it by 1,000.',
    ],
    [{ startDate: isoDate('2026-03-12'), dueDate: isoDate('2026-03-12') }, ''],
    [
      { startDate: isoDate('2026-03-13'), dueDate: isoDate('2026-03-12') },
      'dueDate: The due date must be the same as or after the start date',
    ],
    [{ priority: 'HIGH' }, ''],
    [{ priority: 'SOON' }, 'priority: Choose a priority: urgent, high, medium or low'],
    [{}, ''],
  ])('case %#', (input, expected) => {
    expect(
      validateAction(input)
        .map(({ field, message }) => `${field}: ${message}`)
        .join(),
    ).toBe(expected);
  });
});
