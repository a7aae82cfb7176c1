import type { ClockOut } from '@gt/contracts/schemas';
import type { IsoDate } from '@gt/contracts/words';
import { workingCalendar } from '@gt/domain/calendar';
import {
  DEFAULT_CLOCK_SETTINGS,
  DRAFT_SUBJECT,
  STATEMENT_SUBJECT,
  statutoryClock,
} from '@gt/domain/inspection';
import { toIsoDate, toIsoDateOrNull } from '../../core/dates.ts';

export const CLOCK_SELECT = {
  id: true,
  inspectionId: true,
  workingDays: true,
  receivedDate: true,
  dueDate: true,
  submittedOn: true,
  submittedFileName: true,
  version: true,
} as const;

type ClockRow = {
  id: string;
  inspectionId: string;
  workingDays: number;
  receivedDate: Date;
  dueDate: Date;
  submittedOn: Date | null;
  submittedFileName: string | null;
  version: number;
};

/** The days on which no statutory period runs. Remembers the years it was asked for, and nothing of any request. */
export const CALENDAR = workingCalendar();

/** A clock for the wire, with where it stands today in words. */
export function clockOf(row: ClockRow, today: IsoDate): ClockOut {
  const receivedDate = toIsoDate(row.receivedDate);
  const dueDate = toIsoDate(row.dueDate);
  const submittedOn = toIsoDateOrNull(row.submittedOn);
  const reading = statutoryClock({
    receivedDate,
    workingDays: row.workingDays,
    dueDate,
    submittedOn,
    today,
    calendar: CALENDAR,
    subject: row.workingDays === DEFAULT_CLOCK_SETTINGS.draft ? DRAFT_SUBJECT : STATEMENT_SUBJECT,
  });
  return {
    ...row,
    receivedDate,
    dueDate,
    submittedOn,
    state: reading.state,
    stateText: reading.words,
    workingDaysLeft: reading.workingDaysLeft,
  };
}

/** The clock that matters next: the running one due first, else the one submitted last; null without any. */
export function nextClock(clocks: readonly ClockOut[]): ClockOut | null {
  const running = clocks.filter((clock) => clock.submittedOn === null);
  const byDueDate = (a: ClockOut, b: ClockOut) => (a.dueDate < b.dueDate ? -1 : 1);
  return running.toSorted(byDueDate)[0] ?? clocks.toSorted(byDueDate).at(-1) ?? null;
}
