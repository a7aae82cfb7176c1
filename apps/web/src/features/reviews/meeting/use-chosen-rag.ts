import { DECLARABLE_RAGS, type DeclarableRag } from '@gt/contracts/words';
import { useState } from 'react';
import { readDraft, writeDraft } from '../../../lib/draft-store.ts';
import { useUser } from '../../../lib/session.ts';

/** The colour that was chosen for an item and is not recorded yet, kept in this tab with what is typed. */
export function useChosenRag(itemId: string) {
  const { id: userId } = useUser();
  const key = `review-rag:${itemId}`;
  const [rag, setRag] = useState<DeclarableRag | null>(() => {
    const kept = readDraft(userId, key)?.rag;
    return DECLARABLE_RAGS.find((known) => known === kept) ?? null;
  });
  const choose = (next: DeclarableRag | null) => {
    setRag(next);
    writeDraft(userId, key, next ? { rag: next } : null);
  };
  return [rag, choose] as const;
}
