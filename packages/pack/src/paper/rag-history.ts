import { formatDate, type PackAction, RAG_LABELS, RAG_LETTERS, type Rag } from '@gt/contracts/words';

/** One stretch of a colour. */
export interface RagStretch {
  rag: Rag;
  /** "R", or "–" for not rated: what stands in the strip. */
  letter: string;
  word: string;
  /** "18 February 2026": its first day. */
  from: string;
}

/** So many stretches stand in a strip; what came before is counted. */
const SHOWN = 8;

/**
 * The colours that were declared for an action, oldest first, each from the day it was first given. Two updates of
 * one colour are one stretch. Example: A from 18 February, G from 4 March.
 */
export function ragHistory({ updates, closedOn }: PackAction): { stretches: RagStretch[]; earlier: number } {
  const said = updates.map(({ on, rag }) => ({ on, rag })).reverse();
  if (closedOn !== null) said.push({ on: closedOn, rag: 'BLUE' });
  const changes = said.filter(({ rag }, index) => rag !== said[index - 1]?.rag);
  const stretches = changes.slice(-SHOWN).map(({ on, rag }) => ({
    rag,
    letter: rag === 'NONE' ? '–' : RAG_LETTERS[rag],
    word: RAG_LABELS[rag],
    from: formatDate(on),
  }));
  return { stretches, earlier: changes.length - stretches.length };
}

/** The strip in words: "At risk from 18 February 2026; On track from 4 March 2026". */
export function ragHistoryWords(action: PackAction): string {
  const { stretches, earlier } = ragHistory(action);
  const parts = stretches.map(({ word, from }) => `${word} from ${from}`);
  return [...(earlier > 0 ? [`${earlier} earlier`] : []), ...parts].join('; ');
}
