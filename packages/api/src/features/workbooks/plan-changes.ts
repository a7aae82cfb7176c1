import type { DueDateApproval } from '@gt/contracts/words';
import type { DecidedRow } from '@gt/domain/workbook';
import { fromIsoDate } from '../../core/dates.ts';
import { DomainError } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import type { Assigned } from '../actions/check-assignees.ts';
import type { Assignees } from '../actions/load-assignees.ts';
import { assignedNow, planAssignment } from '../actions/plan-assignment.ts';
import { planDueDate } from '../actions/plan-due-date.ts';
import { planEdit } from '../actions/plan-edit.ts';
import { NOT_CLOSING, planStatus } from '../actions/plan-status.ts';
import type { PlannedWrite } from '../actions/planned-write.ts';
import type { ActionForWrite } from '../actions/write-action.ts';
import { assignedOf } from './assigned-of.ts';

type With = { among: Assignees; approval: DueDateApproval; reason: string };

/**
 * The writes that one row of a workbook asks of an action, each by the rule of an ordinary change. Nobody's inbox is
 * filled by it: those who follow the action hear of it as of any change. Throws as the changes themselves would.
 */
export function planChanges(
  scope: Scope,
  row: ActionForWrite,
  decided: DecidedRow,
  by: With,
): PlannedWrite[] {
  const { facts, dueDate, status, assigns } = decided.wanted;
  const planned: (PlannedWrite | null)[] = [];
  if (dueDate !== undefined) {
    // Start and due may move together: each is held against the other's new day.
    const start =
      facts?.startDate === undefined ? row.startDate : facts.startDate && fromIsoDate(facts.startDate);
    const move = { dueDate, reason: by.reason, agreedOn: null, asked: null, approval: by.approval };
    planned.push(planDueDate(scope, { ...row, startDate: start }, move));
  }
  if (facts) {
    const due = dueDate === undefined ? row.dueDate : fromIsoDate(dueDate);
    planned.push(planEdit({ ...row, dueDate: due }, facts));
  }
  if (assigns && decided.given) {
    const to = assignedWith(row, decided, assigns);
    planned.push(planAssignment(scope, row, { to, reason: by.reason, among: by.among }));
  }
  if (status !== undefined) {
    planned.push(
      planStatus(scope, row, {
        to: status,
        reason: by.reason,
        auditAs: 'action.changeStatus',
        facts: NOT_CLOSING,
      }),
    );
  }
  return planned.flatMap((write) => (write ? [{ ...write, row, tellings: [] }] : []));
}

/** Who has the action after it; what the row says nothing of stays. */
export function assignedWith(
  row: ActionForWrite,
  { given }: DecidedRow,
  assigns: readonly ('team' | 'owner' | 'lead')[],
): Assigned {
  const now = assignedNow(row);
  if (!given) return now;
  const wanted = assignedOf(given, { teams: new Map(), posts: new Map(), partners: new Set() });
  return {
    ...now,
    ...(assigns.includes('team') ? { teamId: wanted.teamId } : {}),
    ...(assigns.includes('owner')
      ? {
          ownerPostId: wanted.ownerPostId ?? now.ownerPostId,
          ownerUserId: wanted.ownerUserId ?? now.ownerUserId,
        }
      : {}),
    ...(assigns.includes('lead') ? { leadPostId: wanted.leadPostId } : {}),
  };
}

/** The sentence of a refusal by a rule; null for anything else, which is thrown on. */
export function refusalOf(error: unknown): string | null {
  if (!(error instanceof DomainError)) return null;
  return error.fields?.map(({ message }) => message).join(' ') || error.message;
}
