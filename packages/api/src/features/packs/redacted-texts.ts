import { formatDate, type PackOmission } from '@gt/contracts/words';
import type { Db, Tx } from '@gt/db';
import { actionReference } from '@gt/domain/action';
import { measureReference } from '@gt/domain/measure';
import { redactedReason } from '@gt/domain/pack';
import { recommendationReference } from '@gt/domain/recommendation';
import { londonDate } from '../../core/dates.ts';
import type { Scope } from '../../core/scope.ts';

type RedactedText = {
  recommendationId: string;
  /** Null for the words of the recommendation itself. */
  actionNumber: number | null;
  /** When the progress update was written; null for the words of the action itself. */
  updateWrittenAt: Date | null;
  /** Set for the words of a measure. */
  measureNumber: number | null;
  redactedAt: Date;
};

/** Destroyed words of these recommendations, their live actions and measures, and the updates of those actions. One statement. */
export async function loadRedactedTexts(
  db: Db | Tx,
  _scope: Scope,
  recommendations: readonly { id: string; number: number }[],
): Promise<PackOmission[]> {
  const numbers = new Map(recommendations.map(({ id, number }) => [id, number]));
  const ids = [...numbers.keys()];
  const rows = await db.$queryRaw<RedactedText[]>`
    SELECT r."id" AS "recommendationId", NULL::int AS "actionNumber", NULL::timestamptz AS "updateWrittenAt",
      NULL::int AS "measureNumber", r."redactedAt"
    FROM "recommendation" r WHERE r."id" = ANY(${ids}) AND r."redactedAt" IS NOT NULL
    UNION ALL
    SELECT a."recommendationId", a."number", NULL, NULL, a."redactedAt"
    FROM "action" a
    WHERE a."recommendationId" = ANY(${ids}) AND a."deletedAt" IS NULL AND a."redactedAt" IS NOT NULL
    UNION ALL
    SELECT a."recommendationId", a."number", u."createdAt", NULL, u."redactedAt"
    FROM "progress_update" u JOIN "action" a ON a."id" = u."actionId" AND a."deletedAt" IS NULL
    WHERE a."recommendationId" = ANY(${ids}) AND u."redactedAt" IS NOT NULL
    UNION ALL
    SELECT m."recommendationId", NULL, NULL, m."number", m."redactedAt"
    FROM "measure" m
    WHERE m."recommendationId" = ANY(${ids}) AND m."deletedAt" IS NULL AND m."redactedAt" IS NOT NULL
    ORDER BY 1, 2 NULLS FIRST, 3 NULLS FIRST, 4 NULLS FIRST`;
  return rows.map((row) => omissionOf(row, numbers.get(row.recommendationId) ?? 0));
}

function omissionOf(row: RedactedText, recommendationNumber: number): PackOmission {
  const recommendationRef = recommendationReference(recommendationNumber);
  return {
    what: 'TEXT',
    code: 'REDACTED',
    ...whatOf(row, recommendationNumber),
    reason: redactedReason(londonDate(row.redactedAt)),
    recommendationRefs: [recommendationRef],
  };
}

function whatOf(row: RedactedText, recommendationNumber: number): { ref: string; title: string } {
  const { actionNumber, updateWrittenAt, measureNumber } = row;
  if (measureNumber !== null) return { ref: measureReference(measureNumber), title: 'Words of the measure' };
  if (actionNumber === null) {
    return { ref: recommendationReference(recommendationNumber), title: 'Words of the recommendation' };
  }
  const title = updateWrittenAt
    ? `Progress update of ${formatDate(londonDate(updateWrittenAt))}`
    : 'Words of the action';
  return { ref: actionReference(recommendationNumber, actionNumber), title };
}
