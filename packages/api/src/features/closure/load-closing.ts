import type { Db, Tx } from '@gt/db';
import { actionReference } from '@gt/domain/action';
import { countsAsProof, evidenceReference, evidenceSufficiency, type Sufficiency } from '@gt/domain/evidence';
import { referenceAcross } from '@gt/domain/plan';
import type { ClosingFacts } from '@gt/domain/recommendation';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import {
  itemsOf,
  loadActionFacts,
  loadEvidenceFacts,
  loadRecommendationFacts,
  type RecommendationFacts,
} from '../recommendations/load-facts.ts';
import { sufficiencyItem } from '../recommendations/thread-of.ts';

export type Closing = {
  recommendation: RecommendationFacts;
  sufficiency: Sufficiency;
  /** What counts as proof today. */
  proof: { id: string; reference: string; title: string }[];
  facts: ClosingFacts;
};

/** What decides whether a recommendation may be closed by the person who asks. Four statements. Throws NOT_FOUND. */
export async function loadClosing(db: Db | Tx, scope: Scope, recommendationId: string): Promise<Closing> {
  const [recommendation] = await loadRecommendationFacts(db, scope, { recommendationId });
  if (!recommendation) throw notFound('recommendation');
  const of = { planId: recommendation.planId, recommendationId };
  const actions = await loadActionFacts(db, scope, of);
  const items = itemsOf(await loadEvidenceFacts(db, scope, of));
  const sufficiency = evidenceSufficiency(recommendation, items.map(sufficiencyItem), scope.today);
  const answering = actions.filter(({ status }) => status !== 'CANCELLED');
  // It waits for its own actions: what answers it from elsewhere is steered there.
  const own = answering.filter((action) => action.recommendationId === recommendationId);
  const named = ({ recommendationNumber, number, ofPlan }: (typeof actions)[number]) =>
    referenceAcross(actionReference(recommendationNumber, number), ofPlan);
  return {
    recommendation,
    sufficiency,
    proof: items
      .filter((item) => countsAsProof(item, scope.today))
      .map(({ id, number, ofPlan, title }) => ({
        id,
        reference: referenceAcross(evidenceReference(number), ofPlan),
        title,
      })),
    facts: {
      status: recommendation.status,
      isGone: recommendation.redactedAt !== null,
      sufficiency,
      actions: answering.map(named),
      openActions: own.filter(({ status }) => status !== 'CLOSED').map(named),
      userId: scope.userId,
      leadHolderIds: await leadHolders(db, scope, recommendation.leadPostId),
    },
  };
}

/** Everybody who holds the post that answers for a recommendation today. */
export async function leadHolders(
  db: Db | Tx,
  scope: Pick<Scope, 'today'>,
  postId: string | null,
): Promise<string[]> {
  if (postId === null) return [];
  const rows = await db.$queryRaw<{ userId: string }[]>`
    SELECT h."userId" FROM "post_holding" h WHERE h."postId" = ${postId} AND h."fromDate" <= ${scope.today}::date
      AND (h."toDate" IS NULL OR h."toDate" >= ${scope.today}::date)`;
  return rows.map(({ userId }) => userId);
}
