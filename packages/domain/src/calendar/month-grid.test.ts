import { isoDate } from '@gt/contracts/words';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays, dayOff, monthEnd, monthStart, monthWeeks, quarterStart, stepByKey } from './index.ts';

const anyDate = fc.integer({ min: 0, max: 36_524 }).map((days) => addDays(isoDate('1990-01-01'), days));

describe('the grid of a month', () => {
  test.each([
    // Begins on a Monday and has 28 days: the smallest there is.
    ['2027-02-10', 4, '2027-02-01', '2027-02-28'],
    ['2028-02-29', 5, '2028-01-31', '2028-03-05'],
    ['2026-08-31', 6, '2026-07-27', '2026-09-06'],
    ['2026-12-31', 5, '2026-11-30', '2027-01-03'],
  ])('%s has %i weeks from %s to %s', (date, count, first, last) => {
    const weeks = monthWeeks(isoDate(date));
    expect([weeks.length, weeks[0]?.[0], weeks.at(-1)?.[6]]).toEqual([count, first, last]);
  });

  it('holds every day of the month once, in whole weeks from Monday', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const days = monthWeeks(date).flat();
        expect(days.length % 7).toBe(0);
        expect(new Date(days[0] ?? '').getUTCDay()).toBe(1);
        expect(days.every((day, index) => index === 0 || day === addDays(days[index - 1] ?? day, 1))).toBe(
          true,
        );
        expect(days).toContain(monthStart(date));
        expect(days).toContain(monthEnd(date));
      }),
    );
  });

  test.each([
    ['2026-03-31', '2026-01-01'],
    ['2026-04-01', '2026-04-01'],
    ['2026-12-31', '2026-10-01'],
  ])('the quarter of %s begins on %s', (date, first) => {
    expect(quarterStart(isoDate(date))).toBe(first);
  });
});

describe('keys in a grid of days', () => {
  test.each([
    ['2026-12-31', 'ArrowRight', false, '2027-01-01'],
    ['2028-03-01', 'ArrowLeft', false, '2028-02-29'],
    ['2026-03-12', 'ArrowUp', false, '2026-03-05'],
    ['2026-03-12', 'ArrowDown', false, '2026-03-19'],
    ['2026-03-12', 'Home', false, '2026-03-09'],
    ['2026-03-12', 'End', false, '2026-03-15'],
    ['2027-01-31', 'PageDown', false, '2027-02-28'],
    ['2027-03-31', 'PageUp', false, '2027-02-28'],
    ['2028-02-29', 'PageDown', true, '2029-02-28'],
  ])('%s and %s (shift %s) go to %s', (date, key, shift, to) => {
    expect(stepByKey(isoDate(date), key, shift)).toBe(to);
  });

  it('leaves other keys alone', () => {
    expect(stepByKey(isoDate('2026-03-12'), 'Enter')).toBeNull();
  });
});

test.each([
  ['2026-12-25', 'Christmas Day', true],
  ['2026-12-28', 'Boxing Day (substitute day)', true],
  ['2026-12-26', 'Saturday', false],
  ['2026-12-27', 'Sunday', false],
])('no work on %s: %s', (date, name, isHoliday) => {
  expect(dayOff(isoDate(date))).toEqual({ name, isHoliday });
});

test('a working day is none off', () => {
  expect(dayOff(isoDate('2026-12-29'))).toBeNull();
});
