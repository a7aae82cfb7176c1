import type { WorkbookChoices } from '@gt/contracts/words';
import type { Tx } from '@gt/db';
import { acceptanceAfter } from '@gt/domain/assignment';
import { type DecidedRow, datesOf, type Judgement } from '@gt/domain/workbook';
import { recordAudits } from '../../core/audit.ts';
import { fromIsoDateOrNull } from '../../core/dates.ts';
import { DomainError } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import type { Scope } from '../../core/scope.ts';
import { assigneeIds, checkAssignees, GIVEN_TO_NOBODY } from '../actions/check-assignees.ts';
import { loadAssignees } from '../actions/load-assignees.ts';
import { assignedOf, type Made } from './assigned-of.ts';

/** Rows written by one statement: each has some forty values, and a statement takes 32,767. */
const CHUNK = 400;

type What = {
  planId: string;
  choices: WorkbookChoices;
  judgement: Judgement;
  made: Made;
  /** Recommendations by the key of their words. */
  under: ReadonlyMap<string, string>;
};

/** Makes the new actions of a workbook in its order, each with the next number of its recommendation. */
export async function writeNewActions(
  tx: Tx,
  scope: Scope,
  what: What,
): Promise<{ id: string; version: number }[]> {
  const rows = what.judgement.rows.filter(({ outcome }) => outcome === 'CREATE');
  const placed = rows.map((row) => ({ row, recommendationId: placeOf(row, what) }));
  const numbers = await takeNumbers(
    tx,
    placed.map(({ recommendationId }) => recommendationId),
  );
  const assigned = rows.map(({ given }) => (given ? assignedOf(given, what.made) : GIVEN_TO_NOBODY));
  const among = await loadAssignees(tx, scope, assigneeIds(assigned));
  const made = placed.map(({ row, recommendationId }, at) => {
    const to = assigned[at] ?? GIVEN_TO_NOBODY;
    checkAssignees({
      scope,
      of: { planId: what.planId, recommendationId },
      from: GIVEN_TO_NOBODY,
      to,
      among,
    });
    return newAction(scope, row, {
      planId: what.planId,
      recommendationId,
      number: numbers(recommendationId),
      to,
    });
  });
  for (let at = 0; at < made.length; at += CHUNK) {
    await tx.action.createMany({ data: made.slice(at, at + CHUNK).map(({ columns }) => columns) });
  }
  const supporting = made.flatMap(({ columns, to }) =>
    to.supportingTeamIds.map((teamId) => ({ actionId: columns.id, teamId })),
  );
  if (supporting.length > 0) await tx.supportingTeam.createMany({ data: supporting });
  await recordAudits(
    tx,
    scope,
    made.map(({ columns, audit }) => ({
      action: 'action.create',
      entityType: 'ACTION',
      entityId: columns.id,
      planId: what.planId,
      after: audit,
    })),
  );
  return made.map(({ columns }) => ({ id: columns.id, version: 1 }));
}

function placeOf({ under, row }: DecidedRow, what: What): string {
  const id = under === '' ? what.choices.recommendationForOthers : what.under.get(under);
  if (!id)
    throw new DomainError(
      'RULE',
      `Row ${row} names no recommendation that is there. Look at the rows again.`,
    );
  return id;
}

/** The next numbers of each recommendation, all taken by one statement each. */
async function takeNumbers(tx: Tx, recommendationIds: readonly string[]): Promise<(id: string) => number> {
  const next = new Map<string, number>();
  for (const [id, all] of Map.groupBy(recommendationIds, (one) => one)) {
    const [taken] = await tx.$queryRaw<{ from: number }[]>`
      UPDATE "recommendation" SET "nextActionNumber" = "nextActionNumber" + ${all.length}
      WHERE "id" = ${id} AND "deletedAt" IS NULL RETURNING "nextActionNumber" - ${all.length} AS "from"`;
    if (!taken)
      throw new DomainError(
        'RULE',
        'A recommendation of these rows is not in the plan any more. Look at the rows again.',
      );
    next.set(id, Number(taken.from));
  }
  return (id) => {
    const number = next.get(id) ?? 1;
    next.set(id, number + 1);
    return number;
  };
}

type Place = { planId: string; recommendationId: string; number: number; to: ReturnType<typeof assignedOf> };

function newAction(scope: Scope, row: DecidedRow, { planId, recommendationId, number, to }: Place) {
  const { action } = row.source;
  if (!action) throw new Error('a new action without its row');
  const { supportingTeamIds, alsoServesIds: _none, ...assigned } = to;
  const { startDate, dueDate } = datesOf(row);
  const acceptance = acceptanceAfter(scope, {
    from: { teamId: null, acceptance: 'NONE' },
    teamId: to.teamId,
    ownerChanges: true,
  });
  const isNobodys = acceptance === 'NONE';
  const status = statusOf(row);
  const facts = {
    title: action.title,
    detail: row.detail,
    successMeasure: action.successMeasure,
    priority: action.priority ?? ('MEDIUM' as const),
    ...assigned,
  };
  const standing = {
    status,
    statusReason: status === 'CANCELLED' ? 'The workbook says that it was cancelled.' : null,
    declaredRag: action.rag ?? ('NONE' as const),
    ragReason: action.ragReason,
    percentComplete: action.percentComplete ?? (status === 'AWAITING_EVIDENCE_CHECK' ? 100 : 0),
  };
  return {
    to,
    columns: {
      id: newId(),
      planId,
      recommendationId,
      number,
      ...facts,
      ...standing,
      startDate: fromIsoDateOrNull(startDate),
      dueDate: fromIsoDateOrNull(dueDate),
      originalDueDate: fromIsoDateOrNull(dueDate),
      acceptance,
      acceptanceById: isNobodys ? null : scope.userId,
      acceptanceAt: isNobodys ? null : scope.now,
      statusChangedAt: scope.now,
      ragDeclaredAt: action.rag === null ? null : scope.now,
      createdById: scope.userId,
      createdAt: scope.now,
      changedById: scope.userId,
      changedAt: scope.now,
    },
    audit: {
      recommendationId,
      number,
      ...facts,
      ...standing,
      startDate,
      dueDate,
      supportingTeamIds,
      acceptance,
    },
  };
}

/** A share of the work done says that it has begun, where the workbook has no word for it. */
function statusOf({ source: { action } }: DecidedRow) {
  if (action?.status) return action.status === 'REOPENED' ? 'IN_PROGRESS' : action.status;
  const hasBegun = (action?.percentComplete ?? 0) > 0 || (action?.rag ?? null) !== null;
  return hasBegun ? 'IN_PROGRESS' : 'NOT_STARTED';
}
