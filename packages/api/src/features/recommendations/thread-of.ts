import type { RecommendationOut, ThreadOut } from '@gt/contracts/schemas';
import type { IsoDate } from '@gt/contracts/words';
import { actionReference } from '@gt/domain/action';
import { evidenceReference, evidenceSufficiency, type SufficiencyItem } from '@gt/domain/evidence';
import { referenceAcross } from '@gt/domain/plan';
import { thread } from '@gt/domain/recommendation';
import { londonDate, toIsoDateOrNull } from '../../core/dates.ts';
import { type ActionFacts, type EvidenceFacts, itemsOf, type RecommendationFacts } from './load-facts.ts';
import type { MeasureFacts } from './load-measure-facts.ts';

/** What the thread and the evidence test ask of a link of evidence, and of an action. */
export type ThreadEvidence = Pick<
  EvidenceFacts,
  | 'id'
  | 'number'
  | 'recommendationId'
  | 'kind'
  | 'state'
  | 'showsImpact'
  | 'periodTo'
  | 'uploadedAt'
  | 'isGone'
  | 'validUntil'
  | 'supersededBy'
  | 'ofPlan'
>;
type ThreadAction = Pick<ActionFacts, 'recommendationNumber' | 'number' | 'status' | 'hasOwner' | 'ofPlan'>;

/** The golden thread of one recommendation for the wire, asked of the domain with the facts as loaded. */
export function threadOf(
  facts: RecommendationFacts,
  actions: readonly ThreadAction[],
  evidence: readonly ThreadEvidence[],
  measures: readonly MeasureFacts[],
  today: IsoDate,
): ThreadOut {
  const { knots, whole, summary } = thread(
    {
      recommendation: {
        quote: facts.quote,
        page: facts.page,
        paragraphs: facts.paragraphNumbers,
        hasLead: facts.leadPostId !== null,
        isGone: facts.redactedAt !== null,
      },
      actions: actions.map(({ recommendationNumber, number, status, hasOwner, ofPlan }) => ({
        reference: referenceAcross(actionReference(recommendationNumber, number), ofPlan),
        status,
        hasOwner,
      })),
      evidence: sufficiencyItems(evidence),
      evidenceTest: facts,
      measures: measures.map(({ name, movement }) => ({ title: name, movement })),
    },
    today,
  );
  return { knots: [...knots], whole, words: summary };
}

/** What the evidence test of a recommendation answers today. */
export function sufficiencyOf(
  facts: RecommendationFacts,
  evidence: readonly ThreadEvidence[],
  today: IsoDate,
): RecommendationOut['evidenceAnswer'] {
  const { ok, state, missing, notCounted } = evidenceSufficiency(facts, sufficiencyItems(evidence), today);
  return { ok, state, missing, notCounted };
}

function sufficiencyItems(evidence: readonly ThreadEvidence[]): SufficiencyItem[] {
  return itemsOf(evidence).map(sufficiencyItem);
}

/** One item as the evidence test reads it. */
export function sufficiencyItem(item: ThreadEvidence): SufficiencyItem {
  return {
    reference: referenceAcross(evidenceReference(item.number), item.ofPlan),
    kind: item.kind,
    showsImpact: item.showsImpact,
    periodTo: toIsoDateOrNull(item.periodTo),
    uploadedOn: londonDate(item.uploadedAt),
    state: item.state,
    isGone: item.isGone,
    validUntil: item.validUntil,
    supersededBy: item.supersededBy === null ? null : evidenceReference(item.supersededBy),
  };
}
