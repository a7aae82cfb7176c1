import type { DeliveryStatus, DueDateApproval, IsoDate, Rag } from '@gt/contracts/words';
import type { Tx } from '@gt/db';
import { declareRag } from '@gt/domain/action';
import type { UndoDecision } from '@gt/domain/assignment';
import { fromIsoDateOrNull, toIsoDateOrNull } from '../../core/dates.ts';
import { DomainError, invalid } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { type Assigned, assigneeIds } from '../actions/check-assignees.ts';
import { type Assignees, loadAssignees } from '../actions/load-assignees.ts';
import { assignedNow, planAssignment } from '../actions/plan-assignment.ts';
import { planDueDate } from '../actions/plan-due-date.ts';
import { type ActionFactsWanted, planEdit } from '../actions/plan-edit.ts';
import { planReviewMark } from '../actions/plan-review-mark.ts';
import { NOT_CLOSING, planStatus } from '../actions/plan-status.ts';
import type { PlannedWrite } from '../actions/planned-write.ts';
import type { ActionForWrite } from '../actions/write-action.ts';
import type { Decided } from './write-each.ts';

type Undoable = Extract<UndoDecision, { ok: true }>;
type Entry = {
  id: bigint;
  action: string;
  at: Date;
  body: { before: Record<string, unknown> | null } | null;
};
type Facts = { among: Assignees; approvals: ReadonlyMap<string, DueDateApproval> };
type Undo = {
  entry: Entry;
  decision: Undoable;
  /** One's own newest change is a slip taken back; an entry from the history is undone as a change like any other. */
  isSlip: boolean;
  facts: Facts;
};

/** Within so many minutes a due date counts as never moved when whoever moved it takes it back. */
const SLIP_MINUTES = 15;
const WHY = 'Undone: the change before was taken back.';

/** What undoing asks beside the actions: those who are given work back, and whose word a date needs. */
export async function loadUndoFacts(
  tx: Tx,
  scope: Scope,
  rows: readonly ActionForWrite[],
  decisions: ReadonlyMap<string, UndoDecision | undefined>,
): Promise<Facts> {
  const assigned = rows.flatMap((row) => {
    const decision = decisions.get(row.id);
    return decision?.ok && decision.groups.includes('ASSIGN')
      ? [assignedNow(row), assignedAgain(row, decision)]
      : [];
  });
  const plans = await tx.plan.findMany({
    where: { id: { in: [...new Set(rows.map((row) => row.planId))] } },
    select: { id: true, dueDateApproval: true },
  });
  return {
    among: await loadAssignees(tx, scope, assigneeIds(assigned)),
    approvals: new Map(plans.map((plan) => [plan.id, plan.dueDateApproval])),
  };
}

/** Decides the write that takes a change back. Throws INVALID, NOT_ALLOWED and RULE as the change itself would. */
export function planUndo(scope: Scope, row: ActionForWrite, undo: Undo): Decided {
  const planned = plannedBack(scope, row, undo);
  if (!planned) return { nothing: 'It is as it was before already.' };
  const { action: _, after, ...audit } = planned.audit;
  return {
    ...planned,
    audit: { ...audit, action: 'action.undo', after: { ...after, undoneEventId: String(undo.entry.id) } },
    tellings: undo.isSlip ? [] : planned.tellings,
    sentence: 'Undone.',
  };
}

function plannedBack(scope: Scope, row: ActionForWrite, undo: Undo): PlannedWrite | null {
  const { decision } = undo;
  const { values, groups } = decision;
  const [group] = groups;
  const isStatusWithRating = groups.every((one) => one === 'STATUS' || one === 'RAG');
  if (!group || (groups.length > 1 && !isStatusWithRating)) {
    throw new DomainError('RULE', 'This entry changed several things at once. Change them back by hand.');
  }
  if (groups.includes('STATUS')) return statusBack(scope, row, undo);
  if (group === 'ASSIGN') return assignmentBack(scope, row, undo);
  if (group === 'EDIT') return planEdit(row, values as Partial<ActionFactsWanted>);
  if (group === 'DUE_DATE') return dueDateBack(scope, row, undo);
  if (group === 'RAG') return ratingBack(row, undo);
  return planReviewMark(scope, row, values.reviewMarkedAt !== null);
}

function assignedAgain(row: ActionForWrite, { values }: Undoable): Assigned {
  const { teamId, ownerPostId, ownerUserId, leadPostId, partnerTeamId, supportingTeamIds, alsoServesIds } =
    values;
  const given = {
    teamId,
    ownerPostId,
    ownerUserId,
    leadPostId,
    partnerTeamId,
    supportingTeamIds,
    alsoServesIds,
  };
  const back = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return { ...assignedNow(row), ...(back as Partial<Assigned>) };
}

