import { isIsoDate, isoDate } from '@gt/contracts/words';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  addDays,
  addWorkingDays,
  daysBetween,
  easterSunday,
  englandAndWalesBankHolidays,
  isoWeekMonday,
  isWeekend,
  isWorkingDay,
  workingCalendar,
  workingDaysBetween,
} from './index.ts';

const calendar = workingCalendar();
const anyDate = fc.integer({ min: 0, max: 36_524 }).map((days) => addDays(isoDate('1990-01-01'), days));

describe('working days against published deadlines', () => {
  test.each([
    // Stockton-on-Tees, Cabinet papers 2023: report of 9 May 2023, plan due to Ofsted by 16 August 2023.
    ['2023-05-09', 70, '2023-08-16'],
    // Bracknell Forest Executive, 1 June 2022: findings of 22 February 2022, to be submitted by 7 June 2022.
    ['2022-02-22', 70, '2022-06-07'],
    // Kirklees, 2016 report received 25 November 2016; crosses Christmas and New Year with substitute days.
    ['2016-11-25', 70, '2017-03-08'],
    // Counted by hand from the lists on www.gov.uk/bank-holidays.
    ['2019-01-17', 70, '2019-04-29'],
    ['2019-01-17', 20, '2019-02-14'],
    ['2023-04-18', 70, '2023-07-28'],
    ['2023-04-18', 20, '2023-05-18'],
    ['2026-07-28', 70, '2026-11-04'],
    ['2026-08-03', 70, '2026-11-10'],
  ])('received %s, %i working days end on %s', (received, workingDays, due) => {
    expect(addWorkingDays(isoDate(received), workingDays, calendar)).toBe(due);
    expect(workingDaysBetween(isoDate(received), isoDate(due), calendar)).toBe(workingDays);
  });
});

describe('bank holidays as published for England and Wales', () => {
  test.each([
    [2011, '01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27'],
    [2012, '01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26'],
    [2015, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
    [2016, '01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27'],
    [2017, '01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26'],
    [2018, '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26'],
    [2019, '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26'],
    [2020, '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28'],
    [2021, '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28'],
    [2022, '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27'],
    [2023, '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26'],
    [2024, '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26'],
    [2025, '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26'],
    [2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
    [2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
  ])('%i', (year, days) => {
    const found = englandAndWalesBankHolidays(year).map((holiday) => holiday.date.slice(5));
    expect(found.join(' ')).toBe(days);
  });

  it('adds an extra day once, names it, and leaves other years alone', () => {
    const extra = [isoDate('2027-06-14'), isoDate('2027-06-14'), isoDate('2027-12-27')];
    const added = englandAndWalesBankHolidays(2027, extra).filter((day) => day.name === 'Extra bank holiday');
    expect(added.map((day) => day.date)).toEqual(['2027-06-14']);
    expect(englandAndWalesBankHolidays(2026, extra)).toHaveLength(8);
    expect(isWorkingDay(isoDate('2027-06-14'), workingCalendar({ extraHolidays: extra }))).toBe(false);
    expect(isWorkingDay(isoDate('2027-06-14'), calendar)).toBe(true);
  });

  test.each([
    [1961, '04-02'],
    [2000, '04-23'],
    [2008, '03-23'],
    [2038, '04-25'],
    [2049, '04-18'],
    [2076, '04-19'],
  ])('Easter %i', (year, date) => {
    expect(easterSunday(year).slice(5)).toBe(date);
  });
});

describe('calendar arithmetic', () => {
  test.each([
    ['2024-02-28', 2, '2024-03-01'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2000-02-28', 1, '2000-02-29'],
    ['2100-02-28', 1, '2100-03-01'],
    ['2026-03-28', 2, '2026-03-30'],
  ])('%s plus %i is %s', (from, days, to) => {
    expect(addDays(isoDate(from), days)).toBe(to);
  });

  it('refuses part of a day and a period that is no whole number', () => {
    expect(() => addDays(isoDate('2026-01-01'), 0.5)).toThrow(RangeError);
    expect(() => addWorkingDays(isoDate('2026-01-01'), -1, calendar)).toThrow(RangeError);
    expect(() => addWorkingDays(isoDate('2026-01-01'), 1.5, calendar)).toThrow(RangeError);
  });

  it('knows weekends and the Monday of the week', () => {
    expect(
      ['2026-03-13', '2026-03-14', '2026-03-15', '2026-03-16'].map((d) => isWeekend(isoDate(d))),
    ).toEqual([false, true, true, false]);
    expect(isoWeekMonday(isoDate('2026-03-12'))).toBe('2026-03-09');
    expect(isoWeekMonday(isoDate('2026-03-15'))).toBe('2026-03-09');
    expect(isoWeekMonday(isoDate('2026-03-16'))).toBe('2026-03-16');
  });

  it('counts backwards with a minus and never returns minus zero', () => {
    expect(workingDaysBetween(isoDate('2026-03-16'), isoDate('2026-03-12'), calendar)).toBe(-2);
    expect(Object.is(workingDaysBetween(isoDate('2026-03-15'), isoDate('2026-03-14'), calendar), 0)).toBe(
      true,
    );
  });
});

describe('properties', () => {
  it('adding days and counting them are inverse, and give real dates', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -20_000, max: 20_000 }), (date, days) => {
        const moved = addDays(date, days);
        expect(isIsoDate(moved)).toBe(true);
        expect(daysBetween(date, moved)).toBe(days);
        expect(addDays(moved, -days)).toBe(date);
        expect(Date.parse(moved) - Date.parse(date)).toBe(days * 86_400_000);
      }),
    );
  });

  it('a period ends on a working day, after its start, and counts back to itself', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 120 }), (date, workingDays) => {
        const due = addWorkingDays(date, workingDays, calendar);
        expect(isWorkingDay(due, calendar)).toBe(true);
        expect(daysBetween(date, due)).toBeGreaterThanOrEqual(workingDays);
        expect(workingDaysBetween(date, due, calendar)).toBe(workingDays);
      }),
    );
  });

  it('a longer period, a later receipt or one more holiday never gives an earlier date', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 90 }), (date, workingDays) => {
        const due = addWorkingDays(date, workingDays, calendar);
        expect(addWorkingDays(date, workingDays + 1, calendar) > due).toBe(true);
        expect(addWorkingDays(addDays(date, 1), workingDays, calendar) >= due).toBe(true);
        expect(addWorkingDays(date, workingDays, workingCalendar({ extraHolidays: [due] })) > due).toBe(true);
      }),
    );
  });

  it('the Monday of a week is a Monday at most six days back', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const monday = isoWeekMonday(date);
        expect(new Date(monday).getUTCDay()).toBe(1);
        expect(daysBetween(monday, date)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(monday, date)).toBeLessThan(7);
      }),
    );
  });
});
