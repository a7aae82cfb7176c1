import type { DeliveryStatus, Rag } from '@gt/contracts/words';

/**
 * The declared rating as it is shown: Blue for a closed action, none for a cancelled one, else what was declared.
 * Source: Blue follows from Closed and is never declared.
 */
export function shownRag(action: { status: DeliveryStatus; declaredRag: Rag }): Rag {
  if (action.status === 'CLOSED') return 'BLUE';
  if (action.status === 'CANCELLED') return 'NONE';
  return action.declaredRag === 'BLUE' ? 'NONE' : action.declaredRag;
}

/** From the colour that needs attention most to the one that needs it least. */
export const RAG_BY_URGENCY = ['RED', 'AMBER', 'GREEN', 'NONE', 'BLUE'] as const satisfies readonly Rag[];

/**
 * The rating of a whole made of parts, exceptions first: the worst of its actions, so one red action makes the
 * recommendation red. Blue only when every part is Blue; "not rated" for no parts. Leave cancelled actions out.
 * Example: Green, Blue and Amber is Amber.
 */
export function worstRag(rags: readonly Rag[]): Rag {
  return RAG_BY_URGENCY.find((rag) => rags.includes(rag)) ?? 'NONE';
}
