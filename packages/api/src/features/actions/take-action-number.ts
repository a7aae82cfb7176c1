import type { Tx } from '@gt/db';
import { notFound } from '../../core/domain-error.ts';

/** The next number under a recommendation. One statement, so that two actions at the same moment never share one. */
export async function takeActionNumber(
  tx: Tx,
  recommendationId: string,
): Promise<{ planId: string; recommendationNumber: number; number: number }> {
  const [taken] = await tx.$queryRaw<{ planId: string; recommendationNumber: number; number: number }[]>`
    UPDATE "recommendation" SET "nextActionNumber" = "nextActionNumber" + 1
    WHERE "id" = ${recommendationId} AND "deletedAt" IS NULL
    RETURNING "planId", "number" AS "recommendationNumber", "nextActionNumber" - 1 AS "number"`;
  if (!taken) throw notFound('recommendation');
  return taken;
}
