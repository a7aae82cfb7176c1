import { describe, expect, test } from 'vitest';
import {
  burnUpAhead,
  burnUpWords,
  longRed,
  longRedFrom,
  redactSnapshot,
  snapshotTotals,
  snapshotWords,
} from './index.ts';
import { action, day, measure, recommendation, snapshot } from './snapshot.fixture.ts';

describe('totals', () => {
  test('count each kind once, cancelled actions apart', () => {
    const totals = snapshotTotals(
      snapshot(
        [
          action(1, {
            status: 'CLOSED',
            rag: 'BLUE',
            dueDate: day('2026-02-01'),
            originalDueDate: day('2026-01-31'),
          }),
          action(2, { dueDate: day('2026-03-11'), originalDueDate: null, teamId: null, team: null }),
          action(3, { dueDate: day('2026-03-12'), originalDueDate: day('2026-02-12'), rag: 'RED' }),
          action(4, { status: 'CANCELLED', rag: 'NONE', dueDate: day('2026-01-01') }),
          action(5, { dueDate: null, originalDueDate: null, status: 'NOT_STARTED', rag: 'NONE' }),
        ],
        { recommendations: [recommendation(1), recommendation(2)] },
      ),
    );
    expect(totals).toMatchObject({
      actions: 4,
      closed: 1,
      cancelled: 1,
      overdue: 1,
      pastOriginal: 1,
      undated: 1,
      plannedByOriginal: 3,
      plannedByDue: 3,
      rag: { RED: 1, AMBER: 0, GREEN: 1, BLUE: 1, NONE: 1 },
      byStatus: { CANCELLED: 1, CLOSED: 1, IN_PROGRESS: 2, NOT_STARTED: 1 },
      months: [
        { month: '2026-01', original: 1, due: 0 },
        { month: '2026-02', original: 1, due: 1 },
        { month: '2026-03', original: 1, due: 2 },
      ],
    });
    expect(totals.recommendations.map(({ reference, actions }) => [reference, actions])).toEqual([
      ['R1', 4],
      ['R2', 0],
    ]);
    expect(totals.teams.map(({ name, actions }) => [name, actions])).toEqual([
      ['Fostering', 3],
      [null, 1],
    ]);
  });

  test('of nothing are noughts', () => {
    expect(snapshotTotals(snapshot([]))).toMatchObject({ actions: 0, closed: 0, months: [], teams: [] });
  });
});

describe('red for weeks', () => {
  const red = (number: number, since: string | null) =>
    action(number, { rag: 'RED', ragSince: since === null ? null : day(since) });

  test('exactly four weeks count, a day less does not', () => {
    const list = longRed([snapshot([red(1, '2026-02-12'), red(2, '2026-02-13')])], 4);
    expect(list.map(({ action: { reference }, weeks }) => [reference, weeks])).toEqual([['R1.A1', 4]]);
  });

  test('red in every snapshot counts from the first, whatever lay between two of them', () => {
    const snapshots = ['2026-02-12', '2026-02-19', '2026-02-26', '2026-03-05'].map((on) =>
      snapshot([red(1, on), action(2)], { on }),
    );
    const list = longRed([...snapshots, snapshot([red(1, '2026-03-12'), red(2, '2026-03-10')])]);
    expect(list).toMatchObject([{ action: { id: 'a1' }, since: '2026-02-12', weeks: 4, snapshots: 5 }]);
  });

  test('another colour in one snapshot begins it anew', () => {
    const list = longRed([
      snapshot([red(1, '2026-01-01')], { on: '2026-02-05' }),
      snapshot([action(1)], { on: '2026-02-26' }),
      snapshot([red(1, '2026-03-05')]),
    ]);
    expect(list).toEqual([]);
  });

  test('the longest first; nothing without a snapshot; older snapshots than are needed are left alone', () => {
    const list = longRed([snapshot([red(1, '2026-02-01'), red(2, '2026-01-01')])]);
    expect(list.map(({ action: { id } }) => id)).toEqual(['a2', 'a1']);
    expect(longRed([])).toEqual([]);
    expect(longRedFrom(day('2026-03-12'), 4)).toBe('2026-02-12');
  });
});

