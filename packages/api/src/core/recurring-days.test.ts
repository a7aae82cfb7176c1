import { type IsoDate, isoDate } from '@gt/contracts/words';
import { addDays, daysBetween } from '@gt/domain/calendar';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recurringDays } from './recurring-days.ts';

const day = isoDate;

test('every so many weeks from the first day, never before it, both ends included', () => {
  const board = { first: day('2026-01-14'), everyWeeks: 6 };
  expect(recurringDays(board, day('2025-11-01'), day('2026-04-30'))).toEqual([
    '2026-01-14',
    '2026-02-25',
    '2026-04-08',
  ]);
  expect(recurringDays(board, day('2026-02-25'), day('2026-04-08'))).toEqual(['2026-02-25', '2026-04-08']);
});

test('a day of the week begins with its first on or after the day', () => {
  const tuesdays = { first: day('2026-03-05'), everyWeeks: 1, weekday: 2 };
  expect(recurringDays(tuesdays, day('2026-03-05'), day('2026-03-24'))).toEqual([
    '2026-03-10',
    '2026-03-17',
    '2026-03-24',
  ]);
  expect(recurringDays({ ...tuesdays, weekday: 4 }, day('2026-03-05'), day('2026-03-05'))).toEqual([
    '2026-03-05',
  ]);
});

test('nothing in a span that ends before it begins, or before the first day', () => {
  const rule = { first: day('2026-03-05'), everyWeeks: 1 };
  expect(recurringDays(rule, day('2026-03-12'), day('2026-03-01'))).toEqual([]);
  expect(recurringDays(rule, day('2026-01-01'), day('2026-03-04'))).toEqual([]);
});

test('what is no recurrence is refused', () => {
  const span = [day('2026-03-01'), day('2026-03-31')] as const;
  expect(() => recurringDays({ first: day('2026-03-05'), everyWeeks: 0 }, ...span)).toThrow(RangeError);
  expect(() => recurringDays({ first: day('2026-03-05'), everyWeeks: 1.5 }, ...span)).toThrow(RangeError);
  expect(() => recurringDays({ first: day('2026-03-05'), everyWeeks: 1, weekday: 8 }, ...span)).toThrow(
    RangeError,
  );
});

test('whatever the span, clock changes and leap years, they stand whole weeks apart on one weekday', () => {
  const dayIn = fc.integer({ min: 0, max: 12_000 }).map((days): IsoDate => addDays(day('2000-01-01'), days));
  fc.assert(
    fc.property(
      dayIn,
      fc.integer({ min: 1, max: 26 }),
      dayIn,
      fc.integer({ min: 0, max: 400 }),
      (first, everyWeeks, from, length) => {
        const to = addDays(from, length);
        const found = recurringDays({ first, everyWeeks }, from, to);
        const expected = Array.from({ length: length + 1 }, (_, index) => addDays(from, index)).filter(
          (date) => date >= first && daysBetween(first, date) % (7 * everyWeeks) === 0,
        );
        expect(found).toEqual(expected);
      },
    ),
    { numRuns: 60 },
  );
});
