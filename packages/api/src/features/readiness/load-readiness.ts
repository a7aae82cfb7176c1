import type { IsoDate } from '@gt/contracts/words';
import type { Db, Tx } from '@gt/db';
import type { PackReadiness } from '@gt/domain/pack';
import type { Scope } from '../../core/scope.ts';
import {
  type ActionFacts,
  type EvidenceFacts,
  loadActionFacts,
  loadEvidenceFacts,
  loadRecommendationFacts,
  type RecommendationFacts,
} from '../recommendations/load-facts.ts';
import { loadMeasureFacts, type MeasureFacts } from '../recommendations/load-measure-facts.ts';

export type ReadinessFacts = {
  recommendations: RecommendationFacts[];
  actionsOf: Map<string, ActionFacts[]>;
  linksOf: Map<string, EvidenceFacts[]>;
  measuresOf: Map<string, MeasureFacts[]>;
};

/** What readiness is worked out from: four statements, however large the plan. */
export async function loadReadinessFacts(db: Db | Tx, scope: Scope, planId: string): Promise<ReadinessFacts> {
  const of = { planId, across: true };
  const recommendations = await loadRecommendationFacts(db, scope, of);
  const actions = await loadActionFacts(db, scope, of);
  const links = await loadEvidenceFacts(db, scope, of);
  const measures = await loadMeasureFacts(db, scope, of);
  return {
    recommendations,
    actionsOf: Map.groupBy(actions, (action) => action.recommendationId),
    linksOf: Map.groupBy(links, (link) => link.recommendationId),
    measuresOf: Map.groupBy(measures, (measure) => measure.recommendationId),
  };
}

export type ReadinessCounts = { takenOn: IsoDate; items: number; ready: number; recommendations: number };

/** The figures of the trend, from the answer of a day. */
export function countsOf({ items, recommendations }: PackReadiness, takenOn: IsoDate): ReadinessCounts {
  return {
    takenOn,
    items,
    ready: recommendations.filter(({ isReady }) => isReady).length,
    recommendations: recommendations.length,
  };
}
