import { RAG_LABELS, type Rag } from '@gt/contracts/words';
import type { CalculatedRag } from './calculate-rag.ts';

export type RagMismatch =
  | { isMismatch: false }
  | {
      isMismatch: true;
      /** Whether the declared rating is better or worse than the calculated one, or was never given. */
      kind: 'DECLARED_BETTER' | 'DECLARED_WORSE' | 'NOT_DECLARED';
      /** "Declared On track, calculated Off track: 6 days past its due date of 12 March 2026". */
      sentence: string;
    };

const SEVERITY: Record<Rag, number> = { RED: 3, AMBER: 2, GREEN: 1, BLUE: 0, NONE: 0 };

/**
 * Compares what the owner declares (as shown) with what the rule calculates. A mismatch must be explained and goes
 * to the chair. Nothing is compared when the rule gives Blue or no rating.
 * Source: RAG is declared and calculated; a mismatch must be explained.
 * Example: declared GREEN, calculated RED → DECLARED_BETTER.
 */
export function ragMismatch(declared: Rag, calculated: CalculatedRag): RagMismatch {
  if (calculated.rag === 'NONE' || calculated.rag === 'BLUE' || declared === calculated.rag) {
    return { isMismatch: false };
  }
  const rule = `calculated ${RAG_LABELS[calculated.rag]}: ${lowerFirst(calculated.sentence)}`;
  if (declared === 'NONE' || declared === 'BLUE') {
    if (calculated.rag === 'GREEN') return { isMismatch: false };
    return { isMismatch: true, kind: 'NOT_DECLARED', sentence: `No rating declared, ${rule}` };
  }
  const kind = SEVERITY[declared] < SEVERITY[calculated.rag] ? 'DECLARED_BETTER' : 'DECLARED_WORSE';
  return { isMismatch: true, kind, sentence: `Declared ${RAG_LABELS[declared]}, ${rule}` };
}

function lowerFirst(sentence: string): string {
  return sentence.slice(0, 1).toLowerCase() + sentence.slice(1);
}
