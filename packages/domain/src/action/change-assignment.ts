import type { FieldProblem } from '@gt/contracts/words';
import { checkReason, checkText, REASON_MAX } from '../wording/index.ts';

/** Who does an action, and for whom. */
export type Assignment = {
  teamId: string | null;
  ownerPostId: string | null;
  ownerUserId: string | null;
  partnerTeamId: string | null;
};

/**
 * Whether this change of assignment asks for a reason: taking work from a team or an owner does, giving work that
 * nobody has does not; naming a partner agency does neither.
 * Source: history missing where it matters, and leavers whose items go to an administrator, are what people
 * complain of in other tools.
 */
export function assignmentNeedsReason(from: Assignment, to: Assignment): boolean {
  return (['teamId', 'ownerPostId', 'ownerUserId'] as const).some(
    (field) => from[field] !== null && from[field] !== to[field],
  );
}

/** What is wrong with a change of assignment, apart from the right to make it; empty when nothing is. */
export function checkAssignment(from: Assignment, to: Assignment, reason: string | null): FieldProblem[] {
  return assignmentNeedsReason(from, to)
    ? checkReason('reason', reason, 'Enter why the action changes hands')
    : checkText('reason', reason, { label: 'The reason', max: REASON_MAX });
}
