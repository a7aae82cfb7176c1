import type { Rag } from '@gt/contracts/words';

type Ruled = { calculatedRag: Rag; calculatedReasons: readonly string[]; silent: boolean };

/**
 * What the rule will say once an update is posted: an action that was amber for its silence alone is green then. A
 * forecast for the form; the server decides.
 */
export function ruleAfterUpdate(action: Ruled): { rag: Rag; sentence: string } {
  const { calculatedRag, calculatedReasons, silent } = action;
  if (silent && calculatedReasons.length === 1)
    return { rag: 'GREEN', sentence: 'nothing late or moved often' };
  return {
    rag: calculatedRag,
    sentence: calculatedReasons.join('; ') || 'nothing late, moved often or silent',
  };
}
