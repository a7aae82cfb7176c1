import type { Tx } from '@gt/db';
import { canLinkToRecommendation } from '@gt/domain/authz';
import { ACTION_ACCESS_SELECT, actionRecord, assertOnAction } from '../../core/action-access.ts';
import { invalid, notAllowed, notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';

export type LinkTarget = { actionId: string | null; recommendationId: string };

/**
 * Turns what a person chose into links of one plan, each target checked: NOT_FOUND for what they may not see or what
 * belongs to another plan, NOT_ALLOWED for an action they may not add evidence to. At least one is needed.
 */
export async function checkLinks(
  tx: Pick<Tx, 'action' | 'recommendation'>,
  scope: Scope,
  chosen: { planId: string; actionIds: readonly string[]; recommendationIds: readonly string[] },
): Promise<LinkTarget[]> {
  const actionIds = [...new Set(chosen.actionIds)];
  const recommendationIds = [...new Set(chosen.recommendationIds)];
  if (actionIds.length + recommendationIds.length === 0) {
    throw invalid([{ field: 'actionIds', message: 'Choose at least one action that this is evidence for.' }]);
  }
  const actions = await tx.action.findMany({
    where: { id: { in: actionIds }, planId: chosen.planId, deletedAt: null, plan: { deletedAt: null } },
    select: ACTION_ACCESS_SELECT,
  });
  for (const action of actions) assertOnAction(scope, 'evidence.upload', actionRecord(action));
  if (actions.length < actionIds.length) throw notFound('action');
  if (recommendationIds.length > 0) await checkRecommendations(tx, scope, chosen.planId, recommendationIds);
  return [
    ...actions.map((action) => ({ actionId: action.id, recommendationId: action.recommendationId })),
    ...recommendationIds.map((recommendationId) => ({ actionId: null, recommendationId })),
  ];
}

async function checkRecommendations(
  tx: Pick<Tx, 'recommendation'>,
  scope: Scope,
  planId: string,
  ids: string[],
): Promise<void> {
  const decision = canLinkToRecommendation(scope);
  if (!decision.ok) throw notAllowed(decision.reason);
  const found = await tx.recommendation.count({
    where: { id: { in: ids }, planId, deletedAt: null, plan: { deletedAt: null } },
  });
  if (found < ids.length) throw notFound('recommendation');
}
