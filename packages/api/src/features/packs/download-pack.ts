import { inTransaction } from '@gt/db';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import type { FileAnswer } from '../../core/file-route.ts';
import type { Scope } from '../../core/scope.ts';
import { storedFile } from '../inspections/stored-file.ts';
import { requirePackFile } from './require-pack-file.ts';

/** Hands out the file of a finished pack, and keeps on record who took it and when. Throws NOT_FOUND and RULE. */
export async function downloadPack(ctx: Context, scope: Scope, packId: string): Promise<FileAnswer> {
  const { planId, number, sha256, fileName } = await requirePackFile(ctx, scope, packId);
  const answer = await storedFile(ctx, { sha256, fileName, mediaType: 'application/zip' });
  await inTransaction(ctx.db, async (tx) => {
    await tx.packDownload.create({
      data: { packId, userId: scope.userId, at: scope.now },
      select: { id: true },
    });
    await recordAudit(tx, scope, {
      action: 'pack.download',
      entityType: 'PACK',
      entityId: packId,
      planId,
      after: { number, sha256 },
    });
  });
  return answer;
}
