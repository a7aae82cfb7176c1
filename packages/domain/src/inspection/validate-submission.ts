import { type FieldProblem, formatDate, type IsoDate } from '@gt/contracts/words';

/**
 * Everything wrong with the day on which a written statement of action is said to have gone out. It cannot have been
 * sent before the report came, and not in the future; a late day is recorded as late, not refused.
 * Source: the period runs from receipt (S.I. 2007/462).
 * Example: received 9 May 2023, submitted 8 May 2023 → "The action plan cannot have been submitted before …".
 */
export function validateSubmission(
  clock: { receivedDate: IsoDate },
  submittedOn: IsoDate,
  today: IsoDate,
): FieldProblem[] {
  const problem = (message: string): FieldProblem[] => [{ field: 'submittedOn', message }];
  if (submittedOn > today) return problem('The date submitted must be today or in the past');
  if (submittedOn < clock.receivedDate) {
    const received = formatDate(clock.receivedDate);
    return problem(
      `The action plan cannot have been submitted before the report was received on ${received}`,
    );
  }
  return [];
}
