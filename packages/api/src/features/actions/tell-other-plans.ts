import type { Tx } from '@gt/db';
import { actionReference } from '@gt/domain/action';
import { referenceAcross } from '@gt/domain/plan';
import { recordAudits } from '../../core/audit.ts';
import type { Scope } from '../../core/scope.ts';
import type { ActionForWrite } from './write-action.ts';

type Link = { actionId: string; recommendationId: string };

/**
 * Keeps on record, in the other plan too, that one of its recommendations is answered from elsewhere, or no longer is:
 * the history of the action tells only its own plan.
 */
export async function tellOtherPlans(
  tx: Tx,
  scope: Scope,
  rows: readonly ActionForWrite[],
  { gone, added }: { gone: readonly Link[]; added: readonly Link[] },
): Promise<void> {
  const links = [...gone, ...added];
  if (links.length === 0) return;
  const targets = await tx.recommendation.findMany({
    where: { id: { in: links.map(({ recommendationId }) => recommendationId) } },
    select: { id: true, planId: true },
  });
  const names = await tx.plan.findMany({
    where: { id: { in: rows.map(({ planId }) => planId) } },
    select: { id: true, name: true },
  });
  const planOf = new Map(targets.map(({ id, planId }) => [id, planId]));
  const nameOf = new Map(names.map(({ id, name }) => [id, name]));
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const entries = (of: readonly Link[], side: 'before' | 'after') =>
    of.flatMap(({ actionId, recommendationId }) => {
      const row = rowOf.get(actionId);
      const planId = planOf.get(recommendationId);
      if (!row || planId === undefined || planId === row.planId) return [];
      const reference = actionReference(row.recommendation.number, row.number);
      const said = { actionReference: referenceAcross(reference, nameOf.get(row.planId) ?? 'another plan') };
      return [
        {
          action: side === 'after' ? 'recommendation.answered' : 'recommendation.unanswered',
          entityType: 'RECOMMENDATION',
          entityId: recommendationId,
          planId,
          [side]: { ...said, actionId, byPlanId: row.planId },
        },
      ];
    });
  await recordAudits(tx, scope, [...entries(gone, 'before'), ...entries(added, 'after')]);
}
