import { type DeliveryStatus, type FieldProblem, RAG_LABELS, type Rag } from '@gt/contracts/words';
import { declareRag, isOpenStatus, RAG_REASON_MAX } from '../action/index.ts';
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
  /** The owner says that nothing changed; what happened then holds the reason. */
  nothingChanged?: boolean;
};

/** What an update is measured against: the action as it is, or the update that a correction puts right. */
export type UpdateBase = { declaredRag: Rag; status: DeliveryStatus; percentComplete: number };

/**
 * Everything wrong with a progress update. Only what happened is required; "nothing changed, because …" is an answer,
 * silence is not. The rating follows `declareRag`: a reason for Red, for Amber and for any change. Where nothing
 * changed, rating and percent stay as they are, and the reason of the rating stands without being said again.
 * Source: a progress update is a dated, immutable record: what happened, what difference for children, what is in
 * the way, what is next, RAG, percent.
 * Example: nothing typed, Amber declared → "Enter what happened since the last update" and "Say why the action is at
 * risk"; nothing changed, without a reason → "Say why nothing changed".
 */
export function validateUpdate(input: UpdateInput, base: UpdateBase): FieldProblem[] {
  const { nothingChanged = false } = input;
  return [
    ...checkText('whatHappened', input.whatHappened, {
      label: nothingChanged ? 'Why nothing changed' : 'What happened',
      enter: nothingChanged ? 'Say why nothing changed' : 'Enter what happened since the last update',
      max: UPDATE_LIMITS.whatHappened,
    }),
    ...checkText('difference', input.difference, {
      label: 'The difference for children',
      max: UPDATE_LIMITS.difference,
    }),
    ...checkText('inTheWay', input.inTheWay, { label: 'What is in the way', max: UPDATE_LIMITS.inTheWay }),
    ...checkText('next', input.next, { label: 'What is next', max: UPDATE_LIMITS.next }),
    ...(nothingChanged ? keptProblems(input, base) : ratingProblems(input, base)),
  ];
}

function ratingProblems(input: UpdateInput, { declaredRag: previous, status }: UpdateBase): FieldProblem[] {
  const { rag, ragReason, percentComplete: percent } = input;
  const rating = declareRag({ rag, ragReason, previous, status });
  const problems = rating.ok ? [] : [...rating.problems];
  if (!Number.isInteger(percent) || percent < 0 || percent > 100) {
    problems.push({
      field: 'percentComplete',
      message: 'Percent complete must be a whole number from 0 to 100',
    });
  }
  return problems;
}

/** Blue is what a closed action shows: one that was reopened has no rating until one is declared. */
const shown = (rag: Rag): Rag => (rag === 'BLUE' ? 'NONE' : rag);

function keptProblems(input: UpdateInput, base: UpdateBase): FieldProblem[] {
  if (!isOpenStatus(base.status)) {
    const word = base.status === 'CLOSED' ? 'closed' : 'cancelled';
    return [{ field: 'whatHappened', message: `The action is ${word}. Reopen it first.` }];
  }
  const instead = 'To change it, say what happened instead.';
  const problems = checkText('ragReason', input.ragReason, {
    label: 'The reason for the rating',
    max: UPDATE_LIMITS.ragReason,
  });
  if (shown(input.rag) !== shown(base.declaredRag)) {
    const label = RAG_LABELS[shown(base.declaredRag)];
    problems.push({ field: 'rag', message: `“Nothing changed” keeps the rating: ${label}. ${instead}` });
  }
  if (input.percentComplete !== base.percentComplete) {
    const message = `“Nothing changed” keeps the work at ${base.percentComplete}%. ${instead}`;
    problems.push({ field: 'percentComplete', message });
  }
  return problems;
}
