import { DEFAULT_EVIDENCE_TEST } from '@gt/domain/evidence';
import { recommendationReference, recommendationTitle } from '@gt/domain/recommendation';

/** A recommendation as the rules see it. */
export type RecommendationFacts = {
  id: string;
  planId: string;
  number: number;
  reference: string;
  title: string;
  quote: string;
  page: number | null;
  paragraphs: number[];
  judgementAreas: string[];
  leadPostId: string | null;
  hasLead: boolean;
  goodLooksLike: string;
  closureTest: string;
  minEvidenceKinds: number;
  newestWithinDays: number;
  requireImpact: boolean;
  version: number;
};

export type RecommendationBuilder = {
  numbered(number: number): RecommendationBuilder;
  quoting(quote: string): RecommendationBuilder;
  /** As it comes out of a report: no lead, nothing agreed. */
  justImported(): RecommendationBuilder;
  with(facts: Partial<RecommendationFacts>): RecommendationBuilder;
  build(): RecommendationFacts;
};

/** A recommendation in good order, with a lead, what good looks like and a closure test. */
export function aRecommendation(): RecommendationBuilder {
  const quote = 'the effectiveness of the fostering service.';
  return builder({
    id: 'recommendation-3',
    planId: 'plan-1',
    number: 3,
    reference: recommendationReference(3),
    title: recommendationTitle(quote),
    quote,
    page: 3,
    paragraphs: [40],
    judgementAreas: ['children_in_care'],
    leadPostId: 'post-director-of-practice',
    hasLead: true,
    goodLooksLike: 'Children are matched with carers near home, first time',
    closureTest: 'Two audits in a row find matching decisions sound',
    ...DEFAULT_EVIDENCE_TEST,
    version: 1,
  });
}

function builder(facts: RecommendationFacts): RecommendationBuilder {
  const next = (change: Partial<RecommendationFacts>) => builder({ ...facts, ...change });
  return {
    numbered: (number) =>
      next({ number, reference: recommendationReference(number), id: `recommendation-${number}` }),
    quoting: (quote) => next({ quote, title: recommendationTitle(quote) }),
    justImported: () => next({ leadPostId: null, hasLead: false, goodLooksLike: '', closureTest: '' }),
    with: next,
    build: () => ({
      ...facts,
      paragraphs: [...facts.paragraphs],
      judgementAreas: [...facts.judgementAreas],
    }),
  };
}
