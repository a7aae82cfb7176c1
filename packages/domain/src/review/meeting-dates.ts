import type { HolidayRule, IsoDate, MeetingKind } from '@gt/contracts/words';
import { addDays, isWorkingDay, type WorkingCalendar, workingCalendar } from '../calendar/index.ts';

/** The days on which meetings would be if there were no bank holidays, as the calendar library lists them. */
export type PlannedDays = { reviews: readonly IsoDate[]; boards: readonly IsoDate[] };

export type Meeting = {
  kind: MeetingKind;
  date: IsoDate;
  /** The day it would have been but for a bank holiday; null when it keeps its day. */
  movedFrom: IsoDate | null;
};

const CALENDAR = workingCalendar();

/**
 * How far a bank holiday can push a meeting, in days: from Christmas or Easter past the weekend, with room. Whoever
 * lists planned days for a span lists so many more on either side.
 */
export const LONGEST_MOVE = 7;

/**
 * The meetings of a plan from one day to another, both included, in order of date; of two on one day the review
 * comes first. A meeting that falls on a bank holiday in England and Wales moves as the plan's rule says. Nothing when
 * `to` is before `from`.
 * Source: a review on a bank holiday is on the previous working day, unless the plan says the next.
 * Example: a review on Mondays in April 2026 is on Thursday 2 April (for Easter Monday), 13, 20 and 27 April.
 */
export function meetingDates(
  planned: PlannedDays,
  rule: HolidayRule,
  from: IsoDate,
  to: IsoDate,
  calendar: WorkingCalendar = CALENDAR,
): readonly Meeting[] {
  const held = (kind: MeetingKind, days: readonly IsoDate[]): Meeting[] =>
    days
      .map((day) => ({ kind, ...heldOn(day, rule, calendar) }))
      .filter(({ date }) => date >= from && date <= to);
  return [...held('REVIEW', planned.reviews), ...held('BOARD', planned.boards)].sort((one, other) =>
    one.date === other.date ? 0 : one.date < other.date ? -1 : 1,
  );
}

/** A day that somebody chose at a weekend stays; only a bank holiday moves it. */
function heldOn(
  planned: IsoDate,
  rule: HolidayRule,
  calendar: WorkingCalendar,
): Pick<Meeting, 'date' | 'movedFrom'> {
  if (!calendar.isHoliday(planned)) return { date: planned, movedFrom: null };
  const step = rule === 'PREVIOUS_WORKING_DAY' ? -1 : 1;
  let date = planned;
  while (!isWorkingDay(date, calendar)) date = addDays(date, step);
  return { date, movedFrom: planned };
}
