import type { FieldProblem } from '@gt/contracts/words';
import { checkText } from '../wording/index.ts';
import { BEST_ITEMS } from './best-evidence.ts';

/** The texts of a line of enquiry, in characters. */
export const ENQUIRY_LIMITS = { question: 300, note: 2_000 } as const;

/** Everything wrong with a line of enquiry. */
export function validateEnquiry(input: {
  question: string;
  note: string;
  recommendationIds: readonly string[];
  evidenceIds: readonly string[];
}): FieldProblem[] {
  const problems = [
    ...checkText('question', input.question, {
      label: 'The question',
      enter: 'Enter what an inspector asks',
      max: ENQUIRY_LIMITS.question,
    }),
    ...checkText('note', input.note, { label: 'The note', max: ENQUIRY_LIMITS.note }),
  ];
  if (input.recommendationIds.length === 0) {
    problems.push({ field: 'recommendationIds', message: 'Choose at least one recommendation' });
  }
  if (input.evidenceIds.length > BEST_ITEMS) {
    problems.push({ field: 'evidenceIds', message: `Choose ${BEST_ITEMS} items or fewer` });
  }
  return problems;
}

/** The name people use for a line of enquiry. Example: `enquiryReference(4)` is "Q4". */
export function enquiryReference(number: number): string {
  return `Q${number}`;
}
