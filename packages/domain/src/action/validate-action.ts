import { type FieldProblem, type IsoDate, isIsoDate, PRIORITIES } from '@gt/contracts/words';
import { checkYear } from '../calendar/index.ts';
import { checkText } from '../wording/index.ts';

/** Longest texts of an action, in characters; the same numbers stand beside the fields on screen. */
export const ACTION_LIMITS = { title: 200, detail: 20_000, successMeasure: 2_000 } as const;

/** What a person fills in for an action; absent fields are not checked, so that one field can be edited alone. */
export type ActionInput = {
  title?: string;
  detail?: string;
  successMeasure?: string;
  startDate?: IsoDate | null;
  dueDate?: IsoDate | null;
  priority?: string;
};

/**
 * Everything wrong with an action as typed, one sentence a field; empty when nothing is.
 * Example: start 13 March 2026 and due 12 March 2026 gives
 * `{field: 'dueDate', message: 'The due date must be the same as or after the start date'}`.
 */
export function validateAction(input: ActionInput): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (input.title !== undefined) {
    const rule = { label: 'The title', enter: 'Enter what will be done', max: ACTION_LIMITS.title };
    problems.push(...checkText('title', input.title, rule));
  }
  problems.push(...checkText('detail', input.detail, { label: 'The detail', max: ACTION_LIMITS.detail }));
  const measure = { label: 'The success measure', max: ACTION_LIMITS.successMeasure };
  problems.push(...checkText('successMeasure', input.successMeasure, measure));
  problems.push(...checkActionDates(input));
  if (input.priority !== undefined && !PRIORITIES.some((priority) => priority === input.priority)) {
    problems.push({ field: 'priority', message: 'Choose a priority: urgent, high, medium or low' });
  }
  return problems;
}

/** Real dates in years that can be meant, in order. Used again when only one of the two is edited. */
export function checkActionDates(dates: Pick<ActionInput, 'startDate' | 'dueDate'>): FieldProblem[] {
  const { startDate, dueDate } = dates;
  const problems: FieldProblem[] = [];
  if (startDate && !isIsoDate(startDate)) {
    problems.push({
      field: 'startDate',
      message: 'The start date must be a real date, such as 12 March 2026',
    });
  }
  if (dueDate && !isIsoDate(dueDate)) {
    problems.push({ field: 'dueDate', message: 'The due date must be a real date, such as 12 March 2026' });
  }
  if (problems.length > 0) return problems;
  if (startDate) problems.push(...checkYear('startDate', startDate));
  if (dueDate) problems.push(...checkYear('dueDate', dueDate));
  if (problems.length === 0 && startDate && dueDate && dueDate < startDate) {
    problems.push({ field: 'dueDate', message: 'The due date must be the same as or after the start date' });
  }
  return problems;
}
