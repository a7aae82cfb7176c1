import type { Tx } from '@gt/db';
import type { Scope } from '../../core/scope.ts';
import { tell } from '../../core/tell.ts';

/** Tells whoever uploaded a file that something in it has to be settled. */
export async function tellOfFindings(
  tx: Tx,
  who: { userName: string; now: Date },
  { versionId, planId }: { versionId: string; planId: string },
): Promise<void> {
  const userIds = await uploadersOf(tx, versionId);
  const sourceId = `${versionId}:${who.now.getTime()}`;
  const telling = { userIds, kind: 'SCREENING_FOUND', planId, actionId: null, sourceId } as const;
  await tell(tx, { userId: '', userName: who.userName, now: who.now }, telling);
}

async function uploadersOf(tx: Tx, versionId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ userId: string }[]>`
    SELECT u."id" AS "userId" FROM "evidence_version" v
    JOIN "user" u ON u."id" = v."uploadedById" AND u."deactivatedAt" IS NULL WHERE v."id" = ${versionId}`;
  return rows.map(({ userId }) => userId);
}

/** Tells whoever justified a file, and whoever uploaded it, what a verifier decided. */
export async function tellOfDecision(
  tx: Tx,
  scope: Scope,
  { versionId, planId, justifiedById }: { versionId: string; planId: string; justifiedById: string | null },
): Promise<void> {
  const uploaders = await uploadersOf(tx, versionId);
  await tell(tx, scope, {
    userIds: [...uploaders, ...(justifiedById ? [justifiedById] : [])],
    kind: 'SCREENING_DECIDED',
    planId,
    actionId: null,
    sourceId: `${versionId}:${scope.now.getTime()}`,
  });
}
