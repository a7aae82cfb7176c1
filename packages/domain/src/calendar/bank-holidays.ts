import type { IsoDate } from '@gt/contracts/words';
import { addDays, daysBetween } from './add-days.ts';
import { dateOf, weekdayOf } from './civil-day.ts';

/** A day on which offices in England and Wales are closed by law or custom. */
export type BankHoliday = { date: IsoDate; name: string };

const day = (text: string) => text as IsoDate;

/** Holidays moved by proclamation for one year: the ordinary date gives way to the other. */
const MOVED: Readonly<Record<string, BankHoliday>> = {
  '1995-05-01': { date: day('1995-05-08'), name: 'Early May bank holiday (VE Day)' },
  '2002-05-27': { date: day('2002-06-04'), name: 'Spring bank holiday' },
  '2012-05-28': { date: day('2012-06-04'), name: 'Spring bank holiday' },
  '2020-05-04': { date: day('2020-05-08'), name: 'Early May bank holiday (VE Day)' },
  '2022-05-30': { date: day('2022-06-02'), name: 'Spring bank holiday' },
};

/** Holidays proclaimed for one year only. A new one is added here, or given as `extra` until it is. */
const ONCE: readonly BankHoliday[] = [
  { date: day('1981-07-29'), name: 'Royal wedding' },
  { date: day('1999-12-31'), name: 'Millennium holiday' },
  { date: day('2002-06-03'), name: 'Golden Jubilee' },
  { date: day('2011-04-29'), name: 'Royal wedding' },
  { date: day('2012-06-05'), name: 'Diamond Jubilee' },
  { date: day('2022-06-03'), name: 'Platinum Jubilee' },
  { date: day('2022-09-19'), name: 'State Funeral of Queen Elizabeth II' },
  { date: day('2023-05-08'), name: 'Coronation of King Charles III' },
];

/**
 * Bank and public holidays of England and Wales in one year (from 1978, when the early May holiday began), in
 * order of date. `extra` adds days proclaimed since, of any year; those of other years are ignored.
 *
 * Source: Banking and Financial Dealings Act 1971, schedule 1, and the royal proclamations under section 1;
 * published at www.gov.uk/bank-holidays. Substitute days: New Year's Day at a weekend moves to Monday; Christmas
 * Day and Boxing Day at a weekend move to the next days that are neither.
 * Example: in 2022 Christmas Day was a Sunday, so 26 December was Boxing Day and 27 December the substitute.
 */
export function englandAndWalesBankHolidays(year: number, extra: readonly IsoDate[] = []): BankHoliday[] {
  const easter = easterSunday(year);
  const ordinary: BankHoliday[] = [
    newYear(year),
    { date: addDays(easter, -2), name: 'Good Friday' },
    { date: addDays(easter, 1), name: 'Easter Monday' },
    { date: firstMonday(year, 5), name: 'Early May bank holiday' },
    { date: lastMonday(year, 5), name: 'Spring bank holiday' },
    { date: lastMonday(year, 8), name: 'Summer bank holiday' },
    ...christmas(year),
  ].map((holiday) => MOVED[holiday.date] ?? holiday);
  const ofYear = (date: string) => Number(date.slice(0, 4)) === year;
  const once = ONCE.filter((holiday) => ofYear(holiday.date));
  const known = new Set([...ordinary, ...once].map((holiday) => holiday.date));
  const added = [...new Set(extra)]
    .filter((date) => ofYear(date) && !known.has(date))
    .map((date) => ({ date, name: 'Extra bank holiday' }));
  return [...ordinary, ...once, ...added].sort((a, b) => daysBetween(b.date, a.date));
}

/**
 * Easter Sunday in the Gregorian calendar, by the anonymous algorithm (Meeus, Jones, Butcher).
 * Example: 2026 → 5 April 2026.
 */
export function easterSunday(year: number): IsoDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const shift = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const sum = epact + weekday - 7 * shift + 114;
  return dateOf(year, Math.floor(sum / 31), (sum % 31) + 1);
}

function newYear(year: number): BankHoliday {
  const first = dateOf(year, 1, 1);
  const weekday = weekdayOf(first);
  if (weekday < 6) return { date: first, name: 'New Year’s Day' };
  return { date: addDays(first, 8 - weekday), name: 'New Year’s Day (substitute day)' };
}

function christmas(year: number): BankHoliday[] {
  const plain = { date: dateOf(year, 12, 25), name: 'Christmas Day' };
  const boxing = { date: dateOf(year, 12, 26), name: 'Boxing Day' };
  const christmasSubstitute = { date: dateOf(year, 12, 27), name: 'Christmas Day (substitute day)' };
  const boxingSubstitute = { date: dateOf(year, 12, 28), name: 'Boxing Day (substitute day)' };
  const weekday = weekdayOf(plain.date);
  if (weekday === 5) return [plain, boxingSubstitute];
  if (weekday === 6) return [christmasSubstitute, boxingSubstitute];
  if (weekday === 7) return [boxing, christmasSubstitute];
  return [plain, boxing];
}

function firstMonday(year: number, month: number): IsoDate {
  const first = dateOf(year, month, 1);
  return addDays(first, (8 - weekdayOf(first)) % 7);
}

/** Only for months of 31 days, which May and August are. */
function lastMonday(year: number, month: number): IsoDate {
  const last = dateOf(year, month, 31);
  return addDays(last, 1 - weekdayOf(last));
}
