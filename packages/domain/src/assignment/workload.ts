import type { IsoDate } from '@gt/contracts/words';
import { addDays, isoWeekMonday } from '../calendar/index.ts';
import { countOf } from '../wording/index.ts';

/** Open work as counted: in all, past its due date, and due in the next four weeks. */
export type Workload = { open: number; overdue: number; dueSoon: number };

/** The Mondays of so many weeks, from the week of `today` on. Weeks run from Monday. */
export function workloadWeeks(today: IsoDate, weeks: number): IsoDate[] {
  const monday = isoWeekMonday(today);
  return Array.from({ length: weeks }, (_, index) => addDays(monday, index * 7));
}

export type Heat = 'NONE' | 'LIGHT' | 'BUSY' | 'FULL';

/** From so many actions due in one week on. */
const BUSY_FROM = 4;
const FULL_FROM = 8;

/** How much one week asks of a team or post. A word stands beside every number: colour alone says nothing. */
export function heatOf(due: number): Heat {
  if (due === 0) return 'NONE';
  if (due < BUSY_FROM) return 'LIGHT';
  return due < FULL_FROM ? 'BUSY' : 'FULL';
}

export const HEAT_WORDS: Readonly<Record<Heat, string>> = {
  NONE: 'nothing due',
  LIGHT: 'light',
  BUSY: 'busy',
  FULL: 'full',
};

/** What stands beside a name before more is given to it: "12 open, 3 overdue, 5 due in 4 weeks". */
export function workloadWords({ open, overdue, dueSoon }: Workload): string {
  if (open === 0) return 'no open actions';
  const parts = [countOf(open, 'open action')];
  if (overdue > 0) parts.push(`${overdue} overdue`);
  if (dueSoon > 0) parts.push(`${dueSoon} due in 4 weeks`);
  return parts.join(', ');
}
