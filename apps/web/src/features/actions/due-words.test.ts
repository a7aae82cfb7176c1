import { isoDate } from '@gt/contracts/words';
import { describe, expect, it } from 'vitest';
import { agoWords, dueWords } from './due-words.ts';

const today = isoDate('2026-03-18');
const row = {
  dueDate: isoDate('2026-03-12'),
  originalDueDate: isoDate('2026-01-31'),
  timesMoved: 2,
  daysOverdue: 6,
  daysPastOriginal: 46,
};

describe('the line under a title', () => {
  it.each([
    ['late and moved', row, 'overdue 6 days · moved twice (was 31 Jan 2026)'],
    [
      'moved past its original date, not late',
      { ...row, dueDate: isoDate('2026-04-30'), daysOverdue: 0 },
      '46 days past its original date · moved twice (was 31 Jan 2026)',
    ],
    [
      'one day late, never moved',
      { ...row, originalDueDate: row.dueDate, timesMoved: 0, daysOverdue: 1, daysPastOriginal: 1 },
      'overdue 1 day',
    ],
    ['nothing to say', { ...row, timesMoved: 0, daysOverdue: 0, daysPastOriginal: 0 }, ''],
  ])('%s', (_case, given, expected) => {
    expect(dueWords(given)).toBe(expected);
  });

  it('says how long ago in days of London', () => {
    expect(agoWords(null, today)).toBe('never');
    expect(agoWords('2026-03-18T08:00:00Z', today)).toBe('today');
    expect(agoWords('2026-03-17T23:30:00Z', today)).toBe('1 day');
    expect(agoWords('2026-06-30T23:30:00Z', isoDate('2026-07-04'))).toBe('3 days');
  });
});
