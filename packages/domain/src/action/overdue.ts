import { type DeliveryStatus, formatDate, type IsoDate } from '@gt/contracts/words';
import { daysBetween } from '../calendar/index.ts';
import { countOf } from '../wording/index.ts';
import { isOpenStatus } from './open-status.ts';

export type OverdueInput = {
  dueDate: IsoDate | null;
  originalDueDate: IsoDate | null;
  status: DeliveryStatus;
  today: IsoDate;
};
export type Overdue = {
  /** Past the current due date and still open. */
  isOverdue: boolean;
  /** Calendar days past the current due date; 0 when not overdue. */
  daysOverdue: number;
  /** Past the original due date and still open, however often the date has moved since. */
  isPastOriginal: boolean;
  /** Calendar days past the original due date; 0 when not past it. */
  daysPastOriginal: number;
  /** Days until the current due date (negative when past); null without one, or when the action is not open. */
  daysLeft: number | null;
  /** "6 days overdue", "Due in 4 days, 40 days past its original date"; '' when closed or cancelled. */
  words: string;
};

/**
 * How late an action is, against its current and its original date. On the due date itself it is not late. Only
 * open actions are late, and "Complete, awaiting evidence check" is still open: completion is not closure.
 *
 * Source: a revised date that has passed its original still shows as overdue against the original (Herefordshire
 * scrutiny 2017, North Devon). In SQL: `status not in ('CLOSED','CANCELLED') and dueDate < today`, and the same
 * with `originalDueDate`.
 * Example: due 12 March 2026, first 31 January 2026, today 18 March 2026 → "6 days overdue, 46 days past its
 * original date".
 */
export function overdue({ dueDate, originalDueDate, status, today }: OverdueInput): Overdue {
  if (!isOpenStatus(status)) return notOpen;
  const daysLeft = dueDate === null ? null : daysBetween(today, dueDate);
  const daysOverdue = daysLeft !== null && daysLeft < 0 ? -daysLeft : 0;
  const daysPastOriginal = originalDueDate === null ? 0 : Math.max(0, daysBetween(originalDueDate, today));
  const dateMoved = dueDate !== originalDueDate;
  const past = countOf(daysPastOriginal, 'day');
  const original = dateMoved && daysPastOriginal > 0 ? `, ${past} past its original date` : '';
  return {
    isOverdue: daysOverdue > 0,
    daysOverdue,
    isPastOriginal: daysPastOriginal > 0,
    daysPastOriginal,
    daysLeft,
    words: dueWords(dueDate, daysLeft) + original,
  };
}

const notOpen: Overdue = {
  isOverdue: false,
  daysOverdue: 0,
  isPastOriginal: false,
  daysPastOriginal: 0,
  daysLeft: null,
  words: '',
};

/** Beyond this many days a date says more than a count. */
const FAR_DAYS = 60;

function dueWords(dueDate: IsoDate | null, daysLeft: number | null): string {
  if (dueDate === null || daysLeft === null) return 'No due date';
  if (daysLeft < 0) return `${countOf(-daysLeft, 'day')} overdue`;
  if (daysLeft === 0) return 'Due today';
  if (daysLeft === 1) return 'Due tomorrow';
  return daysLeft <= FAR_DAYS ? `Due in ${countOf(daysLeft, 'day')}` : `Due ${formatDate(dueDate)}`;
}
