import type { ActionRef, ActionSplitInput } from '@gt/contracts/schemas';
import { inTransaction, type Tx } from '@gt/db';
import { actionReference, isOpenStatus } from '@gt/domain/action';
import { recordAudits } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { DomainError, invalid } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { createAction } from '../actions/create-action.ts';
import { type ActionForWrite, loadForWrite, refOf, writeAction } from '../actions/write-action.ts';
import { loadAction } from './load-action.ts';
import { recordDependency } from './record-dependency.ts';

/**
 * Splits a part off an open action: a new action under the same recommendation, as urgent, with the open milestones
 * that are chosen. Updates, evidence and everything else stay with the first. All or nothing: CONFLICT when the first
 * changed since it was read. The same intent twice gives the same action.
 */
export async function splitAction(ctx: Context, scope: Scope, input: ActionSplitInput): Promise<ActionRef> {
  const { actionId, version, milestones, waits, ...part } = input;
  const { recommendationId, priority } = await inTransaction(ctx.db, (tx) =>
    loadAction(tx, scope, 'action.plan', actionId),
  );
  const facts = { ...part, recommendationId, priority, detail: '', successMeasure: '', startDate: null };
  // What was read above holds at this version, or the version says so.
  return createAction(ctx, scope, facts, async (tx, made) => {
    const first = await loadForWrite(tx, scope, 'action.plan', { actionId, version });
    assertIsOpen(first);
    await writeAction(tx, scope, first, {});
    const titles = await moveMilestones(tx, scope, { from: actionId, to: made.id }, milestones);
    const second = { ...made, reference: await referenceOf(tx, made.id) };
    await tellBoth(tx, scope, { first, second, titles });
    if (!waits) return;
    // Nothing waits for a new action, so no circle can close.
    await tx.actionDependency.create({
      data: {
        predecessorId: actionId,
        successorId: made.id,
        createdById: scope.userId,
        createdAt: scope.now,
      },
      select: { successorId: true },
    });
    const predecessor = { ...refOf(first), planId: first.planId };
    await recordDependency(tx, scope, 'add', { predecessor, successor: second });
  });
}

function assertIsOpen(first: ActionForWrite): void {
  if (isOpenStatus(first.status)) return;
  const word = first.status === 'CLOSED' ? 'closed' : 'cancelled';
  throw new DomainError('RULE', `The action is ${word}, so it stays as it was. Reopen it to split it.`);
}

/** Answers the titles of those that went over, in the order of their dates. */
async function moveMilestones(
  tx: Tx,
  scope: Scope,
  { from, to }: { from: string; to: string },
  chosen: ActionSplitInput['milestones'],
): Promise<string[]> {
  for (const { milestoneId, version } of chosen.toSorted((a, b) =>
    a.milestoneId < b.milestoneId ? -1 : 1,
  )) {
    const moved = await tx.milestone.updateMany({
      where: { id: milestoneId, version, actionId: from, doneOn: null, deletedAt: null, redactedAt: null },
      data: {
        actionId: to,
        version: { increment: 1 },
        changedById: scope.userId,
        changedAt: scope.now,
      },
    });
    if (moved.count === 1) continue;
    const message = 'A milestone that you chose has changed meanwhile, or is no longer open. Choose again.';
    throw invalid([{ field: 'milestones', message }]);
  }
  const rows = await tx.milestone.findMany({
    where: { actionId: to },
    select: { title: true },
    orderBy: [{ dueDate: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ title }) => title);
}

async function referenceOf(tx: Tx, id: string): Promise<string> {
  const row = await tx.action.findUniqueOrThrow({
    where: { id },
    select: { number: true, recommendation: { select: { number: true } } },
  });
  return actionReference(row.recommendation.number, row.number);
}

type Split = {
  first: ActionForWrite;
  second: { id: string; planId: string; reference: string };
  titles: string[];
};

/** The history of each tells it, from its own side. */
async function tellBoth(tx: Tx, scope: Scope, { first, second, titles }: Split): Promise<void> {
  const of = { entityType: 'ACTION', planId: first.planId };
  const over = titles.length > 0 ? { milestonesOver: titles } : {};
  await recordAudits(tx, scope, [
    {
      ...of,
      action: 'action.split',
      entityId: first.id,
      after: { splitOff: second.reference, ...over },
    },
    {
      ...of,
      action: 'action.splitFrom',
      entityId: second.id,
      after: { splitFrom: refOf(first).reference, ...over },
    },
  ]);
}
