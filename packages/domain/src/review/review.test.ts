import type { HolidayRule, IsoDate } from '@gt/contracts/words';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, isWorkingDay, londonInstant, workingCalendar } from '../calendar/index.ts';
import {
  isAhead,
  LONGEST_MOVE,
  lastReviewAt,
  meetingDates,
  meetingWords,
  movedWords,
  updatesDue,
} from './index.ts';

const day = (text: string) => text as IsoDate;
const days = (...texts: string[]) => texts.map(day);
/** Every seventh day from one on. */
const weekly = (first: string, count: number, weeks = 1) =>
  Array.from({ length: count }, (_, index) => addDays(day(first), index * 7 * weeks));

describe('meetingDates', () => {
  const dates = (
    planned: { reviews?: readonly IsoDate[]; boards?: readonly IsoDate[] },
    from: string,
    to: string,
    rule: HolidayRule = 'PREVIOUS_WORKING_DAY',
  ) =>
    meetingDates({ reviews: [], boards: [], ...planned }, rule, day(from), day(to)).map(
      ({ kind, date, movedFrom }) => `${kind} ${date}${movedFrom ? ` (${movedFrom})` : ''}`,
    );

  test('keeps the planned days that fall in the span, both ends included', () => {
    expect(dates({ reviews: weekly('2026-02-24', 6) }, '2026-03-03', '2026-03-17')).toEqual([
      'REVIEW 2026-03-03',
      'REVIEW 2026-03-10',
      'REVIEW 2026-03-17',
    ]);
  });

  test('a review on Easter Monday is on the Thursday before, or by the other rule on the Tuesday after', () => {
    const mondays = { reviews: weekly('2026-03-30', 3) };
    expect(dates(mondays, '2026-04-01', '2026-04-13')).toEqual([
      'REVIEW 2026-04-02 (2026-04-06)',
      'REVIEW 2026-04-13',
    ]);
    expect(dates(mondays, '2026-04-01', '2026-04-13', 'NEXT_WORKING_DAY')).toEqual([
      'REVIEW 2026-04-07 (2026-04-06)',
      'REVIEW 2026-04-13',
    ]);
  });

  test('moves across a weekend, into a span that ends before the planned day or begins after it', () => {
    const boxingDay = { boards: days('2027-12-28') };
    expect(dates(boxingDay, '2027-12-20', '2027-12-24')).toEqual(['BOARD 2027-12-24 (2027-12-28)']);
    expect(dates(boxingDay, '2027-12-25', '2027-12-31')).toEqual([]);
    expect(dates(boxingDay, '2027-12-29', '2027-12-31', 'NEXT_WORKING_DAY')).toEqual([
      'BOARD 2027-12-29 (2027-12-28)',
    ]);
  });

  test('across the new year', () => {
    expect(dates({ reviews: days('2027-01-01') }, '2026-12-28', '2027-01-03')).toEqual([
      'REVIEW 2026-12-31 (2027-01-01)',
    ]);
  });

  test('a review that somebody holds at weekends stays there', () => {
    expect(dates({ reviews: days('2026-03-07') }, '2026-03-01', '2026-03-08')).toEqual(['REVIEW 2026-03-07']);
  });

  test('of a review and a board on one day the review comes first', () => {
    const planned = { reviews: days('2026-03-11'), boards: days('2026-03-11') };
    expect(dates(planned, '2026-03-09', '2026-03-13')).toEqual(['REVIEW 2026-03-11', 'BOARD 2026-03-11']);
  });

  test('nothing of nothing, nor in a span that ends before it begins', () => {
    expect(dates({}, '2026-01-01', '2026-12-31')).toEqual([]);
    expect(dates({ reviews: weekly('2026-01-05', 9) }, '2026-02-01', '2026-01-01')).toEqual([]);
  });

  test('each week keeps its one meeting, on a working day, no farther away than is promised', () => {
    const calendar = workingCalendar();
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4 }),
        fc.integer({ min: 2010, max: 2035 }),
        fc.constantFrom<HolidayRule>('PREVIOUS_WORKING_DAY', 'NEXT_WORKING_DAY'),
        (weekday, year, rule) => {
          const reviews = weekly(addDays(day('2010-01-04'), weekday + 7 * 52 * (year - 2010)), 60);
          const found = meetingDates(
            { reviews, boards: [] },
            rule,
            day('2009-01-01'),
            day('2040-01-01'),
            calendar,
          );
          return (
            found.length === 60 &&
            new Set(found.map(({ date }) => date)).size === 60 &&
            found.every(
              ({ date, movedFrom }) =>
                isWorkingDay(date, calendar) &&
                (movedFrom === null ||
                  (rule === 'PREVIOUS_WORKING_DAY'
                    ? date < movedFrom && date >= addDays(movedFrom, -LONGEST_MOVE)
                    : date > movedFrom && date <= addDays(movedFrom, LONGEST_MOVE))),
            )
          );
        },
      ),
    );
  });
});

