import type { IsoDate, PackOmission } from '@gt/contracts/words';
import type { Db, Tx } from '@gt/db';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import {
  type ActionFacts,
  byRecommendation,
  type EvidenceFacts,
  loadActionFacts,
  loadEvidenceFacts,
  loadRecommendationFacts,
  type RecommendationFacts,
} from '../recommendations/load-facts.ts';
import { loadMeasureFacts, type MeasureFacts } from '../recommendations/load-measure-facts.ts';
import { loadRedactedTexts } from './redacted-texts.ts';
import { loadScopeEvidence, type PackEvidenceFacts } from './scope-evidence.ts';

/** What readiness and a pack are both made from, as the database stands at one moment. */
export type PackFacts = {
  plan: { id: string; name: string; councilName: string; trustName: string };
  /** How many live recommendations the plan has, in scope or not. */
  allRecommendations: number;
  recommendations: RecommendationFacts[];
  actionsOf: Map<string, ActionFacts[]>;
  /** The same, and those of other recommendations that serve it as well: what the thread is made of. */
  servingOf: ReadonlyMap<string, ActionFacts[]>;
  /** Live links of evidence, by recommendation: what the thread and the evidence test count. */
  linksOf: Map<string, EvidenceFacts[]>;
  /** Live measures, by recommendation. */
  measuresOf: Map<string, MeasureFacts[]>;
  /** Everything ever linked to a recommendation in scope. */
  evidence: PackEvidenceFacts[];
  /** Words in scope that two people destroyed: they are named as left out, as files are. */
  redactedTexts: PackOmission[];
};

/**
 * Loads what the plan (or the named recommendations of it) has to show. No recommendation named means all. Throws
 * NOT_FOUND for a plan or a recommendation that is not there.
 */
export async function loadPackFacts(
  db: Db | Tx,
  scope: Scope,
  of: { planId: string; recommendationIds: readonly string[]; cutOff?: IsoDate | null },
): Promise<PackFacts> {
  const plan = await db.plan.findFirst({
    where: { id: of.planId, deletedAt: null },
    select: { id: true, name: true, councilName: true, trustName: true },
  });
  if (!plan) throw notFound('plan');
  const all = await loadRecommendationFacts(db, scope, { planId: of.planId });
  const named = new Set(of.recommendationIds);
  const recommendations = named.size === 0 ? all : all.filter(({ id }) => named.has(id));
  if (named.size > 0 && recommendations.length < named.size) throw notFound('recommendation');
  const actions = await loadActionFacts(db, scope, { planId: of.planId, across: true });
  const links = await loadEvidenceFacts(db, scope, { planId: of.planId, across: true });
  const measures = await loadMeasureFacts(db, scope, { planId: of.planId });
  return {
    plan,
    allRecommendations: all.length,
    recommendations,
    actionsOf: Map.groupBy(actions, (action) => action.recommendationId),
    servingOf: byRecommendation(actions, (action) => action),
    linksOf: Map.groupBy(links, (link) => link.recommendationId),
    measuresOf: Map.groupBy(measures, (measure) => measure.recommendationId),
    evidence: await loadScopeEvidence(db, scope, recommendations, of.cutOff ?? null),
    redactedTexts: await loadRedactedTexts(db, scope, recommendations),
  };
}
