import type { Priority, Rag } from '@gt/contracts/words';
import type { Db, Tx } from '@gt/db';
import type { Scope } from '../../core/scope.ts';

/** What a pack prints of an action beyond what the rules need. */
export type ActionTexts = {
  id: string;
  detail: string;
  successMeasure: string;
  priority: Priority;
  statusReason: string | null;
  ragReason: string;
  closedAt: Date | null;
  redactedAt: Date | null;
  partnerTeam: { name: string } | null;
  /** Oldest first. */
  dateRevisions: {
    fromDate: Date | null;
    toDate: Date | null;
    reason: string;
    changedById: string;
    changedAt: Date;
    redactedAt: Date | null;
  }[];
  /** Newest first. */
  updates: {
    id: string;
    authorId: string;
    onBehalfOfId: string | null;
    whatHappened: string;
    difference: string;
    inTheWay: string;
    next: string;
    rag: Rag;
    ragReason: string;
    percentComplete: number;
    createdAt: Date;
    correctsId: string | null;
    redactedAt: Date | null;
  }[];
};

/** The texts, dates and updates of every live action under these recommendations, by id. A few statements. */
export async function loadActionTexts(
  db: Db | Tx,
  _scope: Scope,
  recommendationIds: readonly string[],
): Promise<Map<string, ActionTexts>> {
  const rows = await db.action.findMany({
    where: { recommendationId: { in: [...recommendationIds] }, deletedAt: null },
    select: {
      id: true,
      detail: true,
      successMeasure: true,
      priority: true,
      statusReason: true,
      ragReason: true,
      closedAt: true,
      redactedAt: true,
      partnerTeam: { select: { name: true } },
      dateRevisions: {
        // A slip taken back at once is no move; the history keeps it.
        where: { takenBackAt: null },
        orderBy: [{ changedAt: 'asc' }, { id: 'asc' }],
        select: {
          fromDate: true,
          toDate: true,
          reason: true,
          changedById: true,
          changedAt: true,
          redactedAt: true,
        },
      },
      updates: {
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        select: {
          id: true,
          authorId: true,
          onBehalfOfId: true,
          whatHappened: true,
          difference: true,
          inTheWay: true,
          next: true,
          rag: true,
          ragReason: true,
          percentComplete: true,
          createdAt: true,
          correctsId: true,
          redactedAt: true,
        },
      },
    },
  });
  return new Map(rows.map((row) => [row.id, row]));
}
