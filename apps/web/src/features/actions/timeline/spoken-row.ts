import {
  DELIVERY_STATUS_LABELS,
  formatDate,
  formatShortDate,
  type IsoDate,
  RAG_LABELS,
} from '@gt/contracts/words';
import { countOf, listWords, timesWords } from '@gt/domain/wording';
import type { TimelineRow } from '../queries.ts';

/** Everything that the bar, its ghost, its diamonds and its arrows show, for those who do not see them. */
export function spokenRow(row: TimelineRow, today: IsoDate): string {
  const sentences = [
    `${row.reference}${row.isRedacted ? '' : ` ${row.title}`}`,
    [row.team?.name ?? 'No team', row.owner ?? 'no owner'].join(', '),
    `${DELIVERY_STATUS_LABELS[row.status]}, ${RAG_LABELS[row.declaredRag].toLowerCase()}, ${row.percentComplete}% done`,
    datesInWords(row),
    ...movedInWords(row),
    ...milestonesInWords(row, today),
    ...waitsInWords(row),
  ];
  return `${sentences.join('. ')}.`;
}

/** "From 2 February 2026 to 12 March 2026, overdue 6 days". */
export function datesInWords({ startDate, dueDate, daysOverdue }: TimelineRow): string {
  const late = daysOverdue > 0 ? `, overdue ${countOf(daysOverdue, 'day')}` : '';
  if (startDate && dueDate) return `From ${formatDate(startDate)} to ${formatDate(dueDate)}${late}`;
  if (dueDate) return `Due ${formatDate(dueDate)}${late}, no start date`;
  return startDate ? `From ${formatDate(startDate)}, no due date` : 'No dates';
}

/** "twice, first due 31 January 2026": how often a date moved, and from where. */
function movesOf(
  { timesMoved, originalDueDate, dueDate }: TimelineRow,
  format: (date: IsoDate) => string,
): string {
  const was = originalDueDate && originalDueDate !== dueDate ? `, first due ${format(originalDueDate)}` : '';
  return `${timesWords(timesMoved)}${was}`;
}

/** "Moved twice, first due 31 January 2026", and a date that somebody asks for. */
function movedInWords(row: TimelineRow): string[] {
  const { timesMoved, pendingDueDate } = row;
  return [
    ...(timesMoved > 0 ? [`Moved ${movesOf(row, formatDate)}`] : []),
    ...(pendingDueDate ? [`${formatDate(pendingDueDate)} has been asked for`] : []),
  ];
}

export type MilestoneState = 'done' | 'open' | 'late';

export function milestoneState(
  { dueDate, doneOn }: TimelineRow['milestones'][number],
  today: IsoDate,
): MilestoneState {
  if (doneOn) return 'done';
  return dueDate < today ? 'late' : 'open';
}

/** "Milestone “Panel trained” late, due 10 April 2026". */
export function milestoneInWords(milestone: TimelineRow['milestones'][number], today: IsoDate): string {
  const state = milestoneState(milestone, today);
  const when =
    state === 'done' && milestone.doneOn
      ? `done on ${formatDate(milestone.doneOn)}`
      : `${state === 'late' ? 'late, ' : ''}due ${formatDate(milestone.dueDate)}`;
  return `Milestone${milestone.title ? ` “${milestone.title}”` : ''} ${when}`;
}

function milestonesInWords({ milestones }: TimelineRow, today: IsoDate): string[] {
  return milestones.map((milestone) => milestoneInWords(milestone, today));
}

/** "Waits for R2.A1 (late) and R2.A3". */
export function waitsInWords({ waitsFor }: TimelineRow): string[] {
  const open = waitsFor.filter(({ isOver }) => !isOver);
  if (open.length === 0) return [];
  const each = open.map(({ reference, isLate }) => (isLate ? `${reference} (late)` : reference));
  return [`Waits for ${listWords(each)}`];
}

/** The short facts under a due date: overdue, moved, asked for. */
export function dueFacts(row: TimelineRow): string[] {
  const { daysOverdue, timesMoved, pendingDueDate } = row;
  return [
    ...(daysOverdue > 0 ? [`overdue ${countOf(daysOverdue, 'day')}`] : []),
    ...(timesMoved > 0 ? [`moved ${movesOf(row, formatShortDate)}`] : []),
    ...(pendingDueDate ? [`asked for: ${formatShortDate(pendingDueDate)}`] : []),
  ];
}

/** "R2.A1 (late), R2.A3", or "Nothing". */
export function waitsOf({ waitsFor }: TimelineRow): string {
  const open = waitsFor.filter(({ isOver }) => !isOver);
  if (open.length === 0) return 'Nothing';
  return open.map(({ reference, isLate }) => (isLate ? `${reference} (late)` : reference)).join(', ');
}
