import type { IsoDate } from '@gt/contracts/words';
import { addDays, isWorkingDay, workingCalendar } from '@gt/domain/calendar';

const CALENDAR = workingCalendar();

/** All dates of a scenario, told from today, so that it never looks stale. */
export type Timetable = {
  today: IsoDate;
  /** The n-th working day before today: 1 is the last one before it. */
  workingDaysAgo(count: number): IsoDate;
  /**
   * So many calendar days from today (minus: ago), moved away from today to a working day. Example: +5 on a Monday
   * is a Saturday, so the Monday after; −2 on a Monday is a Saturday, so the Friday before.
   */
  fromToday(days: number): IsoDate;
};

export function timetableFor(today: IsoDate): Timetable {
  const past: IsoDate[] = [today];
  const workingDaysAgo = (count: number): IsoDate => {
    while (past.length <= count) {
      let day = addDays(past.at(-1) ?? today, -1);
      while (!isWorkingDay(day, CALENDAR)) day = addDays(day, -1);
      past.push(day);
    }
    return past[count] ?? today;
  };
  const fromToday = (days: number): IsoDate => {
    let day = addDays(today, days);
    while (!isWorkingDay(day, CALENDAR)) day = addDays(day, days < 0 ? -1 : 1);
    return day;
  };
  return { today, workingDaysAgo, fromToday };
}

/** The instant of a calendar day at so many minutes after nine in the morning UTC: in London the same day. */
export function instantOn(day: IsoDate, minutesAfterNine: number): Date {
  return new Date(Date.parse(`${day}T09:00:00.000Z`) + minutesAfterNine * 60_000);
}
