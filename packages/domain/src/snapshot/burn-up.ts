import { type IsoDate, isoDate, type SnapshotTotals } from '@gt/contracts/words';
import { addDays } from '../calendar/index.ts';
import { countOf } from '../wording/index.ts';

/** The totals of one day: of a snapshot, or of the plan as it is now. */
export type BurnUpPoint = Pick<
  SnapshotTotals,
  'actions' | 'closed' | 'plannedByOriginal' | 'plannedByDue'
> & { asAt: IsoDate };

export type BurnUpAhead = {
  /** The last day of a month. */
  by: IsoDate;
  /** How many are planned to be closed by then, by their first dates and by their dates in the newest snapshot. */
  original: number;
  due: number;
};

/**
 * What is planned after a day, month by month until the last date of any action; the month that the day is in comes
 * first, at its end.
 * Example: 3 planned by 12 March 2026, 2 more in March and 4 in May → 5 by 31 March, 5 by 30 April, 9 by 31 May.
 */
export function burnUpAhead(months: SnapshotTotals['months'], asAt: IsoDate): BurnUpAhead[] {
  const last = months.at(-1)?.month;
  const ahead: BurnUpAhead[] = [];
  if (last === undefined) return ahead;
  let [original, due] = [0, 0];
  const counts = new Map(months.map((month) => [month.month, month]));
  const begin = asAt.slice(0, 7);
  for (const { month, ...more } of months) {
    if (month >= begin) break;
    original += more.original;
    due += more.due;
  }
  for (let month = begin; month <= last; month = nextMonth(month)) {
    original += counts.get(month)?.original ?? 0;
    due += counts.get(month)?.due ?? 0;
    ahead.push({ by: endOf(month), original, due });
  }
  return ahead;
}

/** "2026-12" → "2027-01". */
function nextMonth(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

function endOf(month: string): IsoDate {
  return addDays(isoDate(`${nextMonth(month)}-01`), -1);
}

/**
 * What the burn-up shows, in a sentence.
 * Example: 18 of 60 closed, 25 planned by their dates, 31 by their first dates → "18 of 60 actions are closed. By
 * their dates 25 should be, 7 more; by their first dates 31, 13 more."
 */
export function burnUpWords(point: BurnUpPoint): string {
  const { actions, closed, plannedByDue, plannedByOriginal } = point;
  if (actions === 0) return 'There is no action yet.';
  const so = `${closed} of ${countOf(actions, 'action')} ${closed === 1 || actions === 1 ? 'is' : 'are'} closed.`;
  const due = plannedByDue - closed;
  const original = plannedByOriginal - closed;
  if (due <= 0 && original <= 0) return `${so} That is no fewer than were planned by now.`;
  const more = (count: number) => (count > 0 ? `, ${count} more` : '');
  const byFirst =
    plannedByOriginal === plannedByDue ? '' : `; by their first dates ${plannedByOriginal}${more(original)}`;
  return `${so} By their dates ${plannedByDue} should be${more(due)}${byFirst}.`;
}