describe('lastReviewAt', () => {
  const tuesdays = days(...weekly('2026-02-24', 8), '2026-10-13', '2026-10-20', '2026-10-27', '2026-11-03');
  const at = (held: readonly IsoDate[], now: string, time = '10:00') =>
    lastReviewAt(held, time, new Date(now)).toISOString();

  test.each([
    ['in winter the London clock is GMT', '2026-03-11T09:00:00Z', '2026-03-10T10:00:00.000Z'],
    ['just before it begins, last week’s', '2026-03-10T09:59:59Z', '2026-03-03T10:00:00.000Z'],
    ['as it begins, still last week’s', '2026-03-10T10:00:00Z', '2026-03-03T10:00:00.000Z'],
    ['just after it began, this one', '2026-03-10T10:00:01Z', '2026-03-10T10:00:00.000Z'],
    ['the day before clocks go forward', '2026-03-28T12:00:00Z', '2026-03-24T10:00:00.000Z'],
    [
      'the week after clocks went forward it is an hour earlier',
      '2026-03-31T09:00:01Z',
      '2026-03-31T09:00:00.000Z',
    ],
    ['between, the old one keeps its instant', '2026-03-31T08:59:59Z', '2026-03-24T10:00:00.000Z'],
    ['the week after clocks went back', '2026-10-27T09:30:00Z', '2026-10-20T09:00:00.000Z'],
    ['and once it began', '2026-10-27T10:00:01Z', '2026-10-27T10:00:00.000Z'],
  ])('%s', (_, now, expected) => expect(at(tuesdays, now)).toBe(expected));

  test('a review at half past midnight in summer was on the day before by UTC', () => {
    expect(at(days('2026-07-01'), '2026-06-30T23:45:00Z', '00:30')).toBe('2026-06-30T23:30:00.000Z');
  });

  test('seven days ago when no review was held', () => {
    expect(at([], '2026-03-31T09:00:00Z')).toBe('2026-03-24T09:00:00.000Z');
    expect(at(days('2026-04-07'), '2026-03-31T09:00:00Z')).toBe('2026-03-24T09:00:00.000Z');
  });

  test('a time that is none is refused', () => {
    expect(() => at(tuesdays, '2026-03-31T09:00:00Z', '25:00')).toThrow(RangeError);
  });
});

describe('isAhead', () => {
  test.each([
    ['a second before it begins', '2026-03-10', '2026-03-10T09:59:59Z', true],
    ['as it begins', '2026-03-10', '2026-03-10T10:00:00Z', false],
    ['in summer the clock is an hour ahead', '2026-07-07', '2026-07-07T09:00:00Z', false],
    ['the day after', '2026-03-11', '2026-03-10T23:59:00Z', true],
  ])('%s', (_, date, now, expected) =>
    expect(isAhead({ date: day(date) }, '10:00', new Date(now))).toBe(expected),
  );
});

describe('updatesDue', () => {
  const due = (review: string, updatesDueDaysBefore: number, updatesDueTime = '17:00') => {
    const found = updatesDue({ date: day(review) }, { updatesDueDaysBefore, updatesDueTime });
    return `${found.date} ${found.at.toISOString()}${found.movedFrom ? ` (${found.movedFrom})` : ''}`;
  };
  test.each([
    ['the day before', '2026-12-02', 1, '2026-12-01 2026-12-01T17:00:00.000Z'],
    ['in summer', '2026-07-01', 1, '2026-06-30 2026-06-30T16:00:00.000Z'],
    [
      'the day clocks go forward is a Sunday',
      '2026-03-30',
      1,
      '2026-03-27 2026-03-27T17:00:00.000Z (2026-03-29)',
    ],
    ['of a Monday: Friday', '2026-12-07', 1, '2026-12-04 2026-12-04T17:00:00.000Z (2026-12-06)'],
    [
      'of the Tuesday after Easter: Maundy Thursday',
      '2026-04-07',
      1,
      '2026-04-02 2026-04-02T16:00:00.000Z (2026-04-06)',
    ],
    ['the same day, even a Saturday', '2026-03-07', 0, '2026-03-07 2026-03-07T17:00:00.000Z'],
  ])('%s', (_, review, before, expected) => expect(due(review, before)).toBe(expected));
});

describe('words of meetings', () => {
  test('when it is and by when updates are wanted', () => {
    const meeting = { date: day('2026-12-02'), time: '10:00' };
    expect(meetingWords(meeting)).toBe('Wednesday 2 December 2026, 10:00');
    expect(meetingWords(meeting, { date: day('2026-12-01'), time: '17:00' })).toBe(
      'Wednesday 2 December 2026, 10:00; updates by Tuesday 1 December, 17:00',
    );
    expect(
      meetingWords({ date: day('2027-01-04'), time: '10:00' }, { date: day('2026-12-31'), time: '17:00' }),
    ).toBe('Monday 4 January 2027, 10:00; updates by Thursday 31 December 2026, 17:00');
  });

  test('why it is not on its day', () => {
    expect(movedWords({ date: day('2026-03-30'), movedFrom: null })).toBeNull();
    expect(movedWords({ date: day('2026-04-02'), movedFrom: day('2026-04-06') })).toBe(
      'moved from Monday 6 April, Easter Monday',
    );
    expect(movedWords({ date: day('2026-12-31'), movedFrom: day('2027-01-01') })).toBe(
      'moved from Friday 1 January 2027, New Year’s Day',
    );
  });
});

describe('londonInstant', () => {
  test.each([
    ['2026-03-28', '10:00', '2026-03-28T10:00:00.000Z'],
    ['2026-03-31', '10:00', '2026-03-31T09:00:00.000Z'],
    // A time that the spring change skips is an hour later; of one that is repeated the first is meant.
    ['2026-03-29', '01:30', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25', '01:30', '2026-10-25T00:30:00.000Z'],
    ['2026-07-01', '00:30', '2026-06-30T23:30:00.000Z'],
  ])('%s %s', (date, time, expected) => expect(londonInstant(day(date), time).toISOString()).toBe(expected));

  test('reads as the agreed time on a London clock, on any day', () => {
    const clock = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/London',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 14_000 }),
        fc.integer({ min: 3, max: 23 }),
        fc.integer({ min: 0, max: 59 }),
        (number, hours, minutes) => {
          const date = addDays(day('2000-01-01'), number);
          const time = `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
          const [year, month, date_] = date.split('-');
          return clock.format(londonInstant(date, time)) === `${date_}/${month}/${year}, ${time}`;
        },
      ),
    );
  });
});
