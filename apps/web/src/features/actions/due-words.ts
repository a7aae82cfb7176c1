import { formatShortDate, type IsoDate, isoDate } from '@gt/contracts/words';
import { daysBetween } from '@gt/domain/calendar';
import { countOf, timesWords } from '@gt/domain/wording';
import { londonDay } from '../../lib/instants.ts';
import type { ActionRow } from './queries.ts';

type Due = Pick<ActionRow, 'dueDate' | 'originalDueDate' | 'timesMoved' | 'daysOverdue' | 'daysPastOriginal'>;

/**
 * The line under a title: "overdue 6 days · moved twice (was 31 Jan 2026)". Empty when there is nothing to say. Past
 * the original date is said even when the present date is still to come.
 */
export function dueWords(row: Due): string {
  const parts: string[] = [];
  if (row.daysOverdue > 0) parts.push(`overdue ${countOf(row.daysOverdue, 'day')}`);
  else if (row.daysPastOriginal > 0 && row.dueDate !== row.originalDueDate) {
    parts.push(`${countOf(row.daysPastOriginal, 'day')} past its original date`);
  }
  if (row.timesMoved > 0) {
    const was =
      row.originalDueDate && row.originalDueDate !== row.dueDate
        ? ` (was ${formatShortDate(row.originalDueDate)})`
        : '';
    parts.push(`moved ${timesWords(row.timesMoved)}${was}`);
  }
  return parts.join(' · ');
}

/** "3 days", "today", "never": how long ago an instant was, in calendar days of London. */
export function agoWords(instant: string | null, today: IsoDate): string {
  if (instant === null) return 'never';
  const days = daysBetween(isoDate(londonDay(instant)), today);
  return days <= 0 ? 'today' : countOf(days, 'day');
}
