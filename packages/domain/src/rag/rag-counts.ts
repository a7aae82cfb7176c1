import { RAG_LABELS, type Rag } from '@gt/contracts/words';
import { RAG_BY_URGENCY } from './shown-rag.ts';

/** How many of each colour, and how many in all. */
export type RagCounts = Record<Rag, number> & { total: number };

/** Counts ratings. Example: two reds and a green → `{RED: 2, AMBER: 0, GREEN: 1, BLUE: 0, NONE: 0, total: 3}`. */
export function ragCounts(rags: readonly Rag[]): RagCounts {
  const counts: RagCounts = { RED: 0, AMBER: 0, GREEN: 0, BLUE: 0, NONE: 0, total: rags.length };
  for (const rag of rags) counts[rag] += 1;
  return counts;
}

/** The counts as a sentence for those who do not see the bar: "2 off track, 1 on track"; "none" when empty. */
export function ragCountWords(counts: RagCounts): string {
  const parts = RAG_BY_URGENCY.filter((rag) => counts[rag] > 0).map(
    (rag) => `${counts[rag]} ${RAG_LABELS[rag].toLowerCase()}`,
  );
  return parts.length > 0 ? parts.join(', ') : 'none';
}

/** The colour of a whole from the counts of its parts, as `worstRag`. Example: 0 red, 2 amber → AMBER. */
export function worstOfCounts(counts: Readonly<Record<Rag, number>>): Rag {
  return RAG_BY_URGENCY.find((rag) => counts[rag] > 0) ?? 'NONE';
}