/** Who had it before, with the team's word as it stood then. */
function assignmentBack(
  scope: Scope,
  row: ActionForWrite,
  { entry, decision, facts, isSlip }: Undo,
): PlannedWrite | null {
  const to = assignedAgain(row, decision);
  const planned = planAssignment(scope, row, { to, reason: WHY, among: facts.among });
  const before = entry.body?.before;
  if (!planned || !isSlip || !before || !('acceptance' in before)) return planned;
  const acceptance = before.acceptance as ActionForWrite['acceptance'];
  return {
    ...planned,
    columns: {
      ...planned.columns,
      acceptance,
      acceptanceNote: String(before.acceptanceNote ?? ''),
      acceptanceById: (before.acceptanceById as string | null | undefined) ?? null,
      acceptanceAt: before.acceptanceAt ? new Date(String(before.acceptanceAt)) : null,
    },
    audit: { ...planned.audit, after: { ...planned.audit.after, acceptance } },
  };
}

/** A slip goes straight back; from the history a status moves only as the plan's rules let it. */
function statusBack(scope: Scope, row: ActionForWrite, { entry, decision, isSlip }: Undo): PlannedWrite {
  const status = decision.values.status as DeliveryStatus;
  const planned = isSlip
    ? null
    : planStatus(scope, row, { to: status, reason: WHY, auditAs: 'action.undo', facts: NOT_CLOSING });
  if (planned) return planned;
  const before = entry.body?.before ?? {};
  const rating = decision.groups.includes('RAG')
    ? {
        declaredRag: decision.values.declaredRag as Rag,
        ragReason: String(decision.values.ragReason ?? ''),
        ragDeclaredAt: before.ragDeclaredAt ? new Date(String(before.ragDeclaredAt)) : null,
      }
    : {};
  return {
    row,
    columns: {
      status,
      statusReason: (before.statusReason as string | null | undefined) ?? null,
      statusChangedAt: before.statusChangedAt ? new Date(String(before.statusChangedAt)) : scope.now,
      ...rating,
    },
    audit: {
      action: 'action.undo',
      before: { status: row.status, statusReason: row.statusReason, statusChangedAt: row.statusChangedAt },
      after: { status },
    },
    tellings: [],
    sentence: '',
  };
}

function dueDateBack(
  scope: Scope,
  row: ActionForWrite,
  { entry, decision, facts, isSlip }: Undo,
): PlannedWrite {
  const dueDate = decision.values.dueDate as IsoDate | null;
  const isFresh = scope.now.getTime() - entry.at.getTime() <= SLIP_MINUTES * 60_000;
  if (!isSlip || !isFresh || entry.action !== 'action.changeDueDate') {
    const approval = facts.approvals.get(row.planId) ?? 'NONE';
    return planDueDate(scope, row, { dueDate, reason: WHY, agreedOn: null, asked: null, approval });
  }
  const from = toIsoDateOrNull(row.dueDate);
  return {
    row,
    columns: {
      dueDate: fromIsoDateOrNull(dueDate),
      // A first date that was a slip was never the original one.
      ...(dueDate === null ? { originalDueDate: null } : {}),
    },
    revision: {
      fromDate: row.dueDate,
      toDate: fromIsoDateOrNull(dueDate),
      reason: 'Taken back at once.',
      takenBackAt: scope.now,
    },
    audit: { action: 'action.undo', before: { dueDate: from }, after: { dueDate } },
    tellings: [],
    sentence: '',
  };
}

function ratingBack(row: ActionForWrite, { entry, decision, isSlip }: Undo): PlannedWrite {
  const before = entry.body?.before ?? {};
  const declaredRag = (decision.values.declaredRag ?? row.declaredRag) as Rag;
  const ragReason = String(decision.values.ragReason ?? row.ragReason);
  if (!isSlip || row.status === 'CLOSED' || row.status === 'CANCELLED') {
    const rule = declareRag({ rag: declaredRag, ragReason, previous: row.declaredRag, status: row.status });
    if (!rule.ok) throw invalid(rule.problems);
  }
  return {
    row,
    columns: {
      declaredRag,
      ragReason,
      ...('ragDeclaredAt' in before
        ? { ragDeclaredAt: before.ragDeclaredAt ? new Date(String(before.ragDeclaredAt)) : null }
        : {}),
    },
    audit: {
      action: 'action.undo',
      before: { declaredRag: row.declaredRag, ragReason: row.ragReason, ragDeclaredAt: row.ragDeclaredAt },
      after: { declaredRag, ragReason },
    },
    tellings: [],
    sentence: '',
  };
}
