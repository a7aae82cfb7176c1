import { type Db, inTransaction } from '@gt/db';
import type { SweepReport } from '@gt/storage';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';

/** Files younger than this are left alone: their row may not be written yet. Longer than any upload may take. */
const SETTLED_AFTER_MS = 24 * 60 * 60 * 1000;

/**
 * Removes from the store what no row names: uploads cut off by a crash, bytes whose row was never written, and
 * bytes that were destroyed while the server fell over. What went is on record.
 */
export async function sweepFiles(
  ctx: Context,
  options: { olderThanMs?: number; dryRun?: boolean } = {},
): Promise<SweepReport> {
  const { olderThanMs = SETTLED_AFTER_MS, dryRun = false } = options;
  const report = await ctx.store.sweep({
    known: (sha256) => isNamed(ctx.db, sha256),
    olderThanMs,
    dryRun,
  });
  if (!dryRun && report.orphans.length + report.temporaries > 0) {
    const who = { userId: null, userName: 'Golden Thread', now: ctx.now, requestId: ctx.requestId };
    await inTransaction(ctx.db, (tx) =>
      recordAudit(tx, who, {
        action: 'files.sweep',
        entityType: 'STORE',
        entityId: 'files',
        planId: null,
        after: { orphans: report.orphans, temporaries: report.temporaries },
      }),
    );
  }
  return report;
}

/** Whether any row names this content. Destroyed rows do not: their bytes must go. */
async function isNamed(db: Db, sha256: string): Promise<boolean> {
  const [row] = await db.$queryRaw<{ named: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM "evidence_version" WHERE "sha256" = ${sha256} AND "redactedAt" IS NULL)
      OR EXISTS (SELECT 1 FROM "inspection" WHERE "reportSha256" = ${sha256})
      OR EXISTS (SELECT 1 FROM "statutory_clock" WHERE "submittedSha256" = ${sha256})
      OR EXISTS (SELECT 1 FROM "import_run" WHERE "sha256" = ${sha256})
      OR EXISTS (SELECT 1 FROM "report_file" WHERE "sha256" = ${sha256})
      OR EXISTS (SELECT 1 FROM "pack"
        WHERE "sha256" = ${sha256} AND "redactedAt" IS NULL AND "expiredAt" IS NULL) AS "named"`;
  return row?.named ?? true;
}
