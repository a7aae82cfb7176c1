import type { DueDateApproval, Priority } from '@gt/contracts/words';
import type { Db, Tx } from '@gt/db';
import type { Scope } from '../../core/scope.ts';
import { type UpdateTexts, updateTexts } from '../../core/update-texts.ts';

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
    /** Who asked for it, or set it by right. */
    changedById: string;
    changedAt: Date;
    agreedBy: DueDateApproval;
    agreedById: string | null;
    agreedOn: Date | null;
    redactedAt: Date | null;
  }[];
  /** Newest first. */
  updates: UpdateTexts[];
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
          agreedBy: true,
          agreedById: true,
          agreedOn: true,
          redactedAt: true,
        },
      },
    },
  });
  const updates = await db.$queryRaw<UpdateTexts[]>`
    SELECT ${updateTexts} FROM "progress_update" pu JOIN "action" a ON a."id" = pu."actionId"
    WHERE a."recommendationId" = ANY(${[...recommendationIds]}::text[]) AND a."deletedAt" IS NULL
    ORDER BY pu."createdAt" DESC, pu."id" DESC`;
  const updatesOf = Map.groupBy(updates, (update) => update.actionId);
  return new Map(rows.map((row) => [row.id, { ...row, updates: updatesOf.get(row.id) ?? [] }]));
}
