import { expect, test } from 'vitest';
import { filterMeasures, isOfView } from './filter-measures.ts';
import type { MeasureRow } from './queries.ts';

const row = (more: Partial<MeasureRow>) =>
  ({
    reference: 'M4',
    recommendationId: 'r2',
    recommendationNumber: 2,
    name: 'Supervision visits on time',
    ownerPost: { id: 'p', title: 'Fostering Supervision Manager', holder: 'Holder 1' },
    isLate: false,
    movement: 'TOWARDS',
    isMet: false,
    latest: { date: '2026-01-31', value: 1 },
    target: 2,
    signal: 'COMMON_CAUSE',
    trajectory: 'NONE',
    serves: [{ id: 'r7', planId: 'p', number: 7, ofPlan: null }],
    ...more,
  }) as MeasureRow;

test('every word must be found, in whatever order', () => {
  const rows = [row({}), row({ reference: 'M5', name: 'Approved households' })];
  expect(filterMeasures(rows, { q: 'time VISITS' })).toHaveLength(1);
  expect(filterMeasures(rows, { q: 'm5' })).toMatchObject([{ reference: 'M5' }]);
  expect(filterMeasures(rows, { q: 'supervision manager' })).toHaveLength(2);
  expect(filterMeasures(rows, { recommendation: 'r3' })).toEqual([]);
  expect(filterMeasures(rows, { recommendation: 'r7' })).toHaveLength(2);
});

test('a view holds what its name says', () => {
  expect(isOfView(row({ isLate: true }), 'late')).toBe(true);
  expect(isOfView(row({}), 'away')).toBe(false);
  expect(isOfView(row({}), 'short')).toBe(true);
  expect(isOfView(row({ latest: null }), 'short')).toBe(false);
  expect(isOfView(row({ isMet: true }), 'short')).toBe(false);
  expect(isOfView(row({}), 'changed')).toBe(false);
  expect(isOfView(row({ signal: 'TOO_FEW' }), 'changed')).toBe(false);
  expect(isOfView(row({ signal: 'CONCERN' }), 'changed')).toBe(true);
  expect(isOfView(row({ signal: 'IMPROVEMENT' }), 'changed')).toBe(true);
  expect(isOfView(row({ trajectory: 'AHEAD' }), 'behind')).toBe(false);
  expect(isOfView(row({ trajectory: 'BEHIND' }), 'behind')).toBe(true);
  expect(isOfView(row({}), undefined)).toBe(true);
});
