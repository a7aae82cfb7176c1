import { DELIVERY_STATUS_LABELS, formatDate, type MovementKind } from '@gt/contracts/words';
import { slipWords } from '@gt/domain/snapshot';
import type { MovedAction } from './queries.ts';

export const KIND_LABELS: Record<MovementKind, string> = {
  WORSE: 'Worse',
  SLIPPED: 'Dates slipped',
  BETTER: 'Better',
  CLOSED: 'Closed',
  STATUS: 'Status changed',
  ADDED_OR_GONE: 'New or removed',
};

type Moved = Pick<MovedAction, 'presence' | 'from' | 'to' | 'daysSlipped' | 'isNewlyClosed' | 'isReopened'>;

/** What else than its colour moved of an action, each in a few words. */
export function movedWords({ presence, from, to, daysSlipped, ...moved }: Moved): string[] {
  if (presence === 'NEW') return ['New'];
  if (presence === 'GONE') return ['No longer in the plan'];
  if (!from || !to) return [];
  const status = DELIVERY_STATUS_LABELS;
  const words: string[] = [];
  if (moved.isNewlyClosed) words.push('Closed');
  else if (moved.isReopened) words.push(`Was closed, now: ${status[to.status]}`);
  else if (from.status !== to.status) words.push(`${status[from.status]} → ${status[to.status]}`);
  if (daysSlipped !== 0 && to.dueDate) words.push(`Due ${formatDate(to.dueDate)}, ${slipWords(daysSlipped)}`);
  else if (from.dueDate !== to.dueDate) {
    words.push(to.dueDate ? `Due date set: ${formatDate(to.dueDate)}` : 'Due date taken away');
  }
  return words;
}
