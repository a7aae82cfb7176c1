import type { RecommendationStatus } from '@gt/contracts/words';
import type { Tx } from '@gt/db';
import { notFound } from '../../core/domain-error.ts';
import type { Scope } from '../../core/scope.ts';
import { staleWrite } from '../../core/stale-write.ts';

export type RecommendationForWrite = {
  id: string;
  planId: string;
  number: number;
  status: RecommendationStatus;
  closedAt: Date | null;
  leadPostId: string | null;
  version: number;
};

/** The recommendation, held until the transaction ends. Throws NOT_FOUND, and CONFLICT where `version` is an old one. */
export async function lockRecommendation(
  tx: Tx,
  recommendationId: string,
  version?: number,
): Promise<RecommendationForWrite> {
  const [row] = await tx.$queryRaw<RecommendationForWrite[]>`
    SELECT r."id", r."planId", r."number", r."status"::text AS "status", r."closedAt", r."leadPostId", r."version"
    FROM "recommendation" r JOIN "plan" pl ON pl."id" = r."planId" AND pl."deletedAt" IS NULL
    WHERE r."id" = ${recommendationId} AND r."deletedAt" IS NULL FOR UPDATE OF r`;
  if (!row) throw notFound('recommendation');
  if (version !== undefined && row.version !== version) {
    throw await staleWrite(tx, 'RECOMMENDATION', recommendationId, row.version, { status: row.status });
  }
  return row;
}

/** Sets the status of a recommendation that is held, with the instant of its closing. */
export async function writeStatus(
  tx: Tx,
  scope: Pick<Scope, 'now'>,
  { id }: Pick<RecommendationForWrite, 'id'>,
  status: RecommendationStatus,
  closedAt: Date = scope.now,
): Promise<void> {
  await tx.recommendation.update({
    where: { id },
    data: { status, closedAt: status === 'CLOSED' ? closedAt : null, version: { increment: 1 } },
    select: { id: true },
  });
}
