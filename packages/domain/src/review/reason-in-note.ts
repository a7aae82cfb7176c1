import type { Rag } from '@gt/contracts/words';
import { RAG_REASON_MAX, ragNeedsReason } from '../action/index.ts';

/**
 * The reason for a colour given in a meeting: what was typed as one; else, where a reason is needed and none stands
 * from before, the note of the item, cut at a word where it is too long for a reason. The same colour said again keeps
 * the reason that stands.
 * Example: red with the note "Two carers withdrew." and no reason → "Two carers withdrew."
 */
export function reasonInNote(said: {
  rag: Rag;
  ragReason: string;
  note: string;
  previous: { rag: Rag; ragReason: string };
}): string {
  const { rag, ragReason, note, previous } = said;
  if (ragReason.trim() !== '') return ragReason;
  if (rag === previous.rag && previous.ragReason !== '') return previous.ragReason;
  return ragNeedsReason(rag, previous.rag) ? shortened(note.trim()) : '';
}

function shortened(text: string): string {
  if (text.length <= RAG_REASON_MAX) return text;
  const room = text.slice(0, RAG_REASON_MAX - 1);
  const atWord = room.replace(/\s+\S*$/, '');
  // Never half of a character that takes two units.
  return `${(atWord || room).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
