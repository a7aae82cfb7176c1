import type { Tx } from '@gt/db';
import { askedOf } from '../../core/asked-of.ts';
import type { Scope } from '../../core/scope.ts';
import { tellAll } from '../../core/tell.ts';

/**
 * Tells whoever brought an item of evidence, or the version that came back, and whoever is asked of the open actions
 * it is linked to; each once for each version, with the action that is theirs. Not the verifier themselves.
 */
export async function tellOfReturn(
  tx: Tx,
  scope: Scope,
  item: { id: string; planId: string; versionNumber: number },
): Promise<void> {
  const linked = await tx.$queryRaw<{ actionId: string }[]>`
    SELECT a."id" AS "actionId" FROM "evidence_link" l JOIN "action" a ON a."id" = l."actionId"
    JOIN "recommendation" r ON r."id" = a."recommendationId"
    WHERE l."evidenceId" = ${item.id} AND a."deletedAt" IS NULL AND a."status" NOT IN ('CLOSED', 'CANCELLED')
    ORDER BY r."number", a."number"`;
  const actionIds = linked.map(({ actionId }) => actionId);
  const people = await tx.$queryRaw<{ userId: string; actionId: string | null }[]>`
    SELECT DISTINCT ON (told."userId") told."userId", told."actionId" FROM (
      SELECT asked."userId", asked."actionId" FROM (${askedOf(scope.today, { actionIds })}) asked
      UNION ALL SELECT e."uploadedById", ${actionIds[0] ?? null}::text FROM "evidence" e WHERE e."id" = ${item.id}
      UNION ALL SELECT v."uploadedById", ${actionIds[0] ?? null}::text FROM "evidence_version" v
        WHERE v."evidenceId" = ${item.id} AND v."number" = ${item.versionNumber}
    ) told JOIN "user" u ON u."id" = told."userId" AND u."deactivatedAt" IS NULL
    ORDER BY told."userId", array_position(${actionIds}::text[], told."actionId") NULLS LAST`;
  const of = {
    kind: 'EVIDENCE_RETURNED' as const,
    planId: item.planId,
    sourceId: `${item.id}:${item.versionNumber}`,
  };
  await tellAll(
    tx,
    scope,
    people.map(({ userId, actionId }) => ({ ...of, userIds: [userId], actionId })),
  );
}
