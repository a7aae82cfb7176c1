import type { ActionMoveInput, ActionRef } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import { actionReference } from '@gt/domain/action';
import { checkReason } from '@gt/domain/wording';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { invalid } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { takeActionNumber } from '../actions/take-action-number.ts';
import { type ActionForWrite, loadForWrite, writeAction } from '../actions/write-action.ts';

/**
 * Moves an action under another recommendation of the same plan. It gets a reference there, and the old one still
 * leads to it; updates, history, milestones and dependencies go with it, and its evidence counts where it now stands.
 * Moved back, it takes its old reference again.
 */
export async function moveAction(ctx: Context, scope: Scope, input: ActionMoveInput): Promise<ActionRef> {
  const { recommendationId, reason } = input;
  return inTransaction(ctx.db, async (tx) => {
    const row = await loadForWrite(tx, scope, 'action.move', input);
    const target = await targetOf(tx, row, recommendationId);
    const problems = [
      ...(target.problem ? [{ field: 'recommendationId', message: target.problem }] : []),
      ...checkReason('reason', reason, 'Enter why it moves'),
    ];
    if (problems.length > 0) throw invalid(problems);
    const number = await numberThere(tx, row.id, recommendationId);
    const written = await writeAction(tx, scope, row, { recommendationId, number });
    await tx.formerReference.create({
      data: {
        recommendationId: row.recommendationId,
        number: row.number,
        actionId: row.id,
        until: scope.now,
      },
      select: { actionId: true },
    });
    await moveLinks(tx, row, recommendationId);
    const reference = actionReference(target.number, number);
    await recordAudit(tx, scope, {
      action: 'action.move',
      entityType: 'ACTION',
      entityId: row.id,
      planId: row.planId,
      before: { reference: actionReference(row.recommendation.number, row.number) },
      after: { reference, reason },
    });
    return { ...written, reference };
  });
}

async function targetOf(tx: Tx, row: ActionForWrite, recommendationId: string) {
  const target = await tx.recommendation.findFirst({
    where: { id: recommendationId, planId: row.planId, deletedAt: null },
    select: { id: true, number: true },
  });
  if (!target) return { number: 0, problem: 'Choose a recommendation of this plan' };
  const isHere = target.id === row.recommendationId;
  return { number: target.number, problem: isHere ? `It stands under R${target.number} already` : '' };
}

/** The number it bore there before, or the next one. */
async function numberThere(tx: Tx, actionId: string, recommendationId: string): Promise<number> {
  const former = await tx.formerReference.findFirst({
    where: { actionId, recommendationId },
    orderBy: { until: 'desc' },
    select: { number: true },
  });
  if (!former) return (await takeActionNumber(tx, recommendationId)).number;
  await tx.formerReference.delete({
    where: { recommendationId_number: { recommendationId, number: former.number } },
    select: { number: true },
  });
  return former.number;
}

/** Evidence proves what the action stands under; a recommendation that it served beside that one is its own now. */
async function moveLinks(tx: Tx, row: ActionForWrite, recommendationId: string): Promise<void> {
  await tx.evidenceLink.updateMany({ where: { actionId: row.id }, data: { recommendationId } });
  await tx.alsoServes.deleteMany({ where: { actionId: row.id, recommendationId } });
}
