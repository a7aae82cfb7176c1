import { type IsoDate, PRIORITY_LABELS, type Priority } from '@gt/contracts/words';
import { validateAction } from '@gt/domain/action';
import { changedFields } from '../../core/audit.ts';
import { fromIsoDateOrNull, toIsoDateOrNull } from '../../core/dates.ts';
import { invalid } from '../../core/domain-error.ts';
import type { PlannedWrite } from './planned-write.ts';
import { type ActionForWrite, actionValues } from './write-action.ts';

export type ActionFactsWanted = {
  title: string;
  detail: string;
  successMeasure: string;
  priority: Priority;
  startDate: IsoDate | null;
};

/** Decides a change of what will be done; what is left out stays. Null when nothing changes. Throws INVALID. */
export function planEdit(row: ActionForWrite, wanted: Partial<ActionFactsWanted>): PlannedWrite | null {
  const before = actionValues(row);
  const { title, detail, successMeasure, priority, startDate } = { ...before, ...wanted };
  const facts = { title, detail, successMeasure, priority, startDate };
  const changes = changedFields<Record<string, unknown>>(before, facts);
  if (Object.keys(changes.after).length === 0) return null;
  // The due date is not in this form, so a wrong order is said beside the start.
  const problems = validateAction({ ...facts, dueDate: toIsoDateOrNull(row.dueDate) }).map((problem) =>
    problem.field === 'dueDate'
      ? { field: 'startDate', message: 'The start date must be the same as or before the due date' }
      : problem,
  );
  if (problems.length > 0) throw invalid(problems);
  return {
    row,
    columns: { ...facts, startDate: fromIsoDateOrNull(startDate) },
    audit: { action: 'action.edit', ...changes },
    tellings: [],
    sentence:
      'priority' in changes.after ? `Priority ${PRIORITY_LABELS[priority].toLowerCase()}.` : 'Changed.',
  };
}
