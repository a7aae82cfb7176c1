import type { DeliveryStatus, FieldProblem, Rag } from '@gt/contracts/words';
import { declareRag, RAG_REASON_MAX } from '../action/index.ts';
import { checkText } from '../wording/index.ts';

/** Longest texts of a progress update, in characters. */
export const UPDATE_LIMITS = {
  whatHappened: 20_000,
  difference: 20_000,
  inTheWay: 20_000,
  next: 20_000,
  ragReason: RAG_REASON_MAX,
} as const;

/** A progress update as typed; the names are those of the record. */
export type UpdateInput = {
  whatHappened: string;
  difference?: string;
  inTheWay?: string;
  next?: string;
  rag: Rag;
  ragReason?: string;
  percentComplete: number;
};

/**
 * Everything wrong with a progress update. Only what happened is required; "nothing yet" is an answer, silence is
 * not. The rating follows `declareRag`: a reason for Red, for Amber and for any change.
 * Source: a progress update is a dated, immutable record: what happened, what difference for children, what is in
 * the way, what is next, RAG, percent.
 * Example: nothing typed, Amber declared → "Enter what happened since the last update" and "Say why the action is at
 * risk".
 */
export function validateUpdate(
  input: UpdateInput,
  action: { declaredRag: Rag; status: DeliveryStatus },
): FieldProblem[] {
  const { percentComplete: percent } = input;
  const enter = 'Enter what happened since the last update';
  const problems = [
    ...checkText('whatHappened', input.whatHappened, {
      label: 'What happened',
      enter,
      max: UPDATE_LIMITS.whatHappened,
    }),
    ...checkText('difference', input.difference, {
      label: 'The difference for children',
      max: UPDATE_LIMITS.difference,
    }),
    ...checkText('inTheWay', input.inTheWay, { label: 'What is in the way', max: UPDATE_LIMITS.inTheWay }),
    ...checkText('next', input.next, { label: 'What is next', max: UPDATE_LIMITS.next }),
  ];
  const rating = declareRag({
    rag: input.rag,
    ragReason: input.ragReason,
    previous: action.declaredRag,
    status: action.status,
  });
  if (!rating.ok) problems.push(...rating.problems);
  if (!Number.isInteger(percent) || percent < 0 || percent > 100) {
    problems.push({
      field: 'percentComplete',
      message: 'Percent complete must be a whole number from 0 to 100',
    });
  }
  return problems;
}
