import type { BulkAssignment, BulkChange } from '@gt/contracts/schemas';
import { formatDate, type IsoDate } from '@gt/contracts/words';
import type { Tx } from '@gt/db';
import { addDays } from '@gt/domain/calendar';
import { toIsoDate } from '../../core/dates.ts';
import { DomainError } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { type Assigned, assigneeIds } from '../actions/check-assignees.ts';
import { loadAssignees } from '../actions/load-assignees.ts';
import { assignedNow, planAssignment } from '../actions/plan-assignment.ts';
import { type PlannedDueDate, planDueDate } from '../actions/plan-due-date.ts';
import { planEdit } from '../actions/plan-edit.ts';
import { planReviewMark } from '../actions/plan-review-mark.ts';
import { NOT_CLOSING, planStatus } from '../actions/plan-status.ts';
import type { ActionForWrite } from '../actions/write-action.ts';
import { settlePendingRequest } from '../planning/settle-pending-request.ts';
import type { Decided } from './write-each.ts';

type Decide = (row: ActionForWrite) => Decided;
type Decider = {
  decide: Decide;
  /** What follows from the writes, in the same transaction; given the ids of those that changed. */
  after?: (changedIds: readonly string[]) => Promise<void>;
};
type Change<Kind extends BulkChange['kind']> = Extract<BulkChange, { kind: Kind }>;

/** Loads once what the change asks of all rows, and answers how each row is decided. */
export async function deciderOf(
  tx: Tx,
  scope: Scope,
  change: BulkChange,
  rows: readonly ActionForWrite[],
): Promise<Decider> {
  if (change.kind === 'ASSIGN') return { decide: await assigning(tx, scope, change, rows) };
  if (change.kind === 'DUE_DATE') return moving(tx, scope, change, rows);
  return { decide: simple(scope, change) };
}

function simple(scope: Scope, change: Change<'STATUS' | 'PRIORITY' | 'REVIEW_MARK'>): Decide {
  switch (change.kind) {
    case 'STATUS':
      return (row) => {
        if (row.status === change.status) return { nothing: 'It has this status already.' };
        const { status: to, reason } = change;
        return planStatus(scope, row, { to, reason, auditAs: 'action.changeStatus', facts: NOT_CLOSING });
      };
    case 'PRIORITY':
      return (row) =>
        planEdit(row, { priority: change.priority }) ?? { nothing: 'It has this priority already.' };
    case 'REVIEW_MARK':
      return (row) =>
        planReviewMark(scope, row, change.marked) ?? {
          nothing: change.marked ? 'It was marked already.' : 'It was not marked.',
        };
  }
}

async function assigning(
  tx: Tx,
  scope: Scope,
  { set, reason }: Change<'ASSIGN'>,
  rows: readonly ActionForWrite[],
): Promise<Decide> {
  const all = rows.map((row) => ({ from: assignedNow(row), to: withSet(assignedNow(row), set) }));
  const among = await loadAssignees(tx, scope, assigneeIds(all.flatMap(({ from, to }) => [from, to])));
  return (row) =>
    planAssignment(scope, row, { to: withSet(assignedNow(row), set), reason, among }) ?? {
      nothing: 'It was assigned so already.',
    };
}

function withSet(now: Assigned, set: BulkAssignment): Assigned {
  const given = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined));
  return { ...now, ...given };
}

async function moving(
  tx: Tx,
  scope: Scope,
  change: Change<'DUE_DATE'>,
  rows: readonly ActionForWrite[],
): Promise<Decider> {
  const plans = await tx.plan.findMany({
    where: { id: { in: [...new Set(rows.map((row) => row.planId))] } },
    select: { id: true, dueDateApproval: true },
  });
  const approvals = new Map(plans.map((plan) => [plan.id, plan.dueDateApproval]));
  const moved = new Map<string, PlannedDueDate & { toDate: IsoDate }>();
  const decide: Decide = (row) => {
    const dueDate = wantedDate(change, row);
    if (row.dueDate !== null && toIsoDate(row.dueDate) === dueDate) {
      return { nothing: `It is due on ${formatDate(dueDate)} already.` };
    }
    const { reason, agreedOn = null } = change;
    const approval = approvals.get(row.planId) ?? 'NONE';
    const planned = planDueDate(scope, row, { dueDate, reason, agreedOn, asked: null, approval });
    moved.set(row.id, { ...planned, toDate: dueDate });
    return planned;
  };
  const after: Decider['after'] = async (changedIds) => {
    const asked = await tx.dueDateRequest.findMany({
      where: { actionId: { in: [...changedIds] }, state: 'PENDING' },
      select: { actionId: true },
    });
    for (const { actionId } of asked) {
      const one = moved.get(actionId);
      if (one) await settlePendingRequest(tx, scope, one.row, one);
    }
  };
  return { decide, after };
}

function wantedDate({ dueDate, shiftDays }: Change<'DUE_DATE'>, row: ActionForWrite): IsoDate {
  if (dueDate !== undefined) return dueDate;
  if (row.dueDate === null) {
    throw new DomainError('RULE', 'It has no due date to move. Set one first.');
  }
  return addDays(toIsoDate(row.dueDate), shiftDays ?? 0);
}
