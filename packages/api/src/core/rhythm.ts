import type { HolidayRule, IsoDate, MeetingKind } from '@gt/contracts/words';
import { addDays } from '@gt/domain/calendar';
import {
  isAhead,
  LONGEST_MOVE,
  lastReviewAt,
  type Meeting,
  meetingDates,
  type UpdatesDue,
  updatesDue,
} from '@gt/domain/review';
import { londonDate, toIsoDateOrNull } from './dates.ts';
import { recurringDays } from './recurring-days.ts';

/** When a plan's weekly review and its board meet, and by when updates are wanted; the names are the plan's own. */
export type Rhythm = {
  reviewWeekday: number | null;
  reviewTime: string;
  boardFirstDate: IsoDate | null;
  boardEveryWeeks: number;
  boardTime: string;
  holidayRule: HolidayRule;
  updatesDueDaysBefore: number;
  updatesDueTime: string;
};

export const RHYTHM_SELECT = {
  reviewWeekday: true,
  reviewTime: true,
  boardFirstDate: true,
  boardEveryWeeks: true,
  boardTime: true,
  holidayRule: true,
  updatesDueDaysBefore: true,
  updatesDueTime: true,
} as const;

export function rhythmOf(plan: Omit<Rhythm, 'boardFirstDate'> & { boardFirstDate: Date | null }): Rhythm {
  return { ...plan, boardFirstDate: toIsoDateOrNull(plan.boardFirstDate) };
}

/** The plan's meetings from one day to another, both included: planned by the recurrence, moved by the plan's rule. */
export function meetingsBetween(rhythm: Rhythm, from: IsoDate, to: IsoDate): readonly Meeting[] {
  const { reviewWeekday: weekday, boardFirstDate: firstBoard } = rhythm;
  const [first, last] = [addDays(from, -LONGEST_MOVE), addDays(to, LONGEST_MOVE)];
  const board = firstBoard && { first: firstBoard, everyWeeks: rhythm.boardEveryWeeks };
  const planned = {
    reviews: weekday === null ? [] : recurringDays({ first, everyWeeks: 1, weekday }, first, last),
    boards: board ? recurringDays(board, first, last) : [],
  };
  return meetingDates(planned, rhythm.holidayRule, from, to);
}

/** When the latest weekly review before an instant began; seven days ago without a weekly review. */
export function lastReviewOfRhythm(rhythm: Rhythm, now: Date): Date {
  const today = londonDate(now);
  const reviews = meetingsBetween(rhythm, addDays(today, -21), today).filter(({ kind }) => kind === 'REVIEW');
  return lastReviewAt(
    reviews.map(({ date }) => date),
    rhythm.reviewTime,
    now,
  );
}

/** A review with when its updates are wanted, or a board, with the time at which it begins. */
export type ComingMeeting = Meeting & { time: string; updatesDue: UpdatesDue | null };

/** The meetings of a kind that come next, up to `count` of them: those that have not begun at `now`. */
export function comingMeetings(
  rhythm: Rhythm,
  kind: MeetingKind,
  now: Date,
  count: number,
): readonly ComingMeeting[] {
  const today = londonDate(now);
  const isReview = kind === 'REVIEW';
  const time = isReview ? rhythm.reviewTime : rhythm.boardTime;
  const firstBoard = isReview ? null : rhythm.boardFirstDate;
  // Of today's meeting, which may have begun, and of one that moved, there is always one more in the span.
  const weeks = (isReview ? 1 : rhythm.boardEveryWeeks) * count + 2;
  const begins = firstBoard && firstBoard > today ? firstBoard : today;
  return meetingsBetween(rhythm, today, addDays(begins, weeks * 7))
    .filter((meeting) => meeting.kind === kind && isAhead(meeting, time, now))
    .slice(0, count)
    .map((meeting) => ({ ...meeting, time, updatesDue: isReview ? updatesDue(meeting, rhythm) : null }));
}
