import type { IsoDate, SustainState } from '@gt/contracts/words';
import type { Tx } from '@gt/db';
import { notFound } from '../../core/domain-error.ts';
import { staleWrite } from '../../core/stale-write.ts';
import { lockRecommendation, type RecommendationForWrite } from './write-status.ts';

export type CheckForWrite = {
  id: string;
  closureId: string;
  recommendationId: string;
  months: number;
  dueDate: IsoDate;
  state: SustainState;
  note: string;
  checkedAt: Date | null;
  closedAt: Date;
  reopenedAt: Date | null;
  /** Whether no closing came after this one. */
  isNewest: boolean;
  version: number;
};

/** A sustain check and its recommendation, both held until the transaction ends. Throws NOT_FOUND, CONFLICT. */
export async function lockCheck(
  tx: Tx,
  checkId: string,
  version: number,
): Promise<{ check: CheckForWrite; recommendation: RecommendationForWrite }> {
  const found = await tx.sustainCheck.findUnique({
    where: { id: checkId },
    select: { closure: { select: { recommendationId: true } } },
  });
  if (!found) throw notFound('check');
  const recommendation = await lockRecommendation(tx, found.closure.recommendationId);
  const [check] = await tx.$queryRaw<CheckForWrite[]>`
    SELECT c."id", c."closureId", cl."recommendationId", c."months", c."dueDate"::text AS "dueDate",
      c."state"::text AS "state", c."note", c."checkedAt", cl."closedAt", cl."reopenedAt",
      NOT EXISTS (SELECT 1 FROM "recommendation_closure" n WHERE n."recommendationId" = cl."recommendationId"
        AND n."closedAt" > cl."closedAt") AS "isNewest", c."version"
    FROM "sustain_check" c JOIN "recommendation_closure" cl ON cl."id" = c."closureId"
    WHERE c."id" = ${checkId} FOR UPDATE`;
  if (!check) throw notFound('check');
  if (check.version !== version) {
    const values = { state: check.state, note: check.note };
    throw await staleWrite(tx, 'RECOMMENDATION', check.recommendationId, check.version, values);
  }
  return { check, recommendation };
}
