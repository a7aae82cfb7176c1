import type { PostKey } from './people.ts';

export const RECOMMENDATION_KEYS = ['R1', 'R2', 'R3', 'R4', 'R5', 'R6'] as const;
export type RecommendationKey = (typeof RECOMMENDATION_KEYS)[number];
/** Further ones, from the letter of a visit that came after the report; entered by hand. */
export const LETTER_KEYS = ['R7', 'R8', 'R9'] as const;
export type LetterKey = (typeof LETTER_KEYS)[number];
export type AnyRecommendationKey = RecommendationKey | LetterKey;

export type RecommendationFacts = {
  /** Corrected when the import is confirmed: what the paragraphs suggest is not always all. */
  judgementAreas: readonly string[];
  lead: PostKey | null;
  goodLooksLike: string;
  closureTest: string;
  minEvidenceKinds: number;
  newestWithinDays: number;
  requireImpact: boolean;
};

const usual = { minEvidenceKinds: 2, newestWithinDays: 90, requireImpact: true };

/** What the programme lead agrees for each recommendation in the first weeks. The fifth still waits for its test. */
export const RECOMMENDATIONS: Readonly<Record<RecommendationKey, RecommendationFacts>> = {
  R1: {
    ...usual,
    judgementAreas: ['help_and_protection', 'impact_of_leaders'],
    lead: 'HEAD_OF_EARLY_HELP',
    goodLooksLike:
      'In each of the four districts a family that needs early help has a named lead practitioner from the agency that knows it best, and a plan within ten working days. Partner agencies answer the front door within four hours.',
    closureTest:
      'Nine in ten early help plans begin within ten working days in every district for three months in a row, and families say that they told their story once.',
    minEvidenceKinds: 3,
  },
  R2: {
    ...usual,
    judgementAreas: ['children_in_care'],
    lead: 'HEAD_OF_FOSTERING',
    goodLooksLike:
      'More foster carers join than leave. Each carer has a supervision visit every six weeks and knows whom to ring at night. Children are matched with carers who can care for them near their school.',
    closureTest:
      'A net gain of foster households over two quarters, 95 % of supervision visits on time in each of three months, and carers who say that support has become better.',
  },
  R3: {
    ...usual,
    judgementAreas: ['children_in_care'],
    lead: 'HEAD_OF_PERMANENCE',
    goodLooksLike:
      'Every child in care has a permanence plan by the second review, with each option weighed in writing: going home, kin, special guardianship, long-term fostering, adoption. The child understands it.',
    closureTest:
      'Nine in ten children have a permanence plan by the second review for two quarters, and an audit finds every option weighed in at least 80 % of cases.',
  },
  R4: {
    ...usual,
    judgementAreas: ['children_in_care', 'impact_of_leaders'],
    lead: 'HEAD_OF_COURTS',
    goodLooksLike:
      'Statements are filed on the day that the court set, read by a senior practitioner first, and judges say that they can rely on them.',
    closureTest:
      '95 % of statements are filed on time for one quarter, and the yearly talk with the judges finds that confidence has grown.',
    newestWithinDays: 120,
  },
  R5: {
    ...usual,
    judgementAreas: ['help_and_protection'],
    lead: 'EXPLOITATION',
    goodLooksLike:
      'All agencies work from one list of children at risk outside the home and one map of places, and meet each week on what to do about both.',
    closureTest: '',
  },
  R6: {
    ...usual,
    judgementAreas: ['children_in_care'],
    lead: 'VIRTUAL_SCHOOL_HEAD',
    goodLooksLike:
      'The virtual school can show for each child in care how far they have come since they entered care, and what it did where they fell behind.',
    closureTest:
      'Progress data for all children in care two terms running, and an audit that rates four in five education plans good or better.',
  },
};

export const LETTER_LEAD_IN = 'The letter of the focused visit asks the trust to attend to:';

/** One is closed and waits for its first check, one has evidence that has grown old, one has none yet. */
export const LETTER: Readonly<Record<LetterKey, RecommendationFacts & { quote: string }>> = {
  R7: {
    ...usual,
    quote: 'How quickly schools know whom to ring about a child in care.',
    judgementAreas: ['children_in_care'],
    lead: 'VIRTUAL_SCHOOL_HEAD',
    goodLooksLike:
      'Every school can name its worker in the virtual school and reaches them on the day it rings.',
    closureTest: 'Nine in ten schools name their worker when asked, two half-terms running.',
  },
  R8: {
    ...usual,
    quote: 'Health assessments of children in care that come too late.',
    judgementAreas: ['children_in_care'],
    lead: 'HEAD_OF_PERMANENCE',
    goodLooksLike:
      'Each child has a first health assessment within 20 working days, at a time and place they chose.',
    closureTest:
      '95 % of first assessments are on time for one quarter, and children say that they were asked.',
    newestWithinDays: 30,
  },
  R9: {
    ...usual,
    quote: 'What families are told when early help ends.',
    judgementAreas: ['help_and_protection'],
    lead: 'HEAD_OF_EARLY_HELP',
    goodLooksLike: 'Every family knows why help ends, whom to ring, and that they may come back.',
    closureTest: 'A sample of 20 closed plans shows a closing talk in each, and families confirm it.',
  },
};
