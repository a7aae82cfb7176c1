import { type Db, inTransaction, sql } from '@gt/db';
import type { SweepReport } from '@gt/storage';
import { recordAudit } from '../../core/audit.ts';
import type { Context } from '../../core/context.ts';
import { namedContents } from '../../core/named-contents.ts';
import type { Scope } from '../../core/scope.ts';

/** Files younger than this are left alone: their row may not be written yet. Longer than any upload may take. */
export const SETTLED_AFTER_MS = 24 * 60 * 60 * 1000;

/** What looking after the store takes: a command has no more than this. */
export type StoreContext = Pick<Context, 'db' | 'store' | 'now' | 'requestId'>;

type Sweeper = Pick<Scope, 'userName' | 'now' | 'requestId'> & { userId: string | null };

/**
 * Looks for what no row names: uploads cut off by a crash, bytes whose row was never written, and bytes that were
 * destroyed while the server fell over. Removes nothing unless `remove` says so, and never what is younger than a day
 * or named by any row, asked again as late as possible. What went is on record.
 */
export async function sweepFiles(
  ctx: StoreContext,
  { remove = false, who }: { remove?: boolean; who?: Sweeper } = {},
): Promise<SweepReport> {
  const report = await ctx.store.sweep({
    known: (sha256) => isNamed(ctx.db, sha256),
    olderThanMs: SETTLED_AFTER_MS,
    dryRun: !remove,
  });
  if (remove && (who || report.orphans.length + report.temporaries > 0)) {
    const sweeper = who ?? {
      userId: null,
      userName: 'Golden Thread',
      now: ctx.now,
      requestId: ctx.requestId,
    };
    await inTransaction(ctx.db, (tx) =>
      recordAudit(tx, sweeper, {
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

/** Whether any row names this content. */
export async function isNamed(db: Db, sha256: string): Promise<boolean> {
  const [row] = await db.$queryRaw<{ named: boolean }[]>(
    sql`SELECT EXISTS (SELECT 1 FROM (${namedContents}) n WHERE n."sha256" = ${sha256}) AS "named"`,
  );
  return row?.named ?? true;
}
