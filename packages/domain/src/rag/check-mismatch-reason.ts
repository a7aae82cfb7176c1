import { type FieldProblem, RAG_LABELS, type Rag } from '@gt/contracts/words';
import { checkText, REASON_MIN } from '../wording/index.ts';
import type { CalculatedRag } from './calculate-rag.ts';
import type { RagMismatch } from './rag-mismatch.ts';

/** Longest explanation of a difference between the declared and the calculated colour, in characters. */
export const MISMATCH_REASON_MAX = 1_000;

/**
 * Everything wrong with the words that explain why a declared colour differs from the calculated one. They are
 * asked for whenever the two differ, and are valid for that pair of colours alone.
 * Source: a mismatch must be explained and goes to the chair.
 * Example: Green declared, calculated Red, nothing said → "The rule says Off track: 6 days past its due date of 12
 * March 2026. Say why it is On track".
 */
export function checkMismatchReason(
  declared: Rag,
  calculated: Pick<CalculatedRag, 'rag' | 'sentence'>,
  reason: string,
): FieldProblem[] {
  const rule = `The rule says ${RAG_LABELS[calculated.rag]}: ${calculated.sentence.charAt(0).toLowerCase()}${calculated.sentence.slice(1)}`;
  const enter =
    declared === 'NONE' || declared === 'BLUE'
      ? `${rule}. Say why no rating is declared.`
      : `${rule}. Say why it is ${RAG_LABELS[declared]}.`;
  return checkText('mismatchReason', reason, {
    label: 'The explanation',
    enter,
    min: REASON_MIN,
    max: MISMATCH_REASON_MAX,
  });
}

/**
 * What is said of a difference when a colour is declared: the explanation if there is one. Whoever declares worse than
 * the rule has said why with the reason for the colour, and is not asked twice.
 * Example: At risk with the reason "Two supervisors left", calculated On track → "Two supervisors left".
 */
export function mismatchWords(
  mismatch: RagMismatch,
  said: { mismatchReason: string; ragReason: string },
): string {
  const mismatchReason = said.mismatchReason.trim();
  if (mismatchReason !== '' || !mismatch.isMismatch || mismatch.kind !== 'DECLARED_WORSE')
    return mismatchReason;
  const ragReason = said.ragReason.trim();
  return ragReason.length >= REASON_MIN ? ragReason : '';
}
