import type { IsoDate } from '@gt/contracts/words';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWorkingDay, workingCalendar } from '../calendar/index.ts';
import { lastReviewAt, meetingDates } from './index.ts';

const day = (text: string) => text as IsoDate;
const NONE = { reviewWeekday: null, boardFirstDate: null, boardEveryWeeks: 4 };

describe('meetingDates', () => {
  const dates = (rhythm: Partial<typeof NONE> & Record<string, unknown>, from: string, to: string) =>
    meetingDates({ ...NONE, ...rhythm } as never, day(from), day(to)).map(
      ({ kind, date, movedFrom }) => `${kind} ${date}${movedFrom ? ` (${movedFrom})` : ''}`,
    );

  test('the review is on its day of each week, both ends included', () => {
    expect(dates({ reviewWeekday: 2 }, '2026-03-03', '2026-03-17')).toEqual([
      'REVIEW 2026-03-03',
      'REVIEW 2026-03-10',
      'REVIEW 2026-03-17',
    ]);
  });

  test('a review on Easter Monday is on the Tuesday', () => {
    expect(dates({ reviewWeekday: 1 }, '2026-04-01', '2026-04-30')).toEqual([
      'REVIEW 2026-04-07 (2026-04-06)',
      'REVIEW 2026-04-13',
      'REVIEW 2026-04-20',
      'REVIEW 2026-04-27',
    ]);
  });

  test('a review on Good Friday moves past the weekend and Easter Monday, into a span that begins after it', () => {
    expect(dates({ reviewWeekday: 5 }, '2026-04-07', '2026-04-09')).toEqual([
      'REVIEW 2026-04-07 (2026-04-03)',
    ]);
    expect(dates({ reviewWeekday: 5 }, '2026-04-03', '2026-04-06')).toEqual([]);
  });

  test('a review that somebody holds at weekends stays there', () => {
    expect(dates({ reviewWeekday: 6 }, '2026-03-01', '2026-03-08')).toEqual(['REVIEW 2026-03-07']);
  });

  test('the board meets every so many weeks from its first meeting, never before', () => {
    const board = { boardFirstDate: day('2026-01-14'), boardEveryWeeks: 6 };
    expect(dates(board, '2025-11-01', '2026-04-30')).toEqual([
      'BOARD 2026-01-14',
      'BOARD 2026-02-25',
      'BOARD 2026-04-08',
    ]);
    expect(dates(board, '2026-02-26', '2026-05-20')).toEqual(['BOARD 2026-04-08', 'BOARD 2026-05-20']);
  });

  test('a board on Christmas Day 2026 is on the Tuesday after', () => {
    expect(dates({ boardFirstDate: day('2026-12-25') }, '2026-12-20', '2026-12-31')).toEqual([
      'BOARD 2026-12-29 (2026-12-25)',
    ]);
  });

  test('of a review and a board on one day the review comes first', () => {
    expect(
      dates({ reviewWeekday: 3, boardFirstDate: day('2026-03-11') }, '2026-03-09', '2026-03-13'),
    ).toEqual(['REVIEW 2026-03-11', 'BOARD 2026-03-11']);
  });

  test('nothing without a rhythm, nor in a span that ends before it begins', () => {
    expect(dates({}, '2026-01-01', '2026-12-31')).toEqual([]);
    expect(dates({ reviewWeekday: 1 }, '2026-02-01', '2026-01-01')).toEqual([]);
  });

  test('each week has one review, on a working day, whatever the span', () => {
    const calendar = workingCalendar();
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 2010, max: 2035 }), (weekday, year) => {
        const found = meetingDates(
          { ...NONE, reviewWeekday: weekday },
          day(`${year}-01-08`),
          day(`${year}-12-20`),
        );
        return found.length >= 48 && found.every(({ date }) => isWorkingDay(date, calendar));
      }),
    );
  });
});

describe('lastReviewAt', () => {
  const tuesdays = { reviewWeekday: 2, reviewTime: '10:00' };
  const at = (rhythm: { reviewWeekday: number | null; reviewTime: string }, now: string) =>
    lastReviewAt(rhythm, new Date(now)).toISOString();

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

  test('after a bank holiday the review that was moved counts', () => {
    const mondays = { reviewWeekday: 1, reviewTime: '10:00' };
    expect(at(mondays, '2026-04-06T12:00:00Z')).toBe('2026-03-30T09:00:00.000Z');
    expect(at(mondays, '2026-04-07T12:00:00Z')).toBe('2026-04-07T09:00:00.000Z');
  });

  test('a review at half past midnight in summer was on the day before by UTC', () => {
    expect(at({ reviewWeekday: 3, reviewTime: '00:30' }, '2026-06-30T23:45:00Z')).toBe(
      '2026-06-30T23:30:00.000Z',
    );
  });

  test('a time that the spring change skips is an hour later; of one that is repeated the first is meant', () => {
    const sundays = { reviewWeekday: 7, reviewTime: '01:30' };
    expect(at(sundays, '2026-03-29T12:00:00Z')).toBe('2026-03-29T01:30:00.000Z');
    expect(at(sundays, '2026-10-25T12:00:00Z')).toBe('2026-10-25T00:30:00.000Z');
  });

  test('seven days ago when there is no weekly review', () => {
    expect(at({ reviewWeekday: null, reviewTime: '10:00' }, '2026-03-31T09:00:00Z')).toBe(
      '2026-03-24T09:00:00.000Z',
    );
  });

  test('a time that is none is refused', () => {
    expect(() => at({ reviewWeekday: 2, reviewTime: '25:00' }, '2026-03-31T09:00:00Z')).toThrow(RangeError);
  });

  test('the instant reads as the agreed time on a London clock, at any moment', () => {
    const clock = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/London',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
        fc.integer({ min: 1, max: 7 }),
        (now, reviewWeekday) => {
          const found = lastReviewAt({ reviewWeekday, reviewTime: '10:00' }, now);
          const days = (now.getTime() - found.getTime()) / 86_400_000;
          return clock.format(found) === '10:00' && days > 0 && days < 14;
        },
      ),
    );
  });
});
