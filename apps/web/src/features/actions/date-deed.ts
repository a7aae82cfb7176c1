import type { Decision, Permission } from '@gt/domain/authz';
import type { ActionDetail } from './queries.ts';

/**
 * What a person can do about the due date, as its button says it: whoever may set it sets it, everybody else who works
 * on the action asks, one question at a time; null for nothing.
 */
export function dateDeed(
  action: Pick<ActionDetail, 'status' | 'dueDate' | 'pendingDueDate'>,
  may: (permission: Permission) => Decision,
): 'Move the date' | 'Set a date' | 'Ask for another date' | null {
  if (action.status === 'CLOSED' || action.status === 'CANCELLED') return null;
  if (may('action.setDueDate').ok) return action.dueDate ? 'Move the date' : 'Set a date';
  return may('action.requestDueDate').ok && action.pendingDueDate === null ? 'Ask for another date' : null;
}
