import { EVIDENCE_KINDS, type FieldProblem } from '@gt/contracts/words';
import { checkText } from '../wording/index.ts';

/** Longest texts of a recommendation in characters, and the bounds of its evidence test. */
export const RECOMMENDATION_LIMITS = {
  quote: 4_000,
  leadIn: 1_000,
  goodLooksLike: 4_000,
  closureTest: 4_000,
  response: 4_000,
  minEvidenceKinds: { min: 1, max: EVIDENCE_KINDS.length },
  newestWithinDays: { min: 1, max: 730 },
} as const;

/** A recommendation as read or typed; absent fields are not checked. */
export type RecommendationInput = {
  quote?: string;
  leadIn?: string | null;
  page?: number | null;
  goodLooksLike?: string;
  closureTest?: string;
  response?: string;
  minEvidenceKinds?: number;
  newestWithinDays?: number;
};

/**
 * Everything wrong with a recommendation. Only its words are required; lead, what good looks like and the closure
 * test are asked for by the thread and by pack readiness, because a report never has them.
 * Source: a recommendation is one "what needs to improve" item, verbatim; the evidence test is agreed at the start.
 * Example: `{minEvidenceKinds: 8}` gives "Kinds of evidence must be a whole number from 1 to 7".
 */
export function validateRecommendation(input: RecommendationInput): FieldProblem[] {
  const limits = RECOMMENDATION_LIMITS;
  const problems: FieldProblem[] = [];
  if (input.quote !== undefined) {
    const enter = 'Enter the recommendation as the report prints it';
    problems.push(
      ...checkText('quote', input.quote, { label: 'The recommendation', enter, max: limits.quote }),
    );
  }
  const texts = [
    ['leadIn', 'The words before the list'],
    ['goodLooksLike', 'What good looks like'],
    ['closureTest', 'The closure test'],
    ['response', 'The management response'],
  ] as const;
  for (const [field, label] of texts) {
    problems.push(...checkText(field, input[field], { label, max: limits[field] }));
  }
  if (input.page !== undefined && input.page !== null && (!Number.isInteger(input.page) || input.page < 1)) {
    problems.push({ field: 'page', message: 'The page must be a whole number from 1' });
  }
  const numbers = [
    ['minEvidenceKinds', 'Kinds of evidence'],
    ['newestWithinDays', 'Days since the newest evidence'],
  ] as const;
  for (const [field, label] of numbers) {
    const value = input[field];
    const { min, max } = limits[field];
    if (value === undefined || (Number.isInteger(value) && value >= min && value <= max)) continue;
    problems.push({ field, message: `${label} must be a whole number from ${min} to ${max}` });
  }
  return problems;
}
