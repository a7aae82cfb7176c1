import { isoDate, RAGS } from '@gt/contracts/words';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  type CalculatedRag,
  calculateRag,
  DEFAULT_RAG_THRESHOLDS,
  isSilent,
  type RagInput,
  ragCounts,
  ragCountWords,
  ragMismatch,
  shownRag,
  silentSince,
  worstRag,
} from './index.ts';

const today = isoDate('2026-03-12');
const calm: RagInput = {
  status: 'IN_PROGRESS',
  startDate: isoDate('2026-01-05'),
  dueDate: isoDate('2026-06-30'),
  originalDueDate: isoDate('2026-06-30'),
  timesMoved: 0,
  lastUpdateOn: isoDate('2026-03-10'),
  createdOn: isoDate('2026-01-02'),
};
const milestone = (dueDate: string, doneOn: string | null = null) => ({
  title: 'Panel',
  dueDate: isoDate(dueDate),
  doneOn: doneOn === null ? null : isoDate(doneOn),
});
const rate = (change: Partial<RagInput>) =>
  calculateRag({ ...calm, ...change }, DEFAULT_RAG_THRESHOLDS, today);
const summary = (result: CalculatedRag) =>
  [result.rag, ...result.reasons.map((reason) => reason.code)].join(' ');

describe('the rule, one part at a time and at its boundary', () => {
  test.each<[string, Partial<RagInput>, string]>([
    ['nothing wrong', {}, 'GREEN'],
    ['closed', { status: 'CLOSED', dueDate: isoDate('2020-01-01') }, 'BLUE'],
    ['cancelled', { status: 'CANCELLED', dueDate: isoDate('2020-01-01') }, 'NONE'],
    ['due today', { dueDate: today, originalDueDate: today }, 'GREEN'],
    [
      'due yesterday',
      { dueDate: isoDate('2026-03-11'), originalDueDate: isoDate('2026-03-11') },
      'RED PAST_DUE',
    ],
    ['original passed', { originalDueDate: isoDate('2026-03-11') }, 'AMBER PAST_ORIGINAL_DUE'],
    ['original today', { originalDueDate: today }, 'GREEN'],
    ['moved once', { timesMoved: 1 }, 'GREEN'],
    ['moved twice', { timesMoved: 2 }, 'AMBER MOVED_OFTEN'],
    ['milestone 14 days late', { milestones: [milestone('2026-02-26')] }, 'GREEN'],
    ['milestone 15 days late', { milestones: [milestone('2026-02-25')] }, 'RED MILESTONE_LATE'],
    ['late milestone done', { milestones: [milestone('2026-02-01', '2026-03-01')] }, 'GREEN'],
    [
      'due in 14 days with a milestone open',
      {
        dueDate: isoDate('2026-03-26'),
        originalDueDate: isoDate('2026-03-26'),
        milestones: [milestone('2026-03-20')],
      },
      'AMBER DUE_SOON_MILESTONE_OPEN',
    ],
    [
      'due in 15 days with a milestone open',
      {
        dueDate: isoDate('2026-03-27'),
        originalDueDate: isoDate('2026-03-27'),
        milestones: [milestone('2026-03-20')],
      },
      'GREEN',
    ],
    [
      'due soon, milestones done',
      { dueDate: today, originalDueDate: null, milestones: [milestone('2026-03-20', '2026-03-01')] },
      'GREEN',
    ],
    ['silent 14 days', { lastUpdateOn: isoDate('2026-02-26') }, 'GREEN'],
    ['silent 15 days', { lastUpdateOn: isoDate('2026-02-25') }, 'AMBER SILENT'],
    [
      'silent while evidence is checked',
      { status: 'AWAITING_EVIDENCE_CHECK', lastUpdateOn: isoDate('2026-01-25') },
      'GREEN',
    ],
    [
      'never updated, started 15 days ago',
      { lastUpdateOn: null, startDate: isoDate('2026-02-25') },
      'AMBER SILENT',
    ],
    ['never updated, entered 3 days ago', { lastUpdateOn: null, createdOn: isoDate('2026-03-09') }, 'GREEN'],
    ['predecessor late', { predecessors: [{ reference: 'R3.A1', isLate: true }] }, 'AMBER PREDECESSOR_LATE'],
    ['predecessor in time', { predecessors: [{ reference: 'R3.A1', isLate: false }] }, 'GREEN'],
    [
      'measure moving away',
      { measures: [{ title: 'Carers', isMovingAway: true }] },
      'AMBER MEASURE_MOVING_AWAY',
    ],
    [
      'starts tomorrow',
      { status: 'NOT_STARTED', startDate: isoDate('2026-03-13'), lastUpdateOn: null },
      'NONE',
    ],
    ['starts today', { status: 'NOT_STARTED', startDate: today, lastUpdateOn: null }, 'GREEN'],
    [
      'no start, entered long ago',
      { status: 'NOT_STARTED', startDate: null, lastUpdateOn: null },
      'AMBER SILENT',
    ],
    [
      'starts tomorrow and overdue all the same',
      { status: 'NOT_STARTED', startDate: isoDate('2026-03-13'), dueDate: isoDate('2026-03-11') },
      'RED PAST_DUE',
    ],
    [
      'everything at once',
      {
        dueDate: isoDate('2026-03-06'),
        originalDueDate: isoDate('2026-01-31'),
        timesMoved: 2,
        lastUpdateOn: null,
      },
      'RED PAST_DUE PAST_ORIGINAL_DUE MOVED_OFTEN SILENT',
    ],
    ['no dates', { dueDate: null, originalDueDate: null }, 'GREEN'],
  ])('%s', (_, change, expected) => {
    expect(summary(rate(change))).toBe(expected);
  });

  it('gives each reason as words a director can say', () => {
    const late = rate({
      dueDate: isoDate('2026-03-06'),
      originalDueDate: isoDate('2026-01-31'),
      timesMoved: 2,
      lastUpdateOn: isoDate('2026-02-20'),
      milestones: [milestone('2026-02-01')],
      predecessors: [{ reference: 'R3.A1', isLate: true }],
      measures: [{ title: 'Approved carers', isMovingAway: true }],
    });
    expect(late.reasons.map((reason) => reason.sentence)).toEqual([
      '6 days past its due date of 6 March 2026',
      'Milestone “Panel” is 39 days late',
      '40 days past its original date of 31 January 2026',
      'Due date moved twice',
      'No update for 20 days',
      'Waits for R3.A1, which is late',
      'Measure “Approved carers” is moving away from its target',
    ]);
    expect(late.sentence).toBe('6 days past its due date of 6 March 2026');
    expect(rate({ dueDate: today, milestones: [milestone('2026-03-11')] }).sentence).toBe(
      'Due today with 1 milestone still open',
    );
    expect(rate({ lastUpdateOn: null }).sentence).toBe('No update yet, 66 days after it should have begun');
  });

  it('obeys the plan’s own thresholds', () => {
    const strict = { milestoneLateDays: 0, dueSoonDays: 30, silentDays: 1, timesMoved: 1 };
    expect(calculateRag(calm, strict, today).reasons.map((reason) => reason.code)).toEqual(['SILENT']);
    expect(calculateRag({ ...calm, timesMoved: 1 }, strict, today).reasons).toHaveLength(2);
    expect(calculateRag({ ...calm, milestones: [milestone('2026-03-11')] }, strict, today).rag).toBe('RED');
  });

  it('counts silence from the last word, the start or the entry', () => {
    expect(silentSince(calm)).toBe('2026-03-10');
    expect(silentSince({ ...calm, lastUpdateOn: null })).toBe('2026-01-05');
    expect(silentSince({ ...calm, lastUpdateOn: null, startDate: null })).toBe('2026-01-02');
    expect(isSilent({ ...calm, status: 'CLOSED', lastUpdateOn: null }, 14, today)).toBe(false);
  });

  it('agrees with itself: the colour is that of its first reason', () => {
    const date = fc
      .integer({ min: 1, max: 28 })
      .map((day) => isoDate(`2026-03-${String(day).padStart(2, '0')}`));
    const maybe = fc.option(date, { nil: null });
    const input = fc.record<RagInput>({
      status: fc.constantFrom('NOT_STARTED', 'IN_PROGRESS', 'AWAITING_EVIDENCE_CHECK', 'REOPENED'),
      startDate: maybe,
      dueDate: maybe,
      originalDueDate: maybe,
      timesMoved: fc.integer({ min: 0, max: 4 }),
      lastUpdateOn: maybe,
      createdOn: date,
    });
    fc.assert(
      fc.property(input, (action) => {
        const result = calculateRag(action, DEFAULT_RAG_THRESHOLDS, today);
        expect(result.rag === 'RED').toBe(action.dueDate !== null && action.dueDate < today);
        expect(result.rag === 'RED' || result.rag === 'AMBER').toBe(result.reasons.length > 0);
        expect(result.reasons.length === 0 || result.reasons[0]?.rag === result.rag).toBe(true);
        expect(result.rag).not.toBe('BLUE');
      }),
    );
  });
});

