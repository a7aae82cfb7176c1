import { formatDate, type IsoDate } from '@gt/contracts/words';
import { addWorkingDays, daysBetween, type WorkingCalendar, workingDaysBetween } from '../calendar/index.ts';
import { countOf } from '../wording/index.ts';
import { STATEMENT_SUBJECT } from './clock-periods.ts';

export const CLOCK_STATES = ['RUNNING', 'DUE_SOON', 'OVERDUE', 'SUBMITTED', 'SUBMITTED_LATE'] as const;
export type ClockState = (typeof CLOCK_STATES)[number];

/** Within this many working days of its end a running clock asks for attention. */
export const DUE_SOON_WORKING_DAYS = 10;

export type StatutoryClockInput = {
  receivedDate: IsoDate;
  workingDays: number;
  calendar: WorkingCalendar;
  today: IsoDate;
  submittedOn?: IsoDate | null;
  /** What is due; "Action plan" when left out. */
  subject?: string;
  /** The date on record, when it was fixed under an earlier calendar; else it is worked out. */
  dueDate?: IsoDate;
};
export type StatutoryClockReading = {
  dueDate: IsoDate;
  state: ClockState;
  /** From today to the due date, 0 on the day, negative afterwards; null once submitted. */
  workingDaysLeft: number | null;
  /** "Due in 23 working days". */
  stateWords: string;
  /** "Action plan due in 23 working days". */
  words: string;
};

/**
 * Where a statutory period stands. Day 1 is the first working day after receipt; the due date itself is in time.
 *
 * Source: Education and Inspections Act 2006 s.137; S.I. 2007/462.
 * Example: received 9 May 2023, 70 working days, today 14 July 2023 → due 16 August 2023, RUNNING, "Action plan due
 * in 23 working days".
 */
export function statutoryClock(input: StatutoryClockInput): StatutoryClockReading {
  const { calendar, today, submittedOn = null, subject = STATEMENT_SUBJECT } = input;
  const dueDate = input.dueDate ?? addWorkingDays(input.receivedDate, input.workingDays, calendar);
  const reading = (state: ClockState, left: number | null, stateWords: string): StatutoryClockReading => ({
    dueDate,
    state,
    workingDaysLeft: left,
    stateWords,
    words: `${subject} ${stateWords.slice(0, 1).toLowerCase()}${stateWords.slice(1)}`,
  });
  if (submittedOn !== null) {
    const state = submittedOn > dueDate ? 'SUBMITTED_LATE' : 'SUBMITTED';
    return reading(state, null, submittedWords(submittedOn, dueDate, calendar));
  }
  const left = workingDaysBetween(today, dueDate, calendar);
  if (today > dueDate) return reading('OVERDUE', left, overdueWords(dueDate, -left));
  const state = left <= DUE_SOON_WORKING_DAYS ? 'DUE_SOON' : 'RUNNING';
  return reading(state, left, today === dueDate ? 'Due today' : `Due in ${countOf(left, 'working day')}`);
}

/** On a weekend after the due date no working day has passed yet, so the date is said instead of a count. */
function overdueWords(dueDate: IsoDate, workingDaysLate: number): string {
  return workingDaysLate > 0
    ? `Overdue by ${countOf(workingDaysLate, 'working day')}`
    : `Overdue: it was due on ${formatDate(dueDate)}`;
}

function submittedWords(submittedOn: IsoDate, dueDate: IsoDate, calendar: WorkingCalendar): string {
  const early = workingDaysBetween(submittedOn, dueDate, calendar);
  if (early > 0) return `Submitted ${countOf(early, 'working day')} early`;
  if (early < 0) return `Submitted ${countOf(-early, 'working day')} late`;
  return daysBetween(submittedOn, dueDate) >= 0
    ? 'Submitted on the day it was due'
    : `Submitted late, on ${formatDate(submittedOn)}`;
}
