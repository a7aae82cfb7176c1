import type { MeasureLinkInput } from '@gt/contracts/schemas';
import type { Tx } from '@gt/db';
import { actionReference } from '@gt/domain/action';
import { measureReference } from '@gt/domain/measure';
import { ACTION_ACCESS_SELECT, actionRecord, assertOnAction } from '../../core/action-access.ts';
import { recordAudit } from '../../core/audit.ts';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';

/** Both ends of a link between a measure and an action that the person may plan. Throws NOT_FOUND or NOT_ALLOWED. */
export async function loadLink(tx: Tx, scope: Scope, { measureId, actionId }: MeasureLinkInput) {
  const measure = await tx.measure.findFirst({
    where: { id: measureId, deletedAt: null, plan: { deletedAt: null } },
    select: { id: true, planId: true, number: true, version: true },
  });
  if (!measure) throw notFound('measure');
  const action = await tx.action.findFirst({
    where: { id: actionId, deletedAt: null },
    select: { ...ACTION_ACCESS_SELECT, recommendation: { select: { number: true } } },
  });
  if (!action) throw notFound('action');
  assertOnAction(scope, 'action.plan', actionRecord(action));
  return { measure, action };
}

type Link = Awaited<ReturnType<typeof loadLink>>;

/** Stands in the history of both, each naming the other by reference. */
export async function recordLink(tx: Tx, scope: Scope, deed: 'link' | 'unlink', link: Link): Promise<void> {
  const { measure } = link;
  const reference = actionReference(link.action.recommendation.number, link.action.number);
  const side = deed === 'link' ? 'after' : 'before';
  await recordAudit(tx, scope, {
    action: `measure.${deed}`,
    entityType: 'MEASURE',
    entityId: measure.id,
    planId: measure.planId,
    [side]: { actionReference: reference },
  });
  await recordAudit(tx, scope, {
    action: `action.${deed}Measure`,
    entityType: 'ACTION',
    entityId: link.action.id,
    planId: measure.planId,
    [side]: { measureReference: measureReference(measure.number) },
  });
}
