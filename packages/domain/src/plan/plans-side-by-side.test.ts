import type { IsoDate } from '@gt/contracts/words';
import { describe, expect, it, test } from 'vitest';
import {
  figuresTogether,
  movedSince,
  orderPlans,
  type PlanFigures,
  plansWords,
  referenceAcross,
  standingHere,
  threadBreaks,
} from './index.ts';

const figures = (more: Partial<PlanFigures> = {}): PlanFigures => ({
  actions: 10,
  closed: 2,
  overdue: 1,
  rag: { RED: 1, AMBER: 2, GREEN: 4, BLUE: 2, NONE: 1 },
  noOwner: 0,
  noEvidence: 3,
  silent: 1,
  recommendations: 4,
  noAction: 1,
  shown: 2,
  closedRecommendations: 1,
  ...more,
});

describe('what stands in a plan, and what answers from another', () => {
  it('counts in totals where it stands alone', () => {
    const rows = [{ ofPlan: null }, { ofPlan: 'ILACS 2018' }];
    expect(standingHere(rows)).toEqual([{ ofPlan: null }]);
  });
  it('is named with its plan elsewhere', () => {
    expect(referenceAcross('R3.A2', 'ILACS 2018')).toBe('R3.A2 of ILACS 2018');
    expect(referenceAcross('R3.A2', null)).toBe('R3.A2');
  });
});

describe('plans side by side', () => {
  it('adds up', () => {
    const both = figuresTogether([figures(), figures({ overdue: 4 })]);
    expect(both).toMatchObject({ actions: 20, overdue: 5, shown: 4, rag: { GREEN: 8 } });
    expect(plansWords(2, both)).toBe('2 plans, 20 actions');
    expect(figuresTogether([]).actions).toBe(0);
    expect(threadBreaks(figures())).toBe(5);
  });

  test.each([
    [{}, 'nothing moved'],
    [{ closed: 5 }, '3 more closed'],
    [{ closed: 3, overdue: 0 }, '1 more closed and 1 fewer overdue'],
    [{ rag: { RED: 3, AMBER: 1, GREEN: 4, BLUE: 2, NONE: 0 } }, '2 more off track and 1 fewer at risk'],
  ])('%j since: %s', (more, words) => {
    const { closed, overdue, rag } = figures();
    expect(movedSince(figures(more), { closed, overdue, rag, asAt: '2026-03-12' as IsoDate })).toBe(words);
  });

  it('comes in the order asked for', () => {
    const plan = (name: string, more: Partial<PlanFigures>, clockDue: string | null, createdAt: string) => ({
      name,
      figures: figures(more),
      clockDue: clockDue as IsoDate | null,
      createdAt,
    });
    const plans = [
      plan('SEND', { overdue: 1 }, '2026-05-01', '2026-01-03'),
      plan(
        'audit',
        { overdue: 1, rag: { RED: 4, AMBER: 0, GREEN: 0, BLUE: 0, NONE: 0 } },
        null,
        '2026-01-02',
      ),
      plan('ILACS', { overdue: 6 }, '2026-04-01', '2026-01-01'),
    ];
    const names = (order: 'worst' | 'clock' | 'name' | 'newest') =>
      orderPlans(plans, order).map(({ name }) => name);
    expect(names('worst')).toEqual(['ILACS', 'audit', 'SEND']);
    expect(names('clock')).toEqual(['ILACS', 'SEND', 'audit']);
    expect(names('name')).toEqual(['audit', 'ILACS', 'SEND']);
    expect(names('newest')).toEqual(['SEND', 'audit', 'ILACS']);
  });
});
