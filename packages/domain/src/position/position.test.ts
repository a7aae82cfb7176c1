import { type IsoDate, isoDate, type Rag } from '@gt/contracts/words';
import { describe, expect, test } from 'vitest';
import { action, recommendation, snapshot } from '../snapshot/snapshot.fixture.ts';
import {
  breaksAt,
  type EarlierPosition,
  factsOfSnapshot,
  figureWords,
  findFigure,
  isRecorded,
  type PositionFacts,
  positionOf,
  positionSentences,
  recommendationWeeks,
} from './index.ts';

const day = (text: string): IsoDate => isoDate(text);
const earlier = (on: string, colour: Rag, reviewNumber: number | null = 1): EarlierPosition => ({
  snapshotId: on,
  asAt: day(on),
  reviewNumber,
  colours: new Map([['r1', colour]]),
});
const facts = (more: Partial<PositionFacts> = {}): PositionFacts => ({
  ...factsOfSnapshot(snapshot([action(1), action(2)]), []),
  isFull: true,
  ...more,
});
const standing = (more: Partial<PositionFacts> = {}) => positionOf(facts(more)).recommendations[0];

describe('weeks at a colour', () => {
  const now = (colour: Rag, actionsSince: string | null) => ({
    colour,
    asAt: day('2026-03-19'),
    actionsSince: actionsSince === null ? null : day(actionsSince),
  });
  test.each<[string, Rag, string | null, EarlierPosition[], number]>([
    ['never rated', 'NONE', null, [], 0],
    ['declared a week ago', 'AMBER', '2026-03-12', [], 2],
    [
      'since the oldest that shows it',
      'AMBER',
      '2026-03-19',
      [earlier('2026-03-12', 'AMBER'), earlier('2026-03-05', 'AMBER'), earlier('2026-02-26', 'GREEN')],
      3,
    ],
    [
      'another colour in between ends it',
      'RED',
      '2026-01-01',
      [earlier('2026-03-12', 'RED'), earlier('2026-03-05', 'GREEN')],
      2,
    ],
    ['changed since the newest', 'RED', '2026-03-17', [earlier('2026-03-12', 'GREEN')], 1],
    ['kept since before the first snapshot', 'RED', '2026-01-01', [earlier('2026-03-12', 'RED')], 12],
  ])('%s', (_what, colour, since, newestFirst, weeks) => {
    expect(recommendationWeeks('r1', now(colour, since), newestFirst)).toBe(weeks);
  });
});

describe('a recommendation', () => {
  test('is as its worst action, and moved since the newest frozen review', () => {
    const actions = [action(1, { rag: 'RED', ragSince: day('2026-03-10') }), action(2)];
    const found = standing({
      ...factsOfSnapshot(snapshot(actions), [
        earlier('2026-03-11', 'RED', null),
        earlier('2026-03-05', 'GREEN'),
      ]),
    });
    expect(found).toMatchObject({ colour: 'RED', was: 'GREEN', move: 'WORSE', worstActionId: 'a1' });
  });

  test('counts an action that answers it as well, and none that was cancelled', () => {
    const actions = [
      action(1, { recommendationId: 'r9', alsoServesIds: ['r1'], rag: 'AMBER' }),
      action(2, { status: 'CANCELLED', rag: 'NONE' }),
    ];
    const found = standing({ ...factsOfSnapshot(snapshot(actions), []) });
    expect(found?.colour).toBe('AMBER');
    expect(found?.actions.value).toBe(1);
  });

  test.each([
    ['nothing shown', { sufficiency: 'NONE' as const }, [], 'NOTHING'],
    ['thin', { sufficiency: 'THIN' as const }, [], 'PARTLY'],
    ['nothing, but a measure moves', { sufficiency: 'NONE' as const }, ['TOWARDS' as const], 'PARTLY'],
    ['enough, but a measure moves away', { sufficiency: 'SUFFICIENT' as const }, ['AWAY' as const], 'PARTLY'],
    ['enough', { sufficiency: 'SUFFICIENT' as const }, [], 'SHOWN'],
    [
      'closed, one of two checks passed',
      {
        sufficiency: 'SUFFICIENT' as const,
        status: 'CLOSED' as const,
        checks: [check(3, 'SUSTAINED'), check(6, 'WAITING')],
      },
      [],
      'SHOWN',
    ],
    [
      'closed, both checks passed',
      {
        sufficiency: 'SUFFICIENT' as const,
        status: 'CLOSED' as const,
        checks: [check(3, 'SUSTAINED'), check(6, 'SUSTAINED')],
      },
      [],
      'LASTING',
    ],
  ])('its impact: %s', (_what, kept, movements, impact) => {
    const content = snapshot([action(1, { status: 'CLOSED', rag: 'BLUE' })], {
      formatVersion: 2,
      recommendations: [recommendation(1, kept)],
    });
    const measures = movements.map((movement) => ({
      ...{ id: 'm1', reference: 'M1', recommendationId: 'r1', name: 'Visits', movement },
      ...{ isMet: false, isLate: false, words: '' },
    }));
    const found = positionOf({ ...factsOfSnapshot(content, []), measures }).recommendations[0];
    expect(found?.delivery).toMatchObject({ done: 'ALL', impact });
  });
});

