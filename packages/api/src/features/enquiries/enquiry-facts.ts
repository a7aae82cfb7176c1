import type { Tx } from '@gt/db';
import { validateEnquiry } from '@gt/domain/evidence';
import { invalid } from '../../core/domain-error.ts';

export type EnquiryFacts = {
  question: string;
  note: string;
  recommendationIds: string[];
  evidenceIds: string[];
};

/** Refuses what a line of enquiry cannot hold: its recommendations and evidence must be of its plan. Throws INVALID. */
export async function checkEnquiry(tx: Tx, planId: string, facts: EnquiryFacts): Promise<void> {
  const problems = validateEnquiry(facts);
  if (problems.length > 0) throw invalid(problems);
  const { recommendationIds, evidenceIds } = facts;
  const live = { planId, deletedAt: null };
  const recommendations = await tx.recommendation.count({
    where: { ...live, id: { in: recommendationIds } },
  });
  if (recommendations < new Set(recommendationIds).size) {
    throw invalid([{ field: 'recommendationIds', message: 'Choose recommendations of this plan.' }]);
  }
  const evidence = await tx.evidence.count({ where: { ...live, id: { in: evidenceIds } } });
  if (evidence < new Set(evidenceIds).size) {
    throw invalid([{ field: 'evidenceIds', message: 'Choose evidence of this plan.' }]);
  }
}
