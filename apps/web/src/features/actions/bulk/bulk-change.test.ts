import { isoDate } from '@gt/contracts/words';
import { describe, expect, test } from 'vitest';
import { bulkChangeOf, NOTHING_YET } from './bulk-change.ts';

const why = 'The board agreed on Tuesday.';

describe('bulkChangeOf', () => {
  test('an empty form says what is missing', () => {
    const fields = (kind: Parameters<typeof bulkChangeOf>[0]) => {
      const wanted = bulkChangeOf(kind, NOTHING_YET);
      return 'found' in wanted ? wanted.found.map(({ field }) => field) : [];
    };
    expect(fields('DUE_DATE')).toEqual(['dueDate', 'reason']);
    expect(fields('STATUS')).toEqual(['status']);
    expect(fields('PRIORITY')).toEqual(['priority']);
    expect(fields('REVIEW_MARK')).toEqual([]);
  });

  test('a date, or so many days', () => {
    const dueDate = isoDate('2030-03-12');
    expect(bulkChangeOf('DUE_DATE', { ...NOTHING_YET, dueDate, reason: why })).toEqual({
      change: { kind: 'DUE_DATE', dueDate, reason: why },
    });
    const days = { ...NOTHING_YET, mode: 'days' as const, reason: why };
    expect(bulkChangeOf('DUE_DATE', { ...days, days: '-7' })).toEqual({
      change: { kind: 'DUE_DATE', shiftDays: -7, reason: why },
    });
    for (const wrong of ['', '0', '1.5', 'soon', '4000']) {
      expect(bulkChangeOf('DUE_DATE', { ...days, days: wrong })).toHaveProperty('found');
    }
  });

  test('cancelling asks why; the rest does not', () => {
    expect(bulkChangeOf('STATUS', { ...NOTHING_YET, status: 'CANCELLED' })).toHaveProperty('found');
    expect(bulkChangeOf('STATUS', { ...NOTHING_YET, status: 'IN_PROGRESS' })).toHaveProperty('change');
  });
});