function check(months: number, state: 'SUSTAINED' | 'WAITING') {
  return { months, dueDate: day('2026-06-01'), state };
}

test('of the first format what was not kept is null, what was kept is counted', () => {
  const position = positionOf(factsOfSnapshot(snapshot([action(1, { dueDate: day('2026-03-01') })]), []));
  expect(position.totals.overdue.value).toBe(1);
  expect(position.totals.silent.value).toBeNull();
  expect(position.recommendations[0]?.delivery).toMatchObject({ sustained: null, mayBeClosed: false });
  expect(isRecorded({ evidence: 'RETURNED' }, false)).toBe(false);
  expect(isRecorded({ evidence: 'NONE' }, false)).toBe(true);
});

test('dates that moved: how far, on whose word, the furthest first', () => {
  const moved = (number: number, to: string, dateAgreedBy = 'Programme lead', timesMoved = 1) =>
    action(number, { originalDueDate: day('2026-04-01'), dueDate: day(to), timesMoved, dateAgreedBy });
  const { slips } = positionOf(
    factsOfSnapshot(
      snapshot([
        moved(1, '2026-04-08'),
        moved(2, '2026-05-01', 'Improvement board of 5 March 2026', 2),
        moved(3, '2026-03-25'),
        action(4),
      ]),
      [],
    ),
  );
  expect([slips.moved, slips.movedTwice, slips.byLead, slips.byBoard].map(({ value }) => value)).toEqual([
    3, 1, 2, 1,
  ]);
  expect(slips).toMatchObject({ later: 2, middleDays: 30, mostDays: 30 });
  expect(slips.worst.map(({ reference, days }) => [reference, days])).toEqual([
    ['R1.A2', 30],
    ['R1.A1', 7],
  ]);
});

test('what falls within four weeks, the nearest first; closed work falls due no more', () => {
  const actions = [
    action(1, { dueDate: day('2026-04-09'), openMilestones: [day('2026-03-20')] }),
    action(2, { dueDate: day('2026-03-15'), status: 'CLOSED' }),
    action(3, { dueDate: day('2026-04-10') }),
  ];
  const { upcoming, due } = positionOf(factsOfSnapshot(snapshot(actions, { formatVersion: 2 }), []));
  expect(upcoming.map(({ kind, date }) => [kind, date])).toEqual([
    ['MILESTONE', '2026-03-20'],
    ['DUE', '2026-04-09'],
  ]);
  expect(due.map((one) => [one.days, one.due.value, one.milestones.value])).toEqual([
    [14, 0, 1],
    [28, 1, 1],
  ]);
});

test('the position in words', () => {
  const position = positionOf(
    factsOfSnapshot(snapshot([action(1, { rag: 'RED', dueDate: day('2026-03-01') })]), [
      earlier('2026-03-05', 'AMBER'),
    ]),
  );
  expect(positionSentences(position)).toEqual([
    'On 12 March 2026, 0 of 1 recommendation is on track or embedded; 1 moved the wrong way since the review of 5 March 2026.',
    '1 action is overdue.',
    'No recommendation has all its actions closed yet.',
  ]);
});

test('figures are found by their key, and named', () => {
  const some = facts();
  const position = positionOf(some);
  expect(findFigure(position, 'recommendation:r1:GREEN')?.value).toBe(2);
  expect(findFigure(position, 'team:t1:open')?.value).toBe(2);
  expect(findFigure(position, 'nothing')).toBeNull();
  expect(figureWords('team:t1:overdue', some)).toBe('Fostering: overdue');
  expect(figureWords('team:none:overdue', some)).toBe('No team: overdue');
  expect(figureWords('recommendation:r1:RED', some)).toBe('R1: off track');
  expect(figureWords('due:28', some)).toBe('Due within 28 days');
  expect(figureWords('slips:byBoard', some)).toBe('Date moved on the board’s word');
});

test('a thread breaks by the codes of its gaps', () => {
  expect(breaksAt(['EXPIRED'], 'STALE')).toBe(true);
  expect(breaksAt(['NO_MEASURE'], 'NO_ACTION')).toBe(false);
});