describe('declared beside calculated', () => {
  const red = rate({ dueDate: isoDate('2026-03-06') });
  test.each([
    [
      'GREEN',
      red,
      'DECLARED_BETTER',
      'Declared On track, calculated Off track: 6 days past its due date of 6 March 2026',
    ],
    ['RED', red, null, ''],
    [
      'RED',
      rate({}),
      'DECLARED_WORSE',
      'Declared Off track, calculated On track: nothing late, moved often or silent',
    ],
    [
      'NONE',
      red,
      'NOT_DECLARED',
      'No rating declared, calculated Off track: 6 days past its due date of 6 March 2026',
    ],
    ['NONE', rate({}), null, ''],
    ['RED', rate({ status: 'CLOSED' }), null, ''],
    ['GREEN', rate({ status: 'CANCELLED' }), null, ''],
  ] as const)('%s, case %#', (declared, calculated, kind, sentence) => {
    const found = ragMismatch(declared, calculated);
    expect(found).toEqual(kind === null ? { isMismatch: false } : { isMismatch: true, kind, sentence });
  });

  it('shows Blue for closed, nothing for cancelled, and never a Blue that was declared', () => {
    expect(shownRag({ status: 'CLOSED', declaredRag: 'RED' })).toBe('BLUE');
    expect(shownRag({ status: 'CANCELLED', declaredRag: 'RED' })).toBe('NONE');
    expect(shownRag({ status: 'REOPENED', declaredRag: 'BLUE' })).toBe('NONE');
    expect(shownRag({ status: 'IN_PROGRESS', declaredRag: 'AMBER' })).toBe('AMBER');
  });
});

describe('many ratings', () => {
  it('counts them, and says the counts', () => {
    const counts = ragCounts(['RED', 'GREEN', 'RED', 'NONE']);
    expect(counts).toEqual({ RED: 2, AMBER: 0, GREEN: 1, BLUE: 0, NONE: 1, total: 4 });
    expect(ragCountWords(counts)).toBe('2 off track, 1 on track, 1 not rated');
    expect(ragCountWords(ragCounts([]))).toBe('none');
  });

  it('takes the worst, and Blue only when all are', () => {
    expect(worstRag(['GREEN', 'BLUE', 'AMBER'])).toBe('AMBER');
    expect(worstRag(['BLUE', 'BLUE'])).toBe('BLUE');
    expect(worstRag(['BLUE', 'NONE'])).toBe('NONE');
    expect(worstRag([])).toBe('NONE');
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...RAGS)), (rags) => {
        const counts = ragCounts(rags);
        expect(counts.RED + counts.AMBER + counts.GREEN + counts.BLUE + counts.NONE).toBe(rags.length);
        expect(worstRag(rags) === 'RED').toBe(counts.RED > 0);
      }),
    );
  });
});
