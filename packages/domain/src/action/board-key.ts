import type { Acceptance, DeliveryStatus, Priority, Rag } from '@gt/contracts/words';

/** What of an action says where its card stands. */
export type BoardCard = {
  status: DeliveryStatus;
  declaredRag: Rag;
  team: { id: string } | null;
  ownerPost: { id: string } | null;
  ownerUser: { id: string } | null;
  priority: Priority;
  acceptance: Acceptance;
  recommendationId: string;
};

const KEY_OF = {
  status: (card: BoardCard): string => card.status,
  rag: (card: BoardCard): string => card.declaredRag,
  team: (card: BoardCard): string => card.team?.id ?? '',
  owner: (card: BoardCard): string => {
    if (card.ownerPost) return `post:${card.ownerPost.id}`;
    return card.ownerUser ? `person:${card.ownerUser.id}` : '';
  },
  priority: (card: BoardCard): string => card.priority,
  acceptance: (card: BoardCard): string => card.acceptance,
  recommendation: (card: BoardCard): string => card.recommendationId,
};

/**
 * The column of a board that an action stands in; '' for no team and no owner. An owner is a post before a person,
 * as "post:<id>" or "person:<id>". The server's statements say the same in SQL (`board.repository.ts`).
 */
export function boardKey(by: keyof typeof KEY_OF, card: BoardCard): string {
  return KEY_OF[by](card);
}
