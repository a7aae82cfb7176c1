import type { ActionCreateInput, ActionRef } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import { actionReference, validateAction } from '@gt/domain/action';
import { canOnAction } from '@gt/domain/authz';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { fromIsoDateOrNull } from '../../core/dates.ts';
import { DomainError, invalid, notAllowed, notFound } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { checkAssignees } from './check-assignees.ts';

/**
 * Adds an action under a recommendation and gives it the next number there. Its first due date is its original one.
 * The same intent twice gives the same action.
 */
export async function createAction(ctx: Context, scope: Scope, input: ActionCreateInput): Promise<ActionRef> {
  const problems = validateAction(input);
  if (problems.length > 0) throw invalid(problems);
  const { idempotencyKey, supportingTeamIds, recommendationId, ...facts } = input;
  const decision = canOnAction(scope, 'action.create', { ...facts, supportingTeamIds });
  if (!decision.ok) throw notAllowed(decision.reason);
  return inTransaction(ctx.db, async (tx) => {
    const id = newId();
    const earlier = await claimOnce(tx, scope, {
      key: idempotencyKey,
      operation: 'action.create',
      entityId: id,
    });
    if (earlier) return findRef(tx, earlier);
    await checkAssignees(tx, scope, { ...facts, supportingTeamIds });
    const { planId, recommendationNumber, number } = await takeNumber(tx, recommendationId);
    await tx.action.create({
      data: {
        id,
        planId,
        recommendationId,
        number,
        ...facts,
        startDate: fromIsoDateOrNull(facts.startDate),
        dueDate: fromIsoDateOrNull(facts.dueDate),
        originalDueDate: fromIsoDateOrNull(facts.dueDate),
        statusChangedAt: scope.now,
        createdById: scope.userId,
        createdAt: scope.now,
        changedById: scope.userId,
        changedAt: scope.now,
      },
      select: { id: true },
    });
    const supporting = [...new Set(supportingTeamIds)].map((teamId) => ({ actionId: id, teamId }));
    if (supporting.length > 0) await tx.supportingTeam.createMany({ data: supporting });
    await recordAudit(tx, scope, {
      action: 'action.create',
      entityType: 'ACTION',
      entityId: id,
      planId,
      after: { recommendationId, number, ...facts, supportingTeamIds },
    });
    return { id, reference: actionReference(recommendationNumber, number), version: 1 };
  });
}

/** One statement, so that two actions added at the same moment never get the same number. */
async function takeNumber(tx: Tx, recommendationId: string) {
  const [taken] = await tx.$queryRaw<{ planId: string; recommendationNumber: number; number: number }[]>`
    UPDATE "recommendation" SET "nextActionNumber" = "nextActionNumber" + 1
    WHERE "id" = ${recommendationId} AND "deletedAt" IS NULL
    RETURNING "planId", "number" AS "recommendationNumber", "nextActionNumber" - 1 AS "number"`;
  if (!taken) throw notFound('recommendation');
  return taken;
}

async function findRef(tx: Tx, id: string): Promise<ActionRef> {
  const row = await tx.action.findUnique({
    where: { id },
    select: { number: true, version: true, recommendation: { select: { number: true } } },
  });
  if (!row)
    throw new DomainError('RULE', 'This was sent before as something else. Reload the page and try again.');
  return { id, reference: actionReference(row.recommendation.number, row.number), version: row.version };
}
