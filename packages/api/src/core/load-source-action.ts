import type { Tx } from '@gt/db';
import { ACTION_ACCESS_SELECT, actionRecord, assertOnAction } from './action-access.ts';
import { toIsoDate, toIsoDateOrNull } from './dates.ts';
import { DomainError, notFound } from './domain-error.ts';
import type { Scope } from './scope.ts';

/**
 * A live action with the words that another record is made from, its dates and its live milestones in order of their
 * dates. `purpose` ends the refusal of one whose words were destroyed (RULE): "there is nothing to copy". Throws
 * NOT_FOUND for what is not there or the person may not see.
 */
export async function loadSourceAction(tx: Tx, scope: Scope, actionId: string, purpose: 'copy' | 'keep') {
  const row = await tx.action.findFirst({
    where: { id: actionId, deletedAt: null },
    select: {
      ...ACTION_ACCESS_SELECT,
      leadPostId: true,
      title: true,
      detail: true,
      successMeasure: true,
      priority: true,
      startDate: true,
      dueDate: true,
      createdAt: true,
      redactedAt: true,
      recommendation: { select: { number: true } },
      milestones: {
        where: { deletedAt: null, redactedAt: null },
        select: { title: true, dueDate: true },
        orderBy: [{ dueDate: 'asc' }, { id: 'asc' }],
      },
    },
  });
  if (!row) throw notFound('action');
  assertOnAction(scope, 'action.read', actionRecord(row));
  if (row.redactedAt) {
    throw new DomainError(
      'RULE',
      `The words of this action were destroyed, so there is nothing to ${purpose}.`,
    );
  }
  return {
    ...row,
    startDate: toIsoDateOrNull(row.startDate),
    dueDate: toIsoDateOrNull(row.dueDate),
    milestones: row.milestones.map(({ title, dueDate }) => ({ title, dueDate: toIsoDate(dueDate) })),
  };
}
