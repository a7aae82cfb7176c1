import type { EvidenceLimits, EvidenceSetUploadLimitInput } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import type { Scope } from '../../core/scope.ts';
import { staleWrite } from '../../core/stale-write.ts';
import { limitsOf } from './upload-limit.ts';

/** Changes the largest file taken as evidence. The value that was on the screen stands in for a version. */
export async function setUploadLimit(
  ctx: Context,
  scope: Scope,
  { uploadMaxBytes, was }: EvidenceSetUploadLimitInput,
): Promise<EvidenceLimits> {
  return inTransaction(ctx.db, async (tx) => {
    const written = await tx.installation.updateMany({
      where: { id: 1, uploadMaxBytes: BigInt(was) },
      data: { uploadMaxBytes: BigInt(uploadMaxBytes) },
    });
    if (written.count === 0) {
      const now = await tx.installation.findUniqueOrThrow({
        where: { id: 1 },
        select: { uploadMaxBytes: true },
      });
      throw await staleWrite(tx, 'INSTALLATION', '1', 1, { uploadMaxBytes: Number(now.uploadMaxBytes) });
    }
    if (uploadMaxBytes !== was) {
      await recordAudit(tx, scope, {
        action: 'settings.setUploadLimit',
        entityType: 'INSTALLATION',
        entityId: '1',
        planId: null,
        before: { uploadMaxBytes: was },
        after: { uploadMaxBytes },
      });
    }
    return limitsOf(uploadMaxBytes);
  });
}
