import { inTransaction } from '@gt/db';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import type { JobHandler } from '../../core/job-handler.ts';
import { unreferenced } from '../redactions/destroy-record.ts';

/** So many a night; the rest the next night. */
const BATCH = 500;

/**
 * Removes the files of packs whose time is over, by the plan's policy. The row stays, with its hash, its manifest and
 * who downloaded it. Row first, file second: a server that falls over in between leaves a file that the sweeper takes.
 */
export const expirePacks: JobHandler = async (ctx) => {
  const due = await ctx.db.pack.findMany({
    where: { state: 'READY', redactedAt: null, expiredAt: null, expiresAt: { lt: ctx.now } },
    orderBy: { expiresAt: 'asc' },
    take: BATCH,
    select: { id: true, planId: true, number: true, sha256: true },
  });
  for (const pack of due) await expireOne(ctx, pack);
};

async function expireOne(
  ctx: Pick<Context, 'db' | 'store' | 'now' | 'requestId'>,
  { id, planId, number, sha256 }: { id: string; planId: string; number: number; sha256: string | null },
): Promise<void> {
  const who = { userId: null, userName: 'Golden Thread', now: ctx.now, requestId: ctx.requestId };
  const gone = await inTransaction(ctx.db, async (tx) => {
    const { count } = await tx.pack.updateMany({
      where: { id, expiredAt: null },
      data: { expiredAt: ctx.now },
    });
    if (count === 0) return [];
    await recordAudit(tx, who, {
      action: 'pack.expire',
      entityType: 'PACK',
      entityId: id,
      planId,
      after: { number, sha256 },
    });
    return unreferenced(tx, sha256 ? [sha256] : []);
  });
  for (const hash of gone) await ctx.store.remove(hash);
}