describe('burn-up', () => {
  test('ahead of a day, month by month to the last date, across the new year', () => {
    const months = [
      { month: '2026-10', original: 3, due: 1 },
      { month: '2026-11', original: 1, due: 2 },
      { month: '2027-01', original: 0, due: 4 },
    ];
    expect(burnUpAhead(months, day('2026-11-12'))).toEqual([
      { by: '2026-11-30', original: 4, due: 3 },
      { by: '2026-12-31', original: 4, due: 3 },
      { by: '2027-01-31', original: 4, due: 7 },
    ]);
    expect(burnUpAhead(months, day('2027-02-01'))).toEqual([]);
    expect(burnUpAhead([], day('2026-11-12'))).toEqual([]);
  });

  const point = { asAt: day('2026-03-12'), actions: 60, closed: 18, plannedByDue: 25, plannedByOriginal: 31 };
  test.each([
    [
      point,
      '18 of 60 actions are closed. By their dates 25 should be, 7 more; by their first dates 31, 13 more.',
    ],
    [
      { ...point, plannedByDue: 18, plannedByOriginal: 18 },
      '18 of 60 actions are closed. That is no fewer than were planned by now.',
    ],
    [
      { ...point, plannedByOriginal: 25 },
      '18 of 60 actions are closed. By their dates 25 should be, 7 more.',
    ],
    [
      { ...point, plannedByDue: 10 },
      '18 of 60 actions are closed. By their dates 10 should be; by their first dates 31, 13 more.',
    ],
    [{ ...point, actions: 0 }, 'There is no action yet.'],
    [
      { ...point, actions: 1, closed: 1, plannedByDue: 0, plannedByOriginal: 0 },
      '1 of 1 action is closed. That is no fewer than were planned by now.',
    ],
  ])('%j in words', (given, words) => {
    expect(burnUpWords(given)).toBe(words);
  });
});

test.each([
  ['REVIEW', 7, null, 'As at 12 March 2026, frozen with review 7'],
  ['SCHEDULE', null, null, 'As at 12 March 2026, taken because no review was frozen that week'],
  [
    'BY_HAND',
    null,
    '2026-04-02',
    'As at 12 March 2026, taken by hand; words in it were redacted on 2 April 2026',
  ],
] as const)('a snapshot of cause %s in words', (cause, reviewNumber, redacted, words) => {
  const redactedOn = redacted && day(redacted);
  expect(snapshotWords({ asAt: day('2026-03-12'), cause, reviewNumber, redactedOn })).toBe(words);
});

describe('destroyed words', () => {
  const GONE = '[destroyed]';
  const content = snapshot(
    [
      action(1, {
        title: 'Visit Ada Brook at home',
        ragReason: 'None',
        statusReason: 'Asked by her',
        lastUpdate: { id: 'u1', at: '', sameAsLast: null },
      }),
      action(2, {
        ragReason: 'None',
        calculatedReasons: ['Milestone “Ada” is 20 days late', 'Due date moved twice'],
      }),
      action(3, { mismatchReason: 'See: we met Ada Brook at home on Monday.' }),
    ],
    {
      measures: [measure({ name: 'Ada' })],
      decisions: [
        {
          id: 'd1',
          reference: 'Review 1, decision 1',
          text: 'Call Ada',
          actionId: null,
          owner: '',
          dueDate: null,
        },
      ],
      dateRequests: [
        { actionId: 'a1', fromDate: null, toDate: day('2026-05-01'), reason: 'Short', askedBy: '' },
      ],
    },
  );
  const redact = (entityId: string, relatedIds: string[], texts: string[]) =>
    redactSnapshot(content, { entityId, relatedIds, texts }, GONE).map(({ after }) => after);

  test('of the record itself every text goes, whatever it said then', () => {
    expect(redact('a1', [], ['Another title by now'])).toMatchObject([
      { id: 'a1', title: GONE, ragReason: '', statusReason: null, rag: 'GREEN' },
      { actionId: 'a1', reason: GONE },
    ]);
    expect(redact('m1', [], ['x'])).toMatchObject([
      { id: 'm1', name: GONE, unit: '', distance: '', target: 90 },
    ]);
    expect(redact('r1', [], ['x'])).toMatchObject([{ id: 'r1', quote: GONE }]);
    expect(redact('d1', [], ['x'])).toMatchObject([{ id: 'd1', text: GONE }]);
  });

  test('a short text goes from those that repeat it, and stays where it is everybody’s word', () => {
    expect(redact('u9', ['a2'], ['None'])).toMatchObject([{ id: 'a2', ragReason: '' }]);
    expect(redact('u9', [], ['None'])).toEqual([]);
    expect(redact('x', ['d1'], ['Call Ada'])).toMatchObject([{ id: 'd1', text: GONE }]);
  });

  test('a name between quotation marks goes everywhere, and so does a telling text', () => {
    expect(redact('x', [], ['Ada'])).toMatchObject([
      { id: 'a2', calculatedReasons: [GONE, 'Due date moved twice'] },
    ]);
    expect(redact('x', [], ['we met Ada Brook at home'])).toMatchObject([{ id: 'a3', mismatchReason: '' }]);
  });

  test('the reason of a destroyed update goes, and the title of its action stays', () => {
    expect(redact('u1', ['a1'], ['Nothing that is here'])).toMatchObject([
      { id: 'a1', title: 'Visit Ada Brook at home', ragReason: '' },
    ]);
  });
});
