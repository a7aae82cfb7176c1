import type { Rag } from '@gt/contracts/words';

export type ColourMove = 'BETTER' | 'WORSE' | 'SAME';

const RANK: Record<Rag, number> = { RED: 0, AMBER: 1, NONE: 2, GREEN: 3, BLUE: 4 };

/**
 * Whether a colour is better, worse or the same; "not rated" lies between Amber and Green, so that a first rating of
 * Red counts as worse and one of Green as better.
 * Example: Amber to Green is BETTER, Green to Red is WORSE.
 */
export function colourMoved(from: Rag, to: Rag): ColourMove {
  const step = RANK[to] - RANK[from];
  return step === 0 ? 'SAME' : step > 0 ? 'BETTER' : 'WORSE';
}
