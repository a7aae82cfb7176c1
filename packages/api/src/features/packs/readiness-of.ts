import type { IsoDate } from '@gt/contracts/words';
import { actionReference } from '@gt/domain/action';
import { countsAsProof } from '@gt/domain/evidence';
import {
  type PackReadiness,
  packReadiness,
  type ReadinessAction,
  type ReadinessEvidence,
  type ReadinessRecommendation,
} from '@gt/domain/pack';
import { ragMismatch } from '@gt/domain/rag';
import { recommendationReference, recommendationTitle } from '@gt/domain/recommendation';
import {
  type ActionFacts,
  type EvidenceFacts,
  itemsOf,
  type RecommendationFacts,
} from '../recommendations/load-facts.ts';
import type { MeasureFacts } from '../recommendations/load-measure-facts.ts';
import { rateAction } from '../recommendations/rate-action.ts';
import { sufficiencyItem } from '../recommendations/thread-of.ts';
import type { PackFacts } from './pack-facts.ts';

/** What an inspector would miss, asked of the domain with the facts as loaded. Pure. */
export function readinessOf(
  facts: Pick<PackFacts, 'recommendations' | 'actionsOf' | 'linksOf' | 'measuresOf'>,
  today: IsoDate,
): PackReadiness {
  const rows = facts.recommendations.map((recommendation) =>
    recommendationOf(
      recommendation,
      facts.actionsOf.get(recommendation.id) ?? [],
      facts.linksOf.get(recommendation.id) ?? [],
      facts.measuresOf.get(recommendation.id) ?? [],
      today,
    ),
  );
  return packReadiness(rows, today);
}

function recommendationOf(
  facts: RecommendationFacts,
  actions: readonly ActionFacts[],
  links: readonly EvidenceFacts[],
  measures: readonly MeasureFacts[],
  today: IsoDate,
): ReadinessRecommendation {
  const linksOfAction = Map.groupBy(links, (link) => link.actionId);
  return {
    id: facts.id,
    reference: recommendationReference(facts.number),
    title: recommendationTitle(facts.quote),
    hasLead: facts.leadPostId !== null,
    status: facts.status,
    measuresAway: measures.filter(({ movement }) => movement === 'AWAY').map(({ name }) => name),
    checksWaiting: facts.checksWaiting,
    goodLooksLike: facts.goodLooksLike,
    closureTest: facts.closureTest,
    evidenceTest: facts,
    actions: actions.map((action) =>
      actionOf(action, facts.number, linksOfAction.get(action.id) ?? [], today),
    ),
    evidence: itemsOf(links).map(evidenceOf),
  };
}

function actionOf(
  facts: ActionFacts,
  recommendationNumber: number,
  links: readonly EvidenceFacts[],
  today: IsoDate,
): ReadinessAction {
  const rated = rateAction(facts, today);
  return {
    id: facts.id,
    reference: actionReference(recommendationNumber, facts.number),
    status: facts.status,
    hasOwner: facts.hasOwner,
    isOverdue: rated.overdue.isOverdue,
    isSilent: rated.isSilent,
    mismatch: ragMismatch(rated.declared, rated.calculated),
    isRed: rated.declared === 'RED' || rated.calculated.rag === 'RED',
    acceptedEvidence: links.filter((link) => countsAsProof(link, today)).length,
  };
}

function evidenceOf(item: EvidenceFacts): ReadinessEvidence {
  return { ...sufficiencyItem(item), id: item.id, form: item.form, screening: item.screening };
}
