import type { ReportPreviewOut, ReportWritten } from '@gt/contracts/schemas';
import { inTransaction } from '@gt/db';
import type { Context } from '../../core/context.ts';
import { DomainError } from '../../core/domain-error.ts';
import { newId } from '../../core/new-id.ts';
import { claimOnce } from '../../core/once.ts';
import type { Scope } from '../../core/scope.ts';
import { createReport } from './create-report.ts';
import { loadReport } from './load-report.ts';
import { lockPlan } from './lock-plan.ts';
import { written } from './make-report.ts';
import { publicEditionOf } from './public-edition-of.ts';

/** What a public edition of an issued paper would leave out, and what would still have to be settled. */
export async function previewPublic(
  ctx: Context,
  scope: Scope,
  input: { reportId: string },
): Promise<ReportPreviewOut> {
  const report = await loadReport(ctx.db, scope, input.reportId);
  return (await publicEditionOf(ctx.db, scope.today, report)).preview;
}

/**
 * The public edition of an issued paper, as a draft: without names, internal words and small numbers. Throws
 * NOT_FOUND, and RULE where this version has a public edition already.
 */
export async function makePublic(
  ctx: Context,
  scope: Scope,
  input: { reportId: string; idempotencyKey: string },
): Promise<ReportWritten> {
  return inTransaction(ctx.db, async (tx) => {
    const id = newId();
    const intent = { key: input.idempotencyKey, operation: 'report.makePublic', entityId: id };
    const earlier = await claimOnce(tx, scope, intent);
    if (earlier) return written(await loadReport(tx, scope, earlier));
    const { planId } = await loadReport(tx, scope, input.reportId);
    await lockPlan(tx, planId);
    const report = await loadReport(tx, scope, input.reportId);
    const { title, content } = await publicEditionOf(tx, scope.today, report);
    const { kind, number, versionNumber, snapshotId, clockId } = report;
    const edition = 'PUBLIC' as const;
    const same = { planId, kind, number, versionNumber, edition };
    const existing = await tx.report.findFirst({ where: same, select: { id: true } });
    if (existing) {
      throw new DomainError('RULE', 'This version has a public edition already. Go on with that one.');
    }
    return createReport(tx, scope, 'report.makePublic', {
      ...{ ...same, id, title, content, snapshotId, clockId },
      marking: 'OFFICIAL',
    });
  });
}
