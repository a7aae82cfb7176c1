import { formatDate, type IsoDate } from '@gt/contracts/words';
import { weekdayOf } from '../calendar/civil-day.ts';
import { englandAndWalesBankHolidays } from '../calendar/index.ts';

/** The days of the week in order, Monday first. */
export const WEEKDAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

/** "Wednesday 2 December 2026" */
export function dayWords(date: IsoDate): string {
  return `${WEEKDAYS[weekdayOf(date) - 1] ?? ''} ${formatDate(date)}`;
}

/** As `dayWords`, without the year where another date beside it says it: "Tuesday 1 December". */
function dayBeside(date: IsoDate, beside: IsoDate): string {
  const isSameYear = date.slice(0, 4) === beside.slice(0, 4);
  return isSameYear ? dayWords(date).replace(/ \d{4}$/, '') : dayWords(date);
}

/**
 * When a meeting is and by when updates are wanted, in words.
 * Example: "Wednesday 2 December 2026, 10:00; updates by Tuesday 1 December, 17:00".
 */
export function meetingWords(
  meeting: { date: IsoDate; time: string },
  due: { date: IsoDate; time: string } | null = null,
): string {
  const held = `${dayWords(meeting.date)}, ${meeting.time}`;
  return due ? `${held}; updates by ${dayBeside(due.date, meeting.date)}, ${due.time}` : held;
}

/**
 * Why a meeting is not on its day: "moved from Monday 6 April, Easter Monday". Null for one that keeps its day.
 */
export function movedWords({ date, movedFrom }: { date: IsoDate; movedFrom: IsoDate | null }): string | null {
  if (movedFrom === null) return null;
  const holidays = englandAndWalesBankHolidays(Number(movedFrom.slice(0, 4)));
  const name = holidays.find((holiday) => holiday.date === movedFrom)?.name;
  return `moved from ${dayBeside(movedFrom, date)}, ${name ?? 'a bank holiday'}`;
}
