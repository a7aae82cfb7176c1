import type { IsoDate } from '@gt/contracts/words';
import { addDays, daysBetween, isoWeekMonday, isWorkingDay, workingCalendar } from '../calendar/index.ts';

/** When a plan's weekly review and its board meet; the names are the plan's own. */
export type Rhythm = {
  /** Day of the weekly review, 1 Monday to 7 Sunday; null when none is held. */
  reviewWeekday: number | null;
  /** A day on which the board meets, and how many weeks lie between its meetings; null when there is no board. */
  boardFirstDate: IsoDate | null;
  boardEveryWeeks: number;
};

export type Meeting = {
  kind: 'REVIEW' | 'BOARD';
  date: IsoDate;
  /** The day it would have been but for a bank holiday; null when it keeps its day. */
  movedFrom: IsoDate | null;
};

const CALENDAR = workingCalendar();

/** How far a bank holiday can push a meeting: from Christmas Day or Good Friday past the weekend, with room. */
const LONGEST_MOVE = 7;

/**
 * The meetings of a plan from one day to another, both included, in order of date; of two on one day the review
 * comes first. A meeting that falls on a bank holiday in England and Wales is held on the next working day. The
 * board's meetings are counted from its first and there is none before it. Nothing when `to` is before `from`.
 * Source: custom of improvement boards; bank holidays by the working calendar.
 * Example: a review on Mondays in April 2026 is on 13, 20 and 27 April, and on Tuesday 7 April for Easter Monday.
 */
export function meetingDates(
  rhythm: Rhythm,
  from: IsoDate,
  to: IsoDate,
  calendar = CALENDAR,
): readonly Meeting[] {
  const kept = (kind: Meeting['kind'], days: readonly IsoDate[]): Meeting[] =>
    days
      .map((planned) => ({ kind, ...heldOn(planned, calendar) }))
      .filter(({ date }) => date >= from && date <= to);
  return [
    ...kept('REVIEW', reviewDays(rhythm, from, to)),
    ...kept('BOARD', boardDays(rhythm, from, to)),
  ].sort((one, other) => (one.date === other.date ? 0 : one.date < other.date ? -1 : 1));
}

function reviewDays({ reviewWeekday }: Rhythm, from: IsoDate, to: IsoDate): IsoDate[] {
  if (reviewWeekday === null) return [];
  return everyWeeks(addDays(isoWeekMonday(from), reviewWeekday - 1 - 14), 1, to);
}

function boardDays({ boardFirstDate, boardEveryWeeks }: Rhythm, from: IsoDate, to: IsoDate): IsoDate[] {
  if (boardFirstDate === null || boardEveryWeeks < 1) return [];
  const between = boardEveryWeeks * 7;
  const earliest = daysBetween(boardFirstDate, from) - LONGEST_MOVE;
  const skipped = Math.max(0, Math.floor(earliest / between));
  return everyWeeks(addDays(boardFirstDate, skipped * between), boardEveryWeeks, to);
}

function everyWeeks(first: IsoDate, weeks: number, to: IsoDate): IsoDate[] {
  const days: IsoDate[] = [];
  for (let day = first; day <= to; day = addDays(day, weeks * 7)) days.push(day);
  return days;
}

/** A day that somebody chose at a weekend stays; only a bank holiday moves it. */
function heldOn(planned: IsoDate, calendar: typeof CALENDAR): Pick<Meeting, 'date' | 'movedFrom'> {
  if (!calendar.isHoliday(planned)) return { date: planned, movedFrom: null };
  let date = planned;
  while (!isWorkingDay(date, calendar)) date = addDays(date, 1);
  return { date, movedFrom: planned };
}
